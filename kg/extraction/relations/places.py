"""Which place lies in which, which is the capital, who is based where."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed
from kg.extraction.syntax.clause import children, objects, obliques, subjects
from kg.extraction.wordlist import listed as words
from kg.lexicon.places import KnownPlace

_INNER = ("in", "of", "within")


def within(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X in Y province", "X, Y", "X lies in Y", "the Y city of X", "Y's city of X"."""
    if token.lemma_.lower() in listed("LieVerb") and token.pos_ in ("VERB", "ADJ"):
        for inner in subjects(token):
            yield from _pairs(inner, [w for t in obliques(token, "in") if t.i > token.i for w in _side(t)], cast)
        return
    if not cast.places(token):
        return
    name = cast.name_at(token)
    if name and name.kind == "Facility":
        yield from _named_after(token, cast)
    if name and name.kind in ("Place", "Facility"):
        yield from _pairs(token, [t for t in obliques(token, *_INNER) if cast.name_at(t)], cast)
        yield from _pairs(token, [t for t in children(token, "appos") if _follows(token, t) and cast.name_at(t)], cast)
        asides = [a for a in children(token, "appos") if not (cast.name_at(a) or _is_human(a, cast))]
        around = [
            t for a in asides for t in [*obliques(a, *_INNER), *_before(a)]
        ]
        yield from _pairs(token, [n for t in around for w in _side(t) for n in _named(w, cast)], cast)
    elif token.pos_ == "NOUN":
        owned = bool(obliques(token, "in", "on") and children(token, "nmod:poss"))  # "Russia's base in Tartus"
        owned |= token.lemma_.lower() in ("embassy", "consulate")  # "the US embassy" is abroad
        cases = ("in", "on", "of") if _names_itself(token, cast) else ("in", "on")
        spots = [w for t in obliques(token, *cases) for w in _spot(t)]
        yield from _pairs(token, [*([] if owned else _before(token)), *spots], cast)


def fronted(token: Token, cast: Cast) -> Iterator[Found]:
    """ "In Kulgam, troops clashed with rebels in the village of X": the place named first, before the clause,
    is around the other."""
    if not token.n_lefts:
        return
    places = [t for t in obliques(token, "in") if cast.name_at(t) or cast.places(t)]
    outer = [t for t in places if t.left_edge.i == token.sent[0].i and t.i < token.i]
    for inner in (t for t in places if t.i > token.i):
        yield from _pairs(inner, outer, cast)
    nouns = [*subjects(token), *objects(token)] if outer else []
    nested = [t for n in nouns for t in obliques(n, "in", "at") if t.i > token.i]
    for inner in (t for t in nested if all(cast.may_lie(i, o) for i in cast.places(t) for o in cast.places(outer[0]))):
        yield from _pairs(inner, outer, cast)


