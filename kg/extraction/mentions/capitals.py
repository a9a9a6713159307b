"""Which city "the capital" is, where no name stands beside it: "the Somali capital", "troops entered the capital"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions.registry import Registry
from kg.extraction.syntax.clause import case_of, children
from kg.extraction.wordlist import listed
from kg.lexicon.places import KnownPlace

_BESIDE = ("amod", "compound", "nmod:poss", "nmod")


def is_national(token: Token) -> bool:
    """Whether the noun is the capital of a country, as far as its own words say: not "the provincial capital"."""
    if token.lemma_.lower() != "capital" or token.tag_ != "NN":
        return False
    return listed("mentions.ttl", "LesserCapital").isdisjoint(c.lower_ for c in token.children)


def capital(token: Token, registry: Registry) -> KnownPlace | None:
    """The capital of the country beside the noun, else of that which the report tells of; None where it is open."""
    beside = list(_countries(token, registry))
    if beside:
        return registry.lexicon.places.capital(beside[0])
    if _named_beside(token, registry):
        return None
    told = _told_of(token, registry)
    places = registry.lexicon.places
    known = [p for p in _cities_before(token, registry) if any(places.is_capital_of(p, c) for c in told)]
    known = known or _seats_before(token, registry)
    if known:
        return known[-1]
    return places.capital(told[0]) if len(told) == 1 else None


def _countries(token: Token, registry: Registry) -> Iterator[KnownPlace]:
    for child in children(token, *_BESIDE):
        if child.i < token.i or case_of(child) == "of":
            yield from _country_at(child, registry)


def _country_at(token: Token, registry: Registry) -> Iterator[KnownPlace]:
    """The country that a name or an adjective is of."""
    name = registry.name_at(token)
    if name is None:
        return
    text = registry.doc[name.begin : name.end].text
    place = registry.lexicon.nationalities.place(text) if name.adjective or name.kind == "PeopleGroup" else None
    found = [place] if place else list(registry.lexicon.places.find(text)[:1]) if name.kind == "Place" else []
    yield from (p for p in found if p.kind == "country")


def _named_beside(token: Token, registry: Registry) -> bool:
    """Whether another name says whose capital it is: "the Chechen capital"."""
    return any(registry.name_at(c) for c in children(token, *_BESIDE) if c.i < token.i or case_of(c) == "of")


def _told_of(token: Token, registry: Registry) -> list[KnownPlace]:
    """The countries of the sentence before the noun, or where it names none those of the report, each once."""
    before = [n for n in registry.names if n.begin < token.i]
    for names in ([n for n in before if n.begin >= token.sent.start], registry.names):
        found = {p.slug: p for n in names for p in _country_at(registry.doc[n.begin], registry)}
        if found:
            return list(found.values())
    return []


def _seats_before(token: Token, registry: Registry) -> list[KnownPlace]:
    """The capitals named before the noun, where no country is: that of the dateline."""
    before = [n for n in registry.names if n.begin < token.i]
    named = any(True for n in before for _ in _country_at(registry.doc[n.begin], registry))
    return [] if named else list(_cities_before(token, registry))


def _cities_before(token: Token, registry: Registry) -> Iterator[KnownPlace]:
    for name in registry.names:
        if name.kind == "Place" and name.begin < token.i:
            found = registry.lexicon.places.find(registry.doc[name.begin : name.end].text)
            yield from (p for p in found if p.capital_of)
