"""Extraction: an annotated Doc to what the report tells, with offsets."""
from kg.extraction.extract import extract

__all__ = ["extract"]
