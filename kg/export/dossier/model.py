"""A dossier: what the graph has on one event or actor, each line with footnotes to the sentences it rests on."""
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.export.book import one_line
from kg.store import Claim, Evidence


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the sentence in three pieces, the words that matter in the middle, and where it stands."""

    before: str
    words: str
    after: str
    source: str
    url: str
    mention: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dossier, and the numbers of its footnotes from 1."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


@dataclass(slots=True)
class Notes:
    """The footnotes of a dossier under way: the same words keep their number."""

    numbers: dict[str, int] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def cite(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of these words."""
        return tuple(dict.fromkeys(self._number(e) for e in evidence))

    def line(self, text: str, *claims: Claim) -> Line:
        """A line that rests on claims."""
        return Line(text, tuple(sorted(self.cite(e for c in claims for e in c.evidence))))

    def _number(self, e: Evidence) -> int:
        if e.iri not in self.numbers:
            self.notes.append(_note(e))
            self.numbers[e.iri] = len(self.notes)
        return self.numbers[e.iri]


def _note(e: Evidence) -> Note:
    r = e.report
    told = ", ".join(t for t in (r.outlet.label if r.outlet else "", r.issued, r.title) if t) or r.iri
    where = f"{told}, characters {e.begin} to {e.end}"
    if not e.words:
        return Note("", "", "", where, r.source, e.iri)
    if e.at < 0:
        return Note("", one_line(e.words), "", where, r.source, e.iri)
    pieces = (e.sentence[: e.at], e.words, e.sentence[e.at + len(e.words) :])
    before, words, after = (" ".join(p.split()) for p in pieces)
    first, second = (" " if piece[-1:].isspace() else "" for piece in pieces[:2])
    third = " " if pieces[2][:1].isspace() else ""
    return Note(before + first, words + second, third + after, where, r.source, e.iri)
