"""kg resolve: what is not sure to be one, and what a person says of it."""
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import USAGE, fail, on_terminal, say, styled, table, usage
from kg.cli.graphs import there

EXAMPLES = """Examples:

\b
  kg resolve --store graph.db
  kg resolve --store graph.db --same report/A#char=10,15 report/B#char=4,9 --note "one blast"
  kg resolve --store graph.db --different report/A#char=10,15 report/B#char=4,9
  kg resolve --store graph.db --wrong report/A#char=80,84
  kg resolve --store graph.db --undo report/A#char=10,15 report/B#char=4,9
  kg resolve --store graph.db --why report/A#char=10,15

A judgement is a line of judgements.tsv in the store's folder; it is about mentions in reports, and so it holds whatever
reports come and go. The file may be edited; the next build or judgement makes the graph agree.
"""
_VERBS = ("same", "different", "wrong", "undo", "why")


def resolve(
    mentions: Annotated[
        list[str] | None, typer.Argument(metavar="[MENTION...]", help="report/...#char=BEGIN,END, or its IRI.")
    ] = None,
    store: Annotated[str, typer.Option(metavar="DIR", help="The store.")] = "graph.db",
    same: Annotated[bool, typer.Option("--same", help="The two mentions are of one event, actor or place.")] = False,
    different: Annotated[bool, typer.Option("--different", help="They are of two.")] = False,
    wrong: Annotated[bool, typer.Option("--wrong", help="The mention is not what it was taken for.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the judgement on these mentions back.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Say what the mention was taken for, and why.")] = False,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why, for whoever reads the file.")] = "",
) -> None:
    """List what is not sure to be one event, actor or place, or judge it."""
    there(store)
    chosen = [name for name, given in zip(_VERBS, (same, different, wrong, undo, why), strict=True) if given]
    if not chosen and not mentions:
        _list(store)
    elif len(chosen) != 1 or not mentions:
        fail("give mentions and one of --same, --different, --wrong, --undo, --why", USAGE)
    else:
        _judge(store, chosen[0], mentions, note)


def _judge(store: str, verdict: str, mentions: list[str], note: str) -> None:
    from kg.pipeline import judge
    from kg.pipeline import why as reason
    from kg.resolution import Judgement, Mention

    with usage():
        if verdict == "why":
            for mention in mentions:
                found = reason(Path(store), Mention.parse(mention))
                typer.echo(f"{found.node}\t{found.score:.2f}\t{found.reason}")
            return
        if verdict == "undo":
            graph = judge(Path(store), undo=[Mention.parse(m) for m in mentions])
        else:
            graph = judge(Path(store), Judgement.parse("\t".join((verdict, *mentions, *([note] if note else [])))))
    say(f"{'taken back' if verdict == 'undo' else 'noted'}; {graph.count('Event'):,} events in {store}")


def _list(store: str) -> None:
    from kg.pipeline import questions

    with usage():  # a line of the file that cannot be read
        found = questions(Path(store))
    if not on_terminal():
        columns = ("score", "kind", "first", "words", "second", "words", "reason")
        table(columns, [(f"{q.score:g}", q.kind, str(q.first), _line(q.first_words), str(q.second),
                         _line(q.second_words), q.reason) for q in found])
        return
    for q in found:
        typer.echo(f"{styled(f'{q.kind}, {q.score:g}', 'bold')}  {q.reason}")
        typer.echo(f"  {q.first}  {styled(_line(q.first_words), 'yellow')}")
        typer.echo(f"  {q.second}  {styled(_line(q.second_words), 'yellow')}\n")
    say(f"{len(found)} to judge" if found else "nothing is in doubt")


def _line(words: str) -> str:
    return " ".join(words.split())
