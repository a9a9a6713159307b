"""GEXF 1.2: the network of actors, places and events, Gephi's own format."""
import re

from kg.export.xml import document
from kg.store import Graph

_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')  # networkx writes today's date: not the same bytes


def gexf(graph: Graph) -> str:
    """The network as GEXF; see `Graph.to_networkx` for the attributes."""
    import networkx as nx

    return document(_CLOCK.sub("", line) for line in nx.generate_gexf(graph.to_networkx()))
