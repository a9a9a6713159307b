"""kg query: a question to the graph."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.completion import questions
from kg.cli.console import USAGE, fail, on_terminal, out, table, usage
from kg.cli.graphs import GraphOption, StoreOption, opened
from kg.store import Graph, QueryError, Result

EXAMPLES = """Examples:

\b
  kg query deaths-by-source
  kg query deaths-by-source --event "attack on the port" --measure wounded
  kg query timeline --place Damascus --param actor="Red Cross"
  kg query timeline --store graph.db --format json
  kg query my-question.rq --graph other.ttl --format csv > answer.csv
  kg query 'SELECT ?what WHERE { ?event a kg:Attack ; rdfs:label ?what }'
  kg query graph-of-an-event --event event:EVENT --format turtle

`kg queries` lists the shipped questions with their parameters; each parameter is an option here. Prefixes (kg:, rdfs:,
actor:, event:, place:, ...) need no declaration. Queries only read: updates, SERVICE and FROM are refused.
"""


_QUESTION_HELP = "A shipped question, a file, or SPARQL itself; - is stdin."


class Format(StrEnum):
    """How an answer is printed."""

    table = "table"
    tsv = "tsv"
    csv = "csv"
    json = "json"
    turtle = "turtle"


def _table(result: Result) -> str:
    return result.table() + "\n"


def _tsv(result: Result) -> str:
    return result.to_csv("\t")


WRITERS: Mapping[Format, Callable[[Result], str]] = {
    Format.table: _table,
    Format.tsv: _tsv,
    Format.csv: Result.to_csv,
    Format.json: Result.to_json,
    Format.turtle: Result.to_turtle,
}


def query(
    ctx: typer.Context,
    question: Annotated[
        str, typer.Argument(metavar="NAME|FILE.rq|SPARQL", help=_QUESTION_HELP, autocompletion=questions)
    ],
    graph: GraphOption = "",
    store: StoreOption = "",
    format_: Annotated[
        Format | None, typer.Option("--format", "-f", help="[default: table on a terminal, tsv in a pipe]")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Fills a parameter; repeatable.")
    ] = None,
) -> None:
    """Ask the graph a question, in SPARQL or by name.

    The parameters of a question are options as well: --event VALUE is --param event=VALUE."""
    values = dict((*(_pair(p) for p in param or ()), *_options(ctx.args)))
    found = _answer(opened(graph, store), _text(question), values)
    if format_ is None and on_terminal():
        table(found.columns, found.cells())
        return
    with usage():
        out(WRITERS[format_ or Format.tsv](found))


def _answer(graph: Graph, question: str, parameters: Mapping[str, object]) -> Result:
    try:
        return graph.query(question, **parameters)
    except QueryError as error:
        fail(str(error), USAGE)


def _text(question: str) -> str:
    return typer.get_text_stream("stdin").read() if question == "-" else question


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        fail(f"--param wants NAME=VALUE, not {text!r}", USAGE)
    return name.strip(), value.strip()


def _options(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The parameters among what is left of the command line: `--event VALUE` or `--event=VALUE`."""
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            fail(f"unexpected argument {word!r}; a parameter is written --NAME VALUE", USAGE)
        if not equals and not rest:
            fail(f"--{name} wants a value", USAGE)
        yield name, value if equals else rest.pop(0)
