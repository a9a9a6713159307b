"""Who leads, speaks for or belongs to what."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed, stating
from kg.extraction.relations.ministers import at_home, is_ministers, is_premier, ministries
from kg.extraction.syntax.clause import case_of, children, coordinated, doers, objects, obliques, subjects
from kg.extraction.syntax.phrase import compound

_BANDS = frozenset({"ArmedGroup", "PoliticalGroup", "GovernmentBody", "Organisation"})
_OF = ("of", "for", "at", "in", "with", "from")


def offices(token: Token, cast: Cast) -> Iterator[Found]:
    """From a noun of office: "Observatory head X", "X, commander of Y", "a spokesman for Y, X",
    "President X" of a named state."""
    predicate = _predicate(token)
    if not predicate:
        return
    bodies = list(_bodies(token, cast)) or _right_beside(token, cast)
    if any(cast.kind(b) == "GovernmentBody" for b in bodies) and predicate == "speaksFor":
        bodies = [b for b in bodies if cast.kind(b) != "State"]  # "Armenia's defence ministry spokeswoman"
    if predicate == "leads" and is_ministers(token) and bodies and all(cast.kind(b) in _BANDS for b in bodies):
        predicate = "memberOf"  # "the rebels' foreign minister"
    if predicate == "leads":
        bodies = ministries(token, cast) if is_ministers(token) else bodies
        bodies = bodies or list(at_home(token, cast))
    for holder in _holders(token, cast):
        for person in cast.of(holder):
            if cast.kind(person) == "Person":
                if predicate == "leads" and _of_a_field(token, bodies, cast):
                    continue
                heads = [
                    b for b in bodies if b != person and (cast.kind(b) != "State" or _may_head_state(token, predicate))
                ]
                told = "memberOf" if predicate == "leads" and _of_a_part(token, cast) else predicate
                yield from (Found(person, told, body, token, holder) for body in heads)


def _right_beside(token: Token, cast: Cast) -> list[int]:
    """The body named right before the office, whatever the parse hung it on: "Sinn Fein president X"."""
    name = cast.name_at(token.doc[token.i - 1]) if token.i else None
    if name is None or name.adjective or name.end != token.i or token.dep_ != "nmod:desc":
        return []
    return [i for i in cast.of(token.doc[name.begin]) if cast.kind(i) in kinds.BODIES]


def _of_a_part(token: Token, cast: Cast) -> bool:
    """ "Head of its military wing": of a part without a name he leads, and not of the whole."""
    region = any((n := cast.name_at(c)) and n.kind == "Place" for c in children(token, "compound"))
    if region and children(token, "nmod:poss"):
        return True  # "the group's Asia director"
    parts = [t for t in obliques(token, "of") if t.lemma_.lower() in stating("RelationNoun", "partOf")]
    owned = (t for t in parts if children(t, "nmod:poss") or obliques(t, "of"))
    return any(not cast.name_at(t) and not children(t, "appos") for t in owned)


def _of_a_field(token: Token, bodies: list[int], cast: Cast) -> bool:
    """ "The union's foreign policy chief": chief of a field, and not of the body."""
    if token.lemma_.lower() in listed("MinistryOffice"):
        return False
    near = [t for c in token.lefts if c.dep_ in ("compound", "amod") for t in c.subtree]
    if any(t.lemma_.lower() in listed("FieldNoun") and not cast.actors(t) for t in obliques(token, "of", "for")):
        return bool(children(token, "nmod:poss", "compound"))  # "the UN's head of humanitarian affairs"
    if any(t.dep_ == "compound" and kinds.sorts(t, cast.lexicon.nouns) & {"authority", "force"} for t in near):
        return False  # "the security council chief" leads a body
    return any(t.lemma_.lower() in listed("FieldNoun") and not cast.actors(t) for t in near) and bool(bodies)


def _predicate(token: Token) -> str:
    lemma = token.lemma_.lower()
    if {lemma, " ".join(compound(token).split(" ")[-2:])} & stating("RelationNoun", "speaksFor"):
        return "speaksFor"
    if lemma in stating("RelationNoun", "leads") and token.pos_ in ("NOUN", "PROPN") and token.tag_ in ("NN", "NNP"):
        before = {c.lower_ for c in token.subtree if c.i < token.i}
        under = any(c.lower_ in listed("UnderHolder") and (c.is_lower or c.is_sent_start) for c in token.lefts)
        if under and not before & (listed("FormerHolder") - listed("UnderHolder")):
            return "memberOf"  # "its deputy leader", "the army's northern commander"
        return "" if before & (listed("FormerHolder") | listed("StandIn")) else "leads"
    return "memberOf" if lemma in stating("RelationNoun", "memberOf") and token.tag_ in ("NN", "NNP") else ""


def _may_head_state(token: Token, predicate: str) -> bool:
    """A president leads a state; its generals, governors and chiefs do not."""
    return predicate != "leads" or token.lemma_.lower() in listed("StateOffice")


def _is_former(token: Token) -> bool:
    """ "Former president", "the late leader", "deputy chief": no leader now."""
    near = token.doc[max(token.sent.start, token.i - 4) : token.i]
    return any(t.lower_ in listed("FormerHolder") for t in near)


def heads_of_state(token: Token, cast: Cast) -> Iterator[Found]:
    """ "President X", "Prime Minister X" of someone known to have led a state."""
    office = token.lemma_.lower() in listed("HeadOfState") or is_premier(token)
    if not office or token.dep_ not in ("nmod:desc", "compound", "flat") or _is_former(token):
        return
    for index in cast.of(token.head):
        known = cast.lexicon.actors.get(cast.drafts[index].known) if cast.drafts[index].known else None
        for slug in known.has_led if known else ():
            led = cast.lexicon.actors.get(slug)
            if led is not None and led.kind == "State":
                yield Found(index, "leads", cast.known_actor(slug, token.i), token, token.head)


def _holders(token: Token, cast: Cast) -> Iterator[Token]:
    """The name that an office stands before, beside, or is said of; of several the one right before the apposition."""
    own = [t for t in children(token, "appos", "flat") if cast.name_at(t) and t.i > token.i]
    if token.dep_ == "appos" and not own:
        before = cast.named_before(token)
        yield before if before is not None else token.head
    elif token.dep_ in ("nmod:desc", "compound", "nmod", "flat") and token.head != token and not case_of(token):
        yield token.head
    for beside in children(token, "appos", "flat"):
        rest = beside.lower_ == "general" and beside.nbor(-1).text == "-"  # "the secretary-general, X"
        yield from children(beside, "appos", "flat") if rest else (beside,)
    if children(token, "cop"):
        yield from subjects(token)


def _bodies(token: Token, cast: Cast) -> Iterator[int]:
    """What the office is of: before it ("army chief", "Syria's president"), or after ("head of the army")."""
    sent = token.lemma_.lower() in listed("SentOut")
    for child in _around(token, cast):
        before = child.i < token.i and child.dep_ in ("compound", "nmod:poss", "amod", "nmod", "nmod:desc")
        after = child.dep_ == "nmod" and case_of(child) in (("of", "from") if sent else _OF)
        after = after and not (case_of(child) in ("in", "at") and cast.places(child))  # "a spokesman in Kiev"
        owned = sent and case_of(child) == "of"  # "an envoy of the president, X"
        owned = owned or (child.dep_ == "nmod:poss" and _predicate(token) == "speaksFor")  # "his envoy, X"
        if before or after:
            yield from (
                i
                for t in coordinated(child)
                for i in (*cast.actors(t), *cast.adjective_actor(t))
                if (cast.kind(i) in kinds.BODIES or (owned and cast.kind(i) == "Person")) and not _is_people(t, cast)
            )


def _is_people(token: Token, cast: Cast) -> bool:
    """ "The Serb leader": of a people, and not of the state that it is most of."""
    place = cast.lexicon.nationalities.place(token.text) if token.dep_ == "amod" else None
    usual = cast.lexicon.nationalities.adjective(place) if place is not None else ""
    return bool(usual) and usual != token.text and usual.startswith(token.text)


def _around(token: Token, cast: Cast) -> Iterator[Token]:
    """The words that may name the body; those before a field for the field itself: "White House press secretary"."""
    for child in token.children:
        field = child.dep_ == "compound" and child.lower_ in listed("FieldNoun") and not cast.name_at(child)
        yield from child.lefts if field else (child,)


def verbs(token: Token, cast: Cast) -> Iterator[Found]:
    """ "X, who commands Y", "a coalition led by X"."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in listed("LeadVerb"):
        return
    led = (
        [*objects(token), *subjects(token)]
        if token.tag_ != "VBN"
        else [_right_before(token)]
        if token.dep_ == "acl"
        else subjects(token)
    )
    leaders = doers(token) if token.tag_ == "VBN" else subjects(token)
    for leader in leaders:
        for body in led if token.tag_ == "VBN" else objects(token):
            yield from _leads(leader, body, cast)


