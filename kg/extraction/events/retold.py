"""What the grammar of a clause says is told again: "what he called a bombing", "stormed the town, hitting shops"."""

from collections.abc import Mapping

from kg.extraction.events.identity import dates_differ
from kg.extraction.events.kinds import same_kind
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.syntax.clause import case_of


def so_called(told: Story, found: Mention) -> int | None:
    """The report's event, of "condemned what he called a bombing": nobody speaks so of one not told of yet."""
    verb = found.token.head
    called = found.token.dep_ in ("xcomp", "obj", "ccomp") and verb.lemma_ in ("call", "term", "describe", "brand")
    between = found.token.doc[verb.i : found.token.i]
    what = next((t for t in (verb.head, *between) if t.lower_ == "what"), None)
    if not (found.trigger.noun and called) or what is None or case_of(what):
        return None  # nor "answered with what it called a strike"
    main = told.main()
    if main is None or found.entities("place", "victim") or dates_differ(found, told.events[main]):
        return None
    return main if same_kind(found.type, told.events[main].type) else None


def goes_on(told: Story, found: Mention, index: Mapping[int, Mention]) -> int | None:
    """ "Stormed the town, hitting shops and banks": the participle tells more of what its verb tells."""
    token = found.token
    above = index.get(token.head.i) if token.tag_ == "VBG" and token.dep_ == "advcl" else None
    if above is None or above.token.i not in told.of_token or above.trigger.noun or above.token.i > token.i:
        return None
    if any(c.dep_ in ("mark", "nsubj", "case") for c in token.children) or found.modality != above.modality:
        return None
    event = told.of_token[above.token.i]
    alike = found.type in ("Attack", "Bombing") and found.type == above.type
    alike = alike and same_kind(found.type, told.events[event].type)
    return event if alike and told.geography.compatible(found.entities("place"), told.events[event].places()) else None
