"""Those harmed, named again: "seven people ... the victims, all of them fishermen" are one group of one event."""

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children


def unite(told: Story) -> None:
    """Join the harmed that an event's later mentions take up ("the victims", "the men") with those told first; not the
    attackers, who may be killed in their turn."""
    doers = {f.entity for m in told.mentions for f in m.fillers if f.role == "agent"}
    for event in told.events:
        same = {old: new for old, new in _same(event, told) if doers.isdisjoint((old, new))}
        for old, new in same.items():
            told.cast.join(old, new)
        for each in told.mentions if same else ():
            renamed = (Filler(f.role, same.get(f.entity, f.entity), f.token) for f in each.fillers)
            each.fillers = list(dict.fromkeys(renamed))


def _same(event: EventDraft, told: Story) -> list[tuple[int, int]]:
    """Each group taken up, with the one that it is."""
    drafts = told.cast.drafts
    victims = sorted((f for m in event.mentions for f in m.fillers if f.role == "victim"), key=lambda f: f.token.i)
    groups = [f for f in victims if drafts[f.entity].generic]
    found: dict[int, int] = {}
    for at, later in enumerate(groups):
        before = [f for f in groups[:at] if f.entity not in found]
        first = before[0] if len({f.entity for f in before}) == 1 else None
        if first is not None and first.entity != later.entity and _takes_up(later.token, first.token):
            found[later.entity] = first.entity
    return list(found.items())


def _takes_up(later: Token, first: Token) -> bool:
    """Whether the noun, or what it is said to be in apposition to, points back to as many as the first tells of."""
    plural = ("NNS", "NNPS")
    if (later.tag_ in plural) != (first.tag_ in plural) or _number(later) not in ("", _number(first)):
        return False
    if later.dep_ == "appos" and later.head.pos_ == "NOUN":
        return _points_back(later.head)
    return _points_back(later)


def _points_back(noun: Token) -> bool:
    return is_definite(noun) and noun.lemma_.lower() in listed("CaptiveNoun") | listed("VictimNoun")


def _number(noun: Token) -> str:
    return next((c.lower_ for c in children(noun, "nummod")), "")
