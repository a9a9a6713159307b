"""A graph checked against the rules that every graph must keep."""
from collections.abc import Iterator
from dataclasses import dataclass

from kg.check.checks import CHECKS, Check
from kg.check.vocabulary import unknown_terms
from kg.store import Graph


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a node breaks. Its str is one line: rule, what is wrong, node, detail."""

    check: str
    wrong: str
    node: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.check}: {self.wrong}: {self.node}" + (f" ({self.detail})" if self.detail else "")


def check(graph: Graph) -> list[Breach]:
    """Every breach of the rules, in the order of the rules and of the nodes; none: the graph is sound."""
    return [*(b for rule in CHECKS for b in _breaches(graph, rule)), *_unknown(graph)]


def _breaches(graph: Graph, rule: Check) -> Iterator[Breach]:
    for node, detail in graph.query(rule.query):
        yield Breach(rule.name, rule.wrong, str(node), "" if detail is None else str(detail))


def _unknown(graph: Graph) -> Iterator[Breach]:
    for term in unknown_terms(graph):
        yield Breach("vocabulary", "a term that the ontology does not have", term)
