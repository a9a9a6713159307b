"""Files to reports: plain text and Markdown with front matter, JSON, JSON Lines, folders and standard input."""
from kg.reading.dates import published
from kg.reading.english import looks_english
from kg.reading.expected import expected
from kg.reading.fields import Meta
from kg.reading.problem import Problem
from kg.reading.read import MAX_CHARS, read

__all__ = ["MAX_CHARS", "Meta", "Problem", "expected", "looks_english", "published", "read"]
