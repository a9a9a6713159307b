"""Mentions as places in numbered sentences: what the page marks."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.store import Graph
from kg.view.facts import Facts, facts, number, text, texts

_PREDICATES = ("nif:beginIndex", "nif:endIndex", "nif:anchorOf", "nif:referenceContext", "kg:sentence")

Mark = list[int]
"""A sentence's number, and where in it the words begin and end, in code points."""


@dataclass(slots=True)
class Words:
    """Numbers the sentences that are asked for, in the order of asking."""

    mentions: Mapping[str, Facts]
    reports: Mapping[str, int]
    sentences: list[dict[str, Any]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph, reports: Mapping[str, int]) -> "Words":
        """The words of a graph; `reports` numbers its reports."""
        return cls(facts(graph, "kg:Mention", _PREDICATES), reports)

    def marks(self, found: Facts) -> list[Mark]:
        """The evidence of an event, a claim: a mention that the graph does not describe is left out."""
        return [self._mark(iri) for iri in texts(found, "kg:evidence") if iri in self.mentions]

    def _mark(self, iri: str) -> Mark:
        mention = self.mentions[iri]
        whole = text(mention, "kg:sentence")
        sentence = whole if whole in self.mentions else iri
        start = _index(self.mentions[sentence], "nif:beginIndex")
        begin, end = _index(mention, "nif:beginIndex") - start, _index(mention, "nif:endIndex") - start
        return [self._number(sentence), begin, end]

    def _number(self, iri: str) -> int:
        if iri not in self._numbers:
            self._numbers[iri] = len(self.sentences)
            self.sentences.append(self._sentence(self.mentions[iri]))
        return self._numbers[iri]

    def _sentence(self, mention: Facts) -> dict[str, Any]:
        report = self.reports.get(text(mention, "nif:referenceContext"))
        words = text(mention, "nif:anchorOf")
        return {"report": report, "begin": _index(mention, "nif:beginIndex"), "text": words}


def _index(mention: Facts, predicate: str) -> int:
    return int(number(mention, predicate) or 0)
