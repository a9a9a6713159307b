"""Denials of a deed that was told before: "the army denied that its men had fired", "denied attacking the town"."""

from spacy.tokens import Token

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.identity import dates_differ
from kg.extraction.events.kinds import VIOLENT, same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import children, doers
from kg.extraction.text import sentences_between
from kg.extraction.wordlist import listed

_REACH = 12  # sentences back to what is denied
_SIDES = ({"ArmedGroup"}, {"State", "GovernmentBody"})


def denied_deed(told: Story, found: Mention) -> int | None:
    """The violence told before that a verb below "denied" says its speaker did not do; the mention keeps of its
    participants those alone that the event has: whom somebody did not shoot at was not struck in it."""
    verb = found.token
    if found.trigger.noun or found.modality != "denied" or found.type not in VIOLENT or found.times:
        return None
    denial = verb.head
    denying = denial.lemma_.lower() in listed("responsibility.ttl", "DenyVerb")
    if not denying or verb.dep_ not in ("ccomp", "xcomp", "advcl") or not _own(verb, told):
        return None
    if any(c.lower_ in ("not", "n't") for c in denial.children):
        return None
    fits = [i for i, e in enumerate(told.events) if _fits(told, found, denial, e)]
    last = max(fits, key=lambda i: (told.events[i].entities("agent") != set(), told.events[i].last), default=None)
    if last is not None:
        known = told.events[last].entities("agent", "target", "victim", "place", "weapon")
        found.fillers = [f for f in found.fillers if f.role == "agent" or f.entity in known]
    return last


def _own(verb: Token, told: Story) -> bool:
    """Whether the deed would be the speaker's: "it had shelled", "its troops had", "officers had", or no subject."""
    for doer in (t for t in doers(verb) if t not in doers(verb.head)):
        armed = kinds.sorts(doer, told.lexicon.nouns) & {"soldier", "force", "fighter"} and doer.pos_ == "NOUN"
        theirs = any(c.lower_ in ("its", "their", "his", "her", "our") for c in children(doer, "nmod:poss"))
        if not (armed or theirs or doer.lower_ in ("it", "they", "he", "she", "we")):
            return False
    return True


def _fits(told: Story, found: Mention, denial: Token, event: EventDraft) -> bool:
    """Whether the event may be what is denied: asserted, of its kind, not elsewhere, not by the other side."""
    first = event.first.token
    if event.modality != "asserted" or event.type not in VIOLENT or first.i > denial.i or event.past:
        return False
    near = sentences_between(found.token.doc[event.last], found.token) <= _REACH
    alike = same_kind(found.type, event.type) or "Attack" in (found.type, event.type)
    if not (near and alike) or dates_differ(found, event):
        return False
    places, theirs = found.entities("place"), event.places()
    if places and (not theirs or told.geography.apart(places, theirs) or not told.geography.compatible(places, theirs)):
        return False
    who = [{told.cast.kind(i) for d in doers(denial) for i in told.cast.actors(d)}, _named(told, event)]
    return not any(who[0] & a and who[1] & b for a, b in (_SIDES, _SIDES[::-1]))


def _named(told: Story, event: EventDraft) -> set[str]:
    """The kinds of those who are told by name to have done it."""
    agents = event.entities("agent")
    return {told.cast.kind(i) for i in agents if not told.cast.drafts[i].generic}
