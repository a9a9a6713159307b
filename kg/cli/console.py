"""How commands print: tables and colours on a terminal, tab-separated values in a pipe, messages on stderr."""
import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import typer

from kg.store import GraphFileError

Rows = Sequence[Sequence[str]]

NOTHING, USAGE = 1, 2  # exit codes: nothing could be read or found; the command was called wrongly


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def say(message: str) -> None:
    """A line for the user, on standard error."""
    print(message, file=sys.stderr)


def fail(message: str, code: int = NOTHING) -> NoReturn:
    """Says why and ends the command."""
    say(f"kg: {message}")
    raise typer.Exit(code)


@contextmanager
def usage() -> Iterator[None]:
    """Ends the command as called wrongly where a ValueError says so. A graph or store that cannot be opened is another
    matter: `kg.cli.app.main` tells of it."""
    try:
        yield
    except GraphFileError:
        raise
    except ValueError as error:
        fail(str(error), USAGE)


def out(text: str) -> None:
    """Text as it stands, on standard output, in UTF-8."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a stream that holds text alone
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    stream.write(text.encode("utf-8"))
    stream.flush()


def table(columns: Sequence[str], rows: Rows) -> None:
    """Rows under their columns: a table on a terminal, tab-separated values in a pipe."""
    if on_terminal():
        _pretty(columns, rows)
    else:
        _separated(columns, rows)


def _separated(columns: Sequence[str], rows: Rows) -> None:
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _pretty(columns: Sequence[str], rows: Rows) -> None:
    """A rich table, without the columns that are empty in every row."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    kept = [i for i in range(len(columns)) if not rows or any(row[i] for row in rows)]
    found = Table(box=None, header_style="bold", pad_edge=False)
    for i in kept:
        found.add_column(columns[i], overflow="fold", no_wrap=_names_nodes(rows, i))
    for row in rows:
        found.add_row(*(Text(row[i]) for i in kept))
    Console().print(found)


def _names_nodes(rows: Rows, column: int) -> bool:
    """Whether a column holds IRIs or prefixed names alone: to be copied whole, they are not broken over lines."""
    return all(":" in row[column] and " " not in row[column] for row in rows)


def styled(text: str, style: str) -> str:
    """The text in a colour or weight (of `typer.style`'s names) on a terminal, as it stands in a pipe."""
    if not on_terminal():
        return text
    return typer.style(text, bold=True) if style == "bold" else typer.style(text, fg=style)
