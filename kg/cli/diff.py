"""kg diff: what changed between two graphs."""
from typing import Annotated

import typer

from kg.cli.console import on_terminal, say, styled, table
from kg.cli.graphs import loaded

EXAMPLES = """Examples:

\b
  kg diff monday.ttl tuesday.ttl
  kg diff monday.ttl graph.db
  kg diff monday.ttl tuesday.ttl | grep 'figure'

New reports, events and claims, new and revised figures, events that were merged or split, and what is gone. Events are
told apart by their mentions, not by their IRIs, which shift as reports come and go.
"""


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="RDF file or store folder; - is Turtle on stdin.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The later one.")],
) -> None:
    """Say in words what changed between two graphs."""
    from kg.diff import changes

    found = changes(loaded(before), loaded(after))
    if not on_terminal():
        table(("change", "what", "node"), [(c.kind, c.words, c.node) for c in found])
        return
    for change in found:
        typer.echo(f"{styled(change.kind, 'bold')}: {change.words}")
    say(f"{len(found)} changes" if found else "nothing changed")
