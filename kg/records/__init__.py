"""The plain frozen data that passes between the stages: a report, and what was extracted from it."""
from kg.records.codec import from_json, to_json
from kg.records.extraction import (
    Argument,
    Attribution,
    Dating,
    Entity,
    Event,
    Extraction,
    Figure,
    Relation,
    Responsibility,
    Statement,
)
from kg.records.report import Report
from kg.records.span import Span
from kg.records.time import Time

__all__ = [
    "Argument",
    "Attribution",
    "Dating",
    "Entity",
    "Event",
    "Extraction",
    "Figure",
    "Relation",
    "Report",
    "Responsibility",
    "Span",
    "Statement",
    "Time",
    "from_json",
    "to_json",
]
