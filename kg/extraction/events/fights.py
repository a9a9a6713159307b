"""What belongs to a gunfight told of: the shots that its sides fire, the force that closed in, the weapons found."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.arms import weapon_class
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import weapon_label
from kg.extraction.syntax.clause import coordinated, subjects, undergoers, with_particle
from kg.extraction.text import sentences_between
from kg.extraction.words import of_lemmas
from kg.lexicon.triggers import Sense

_NEAR = 4  # sentences
_SHOTS = frozenset({"ArmedAttack", "Bombing", "Shelling"})
_FORCES = frozenset({"force", "soldier"})


def shots(told: Story, found: Mention) -> int | None:
    """The clash of which a verb tells one side's shots: "the rebels opened fire and threw a grenade", right after it
    and nowhere else. What they do is then no attack of its own."""
    if found.trigger.noun or found.frame not in ("Act", "Blow") or found.type not in _SHOTS:
        return None
    if found.times or found.entities("place", "victim") or found.sequel or found.modality != "asserted":
        return None
    near = (i for i, e in enumerate(told.events) if _is_near(e, found.token) and _by_a_side(told, found, e))
    clash = max(near, key=lambda i: _spoken_of(told, told.events[i], found.token), default=None)
    if clash is not None:
        found.trigger = replace(found.trigger, sense=Sense("Clash", found.frame))
    return clash


def _is_near(event: EventDraft, token: Token) -> bool:
    """Whether a clash, and one alone, was told within a few sentences before."""
    before = event.first.token.i < token.i
    return event.type == "Clash" and before and not event.general and (
        sentences_between(token.doc[event.last], token) <= _NEAR
    )


def _spoken_of(told: Story, event: EventDraft, token: Token) -> int:
    """Where the event, or a place of it or of those who fell in it, was last named before the token."""
    above = list(event.first.token.ancestors)[:2]
    fallen = {p for m in told.mentions if m.token in above for p in m.entities("place")}
    places = event.entities("place") | fallen
    return max([event.last, *(at for p in places for at, _ in told.cast.drafts[p].seen if at < token.i)])


def _by_a_side(told: Story, found: Mention, event: EventDraft) -> bool:
    doing = [t for t in subjects(found.token) if t.i < found.token.i]
    if not found.entities("agent"):
        return any(t.pos_ == "PRON" for t in doing)
    sides = event.entities("agent") | {e for m in _outcomes(told, event) for e in m.entities("victim")}
    return bool(found.entities("agent") & sides)


def _outcomes(told: Story, event: EventDraft) -> Iterator[Mention]:
    """Mentions in the sentences that tell of the event: who fell in it is a side of it, though placed only later."""
    sentences = {m.token.sent.start for m in event.mentions}
    return (m for m in told.mentions if m.token.sent.start in sentences)


def sides(told: Story) -> None:
    """A force that sealed off or stormed the place is the other side of the clash of fighters told beside it."""
    for event in told.events:
        if event.type == "Clash" and event.modality == "asserted" and _of_fighters(told, event):
            near = (t for t in event.first.token.doc if _closes_in(t) and _is_beside(event, t, told))
            forces = (f for t in near for f in _forces(t, told))
            event.first.fillers += [f for f in forces if f.entity not in event.entities("agent")][:1]


def _of_fighters(told: Story, event: EventDraft) -> bool:
    agents = [f for m in event.mentions for f in m.fillers if f.role == "agent"]
    return bool(agents) and all("fighter" in kinds.sorts(f.token, told.lexicon.nouns) for f in agents)


def _closes_in(token: Token) -> bool:
    return token.pos_ == "VERB" and with_particle(token) in listed("CordonVerb")


def _is_beside(event: EventDraft, token: Token, told: Story) -> bool:
    return token.i not in told.of_token and sentences_between(event.first.token, token) <= 2


def _forces(verb: Token, told: Story) -> Iterator[Filler]:
    """The force that is the verb's subject, or that of a verb above which the parse put it below."""
    doing = [t for v in (verb, *verb.ancestors) if v.pos_ == "VERB" for t in subjects(v)]
    for noun in (t for t in doing if kinds.sorts(t, told.lexicon.nouns) & _FORCES and t.i < verb.i):
        yield from (Filler("agent", i, noun) for i in told.cast.actors(noun)[:1])


def recovered(told: Story) -> None:
    """Weapons found after a clash, in a sentence that tells of no other violence and names no other place."""
    fought = any(event.type == "Clash" for event in told.events)
    verbs = of_lemmas(told.cast.doc, listed("RecoveringVerb")) if fought else []
    for verb in (t for t in verbs if t.pos_ == "VERB"):
        weapons = [w for u in undergoers(verb) for w in coordinated(u) if weapon_class(w, told.lexicon)]
        event = _fought_before(told, verb) if weapons else None
        if event is not None:
            told_of = [(told.cast.concept(weapon_label(w, told.lexicon), "Weapon", w), w) for w in weapons]
            event.first.fillers += [Filler("weapon", i, w) for i, w in told_of]


def _fought_before(told: Story, verb: Token) -> EventDraft | None:
    """The clash that was the last violence told before the verb's sentence, or in it, before the verb."""
    last = max((i for i in told.of_token if i < verb.i and told.events[told.of_token[i]].type in VIOLENT), default=None)
    if last is None or sentences_between(told.cast.doc[last], verb) > 2:
        return None
    event = told.events[told.of_token[last]]
    places = {i for t in verb.sent for i in told.cast.places(t) if told.cast.kind(i) == "Place"}
    elsewhere = places and not told.geography.compatible(places, event.places())
    return event if event.type == "Clash" and event.modality == "asserted" and not elsewhere else None
