"""Claims of a graph read into records, and what they say in one line."""
from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.store.nodes import Claim, FigureClaim, RelationClaim, ResponsibilityClaim
from kg.store.reading import Reading
from kg.store.records import evidence, report

_BOUNDS = {
    "exact": "{}",
    "atLeast": "at least {}",
    "moreThan": "more than {}",
    "approximately": "about {}",
    "nearly": "nearly {}",
    "upTo": "up to {}",
}
_STANCES = {"claims": "{} claims it", "denies": "{} denies it", "blames": "{} is blamed"}


def claim(r: Reading, n: NamedNode) -> Claim:
    """The claim at a node, in the shape of its class; a plain Claim where it is of none that is known."""
    make = next((f for name, f in _SHAPES.items() if name in r.kinds(n)), _plain)
    return make(r, n, _common(r, n))


def _common(r: Reading, n: NamedNode) -> dict[str, Any]:
    reports = (o for o in r.objects(n, "kg:reportedIn") if isinstance(o, NamedNode))
    return {
        "iri": n.value,
        "claimant": r.ref(n, "kg:claimedBy"),
        "via": r.ref(n, "kg:via"),
        "said_on": r.text(n, "kg:saidOn"),
        "confidence": r.number(n, "kg:confidence"),
        "reports": tuple(report(r, o) for o in reports),
        "evidence": evidence(r, n),
    }


def _plain(r: Reading, n: NamedNode, common: dict[str, Any]) -> Claim:
    return Claim(says=r.label(n.value), **common)


def _figure(r: Reading, n: NamedNode, common: dict[str, Any]) -> FigureClaim:
    measure, bound, group = r.name(n, "kg:measure"), r.name(n, "kg:bound"), r.ref(n, "kg:victimGroup")
    figure, lower, upper = (r.whole(n, f"kg:{p}") for p in ("figure", "lower", "upper"))
    return FigureClaim(
        **common,
        says=f"{measure}: {_amount(bound, figure, lower)}" + (f" ({group})" if group else ""),
        about=r.ref(n, "kg:about"),
        measure=measure,
        bound=bound,
        figure=figure,
        lower=lower,
        upper=upper,
        group=group,
        supersedes=r.refs(n, "kg:supersedes"),
    )


def _amount(bound: str, figure: int | None, lower: int | None) -> str:
    if figure is None:
        return f"at least {lower}" if lower is not None else "an unstated number"
    return _BOUNDS.get(bound, "{}").format(figure)


def _responsibility(r: Reading, n: NamedNode, common: dict[str, Any]) -> ResponsibilityClaim:
    responsible, stance = r.ref(n, "kg:responsible"), r.name(n, "kg:stance")
    return ResponsibilityClaim(
        **common,
        says=_STANCES.get(stance, "{} " + stance).format(responsible),
        about=r.ref(n, "kg:about"),
        responsible=responsible,
        stance=stance,
    )


def _relation(r: Reading, n: NamedNode, common: dict[str, Any]) -> RelationClaim:
    subject, value = r.ref(n, "rdf:subject"), r.ref(n, "rdf:object")
    predicate = r.name(n, "rdf:predicate")
    return RelationClaim(
        **common, says=f"{subject} {predicate} {value}", subject=subject, predicate=predicate, object=value
    )


_SHAPES: Mapping[str, Callable[[Reading, NamedNode, dict[str, Any]], Claim]] = {
    "FigureClaim": _figure,
    "ResponsibilityClaim": _responsibility,
    "RelationClaim": _relation,
}

_POINTERS = ("kg:about", "rdf:subject", "rdf:object", "kg:responsible", "kg:claimedBy", "kg:via", "kg:victimGroup")


def about(r: Reading, n: NamedNode) -> list[NamedNode]:
    """The claims that have to do with a node: on it, by it, or through it; the claim itself where the node is one.

    For a report: its claims; for a mention: the claims that it bears out.
    """
    if "Claim" in r.kinds(n) or r.kinds(n) & set(_SHAPES):
        return [n]
    pointers = (*_POINTERS, "kg:reportedIn", "kg:evidence")
    found = {c for p in pointers for c in r.subjects(p, n) if r.kinds(c) & ({"Claim"} | set(_SHAPES))}
    return sorted(found, key=lambda c: c.value)
