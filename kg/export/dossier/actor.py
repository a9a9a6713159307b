"""The dossier of an actor: who it is, what it is held to have done, what befell it, what it says."""
from collections.abc import Iterable, Iterator

from kg.export.book import Book, source
from kg.export.dossier.event import lead, statement
from kg.export.dossier.model import Dossier, Line, Notes, Section
from kg.store import Actor, Claim, Event, FigureClaim, Ref, RelationClaim, ResponsibilityClaim


def actor_dossier(actor: Actor, all_: Book) -> Dossier:
    """What the graph has on an actor."""
    notes = Notes()
    events = sorted(all_.events.values(), key=lambda e: (e.begin or "~", e.iri))
    acted = (e for e in events if _among(actor, e.agents))
    hit = (e for e in events if _among(actor, (*e.targets, *e.victims)))
    sections = (
        Section("Names", tuple(Line(name) for name in actor.aliases)),
        Section("Ties", tuple(_ties(actor, all_, notes))),
        Section("Responsibility", tuple(_responsibility(actor, all_, notes))),
        Section("Acted in", tuple(_events(actor, acted, all_, notes))),
        Section("Hit by", tuple(_events(actor, hit, all_, notes))),
        Section("Statements", tuple(_statements(actor, events, all_, notes))),
        Section("Figures it gives", tuple(_figures(actor, all_, notes))),
    )
    lead_ = "; ".join((actor.kind, *actor.same_as))
    return Dossier(actor.label, lead_, tuple(s for s in sections if s.lines), tuple(notes.notes))


def _among(actor: Actor, refs: Iterable[Ref]) -> bool:
    return any(r.iri == actor.iri for r in refs)


def _is(actor: Actor, ref: Ref | None) -> bool:
    return ref is not None and ref.iri == actor.iri


def _ties(actor: Actor, all_: Book, notes: Notes) -> Iterator[Line]:
    found: dict[str, list[Claim]] = {}
    for c in all_.claims:
        if isinstance(c, RelationClaim) and (_is(actor, c.subject) or _tied(actor, c, all_)):
            found.setdefault(c.says, []).append(c)
    for says in sorted(found):
        by = sorted({c.claimant.label for c in found[says] if c.claimant})
        yield notes.line(says + (f", says {', '.join(by)}" if by else ""), *found[says])


def _tied(actor: Actor, claim: RelationClaim, all_: Book) -> bool:
    """Whether another actor is tied to it, and not an event."""
    return _is(actor, claim.object) and claim.subject is not None and claim.subject.iri not in all_.events


def _responsibility(actor: Actor, all_: Book, notes: Notes) -> Iterator[Line]:
    for c in all_.claims:
        if isinstance(c, ResponsibilityClaim) and _is(actor, c.responsible) and c.about:
            event = all_.events.get(c.about.iri)
            by = "" if _is(actor, c.claimant) else f", says {source(c)}"
            through = f", through {c.via}" if c.via else ""
            what = f"{c.about} ({lead(event)})" if event else str(c.about)
            yield notes.line(f"{c.stance}{by}{through}: {what}", c)


def _events(actor: Actor, events: Iterable[Event], all_: Book, notes: Notes) -> Iterator[Line]:
    for e in events:
        claims = [c for c in all_.claims_on(e.iri) if isinstance(c, RelationClaim) and _is(actor, c.object)]
        yield notes.line(f"{e.label} ({lead(e)})", *claims)


def _statements(actor: Actor, events: Iterable[Event], all_: Book, notes: Notes) -> Iterator[Line]:
    for e in events:
        if _is(actor, e.speaker) or _is(actor, e.affiliation):
            yield Line(statement(e), notes.cite(all_.words[e.iri]))


def _figures(actor: Actor, all_: Book, notes: Notes) -> Iterator[Line]:
    for c in all_.claims:
        if isinstance(c, FigureClaim) and _is(actor, c.claimant) and c.about:
            event = all_.events.get(c.about.iri)
            yield notes.line(f"{c.says}: {c.about}" + (f" ({lead(event)})" if event else ""), c)
