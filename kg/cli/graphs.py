"""Where a command takes its graph from."""
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import USAGE, fail
from kg.store import Graph

DEFAULT = Path("graph.ttl")

_GRAPH_HELP = "RDF file to ask; - is Turtle on stdin. [default: graph.ttl]"
GraphOption = Annotated[str, typer.Option("--graph", "-g", metavar="FILE", help=_GRAPH_HELP)]
StoreOption = Annotated[str, typer.Option("--store", metavar="DIR", help="Store to ask instead of a file.")]


def opened(graph: str, store: str) -> Graph:
    """The graph of a command's --graph or --store; ends the command where there is none."""
    if graph and store:
        fail("give --graph or --store, not both", USAGE)
    if store:
        return Graph.open(store, read_only=True)
    if not graph and not DEFAULT.exists():
        fail("no graph.ttl here: make one with `kg build PATH... -o graph.ttl`, or name one with --graph", USAGE)
    return loaded(graph or str(DEFAULT))


def there(store: str) -> Path:
    """The folder of a store that is to be changed, not made; ends the command where there is none."""
    if not Path(store).is_dir():
        fail(f"{store}: no store there; make one with `kg build PATH... --store {store}`")
    return Path(store)


def loaded(file: str) -> Graph:
    """The graph in a file, in a store's folder, or, for "-", in Turtle on standard input."""
    if file == "-":
        return Graph().read(sys.stdin.buffer)
    return Graph.open(file, read_only=True) if Path(file).is_dir() else Graph().load(file)
