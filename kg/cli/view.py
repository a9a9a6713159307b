"""kg view: the graph as a page to look at."""
from typing import Annotated

import typer

from kg.cli.console import out, say
from kg.cli.graphs import loaded
from kg.view import page, write

EXAMPLES = """Examples:

\b
  kg view graph.ttl -o graph.html
  kg view graph.db -o coast.html --title "The coast, May 2016"
  kg build reports/ -o - | kg view - -o graph.html
"""


def view(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="RDF file or store folder; - is Turtle on stdin.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Page to write; - is stdout.")
    ] = "graph.html",
    title: Annotated[str, typer.Option(metavar="TEXT", help="Its heading. [default: how much it shows]")] = "",
) -> None:
    """Write the graph as one page to look at: map, timeline, network of actors, figures, and the words behind.

    The page is a single file: it opens by double-click, needs no connection, and makes none."""
    if output == "-":
        out(page(loaded(graph), title))
        return
    write(loaded(graph), output, title)
    say(f"{output}: open it in a browser")
