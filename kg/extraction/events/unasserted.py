"""What somebody denies, demands or promises: not told as having happened."""

from collections.abc import Iterable, Sequence

from kg.extraction.events.mention import Mention
from kg.extraction.events.modality import presupposed
from kg.extraction.speech import Speech


def unassert(mentions: Iterable[Mention], spoken: Sequence[Speech]) -> None:
    """What somebody denies, demands or promises is not told as having happened."""
    for found in mentions:
        around = [s for s in spoken if s.says(found.token.i)]
        told = any(s.act in _TELLING and found.token.doc[s.cue].tag_ == "VBG" and _inside(s, around) for s in around)
        acts = {s.act for s in around if not (told and s.act == "deny")}
        if found.modality == "asserted" and not ("deny" not in acts and presupposed(found.token)):
            found.modality = "denied" if "deny" in acts else "planned" if acts & {"demand", "promise"} else "asserted"


_TELLING = frozenset({"say", "confirm", "announce"})


def _inside(speech: Speech, around: Sequence[Speech]) -> bool:
    """Whether the speech is within a denial that holds it: "denied it, saying they had hit a camp"."""
    return any(s.act == "deny" and s.cue < speech.cue for s in around)
