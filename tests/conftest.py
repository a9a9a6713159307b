"""Builders that several packages' tests share, handed out as fixtures: nothing here loads a model."""
from dataclasses import dataclass, field

import pytest

from kg.records import (
    Argument,
    Attribution,
    Dating,
    Entity,
    Event,
    Extraction,
    Figure,
    Relation,
    Report,
    Responsibility,
    Span,
    Statement,
    Time,
)


@dataclass
class Draft:
    """An extraction put together by hand: every stretch of text is given by its words."""

    body: str
    outlet: str = "Harbour Post"
    published: str = "2019-03-06"
    url: str = ""
    title: str = ""
    parts: dict[str, list] = field(default_factory=dict)

    def span(self, words: str) -> Span:
        begin = self.body.index(words)
        return Span(begin, begin + len(words))

    def _add(self, kind: str, record: object) -> int:
        self.parts.setdefault(kind, []).append(record)
        return len(self.parts[kind]) - 1

    def entity(self, kind: str, name: str, words: str = "", known: str = "", generic: bool = False, also=()) -> int:
        mention = self.span(words or name)
        return self._add("entities", Entity(kind, name, tuple(sorted({name, *also})), (mention,), known, generic))

    def event(self, kind: str, words: str, day: str = "", modality: str = "asserted", count: int | None = None) -> int:
        index = self._add("events", Event(kind, words, (self.span(words),), modality, count))
        if day:
            self.date(index, day, words)
        return index

    def date(self, event: int, value: str, words: str, by: Attribution = Attribution()) -> None:
        kind = {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(value), "dateTime")
        begin = value if kind == "dateTime" else f"{value}-01-01"[:10] + "T00:00:00Z"
        time = Time(words, value, kind, begin, begin.replace("T00:00:00Z", "T23:59:59Z"))
        self._add("datings", Dating(event, time, (self.span(words),), by))

    def argument(self, event: int, role: str, value: int, words: str, by: Attribution = Attribution()) -> None:
        self._add("arguments", Argument(event, role, value, (self.span(words),), by))

    def figure(self, event: int, words: str, number: int | None, measure: str = "killed", bound: str = "exact",
               low: int | None = None, high: int | None = None, group: int | None = None, by: int | None = None,
               said: str = "") -> None:
        low = number if low is None else low
        high = number if bound == "exact" else high
        when = Time(said, said, "date") if said else None
        by_whom, evidence = Attribution(by, None, when), (self.span(words),)
        self._add("figures", Figure(measure, bound, number, low or 0, high, event, evidence, group, by_whom))

    def blame(self, event: int, actor: int, stance: str, words: str, by: int | None = None, via=None) -> None:
        self._add("responsibilities", Responsibility(event, actor, stance, (self.span(words),), Attribution(by, via)))

    def statement(self, event: int, speaker: int, words: str, affiliation=None, about=(), quotes=()) -> None:
        spans = tuple(self.span(q) for q in quotes)
        self._add("statements", Statement(event, speaker, (self.span(words),), affiliation, tuple(about), spans))

    def relation(self, subject: int, predicate: str, value: int, words: str, by: int | None = None) -> None:
        self._add("relations", Relation(subject, predicate, value, (self.span(words),), Attribution(by)))

    def done(self) -> Extraction:
        report = Report(self.body, self.title, self.outlet, self.published, self.url)
        ends = [i + 1 for i, c in enumerate(self.body) if c == "." and self.body[i + 1 : i + 2] in ("", " ")]
        begins = [0, *(e + 1 for e in ends[:-1])]
        sentences = tuple(Span(b, e) for b, e in zip(begins, ends, strict=True)) if ends else ()
        return Extraction(report, sentences, **{k: tuple(v) for k, v in self.parts.items()})


@dataclass(frozen=True)
class TinyActor:
    slug: str
    kind: str
    label: str
    based_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class TinyPlace:
    slug: str
    kind: str
    name: str
    country: str = ""
    parents: tuple[str, ...] = ()
    population: int = 0
    capital_of: str = ""
    aliases: tuple[str, ...] = ()


class Tiny:
    """A lexicon of a few entries; names are compared without case."""

    def __init__(self, *known, one: bool) -> None:
        self._known, self._one = {k.slug: k for k in known}, one

    @staticmethod
    def _names(known):
        return [known.label] if isinstance(known, TinyActor) else [known.name, *known.aliases]

    def get(self, slug):
        return self._known.get(slug)

    def country(self, code):
        return next((k for k in self._known.values() if k.kind == "country" and k.country == code), None)

    def find(self, name):
        hits = tuple(k for k in self._known.values() if name.lower() in {n.lower() for n in self._names(k)})
        return (hits[0] if hits else None) if self._one else hits


@pytest.fixture
def draft() -> type[Draft]:
    """The class of hand-made extractions."""
    return Draft


@pytest.fixture
def tiny_actors() -> Tiny:
    return Tiny(
        TinyActor("red-banner", "ArmedGroup", "Red Banner"), TinyActor("ostland", "State", "Ostland", ("ostland",)),
        TinyActor("ostland-army", "GovernmentBody", "Ostlandic army", ("ostland",)),
        TinyActor("harbour-post", "MediaOutlet", "Harbour Post"), one=True)


@pytest.fixture
def tiny_places() -> Tiny:
    return Tiny(
        TinyPlace("ostland", "country", "Ostland", "OL", (), 9_000_000),
        TinyPlace("westland", "country", "Westland", "WL", (), 4_000_000),
        TinyPlace("brack-province-ol", "province", "Brack", "OL", ("ostland",), 800_000),
        TinyPlace("brack-ol", "city", "Brack", "OL", ("brack-province-ol", "ostland"), 300_000),
        TinyPlace("brack-wl", "city", "Brack", "WL", ("westland",), 7_000),
        TinyPlace("sund-ol", "city", "Sund", "OL", ("brack-province-ol", "ostland"), 60_000),
        TinyPlace("sund-wl", "city", "Sund", "WL", ("westland",), 50_000),
        TinyPlace("miro-ol", "city", "Miro", "OL", ("ostland",), 20_000),
        TinyPlace("holt-ol", "city", "Holt", "OL", ("brack-province-ol", "ostland"), 70_000),
        TinyPlace("holt-region", "region", "The Holt Hills", "OL", ("ostland",), 0, "", ("Holt",)),
        TinyPlace("dorn-wl", "city", "Dorn", "WL", ("westland",), 900), one=False)
