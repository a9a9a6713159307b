"""Clues that a mention tells again of an event told before: one small function each, weighed in one table."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extraction.events.mention import Mention
from kg.extraction.events.pair import Pair, several
from kg.extraction.events.participant_clues import (
    accused_of,
    another_doer,
    known_captives,
    known_doer,
    known_target,
    known_victims,
    known_weapon,
    once_only,
    others_harmed,
    same_agent,
    same_struck,
    same_weapon,
)
from kg.extraction.events.words import listed
from kg.extraction.syntax.clause import case_of, children
from kg.extraction.text import in_one_paragraph, sentences_between
from kg.extraction.times import TimeMention


def pointed_to(pair: Pair) -> float:
    """ "The attack", "the war": fading with the distance."""
    if not (pair.mention.definite or pair.mention.frame == "State"):
        return 0.0
    return 1.0 - 0.01 * pair.sentences


def agrees_in_number(pair: Pair) -> float:
    """ "The bombings" are several, "the blast" is one."""
    mention, event = pair.mention, pair.event
    if not (mention.definite or mention.frame == "State"):
        return 0.0
    if mention.trigger.noun and not mention.multiple and _deeds(pair) > 1:
        return -3.0
    if event.parent is not None and event.first.ordinal and not pair.places:
        return 0.0  # "the attack" after "the first bomb went off" is all of it
    if mention.multiple == event.multiple or (mention.multiple and mention.frame == "Harm" and _several_harmed(pair)):
        return 1.0
    return -1.7 if mention.multiple else 0.0


def _deeds(pair: Pair) -> int:
    """How many deeds the event's nouns count, and its verbs where it has parts: two bombs may well be one attack."""
    counting = [m for m in pair.event.mentions if m.trigger.noun or pair.event.parent is not None]
    return max((m.count or 1 for m in counting if m.multiple and not _twin(m)), default=1)


def _twin(mention: Mention) -> bool:
    """ "A twin bombing": one attack, for all that two bombs went off."""
    return mention.trigger.noun and not mention.trigger.plural


def _several_harmed(pair: Pair) -> bool:
    """ "Six nuns were murdered ... the murders": several are killed in one event."""
    return any(f.role == "victim" and f.token.tag_ == "NNS" for m in pair.event.mentions for f in m.fillers)


def tops_the_story(pair: Pair) -> float:
    """What is pointed to is an event of its own before a part of one."""
    return float(pair.event.parent is None and (pair.mention.definite or pair.mention.frame == "State"))


def sums_up(pair: Pair) -> float:
    """ "The carnage", "the bloodshed": all that the report is about, rather than what it told last."""
    summing = pair.mention.token.lemma_.lower() in listed("SummingNoun")
    after = [t.lower_ for t in pair.mention.token.doc[pair.mention.token.i + 1 :][:1]]
    near = "there" in after or "here" in after or pair.mention.entities("place")
    return float(summing and pair.mention.definite and pair.index == 0 and not near)


def in_the_background(pair: Pair) -> float:
    """ "The attack" is hardly what an earlier sentence told in passing ("hours after a bomb went off") or of a time
    long past, where it was called otherwise."""
    if not pair.mention.definite or not pair.sentences:
        return 0.0
    if pair.index > 0 and not pair.mention.multiple and all(m.vague for m in pair.event.mentions):
        return -2.0  # "which has carried out bombings"
    if same_noun(pair):
        return 0.0
    if any(c.lower_ in ("this", "that") for c in children(pair.mention.token, "det")):
        return 0.0
    passing = in_passing(pair.event.first.token)
    past = pair.event.past and pair.index > 0
    return -float(passing or past)


def in_passing(token: Token) -> bool:
    """Whether the word stands below "after", "before" or "since", or above "before": told as what came earlier."""
    if any(c.lower_ == "before" for v in children(token, "advcl") for c in children(v, "mark")):
        return True
    above = [token, *list(token.ancestors)[:2]]
    if any(c.lower_ == "earlier" for t in above[:2] for c in children(t, "advmod", "obl")):
        return True
    return any(case_of(t) in _AFTER or any(c.lower_ in _AFTER for c in children(t, "mark")) for t in above)