def whose(token: Token, cast: Cast) -> Iterator[Found]:
    """ "The warlord whose Red Army ...": he leads it; "the gang, whose leader X ...": X leads the gang."""
    pronoun = next((c for c in children(token, "nmod:poss") if c.lower_ == "whose"), None)
    if pronoun is None:
        return
    clause = next((t for t in token.ancestors if t.dep_ == "acl:relcl"), token)
    before = token.doc[max(pronoun.i - 2, 0)]
    astray = clause == token and not token.head.is_ancestor(before) and token.head != before
    owner = before if astray and pronoun.nbor(-1).text == "," else clause.head
    predicate = _predicate(token)
    if predicate:
        called = [token, *children(token, "appos", "flat")]
        called += [token.head] if token.dep_ == "nsubj" and children(token.head, "cop") else []  # "whose leader is X"
        people = [i for t in called for i in cast.of(t) if cast.kind(i) == "Person"]
        bodies = [i for i in cast.actors(owner) if cast.kind(i) in kinds.BODIES]
        bodies = [b for b in bodies if cast.kind(b) != "State" or _may_head_state(token, "leads")]
        bodies = [] if _of_a_field(token, bodies, cast) else bodies
        yield from (Found(p, predicate, b, owner, token) for p in people if not cast.drafts[p].generic for b in bodies)
        return
    groups = [i for i in cast.of(token) if cast.kind(i) == "ArmedGroup" and not cast.drafts[i].generic]
    yield from (Found(o, "leads", g, owner, token) for o in cast.of(owner) if cast.kind(o) == "Person" for g in groups)


