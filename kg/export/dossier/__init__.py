"""What the graph has on one event or actor, to be read and passed on, with footnotes to the sentences."""
from kg.export.dossier.dossier import WRITERS, dossier
from kg.export.dossier.model import Dossier, Line, Note, Section

__all__ = ["WRITERS", "Dossier", "Line", "Note", "Section", "dossier"]
