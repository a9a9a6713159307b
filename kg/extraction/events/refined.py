"""What weapons and doers make of a general word: an attack with a bomb is a bombing, by planes an air strike."""

from spacy.tokens import Token

from kg.extraction.events.arms import borne, is_aircraft, is_suicide, weapon_class
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.syntax.clause import children, doers, obliques
from kg.lexicon.triggers import Sense

_IMPACT_FRAMES = frozenset({"Act", "Blow", "Harm"})


def refined(token: Token, sense: Sense, weapon: Token | None, lexicon: Lexicon) -> Sense:
    """An attack with a bomb is a bombing: the weapon tells more than a general verb."""
    known = None if weapon is None else weapon_class(weapon, lexicon)
    if weapon is None and sense.evokes == "Attack" and sense.frame == "Harm" and _wear_bombs(token, lexicon):
        return Sense("Bombing", sense.frame, sense.measure)
    if sense.evokes == "Shelling" and known is not None and known.evokes == "Airstrike":
        return Sense("Airstrike", sense.frame, sense.measure)
    if sense.evokes in ("Attack", "Bombing") and sense.frame in ("Act", "Harm") and _by_planes(token, lexicon):
        return Sense("Airstrike", sense.frame, sense.measure)
    if known is not None and known.evokes == "Shelling" and _left_over(weapon):
        return Sense("Bombing", sense.frame, sense.measure)  # "an unexploded shell killed two children"
    if sense.frame == "Blow" and known is not None and known.evokes == "Shelling":
        return Sense("Shelling", sense.frame, sense.measure)  # "mortar shells exploded outside a school"
    if weapon is None or sense.evokes not in ("Attack", "ArmedAttack", "Bombing") or sense.frame not in _IMPACT_FRAMES:
        return sense
    if from_the_air(weapon):
        return Sense("Airstrike", sense.frame, sense.measure)
    if sense.evokes == "Bombing" and (known is None or known.evokes != "Airstrike"):
        return sense
    return Sense(known.evokes if known else "Bombing", "Act" if sense.frame == "Act" else sense.frame, sense.measure)


def _wear_bombs(verb: Token, lexicon: Lexicon) -> bool:
    """ "Two women wearing explosives killed ten"."""
    bombs = (weapon_class(w, lexicon) for t in doers(verb) for w in borne(t, "wear", "strap"))
    return any(known is not None and known.evokes == "Bombing" for known in bombs)


def _by_planes(verb: Token, lexicon: Lexicon) -> bool:
    """ "Planes bombed the town"; not "the M23 did", nor "a plane crashed, killing all on board"."""
    crew = children(verb, "nsubj") if verb.dep_ == "advcl" else doers(verb)
    flying = (t for t in crew if is_aircraft(t) and not is_suicide(t))
    return any(lexicon.actors.find(t.text) is None for t in flying)


def _left_over(shell: Token | None) -> bool:
    """ "An unexploded shell", "a shell left from the war": nobody fired it now."""
    around = () if shell is None else (c.lower_ for c in shell.children if c.dep_ in ("amod", "acl", "compound"))
    return any(word in listed("LeftOver") for word in around)


def from_the_air(weapon: Token) -> bool:
    """ "Missiles fired by an unmanned aircraft", "bombs dropped by jets", "rockets fired from drones"."""
    fired = [c for c in children(weapon, "acl") if c.tag_ == "VBN"]
    return any(is_aircraft(t) for c in fired for t in (*doers(c), *obliques(c, "from")))