_AFTER = frozenset({"after", "before", "since", "following"})


def just_told(pair: Pair) -> float:
    """ "The killing" right after the sentence that first tells of one, in no subordinate clause."""
    first = pair.event.first.token
    single = pair.index > 0 and pair.event.parent is None
    fresh = single and pair.mention.definite and first.i < pair.mention.token.sent.start
    here = pair.mention.token
    near = sentences_between(first, here) <= 1 and in_one_paragraph(first.doc, first.i, here.i)
    return float(fresh and near and not in_passing(first))


def same_noun(pair: Pair) -> float:
    """ "An ambush ... the ambush", "they ambushed a bus ... the ambush": the same noun, or its verb."""
    lemma = pair.mention.token.lemma_.lower()
    words = {lemma, lemma.removesuffix("ing"), lemma.removesuffix("ping")}
    return float(pair.mention.definite and any(m.token.lemma_.lower() in words for m in pair.event.mentions))


def same_place(pair: Pair) -> float:
    """A specific place of the event is named again; all of them count more, and another one speaks against it."""
    mine, theirs = pair.places, pair.event_places
    if not mine or not theirs or pair.open_where():
        return 0.0
    if not mine & theirs:
        return -0.6
    return 1.0 if mine >= theirs else -0.6 if pair.mention.count else 0.5


def same_places(pair: Pair) -> float:
    """Two or more places are the same."""
    return float(len(pair.places & pair.event_places) > 1)


def place_beyond(pair: Pair) -> float:
    """The mention names a place beyond the event's."""
    return -float(pair.beyond())


def told_twice(pair: Pair) -> float:
    """Two single events of one class at one small place, not told apart by weapon, target or victim."""
    if pair.mention.multiple or pair.event.multiple or pair.mention.type != pair.event.type:
        return 0.0
    same = pair.places & pair.event.entities("place")
    large = any(pair.geography.large(p) for p in same)
    return float(bool(same) and not large and not pair.differs("weapon", "method", "target", "victim"))


def another_time(pair: Pair) -> float:
    """ "The invasion of 2003" brings a date of its own, and another word."""
    dated = any(t.time.datatype in ("gYear", "gYearMonth") for t in pair.mention.times) and not pair.event.values()
    other = pair.mention.token.lemma_ != pair.event.first.token.lemma_
    return -float(pair.mention.definite and dated and other)


def same_count(pair: Pair) -> float:
    """The number is repeated."""
    return float(pair.mention.count is not None and pair.mention.count == pair.event.count)


def counted_now(pair: Pair) -> float:
    """ "The blasts at X ... four blasts there": the number is given later."""
    mention, event = pair.mention, pair.event
    new = mention.count is not None and event.count is None and several(event) and mention.trigger.noun
    return float(new and bool(pair.places) and pair.places == pair.event_places and pair.sentences <= 4)


def same_time(pair: Pair) -> float:
    """The date is repeated."""
    values = {t.time.value for t in pair.mention.times if t.time.value}
    return float(bool(values & pair.event.values()))


def same_hour(pair: Pair) -> float:
    """The same kind of event at the same hour, or within the hours that it lasted: "from 2:08am until 3:15am ... at
    2:15am"."""
    if pair.mention.type != pair.event.type:
        return 0.0
    mine = [h for t in pair.mention.times if (h := _minutes(t)) is not None]
    theirs = [h for m in pair.event.mentions for t in m.times if (h := _minutes(t)) is not None]
    return float(bool(mine and theirs) and all(min(theirs) <= h <= max(theirs) for h in mine))


def _minutes(time: TimeMention) -> int | None:
    return time.clock.local if time.clock is not None else None


def same_verb(pair: Pair) -> float:
    """The same verb again, within two sentences."""
    verb = not pair.mention.trigger.noun and pair.mention.token.lemma_ == pair.event.first.token.lemma_
    return float(verb and pair.mention.type == pair.event.type and pair.sentences <= 2)


