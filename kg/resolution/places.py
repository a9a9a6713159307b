"""Which place a name means: candidates from the gazetteer, settled by the report's own words.

Each clue is a function from a question to the candidates that it favours and the reason in words; CLUES is their order.
A clue that favours none or all says nothing. Where several candidates are left the place stays open: a node without
coordinates is better than the wrong town.
"""
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon.names import fold
from kg.resolution.gazetteers import KnownPlace

FAR_LARGER = 10  # times as many people: then the larger is meant, if the report does not say otherwise
LARGE = 1_000_000  # people: known without a country's name
SMALL = 50_000  # people: a smaller place, or one spelt otherwise, is not meant where only other countries are named


@dataclass(frozen=True, slots=True)
class Context:
    """What else the report names: the slugs of its settled places, and its countries' ISO codes."""

    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """One name, what it may be, and what helps to tell.

    holders  the slugs of all that may be meant by what the report says is around the place, but for regions: which
             places lie in those the gazetteer does not know.
    """

    name: str
    candidates: Sequence[KnownPlace]
    context: Context = Context()
    holders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled:
    """The place that is meant, or None where that is open; why; and how sure (1 is surest)."""

    place: KnownPlace | None
    reason: str
    score: float


def settle(question: Question) -> Settled:
    """The one candidate that the clues leave, or none."""
    left, reasons = list(question.candidates), list[str]()
    for clue in CLUES:
        favoured, reason = clue(replace(question, candidates=left))
        if 0 < len(favoured) < len(left):
            left, reasons = favoured, [*reasons, reason]
    if not left:
        return Settled(None, f"{question.name!r} is not in the gazetteer", 0.0)
    if question.holders and not stated(question)[0]:
        return Settled(None, f"no known {question.name!r} lies where the report says", 0.0)
    if len(left) > 1:
        return Settled(None, f"{question.name!r} may be any of {', '.join(p.slug for p in left)}", 0.0)
    return Settled(left[0], "; ".join(reasons), 0.9) if reasons else _only(question, left[0])


def _only(question: Question, place: KnownPlace) -> Settled:
    """The single candidate: refused where it is a small place of a country that the report does not name."""
    countries = question.context.countries
    abroad = bool(countries) and place.country not in countries and not question.holders & {*place.parents}
    if abroad and place.kind == "city" and (place.population < SMALL or not _spelt(question.name, place)):
        why = f"the only known {place.name} is obscure and in a country that the report does not name"
        return Settled(None, why, 0.0)
    return Settled(place, f"the only known place of the name {question.name!r}", 0.95)


def _spelt(name: str, place: KnownPlace) -> bool:
    """Whether the place is known in that spelling, not merely by a name that sounds like it."""
    return any(fold(known) in fold(name) for known in (place.name, *place.aliases))


def stated(question: Question) -> tuple[list[KnownPlace], str]:
    """The report says what is around it: "Tripoli, Lebanon"."""
    return [p for p in question.candidates if question.holders & {*p.parents}], "the report says within what it lies"


def country_itself(question: Question) -> tuple[list[KnownPlace], str]:
    """A country's name means the country (Lebanon, not the town in Pennsylvania)."""
    return [p for p in question.candidates if p.kind == "country"], "the name of a country"


def near(question: Question) -> tuple[list[KnownPlace], str]:
    """It lies in another place of the report that is smaller than a country."""
    around = [p for p in question.candidates if question.context.places & {*p.parents}]
    return around, "within another place of the report"


def named_country(question: Question) -> tuple[list[KnownPlace], str]:
    """It lies in a country that the report names."""
    countries = question.context.countries
    return [p for p in question.candidates if p.country in countries], "in a country of which the report speaks"


def own_name(question: Question) -> tuple[list[KnownPlace], str]:
    """It bears that very name, the others only as another or in another spelling."""
    return [p for p in question.candidates if fold(p.name) == fold(question.name)], "its very name"


def town(question: Question) -> tuple[list[KnownPlace], str]:
    """The bare name shared by a province and a place within it means the place."""
    around = {slug for p in question.candidates for slug in p.parents}
    return [p for p in question.candidates if p.slug not in around], "the town, not the province of its name"


def prominence(question: Question) -> tuple[list[KnownPlace], str]:
    """A capital, or a place ten times as large as any other of its name: a lesser one only in a named country."""
    capitals = [p for p in question.candidates if p.capital_of]
    if len(capitals) == 1:
        return capitals, "the capital of that name"
    ranked = sorted(question.candidates, key=lambda p: (-p.population, p.slug))
    if len(ranked) < 2 or ranked[0].population < FAR_LARGER * max(1, ranked[1].population):
        return [], ""
    countries = question.context.countries
    if countries and ranked[0].population < LARGE and ranked[0].country not in countries:
        return [], ""
    return ranked[:1], "by far the largest of its name"


Clue = Callable[[Question], tuple[list[KnownPlace], str]]
CLUES: tuple[Clue, ...] = (stated, country_itself, near, named_country, own_name, town, prominence)
