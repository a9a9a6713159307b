"""Allies, rivals, branches, and who has what where."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed, stating
from kg.extraction.syntax.clause import case_of, children, coordinated, objects, obliques, subjects
from kg.extraction.syntax.phrase import compound

_NOUN_TIES = ("allyOf", "rivalOf", "partOf")
_NOT_ACTORS = frozenset({"Place", "Facility", "Weapon", "Method"})


def nouns(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Regime ally Russia", "X, a partner of Y", "its rival X", "Al-Qaida's branch X"."""
    lemma = token.lemma_.lower()
    predicate = next((p for p in _NOUN_TIES if lemma in stating("RelationNoun", p)), "")
    if lemma in listed("OffshootNoun") and listed("OffshootWord") & set(compound(token).split(" ")[:-1]):
        predicate = "partOf"  # "a splinter group of X"
    if not predicate or token.pos_ not in ("NOUN", "PROPN"):
        return
    owners = list(_owners(token, cast))
    for holder in _holders(token):
        for index in cast.actors(holder):
            if not cast.drafts[index].generic:
                named = [
                    o for o in owners if o != index and (not cast.drafts[o].generic or cast.kind(o) == "GovernmentBody")
                ]
                yield from (Found(index, predicate, o, token, holder) for o in named)


def _owners(token: Token, cast: Cast) -> Iterator[int]:
    for child in token.children:
        if (child.i < token.i and child.dep_ in ("compound", "nmod:poss", "nmod")) or (
            child.dep_ == "nmod" and case_of(child) in ("of", "to")
        ):
            yield from (i for t in coordinated(child) for i in cast.actors(t))


def _holders(token: Token) -> Iterator[Token]:
    yield from children(token, "appos", "flat")
    yield from (
        c
        for c in token.children
        if c.dep_ == "compound" and (c.ent_type_ == "ORG" or c.pos_ == "PROPN")
        and c.lemma_.lower() not in listed("FieldNoun") and c.lower_ not in listed("FieldNoun")
    )
    if token.dep_ in ("appos", "nmod:desc", "compound"):
        yield token.head
    elif is_definite(token) and not children(token, "appos", "flat", "nmod"):
        yield token  # "the X affiliate", told of before
    if token.dep_ in ("nsubj", "conj"):  # "its rival and Y's branch, X": the apposition is shared
        yield from (
            a for t in coordinated(token if token.dep_ == "nsubj" else token.head) for a in children(t, "appos")
        )
        yield from (s for s in children(token.head, "nsubj") if s != token and s.pos_ == "PROPN" and s.i == token.i + 1)
    if children(token, "cop"):
        yield from subjects(token)


def sides(token: Token, cast: Cast) -> Iterator[Found]:
    """ "The war pits X against Y"."""
    if token.pos_ == "VERB" and token.lemma_.lower() in listed("OpposingVerb"):
        for one in objects(token):
            for other in obliques(token, "against"):
                yield from (
                    Found(a, "rivalOf", b, one, other) for a in cast.actors(one) for b in cast.actors(other) if a != b
                )


def memberships(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Turkey, a partner in the coalition", "Kenya, a member of the bloc": states in alliances."""
    if token.lemma_.lower() not in listed("MembershipNoun"):
        return
    wholes = [i for t in obliques(token, "of", "in") for i in cast.actors(t) if cast.kind(i) == "InternationalBody"]
    holders = [token.head] if token.dep_ == "appos" else subjects(token) if children(token, "cop") else []
    for holder in holders:
        for index in cast.actors(holder):
            if cast.kind(index) in ("State", "GovernmentBody", "ArmedGroup"):
                yield from (Found(index, "memberOf", w, token, holder) for w in wholes if w != index)


def possessed(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Its X news agency": the named organ is part of its owner."""
    name = cast.name_at(token)
    if name is None or name.kind not in ("MediaOutlet", "ArmedGroup"):
        return
    top = token
    while top.dep_ in ("compound", "flat", "nmod:desc") and top.head != top:
        top = top.head
    for owner in children(top, "nmod:poss"):
        for index in cast.actors(owner):
            yield from (
                Found(i, "partOf", index, owner, token)
                for i in cast.of(token)
                if i != index and cast.kind(index) not in _NOT_ACTORS | {"Person", "State"}
            )


def support(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X backs Y", "forces backed by X"."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in listed("BackVerb") or cast.name_at(token):
        return  # nor do those whose name says whom they support
    if any(c.tag_ == "TO" for c in token.lefts):
        return  # "called on all to support it": they need not
    passive = token.tag_ == "VBN" and obliques(token, "by")
    supporters = obliques(token, "by") if passive else subjects(token)
    supported = ([token.head] if token.dep_ == "acl" else subjects(token)) if passive else objects(token)
    for giver in supporters:
        for taker in supported:
            for one in cast.actors(giver):
                yield from (
                    Found(one, "allyOf", o, giver, taker)
                    for o in cast.actors(taker)
                    if o != one and not cast.drafts[o].generic and not cast.drafts[one].generic
                )


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
