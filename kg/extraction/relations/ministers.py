"""Who leads a state or one of its ministries: heads of government, ministers, and their counterparts."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed, stating
from kg.extraction.syntax.clause import children, obliques
from kg.extraction.syntax.phrase import compound
from kg.lexicon import state_body

_MODIFIERS = ("amod", "nmod:poss", "compound", "nmod")


def is_premier(token: Token) -> bool:
    """Whether the office is one of those that lead a government: "the prime minister"."""
    return any(compound(token).endswith(form) for form in listed("PremierOffice"))


def is_ministers(token: Token) -> bool:
    """Whether the office is one whose holder leads a ministry and no state; a secretary-general leads neither."""
    after = token.doc[token.i + 1 : token.i + 3]
    if any(t.lower_ == "general" for t in after):
        return False
    return token.lemma_.lower() in listed("MinistryOffice") and not is_premier(token)


def ministries(token: Token, cast: Cast) -> list[int]:
    """The ministry of "the Afghan interior minister"; a minister does not lead the state."""
    field = _field(token)
    for child in token.children:
        if child.dep_ in _MODIFIERS and child.lower_ != field:
            body = state_body(_state_name(child, cast), f"{field} ministry") if field else None
            if body is not None:
                return [cast.known_actor(body.slug, token.i)]
    return []


def _state_name(token: Token, cast: Cast) -> str:
    """The word that names the state, or the state that "its" takes up."""
    if token.pos_ != "PRON":
        return token.text
    return next((cast.drafts[i].name for i in cast.actors(token) if cast.kind(i) == "State"), "")


def _field(token: Token) -> str:
    return " ".join(compound(token).split(" ")[-2:-1])


def at_home(token: Token, cast: Cast) -> Iterator[int]:
    """What "President X", "Interior Minister X", "the interior minister, X," leads at home: the state from which the
    report is sent, or a ministry of it, unless another state speaks or acts before it in its paragraph."""
    title = token.dep_ in ("nmod:desc", "compound") and token.text[:1].isupper() and token.head.i > token.i
    apart = is_definite(token) and any(cast.name_at(c) for c in children(token, "appos"))
    if not (title or apart) or not cast.home or children(token, "nmod:poss", "nmod") or _is_abroad(token, cast):
        return
    field = _field(token)
    if token.lemma_.lower() in listed("TownOffice"):
        return  # an emir may be a city's
    if token.lemma_.lower() in listed("HeadOfState") or is_premier(token):
        state = cast.lexicon.actors.state(cast.home)
        yield from [cast.known_actor(state.slug, token.i)] if state else []
    elif is_ministers(token) and field:
        body = state_body(cast.home, f"{field} ministry")
        yield from [cast.known_actor(body.slug, token.i)] if body else []


def _is_abroad(token: Token, cast: Cast) -> bool:
    """Whether the holder is known to have led another state, or a name of one stands in the sentence or acts before."""
    holders = [token.head, *children(token, "appos")]
    found = {cast.drafts[i].known for t in holders for i in cast.of(t) if cast.kind(i) == "Person"} - {""}
    known = [cast.lexicon.actors.get(slug) for slug in sorted(found)]
    own = [t for h in holders for t in obliques(h, "of", "from")]
    beside = (*own, *token.sent, *_before(token.sent))
    return any(k and k.has_led for k in known) or any(_is_foreign(t, cast) for t in beside) or _is_one_of_two(token)


def _is_one_of_two(token: Token) -> bool:
    """Whether somebody else has the same title: "Prime Minister X met Prime Minister Y"."""
    same = (t for t in token.doc if t.lemma_ == token.lemma_ and t.dep_ == token.dep_ == "nmod:desc")
    return any(t.head.text != token.head.text for t in same)


def _before(sentence: Span) -> Iterator[Token]:
    """The subjects of the sentences before, of its paragraph, and what hangs on them."""
    at = sentence.start - 1
    while at >= 0 and "\n" not in sentence.doc[at].text:
        token = sentence.doc[at]
        if token.dep_ in ("nsubj", "nsubj:pass") or token.head.dep_ in ("nsubj", "nsubj:pass"):
            yield token
        at -= 1


def _is_foreign(token: Token, cast: Cast) -> bool:
    """Whether the word names a state, its people or a place abroad."""
    name = cast.name_at(token)
    if name is None:
        return False
    text = token.doc[name.begin : name.end].text
    place = cast.lexicon.nationalities.place(text) or next(iter(cast.lexicon.places.find(text)), None)
    if place is None or name.kind == "Person":
        return False
    around = cast.lexicon.places.country(place.country) or place
    return cast.home not in (place.name, around.name)


def counterparts(token: Token, cast: Cast) -> Iterator[Found]:
    """ "After the foreign minister met his Freedonian counterpart, X": X holds the same office there."""
    office = _office_before(token)
    if office is None or token.tag_ != "NN":
        return
    holders = [*children(token, "appos", "flat"), *([token.head] if token.dep_ in ("nmod:desc", "appos") else [])]
    for holder in holders:
        for person in (i for i in cast.of(holder) if cast.kind(i) == "Person"):
            predicate = "speaksFor" if office.lemma_.lower() in stating("RelationNoun", "speaksFor") else "leads"
            yield from (Found(person, predicate, b, token, holder) for b in _theirs(token, office, cast) if b != person)


def _office_before(token: Token) -> Token | None:
    """The office last named before in the sentence."""
    offices = listed("StateOffice") | listed("MinistryOffice") | stating("RelationNoun", "speaksFor")
    before = token.doc[token.sent.start : token.i]
    return next((t for t in reversed(before) if t.lemma_.lower() in offices and t.pos_ in ("NOUN", "PROPN")), None)


def _theirs(token: Token, office: Token, cast: Cast) -> Iterator[int]:
    """The state, ministry or party that the word before "counterpart" names, as the office leads one."""
    ministry = is_ministers(office)
    for child in (c for c in children(token, *_MODIFIERS) if c.i < token.i):
        body = state_body(child.text, f"{_field(office)} ministry") if ministry else None
        bodies = [*cast.actors(child), *cast.adjective_actor(child)] if not ministry else []
        yield from [cast.known_actor(body.slug, token.i)] if body else []
        yield from (i for i in bodies if cast.kind(i) not in ("Person", "PeopleGroup"))
