"""What the grammar of a sentence says that an event noun and a verb tell of one event."""

from spacy.tokens import Token

from kg.extraction.events.kinds import VIOLENT, same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, subjects
from kg.extraction.text import sentences_between

_JUST = 3  # sentences


def taken_up(told: Story, found: Mention) -> int | None:
    """The event told before that the mention says something of, takes up by name, or tells how it began."""
    return next((i for again in (_said_to_be, _stormed, _this_very) if (i := again(told, found)) is not None), None)


def _said_to_be(told: Story, found: Mention) -> int | None:
    """The event told last that "it was the second such attack in May" says something of; the time is no day of it."""
    top = found.token.head if found.token.dep_ == "conj" else found.token
    noun = next(iter(children(top, "nsubj")), None)
    if not found.trigger.noun or noun is None or not children(top, "cop"):
        return None
    named = told.of_token.get(noun.i)
    if named is not None and is_definite(noun) and same_kind(found.type, told.events[named].type):
        found.times.clear()  # "the siege was the worst attack since rebels took the town in May"
        for each in (m for m in told.mentions if m.token == noun):
            each.times = [t for t in each.times if t.start < found.token.i]
        return named
    if noun.lower_ not in ("it", "this", "that"):
        return None
    before = [m for m in told.mentions if m.token.i < found.token.sent.start and m.token.i in told.of_token]
    near = [m for m in before if sentences_between(m.token, found.token) <= _JUST and not m.vague]
    alike = [told.of_token[m.token.i] for m in near if m.modality == "asserted" and same_kind(found.type, m.type)]
    main = told.main() if not alike and any(c.tag_ == "JJS" for c in children(found.token, "amod")) else None
    if main is not None and same_kind(found.type, told.events[main].type):
        alike = [main]  # "it was the worst attack in years"
    if alike:
        found.times.clear()
    return alike[-1] if alike else None


def _this_very(told: Story, found: Mention) -> int | None:
    """The deed told last, in the sentence before, that "in that clash" takes up, whatever it was called there."""
    pointed = found.trigger.noun and any(c.lower_ in ("that", "this") for c in children(found.token, "det"))
    if not pointed or found.type not in _SHOTS or found.multiple or found.times or found.entities("place", "target"):
        return None
    before = [m for m in told.mentions if m.token.i < found.token.sent.start and m.token.i in told.of_token]
    near = [m for m in before if sentences_between(m.token, found.token) == 1 and m.modality == "asserted"]
    verbs = [m for m in near if m.type in _SHOTS and not m.trigger.noun and not found.entities("agent")]
    blows = [m for m in near if same_kind(found.type, m.type)]
    return told.of_token[(blows or verbs)[-1].token.i] if blows or verbs else None


_SHOTS = frozenset({"Clash", "ArmedAttack", "Attack"})


def _stormed(told: Story, found: Mention) -> int | None:
    """The siege of "ended a siege of a hotel, a day after militants stormed it": so it began."""
    verb = found.token
    marks = {c.lower_ for c in children(verb, "mark", "advmod")} if verb.dep_ == "advcl" else set()
    storming = verb.lemma_.lower() in ("storm", "attack", "raid", "invade") and found.type in VIOLENT
    began = storming and not marks.isdisjoint({"after", "since", "when"})
    if not began or not any(t.lower_ == "it" for t in children(verb, "obj")):
        return None
    before = [m for m in told.mentions if m.token.sent.start <= m.token.i < verb.i and m.token.i in told.of_token]
    before = [m for m in before if m.token.sent == verb.sent]
    sieges = [told.of_token[m.token.i] for m in before if m.token.lemma_ == "siege" and m.modality == "asserted"]
    return next((i for i in reversed(sieges) if told.events[i].type in VIOLENT - {"Offensive"}), None)


def took_place(verb: Token) -> list[Token]:
    """The subject of "took place" above a clause with "when"."""
    above = verb.head
    when = verb.dep_ in ("advcl", "advcl:relcl") and any(c.lower_ == "when" for c in children(verb, "advmod", "mark"))
    occurs = above.lemma_.lower() in ("occur", "happen", "begin", "start", "come") or (
        above.lemma_ == "take" and any(o.lemma_ == "place" for o in children(above, "obj", "compound:prt", "xcomp"))
    )
    return subjects(above) if when and occurs else []


def just_before(told: Story, it: Token) -> list[Token]:
    """The noun of "the assault ... It began when gunmen fired"."""
    last = [m.token for m in told.mentions if m.token.i < it.i and m.trigger.noun and m.token.i in told.of_token]
    return [t for t in last[-1:] if sentences_between(t, it) <= _JUST]
