"""How an attack began: "the assault began with two car bombs. One hit the gate, the other a wall"."""

from spacy.tokens import Token

from kg.extraction.events.arms import weapon_class
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.trigger import Trigger
from kg.extraction.lexicon import Lexicon
from kg.extraction.syntax.clause import case_of, children, subjects
from kg.extraction.text import sentences_between
from kg.lexicon.triggers import Sense

_ONE = frozenset({"one", "first", "second", "other"})


def opening(weapon: Token, lexicon: Lexicon) -> Trigger | None:
    """A weapon with which something is told to have begun, as what tells of its use."""
    if weapon.head.lemma_ not in ("begin", "start", "open") or case_of(weapon) != "with":
        return None
    known = weapon_class(weapon, lexicon)
    if known is None or not any(t.lemma_.lower() in lexicon.triggers.nouns for t in subjects(weapon.head)):
        return None
    return Trigger(weapon, Sense(known.evokes, "Blow"), weapon.lemma_.lower(), weapon)


def begun_with(told: Story, found: Mention) -> int | None:
    """The attack that began with what the mention tells of."""
    if found.trigger.weapon is not found.token:
        return None
    begun = [told.of_token[t.i] for t in subjects(found.token.head) if t.i in told.of_token]
    return next((i for i in begun if told.events[i].type in VIOLENT), None)


def one_of_those(told: Story, found: Mention) -> int | None:
    """The bombs of which "one hit the gate, the other a wall" tells, in the sentence after they were told of."""
    doers = subjects(found.token)
    if found.trigger.noun or not doers or not all(_is_one(t) for t in doers) or found.modality != "asserted":
        return None
    told_of = enumerate(told.events)
    fits = [i for i, e in told_of if _are_bombs(e) and sentences_between(e.first.token, found.token) == 1]
    return fits[-1] if fits else None


def _is_one(noun: Token) -> bool:
    return noun.lower_ in _ONE and not children(noun, "nmod", "appos")


def _are_bombs(event: EventDraft) -> bool:
    return event.first.trigger.weapon is event.first.token and event.first.multiple


def taken_inside(told: Story, found: Mention) -> int | None:
    """ "Gunmen forced their way in and took guests hostage": a part of the attack that its sentence, or the one before,
    tells of, where no other place or time is named."""
    if found.type != "Kidnapping" or found.trigger.noun or found.entities("place") or found.times:
        return None
    if not any(c.lower_ == "hostage" for c in found.token.children):
        return None
    before = [m for m in told.mentions if m.token.i < found.token.i and m.token.i in told.of_token]
    near = [m for m in before if m.type in VIOLENT - {"Kidnapping"} and sentences_between(m.token, found.token) <= 1]
    whole = told.root(told.of_token[near[-1].token.i]) if near and near[-1].modality == "asserted" else None
    struck = told.events[whole].entities("target", "place") if whole is not None else set()
    return whole if any(told.cast.kind(i) == "Facility" for i in struck) else None
