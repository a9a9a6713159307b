"""The weapons that nouns tell of, and those that strike by a verb."""

from spacy.tokens import Token

from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import children, doers, is_passive, obliques, subjects
from kg.extraction.syntax.phrase import compound
from kg.lexicon.nouns import NounClass

_THOSE = ("those", "them", "him", "her", "who", "whom")


def undergone(verb: Token) -> list[Token]:
    """What a verb is done to, by its own arguments alone: no coordination is spread over objects."""
    if is_passive(verb):
        return subjects(verb) or ([verb.head] if verb.head.lower_ in _THOSE else [])
    return children(verb, "obj")


def goes_up(verb: Token) -> bool:
    """Whether the verb tells of an explosion of its subject: "the truck exploded", "blew up"."""
    return verb.lemma_.lower() in ("explode", "blow")


def striking_weapon(verb: Token, lexicon: Lexicon) -> Token | None:
    """The weapon or suicide attacker that is the verb's doer, or the weapon set off."""
    around = [w for t in (*doers(verb), *undergone(verb)) for w in (t, *arms(t, lexicon))]
    return next((t for t in around if weapon_class(t, lexicon) or is_suicide(t)), None)


def arms(noun: Token, lexicon: Lexicon) -> list[Token]:
    """The weapons that a noun phrase tells of: "a bomb", "5 kg of dynamite", "a truck full of explosives", "a burst
    from a rifle", "a bomb made of dynamite", "weapons such as mortars"."""
    known = weapon_class(noun, lexicon) is not None
    inside = obliques(noun, "of") if _measures(noun) and not known else []
    if noun.lemma_.lower() in listed("ShotNoun"):
        inside += [*(() if known else children(noun, "compound")), *obliques(noun, "from")]
    if known or "vehicle" in kinds.sorts(noun, lexicon.nouns):
        inside += obliques(noun, "with", "such as")
    inside += [t for clause in children(noun, "acl", "amod", "acl:relcl") for t in _loaded(clause)]
    return [*([noun] if known else ()), *(w for t in inside if t != noun for w in arms(t, lexicon))]


def _loaded(clause: Token) -> list[Token]:
    """What a participle or adjective after a noun says to be in it: "loaded with X", "full of X", "holding X", "made of
    X"; for a shot, out of which it came: "fired from X"."""
    lemma = clause.lemma_.lower()
    if lemma in listed("LadenVerb"):
        before = [c for c in clause.lefts if c.dep_ in ("compound", "nmod", "obl", "obj")]  # "explosives-packed"
        return [*obliques(clause, "with"), *before, *(children(clause, "obj") if clause.tag_ == "VBG" else ())]
    if lemma in listed("HoldingWord"):
        return [*obliques(clause, "of"), *children(clause, "obj")]
    return obliques(clause, "from") if lemma == "fire" else []


def borne(noun: Token, *verbs: str) -> list[Token]:
    """What somebody has on them: "three men armed with rifles", "gunmen brandishing pistols"; by one of the verbs alone
    where some are given."""
    clauses = [c for c in children(noun, "acl", "amod", "acl:relcl") if not verbs or c.lemma_.lower() in verbs]
    return [w for clause in clauses for w in _borne_by(clause)]


def borne_in(verb: Token) -> list[Token]:
    """As `borne`, of the doer of a verb: "armed with rifles, they stormed the town", "attacked it, using dynamite",
    "used dynamite to blow it up"."""
    above = used_for(verb)
    own = [w for clause in children(verb, "advcl", "xcomp") for w in _borne_by(clause)]
    return own if above is None else [*own, *undergone(above)]


def used_for(verb: Token) -> Token | None:
    """The verb of using above a verb that tells what something was used for: "used dynamite to blow up a bridge"."""
    if not any(c.tag_ == "TO" for c in verb.children):
        return None
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ in ("obj", "nsubj:pass") else verb.head
    used = above.lemma_.lower() in listed("UsingVerb") and verb.dep_ in ("advcl", "xcomp", "acl")
    return above if used and above != verb else None


def _borne_by(clause: Token) -> list[Token]:
    lemma = clause.lemma_.lower()
    if lemma == "arm" or clause.lower_ == "armed":
        return obliques(clause, "with")
    return children(clause, "obj") if lemma in listed("WieldingVerb") else []


def weapon_class(token: Token, lexicon: Lexicon) -> NounClass | None:
    """The weapon class of a noun, or None."""
    return next((c for c in kinds.of_noun(token, lexicon.nouns) if c.sort == "weapon"), None)


def is_aircraft(noun: Token) -> bool:
    """Whether the noun is one of what flies, by a type's name too: "an Ilyushin-76"."""
    typed = noun.pos_ in ("PROPN", "NOUN") and noun.text[:1].isupper() and any(c.isdigit() for c in noun.text)
    return typed or noun.lemma_.lower() in listed("Aircraft")


def is_laid(weapon: Token) -> bool:
    """Whether it waits where somebody left or drove it: a mine, a car bomb."""
    return weapon.lemma_.lower() in listed("LaidWeapon") or compound(weapon) in listed("LaidWeapon")


def is_suicide(token: Token) -> bool:
    """Whether the noun is one who attacks by suicide: "two suicide bombers", "a bomber"."""
    words = compound(token)
    return (
        "suicide" in words and token.lemma_.lower() in ("bomber", "attacker", "assailant", "jihadist")
    ) or token.lemma_.lower() == "bomber"


def _measures(noun: Token) -> bool:
    """Whether the noun only measures out what its of-phrase names: "5 kg of dynamite", "several packages of it"."""
    return noun.lemma_.lower() in listed("MeasureNoun") or noun.like_num
