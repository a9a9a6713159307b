"""Who belongs to a body by what they do for it, and who was put in office there."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed
from kg.extraction.syntax.clause import case_of, children, is_leaf, is_passive, objects, obliques, subjects

_BODIES = kinds.BODIES - {"State"}


def occupations(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, a cameraman for Sky News", "X, director of operations at the Red Cross": X belongs to it."""
    if token.tag_ != "NN" or token.dep_ != "appos" or cast.name_at(token):
        return
    people = _people(token, cast)
    if not people or not kinds.sorts(token, cast.lexicon.nouns) & kinds.HUMAN:
        return
    office = token.lemma_.lower() in listed("RelationNoun")  # told of elsewhere, but for "director of operations at"
    fields = [t for t in obliques(token, "of") if {t.lower_, t.lemma_.lower()} & listed("FieldNoun")]
    nouns = fields if office else [token, *fields]
    for body in (t for n in nouns for t in obliques(n, "for", "with", "at", "from")):
        groups = [i for i in cast.of(body) if cast.kind(i) in _BODIES and not cast.drafts[i].generic]
        yield from (Found(p, "memberOf", g, token, body) for p in people for g in groups if p != g)


def one_of_theirs(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, one of the group's engineers": X belongs to it."""
    people = _people(token, cast) if token.dep_ == "appos" else []
    for noun in obliques(token, "of") if people else []:
        owners = [*children(noun, "nmod:poss", "compound"), *obliques(noun, "of")]
        groups = [i for t in owners for i in cast.actors(t) if cast.kind(i) in _BODIES and not cast.drafts[i].generic]
        yield from (Found(p, "memberOf", g, token, noun) for p in people for g in groups if p != g)


def appointed(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X was replaced as army chief by Y", "Y succeeded X as head of the army": Y leads the army; so does who was
    named its chief."""
    verb = token.head
    if case_of(token) != "as" or not {verb.lemma_.lower()} & (listed("ReplaceVerb") | listed("AppointVerb")):
        return
    bodies = [i for t in (*children(token, "compound", "nmod:poss"), *obliques(token, "of")) for i in cast.actors(t)]
    for holder in _newcomers(token, verb):
        people = [i for i in cast.of(holder) if cast.kind(i) == "Person" and not cast.drafts[i].generic]
        led = [b for b in bodies if cast.kind(b) in _BODIES]
        yield from (Found(p, "leads", b, token, holder) for p in people for b in led)


def _newcomers(office: Token, verb: Token) -> list[Token]:
    """Who holds the office now."""
    if verb.lemma_.lower() in listed("AppointVerb"):
        return subjects(verb) if is_passive(verb) else objects(verb)
    return [*obliques(verb, "by"), *obliques(office, "by")] if is_passive(verb) else subjects(verb)


def _people(noun: Token, cast: Cast) -> list[int]:
    """The person named before the comma of an apposition."""
    before = cast.named_before(noun)
    named = [before] if before is not None else [noun.head]
    return [i for t in named for i in cast.of(t) if cast.kind(i) == "Person" and not cast.drafts[i].generic]


def under(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Gunmen of the X under Y": Y belongs to the X; "the army, under General Y": Y leads it."""
    leader, men = token.head, token.head.head
    if token.dep_ != "case" or leader not in obliques(men, "under"):
        return
    groups = [i for i in cast.of(men) if cast.kind(i) == "ArmedGroup"]
    aside = men.tag_ == "NN" and any(t.text == "," for t in men.doc[men.i : leader.left_edge.i + 1])
    forces = [i for i in cast.of(men) if aside and cast.kind(i) == "GovernmentBody"]
    for person in (i for i in cast.of(leader) if cast.kind(i) == "Person"):
        yield from (Found(person, "memberOf", g, men, leader) for g in groups)
        yield from (Found(person, "leads", f, men, leader) for f in forces)


def of_body(token: Token, cast: Cast) -> Iterator[Found]:
    """ "Jan Alm of the X", "the X's Jan Alm": a person named with the body that they are of."""
    name = None if is_leaf(token) else cast.name_at(token)
    if name is None or name.kind != "Person":
        return
    owners = [*obliques(token, "of"), *(c for c in children(token, "nmod:poss") if c.pos_ != "PRON")]
    for body in owners:
        groups = [i for i in cast.of(body) if cast.kind(i) in _BODIES]
        groups = [i for i in groups if cast.name_at(body) or cast.kind(i) == "GovernmentBody"]
        yield from (Found(p, "memberOf", g, token, body) for p in cast.of(token) for g in groups if p != g)


def sects(token: Token, cast: Cast) -> Iterator[Found]:
    """ "The sect from which X hails", "the Alawites, the sect of X", "X, an Alawite"."""
    if token.lemma_.lower() not in listed("CreedNoun"):
        return
    groups = [
        i
        for t in (token, token.head, *children(token, "appos"))
        for i in cast.of(t)
        if cast.kind(i) == "PeopleGroup" and not cast.drafts[i].generic
    ]
    groups = groups or cast.sect_before(token)
    people = [t for c in children(token, "acl:relcl") for t in subjects(c) if c.lemma_ in listed("HailVerb")]
    people += obliques(token, "of")
    for person in people:
        for index in cast.of(person):
            if cast.kind(index) == "Person":
                yield from (Found(index, "adherentOf", g, token, person) for g in groups[:1])
