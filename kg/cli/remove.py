"""kg remove: reports out of a store."""
from typing import Annotated

import typer

from kg.cli.console import say, usage
from kg.cli.graphs import there

EXAMPLES = """Examples:

\b
  kg remove reports/2016-05-24-retracted.md --store graph.db
  kg remove report/2016-05-24-afp-0a1b2c3d4e5f --store graph.db

Only what that report says goes, and the edges that no other claim bears out. Building it again brings back the same
bytes.
"""


def remove(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Ids, IRIs, or the files they came from.")],
    store: Annotated[str, typer.Option(metavar="DIR", help="The store.")],
) -> None:
    """Take reports out of a store."""
    from kg.pipeline import remove as removed

    with usage():  # a judgement that cannot be read
        found, graph = removed(reports, there(store))
    for report in found:
        typer.echo(report)
    say(f"{len(found)} out; {graph.count('Report'):,} reports, {len(graph):,} triples in {store}")
