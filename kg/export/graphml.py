"""GraphML: the network of actors, places and events, as Gephi, yEd and Cytoscape open it."""
from kg.export.xml import document
from kg.store import Graph


def graphml(graph: Graph) -> str:
    """The network as GraphML, only str, int and float attributes; see `Graph.to_networkx` for what they are."""
    import networkx as nx

    return document(nx.generate_graphml(graph.to_networkx()))
