"""kg check: is the graph sound."""
from typing import Annotated

import typer

from kg.check import CHECKS
from kg.check import check as checked
from kg.cli.console import NOTHING, fail, say
from kg.cli.graphs import loaded

EXAMPLES = """Examples:

\b
  kg check graph.ttl
  kg check graph.db

Every edge from text has its claim, every claim its words and report, every mention its length, every term its
definition. One line for each breach; the exit code is 1 where there is any.
"""


def check(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="RDF file or store folder; - is Turtle on stdin.")],
) -> None:
    """Check that nothing in the graph is without a source."""
    found = loaded(graph)
    if not found:
        fail(f"{graph}: an empty graph", NOTHING)
    breaches = checked(found)
    for breach in breaches:
        typer.echo(str(breach))
    if breaches:
        raise typer.Exit(NOTHING)
    say(f"sound: {len(found):,} triples keep all {len(CHECKS) + 1} rules")
