"""The graph as one page to look at: map, timeline, network of actors, and the words behind each event."""
from kg.view.page import page, write

__all__ = ["page", "write"]
