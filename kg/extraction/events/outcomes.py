"""Outcomes: words of harm ("killed", "died") joined to the event that did the harm, or events of their own."""

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.casualties import FRAME as CASUALTY
from kg.extraction.events.clues import in_passing
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.harm import by_nature, host, is_bare, is_outcome
from kg.extraction.events.identity import conflicts, same_event, whole_of
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import case_of, children, obliques, subjects
from kg.extraction.text import sentences_between


def outcome(told: Story, found: Mention, index: dict[int, Mention]) -> None:
    """Join the outcome to the event of its cause, or to the one whose harm it counts; else open one, or drop it."""
    cause = host(found, index)
    apart = found.modality == "denied" and cause is not None and cause.modality == "asserted"
    if cause is not None and cause.token.i in told.of_token and _may_cause(found, cause) and not apart:
        told.put(found, told.of_token[cause.token.i])
        if cause.type == "Clash" and found.type == "ArmedAttack":  # "shot during a clash"
            found.trigger = replace(found.trigger, sense=replace(found.trigger.sense, evokes="Clash"))
        _parties(told, found)
        return
    if is_bare(found) and (by_accident(found.token, told) or by_nature(found)):
        return
    if _is_charge(found):
        main = told.main()
        if main is not None and any(m.trigger.sense.measure == "killed" for m in told.events[main].mentions):
            told.put(found, main)
        return
    of = obliques(found.token, "of", "from") if found.token.lemma_ == "die" else []
    if any(t.lemma_ in ("wound", "injury") for t in of):
        found.times.clear()  # "died of their wounds on Tuesday": of what was told to have happened before
    those = _of_those(told, found)
    if those is not None:
        told.open(found, those) if found.entities("place") else told.put(found, those)
        return
    elsewhere = _in_something_else(told, found) or _at_another_time(found) or _elsewhere(found)
    same = None if elsewhere else _retold(told, found)
    if same is None and not elsewhere:
        same = _elaborated(told, found)
    if same is not None:
        told.put(found, same)
    elif found.frame == CASUALTY or found.trigger.words == "injury":
        return  # "the injury of a player" need not be anybody's deed
    elif elsewhere or not is_bare(found) or found.modality != "asserted" or _stands_alone(found):
        part = found.type in VIOLENT and not _elsewhere(found)
        told.open(found, whole_of(found, told.events, told.geography) if part else None)


def _of_those(told: Story, found: Mention) -> int | None:
    """The event that killed those of whom "of those, nine were killed at A" counts some: the last told before."""
    below = [t for t in obliques(found.token, "of") if t.i < found.token.i]
    if not any(t.lower_ in ("those", "these", "them") for t in below) or not found.token.sent.start:
        return None
    before = told.cast.doc[found.token.sent.start - 1].sent
    harms = [m for m in told.mentions if m.token.sent == before and m.trigger.sense.measure == "killed"]
    return next((told.of_token[m.token.i] for m in reversed(harms) if m.token.i in told.of_token), None)


def _elaborated(told: Story, found: Mention) -> int | None:
    """The event that the sentence after a report's first tells with the details: "Gunmen slaughtered scores of herders.
    At least 90 died in Sunday's raid on A"."""
    first = told.main()
    if first is None or found.modality != "asserted" or found.trigger.noun or found.token.i != told.mentions[0].token.i:
        return None
    event = told.events[first]
    top = event.first
    later = found.token.sent.end <= top.token.i and _distance(found, event) >= 0
    near = sentences_between(found.token, top.token) == 1
    harm = any(m.trigger.sense.measure == "killed" and m.token.sent == top.token.sent for m in told.mentions)
    if not (later and near and harm and top.trigger.noun and not top.sequel) or conflicts(found, event, told.geography):
        return None
    doers = [f.token for m in event.mentions for f in m.fillers if f.role == "agent"]
    return first if not found.entities("agent") or all(is_definite(t) for t in doers) else None


def as_attacks(told: Story, index: dict[int, Mention]) -> None:
    """Take for attacks what the lexicon reads as the taking of a place, where people were killed when it was."""
    for found in told.mentions:
        cause = host(found, index) if found.trigger.sense.measure == "killed" and is_outcome(found) else None
        if cause is not None and cause.type == "Seizure" and _of_a_post(told, cause):
            cause.trigger = replace(cause.trigger, sense=replace(cause.trigger.sense, evokes="Attack"))


