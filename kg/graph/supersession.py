"""Which later figure replaces which earlier one: always the same claimant's."""
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from kg.graph.claim import Claim
from kg.graph.terms import Term, kg

Scope = tuple[Term | None, ...]
Moment = tuple[str, str]


def supersession(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """(later, earlier) for each pair of figures by one claimant for one event, measure and group.

    A claim's time is when it was said, else the report's publication. A figure that only repeats the earlier one
    replaces nothing; nor does one of the same day, unless the hours of both are known.
    """
    scopes: dict[Scope, dict[Moment, list[Claim]]] = {}
    for claim in claims:
        when = moment(claim)
        if claim.kind == "FigureClaim" and when and speaker(claim):
            scopes.setdefault(scope(claim), {}).setdefault(when, []).append(claim)
    for moments in scopes.values():
        yield from _replaced(moments)


def _replaced(moments: Mapping[Moment, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    live: list[tuple[Moment, Claim]] = []
    for when in sorted(moments):
        now = moments[when]
        values = {value(c) for c in now}
        stale = [(then, c) for then, c in live if value(c) not in values and _later(when, then)]
        yield from ((new, old) for new in now for _, old in stale)
        live = [pair for pair in live if pair not in stale] + [(when, c) for c in now]


def _later(a: Moment, b: Moment) -> bool:
    return a[0] > b[0] or (a[0] == b[0] and bool(a[1] and b[1]) and a[1] > b[1])


def scope(claim: Claim) -> Scope:
    """Who counts whom, where: two figures with one scope speak of one thing."""
    return (speaker(claim), *(claim.get(kg(p)) for p in ("about", "measure", "victimGroup")))


def speaker(claim: Claim) -> Term | None:
    """The claimant; for the report's own voice its outlet."""
    return claim.claimant or claim.publisher


def value(claim: Claim) -> tuple[Term | None, ...]:
    """The figure and its limits."""
    return tuple(claim.get(kg(p)) for p in ("figure", "lower", "upper"))


def moment(claim: Claim) -> Moment | None:
    """The day on which it was said or printed and, where it is known, the hour in UTC; None where neither is."""
    said = [t.value for t in claim.said if t.datatype in ("date", "dateTime")]
    text = max(said, default=claim.published)
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) == len("2016-05-23"):
        return text, ""
    utc = when.astimezone(UTC) if when.tzinfo else when
    return utc.date().isoformat(), utc.time().isoformat()
