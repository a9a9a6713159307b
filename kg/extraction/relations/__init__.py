"""Relations between actors, and between places, as the text states them."""

from kg.extraction.relations.find import relations

__all__ = ["relations"]
