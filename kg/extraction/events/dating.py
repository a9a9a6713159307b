"""Which mention of an event each time expression dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from kg.extraction import wordlist
from kg.extraction.events.clues import in_passing
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.harm import host, is_outcome
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention, by_token, earlier
from kg.extraction.events.story import Story
from kg.extraction.events.trigger import is_collective
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, obliques, subjects
from kg.extraction.text import sentences_between
from kg.extraction.times import TimeMention, shifted
from kg.extraction.times.governor import outside


def date(mentions: Iterable[Mention], times: Sequence[tuple[TimeMention, Token]]) -> None:
    """Give each time to the mention that it hangs on, or that is nearest below or above its governor."""
    index = by_token(mentions)
    for time, governor in times:
        if time.start and governor.doc[time.start - 1].lower_ in ("until", "till") and governor.pos_ != "VERB":
            continue  # "was, until Monday, the worst attack"
        then = _then(time, governor.doc)
        if then is not None and then.i in index:  # "since August, when troops took the town"
            index[then.i].times.append(replace(time, kind="point"))
        if _when_claimed(time, governor):
            continue
        if _is_ranked(governor) and time.time.datatype != "date":
            continue  # "the deadliest attack this year", "the third such attack this month"
        for token in _holders(governor) if time.kind != "offset" else ():
            if token.i in index and index[token.i].frame == "State" and governor.lemma_ == "end":
                break  # a war is dated by when it began
            if token.i in index and index[token.i].trigger.words in listed("HoldingVerb"):
                break  # when they were freed
            if token.i in index and index[token.i].trigger.words == "be missing":
                break  # when they were still missing
            if governor.lemma_.lower() in listed("EndingVerb") and token in children(governor, "obj"):
                break  # when it ended
            if token.i in index and (time.kind != "since" or index[token.i].type in _LASTING):
                index[token.i].times.append(time)
                before = earlier(token, index)
                if before is not None and not before.times and time.kind == "point" and time.start > token.i:
                    before.times.append(time)
                if time.kind == "since":  # of what the war did since then, the war too
                    above = [index[t.i] for t in token.ancestors if t.i in index and index[t.i].frame == "State"]
                    for war in above[:1]:
                        war.times.append(time)
                break
        _date_when(time, governor.doc, index)


def _when_claimed(time: TimeMention, noun: Token) -> bool:
    """ "The group claimed the attack on Monday": it may have said so on Monday."""
    claim = noun.head if noun.dep_ == "obj" else noun
    said = claim.lemma_ == "claim" and claim.tag_ in ("VBD", "VBN") and is_definite(noun)
    return said and noun.i < time.start and noun.doc[time.start - 1].lower_ == "on" and time.start - noun.i <= _TO_DAY


_TO_DAY = 2  # words from "the attack" to "Monday"


def _is_ranked(noun: Token) -> bool:
    """Whether the noun is told to be the worst of its kind, or one more of it."""
    again = any(c.lower_ == "such" for c in noun.lefts) and any(c.tag_ == "JJ" for c in noun.lefts)
    return again or any(c.tag_ == "JJS" for c in noun.lefts)


def _date_when(time: TimeMention, doc: Doc, index: Mapping[int, Mention]) -> None:
    """ "Never worse than on May 4, when nine were killed": that was on May 4."""
    after = [t for t in doc[time.end : time.end + 2] if t.text != ","]
    when = after[0] if after and after[0].lower_ == "when" and time.kind in ("point", "since") else None
    found = index.get(when.head.i) if when is not None else None
    if found is not None and not found.times:
        found.times.append(replace(time, kind="point"))  # "the worst since March, when nine were killed"


def _then(time: TimeMention, doc: Doc) -> Token | None:
    """The verb of a clause that says what happened at the time: "in August, when troops took the town"."""
    after = doc[time.end : time.end + 2]
    when = after[1] if [t.lower_ for t in after] == [",", "when"] else None
    return when.head if when is not None and when.head.i > when.i and time.kind in ("since", "point") else None


_LASTING = frozenset({"Conflict", "Offensive", "Displacement", "Negotiation", "Protest"})


def date_by_offsets(mentions: Sequence[Mention], times: Sequence[tuple[TimeMention, Token]]) -> None:
    """ "The same day", "that day's attacks", "two days later", "hours before": counted from the day last told."""
    index = by_token(mentions)
    for time, governor in times:
        found = next((index[t.i] for t in _holders(governor) if t.i in index), None) if time.kind == "offset" else None
        base = _day_before(time, found, mentions) if found is not None and not found.times else None
        if found is not None and base is not None:
            shift = time.shift if time.shift is not None else _within_the_day(time, base, found.token.doc)
            if shift is not None:
                found.times.append(replace(time, kind="point", time=shifted(shift, base.time, time.time.text)))


def _day_before(time: TimeMention, found: Mention, mentions: Sequence[Mention]) -> TimeMention | None:
    """The day of what was last told, in the same sentence or the one before; none for "two days after the raid"."""
    doc = found.token.doc
    if doc[time.end - 1].lower_ in ("after", "before") and doc[min(time.end, len(doc) - 1)].text != ",":
        return None
    reach = _NEAR if time.shift == 0 else 1  # "the same day" goes further back than "a day later"
    told = [
        t
        for m in mentions
        if m.modality == "asserted" and sentences_between(m.token, found.token) <= reach and not _aside(m, found)
        for t in m.times
        if t.time.datatype == "date" and t.end <= time.start
    ]
    return max(told, key=lambda t: t.end, default=None)


def _aside(told: Mention, found: Mention) -> bool:
    """Whether another sentence tells of it in passing: "the worst day since the army seized power on May 1"."""
    since = any(c.lower_ == "since" for c in children(told.token, "mark"))
    return since or (told.token.sent != found.token.sent and in_passing(told.token))


def _within_the_day(time: TimeMention, base: TimeMention, doc: Doc) -> int | None:
    """0 where minutes, or hours that pass no midnight, lie between; None where that is not sure."""
    words = {t.lower_ for t in doc[time.start : time.end]}
    if words & {"minute", "minutes", "moment", "moments", "second", "seconds"}:
        return 0
    if not words & {"hour", "hours"}:
        return None
    back = bool(words & {"before", "earlier"})
    hour = {t.lower_ for t in doc[base.start].sent}
    night = {"early", "dawn", "morning"} if back else {"late", "evening", "night", "afternoon"}
    return None if hour & (night | {"midnight", "overnight"}) else 0


def date_by_events(told: Story, times: Sequence[tuple[TimeMention, Token]]) -> None:
    """ "Hours after the ambush a bus hit a mine", "three days before the mosque was struck, two men killed nine": from
    the day of the event that the words after "after" and "before" tell of."""
    for time, governor in times:
        doc = governor.doc
        if time.kind != "offset":
            continue
        found = _dated_by(governor, told)
        base = _beyond(time, told) if doc[time.end - 1].lower_ in ("after", "before") else _told_last(time, told)
        day = _day_of(base) if base is not None else None
        if found is None or found is base or day is None or found.values():
            continue
        shift = time.shift if time.shift is not None else _within_the_day(time, day, doc)
        if shift is not None and _exact(time, doc):
            told_at = replace(time, kind="point", time=shifted(shift, day.time, time.time.text))
            found.first.times.append(told_at)


def _beyond(time: TimeMention, told: Story) -> EventDraft | None:
    """The event that the words after "after" tell of."""
    top = outside(time.start, time.end, told.cast.doc)
    token = told.cast.doc[top] if top is not None else None
    if token is None or token.i < time.end:
        return None
    near = [token, *subjects(token), *children(token, "obj")]
    return next((told.events[told.of_token[t.i]] for t in near if t.i in told.of_token), None)


def _told_last(time: TimeMention, told: Story) -> EventDraft | None:
    """The violence that the sentence before tells of last: "nobody has claimed the raid. Two days earlier ..."."""
    start = told.cast.doc[time.start].sent.start
    before = [m for m in told.mentions if m.token.i < start and m.token.i in told.of_token and m.type in VIOLENT]
    near = before[-1] if before and sentences_between(before[-1].token, told.cast.doc[start]) <= 1 else None
    return told.events[told.of_token[near.token.i]] if near is not None else None


def _dated_by(governor: Token, told: Story) -> EventDraft | None:
    below = [t for t in _holders(governor) if t.i in told.of_token]
    return told.events[told.of_token[below[0].i]] if below else None


def _day_of(event: EventDraft) -> TimeMention | None:
    """The one day on which the event, or the whole that it is a part of, is told to have been."""
    for each in (event, event.whole):
        days = [t for m in each.mentions for t in m.times if t.time.datatype == "date"] if each is not None else []
        if days:
            return days[0] if len({t.time.value for t in days}) == 1 else None
    return None


def _exact(time: TimeMention, doc: Doc) -> bool:
    """Not "less than a week after"."""
    return not {t.lower_ for t in doc[time.start : time.end]} & {"less", "more", "about", "nearly", "almost", "over"}


def lend_dates(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """What happened "during the invasion of 2003" happened in 2003."""
    for found in mentions:
        if found.frame == "Anaphor" and found.sequel and found.times:  # "in a separate incident on Sunday, a bomb ..."
            after = (m for i, m in sorted(index.items()) if found.token.i < i < found.token.sent.end)
            first = next((m for m in after if m.frame != "Anaphor"), None)
            if first is not None and not first.times:
                first.times, found.times = found.times, []
        if not found.times:
            during = [index[t.i] for t in obliques(found.token, "during") if t.i in index]
            found.times += [t for m in during for t in m.times if t.kind == "point"]


def lend_identity(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """ "The deadliest attack was the 2010 ambush near A": both words tell of it, and the first of none told before."""
    for found in mentions:
        above = index.get(found.token.head.i)
        if above is not None and found.token.dep_ == "nsubj" and children(above.token, "cop") and above.trigger.noun:
            found.times[:] = above.times or found.times
            found.fillers += [f for f in above.fillers if f.role == "place"]


def date_causes(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """Who "were killed Monday in bombings" were killed in bombings of Monday."""
    for found in mentions:
        cause = host(found, index) if found.times and is_outcome(found) else None
        if cause is not None and not cause.times:
            cause.times += [t for t in found.times if t.kind in ("point", "clock", "part")]


def date_by_doers(story: Story, times: Sequence[tuple[TimeMention, Token]]) -> None:
    """When "the attackers arrived late on Sunday", the attack told just before was on Sunday."""
    for time, governor in times:
        if time.kind == "point" and governor.pos_ == "VERB" and governor.i not in story.of_token:
            event = _done_by(governor, story) if any(_attackers(t, story) for t in subjects(governor)) else None
            if event is not None:
                event.mentions[-1].times.append(time)


def _attackers(noun: Token, story: Story) -> bool:
    return is_definite(noun) and "fighter" in kinds.sorts(noun, story.lexicon.nouns)


def _done_by(verb: Token, story: Story) -> EventDraft | None:
    """The violence with a doer that was last told before, within four sentences; None where it has a date."""
    told = [e for e in story.events if e.type in VIOLENT and e.modality == "asserted" and e.first.token.i < verb.i]
    near = [e for e in told if sentences_between(e.first.token, verb) <= _NEAR and e.entities("agent")]
    last = max(near, key=lambda e: e.first.token.i, default=None)
    return last if last is not None and not last.values() else None


_NEAR = 4


@cache
def _judging() -> frozenset[str]:
    """Verbs that lay an event on somebody, which is not when it happened."""
    return frozenset[str]().union(*(wordlist.listed("responsibility.ttl", k) for k in _LAYING))


_LAYING = ("AccuseVerb", "BlameVerb", "ArrestVerb", "PleaVerb")


def _holders(token: Token) -> Iterator[Token]:
    """The token, then what it has for subject, object or oblique, then what is above it in its clause."""
    yield token
    if token.pos_ == "VERB" and token.lemma_.lower() in _judging():
        return  # "was charged on Monday with the murder"
    yield from subjects(token) if token.pos_ == "VERB" else ()
    yield from children(token, "nsubj", "nsubj:pass", "obj", "xcomp", "obl", "ccomp", "obl:agent")
    yield from obliques(token, "of") if is_collective(token) else ()  # "Monday's wave of attacks"
    if token.dep_ == "ccomp" and token.lemma_ in ("do", "happen"):
        yield from children(token.head, "xcomp", "obj")  # "calls what was done on Monday a massacre"
    while token.head != token and token.dep_ in (
        "conj",
        "nmod",
        "appos",
        "xcomp",
        "obl",
        "advcl",
        "acl",
        "nummod",
        "obj",
        "nsubj",
        "nsubj:pass",
    ):
        if token.dep_ == "conj" and any(c.lower_ == "had" for c in children(token, "aux")):
            return  # "the attack that killed two, and had been feared since May"
        if token.dep_ == "advcl" and any(c.lower_ == "since" for c in children(token, "mark")):
            return  # "the worst attack since he took office in May"
        token = token.head
        yield token
