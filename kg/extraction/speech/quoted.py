"""Quotations given to the speeches that they belong to."""
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extraction.speech.quotes import Quote
from kg.extraction.speech.speech import Range, Speech
from kg.extraction.speech.syntax import is_mark, ranges
from kg.extraction.text import in_one_paragraph

_WORDS = 3  # a quotation of fewer words is no statement of its own


def with_quotes(doc: Doc, found: Sequence[Speech], quotes: Sequence[Quote]) -> Iterator[Speech]:
    """The speeches, each with its quotations: those in its sentence that it reports, and those that go on after it."""
    owners = _owners(doc, found, quotes)
    for number, speech in enumerate(found):
        own = [q for q, owner in zip(quotes, owners, strict=True) if owner == number]
        tokens = {i for begin, end in speech.content for i in range(begin, end)}
        tokens |= {i for q in own if q.end - q.start >= _WORDS for i in range(q.start, q.end)}
        around = next((q for q in quotes if q.start <= speech.cue < q.end), None)
        if around is not None:
            tokens &= set(range(around.start, around.end))  # what a quoted verb tells is within the quotation
        yield replace(speech, quotes=tuple(_trimmed(doc, q) for q in own), content=ranges(doc, tokens))


def _owners(doc: Doc, found: Sequence[Speech], quotes: Sequence[Quote]) -> list[int | None]:
    owners: list[int | None] = []
    for quote in quotes:
        owner = _in_sentence(doc, found, quote)
        if owner is None and owners:
            owner = _going_on(doc, found, quote, quotes[len(owners) - 1], owners[-1])
        owners.append(owner)
    return _from_next(doc, quotes, owners)


def _from_next(doc: Doc, quotes: Sequence[Quote], owners: list[int | None]) -> list[int | None]:
    """An unclosed quotation that goes on in the next paragraph is the speaker's of that one."""
    for number in reversed(range(len(quotes) - 1)):
        last, after = quotes[number], quotes[number + 1]
        if owners[number] is None and not last.closed and all(is_mark(t) for t in doc[last.end : after.start]):
            owners[number] = owners[number + 1]
    return owners


def _trimmed(doc: Doc, quote: Quote) -> Range:
    """Without the comma before the closing mark, which belongs to the report's sentence."""
    return quote.start, quote.end - (doc[quote.end - 1].text == "," and quote.end - quote.start > 1)


def _in_sentence(doc: Doc, found: Sequence[Speech], quote: Quote) -> int | None:
    """The speech with its cue outside the quotation, in a sentence of it, that reports or governs it: the nearest."""
    begin, end = _sentences(doc, quote)
    near = [(n, s) for n, s in enumerate(found) if begin <= s.cue < end and not quote.start <= s.cue < quote.end]
    fits = [(abs(s.cue - quote.start), n) for n, s in near if _reports(doc, s, quote)]
    return min(fits)[1] if fits else None


def _reports(doc: Doc, speech: Speech, quote: Quote) -> bool:
    inside = any(speech.says(i) for i in range(quote.start, quote.end))
    below = any(doc[speech.cue].is_ancestor(doc[i]) for i in range(quote.start, quote.end) if not is_mark(doc[i]))
    return inside or (below and doc[speech.cue].pos_ == "VERB")


def _going_on(doc: Doc, found: Sequence[Speech], quote: Quote, last: Quote, owner: int | None) -> int | None:
    """The speaker of the quotation before, where this one opens the next sentence, or goes on with an unclosed one."""
    if owner is None or quote.end - quote.start < _WORDS or _has_own_cue(doc, found, quote):
        return None
    if not in_one_paragraph(doc, last.end, quote.start):
        return owner if not last.closed and all(is_mark(t) for t in doc[last.end : quote.start]) else None
    start = doc[quote.start].sent.start
    opens = all(is_mark(t) for t in doc[start : quote.start])
    cue = found[owner].cue
    after = cue < start and not any(t.is_sent_start and not is_mark(t) for t in doc[cue + 1 : start])
    return owner if opens and after else None


def _has_own_cue(doc: Doc, found: Sequence[Speech], quote: Quote) -> bool:
    begin, end = _sentences(doc, quote)
    return any(begin <= s.cue < end and not quote.start <= s.cue < quote.end for s in found)


def _sentences(doc: Doc, quote: Quote) -> Range:
    return doc[quote.start].sent.start, doc[quote.end - 1].sent.end