def _right_before(token: Token) -> Token:
    """What "led by X" is said of: the noun right before it, a comma between them or not, whatever the parse says."""
    at = token.i - 1
    while at > token.sent.start and token.doc[at].text in (",", ")"):
        at -= 1
    noun = token.doc[at]
    whole = noun.head if noun.dep_ == "nmod" and case_of(noun) == "of" else noun  # "a faction of the group led by X"
    if whole.pos_ == "NOUN" and whole.lemma_.lower() in listed("GroupingNoun"):
        return whole
    return noun if noun.pos_ in ("NOUN", "PROPN") else token.head


def _leads(leader: Token, body: Token, cast: Cast) -> Iterator[Found]:
    part = body.lemma_.lower() in listed("GroupingNoun")
    wholes = {i for t in obliques(body, "of") for i in cast.of(t)} if part else set()  # "a faction of X led by Y"
    for one in cast.actors(leader):
        for other in (i for i in cast.of(body) if i not in wholes):
            if (
                one != other
                and cast.kind(other) in kinds.BODIES
                and (cast.kind(one) in ("Person", "State", "GovernmentBody"))
                and not cast.drafts[one].generic
            ):
                yield Found(one, "leads", other, leader, body)


def compounds(token: Token, cast: Cast) -> Iterator[Found]:
    """ "The Saudi-led coalition", "Iran-backed rebels", "a London-based monitor": a name, a hyphen and a participle."""
    if (
        token.i < 2
        or token.nbor(-1).text != "-"
        or token.lower_ not in listed("HyphenTie")
    ):
        return
    owner, noun = token.nbor(-2), token.head
    while noun.dep_ in ("amod", "compound") and noun.head != noun and noun.i < token.i:
        noun = noun.head
    whole = _named_beside(noun, cast) or cast.of(noun) or cast.of(token)
    if token.lower_ in stating("HyphenTie", "basedIn"):
        yield from (Found(w, "basedIn", p, owner, noun) for w in cast.actors(noun) for p in cast.places(owner))
        return
    predicate = "leads" if token.lower_ in stating("HyphenTie", "leads") else "allyOf"
    backed = token.lower_ in ("backed", "supported", "sponsored") and noun.pos_ in ("NOUN", "PROPN")
    owners = [*cast.actors(owner), *cast.adjective_actor(owner)]
    state = cast.lexicon.nationalities.country(owner.text)
    known = cast.lexicon.actors.get(state) if state else None
    if known is not None and (not owners or owners[0] in whole):
        owners = [
            cast.known_actor(known.slug, owner.i)
        ]  # the name of the whole, "the Saudi-led coalition", holds its leader's
    for one in (o for o in owners if predicate != "leads" or cast.kind(o) != "PeopleGroup"):
        yield from (
            Found(one, predicate, w, owner, noun)
            for w in whole
            if w != one and (cast.kind(w) in kinds.BODIES | {"PeopleGroup"} or (backed and cast.kind(w) == "Person"))
        )


def _named_beside(noun: Token, cast: Cast) -> tuple[int, ...]:
    """The person after the comma: X of "the Iran-backed president of Y, X"."""
    if not any(cast.kind(i) == "Person" for i in cast.of(noun)):
        return ()
    after = [t for t in noun.subtree if t.dep_ == "appos" and t.i > noun.i and t.nbor(-1).text == ","]
    named = [t for t in after if cast.name_at(t)]
    return tuple(i for t in named[:1] for i in cast.of(t) if cast.kind(i) == "Person")


def regimes(token: Token, cast: Cast) -> Iterator[Found]:
    """ "President X's regime", "the government of X": X leads it."""
    name = cast.name_at(token)
    if token.lemma_.lower() not in listed("RuleNoun") and not (
        name and name.kind in ("ArmedGroup", "GovernmentBody")
    ):
        return
    for child in token.children:
        if child.pos_ == "PRON":
            continue  # a minister's "his government" is another's
        if child.dep_ in ("nmod:poss", "nmod", "compound") and (child.i < token.i or case_of(child) == "of"):
            for person in (i for i in cast.of(child) if cast.kind(i) == "Person"):
                yield from (Found(person, "leads", body, child, token) for body in cast.of(token) if body != person)
