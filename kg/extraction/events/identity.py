"""Which event a mention tells of: one told before, a part of one, or a new one.

Conflicts (other place, other date, other kind of event) rule an event out; the clues of `kg.extraction.events.clues`
tell whether it is told again; what is one of several is a part.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction.events.arms import is_laid
from kg.extraction.events.clues import THRESHOLD, likeness
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.geography import Geography
from kg.extraction.events.kinds import same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.events.pair import Pair, several
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import case_of
from kg.extraction.text import sentences_between
from kg.extraction.wordlist import listed

_REACH = 25  # sentences back in which a mention finds its event


def conflicts(mention: Mention, event: EventDraft, geography: Geography) -> bool:
    """Whether something that the mention says rules the event out."""
    alike = same_kind(mention.type, event.type) or _by_the_attackers(mention, event) or _besieged(mention, event)
    if not alike or _modality_differs(mention, event):
        return True
    if avenged(mention.token) or _otherwise_armed(mention, event):
        return True
    where, theirs = mention.entities("place"), event.places()
    elsewhere = geography.apart(where, theirs) or not geography.compatible(where, theirs)
    if elsewhere and not _open_where(mention, event, geography):
        return True
    return dates_differ(mention, event) or _of_somebody_else(mention, event)


def _open_where(mention: Mention, event: EventDraft, geography: Geography) -> bool:
    return Pair(mention, event, 0, geography).open_where() and event.first.token.i < mention.token.i


def _of_somebody_else(mention: Mention, event: EventDraft) -> bool:
    """ "The assassination of X" is none of the killing of Y told before."""
    if not mention.trigger.noun or mention.frame != "Harm":
        return False
    mine = {f.entity for f in mention.fillers if f.role == "victim" and f.token.ent_type_ == "PERSON"}
    harmed = {f.entity for m in event.mentions for f in m.fillers if f.role == "victim"}
    named = any(f.role == "victim" and f.token.ent_type_ == "PERSON" for m in event.mentions for f in m.fillers)
    return bool(mine) and named and not mine & harmed


def _otherwise_armed(mention: Mention, event: EventDraft) -> bool:
    """Mines that were laid and cars that blew up are no raid of warplanes, though both are called bombings."""
    if (mention.type == "Airstrike") == (event.type == "Airstrike"):
        return False
    laid = [m for m in (mention, *event.mentions) if any(is_laid(f.token) for f in m.fillers if f.role == "weapon")]
    return any(m.type != "Airstrike" for m in laid)


def avenged(token: Token) -> bool:
    """ "In revenge for the death of X": what was avenged is another event than what avenged it."""
    above = list(token.ancestors)[:2] if case_of(token) in ("for", "of", "to") else []
    return any(t.lemma_ in listed("responsibility.ttl", "RevengeNoun") for t in above)


def _by_the_attackers(mention: Mention, event: EventDraft) -> bool:
    """ "An ambush ... a landmine went off and the attackers opened fire": one attack of several kinds."""
    doers = [f.token for f in mention.fillers if f.role == "agent"]
    attackers = bool(doers) and all(t.lemma_ in ("attacker", "assailant") and is_definite(t) for t in doers)
    return attackers and any(same_kind(mention.type, m.type) or m.type == "Arson" for m in event.mentions)


def _besieged(mention: Mention, event: EventDraft) -> bool:
    """ "Gunmen stormed a hotel ... the siege ended": one attack, where a building was struck and no town."""
    siege = mention.token.lemma_ == "siege" and mention.definite and not mention.entities("place", "target")
    return siege and event.type in ("Attack", "ArmedAttack", "Bombing") and bool(event.entities("target"))


def _modality_differs(mention: Mention, event: EventDraft) -> bool:
    told = mention.modality in ("asserted", "attributed")
    if mention.modality == "denied" and event.modality == "asserted":
        shared = mention.entities("target", "victim") & event.entities("target", "victim")
        return not (shared or mention.definite)
    meant = event.modality in ("planned", "hypothetical")
    if meant and told and not any(_same_word(mention, m) for m in event.mentions):
        return True
    return told != (event.modality in ("asserted", "attributed")) and not (mention.definite and told)


def _same_word(one: Mention, other: Mention) -> bool:
    """ "Vowed to strike ... the strike" has come; "the attack" after it need not be that, nor "the worst strike"."""
    if any(c.tag_ == "JJS" for c in one.token.children):
        return False
    killing = one.trigger.noun and one.type == "Assassination"  # "plotting bomb attacks ... the assassination of X"
    return (other.trigger.noun and not killing) or one.token.lemma_ == other.token.lemma_


def dates_differ(mention: Mention, event: EventDraft) -> bool:
    """Whether both are dated, and no date of the one is a coarser or equal form of one of the other."""
    mine, theirs = {t.time.value for t in mention.times if t.time.value}, event.values()
    return bool(mine and theirs) and not any(a.startswith(b[:10]) or b.startswith(a[:10]) for a in mine for b in theirs)


def same_event(mention: Mention, events: Sequence[EventDraft], geography: Geography) -> int | None:
    """The index of the event told before that this mention tells again, or None; the latest of equals."""
    best: tuple[float, int] | None = None
    for index in range(len(events) - 1, -1, -1):
        pair = Pair(mention, events[index], index, geography)
        if conflicts(mention, pair.event, geography) or pair.sentences > _REACH:
            continue
        if pair.narrower() and not pair.open_where():
            continue
        if _told_later(mention, pair.event):
            continue
        score = likeness(pair)
        if score >= THRESHOLD and (best is None or score > best[0]):
            best = (score, index)
    return best[1] if best else None


def _told_later(mention: Mention, event: EventDraft) -> bool:
    """Whether a later sentence is the first to tell of the event."""
    return event.first.token.i >= mention.token.sent.end


def whole_of(mention: Mention, events: Sequence[EventDraft], geography: Geography) -> int | None:
    """The index of the event of several occurrences that this one is a part of: the finest placed,
    the nearest; or None."""
    best: tuple[tuple[float, int], int] | None = None
    for index, event in enumerate(events):
        pair = Pair(mention, event, index, geography)
        if (event.general and pair.sentences) or _far_ahead(mention, event):
            continue
        if (event.past and pair.sentences and not mention.times) or _joined(mention, event):
            continue
        one_of_them = mention.ordinal and (event.count or 1) > 1
        if not (several(event) or one_of_them) or conflicts(mention, event, geography) or event.modality != "asserted":
            continue
        if mention.multiple and not _fewer(mention, event) and not pair.narrower():
            continue
        if mention.trigger.noun and pair.differs("agent"):
            continue  # "A shelled two towns ... sabotage by B"
        rank = (_fit(pair), event.last)
        if rank[0] > 0 and (best is None or rank > best[0]):
            best = (rank, index)
    return best[1] if best else None


def _joined(mention: Mention, event: EventDraft) -> bool:
    """ "It claimed two attacks that killed 50, and gunmen stormed a ward": told beside them in one sentence."""
    verb = mention.token
    beside = not mention.trigger.noun and verb.dep_ == "conj" and verb.sent == event.first.token.sent
    own = any(c.dep_ in ("nsubj", "nsubj:pass") and not is_definite(c) for c in verb.children)
    return beside and own and event.first.trigger.noun and verb.head.is_ancestor(event.first.token)


def _far_ahead(mention: Mention, event: EventDraft) -> bool:
    """Whether the event is told only two sentences later, or more."""
    later = event.first.token.i > mention.token.i
    return later and sentences_between(mention.token, event.first.token) > 1


def _fewer(mention: Mention, event: EventDraft) -> bool:
    return mention.count is not None and (event.count is None or mention.count < event.count)


def _fit(pair: Pair) -> float:
    mine, theirs = pair.places, pair.event_places
    near = pair.sentences <= 4
    values = {t.time.value for t in pair.mention.times}
    timed = any(m.times for m in pair.event.mentions)
    dated = not any(values) or bool(values & pair.event.values()) or not timed
    if mine and theirs:
        return (2.0 if mine <= theirs else 1.0) * dated
    return (1.5 if not mine and near else 0.8 if near and pair.event.parent is None else 0.0) * dated
