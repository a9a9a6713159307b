"""The events of a report: its mentions gathered into events, events into wholes and parts."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.geography import Geography
from kg.extraction.events.harm import host, is_bare, is_outcome
from kg.extraction.events.identity import conflicts, same_event, whole_of
from kg.extraction.events.kinds import VIOLENT, same_kind
from kg.extraction.events.mention import Mention, by_token, mention
from kg.extraction.events.slots import Filler
from kg.extraction.events.trigger import Trigger, is_collective
from kg.extraction.events.triggers import is_suicide, triggers, weapon_class
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.numbers import Number
from kg.extraction.speech import Speech
from kg.extraction.syntax.clause import children, coordinated, doers, is_passive, obliques, subjects
from kg.extraction.text import sentences_apart
from kg.extraction.times import TimeMention
from kg.lexicon.triggers import Sense


class Story:
    """The events of one document, and which event each trigger token tells of."""

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self.events: list[EventDraft] = []
        self.of_token: dict[int, int] = {}
        self.mentions: list[Mention] = []
        self.quoted: set[int] = set()
        self.cast = cast
        self.lexicon = lexicon
        self.geography = Geography(cast, lexicon.places)

    def event_of(self, token: Token) -> int | None:
        """The event that the token tells of, or None."""
        return self.of_token.get(token.i)

    def put(self, found: Mention, index: int) -> int:
        """Add a mention to event `index`."""
        self.events[index].mentions.append(found)
        self.of_token[found.token.i] = index
        return index

    def open(self, found: Mention, parent: int | None = None) -> int:
        """A new event told by a mention."""
        self.events.append(EventDraft(parent=parent, whole=None if parent is None else self.events[parent]))
        return self.put(found, len(self.events) - 1)

    def parts(self, index: int) -> list[int]:
        """The event and all its parts, at any depth."""
        found = [index]
        for whole in found:
            found += [i for i, e in enumerate(self.events) if e.parent == whole and i not in found]
        return found

    def main(self) -> int | None:
        """The event that the report is about: its first violent one, else its first."""
        told = [
            i for i, e in enumerate(self.events) if e.modality in ("asserted", "attributed") and e.type != "Conflict"
        ]
        violent = [i for i in told if self.events[i].type in VIOLENT]
        first = next(iter(violent or told), None)
        while first is not None and self.events[first].parent is not None:
            first = self.events[first].parent
        return first

    def adopt(self, part: int, whole: int) -> None:
        """Make one event a part of another."""
        self.events[part].parent, self.events[part].whole = whole, self.events[whole]


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
    found = [mention(t, cast, lexicon, counts) for t in triggers(doc, lexicon)]
    told.mentions = found
    index = by_token(found)
    _date(found, times)
    _lend_dates(found, index)
    _unassert(found, spoken)
    late = []
    for each in found:
        if is_outcome(each):
            late.append(each)
        else:
            _place(told, each, index)
            for part in _listed(each, cast, lexicon, counts):
                _part(told, part, told.of_token[each.token.i])
    for whole in range(len(told.events)):
        _gather(told, whole)
    for each in late:
        _outcome(told, each, index)
    return told


def _gather(told: Story, whole: int) -> None:
    """A wave or series of attacks takes in the single ones told just before it: "... in the day's wave of attacks"."""
    event = told.events[whole]
    if not _collective(event.first.token) or event.parent is not None or event.type not in VIOLENT:
        return
    for index, part in enumerate(told.events):
        near = _sentences(part.first.token, event.first.token) <= 2 and part.first.token.i < event.first.token.i
        if (
            near
            and part.parent is None
            and part.type in VIOLENT
            and not part.multiple
            and not conflicts(part.first, event, told.geography)
        ):
            told.adopt(index, whole)


def _collective(token: Token) -> bool:
    """Whether the noun is one of a wave, string or series."""
    return token.dep_ == "nmod" and is_collective(token.head)


def _date(mentions: Iterable[Mention], times: Sequence[tuple[TimeMention, Token]]) -> None:
    """Give each time to the mention that it hangs on, or that is nearest below or above its governor."""
    index = by_token(mentions)
    for time, governor in times:
        for token in _holders(governor):
            if token.i in index and (time.kind != "since" or index[token.i].type in _LASTING):
                index[token.i].times.append(time)
                if time.kind == "since":  # of what the war did since then, the war too
                    above = [index[t.i] for t in token.ancestors if t.i in index and index[t.i].frame == "State"]
                    for war in above[:1]:
                        war.times.append(time)
                break


_LASTING = frozenset({"Conflict", "Offensive", "Displacement", "Negotiation", "Protest"})


def _unassert(mentions: Iterable[Mention], spoken: Sequence[Speech]) -> None:
    """What somebody denies, demands or promises is not told as having happened."""
    for found in mentions:
        acts = {s.act for s in spoken if s.says(found.token.i)}
        if found.modality == "asserted":
            found.modality = "denied" if "deny" in acts else "planned" if acts & {"demand", "promise"} else "asserted"


def _lend_dates(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """What happened "during the invasion of 2003" happened in 2003."""
    for found in mentions:
        if not found.times:
            during = [index[t.i] for t in obliques(found.token, "during") if t.i in index]
            found.times += [t for m in during for t in m.times if t.kind == "point"]


def _holders(token: Token) -> Iterator[Token]:
    """The token, then what it has for subject, object or oblique, then what is above it in its clause."""
    yield token
    yield from subjects(token) if token.pos_ == "VERB" else ()
    yield from children(token, "nsubj", "nsubj:pass", "obj", "xcomp", "obl", "ccomp", "obl:agent")
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
        token = token.head
        yield token


# ---------------------------------------------------------------- events proper
def _place(told: Story, found: Mention, index: dict[int, Mention]) -> None:
    """Join the mention to its event, or open one, as a part where it is one of several."""
    subject = _told_by_subject(told, found, index)
    same = subject if subject is not None else same_event(found, told.events, told.geography)
    if same is not None:
        told.put(found, same)
        return
    if found.frame == "Anaphor" or (found.vague and found.token.i in told.quoted) or _empty(told, found):
        return
    told.open(found, _whole(told, found, index))


def _whole(told: Story, found: Mention, index: dict[int, Mention]) -> int | None:
    """The event that a new one is a part of: one of several attacks, or those whom a war drove out."""
    if found.frame == "Flight":
        cause = host(found, index) or next((index[t.i] for t in subjects(found.token) if t.i in index), None)
        return told.of_token.get(cause.token.i) if cause is not None else None
    if found.type in VIOLENT and found.modality == "asserted":
        return whole_of(found, told.events, told.geography)
    return None


def _empty(told: Story, found: Mention) -> bool:
    """Whether it points to something unsaid, and says nothing itself: "the battle" of a cross-head."""
    verbless = not any(t.pos_ in ("VERB", "AUX") for t in found.token.sent)
    return found.definite and not found.fillers and not found.times and (verbless or found.token.i in told.quoted)


def _told_by_subject(told: Story, found: Mention, index: dict[int, Mention]) -> int | None:
    """The event of a verb's subject: "seven explosions hit the town" is one event."""
    if found.trigger.noun or is_passive(found.token):
        return None
    nouns = [index[t.i] for t in doers(found.token) if t.i in index]
    return next(
        (told.of_token[m.token.i] for m in nouns if m.token.i in told.of_token and same_kind(m.type, found.type)), None
    )


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


