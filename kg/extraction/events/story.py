"""The events of a report as they are gathered: each with its mentions, its parts, and the words that tell of it."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.geography import Geography
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions.cast import Cast
from kg.extraction.text import sentences_apart

_LEAD = 4  # sentences in which a report says what it is about


def first_of(*ways: Callable[[], int | None]) -> int | None:
    """The event that the first of the ways to give one gives, asked in turn; None where none does."""
    return next((found for way in ways if (found := way()) is not None), None)


class Story:
    """The events of one document, and which event each trigger token tells of.

    quoted      tokens inside quotation marks.
    counted_at  by the index of a place the number that was counted there: "45 of them in Aden".
    """

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self.events: list[EventDraft] = []
        self.of_token: dict[int, int] = {}
        self.mentions: list[Mention] = []
        self.quoted: set[int] = set()
        self.counted_at: dict[int, int] = {}
        self.cast = cast
        self.lexicon = lexicon
        self.geography = Geography(cast, lexicon.places)

    def event_of(self, token: Token) -> int | None:
        """The event that the token tells of, or None."""
        return self.of_token.get(token.i)

    def put(self, found: Mention, index: int) -> int:
        """Add a mention to event `index`."""
        self.events[index].mentions.append(found)
        self.of_token[found.token.i] = index
        return index

    def open(self, found: Mention, parent: int | None = None) -> int:
        """A new event told by a mention."""
        self.events.append(EventDraft(parent=parent, whole=None if parent is None else self.events[parent]))
        return self.put(found, len(self.events) - 1)

    def parts(self, index: int) -> list[int]:
        """The event and all its parts, at any depth."""
        found = [index]
        for whole in found:
            found += [i for i, e in enumerate(self.events) if e.parent == whole and i not in found]
        return found

    def root(self, index: int) -> int:
        """The whole that the event is a part of, at any depth; itself where it is no part."""
        while (whole := self.events[index].parent) is not None:
            index = whole
        return index

    def main(self) -> int | None:
        """The event that the report is about: the first violent one that it tells, unless that comes late and it begins
        with another; else its first."""
        told = [
            i for i, e in enumerate(self.events) if e.modality in ("asserted", "attributed") and e.type != "Conflict"
        ]
        told.sort(key=lambda i: self.events[i].first.token.i)
        violent = [i for i in told if self.events[i].type in VIOLENT]
        if not violent:
            return self.root(told[0]) if told else None
        late = self._sentence(violent[0]) > _LEAD >= self._sentence(told[0])
        return self.root(told[0] if late else violent[0])

    def _sentence(self, index: int) -> int:
        """In which sentence the event is first told, from 0."""
        first = self.events[index].first.token
        return sentences_apart(first.doc, 0, first.i)

    def adopt(self, part: int, whole: int) -> None:
        """Make one event a part of another."""
        self.events[part].parent, self.events[part].whole = whole, self.events[whole]
