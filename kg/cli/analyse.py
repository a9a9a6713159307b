"""kg analyse: what people ask of a graph first."""
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import USAGE, fail, on_terminal, out, styled, table, usage
from kg.cli.graphs import GraphOption, StoreOption, opened
from kg.cli.query import WRITERS, Format
from kg.store import Graph, Result

EXAMPLES = """Examples:

\b
  kg analyse                                  (all four, from graph.ttl)
  kg analyse central --graph syria.ttl
  kg analyse fights --format csv > fights.csv
  kg analyse agreement --plot agreement.svg   (needs the extra "plots")
  kg analyse --network actors -o actors.gexf  (for Gephi)

central      actors by the events and ties that join them to others
communities  which actors belong together
fights       who strikes whom, month by month
agreement    how often two sources that speak to one matter agree

--network writes a projection: actors (who meets whom), places (who acts where), events (parts and wholes), sources (who
agrees with whom), fights (who strikes whom).
"""


class Name(StrEnum):
    """The analyses."""

    central = "central"
    communities = "communities"
    fights = "fights"
    agreement = "agreement"


class Network(StrEnum):
    """The projections."""

    actors = "actors"
    places = "places"
    events = "events"
    sources = "sources"
    fights = "fights"


def analyse(
    name: Annotated[
        Name | None, typer.Argument(metavar="[ANALYSIS]", help="central, communities, fights or agreement.")
    ] = None,
    graph: GraphOption = "",
    store: StoreOption = "",
    format_: Annotated[
        Format | None, typer.Option("--format", "-f", help="[default: table on a terminal, tsv in a pipe]")
    ] = None,
    plot: Annotated[str, typer.Option("--plot", metavar="FILE", help="Draw it: .png or .svg.")] = "",
    network: Annotated[Network | None, typer.Option("--network", help="Write a projection instead.")] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Of --network: .graphml or .gexf.")
    ] = "",
) -> None:
    """Who is central, who belongs together, who strikes whom, which sources agree."""
    if network:
        _network(opened(graph, store), network, output)
    elif plot:
        _plot(opened(graph, store), name, plot)
    else:
        found = opened(graph, store)
        for each in [name] if name else list(Name):
            _print(found, each, format_, titled=name is None)


def _network(graph: Graph, name: Network, output: str) -> None:
    from kg.analyse import to_networkx, write_network

    if not output:
        fail("--network wants a file: -o FILE.graphml or FILE.gexf", USAGE)
    with usage():
        write_network(to_networkx(graph, name.value), output)


def _plot(graph: Graph, name: Name | None, file: str) -> None:
    from kg.analyse import plot

    if name is None:
        fail(f"--plot wants one analysis: {', '.join(Name)}", USAGE)
    try:
        plot(graph, name.value, Path(file))
    except ImportError:
        fail('--plot needs matplotlib: pip install "conflict-kg[plots]"', USAGE)
    except ValueError as error:
        fail(str(error), USAGE)


def _print(graph: Graph, name: Name, format_: Format | None, titled: bool) -> None:
    from kg.analyse import analyse as analysed

    found: Result = analysed(graph, name.value)
    if titled:
        typer.echo(styled(name.value, "bold"))
    if format_ is None and on_terminal():
        table(found.columns, found.cells())
        return
    with usage():
        out(WRITERS[format_ or Format.tsv](found))
