"""Which event a mention tells of: one told before, a part of one, or a new one.

A mention is compared with the events before it. Conflicts (other place, other date, other number, other kind of event) rule
an event out; what is definite, or repeats number and weapon, is told again; what is one of several is a part.
"""

from collections.abc import Sequence

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.geography import Geography
from kg.extraction.events.mention import Mention

_FAMILIES = (
    frozenset({"Attack", "Bombing", "ArmedAttack", "Airstrike", "Shelling", "Assassination", "Arson"}),
    frozenset({"Clash", "ArmedAttack"}),
    frozenset({"Offensive", "Seizure"}),
    frozenset({"Negotiation"}),
    frozenset({"Agreement"}),
)
_GENERAL = frozenset({"Attack", "ArmedAttack"})
VIOLENT = frozenset(
    {
        "Attack",
        "Bombing",
        "ArmedAttack",
        "Airstrike",
        "Shelling",
        "Assassination",
        "Kidnapping",
        "Arson",
        "Clash",
        "Offensive",
    }
)
_REACH = 25  # sentences back in which a definite mention finds its event


def same_kind(a: str, b: str) -> bool:
    """Whether two event classes can tell of one event: equal, or an attack in general and a special one."""
    if a == b:
        return True
    together = {a, b}
    return any(together <= f for f in _FAMILIES) and (
        bool(together & {"Attack"}) or together == {"Airstrike", "Bombing"} or together == {"Airstrike", "Shelling"}
    )


def conflicts(mention: Mention, event: EventDraft, geography: Geography) -> bool:
    """Whether something that the mention says rules the event out."""
    if not same_kind(mention.type, event.type) or _modality_differs(mention, event):
        return True
    if geography.apart(mention.entities("place"), event.places()):
        return True
    if not geography.compatible(mention.entities("place"), event.places()):
        return True
    return dates_differ(mention, event)


def _modality_differs(mention: Mention, event: EventDraft) -> bool:
    told = mention.modality in ("asserted", "attributed")
    return told != (event.modality in ("asserted", "attributed")) and not (mention.definite and told)


def dates_differ(mention: Mention, event: EventDraft) -> bool:
    """Whether both are dated, and no date of the one is a coarser or equal form of one of the other."""
    mine, theirs = {t.time.value for t in mention.times if t.time.value}, event.values()
    return bool(mine and theirs) and not any(a.startswith(b[:10]) or b.startswith(a[:10]) for a in mine for b in theirs)


def same_event(mention: Mention, events: Sequence[EventDraft], geography: Geography) -> int | None:
    """The index of the event told before that this mention tells again, or None."""
    best = None
    for index in range(len(events) - 1, -1, -1):
        event = events[index]
        if conflicts(mention, event, geography) or _far(mention, event) or _narrower(mention, event, geography):
            continue
        score = _likeness(mention, event, index, geography)
        if score >= 2.0 and (best is None or score > best[0]):
            best = (score, index)
    return best[1] if best else None


def _narrower(mention: Mention, event: EventDraft, geography: Geography) -> bool:
    """Whether the event also happened at places that have nothing to do with the mention's: it is a part, at most."""
    mine = geography.specific(mention.entities("place"))
    theirs = geography.specific(event.places())
    return bool(mine) and any(not any(geography.meet(a, b) for a in mine) for b in theirs)


def _far(mention: Mention, event: EventDraft) -> bool:
    between = mention.token.doc[event.last : mention.token.i]
    return sum(1 for t in between if t.is_sent_start) > _REACH


def _likeness(mention: Mention, event: EventDraft, index: int, geography: Geography) -> float:
    """How far the mention repeats the event: 2 or more is the same event."""
    score = 0.0
    if mention.sequel or _counts_differ(mention, event) or _one_among_many(mention, event):
        return -1.0
    if mention.definite or mention.frame == "State":
        score += 2.0 - 0.02 * _sentences_between(mention, event)
        score += 0.3 * (mention.multiple == event.multiple) - 0.5 * (mention.multiple and not event.multiple) + 0.2 * (event.parent is None)
        if mention.trigger.noun and not mention.multiple and event.multiple and event.count:
            score -= 1.0
    places = geography.specific(mention.entities("place"))
    if places and places & event.entities("place"):
        score += (
            0.8 if places >= geography.specific(event.entities("place")) else -0.5 if mention.count else 0.4
        ) + 1.2 * (len(places) > 1)
    elif places and geography.specific(event.entities("place")):
        score -= 0.5
    if any(not any(geography.meet(a, b) for b in event.places()) for a in places if event.places()):
        score -= 1.5
    if places and _one_spot(mention, event, geography):
        score += 1.3
    if (
        mention.definite
        and event.values() == set()
        and any(t.time.value for t in mention.times)
        and mention.token.lemma_ != event.first.token.lemma_
    ):
        score -= 1.0
    if mention.count is not None and mention.count == event.count:
        score += 1.0
    if places and mention.count is not None and event.count is None and _several(event) and mention.trigger.noun:
        score += 1.2 * (
            places == geography.specific(event.entities("place")) and _sentences_between(mention, event) <= 4
        )
    if mention.times and event.values() and mention.times[0].time.value in event.values():
        score += 0.8
    score += (
        0.7 * _repeats_weapon(mention, event)
        + 0.6 * _shares(mention, event, "target", "victim")
        + 0.4 * _shares(mention, event, "agent")
    )
    score += 0.4 * (not mention.trigger.noun and _sentences_between(mention, event) <= 3)
    score += 0.9 * (
        mention.type == event.type
        and mention.token.lemma_ == event.first.token.lemma_
        and not mention.trigger.noun
        and _near(mention, event)
    )
    return score + 2.1 * (index == 0 and _elaborates(mention, event, geography))


