"""What the grammar of a sentence says that an event noun and a verb tell of one event."""

from spacy.tokens import Token

from kg.extraction.events.kinds import same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.syntax.clause import children, subjects
from kg.extraction.text import sentences_between

_JUST = 3  # sentences


def said_to_be(told: Story, found: Mention) -> int | None:
    """The event told last that "it was the second such attack in May" says something of; the time is no day of it."""
    top = found.token.head if found.token.dep_ == "conj" else found.token
    subject = next((t.lower_ for t in children(top, "nsubj")), "")
    if not found.trigger.noun or subject not in ("it", "this", "that") or not children(top, "cop"):
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
