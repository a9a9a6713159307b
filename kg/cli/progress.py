"""How a build goes, on standard error: a line that moves on a terminal, nothing in a pipe but what is wrong."""
import sys
from typing import Any, Self


class Progress:
    """Shows counts while it is entered, where `shown` and standard error is a terminal; problems always."""

    def __init__(self, shown: bool) -> None:
        self.counts = ""
        self._status = _status() if shown and sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._status:
            self._status.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._status:
            self._status.stop()

    def step(self, counts: object) -> None:
        """The counts so far; their str is the line."""
        self.counts = str(counts)
        if self._status:
            self._status.update(self.counts)

    def problem(self, problem: object) -> None:
        """A report or file that was left out; its str is the line."""
        print(f"kg: {problem}", file=sys.stderr)


def _status() -> Any:
    from rich.console import Console

    return Console(stderr=True).status("reading")
