"""The command line: a table of its commands."""
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

import typer

from kg import __version__
from kg.cli import (
    analyse,
    build,
    check,
    demo,
    diff,
    dossier,
    explain,
    export,
    queries,
    query,
    remove,
    resolve,
    show,
    view,
)
from kg.cli.completion import QuestionCommand
from kg.cli.console import NOTHING, say
from kg.store import GraphFileError

COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (build.build, build.EXAMPLES),
    (query.query, query.EXAMPLES),
    (queries.queries, queries.EXAMPLES),
    (explain.explain, explain.EXAMPLES),
    (show.show, show.EXAMPLES),
    (export.export, export.EXAMPLES),
    (dossier.dossier, dossier.EXAMPLES),
    (view.view, view.EXAMPLES),
    (analyse.analyse, analyse.EXAMPLES),
    (check.check, check.EXAMPLES),
    (resolve.resolve, resolve.EXAMPLES),
    (remove.remove, remove.EXAMPLES),
    (diff.diff, diff.EXAMPLES),
    (demo.demo, demo.EXAMPLES),
)

SETTINGS: Mapping[Callable[..., None], dict[str, Any]] = {
    query.query: {
        "cls": QuestionCommand,
        "context_settings": {"allow_extra_args": True, "ignore_unknown_options": True},
    },
}
"""A question's parameters are options that the command does not know beforehand."""


def application() -> typer.Typer:
    """The application with all its commands."""
    app = typer.Typer(
        help="Read news of conflict into a graph in which every edge leads back to its words, and ask it.",
        epilog="Begin with `kg demo`, or `kg build PATH... -o graph.ttl` and `kg query deaths-by-source`.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_top)
    for command, examples in COMMANDS:
        app.command(epilog=examples, **SETTINGS.get(command, {}))(command)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; returns its exit code: 0 fine, 1 nothing could be read or found, 2 wrong usage.

    Errors that a user can mend are one line on standard error; others are defects and keep their traceback.
    """
    try:
        application()(args=None if arguments is None else list(arguments), prog_name="kg")
    except SystemExit as end:
        return _code(end.code)
    except BrokenPipeError:
        _give_up_output()
    except (GraphFileError, LookupError, OSError) as error:
        say(f"kg: {error.args[0] if isinstance(error, LookupError) and error.args else error}")
        return NOTHING
    return 0


def _code(code: Any) -> int:
    return code if isinstance(code, int) else int(code is not None)


def _give_up_output() -> None:
    """Whoever read us has gone (`kg query ... | head`): nothing more to write, and nothing to complain of."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