def _of_a_post(told: Story, seizure: Mention) -> bool:
    """ "Soldiers were killed when rebels overran their camp": an attack on it, and no town taken."""
    taken = [told.cast.kind(f.entity) for f in seizure.fillers if f.role == "target"]
    overran = seizure.token.lemma_.lower() in ("overrun", "overran") and seizure.token.dep_ == "advcl"
    return overran and bool(taken) and set(taken) == {"Facility"}


def by_accident(token: Token, told: Story) -> bool:
    """ "A train derailed, killing 79": a calamity is named in the token's sentence, and no violence."""
    words = told.lexicon.triggers
    accident = any(t.lemma_.lower() in words.accidents for t in token.sent)
    violence = (m for m in told.mentions if m.token.sent == token.sent and not is_outcome(m))
    return accident and not any(m.type in VIOLENT for m in violence)


def _is_charge(found: Mention) -> bool:
    """ "Charged the unit with murder": not told whose, it can only be the killing that the report is about."""
    charged = case_of(found.token) == "with" and found.token.head.lemma_.lower() in ("charge", "indict")
    return found.trigger.noun and charged and not found.fillers and not found.times


def _in_something_else(told: Story, found: Mention) -> bool:
    """Whether the clause names, for the first time, what people came to harm in: "killed in an attempt to take power".

    No event that the lexicon knows, or it would have been the cause; and so none of those told before.
    """
    return any(
        t.pos_ == "NOUN"
        and {c.lower_ for c in t.children if c.dep_ == "det"} & {"a", "an"}
        and any(c.dep_ in ("acl", "acl:relcl") for c in t.children)
        and not kinds.sorts(t, told.lexicon.nouns)
        and not told.cast.places(t)
        for t in obliques(found.token, "in", "during")
    )


def _parties(told: Story, found: Mention) -> None:
    """Fighters who fell in a clash were party to it."""
    if told.events[told.of_token[found.token.i]].type == "Clash":
        nouns = told.lexicon.nouns
        fighters = [
            f for f in found.fillers if f.role == "victim" and kinds.sorts(f.token, nouns) & {"fighter", "force"}
        ]
        found.fillers += [Filler("agent", f.entity, f.token) for f in fighters]


def _may_cause(found: Mention, cause: Mention) -> bool:
    told = cause.modality in ("asserted", "attributed") or found.modality == cause.modality
    return (told and cause.type not in ("Protest", "Negotiation", "Agreement", "Arrest", "Displacement")) or (
        found.token.i > cause.token.i and cause.type in VIOLENT
    )


def _stands_alone(found: Mention) -> bool:
    """Whether a bare outcome says enough to be an event: someone was harmed, at some place or time."""
    if _of_a_period(found):
        return True
    if found.entities("victim") and any(a.lemma_.lower() in _GUILTY for a in _up(found.token)):
        return True
    return bool(found.entities("victim", "target")) and bool(found.entities("place") or found.times)


_GUILTY = frozenset({
    "responsible", "blame", "accuse", "involve", "responsibility", "avenge", "condemn", "mastermind",
    "perpetrator",
})  # fmt: skip


def _up(token: Token) -> list[Token]:
    """The three words above a token."""
    return list(token.ancestors)[:3]


_AHEAD = 3  # sentences from an outcome to an event that is told only later
_REACH = 12  # sentences from an outcome to an event that it does not place


def _retold(told: Story, found: Mention) -> int | None:
    """The event told before of which this outcome is one more count: nearest first, nothing in conflict;
    parts by their place."""
    if found.modality != "asserted" or not is_bare(found):
        return same_event(found, told.events, told.geography)
    places = told.geography.specific(found.entities("place"))
    candidates = [i for i, e in enumerate(told.events) if _could_be(told, found, e) and not _unplaced(found, e, places)]
    exact = [i for i in candidates if places and told.geography.specific(told.events[i].entities("place")) == places]
    exact = [i for i in exact if told.events[i].first.token.i < found.token.sent.end] or exact
    if not exact and places:  # "shelled A and B ... three were hurt in B": before what was told later of nowhere
        exact = [i for i in candidates if places < told.geography.specific(told.events[i].entities("place"))]
    candidates = [i for i in candidates if _distance(found, told.events[i]) <= _REACH]
    before = [i for i in candidates if told.events[i].first.token.i < found.token.sent.end]
    after = [i for i in candidates if _distance(found, told.events[i]) <= _AHEAD]
    return max(exact or before or after, key=lambda i: _nearness(told, found, i), default=None)


