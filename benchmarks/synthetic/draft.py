"""A report put together sentence by sentence, with its extraction and its truth."""
from dataclasses import dataclass, field

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
    Time,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A report's extraction, and for each entity and event by index what it really is; `origin` names its text."""

    extraction: Extraction
    entities: tuple[str, ...]
    events: tuple[str, ...]
    origin: str


@dataclass(slots=True)
class Draft:
    """The report so far."""

    outlet: str
    published: str
    origin: str
    text: str = ""
    begins: list[int] = field(default_factory=lambda: [0])
    entities: list[tuple[Entity, str]] = field(default_factory=list)
    events: list[tuple[Event, str]] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    datings: list[Dating] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    blames: list[Responsibility] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    def say(self, words: str) -> Span:
        """Adds words; returns where they stand."""
        begin = len(self.text)
        self.text += words
        return Span(begin, len(self.text))

    def stop(self) -> None:
        """Ends the sentence."""
        self.text += ". "
        self.begins.append(len(self.text))

    def entity(self, kind: str, name: str, truth: str, also: str = "", known: str = "", generic: bool = False) -> int:
        """Names an entity, and returns its index; the same name of the same kind is the same entity."""
        span = self.say(name)
        for index, (entity, _) in enumerate(self.entities):
            if (entity.kind, entity.name) == (kind, name):
                mentions = (*entity.mentions, span)
                self.entities[index] = (Entity(kind, name, entity.names, mentions, known, generic), truth)
                return index
        names = tuple(sorted({name, also} - {""}))
        self.entities.append((Entity(kind, name, names, (span,), known, generic), truth))
        return len(self.entities) - 1

    def event(self, kind: str, words: str, truth: str, day: str = "", count: int | None = None) -> int:
        """Tells of an event, and returns its index."""
        span = self.say(words)
        self.events.append((Event(kind, words, (span,), "asserted", count), truth))
        if day:
            time = Time(day, day, "date", f"{day}T00:00:00Z", f"{day}T23:59:59Z")
            self.datings.append(Dating(len(self.events) - 1, time, (span,)))
        return len(self.events) - 1

    def role(self, event: int, role: str, value: int, span: Span) -> None:
        """An edge of an event."""
        self.arguments.append(Argument(event, role, value, (span,)))

    def figure(self, event: int, measure: str, number: int, by: int | None) -> None:
        """A number of people harmed."""
        span = self.say(str(number))
        self.figures.append(
            Figure(measure, "exact", number, number, number, event, (span,), None, Attribution(by)))

    def done(self) -> Told:
        """The report."""
        report = Report(self.text, "", self.outlet, self.published)
        ends = [*self.begins[1:], len(self.text)]
        sentences = tuple(Span(b, e) for b, e in zip(self.begins, ends, strict=True) if e > b)
        extraction = Extraction(
            report, sentences, tuple(e for e, _ in self.entities), tuple(e for e, _ in self.events),
            tuple(self.arguments), tuple(self.datings), tuple(self.figures), tuple(self.blames), (),
            tuple(self.relations))
        own = report.id
        truths = tuple(t or f"{own} {i}" for i, (_, t) in enumerate(self.entities))
        return Told(extraction, truths, tuple(t for _, t in self.events), self.origin)
