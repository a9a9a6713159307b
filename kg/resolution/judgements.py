"""What a person has judged to be the same or not, kept in a plain file.

One judgement a line, fields parted by tabs: the verdict, the mention it is about, for "same" and "different" the other
one, and a note. A mention is a report's id and offsets, as in the graph's IRIs; what stands there is an event's trigger
or an actor's or place's mention. IRIs of merged nodes shift as reports arrive, mentions do not: so a judgement holds
through every rebuild, waits where its report is out, and is taken back when its line is. "#" begins a comment line.

    same<TAB>report/2019-03-05-afp-0a1b2c3d4e5f#char=10,15<TAB>report/2019-03-06-bbc-5f4e3d2c1b0a#char=4,9<TAB>one blast
    wrong<TAB>report/2019-03-05-afp-0a1b2c3d4e5f#char=80,84
"""
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

VERDICTS = {"same": 2, "different": 2, "wrong": 1}
"""Each verdict, and how many mentions it takes; "wrong": it is not what it was taken for, and stands by itself."""
_MENTION = re.compile(r"(?:https?://.*/)?(report/[^#\s]+)#char=(\d+),(\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of a report. Its str is as in the file: report/...#char=10,15."""

    report: str
    begin: int
    end: int

    def __str__(self) -> str:
        return f"{self.report}#char={self.begin},{self.end}"

    @classmethod
    def parse(cls, text: str) -> "Mention":
        """From its str or its IRI. Raises ValueError naming what is neither."""
        match = _MENTION.fullmatch(text.strip().strip("<>"))
        if not match:
            raise ValueError(f"not a mention (report/...#char=BEGIN,END): {text!r}")
        return cls(match[1], int(match[2]), int(match[3]))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one line says. Its str is that line."""

    verdict: str
    first: Mention
    second: Mention | None = None
    note: str = ""

    def __str__(self) -> str:
        fields = (self.verdict, str(self.first), str(self.second) if self.second else "", self.note)
        return "\t".join(f for f in fields if f)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The one or two that it is about."""
        return (self.first,) if self.second is None else (self.first, self.second)

    def undoes(self, other: "Judgement") -> bool:
        """Whether both are about the same mentions: a later line replaces an earlier one."""
        return {*self.mentions} == {*other.mentions}

    @classmethod
    def parse(cls, line: str) -> "Judgement":
        """From its line. Raises ValueError that says what is wrong with it."""
        verdict, *fields = line.rstrip("\n").split("\t")
        wanted = VERDICTS.get(verdict.strip())
        if wanted is None:
            raise ValueError(f"not a verdict ({', '.join(VERDICTS)}): {verdict!r}")
        if len(fields) < wanted:
            raise ValueError(f"{verdict} takes {wanted} mention{'s' * (wanted > 1)}: {line!r}")
        mentions = sorted(Mention.parse(f) for f in fields[:wanted])
        note = " ".join(fields[wanted:]).strip()
        return cls(verdict.strip(), mentions[0], mentions[1] if wanted > 1 else None, note)


def read_judgements(file: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, none where there is no file. Of two on the same mentions the later line counts.

    Raises ValueError naming the file and the line that cannot be read.
    """
    if not file.exists():
        return ()
    found: list[Judgement] = []
    for number, line in enumerate(file.read_text(encoding="utf8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                judgement = Judgement.parse(line)
            except ValueError as error:
                raise ValueError(f"{file}:{number}: {error}") from error
            found = [*(j for j in found if not judgement.undoes(j)), judgement]
    return tuple(found)


def add_judgement(file: Path, judgement: Judgement) -> None:
    """Appends a line."""
    with file.open("a", encoding="utf8", newline="\n") as out:
        out.write(f"{judgement}\n")


def take_back(file: Path, mentions: Iterable[Mention]) -> int:
    """Removes the lines on just these mentions; returns how many there were. Comments stay."""
    lines, wanted = file.read_text(encoding="utf8").splitlines() if file.exists() else [], {*mentions}
    kept = [line for line in lines if not line.strip() or line.startswith("#")
            or {*Judgement.parse(line).mentions} != wanted]
    if len(kept) < len(lines):
        file.write_text("".join(f"{line}\n" for line in kept), encoding="utf8", newline="\n")
    return len(lines) - len(kept)
