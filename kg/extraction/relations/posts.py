"""Who has a base, a hospital, a plant or an office where."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed
from kg.extraction.syntax.clause import children, objects, obliques, subjects

_OWNERS = ("State", "ArmedGroup", "InternationalBody", "GovernmentBody")
_AT = ("in", "at", "on", "near")
_FIRMS = (*_OWNERS[1:], "Organisation", "MediaOutlet", "MonitoringGroup", "PoliticalGroup")


def own(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Its hospital in Y", "X's base near Y": X has it there."""
    sites = (*_OWNERS, *_FIRMS) if token.lemma_.lower() in listed("PostNoun") else _FIRMS
    for holder in (t for t in children(token, "nmod:poss") if t.pos_ != "PRON" or _near(t, cast)):
        owners = [i for i in cast.actors(holder) if cast.kind(i) in sites and not cast.drafts[i].generic]
        for where in obliques(token, *_AT) or _right_after(token, cast) if owners else []:
            places = [p for p in cast.places(where) if cast.kind(p) == "Place"]
            yield from (Found(o, "hasFacilityIn", p, holder, where) for o in owners for p in places)


def _right_after(token: Token, cast: Cast) -> list[Token]:
    """The place named right after the noun, whatever the parse hung it on."""
    at = token.i + 2
    if at >= token.sent.end or token.nbor().lower_ not in _AT:
        return []
    return [token.doc[at]] if cast.name_at(token.doc[at]) else []


def _near(pronoun: Token, cast: Cast) -> bool:
    """Whether the sentence names before it whom the pronoun takes up."""
    seen = (at for i in cast.actors(pronoun) for at, _ in cast.drafts[i].seen)
    return any(pronoun.sent.start <= at < pronoun.i for at in seen)


def facilities(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X maintains a naval base in Y", "Y, where X has a base"."""
    if (
        token.pos_ != "VERB"
        or token.lemma_.lower() not in listed("HoldVerb")
        or any(c.lower_ in ("not", "n't", "no") for c in token.subtree)
    ):
        return
    for thing in objects(token):
        if thing.lemma_.lower() in listed("PostNoun"):
            yield from (
                Found(owner, "hasFacilityIn", place, holder, thing)
                for holder in subjects(token)
                for owner in cast.actors(holder)
                if cast.kind(owner) in ("State", "ArmedGroup", "InternationalBody", "GovernmentBody")
                and not cast.drafts[owner].generic
                for place in _where(token, thing, cast)
            )


def _where(verb: Token, thing: Token, cast: Cast) -> list[int]:
    own = [
        i for t in [*obliques(thing, "in", "at", "near"), *obliques(verb, "in", "at", "near")] for i in cast.places(t)
    ]
    if not own and any(c.lower_ == "where" for c in verb.children):
        index = cast.last_place(verb)
        own = [index] if index is not None else []
    return [i for i in own if cast.kind(i) == "Place"]