def beside(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, in the southwest of the city", "X, on the edge of Y": however the parse hangs it."""
    start = next((c.i for c in children(token, "case")), 0)
    if start < 2 or token.doc[start - 1].text != "," or not cast.name_at(token.doc[start - 2]):
        return
    name = token.doc[start - 2]
    for outer in obliques(token, "of"):
        yield from _pairs(name, [outer] if cast.name_at(outer) else [], cast)
        inner, city = cast.places(name), cast.last_city(name, outer.lemma_) if _is_city(outer, cast) else None
        if city is not None:
            yield from (Found(i, "within", city, name, outer) for i in inner if i != city and cast.may_lie(i, city))


def _is_human(noun: Token, cast: Cast) -> bool:
    """Whether it is a person that the parse hung on a dateline: "Jolo (AP) - A Norwegian man was freed"."""
    return bool(kinds.sorts(noun, cast.lexicon.nouns) & kinds.HUMAN)


def _named_after(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Garissa University": a facility that begins with the name of a town that the report names."""
    name = cast.name_at(token)
    if name is None:
        return
    first = token.doc[name.begin]
    for place, draft in enumerate(cast.drafts):
        if draft.kind == "Place" and any(n.split()[:1] == [first.text] and len(n.split()) == 1 for n in draft.names):
            yield from (Found(f, "within", place, first, token.doc[name.end - 1]) for f in cast.places(token))


def _named(token: Token, cast: Cast) -> list[Token]:
    """The noun if it is a name or takes up one ("the city"), else the name that follows it: Tripoli of "the Libyan
    capital Tripoli"."""
    if cast.name_at(token):
        return [token]
    return [c for c in children(token, "appos", "flat") if cast.name_at(c)] or [token] * _is_city(token, cast)


def _is_city(noun: Token, cast: Cast) -> bool:
    """Whether it is "the city", "the town" or "the capital", without a name."""
    return noun.lemma_.lower() in ("city", "town", "capital") and is_definite(noun) and not cast.name_at(noun)


def _side(token: Token) -> list[Token]:
    """The whole of a side or part: Baghdad of "the northwest of Baghdad"."""
    return obliques(token, "of") if token.lemma_.lower() in listed("SideNoun") else [token]


def _names_itself(noun: Token, cast: Cast) -> bool:
    """ "The A district of B": the noun is A, which stands before it."""
    return any(set(cast.places(c)) & set(cast.places(noun)) for c in children(noun, "compound"))


def _spot(token: Token) -> list[Token]:
    """The named place of "the island of Jolo", "the town of Gao"."""
    return [token, *obliques(token, "of")]


def _before(token: Token) -> list[Token]:
    before = (c for c in token.children if c.dep_ in ("nmod:poss", "compound", "amod", "nmod") and c.i < token.i)
    return [c for c in before if not (c.i and c.nbor(-1).text == "-" and not c.nbor(-1).whitespace_)]  # "pro-Kabul"


def _follows(token: Token, other: Token) -> bool:
    """ "Jolo, Sulu": the larger place comes right after a comma."""
    between = token.doc[token.i + 1 : other.i]
    return (
        any(t.text == "," for t in between)
        and not any(t.text in "()[]" for t in between)
        and not any(t.lower_ in ("and", "or") for t in between)
    )


def _pairs(inner: Token, outers: list[Token], cast: Cast) -> Iterator[Found]:
    for outer in outers:
        adjectives = cast.adjective_place(outer) if not _is_facility(inner, cast) else ()
        places = [*cast.places(outer), *adjectives]
        if _is_city(outer, cast) and (not places or set(places) & set(cast.places(inner))):
            places = [i for i in (cast.last_city(inner, outer.lemma_),) if i is not None]  # not that X is in itself
        for one in cast.places(inner):
            for other in places:
                sea = outer.dep_ == "compound" and cast.across_borders(other)  # a Mediterranean city lies at the sea
                called = outer.dep_ == "compound" and _only_a_name(outer, other, cast)
                apart = one != other and cast.kind(other) == "Place" and not (sea or called)
                if apart and cast.may_contain(other, one):
                    yield Found(one, "within", other, inner, outer)


def _only_a_name(token: Token, place: int, cast: Cast) -> bool:
    """Whether what stands before a building is no known place, and is named nowhere else: "the Reina club"."""
    draft = cast.drafts[place]
    return not cast.lexicon.places.find(draft.name) and all(abs(at - token.i) <= 1 for at, _ in draft.seen)


def _is_facility(token: Token, cast: Cast) -> bool:
    """Whether the noun is a facility: a Russian plane need not be in Russia."""
    return any(cast.kind(i) == "Facility" for i in cast.places(token))


def capitals(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X is the capital of Y", "the Y capital, X", "Y's capital X"."""
    if token.lemma_.lower() not in listed("CapitalNoun") or token.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return
    cities = [*children(token, "appos", "flat"), *(subjects(token) if children(token, "cop") else ())]
    cities += [token.head] if token.dep_ in ("appos", "nmod:desc", "compound") else []
    cities += [c for c in obliques(token, "of") if children(token, "amod", "nmod:poss")]
    wholes = [*(t for t in _before(token) if t.lower_ not in _lesser()), *obliques(token, "of")]
    named = [c for c in cities if cast.name_at(c)]
    if not (named and wholes):
        yield from _known_capital(token, named or [token], [i for w in wholes for i in cast.adjective_place(w)], cast)
    for city in named:
        for one in cast.places(city):
            for outer in (w for w in wholes if w != city):
                found = [*cast.places(outer), *cast.adjective_place(outer), *cast.namesake(outer, one)]
                yield from (Found(one, "capitalOf", o, token, outer) for o in found if o != one)


def _known_capital(token: Token, cities: list[Token], beside: list[int], cast: Cast) -> Iterator[Found]:
    """ "The Haitian capital", "the capital", "the capital, X": the city meant, of a country that the report names."""
    lesser = {c.lower_ for c in token.lefts} & _lesser()
    for city, one in ((c, i) for c in cities for i in cast.places(c)):
        if lesser:
            yield from (Found(one, "capitalOf", r, token, city) for r in _region_of(one, city, cast))
            continue
        codes = {p.capital_of for p in cast.lexicon.places.find(cast.drafts[one].name)} - {""}
        yield from (Found(one, "capitalOf", c, token, city) for c in beside or _countries(codes, cast) if c != one)


def _lesser() -> frozenset[str]:
    """Words before "capital" that make it no country's."""
    return words("mentions.ttl", "LesserCapital")


def _region_of(city: int, token: Token, cast: Cast) -> list[int]:
    """The region named last before a city in which the gazetteer puts it: of "the provincial capital, X"."""
    places = cast.lexicon.places
    found = places.find(cast.drafts[city].name)
    regions = [
        (at, i) for i, d in enumerate(cast.drafts) for at, _ in d.seen
        if d.kind == "Place" and at < token.i and any(_holds(p, found, cast) for p in places.find(d.name))
    ]
    return [max(regions)[1]] if regions else []


def _holds(region: KnownPlace, cities: Sequence[KnownPlace], cast: Cast) -> bool:
    return region.kind in ("province", "region") and any(cast.lexicon.places.within(c, region) for c in cities)


def _countries(codes: set[str], cast: Cast) -> Iterator[int]:
    names = {c.name for code in codes if (c := cast.lexicon.places.country(code)) is not None}
    yield from (i for i, d in enumerate(cast.drafts) if d.kind == "Place" and names & {d.name, *d.names})


def based(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, which is based in Y", "X, headquartered in Y"."""
    if token.lemma_.lower() not in listed("BaseVerb") or token.tag_ != "VBN":
        return
    holders = subjects(token) or ([token.head] if token.dep_ == "acl" else [])
    for holder in holders:
        named = cast.name_at(holder.head) if holder.dep_ == "appos" else None  # "X, an analyst based in Y"
        told = named is not None and (named.kind == "Person" or any(c.lower_ in ("a", "an") for c in holder.lefts))
        for one in cast.actors(holder.head if told else holder):
            if not cast.drafts[one].generic:
                yield from (
                    Found(one, "basedIn", p, holder, t)
                    for t in obliques(token, "in")
                    for p in cast.places(t)
                    if cast.kind(p) == "Place"
                )
