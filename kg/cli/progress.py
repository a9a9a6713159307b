"""How a build goes, on standard error: a bar on a terminal, nothing in a pipe but what is wrong."""
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from kg.pipeline import Counts

Paths = Sequence[str | os.PathLike[str]]


class Progress:
    """Shows counts while it is entered, where `shown` and standard error is a terminal; problems always."""

    def __init__(self, paths: Paths, shown: bool) -> None:
        self.counts = ""
        self._bar = _bar(paths) if shown and sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, counts: "Counts") -> None:
        """The counts so far."""
        self.counts = str(counts)
        if self._bar:
            (task,) = self._bar.tasks
            total = None if task.total is None else max(task.total, counts.done)
            self._bar.update(task.id, completed=counts.done, total=total, description=self.counts)

    def problem(self, problem: object) -> None:
        """A report or file that was left out; its str is the line."""
        print(f"kg: {problem}", file=sys.stderr)


def _bar(paths: Paths) -> "Bar":
    """A bar as long as there are reports; one that only moves where standard input brings who knows how many."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from kg.reading import expected

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("reading", total=expected(paths))
    return bar
