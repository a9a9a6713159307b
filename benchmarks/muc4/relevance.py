"""MUC-4's rules of relevance, as far as a graph can be asked for them.

Source: the task documentation of the Fourth Message Understanding Conference (1992): terrorist incidents in nine Latin
American countries, told with some detail, recent, and not between armed forces.
"""
from datetime import date, timedelta

from benchmarks.muc4.civilians import is_police, targets, victims
from benchmarks.muc4.documents import NINE, Document
from benchmarks.muc4.records import Incident, Told
from benchmarks.muc4.words import words

TYPES = {
    "Attack": "attack", "ArmedAttack": "attack", "Assassination": "attack", "Shelling": "attack", "Clash": "attack",
    "Bombing": "bombing", "Airstrike": "bombing", "Kidnapping": "kidnapping", "Arson": "arson", "Robbery": "robbery",
}  # fmt: skip
_HAPPENED = ("asserted", "attributed")
_OLDEST = timedelta(days=92)  # the rule is two months; keys keep events of the third that are still in the news


def relevant(incident: Incident, document: Document, report: Told) -> bool:
    """Whether the event is an incident that MUC-4 asks for."""
    return (
        incident.type in TYPES
        and country(incident, document, report) in NINE
        and recent(incident, document)
        and (incident.modality in _HAPPENED or _threat(incident, document) or _foiled(incident))
        and (_civilian(incident, document) or _bomb(incident))
        and not _by_authorities(incident)
    )


def _civilian(incident: Incident, document: Document) -> bool:
    """Whether somebody or something is struck that is neither military nor police."""
    struck = [*victims(incident, document.report.body), *targets(incident)]
    return any(not is_police(f.node) for f in struck)


def _threat(incident: Incident, document: Document) -> bool:
    """Whether somebody named was threatened or to be attacked: MUC-4 counts that."""
    return any(f.node.kind == "Person" for f in victims(incident, document.report.body))


def _foiled(incident: Incident) -> bool:
    """Whether a bomb was defused: MUC-4 counts attempts."""
    return any(word.lower() in words("defused") for _, word in incident.triggers)


def _bomb(incident: Incident) -> bool:
    """Whether a bomb or a fire is told without what it struck."""
    armed = incident.type in ("Bombing", "Arson", "Shelling") and bool(incident.of("weapon"))
    return armed and not incident.of("victim", "target")


def _by_authorities(incident: Incident) -> bool:
    """Whether it is a raid, which is a search, or what states do to each other."""
    doers = {f.node.kind for f in incident.of("agent", "claims", "blames")}
    raid = all(found.lower().startswith("raid") for _, found in incident.triggers)
    return raid or (bool(doers) and doers <= {"State", "InternationalBody"})


def country(incident: Incident, document: Document, report: Told) -> str:
    """The country of its places, else where the report was sent from, else the one of the nine most spoken of."""
    if incident.countries:
        return min(incident.countries & NINE, default="other")
    seen = next((c for c, _ in report.countries if c in NINE), "")
    return document.sent_from if document.sent_from in NINE else seen or document.sent_from


def recent(incident: Incident, document: Document) -> bool:
    """Whether some date of it is recent; an undated event counts as recent."""
    published = document.report.published
    if not published or not incident.dates:
        return True
    bound = (date.fromisoformat(published[:10]) - _OLDEST).isoformat()
    return any(d[: len(bound)] >= bound[: len(d)] for d in incident.dates)
