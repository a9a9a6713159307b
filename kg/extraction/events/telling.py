"""The events of a report: its mentions gathered into events, events into wholes and parts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.events import fights, harmed, parties, wholes
from kg.extraction.events.apposed import retold
from kg.extraction.events.arms import is_suicide, weapon_class
from kg.extraction.events.dating import (
    date,
    date_by_doers,
    date_by_events,
    date_by_offsets,
    date_causes,
    lend_dates,
    lend_identity,
)
from kg.extraction.events.denied import denied_deed
from kg.extraction.events.gapped import open_gapped
from kg.extraction.events.harm import host, is_bare, is_outcome
from kg.extraction.events.identity import same_event, whole_of
from kg.extraction.events.kinds import VIOLENT, same_kind
from kg.extraction.events.mention import Mention, by_token, lend_places, mention
from kg.extraction.events.opening import begun_with, one_of_those, taken_inside
from kg.extraction.events.outcomes import as_attacks, outcome
from kg.extraction.events.participant_clues import others_of
from kg.extraction.events.parts import another_deed, assaults, gather_beside, part_of, same_part
from kg.extraction.events.retold import goes_on, so_called
from kg.extraction.events.said_again import just_before, taken_up, took_place
from kg.extraction.events.shares import open_parts, shares, without
from kg.extraction.events.story import Story, first_of
from kg.extraction.events.trigger import Trigger, is_collective
from kg.extraction.events.triggers import triggers
from kg.extraction.events.unasserted import unassert
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.kinds import sorts
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.numbers import Number
from kg.extraction.relations.places import within
from kg.extraction.speech import Speech
from kg.extraction.syntax.clause import children, coordinated, doers, is_passive, objects, obliques, subjects
from kg.extraction.times import TimeMention
from kg.extraction.words import tokens
from kg.lexicon.triggers import Sense


def story(
    doc: Doc,
    cast: Cast,
    lexicon: Lexicon,
    counts: dict[int, Number],
    times: Sequence[tuple[TimeMention, Token]],
    spoken: Sequence[Speech] = (),
) -> Story:
    """The events of a document; `times` are its time expressions, each with the token that it hangs on."""
    told = Story(cast, lexicon)
    told.quoted = {i for s in spoken for begin, end in s.quotes for i in range(begin, end)}
    found = list(_mentions(doc, cast, lexicon, counts))
    shared = shares(cast, counts)
    told.counted_at = {s.place.i: s.number.i for s in shared}
    without(found, told.counted_at)
    told.mentions = found
    named = (t for t in tokens(doc) if _is_place(t, cast, lexicon))
    told.geography.learn((r.subject, r.object) for t in named for r in within(t, cast))
    index = by_token(found)
    lend_places(found, index)
    date(found, times)
    date_by_offsets(found, times)
    lend_dates(found, index)
    lend_identity(found, index)
    date_causes(found, index)
    unassert(found, spoken)
    _gathered(told, index, counts)
    wholes.total(told, index)
    assaults(told)
    gather_beside(told)
    fights.sides(told)
    fights.recovered(told)
    open_parts(told, shared)
    open_gapped(told, counts)
    date_by_doers(told, times)
    date_by_events(told, times)
    parties.carry(told)
    harmed.unite(told)
    return told


def _is_place(token: Token, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether it names a place, or says what one is: "A, a town in the north of B"."""
    name = cast.name_at(token)
    if name is None:
        return token.pos_ == "NOUN" and "settlement" in sorts(token, lexicon.nouns)
    return name.kind == "Place"


def _gathered(told: Story, index: dict[int, Mention], counts: dict[int, Number]) -> None:
    """Put each mention to its event; outcomes last, when all that may have caused them is there."""
    as_attacks(told, index)
    late: list[Mention] = []
    for each in told.mentions:
        if _waits(each, index) or _of_waiting(told, each, late):
            late.append(each)
        else:
            _place(told, each, index)
            for part in _listed(each, told.cast, told.lexicon, counts):
                _part(told, part, told.of_token[each.token.i])
    wholes.gather(told)
    for each in late:
        if is_outcome(each):
            outcome(told, each, index)
        else:
            _place(told, each, index)


