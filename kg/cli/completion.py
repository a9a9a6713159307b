"""What the shell offers when Tab is pressed: questions, their parameters, names in the graph."""
from pathlib import Path
from typing import Any

from typer.core import TyperCommand

from kg.cli.graphs import DEFAULT, loaded
from kg.store.questions import Question, shipped

SHOWN = 50


def questions(incomplete: str) -> list[tuple[str, str]]:
    """The shipped questions that begin so, with what they answer."""
    return [(q.name, q.description) for q in shipped() if q.name.startswith(incomplete)]


def names(ctx: Any, incomplete: str) -> list[str]:
    """The labels of actors, places and events in the command's graph that begin so; none where it cannot be read."""
    file = str(ctx.params.get("graph") or DEFAULT)
    if file == "-" or not Path(file).exists():
        return []
    try:
        graph = loaded(file)
    except (ValueError, OSError):  # a broken graph is the command's to complain of
        return []
    labels = {a.label for a in graph.actors()} | {p.label for p in graph.places()} | {e.label for e in graph.events()}
    return sorted(label for label in labels if label.startswith(incomplete))[:SHOWN]


class QuestionCommand(TyperCommand):
    """A command that offers the parameters of the question it is given as options."""

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """What may follow."""
        from click.shell_completion import CompletionItem

        asked = next((q for q in shipped() if q.name == ctx.params.get("question")), None)
        found = [(f"--{p.name}", p.description) for p in _parameters(asked) if f"--{p.name}".startswith(incomplete)]
        offered = [CompletionItem(name, help=described) for name, described in found if incomplete.startswith("-")]
        return [*offered, *super().shell_complete(ctx, incomplete)]


def _parameters(question: Question | None) -> Any:
    return question.parameters if question else ()
