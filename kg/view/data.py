"""All that the page shows, as one structure of plain values: rows that refer to one another by number."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.store import Graph
from kg.view.facts import Facts, facts, kinds, number, text, texts, tree
from kg.view.nodes import Nodes
from kg.view.words import Words

Row = dict[str, Any]

ROLES = ("agent", "attributedTo", "target", "victim", "weapon", "method", "place", "speaker", "affiliation")
_TIMES = ("kg:date", "kg:begin", "kg:end", "kg:timeText")
_KINDS = ("kg:modality", "kg:eventType", "kg:count", "kg:confidence")
_OWN = ("date", "begin", "end", "timeText", "modality", "eventType")
_LINKS = ("kg:subEventOf", "kg:about", "kg:quote", "kg:evidence", "kg:reportedIn")
_EVENT = ("rdfs:label", *_TIMES, *_KINDS, *_LINKS, *(f"kg:{role}" for role in ROLES))
_SAYING = ("kg:about", "kg:claimedBy", "kg:via", "kg:saidOn", "kg:evidence", "kg:reportedIn", "kg:confidence")
_FIGURE = (*_SAYING, "kg:measure", "kg:bound", "kg:figure", "kg:lower", "kg:upper", "kg:victimGroup", "kg:supersedes")
_RESPONSIBILITY = (*_SAYING, "kg:responsible", "kg:stance")
_RELATION = (*_SAYING, "rdf:subject", "rdf:predicate", "rdf:object")
_REPORT = ("dct:title", "dct:issued", "dct:publisher", "dct:source")
_MENTIONED = "SELECT ?event ?mention WHERE { ?event a kg:Event ; kg:evidence ?mention }"
_CLAIMED = "SELECT ?claim ?event WHERE { ?claim a kg:Claim ; kg:about ?event }"
_FINDING = ("rdfs:comment", "kg:concerns", "kg:about")


def data(graph: Graph) -> Row:
    """The page's data: classes, nodes, reports, sentences, events, claims, relations and findings.

    Lists of rows; a row names another by its number in its list. Values that a graph does not state are left out.
    """
    above = tree(graph)
    return _Reader.of(graph, above, kinds(graph, above)).all(above)


@dataclass(frozen=True, slots=True)
class _Reader:
    graph: Graph
    kinds: Mapping[str, str]
    nodes: Nodes
    words: Words
    reports: Mapping[str, Facts]
    report_numbers: Mapping[str, int]
    events: Mapping[str, Facts]
    event_numbers: Mapping[str, int]

    @classmethod
    def of(cls, graph: Graph, above: Mapping[str, str], kinds: Mapping[str, str]) -> "_Reader":
        reports, events = facts(graph, "kg:Report", _REPORT), facts(graph, "kg:Event", _EVENT)
        numbers = _numbered(reports)
        nodes, words = Nodes.of(graph, kinds), Words.of(graph, numbers)
        return cls(graph, kinds, nodes, words, reports, numbers, events, _numbered(events))

    def all(self, above: Mapping[str, str]) -> Row:
        """Events and claims first: they decide which nodes and sentences the page needs."""
        found: Row = {
            "classes": dict(sorted(above.items())),
            "reports": [self._report(r) for r in self.reports.values()],
            "events": [self._event(*e) for e in self.events.items()],
            "figures": list(self._figures()),
            "responsibilities": list(self._responsibilities()),
            "statedBy": list(self._relations()),
            "findings": list(self._findings()),
        }
        return found | {
            "relations": list(self.nodes.relations()), "nodes": [_full(n) for n in self.nodes.rows],
            "sentences": self.words.sentences,
        }

    def _report(self, report: Facts) -> Row:
        return _full({
            "title": text(report, "dct:title"), "issued": text(report, "dct:issued"), "url": text(report, "dct:source"),
            "outlet": self.nodes.first(report, "dct:publisher"),
        })

    def _event(self, iri: str, event: Facts) -> Row:
        roles = [[role, n] for role in ROLES for n in self.nodes.numbers(event, f"kg:{role}")]
        own = {name: text(event, f"kg:{name}") for name in _OWN}
        return _full({
            "id": iri, "label": text(event, "rdfs:label"), "type": self.kinds.get(iri, "Event"), **own, "roles": roles,
            "count": number(event, "kg:count"), "confidence": number(event, "kg:confidence"),
            "wholes": self._events(event, "kg:subEventOf"), "about": self._events(event, "kg:about"),
            "quotes": texts(event, "kg:quote"), "marks": self.words.marks(event), "reports": self._reports(event),
        })

    def _events(self, found: Facts, predicate: str) -> list[int]:
        return [self.event_numbers[iri] for iri in texts(found, predicate) if iri in self.event_numbers]

    def _reports(self, found: Facts) -> list[int]:
        return [self.report_numbers[iri] for iri in texts(found, "kg:reportedIn") if iri in self.report_numbers]

    def _saying(self, claim: Facts) -> Row:
        """What all claims have: who says it, through whom, when, in which reports and words."""
        return {
            "by": self.nodes.first(claim, "kg:claimedBy"), "via": self.nodes.first(claim, "kg:via"),
            "said": text(claim, "kg:saidOn"), "reports": self._reports(claim), "marks": self.words.marks(claim),
            "confidence": number(claim, "kg:confidence"),
        }

    def _figures(self) -> Iterator[Row]:
        claims = facts(self.graph, "kg:FigureClaim", _FIGURE)
        replaced = {earlier for claim in claims.values() for earlier in texts(claim, "kg:supersedes")}
        for iri, claim in claims.items():
            limits = {name: number(claim, f"kg:{name}") for name in ("figure", "lower", "upper")}
            measured = {name: text(claim, f"kg:{name}") for name in ("measure", "bound")}
            yield _full({
                "events": self._events(claim, "kg:about"), **measured, **limits, **self._saying(claim),
                "group": self.nodes.first(claim, "kg:victimGroup"), "replaced": iri in replaced or None,
            })

    def _responsibilities(self) -> Iterator[Row]:
        for claim in facts(self.graph, "kg:ResponsibilityClaim", _RESPONSIBILITY).values():
            yield _full({
                "events": self._events(claim, "kg:about"), "stance": text(claim, "kg:stance"), **self._saying(claim),
                "responsible": self.nodes.first(claim, "kg:responsible"),
            })

    def _relations(self) -> Iterator[Row]:
        """Who says which edge of an event, and in which words; the value is a node's number, or none for a date."""
        for claim in facts(self.graph, "kg:RelationClaim", _RELATION).values():
            event, role = self._events(claim, "rdf:subject"), text(claim, "rdf:predicate")
            value = self.nodes.first(claim, "rdf:object") if role in ROLES else None
            if event:
                yield _full({"events": event, "role": role, "value": value, **self._saying(claim)})

    def _findings(self) -> Iterator[Row]:
        """Each finding with the events it touches, directly or through a claim or a mention of theirs."""
        touched = self._touched()
        for iri, finding in facts(self.graph, "kg:Finding", _FINDING).items():
            concerned = [c for p in ("kg:about", "kg:concerns") for c in texts(finding, p)]
            events = sorted({e for c in concerned for e in touched.get(c, ())})
            yield {"kind": self.kinds.get(iri, "Finding"), "text": text(finding, "rdfs:comment"), "events": events}

    def _touched(self) -> dict[str, list[int]]:
        found = {iri: [n] for iri, n in self.event_numbers.items()}
        for event, mention in self.graph.query(_MENTIONED):
            found.setdefault(str(mention), []).append(self.event_numbers[str(event)])
        for claim, event in self.graph.query(_CLAIMED):
            if str(event) in self.event_numbers:
                found.setdefault(str(claim), []).append(self.event_numbers[str(event)])
        return found


def _numbered(found: Mapping[str, Facts]) -> dict[str, int]:
    return {iri: n for n, iri in enumerate(found)}


def _full(row: Row) -> Row:
    """The row without what is not stated."""
    return {k: v for k, v in row.items() if v is not None and v not in ("", [])}


def title(found: Row) -> str:
    """A heading for a page that is given none."""
    count = len(found["reports"])
    return f"What {count:,} {'report tells' if count == 1 else 'reports tell'}"