def _mentions(doc: Doc, cast: Cast, lexicon: Lexicon, counts: dict[int, Number]) -> Iterator[Mention]:
    for trigger in triggers(doc, lexicon):
        found = mention(trigger, cast, lexicon, counts)
        parties.enter(found, cast)
        yield found


def _waits(found: Mention, index: dict[int, Mention]) -> bool:
    """Whether the mention is placed after all others: outcomes, and "the crime", which may take up a killing."""
    if found.frame == "Anaphor" or found.trigger.words in listed("ViolatingVerb"):
        return True
    again = retold(found, index)
    if again is not None and is_outcome(again):
        return True
    alone = (found.trigger.weapon is not None and not others_of(found)) or _done_by_somebody(found)
    return is_outcome(found) and (not alone or host(found, index) is not None)


def _done_by_somebody(found: Mention) -> bool:
    """ "Gunmen killed nine in A", "nine were shot dead in A": a deed, which "the attack" of the next sentence takes
    up."""
    told = not is_bare(found) and not found.trigger.noun
    told = told and (found.type == "ArmedAttack" or bool(found.entities("agent")))
    return told and bool(found.entities("place") or found.times)


def _of_waiting(told: Story, found: Mention, late: Sequence[Mention]) -> bool:
    """Whether a noun, "this violence", can only take up a killing, which is still to be placed."""
    if not found.definite or found.entities("place", "target", "agent") or found.times or found.type != "Attack":
        return False
    before = any(same_kind(found.type, e.type) for e in told.events)
    return not before and any(m.trigger.sense.measure == "killed" and m.modality == "asserted" for m in late)


def _place(told: Story, found: Mention, index: dict[int, Mention]) -> None:
    """Join the mention to its event, or open one, as a part where it is one of several."""
    same = _told_before(told, found, index)
    whole = part_of(told, found, index) if same is None else same if another_deed(found, told.events[same]) else None
    if whole is not None:
        same = same_part(told, found, whole)
    if same is not None:
        if found.token.lemma_ == "siege" and told.events[same].type != "Offensive":
            found.trigger = replace(found.trigger, sense=replace(found.trigger.sense, evokes="Attack"))
        told.put(found, same)
        return
    if found.frame == "Anaphor" or (found.vague and found.token.i in told.quoted) or _empty(told, found):
        return
    told.open(found, whole if whole is not None else _whole(told, found, index))


def _told_before(told: Story, found: Mention, index: dict[int, Mention]) -> int | None:
    """The event that the grammar, or else the clues of identity, say is told again."""
    return first_of(
        lambda: _told_by_subject(told, found, index),
        lambda: one_of_those(told, found),
        lambda: denied_deed(told, found),
        lambda: _claimed(told, found),
        lambda: _in_one_phrase(told, found, index),
        lambda: so_called(told, found),
        lambda: goes_on(told, found, index),
        lambda: fights.shots(told, found),
        lambda: taken_up(told, found),
        lambda: same_event(found, told.events, told.geography),
    )


def _claimed(told: Story, found: Mention) -> int | None:
    """The attack of "the group claimed the attack, saying it had targeted soldiers", and of "It said its men had ..."
    right after the claim."""
    claim = _claim_above(found.token)
    if claim is None or claim.lemma_ != "claim" or found.entities("place") or found.times:
        return None
    claimed = [*objects(claim), *(w for t in objects(claim) for w in obliques(t, "for"))]
    men = [w for t in doers(found.token) for w in (t, *obliques(t, "of"))]  # "two of its members"
    theirs = not men or any(t.lower_ in _THEIRS or any(c.lower_ in _THEIRS for c in t.lefts) for t in men)
    events = [told.of_token[t.i] for t in claimed if t.i in told.of_token]
    return events[0] if events and theirs and same_kind(found.type, told.events[events[0]].type) else None


_THEIRS = frozenset({"it", "they", "its", "their"})


def _claim_above(token: Token) -> Token | None:
    """The verb above "saying", or that of the sentence before "it said"."""
    saying = next((t for t in token.ancestors if t.tag_ == "VBG" and t.dep_ in ("advcl", "xcomp")), None)
    if saying is not None:
        return saying.head
    root = token.sent.root
    says = root != token and root.lemma_ in ("say", "add") and any(s.lower_ in _THEIRS for s in subjects(root))
    return token.doc[token.sent.start - 1].sent.root if says and token.sent.start else None