def near(pair: Pair) -> float:
    """A verb within three sentences."""
    return float(not pair.mention.trigger.noun and pair.sentences <= 3)


def elaborates(pair: Pair) -> float:
    """The second sentence of a report tells its first again, with the details."""
    mention, event = pair.mention, pair.event
    besides = mention.trigger.words in listed("ViolatingVerb")  # a deed beside the killing
    if pair.index or (event.count or 1) > 1 or besides or pair.beyond():
        return 0.0
    first = event.first.token.sent.end
    later = [t for t in mention.token.doc[first : mention.token.i] if t.is_sent_start and not t.is_space]
    alike = mention.multiple == event.multiple or not (mention.trigger.noun or event.multiple or mention.trigger.weapon)
    return float(event.violent and alike and len(later) <= 1 and first <= mention.token.i)


def denied(pair: Pair) -> float:
    """Somebody denies to have struck what others say was struck."""
    return float(
        pair.mention.modality == "denied" and pair.event.modality == "asserted" and pair.shares("target", "victim")
    )


def told_apart(pair: Pair) -> float:
    """ "Another bomb", a different number, "a reprisal attack" after attacks: surely not the same."""
    mention, event = pair.mention, pair.event
    counts = mention.count is not None and event.count is not None and mention.count != event.count
    one_of_many = mention.trigger.noun and mention.count == 1 and event.multiple and not mention.definite
    one = one_of_many and not mention.multiple
    others = mention.multiple and not event.multiple and _of_a_day(mention)
    someone = any(f.role == "victim" and f.token.ent_type_ == "PERSON" for f in mention.fillers)
    one = one or (mention.trigger.noun and someone and all(m.vague for m in event.mentions))
    return -float(mention.sequel or counts or one or others or _takes_a_place(pair) or _turned_upon(pair))


def _of_a_day(mention: Mention) -> bool:
    """ "That day's attacks": all of the day."""
    return any(c.lemma_ == "day" for c in children(mention.token, "nmod:poss"))


def _turned_upon(pair: Pair) -> bool:
    """ "The army killed nine of the attackers": those who did the one are harmed in the other."""
    if pair.event.type in ("Clash", "Offensive", "Conflict") or pair.mention.trigger.noun:
        return False
    return bool(pair.mention.entities("victim") & pair.event.entities("agent") - pair.event.entities("victim"))


def _takes_a_place(pair: Pair) -> bool:
    """ "The coup" is not the capture of a town."""
    power = pair.mention.token.lemma_.lower() in listed("PowerNoun") and not pair.event.first.trigger.words.endswith(
        " power"
    )
    return power and pair.event.first.token.lemma_.lower() not in listed("PowerNoun") and bool(
        pair.event.entities("target", "place")
    )


# The weights were set by hand on the development reports; THRESHOLD is what makes two the same.
CLUES: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (pointed_to, 2.0),
    (agrees_in_number, 0.3),
    (tops_the_story, 0.5),
    (sums_up, 0.5),
    (in_the_background, 0.6),
    (just_told, 0.5),
    (same_noun, 0.2),
    (same_place, 0.8),
    (same_places, 1.2),
    (place_beyond, 1.5),
    (told_twice, 1.3),
    (another_time, 1.0),
    (same_count, 1.0),
    (counted_now, 1.2),
    (same_time, 0.8),
    (same_hour, 2.0),
    (same_weapon, 0.7),
    (same_struck, 0.6),
    (once_only, 2.0),
    (known_captives, 2.0),
    (same_agent, 0.4),
    (known_doer, 2.0),
    (known_weapon, 2.0),
    (known_target, 1.6),
    (known_victims, 2.0),
    (others_harmed, 2.0),
    (another_doer, 1.0),
    (accused_of, 2.0),
    (same_verb, 0.9),
    (near, 0.4),
    (elaborates, 2.1),
    (denied, 2.0),
    (told_apart, 9.0),
)
THRESHOLD = 2.0


def likeness(pair: Pair) -> float:
    """The weighed sum of all clues; from THRESHOLD on the two are one event."""
    return sum(weight * clue(pair) for clue, weight in CLUES)
