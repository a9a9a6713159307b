"""Language: text to an annotated spaCy Doc."""
from kg.language.pipeline import load

__all__ = ["load"]
