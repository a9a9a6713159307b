"""Whether what looks like a time is one: month names that are verbs, weekdays within names, figures that are counts."""

import re
from functools import cache

from spacy.tokens import Doc, Span, Token

from kg.extraction.text import text_of
from kg.extraction.times.patterns import FILE, alternation
from kg.extraction.wordlist import forms

_NAMES = ("ORG", "PERSON", "PER", "WORK_OF_ART", "PRODUCT")


def is_time(name: str, span: Span) -> bool:
    """Whether the words that the pattern `name` matched are a time in their sentence."""
    if _in_name(span):
        return False
    check = _CHECKS.get(name)
    return check is None or check(span)


def _in_name(span: Span) -> bool:
    doc = span.doc
    if any(e.start <= span.start and span.end <= e.end and e.label_ in _NAMES and len(e) > len(span) for e in doc.ents):
        return True
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.is_title and before.lower_ in _name_prefixes() and before.whitespace_:
        return True
    return _compound_of_name(span)


def _compound_of_name(span: Span) -> bool:
    """"Sunday Times": the last word is a modifier of the capitalised noun right after it; not "Sunday Mass"."""
    if span.end >= len(span.doc) or not span.doc.has_annotation("DEP"):
        return False
    last, after = span[-1], span.doc[span.end]
    joined = last.dep_ in ("compound", "flat", "nmod", "nmod:unmarked") and last.head.i >= span.end
    chain = all(t.is_title for t in span.doc[span.end : last.head.i + 1]) if joined else False
    return joined and after.is_title and chain and last.head.pos_ == "PROPN" and not _service(last.head)


def _service(noun: Token) -> bool:
    """Whether the noun is what is held on a day of worship."""
    return noun.lower_ in forms(FILE, "Service")


def _month(span: Span) -> bool:
    word = span[-1].text
    if word.islower():
        return False
    if span[-1].lower_.rstrip(".") not in forms(FILE, "AmbiguousMonth"):
        return True
    return len(span) > 1 or (_before(span) in forms(FILE, "Licence") and span[-1].pos_ in ("", "PROPN", "NOUN", "NUM"))


def _year(span: Span) -> bool:
    if span[0].i > 0 and len(span) == 1 and counts(span, span.end - 1):
        return _after_article(span)
    left = text_of(span.doc)[: span.start_char][-20:]
    return (
        len(span) > 1 or bool(_year_licence().search(left)) or span.text.lower().startswith(("mid-", "early", "late"))
    )


def _after_article(span: Span) -> bool:
    """"the 2003 invasion", but not "the 2000 troops"."""
    head = span[-1].head
    return span.doc[span.start - 1].lower_ in forms(FILE, "YearArticle") and head.tag_ not in ("NNS", "NNPS")


def _of_month(span: Span) -> bool:
    if len(span) > 2:
        return True
    if _before(span) not in forms(FILE, "OrdinalLicence"):
        return False
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is None or after.is_punct or after.pos_ in ("", "ADP", "CCONJ", "VERB", "AUX", "SCONJ", "DET")


def _day_month(span: Span) -> bool:
    if span[0].text in ("may", "march"):
        return False
    last = span[-1].text
    counted = last.isdigit() and int(last) < 32 and counts(span, span.end - 1)
    single = span[-1].head.tag_ not in ("NNS", "NNPS") and _before(span) in ("a", "an")
    return not counted or single  # "an Oct. 14 truck bombing"; not "the March 14 coalition"


def _part(span: Span) -> bool:
    return span[0].lower_ in ("overnight", "in", "at") or _before(span) in forms(FILE, "PartLicence")


def _offset(span: Span) -> bool:
    return len(span) > 2 or span[0].lower_.endswith("s")


def _duration(span: Span) -> bool:
    return span.text.lower() != "a second"


def _frequency(span: Span) -> bool:
    return len(span) > 1 or span[0].is_title


def counts(span: Span, index: int) -> bool:
    """Whether the number at `index`, the last of the span, counts a noun to the right of the span."""
    token = span.doc[index]
    head = token.head
    return (
        token.dep_ in ("nummod", "nsubj", "amod", "compound")
        and head.i >= span.end
        and head.pos_ in ("NOUN", "PROPN", "ADJ")
    )


def _before(span: Span) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


@cache
def _year_licence() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{alternation(forms(FILE, 'YearLicence'))}[\s-]|[(–])\s*$", re.IGNORECASE)


@cache
def _name_prefixes() -> tuple[str, ...]:
    return forms(FILE, "NamePrefix")


@cache
def future_words() -> re.Pattern[str]:
    """Words that put what they govern into the future."""
    return re.compile(rf"{alternation(forms(FILE, 'Future'))}$", re.IGNORECASE)


def looks_ahead(doc: Doc, governor: int | None) -> bool:
    """Whether the word that a time modifies, or what that depends on within two steps, lies in the future."""
    if governor is None:
        return False
    chain = (doc[governor], *list(doc[governor].ancestors)[:1])
    words = (w for t in chain for w in (t, *(c for c in t.children if c.dep_ in ("aux", "amod", "aux:pass"))))
    return any(future_words().fullmatch(w.lower_) for w in words)


_CHECKS = {
    "month": _month,
    "year": _year,
    "of_month": _of_month,
    "day_month": _day_month,
    "part": _part,
    "frequency": _frequency,
    "offset": _offset,
    "duration": _duration,
}