# ---------------------------------------------------------------- outcomes
def _outcome(told: Story, found: Mention, index: dict[int, Mention]) -> None:
    cause = host(found, index)
    if cause is not None and cause.token.i in told.of_token and _may_cause(found, cause):
        told.put(found, told.of_token[cause.token.i])
        _parties(told, found)
        return
    same = _retold(told, found)
    if same is not None:
        told.put(found, same)
    elif not is_bare(found) or found.modality != "asserted" or _stands_alone(found):
        whole = whole_of(found, told.events, told.geography) if found.type in VIOLENT else None
        told.open(found, whole)


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
    return (told and cause.type not in ("Protest", "Negotiation", "Agreement", "Arrest")) or (
        found.token.i > cause.token.i and cause.type in VIOLENT
    )


def _stands_alone(found: Mention) -> bool:
    """Whether a bare outcome says enough to be an event: someone was harmed, at some place or time."""
    if found.entities("victim") and any(a.lemma_.lower() in _GUILTY for a in _up(found.token)):
        return True
    return bool(found.entities("victim", "target")) and bool(found.entities("place") or found.times)


_GUILTY = frozenset({
    "responsible", "blame", "accuse", "involve", "responsibility", "avenge", "condemn", "mastermind",
    "perpetrator"
})  # fmt: skip


def _up(token: Token) -> list[Token]:
    """The three words above a token."""
    return list(token.ancestors)[:3]


def _retold(told: Story, found: Mention) -> int | None:
    """The event told before of which this outcome is one more count: nearest first, nothing in conflict;
    parts by their place."""
    if found.modality != "asserted" or not is_bare(found):
        return same_event(found, told.events, told.geography)
    places = told.geography.specific(found.entities("place"))
    candidates = [i for i, e in enumerate(told.events) if _could_be(told, found, e)]
    exact = [i for i in candidates if places and told.geography.specific(told.events[i].entities("place")) == places]
    before = [i for i in candidates if told.events[i].first.token.i < found.token.i]
    return max(exact or before or candidates, key=lambda i: _nearness(told, found, i), default=None)


def _could_be(told: Story, found: Mention, event: EventDraft) -> bool:
    if _distance(found, event) > 12:
        return False
    if event.type not in VIOLENT | {"Conflict"} or event.modality not in ("asserted", "attributed"):
        return False
    it = any(t.lower_ == "it" for t in subjects(found.token))
    if event.type in ("Kidnapping", "Offensive", "Conflict") and _distance(found, event) > int(it):
        return False
    return not conflicts(found, _as_attack(event), told.geography)


def _as_attack(event: EventDraft) -> EventDraft:
    """The event as far as place, date and modality go, whatever its class."""
    return _Classless(event.mentions, event.parent, event.whole)


class _Classless(EventDraft):
    """An event taken for an attack, whatever it is."""

    @property
    def type(self) -> str:
        return "Attack"


def _distance(found: Mention, event: EventDraft) -> int:
    return _sentences(found.token, found.token.doc[event.last])


def _sentences(one: Token, other: Token) -> int:
    low, high = sorted((one.i, other.i))
    return sentences_apart(one.doc, low, high)


def _nearness(told: Story, found: Mention, index: int) -> tuple[float, int]:
    event = told.events[index]
    near = min(abs(m.token.i - found.token.i) for m in event.mentions)
    return (0.5 * (event.parent is None) + 1.0 * (index == told.main()) - _distance(found, event) / 4.0, -near)
