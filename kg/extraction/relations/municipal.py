"""Who leads a town or a province: mayors and governors. What they lead is the place's government, and not the place."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed, local_body
from kg.extraction.syntax.clause import children, coordinated, obliques
from kg.extraction.text import sentences_between

_NEAR = 2  # sentences back to the town of "Mayor X"


def local_offices(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, mayor of the nearby town of Y", "Y Governor X"; of "the mayor, X" the one town named before in the sentence,
    of "Mayor X" that of two sentences."""
    if token.tag_ not in ("NN", "NNP") or any(c.lower_ in listed("FormerHolder") for c in token.lefts):
        return
    for holder in _holders(token, cast):
        people = [i for i in cast.of(holder) if cast.kind(i) == "Person" and not cast.drafts[i].generic]
        for place in _places(token, cast)[:1] if people else []:
            body = cast.government(place, local_body(token.lemma_.lower()), token)
            yield from (Found(p, "leads", body, token, holder) for p in people)


def _holders(token: Token, cast: Cast) -> list[Token]:
    beside = [t for t in children(token, "appos", "flat") if cast.name_at(t)]
    if token.dep_ == "appos":
        before = cast.named_before(token)
        return [before if before is not None else token.head]
    return beside or ([token.head] if token.dep_ in ("nmod:desc", "compound") else [])


def _places(token: Token, cast: Cast) -> list[int]:
    """The place of the office, by its own phrase, or of "the mayor" by the sentence."""
    before = (c for c in children(token, "compound", "nmod:poss", "nmod") if c.i < token.i)
    own = [*obliques(token, "of", "in"), *before]
    inner = [w for t in own for n in coordinated(t) for w in (n, *obliques(n, "of"))]
    found = [i for t in inner for i in cast.places(t) if _is_local(i, cast)]
    if token.lemma_.lower() not in listed("TownOffice") | {"governor"}:
        found = [i for i in found if not _is_town(i, cast)]  # "the president of Barcelona" runs a club
    titled = token.dep_ in ("nmod:desc", "compound")
    if found or own or not (titled or is_definite(token)) or token.lemma_.lower() not in listed("TownOffice"):
        return found
    near = [t for t in token.doc[: token.i] if cast.name_at(t) and sentences_between(t, token) <= _NEAR * titled]
    same = [t for t in near if t.sent == token.sent]
    for named in (same, near):
        towns = dict.fromkeys(i for t in named for i in cast.places(t) if _is_local(i, cast) and _is_town(i, cast))
        if towns:
            return list(towns) if len(towns) == 1 else []
    return []


def _is_town(index: int, cast: Cast) -> bool:
    """Whether the gazetteer knows it for one."""
    return any(p.kind == "city" for p in cast.lexicon.places.find(cast.drafts[index].name))


def _is_local(index: int, cast: Cast) -> bool:
    """Whether it is a place within a country."""
    return cast.kind(index) == "Place" and index not in cast.countries()
