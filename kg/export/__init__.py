"""A graph written out, one small file a format."""
from kg.export.formats import FOLDERS, FORMATS, POLICED
from kg.export.policy import CHOICES, Policy
from kg.export.redact import at_least, without_text
from kg.export.write import export, format_of, write

__all__ = [
    "CHOICES",
    "FOLDERS",
    "FORMATS",
    "POLICED",
    "Policy",
    "at_least",
    "export",
    "format_of",
    "without_text",
    "write",
]
