"""What a number is the number of: people and things that are counted, or years, ages, money, miles."""

import re
from functools import cache

from spacy.tokens import Span

from kg.extraction.numerals import FILE
from kg.extraction.text import text_of
from kg.extraction.wordlist import by_form, forms

_OLD = re.compile(r"[\s-]?(?:year|month|week|day)s?[\s-]olds?\b", re.IGNORECASE)
_OLDEST = 110


def kind(span: Span, figure: int | None, whole: bool) -> str:
    """The kind of the number that the span's words are, as listed at `Number`."""
    left, right = text_of(span.doc)[: span.start_char][-30:], text_of(span.doc)[span.end_char :][:30]
    if _OLD.match(right) or _aged().search(left) or _apposed_age(span, figure):
        return "age"
    if _currency().search(left):
        return "money"
    if _share().match(right):
        return "share"
    return _measured(right) or ("decimal" if not whole else "label" if _label(span, left) else "count")


def _measured(right: str) -> str:
    word = re.match(r"[\s-]*(%|[a-z]+)", right, re.IGNORECASE)
    unit = by_form(FILE, "Unit").get(word[1].lower()) if word else None
    if unit is None and right.lower().startswith(" per cent"):
        return "percent"
    return unit.one("measure") if unit else "compound" if re.match(r"-[a-z]", right) else ""


def _apposed_age(span: Span, figure: int | None) -> bool:
    """"Ivan Petrov, 34, a driver": a small number between commas after a name."""
    doc = span.doc
    if figure is None or figure > _OLDEST or span.start < 2 or span.end >= len(doc):
        return False
    opening, name, closing = doc[span.start - 1], doc[span.start - 2], doc[span.end]
    return (opening.text, closing.text) in ((",", ","), ("(", ")")) and name.pos_ == "PROPN"


def _label(span: Span, left: str) -> bool:
    """"Flight 93": the number follows a label, or a name that it depends on."""
    if _labels().search(left):
        return True
    last = span[-1]
    if any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == span.start - 1 for c in last.lefts):
        return True  # "the Boeing 777 was hit"
    return (
        last.dep_ in ("nummod", "flat", "nmod:unmarked", "compound")
        and last.head.i == span.start - 1
        and last.head.pos_ == "PROPN"
    )


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms(FILE, 'Label')))})\s+$", re.IGNORECASE)


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(forms(FILE, 'AgeWord'))})\s+(?:about\s+)?$", re.IGNORECASE)


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms(FILE, 'Currency')))})\s?$", re.IGNORECASE)


@cache
def _share() -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:{'|'.join(forms(FILE, 'Share'))})\b", re.IGNORECASE)
