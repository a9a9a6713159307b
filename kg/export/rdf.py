"""Turtle and N-Triples: the whole graph, sorted."""
from kg.store import Graph


def turtle(graph: Graph) -> str:
    """The graph as Turtle 1.1."""
    return graph.to_turtle()


def ntriples(graph: Graph) -> str:
    """The graph as N-Triples 1.1."""
    return graph.to_ntriples()