def _unplaced(found: Mention, event: EventDraft, places: set[int]) -> bool:
    """Whether the outcome names a place of its own, and an event told some sentences away has none."""
    return bool(places) and not event.places() and _distance(found, event) > 1


def _elsewhere(found: Mention) -> bool:
    """ "Separately, police said two men had been shot": none of the events told before."""
    opening = [t.lower_ for t in found.token.sent[:3]]
    beside = [c.lower_ for c in children(found.token, "advmod")]  # "two were shot elsewhere in the city"
    return bool(listed("ElsewhereWord") & {*opening, *beside})


def _at_another_time(found: Mention) -> bool:
    """ "The attack came a week after bodies were found in A": those are no dead of the attack."""
    after = any(c.lower_ in ("after", "before") for c in children(found.token, "mark"))
    spans = [c for t in (found.token, found.token.head) for c in children(t, "obl:unmarked", "obl:tmod")]
    return after and any(c.i < found.token.i for c in spans)


def _of_a_period(found: Mention) -> bool:
    """ "Have died since 1984", "by late April", "were killed this year": more than one event's dead."""
    below = [*obliques(found.token), *children(found.token, "advcl")]
    since = any(c.lower_ == "since" for t in below for c in t.children if c.dep_ in ("case", "mark"))
    above = [found.token.head] if found.token.dep_ == "xcomp" else []
    bare = [t for v in (found.token, *above) for t in children(v, "obl:unmarked", "obl:tmod")]
    by_then = any(c.dep_ == "case" and c.lower_ == "by" for t in below if t.ent_type_ == "DATE" for c in t.children)
    if by_then or any(t.lemma_.lower() in ("year", "decade", "century") for t in bare):
        return True
    return since or any(t.kind == "since" or t.time.datatype in ("gYear", "gYearMonth") for t in found.times)


def _could_be(told: Story, found: Mention, event: EventDraft) -> bool:
    if event.type not in VIOLENT | {"Conflict"} or event.modality not in ("asserted", "attributed"):
        return False
    if event.general and _distance(found, event):
        return False
    it = any(t.lower_ == "it" for t in subjects(found.token))
    if event.type in ("Kidnapping", "Offensive", "Conflict") and _distance(found, event) > int(it):
        return False
    if event.type == "Conflict" and not it and not _of_a_period(found):
        return False  # "the worst day of the war": the day's dead are not the war's
    if _of_a_period(found) and event.type not in ("Conflict", "Offensive", "Clash") and not _dated_so(found, event):
        return False
    return not conflicts(found, _as_attack(event), told.geography)


def _dated_so(found: Mention, event: EventDraft) -> bool:
    return bool({t.time.value for t in found.times if t.time.value} & event.values())


def _as_attack(event: EventDraft) -> EventDraft:
    """The event as far as place, date and modality go, whatever its class."""
    return _Classless(event.mentions, event.parent, event.whole)


class _Classless(EventDraft):
    """An event taken for an attack, whatever it is."""

    @property
    def type(self) -> str:
        return "Attack"


def _distance(found: Mention, event: EventDraft) -> int:
    """Sentences to the event's last mention before, or else to its first after."""
    places = [m.token.i for m in event.mentions]
    last = max((i for i in places if i <= found.token.i), default=min(places))
    return sentences_between(found.token, found.token.doc[last])


def _nearness(told: Story, found: Mention, index: int) -> tuple[float, int]:
    event = told.events[index]
    near = min(abs(m.token.i - found.token.i) for m in event.mentions)
    vague = 1.0 * (event.first.vague and _distance(found, event) > 0)  # "it has denied attacks on civilians"
    further = any(c.lower_ in ("also", "too") for c in children(found.token, "advmod"))  # "his driver also died"
    apart = _distance(found, event) * (2.0 if further else 0.25)
    weight = 0.5 * (event.parent is None) + 1.0 * (index == told.main()) + 1.2 * _just_opened(found, event)
    there = any(c.lower_ == "there" for c in children(found.token, "advmod"))  # "struck a clinic; two were hurt there"
    here = there and any(m.token.sent == found.token.sent and m.token.i < found.token.i for m in event.mentions)
    return (weight - vague - apart + 2.0 * here, -near)


def _just_opened(found: Mention, event: EventDraft) -> bool:
    """Whether the event is first told of in the outcome's sentence or the one before, and not in passing: "jets struck
    two towns. Eleven people were killed"."""
    first = event.first.token
    if first.i > found.token.i or sentences_between(found.token, first) > 1 or event.parent is not None:
        return False
    return first.sent == found.token.sent or not in_passing(first)
