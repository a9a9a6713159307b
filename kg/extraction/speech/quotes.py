"""Stretches within quotation marks."""
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extraction.text import text_of

_PARAGRAPH = re.compile(r"[^\n\r]+")
# Opening mark, with its closing marks. A straight mark opens after white space or a bracket and before a word.
_OPENING = re.compile(r"[“„«]|``|(?<![^\s(\[{—–-])[\"'‘](?=[^\s\d,;.])")
_CLOSING = {
    "“": re.compile(r"[”\"]|''"), "„": re.compile(r"[“”]"), "«": re.compile(r"»"), "``": re.compile(r"''|\""),
    '"': re.compile(r"\"|”"), "'": re.compile(r"(?<=\S)['’](?![\w])"), "‘": re.compile(r"(?<=\S)['’](?![\w])"),
}  # fmt: skip
_SINGLE = "'‘"


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `start` to `end` (exclusive) within quotation marks; not `closed` where the paragraph ended first."""

    start: int
    end: int
    closed: bool = True


def quotations(doc: Doc) -> Iterator[Quote]:
    """The quotations of a Doc, in order. None reaches past its paragraph: an unclosed one ends with it.

    A single mark that is not closed is an apostrophe.
    """
    for paragraph in _PARAGRAPH.finditer(text_of(doc)):
        for begin, end, closed in _stretches(text_of(doc), paragraph.start(), paragraph.end()):
            span = doc.char_span(begin, end, alignment_mode="contract")
            if span is not None and len(span):
                yield Quote(span.start, span.end, closed)


def _stretches(text: str, begin: int, end: int) -> Iterator[tuple[int, int, bool]]:
    while opening := _OPENING.search(text, begin, end):
        mark, start = opening.group(), opening.end()
        closing = _closing(text, mark, start, end)
        begin = closing[1] if closing else start
        if closing:
            yield start, closing[0], True
        elif mark not in _SINGLE:
            yield start, end, False
            return


def _closing(text: str, mark: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the closing mark begins and ends. A single one beside punctuation is surer: others may be possessives."""
    found = [m.span() for m in _CLOSING[mark].finditer(text, start, end)]
    if mark in _SINGLE:
        until = next((m.start() for m in re.compile(r"(?<![^\s(])[‘“\"]").finditer(text, start, end)), end)
        near = [s for s in found if s[0] < until]
        sure = [s for s in near if text[s[0] - 1] in ".,!?…" or text[s[1] : s[1] + 1] in (",", ".", ";", ":")]
        found = sure or near[:1]
    return found[0] if found else None
