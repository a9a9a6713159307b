"""Deeds told beside each other that make one attack: "one bomber ... a second ... and gunmen fired", list by list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.events.arms import is_suicide
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.harm import is_outcome
from kg.extraction.events.identity import conflicts
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story, first_of
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, is_passive, objects, obliques, subjects
from kg.extraction.text import sentences_between

_ONE = frozenset({"one", "first", "second", "third", "fourth", "another", "other"})
_WHEN = frozenset({"when", "after", "as"})
_NEAR = 3  # sentences


def part_of(told: Story, found: Mention, index: Mapping[int, Mention]) -> int | None:
    """The attack that a verb tells a deed of, told in its sentence or shortly before, or None."""
    if found.trigger.noun or found.modality != "asserted" or found.type not in VIOLENT:
        return None
    return first_of(
        lambda: _one_of_them(told, found),
        lambda: _on_the_way(told, found),
        lambda: _in_the_midst(told, found),
        lambda: _beside(told, found, index),
        lambda: next(_taken_in(told, found), None),
    )


def same_part(told: Story, found: Mention, whole: int) -> int | None:
    """The part of the attack that the mention tells again: one of its class by the same doers."""
    for part in told.parts(whole)[1:]:
        event = told.events[part]
        if event.type == found.type and _lemmas(found) & {w for m in event.mentions for w in _lemmas(m)}:
            return part
    return None


def another_deed(found: Mention, event: EventDraft) -> bool:
    """ "Militants raided a post. They blew up a bridge": known doers do something else in the same attack."""
    if found.trigger.noun or found.type not in ("Bombing", "Kidnapping") or not found.entities("agent"):
        return False
    other = all(m.type not in (found.type, "Airstrike", "Shelling") for m in event.mentions)
    struck = found.entities("target")
    return other and bool(struck and event.entities("target")) and not struck & event.entities("target", "place")


def _lemmas(found: Mention) -> set[str]:
    """The nouns for the doers of more than one deed."""
    return {f.token.lemma_.lower() for f in found.fillers if f.role == "agent" and f.token.tag_ == "NNS"}


def _one_of_them(told: Story, found: Mention) -> int | None:
    """ "Two bombers blew themselves up. One detonated ...": the attack of several of whom one is told of."""
    first = next(iter(subjects(found.token)), None)
    if first is None or is_passive(found.token) or not _is_one(first):
        return None
    noun = first.pos_ == "NOUN"
    if noun and not is_suicide(first) and "fighter" not in kinds.sorts(first, told.lexicon.nouns):
        return None
    for whole in range(len(told.events) - 1, -1, -1):
        event = told.events[whole]
        near = event.first.token.i < found.token.i and sentences_between(event.first.token, found.token) <= _NEAR
        if near and event.parent is None and _by_several(event) and not conflicts(found, event, told.geography):
            return whole
    return None


def _on_the_way(told: Story, found: Mention) -> int | None:
    """ "A siege of a hotel by gunmen who had blasted their way in": how those came in is a part of what they did."""
    if not found.trigger.words.endswith(" way"):
        return None
    doers = found.entities("agent")
    before = [m for m in told.mentions if m.token.sent == found.token.sent and m.token.i in told.of_token]
    return next((told.of_token[m.token.i] for m in before if m.entities("agent") & doers), None)


def _in_the_midst(told: Story, found: Mention) -> int | None:
    """ "A vest was set off as soldiers entered": nowhere else and at no other time, in the attack that is told of."""
    device = found.type == "Bombing" and found.trigger.weapon is not None and not found.sequel
    entering = any(_entered(c) for c in children(found.token, "advcl"))
    if not (device and entering) or found.times or found.entities("place", "target", "agent"):
        return None
    placed = (m for m in told.mentions if m.token.i < found.token.i and m.token.i in told.of_token)
    before = [m for m in placed if m.type in VIOLENT]
    last = told.root(told.of_token[before[-1].token.i]) if before else None
    return last if last is not None and last == told.main() and told.events[last].modality == "asserted" else None


def _entered(clause: Token) -> bool:
    """Whether the clause tells of forces on their way into what is attacked."""
    moving = clause.lemma_ in ("enter", "arrive", "approach", "move", "storm", "reach", "rush")
    return moving and any(c.lower_ in ("as", "when", "while") for c in children(clause, "mark", "advmod"))


def _is_one(noun: Token) -> bool:
    words = [noun] if noun.pos_ in ("ADJ", "NUM", "PRON", "DET") else children(noun, "nummod", "amod", "det")
    return any(w.lower_ in _ONE for w in words) and not children(noun, "appos")


def _by_several(event: EventDraft) -> bool:
    if event.type not in VIOLENT or event.modality != "asserted":
        return False
    if (event.count or 1) > 1:
        return True  # "two bombs tore through a church"
    doers = [f.token for m in event.mentions for f in m.fillers if f.role == "agent"]
    return any(t.tag_ == "NNS" and not is_definite(t) for t in doers)


def _beside(told: Story, found: Mention, index: Mapping[int, Mention]) -> int | None:
    """ "Nine died when a bomb went off and gunmen opened fire": one attack killed them; and what is joined to a deed of
    an attack is another of it: "one bomber did this, and gunmen then did that"."""
    token = found.token
    first = index.get(token.head.i) if token.dep_ == "conj" else None
    if first is None or first.token.i not in told.of_token or not children(token, "nsubj", "nsubj:pass"):
        return None
    event = told.of_token[first.token.i]
    if told.events[event].type not in VIOLENT or first.modality != "asserted":
        return None
    places, theirs = found.entities("place"), told.events[event].places()
    if told.geography.apart(places, theirs) or not told.geography.compatible(places, theirs):
        return None
    whole = told.events[event].parent
    if whole is not None and _one_of_them(told, first) == whole:
        return whole
    if not _caused_at_once(first.token, index):
        return None
    shared = [f for f in found.fillers if f.role in ("agent", "place", "target")]
    first.fillers += [f for f in shared if f.role == "agent" or not first.entities(f.role)]  # both killed the nine
    return told.root(event)


def _caused_at_once(clause: Token, index: Mapping[int, Mention]) -> bool:
    """Whether the clause tells when people came to harm: "nine died when ..."."""
    harm = index.get(clause.head.i)
    marked = any(c.lower_ in _WHEN for c in children(clause, "mark", "advmod"))
    return clause.dep_ == "advcl" and marked and harm is not None and is_outcome(harm)


# ---------------------------------------------------------------- after all is told
def assaults(told: Story) -> None:
    """ "Hundreds of fighters stormed the town ... they said they had taken it": an offensive, and the taking a part."""
    for part, seizure in enumerate(told.events):
        if seizure.type == "Seizure" and seizure.parent is None and seizure.modality == "asserted":
            taken = told.geography.specific(seizure.entities("place", "target"))
            whole = next((i for i, e in enumerate(told.events) if _assault(told, e, seizure, taken)), None)
            if whole is not None:
                told.adopt(part, whole)
                for each in (m for m in told.events[whole].mentions if m.type == "Attack"):
                    each.trigger = replace(each.trigger, sense=replace(each.trigger.sense, evokes="Offensive"))


def _assault(told: Story, event: EventDraft, seizure: EventDraft, taken: set[int]) -> bool:
    """Whether the event is an attack on the very town, told shortly before that it was taken."""
    first, last = event.first.token, seizure.first.token
    near = first.i < last.i and sentences_between(first, last) <= _NEAR
    kind = event.type in ("Attack", "ArmedAttack") and event.modality == "asserted" and event.parent is None
    struck = any(m.token.lemma_.lower() in ("assault", "storm", "attack", "raid", "overrun") for m in event.mentions)
    apart = event.values() and seizure.values() and not event.values() & seizure.values()
    return near and kind and struck and not apart and bool(taken & event.entities("place"))


def gather_beside(told: Story) -> None:
    """Make parts of what is told at the side of an attack: people taken and driven out in it, or by the war."""
    for part, event in enumerate(told.events):
        if event.parent is None and event.modality == "asserted":
            driven = event.type == "Displacement"
            whole = _driven_by(told, event) if driven else next(_taken_in(told, event.first), None)
            whole = None if len(event.mentions) > 1 and not driven else whole
            if whole is not None and whole not in told.parts(part):
                told.adopt(part, whole)


def _taken_in(told: Story, found: Mention) -> Iterator[int]:
    """ "Nine were shot, 60 were abducted and several raped": of one sentence, by nobody and nowhere of their own."""
    done = found.type == "Kidnapping" or found.trigger.words in listed("ViolatingVerb")
    alone = not found.trigger.noun and not found.entities("agent", "place", "weapon") and not found.times
    if done and alone and found.frame == "Harm":
        for other in reversed([m for m in told.mentions if m.token.i < found.token.i]):
            whole = told.of_token.get(other.token.i)
            harm = other.trigger.sense.measure in ("killed", "wounded") and other.token.sent == found.token.sent
            if harm and whole is not None and told.events[whole].type in VIOLENT:
                yield told.root(whole)


def _driven_by(told: Story, event: EventDraft) -> int | None:
    """The war since which people were driven out, or the attack that the same sentence told before."""
    found = event.first
    verbs = [found.token, *([found.token.head] if found.token.dep_ == "conj" else ())]
    since = [c for v in verbs for c in children(v, "advcl") if any(m.lower_ == "since" for m in children(c, "mark"))]
    below = [t for c in since for t in (c, *subjects(c), *objects(c))]
    below += [t for v in verbs for t in obliques(v, "since")]
    wars = [told.of_token[t.i] for t in below if t.i in told.of_token]
    war = next((w for w in wars if told.events[w].type == "Conflict"), None)
    if war is not None or event.places() or event.values():
        return war
    same = [m for m in told.mentions if m.token.sent == found.token.sent and m.token.i < found.token.i]
    near = [told.of_token[m.token.i] for m in same if m.token.i in told.of_token and m.modality == "asserted"]
    return next((told.root(w) for w in reversed(near) if told.events[w].type in VIOLENT), None)
