"""Which entities of a report may fill a slot whose fillers are learned, and in which words."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.muc4.civilians import targets, victims
from benchmarks.muc4.documents import Document
from benchmarks.muc4.filler_clues import filler_clues
from benchmarks.muc4.records import ORGANISED, Filler, Incident, Node, Told
from benchmarks.muc4.slots import organisations, owned, owners, told_best, wording

KINDS = {
    "perp_organizations": (*ORGANISED, "State", "InternationalBody"),
    "targets": ("GovernmentBody", "PoliticalGroup", "Organisation", "Facility", "MediaOutlet", "InternationalBody",
                "Place", "State"),
    "victims": ("Person", "PeopleGroup", "GovernmentBody"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may fill a slot, the words for it, and the clues to whether it does."""

    slot: str
    node: Node
    words: str
    clues: frozenset[str]


def candidates(incidents: Sequence[Incident], document: Document, report: Told) -> Iterator[Candidate]:
    """Every entity of the report whose kind fits, for each slot of the template that the incidents make."""
    text, by_rule = document.report.body, _ruled(incidents, document, report)
    linked = {f.node.iri: f.node for i in incidents for f in i.fillers}
    for node in {**{n.iri: n for n in report.nodes}, **linked}.values():
        slots = [slot for slot, kinds in KINDS.items() if node.kind in kinds]
        clues = tuple(filler_clues(node, incidents, report, text)) if slots else ()
        for slot in slots:
            rule = f"rule={node.iri in by_rule[slot]}"
            told = wording(node, text)
            words = owned(told, text) if slot == "targets" else told
            yield Candidate(slot, node, words, frozenset((*clues, rule)))


def doers(incidents: Sequence[Incident]) -> list[Filler]:
    """Who did it; of a clash both sides are told, so neither counts."""
    return [f for i in incidents if i.type != "Clash" for f in i.of("agent", "claims", "blames")]


def _ruled(incidents: Sequence[Incident], document: Document, report: Told) -> dict[str, set[str]]:
    """The IRIs of what the task's rules alone would put into each slot."""
    text, struck = document.report.body, [f.node for i in incidents for f in targets(i)]
    owned = [owner for node in struck for owner in owners(node, report, text)]
    harmed = told_best([*(f.node for i in incidents for f in victims(i, text)), *owned])
    return {
        "perp_organizations": {n.iri for f in doers(incidents) for n in organisations(f.node, report)},
        "targets": {n.iri for n in struck},
        "victims": {n.iri for n in harmed},
    }
