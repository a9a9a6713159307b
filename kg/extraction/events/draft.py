"""An event while its mentions are still being gathered."""

from dataclasses import dataclass, field

from kg.extraction.events.kinds import VIOLENT, in_words
from kg.extraction.events.mention import Mention, counts_people
from kg.extraction.events.trigger import is_collective
from kg.extraction.text import text_of

_RANK = {"Attack": 0, "Arson": 0, "ArmedAttack": 1, "Shelling": 1, "Assassination": 2, "Bombing": 2, "Airstrike": 2}


@dataclass(slots=True)
class EventDraft:
    """A growing event; its first mention names it."""

    mentions: list[Mention] = field(default_factory=list)
    parent: int | None = None
    whole: "EventDraft | None" = None

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]

    @property
    def type(self) -> str:
        """The most telling class that its mentions evoke."""
        if len(self.mentions) == 1:
            return self.first.type
        types = [m.type for m in sorted(self.mentions, key=lambda m: m.token.i)]
        return max(types, key=lambda t: (_RANK.get(t, 1), -types.index(t)))

    @property
    def violent(self) -> bool:
        """Whether it is violence."""
        return self.type in VIOLENT

    @property
    def modality(self) -> str:
        """Asserted as soon as one mention asserts it, else the first mention's."""
        return "asserted" if any(m.modality == "asserted" for m in self.mentions) else self.first.modality

    @property
    def count(self) -> int | None:
        """How many occurrences its mentions say, the first that says."""
        return next((m.count for m in self.mentions if m.count is not None), None)

    @property
    def multiple(self) -> bool:
        """Whether it stands for several occurrences."""
        return any(m.multiple for m in self.mentions)

    @property
    def past(self) -> bool:
        """Whether all its dates are long past: years, or printed with their year, which reports leave out otherwise."""
        times = [t for m in self.mentions for t in m.times if t.time.value]
        old = (t.time.datatype in ("gYear", "gYearMonth") or t.time.text[-4:].isdigit() for t in times)
        return bool(times) and all(old)

    @property
    def general(self) -> bool:
        """Whether it is only spoken of in general, without place or time: "attacks on civilians"."""
        vague = (m.vague and not is_collective(m.token.head) for m in self.mentions)
        return all(vague) and not any(m.times or m.entities("place") for m in self.mentions)

    @property
    def last(self) -> int:
        """Token index of the last mention so far."""
        return max(m.token.i for m in self.mentions)

    def entities(self, *roles: str) -> set[int]:
        """All its participants in these roles."""
        return {e for m in self.mentions for e in m.entities(*roles)}

    def places(self) -> set[int]:
        """Its places, or those of the whole that it is a part of."""
        return self.entities("place") or (self.whole.places() if self.whole else set())

    def values(self) -> set[str]:
        """The dates that its mentions give, as lexical values."""
        return {t.time.value for m in self.mentions for t in m.times if t.time.value}

    @property
    def label(self) -> str:
        """A short name: the report's first noun for an event of this class, else the class in words."""
        own = (m.trigger for m in self.mentions if m.type == self.type)
        named = next((t for t in own if t.noun and not counts_people(t)), None)
        return named.span.of(text_of(named.token.doc)) if named else in_words(self.type)
