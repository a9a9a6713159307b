"""Extraction: an annotated Doc to what the report tells, with offsets.

Importing is cheap: spaCy loads the module of every installed component with any pipeline, this package's among them.
"""
from spacy.tokens import Doc

from kg.records import Extraction, Report

__all__ = ["extract"]


def extract(doc: Doc, report: Report) -> Extraction:
    """All that the report tells; as kg.extraction.record.extract, which is imported with the first report."""
    from kg.extraction import record

    return record.extract(doc, report)
