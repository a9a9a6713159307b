"""kg queries: the questions that ship."""
from typing import Annotated

import typer

from kg.cli.completion import questions
from kg.cli.console import USAGE, fail, on_terminal, out, styled, table
from kg.store.questions import Question, find, shipped

EXAMPLES = """Examples:

\b
  kg queries
  kg queries timeline > my-timeline.rq
"""


def queries(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="Print this question's SPARQL instead.", autocompletion=questions)
    ] = "",
) -> None:
    """List the questions that ship.

    With what they answer and the parameters they take: each is an option of `kg query`."""
    if name:
        out(_named(name).text)
    elif on_terminal():
        for question in shipped():
            _describe(question)
    else:
        table(("name", "answers", "parameters"), [_row(q) for q in shipped()])


def _named(name: str) -> Question:
    if name not in {q.name for q in shipped()}:
        fail(f"no question named {name!r}; `kg queries` lists them", USAGE)
    return find(name)


def _row(question: Question) -> tuple[str, str, str]:
    return question.name, question.description, " ".join(p.name for p in question.parameters)


def _describe(question: Question) -> None:
    typer.echo(styled(question.name, "bold"))
    typer.echo(f"  {question.description}")
    for parameter in question.parameters:
        typer.echo(f"    {styled(f'--{parameter.name}', 'cyan')} {parameter.kind.upper()}  {parameter.description}")
