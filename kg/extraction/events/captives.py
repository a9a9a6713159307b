"""Whether a verb of taking or holding ("seized", "took", "caught", "hold", "freed") tells of people kidnapped."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.extraction.events.arms import undergone
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, doers, is_passive, objects, obliques, subjects
from kg.extraction.words import of_lemmas

_THOSE = ("those", "them", "him", "her", "who", "whom", "he", "she")
_OFFICERS = frozenset({"force", "soldier", "authority"})
_PEOPLE = frozenset({"people", "role", "soldier"})


def grabs_people(verb: Token, lexicon: Lexicon) -> bool:
    """ "Gunmen seized six workers" is a kidnapping; "soldiers captured a rebel", "rebels took the town" are none."""
    doing = _sorts(doers(verb), lexicon)
    towards = obliques(verb, "to")
    if any("facility" in kinds.sorts(t, lexicon.nouns) and t.lemma_.lower() != "camp" for t in towards):
        return False  # "were taken to a hospital"
    if verb.lemma_ == "take" and any(c.lower_ in ("outside", "aside", "home") for c in children(verb, "advmod")):
        return False
    if not _persons(verb, lexicon) or doing & _OFFICERS:
        return False
    if verb.lemma_ == "capture" and not doing:
        return _tells_of_abduction(verb.doc)
    armed = bool(doing & {"fighter", "group"})
    return verb.lemma_ != "take" or armed or (is_passive(verb) and _tells_of_abduction(verb.doc))


def by_officers(verb: Token, lexicon: Lexicon) -> bool:
    """Whether those of the state who may search and arrest do it."""
    return bool(_sorts(doers(verb), lexicon) & _OFFICERS)


def _sorts(nouns: Iterable[Token], lexicon: Lexicon) -> set[str]:
    return {s for t in nouns for s in kinds.sorts(t, lexicon.nouns)}


def catches_people(verb: Token, lexicon: Lexicon) -> bool:
    """ "Gunmen took a man from a bus. The six others were caught on their way home": right after others were taken, and
    neither in a crossfire nor by the police."""
    caught = undergone(verb) if is_passive(verb) and not doers(verb) and not obliques(verb, "in", "up") else []
    known = any(is_definite(t) and kinds.sorts(t, lexicon.nouns) & _PEOPLE for t in caught)
    if not known or verb.sent.start == 0:
        return False
    before = {t.lemma_.lower() for t in verb.doc[verb.sent.start - 1].sent}
    return bool(before & (listed("AbductionWord") | listed("GrabbingVerb"))) and _tells_of_abduction(verb.doc)


def holds_people(verb: Token, lexicon: Lexicon) -> bool:
    """ "The rebels released two of the hostages", "seven people it was holding": they had kidnapped them."""
    if verb.lemma_ == "hold" and is_passive(verb) and any(t.lower_ == "ransom" for t in obliques(verb, "for")):
        return _persons(verb, lexicon)  # "700 people are being held for ransom"
    doing = [w for t in doers(verb) for w in meant(t)]
    sorts = _sorts(doing, lexicon)
    armed = sorts & {"fighter", "group"} or any(_is_armed_group(t, lexicon) for t in doing)
    if not armed or sorts & _OFFICERS or not _persons(verb, lexicon):
        return False
    held = verb.lemma_ == "hold" and any(c.dep_ == "nummod" for t in objects(verb) for c in t.lefts)
    return held or _tells_of_abduction(verb.doc)  # "are holding seven soldiers" says it by itself


def meant(pronoun: Token) -> list[Token]:
    """Of "it" and "they" the subject of the clause above, whom they may take up; others stand for themselves."""
    if pronoun.lower_ not in ("it", "they"):
        return [pronoun]
    verbs = [t for t in pronoun.head.ancestors if t.pos_ == "VERB"]
    return next((found for v in verbs if (found := [s for s in subjects(v) if s.i < pronoun.i])), [])


def _is_armed_group(token: Token, lexicon: Lexicon) -> bool:
    last = max([token.i, *(c.i for c in children(token, "flat"))])
    words = [t.text for t in token.doc[token.left_edge.i : last + 1] if t.pos_ != "DET"]
    actor = lexicon.actors.find(" ".join(words)) or lexicon.actors.find(token.text)
    if actor is None and token.ent_type_ == "ORG":
        return kinds.of_name(words, "ORG", lexicon.nouns) == "ArmedGroup"
    return actor is not None and actor.kind == "ArmedGroup"


def _persons(verb: Token, lexicon: Lexicon) -> bool:
    """Whether people are among those that it is done to."""
    taken = [w for t in undergone(verb) or objects(verb) for w in _counted_out(t)]
    return any(is_person(t) or kinds.sorts(t, lexicon.nouns) & _PEOPLE or _are_nationals(t, lexicon) for t in taken)


def _are_nationals(noun: Token, lexicon: Lexicon) -> bool:
    """ "Eight Indonesians", "a Dutchman"."""
    counted = noun.tag_ in ("NNS", "NNPS") or any(c.lower_ in ("a", "an", "one") for c in noun.lefts)
    return counted and noun.text[:1].isupper() and lexicon.nationalities.place(noun.text) is not None


def _counted_out(token: Token) -> list[Token]:
    """Hostages too, of "three of nine hostages"."""
    return [token, *children(token, "nmod")] if token.pos_ == "NUM" else [token]


def takes_people(verb: Token, lexicon: Lexicon) -> bool:
    """ "Soldiers captured two rebels", "troops seized six citizens": they are held, and no place is taken."""
    taken = [w for t in undergone(verb) for w in _of_whom(t)]
    return bool(taken) and all(
        is_person(t) or kinds.sorts(t, lexicon.nouns) & (_PEOPLE | {"fighter"}) for t in taken
    )


def _of_whom(token: Token) -> list[Token]:
    """The attackers, of "three of the attackers were killed and the other two captured"."""
    if token.pos_ != "NUM" or token.head.dep_ != "conj" or not any(c.lower_ == "other" for c in token.lefts):
        return [token]
    return [w for t in undergone(token.head.head) for w in (obliques(t, "of") or [t])]


def is_person(noun: Token) -> bool:
    """Whether the word is a person's name, or a pronoun for persons."""
    return noun.ent_type_ == "PERSON" or noun.lower_ in _THOSE


def _tells_of_abduction(doc: Doc) -> bool:
    """Whether the report speaks of a kidnapping anywhere, so that "276 girls were taken" is one."""
    return bool(of_lemmas(doc, listed("AbductionWord")))


def are_known(verb: Token) -> bool:
    """Whether those taken are told as known: "the hostages were taken on a road", "she had been seized"."""
    taken = undergone(verb) or objects(verb)
    return bool(taken) and all(
        t.lower_ in _THOSE or t.lower_ in ("they", "them") or (is_definite(t) and _is_all(t)) for t in taken
    )


def _is_all(noun: Token) -> bool:
    """Whether the noun means all of them, and no share: not "the six others"."""
    return noun.lemma_.lower() != "other" and not any(c.lower_ in ("other", "remaining") for c in noun.lefts)
