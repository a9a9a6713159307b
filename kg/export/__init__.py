"""A graph written out, one small file a format."""
from kg.export.formats import FORMATS
from kg.export.write import export, format_of, write

__all__ = ["FORMATS", "export", "format_of", "write"]
