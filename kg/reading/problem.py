"""What kept a report from being read, in one line."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the user.

    path    the file as it was named, or "-" for standard input.
    reason  what is wrong, in words.
    line    the line of the file it is wrong in, from 1, or None.
    lost    whether a report was left out because of it; False: only something to know.
    """

    path: str
    reason: str
    line: int | None = None
    lost: bool = True

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.reason}"
