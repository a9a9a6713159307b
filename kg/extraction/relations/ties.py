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
_GROUPS = frozenset({"ArmedGroup", "PoliticalGroup", "GovernmentBody", "Organisation", "InternationalBody"})
_NOT_ACTORS = frozenset({"Place", "Facility", "Weapon", "Method"})


def nouns(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Regime ally Russia", "X, a partner of Y", "its rival X", "Al-Qaida's branch X"."""
    lemma = token.lemma_.lower()
    predicate = next((p for p in _NOUN_TIES if lemma in stating("RelationNoun", p)), "")
    if lemma in listed("OffshootNoun") and listed("OffshootWord") & set(compound(token).split(" ")[:-1]):
        predicate = "partOf"  # "a splinter group of X"
    if not predicate or token.pos_ not in ("NOUN", "PROPN") or any(c.lower_ in ("pro", "anti") for c in token.lefts):
        return  # "the pro-X news agency Y" is no part of X
    owners = list(_owners(token, cast))
    for holder in _holders(token):
        for index in _parts(holder, token, predicate, cast):
            if not cast.drafts[index].generic:
                named = [
                    o for o in owners if o != index and (not cast.drafts[o].generic or cast.kind(o) == "GovernmentBody")
                ]
                yield from (Found(index, predicate, o, token, holder) for o in named)


def _parts(holder: Token, token: Token, predicate: str, cast: Cast) -> tuple[int, ...]:
    """Who stands in the tie; no person is a part: "a spokesman for X, Y's political wing" tells of X."""
    found = cast.actors(holder)
    if predicate != "partOf" or not any(cast.kind(i) == "Person" for i in found):
        return found
    before = cast.named_before(token)
    beside = cast.actors(before) if before is not None and token.dep_ == "appos" else ()
    return tuple(i for i in beside if cast.kind(i) != "Person") or found


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
    if token.dep_ == "conj" and token.head.dep_ == "appos":
        yield token.head.head  # "China, a neighbour and ally of X"
    elif token.dep_ == "conj" and any(c.lower_ in ("a", "an") for c in token.lefts):
        yield from _apposed(token)
    if token.dep_ in ("nsubj", "conj"):  # "its rival and Y's branch, X": the apposition is shared
        yield from (
            a for t in coordinated(token if token.dep_ == "nsubj" else token.head) for a in children(t, "appos")
        )
        yield from (s for s in children(token.head, "nsubj") if s != token and s.pos_ == "PROPN" and s.i == token.i + 1)
    if children(token, "cop"):
        yield from subjects(token)


def _apposed(token: Token) -> Iterator[Token]:
    """ "X, the head of the Y and a foe of Z": X, though the parse joins the foe to Y."""
    node = token.head
    while node.dep_ in ("nmod", "conj", "compound") and node.head != node:
        node = node.head
    if node.dep_ == "appos":
        yield node.head


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
    if name is None or not (name.kind in ("MediaOutlet", "ArmedGroup") or _is_branch(token, cast)):
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


def _is_branch(token: Token, cast: Cast) -> bool:
    """ "The police's Information Branch": a name that says it is a part."""
    name = cast.name_at(token)
    last = token.doc[name.end - 1].lower_ if name else ""
    return last in stating("RelationNoun", "partOf") and token.i == (name.begin if name else -1)


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


def pledged(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X has pledged allegiance to Y": X sides with Y."""
    verb = token.head
    if token.dep_ != "obj" or verb.lemma_.lower() not in ("pledge", "swear", "declare"):
        return
    for one in subjects(verb):
        for other in (*obliques(token, "to"), *obliques(verb, "to")):
            pairs = ((a, b) for a in cast.actors(one) for b in cast.actors(other) if a != b)
            named = ((a, b) for a, b in pairs if not (cast.drafts[a].generic or cast.drafts[b].generic))
            yield from (Found(a, "allyOf", b, token, other) for a, b in named)


def backing(token: Token, cast: Cast) -> Iterator[Found]:
    """ "A party that has the support of X", "X enjoys the backing of Y"."""
    verb = token.head
    if token.dep_ != "obj" or verb.lemma_.lower() not in ("have", "enjoy") or not is_definite(token):
        return
    for giver in obliques(token, "of"):
        for taker in subjects(verb):
            pairs = ((g, t) for g in cast.actors(giver) for t in cast.actors(taker) if g != t)
            named = ((g, t) for g, t in pairs if not (cast.drafts[g].generic or cast.drafts[t].generic))
            yield from (Found(g, "allyOf", t, giver, taker) for g, t in named)


def owned(token: Token, cast: Cast) -> Iterator[Found]:
    """ "The army-owned channel X": the outlet is its owner's."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.lower_ not in listed("OwnedTie"):
        return
    noun = token.head
    while noun.dep_ in ("amod", "compound") and noun.head != noun and noun.i < token.i:
        noun = noun.head
    owners = [o for o in cast.actors(token.nbor(-2)) if not cast.drafts[o].generic]
    outlets = [i for t in (noun, *children(noun, "appos", "flat")) for i in cast.of(t) if cast.kind(i) == "MediaOutlet"]
    yield from (Found(i, "partOf", o, token.nbor(-2), noun) for i in outlets for o in owners if i != o)


def among_others(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, Y and other leaders of the party": X and Y belong to it."""
    if token.dep_ != "conj" or token.tag_ != "NNS" or not any(c.lower_ == "other" for c in token.lefts):
        return
    owners = [*obliques(token, "of", "from"), *children(token, "compound", "nmod:poss")]
    groups = [i for t in owners for i in cast.actors(t) if cast.kind(i) in _GROUPS and not cast.drafts[i].generic]
    first = token.head
    for person in (t for t in coordinated(first) if t.i < token.i):
        found = (i for i in cast.of(person) if cast.kind(i) == "Person" and not cast.drafts[i].generic)
        yield from (Found(i, "memberOf", g, person, token) for i in found for g in groups)
