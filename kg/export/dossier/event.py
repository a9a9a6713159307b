"""The dossier of an event: its parts, figures by source, who is held responsible, what was said of it."""
from collections.abc import Iterable, Iterator, Sequence

from kg.export.book import Book, said, source
from kg.export.dossier.model import Dossier, Line, Notes, Section
from kg.store import Claim, Event, FigureClaim, Ref, RelationClaim, ResponsibilityClaim

_ROLES = {
    "date": "When", "place": "Where", "agent": "By", "target": "Against", "victim": "Victims", "weapon": "With",
    "method": "How",
}  # fmt: skip


def event_dossier(event: Event, all_: Book, findings: Iterable[tuple[str, Sequence[str]]] = ()) -> Dossier:
    """What the graph has on an event. `findings`: sentences, each with the IRIs that it concerns."""
    notes = Notes()
    family = [event, *_below(event, all_)]
    iris = {e.iri for e in family}
    claims = [c for e in family for c in all_.claims_on(e.iri)]
    sections = (
        Section("What is told", (_told(event, all_, notes), *_facts(event, all_, notes))),
        Section("Figures, by source", tuple(_figures(family, event, all_, notes))),
        Section("Responsibility", tuple(_responsibility(claims, event, notes))),
        Section("Parts", tuple(_parts(family[1:], all_, notes))),
        Section("Said about it", tuple(_statements(iris, all_, notes))),
        Section("What a careful reader would notice", tuple(_findings(findings, claims, notes))),
    )
    return Dossier(event.label, lead(event), tuple(s for s in sections if s.lines), tuple(notes.notes))


def lead(event: Event) -> str:
    """The event in a line: kind, modality where it did not simply happen, date, places."""
    how = "" if event.modality == "asserted" else event.modality
    where = ", ".join(r.label for r in event.places)
    return "; ".join(t for t in (event.kind, how, event.date or event.time_text or "undated", where) if t)


def _below(event: Event, all_: Book) -> list[Event]:
    """Its parts and theirs."""
    found, queue = [event], [event]
    while queue:
        new = [p for p in all_.parts(queue.pop(0).iri) if p not in found]
        found, queue = found + new, queue + new
    return found[1:]


def _told(event: Event, all_: Book, notes: Notes) -> Line:
    cited = notes.cite(all_.words[event.iri])
    outlets = sorted({w.report.outlet.label for w in all_.words[event.iri] if w.report.outlet})
    return Line(f"Told by {', '.join(outlets)}" if outlets else "Told", cited)


def _facts(event: Event, all_: Book, notes: Notes) -> Iterator[Line]:
    """A line for each value of a role, with all claims for it."""
    claims = [c for c in all_.claims_on(event.iri) if isinstance(c, RelationClaim)]
    for name, title in _ROLES.items():
        values = dict.fromkeys(c.object for c in claims if c.predicate == name and c.object)
        for value in values:
            same = [c for c in claims if c.predicate == name and c.object == value]
            by = sorted({c.claimant.label for c in same if c.claimant})
            yield notes.line(f"{title}: {value}" + (f", says {', '.join(by)}" if by else ""), *same)


def _figures(family: Sequence[Event], whole: Event, all_: Book, notes: Notes) -> Iterator[Line]:
    for event in family:
        told = [c for c in all_.claims_on(event.iri) if isinstance(c, FigureClaim)]
        replaced = {ref.iri for c in told for ref in c.supersedes}
        for c in sorted(told, key=lambda c: (c.measure, said(c), -(c.lower or 0), c.iri)):
            part = "" if event is whole else f" ({event.label}, {lead(event)})"
            later = "; replaced by a later figure" if c.iri in replaced else ""
            yield notes.line(f"{c.says} by {source(c)}{_when(c)}{part}{later}", c)


def _when(claim: Claim) -> str:
    return f", {said(claim)[:10]}" if said(claim) else ""


def _responsibility(claims: Iterable[Claim], whole: Event, notes: Notes) -> Iterator[Line]:
    for c in claims:
        if isinstance(c, ResponsibilityClaim):
            through = f", through {c.via}" if c.via else ""
            part = f" ({c.about})" if c.about and c.about.iri != whole.iri else ""
            by = "" if c.claimant and c.claimant == c.responsible else f", says {source(c)}"
            yield notes.line(f"{c.says}{by}{through}{_when(c)}{part}", c)


def _parts(parts: Iterable[Event], all_: Book, notes: Notes) -> Iterator[Line]:
    for part in parts:
        means = ", ".join(_labels((*part.weapons, *part.methods)))
        by = f"; by {', '.join(_labels(part.agents))}" if part.agents else ""
        yield Line(f"{part.label} ({lead(part)}{'; ' + means if means else ''}{by})", notes.cite(all_.words[part.iri]))


def _labels(refs: Iterable[Ref]) -> list[str]:
    return list(dict.fromkeys(r.label for r in refs))


def _statements(iris: set[str], all_: Book, notes: Notes) -> Iterator[Line]:
    for s in all_.events.values():
        if s.speaker and any(ref.iri in iris for ref in s.about):
            yield Line(statement(s), notes.cite(all_.words[s.iri]))


def statement(s: Event) -> str:
    """A statement in a line: who, for whom, what kind, in which quoted words."""
    by = f" for {s.affiliation}" if s.affiliation else ""
    quotes = "".join(f" “{q}”" for q in s.quotes)
    return f"{s.speaker or 'somebody'}{by}: {s.kind.lower()}{quotes}"


def _findings(findings: Iterable[tuple[str, Sequence[str]]], claims: Iterable[Claim], notes: Notes) -> Iterator[Line]:
    known = {c.iri: c for c in claims}
    for sentence, concerns in findings:
        if any(iri in known for iri in concerns):
            yield notes.line(sentence, *(known[iri] for iri in concerns if iri in known))
