"""kg export: the graph in another format."""
from typing import Annotated

import typer

from kg.cli.console import USAGE, fail, out
from kg.cli.graphs import loaded
from kg.export import FORMATS, format_of, write
from kg.export import export as exported

EXAMPLES = """Examples:

\b
  kg export graph.ttl -o graph.graphml       (for Gephi, yEd, Cytoscape)
  kg export graph.ttl -f jsonld -o -
  kg export graph.db -f ntriples -o graph.nt (from a store)
  cat graph.ttl | kg export - -f gexf -o graph.gexf
"""


def export(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="RDF file or store folder; - is Turtle on stdin.")],
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}. [default: by suffix]")
    ] = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - is stdout.")] = "-",
) -> None:
    """Write the graph as Turtle, N-Triples, JSON-LD, GraphML or GEXF.

    The RDF formats hold the whole graph; GraphML and GEXF its network of actors, places, events and weapons, with
    labels, types, dates and the number of claims behind each edge.
    """
    try:
        name = format_ or (format_of(output) if output != "-" else "turtle")
        if name not in FORMATS:
            fail(f"no format {name!r}; there are {', '.join(FORMATS)}", USAGE)
    except ValueError as error:
        fail(str(error), USAGE)
    if output == "-":
        out(exported(loaded(graph), name))
    else:
        write(loaded(graph), output, name)