def _in_one_phrase(told: Story, found: Mention, index: dict[int, Mention]) -> int | None:
    """ "Signed a peace accord", "a truce signed in May": one agreement; "an accord, a deal that ...": one event."""
    again = retold(found, index)
    if again is not None and again.token.i in told.of_token:
        found.times.clear()
        return told.of_token[again.token.i]
    for occasion in obliques(found.token, "in") if not found.trigger.noun else ():
        event = told.of_token.get(occasion.i)  # "in a separate attack, gunmen hurled grenades"
        if event is not None and not is_definite(occasion) and same_kind(found.type, told.events[event].type):
            return event
    above = index.get(found.token.head.i)
    if above is None or above is found or above.token.i not in told.of_token:
        return None
    object_of = found.token.dep_ in ("obj", "nsubj:pass") or (found.token.dep_ in ("acl", "acl:relcl"))
    signed = object_of and found.type == above.type == "Agreement" and found.trigger.noun != above.trigger.noun
    nouns = found.trigger.noun and above.trigger.noun and not (found.multiple or above.multiple)
    apposed = found.token.dep_ == "appos" and nouns and same_kind(found.type, above.type)
    return told.of_token[above.token.i] if signed or apposed else None


def _whole(told: Story, found: Mention, index: dict[int, Mention]) -> int | None:
    """The event that a new one is a part of: one of several attacks, or those whom a war drove out."""
    if found.frame == "Flight":
        cause = host(found, index) or next((index[t.i] for t in subjects(found.token) if t.i in index), None)
        return told.of_token.get(cause.token.i) if cause is not None else None
    if found.type in VIOLENT and found.modality == "asserted":
        inside = begun_with(told, found)
        inside = taken_inside(told, found) if inside is None else inside
        if inside is not None:
            return inside
        return whole_of(found, told.events, told.geography)
    return None


def _empty(told: Story, found: Mention) -> bool:
    """Whether it points to something unsaid, and says nothing itself: "the battle" of a cross-head."""
    if found.vague and any(_is_habit(c) for c in children(found.token, "acl:relcl")):
        return True
    verbless = not any(t.pos_ in ("VERB", "AUX") for t in found.token.sent)
    return found.definite and not found.fillers and not found.times and (verbless or found.token.i in told.quoted)


def _is_habit(verb: Token) -> bool:
    """ "Attacks that kill civilians are crimes": told in the present, of none in particular."""
    return verb.tag_ in ("VBP", "VBZ", "VB") and not children(verb, "aux", "aux:pass")


def _told_by_subject(told: Story, found: Mention, index: dict[int, Mention]) -> int | None:
    """The event of a verb's subject: "seven explosions hit the town" is one event; so is "the attack took place when
    gunmen fired on the bus"."""
    if found.trigger.noun:
        return None
    subject = [] if is_passive(found.token) else doers(found.token)
    told_of = [w for t in subject for w in (t, *(obliques(t, "of") if is_collective(t) else ()))]
    if not told_of or not any(t.i in index for t in told_of):
        told_of = took_place(found.token)
        told_of = just_before(told, told_of[0]) if [t.lower_ for t in told_of] == ["it"] else told_of
    nouns = [index[t.i] for t in told_of if t.i in index]
    fire = found.type == "Arson"  # what a blast set on fire
    known = [m for m in nouns if m.token.i in told.of_token and m.type in VIOLENT]
    return next((told.of_token[m.token.i] for m in known if fire or same_kind(m.type, found.type)), None)


def _listed(whole: Mention, cast: Cast, lexicon: Lexicon, counts: dict[int, Number]) -> Iterator[Mention]:
    """Parts that an apposition lists: "four blasts — a car bomb and three suicide attackers — hit ..."."""
    if not (whole.trigger.noun and whole.multiple):
        return
    for apposed in children(whole.token, "appos"):
        for token in coordinated(apposed):
            known = weapon_class(token, lexicon)
            if known or is_suicide(token):
                sense = Sense(known.evokes if known else "Bombing", "Blow")
                yield mention(Trigger(token, sense, token.lemma_, token), cast, lexicon, counts)


def _part(told: Story, found: Mention, whole: int) -> None:
    if found.token.i not in told.of_token:
        told.open(found, whole)
