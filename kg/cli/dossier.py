"""kg dossier: what the graph has on one event or actor, to read and pass on."""
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import USAGE, fail, out
from kg.cli.graphs import GraphOption, StoreOption, opened
from kg.export.dossier import WRITERS
from kg.export.dossier import dossier as made
from kg.export.redact import without_text

EXAMPLES = """Examples:

\b
  kg dossier "Red Cross"
  kg dossier bombings --graph syria.ttl -o bombings.html
  kg dossier event:EVENT --no-text -o event.md

Each line has footnotes to the sentences that it rests on, its words marked.
"""


def dossier(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An event or actor: a label, an alias or an IRI.")],
    graph: GraphOption = "",
    store: StoreOption = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help=".md or .html; - is stdout.")] = "-",
    no_text: Annotated[bool, typer.Option("--no-text", help="Cite offsets in the reports, not their words.")] = False,
) -> None:
    """Write what the graph has on an event or actor, with footnotes."""
    kind = "md" if output == "-" else Path(output).suffix.lower().lstrip(".")
    if kind not in WRITERS:
        fail(f"{output}: one of {', '.join('.' + k for k in WRITERS)} is wanted", USAGE)
    found = opened(graph, store)
    text = WRITERS[kind](made(without_text(found) if no_text else found, name))
    if output == "-":
        out(text)
    else:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