def _sentences_between(mention: Mention, event: EventDraft) -> int:
    return sum(1 for t in mention.token.doc[event.last : mention.token.i] if t.is_sent_start)


def _near(mention: Mention, event: EventDraft) -> bool:
    return _sentences_between(mention, event) <= 2


def _elaborates(mention: Mention, event: EventDraft, geography: Geography) -> bool:
    """The second sentence of a report tells its first again, with the details."""
    mine, theirs = (geography.specific(e.entities("place")) for e in (mention, event))
    if event.count is not None or (mine and theirs and mine != theirs):
        return False
    first = event.first.token.sent.end
    body = [t for t in mention.token.doc[first : mention.token.i] if t.is_sent_start and not t.is_space]
    return (
        mention.multiple == event.multiple and len(body) <= 1 and first <= mention.token.i and len(event.mentions) <= 3
    )


def _one_among_many(mention: Mention, event: EventDraft) -> bool:
    """ "A reprisal attack" is none of the attacks told of before."""
    return (
        mention.trigger.noun and mention.count == 1 and not mention.multiple and event.multiple and not mention.definite
    )


def _one_spot(mention: Mention, event: EventDraft, geography: Geography) -> bool:
    """Two single events of one class at one small place, nothing told apart by weapon or target: told twice."""
    if mention.multiple or event.multiple or mention.type != event.type:
        return False
    same = geography.specific(mention.entities("place")) & event.entities("place")
    differ = any(
        mention.entities(r) and event.entities(r) and not mention.entities(r) & event.entities(r)
        for r in ("weapon", "method", "target", "victim")
    )
    return bool(same) and not differ and not any(geography.large(p) for p in same)


def _counts_differ(mention: Mention, event: EventDraft) -> bool:
    return mention.count is not None and event.count is not None and mention.count != event.count


def _repeats_weapon(mention: Mention, event: EventDraft) -> bool:
    """Same weapon or method, in the same number, and not at targets that differ."""
    apart = mention.entities("target") and event.entities("target") and not _shares(mention, event, "target")
    return (
        bool(mention.entities("weapon", "method") & event.entities("weapon", "method"))
        and mention.count == event.count
        and not apart
    )


def _shares(mention: Mention, event: EventDraft, *roles: str) -> bool:
    return bool(mention.entities(*roles) & event.entities(*roles))


def whole_of(mention: Mention, events: Sequence[EventDraft], geography: Geography) -> int | None:
    """The index of the event of several occurrences that this one is a part of, or None: the nearest, the finest placed."""
    best = None
    for index, event in enumerate(events):
        if not _several(event) or conflicts(mention, event, geography) or event.modality != "asserted":
            continue
        if mention.multiple and not _fewer(mention, event) and not _narrower(mention, event, geography):
            continue
        rank = (_fit(mention, event, geography), event.last)
        if rank[0] > 0 and (best is None or rank > best[0]):
            best = (rank, index)
    return best[1] if best else None


def _several(event: EventDraft) -> bool:
    """Whether a plural noun tells of it, so that it can be a whole of parts."""
    return any(m.trigger.noun and m.multiple for m in event.mentions)


def _fewer(mention: Mention, event: EventDraft) -> bool:
    return mention.count is not None and (event.count is None or mention.count < event.count)


def _fit(mention: Mention, event: EventDraft, geography: Geography) -> float:
    mine, theirs = geography.specific(mention.entities("place")), geography.specific(event.entities("place"))
    near = _sentences_between(mention, event) <= 4
    dated = not mention.times or bool({t.time.value for t in mention.times} & event.values()) or not event.values()
    if mine and theirs:
        return (2.0 if (mine <= theirs and len(theirs) > len(mine)) or mine == theirs else 1.0) * dated
    return (1.5 if not mine and near else 0.8 if near and event.parent is None else 0.0) * dated
