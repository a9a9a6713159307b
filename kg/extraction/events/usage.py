"""Weapons that a verb tells the use of: thrown, planted, used against somebody, driven into something."""

from spacy.tokens import Token

from kg.extraction.events.arms import arms, is_aircraft, undergone, weapon_class
from kg.extraction.events.trigger import Trigger
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import children, doers, objects, obliques
from kg.lexicon.triggers import Sense


def usage(token: Token, lexicon: Lexicon) -> Trigger | None:
    """A bomb thrown or planted, weapons used against somebody."""
    lemma = token.lemma_.lower()
    if not any(lemma in listed(verbs) for verbs in ("DefusingVerb", "SettingVerb", "UsingVerb", "RammingVerb")):
        return None
    weapon = next((w for t in undergone(token) for w in arms(t, lexicon)), None)
    if weapon is None and lemma in listed("RammingVerb") and _rams(token, lexicon):
        return Trigger(token, Sense("Attack", "Blow"), lemma)
    known = weapon_class(weapon, lexicon) if weapon is not None else None
    if known is None:
        return None
    if lemma in listed("RammingVerb"):
        rammed = known.evokes == "Bombing" and _into(token)
        return Trigger(token, Sense("Bombing", "Act"), f"{lemma} bomb", weapon) if rammed else None
    if lemma in listed("DefusingVerb") and known.evokes == "Bombing":
        return Trigger(token, Sense("Bombing", "Blow"), f"{lemma} bomb")
    somewhere = lemma != "leave" or obliques(token, *listed("PlacePreposition"))
    dropped = lemma == "drop" and (known.evokes == "Airstrike" or any(map(is_aircraft, doers(token))))
    if lemma in listed("SettingVerb") and (known.evokes == "Bombing" or dropped) and somewhere:
        kind = "Airstrike" if dropped else "Bombing"
        return Trigger(token, Sense(kind, "Blow"), f"{lemma} bomb")
    if lemma in listed("UsingVerb") and obliques(token, "against"):
        return Trigger(token, Sense(known.evokes, "Act"), lemma, weapon)
    return None


def _rams(verb: Token, lexicon: Lexicon) -> bool:
    """ "Drove a truck into a market and killed twelve": an attack; "drove a truck into a wall" need be none."""
    vehicle = any("vehicle" in kinds.sorts(t, lexicon.nouns) for t in objects(verb))
    harm = [c for c in children(verb, "conj", "advcl") if c.lemma_.lower() in ("kill", "wound", "injure")]
    return vehicle and bool(_into(verb)) and bool(harm) and bool(doers(verb))


def _into(verb: Token) -> list[Token]:
    """What a vehicle full of explosives was driven into, wherever below the verb the parse hung it."""
    laden = [c for t in objects(verb) for c in (t, *children(t, "acl"))]
    return [t for v in (verb, *laden) for t in obliques(v, "into", "at", "against", "toward", "towards")]
