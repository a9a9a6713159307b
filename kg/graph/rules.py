"""What follows from claims: every direct edge of the graph that comes from text, and no other.

The rules are the two tables at the end. A claim rule looks at one claim, an event rule at all claims about one event,
of whatever report. An edge is in the graph exactly as long as a claim for it is.
"""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kg.graph.claim import OBJECT, PREDICATE, SUBJECT, Claim
from kg.graph.setting import Setting
from kg.graph.summaries import summaries
from kg.graph.supersession import supersession
from kg.graph.terms import kg


def edge(claim: Claim) -> Iterator[Triple]:
    """The subject, predicate and object of a relation claim are an edge."""
    subject, predicate, value = (claim.get(p) for p in (SUBJECT, PREDICATE, OBJECT))
    if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value is not None:
        yield Triple(subject, predicate, value)


def event_of(claim: Claim) -> NamedNode | None:
    """The event that a claim is about: an edge's subject, or kg:about."""
    found = claim.get(kg("about")) or claim.get(SUBJECT)
    return found if isinstance(found, NamedNode) else None


def attribution(event: NamedNode, claims: Sequence[Claim], setting: Setting) -> Iterator[Triple]:
    """kg:attributedTo: the agent, or who claims it or is blamed, unless a denial is on record."""
    denied = {c.get(kg("responsible")) for c in claims if c.get(kg("stance")) == kg("denies")}
    named = [c.get(kg("responsible")) for c in claims if c.get(kg("stance")) in (kg("claims"), kg("blames"))]
    agents = [c.get(OBJECT) for c in claims if c.get(PREDICATE) == kg("agent")]
    for actor in dict.fromkeys([*agents, *(n for n in named if n not in denied)]):
        if actor is not None:
            yield Triple(event, kg("attributedTo"), actor)


def superseding(event: NamedNode, claims: Sequence[Claim], setting: Setting) -> Iterator[Triple]:
    """kg:supersedes: a later figure by the same claimant for the same event, measure and group."""
    for later, earlier in supersession(claims):
        yield Triple(later.iri(setting.base), kg("supersedes"), earlier.iri(setting.base))


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One claim gives these edges."""

    name: str
    derive: Callable[[Claim], Iterator[Triple]]


@dataclass(frozen=True, slots=True)
class EventRule:
    """All claims about one event give these edges."""

    name: str
    derive: Callable[[NamedNode, Sequence[Claim], Setting], Iterator[Triple]]


CLAIM_RULES: tuple[ClaimRule, ...] = (
    ClaimRule("edge", edge),
)
EVENT_RULES: tuple[EventRule, ...] = (
    EventRule("attributedTo", attribution),
    EventRule("supersedes", superseding),
    EventRule("summaries", summaries),
)
_SETTING = Setting()


def from_claim(claim: Claim) -> Iterator[Triple]:
    """What follows from one claim alone."""
    for rule in CLAIM_RULES:
        yield from rule.derive(claim)


def from_event(event: NamedNode, claims: Sequence[Claim], setting: Setting = _SETTING) -> Iterator[Triple]:
    """What follows from all claims about one event."""
    for rule in EVENT_RULES:
        yield from rule.derive(event, claims, setting)


def matters(claim: Claim) -> bool:
    """Whether an event rule looks at the claim: only those need be kept until the last report is read."""
    return claim.kind != "RelationClaim" or claim.get(PREDICATE) == kg("agent")
