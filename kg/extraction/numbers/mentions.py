"""Numbers in a Doc."""
import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from kg.extraction.numbers.bounds import around, limits
from kg.extraction.numbers.cores import Core, cores
from kg.extraction.numbers.kinds import kind
from kg.extraction.numbers.number import Number
from kg.extraction.numerals import FILE
from kg.extraction.text import text_of
from kg.extraction.times import TimeMention, times
from kg.extraction.wordlist import forms

_MORE = re.compile(r"\s+(?:more|others|other|additional)\b", re.IGNORECASE)


def numbers(doc: Doc, mentions: Iterable[TimeMention] | None = None) -> Iterator[Number]:
    """The numbers of a Doc in order, with their bounds; every kind, so that the caller takes those of kind "count".

    Ordinals ("14th") and numbers within names ("AK-47") are none.

    mentions  the Doc's time expressions, where the caller has them already; they are looked for otherwise.
    """
    dated = bytearray(len(doc))
    for mention in times(doc, "") if mentions is None else mentions:
        dated[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    for core in cores(text_of(doc)):
        span = doc.char_span(core.begin, core.end, alignment_mode="expand")
        if span is not None and _is_number(span, core):
            yield _number(doc, span, core, any(dated[span.start : span.end]))


def _number(doc: Doc, span: Span, core: Core, dated: bool) -> Number:
    what = "time" if dated else kind(span, core.figure, core.whole)
    bound = around(doc, core.begin, core.end)
    place = doc.char_span(bound.begin, bound.end, alignment_mode="expand")
    assert place is not None
    further = bound.further or bool(_MORE.match(text_of(doc), core.end))
    if bound.term is None or core.figure is None:
        return Number(place.start, place.end, core.figure, core.lower, core.upper, core.bound, what, further)
    low, high = limits(bound.term, core.figure)
    return Number(place.start, place.end, core.figure, low, high, bound.term.one("bound"), what, further)


def _is_number(span: Span, core: Core) -> bool:
    if span.text.lower() == "one":
        return _one(span)
    if span.text.lower() == "scores":
        return _scores(span)
    if span.text.lower() == "both":
        return span[0].dep_ not in ("cc:preconj", "cc") and not _title_after(span)
    return not re.match(r"[A-Za-z]+-?\d", span.text) and span[0].text[:1] not in "'’"


def _one(span: Span) -> bool:
    if _word(span, -1) in forms(FILE, "PronounOne") or _word(span, 1) in ("another", "'s", "’s"):
        return False
    return span[0].pos_ in ("", "NUM")


def _scores(span: Span) -> bool:
    return span[0].pos_ in ("", "NOUN") and _word(span, 1) in ("of", "more", "others", "were", "dead", "wounded")


def _title_after(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].is_title


def _word(span: Span, side: int) -> str:
    place = span.start - 1 if side < 0 else span.end
    return span.doc[place].lower_ if 0 <= place < len(span.doc) else ""
