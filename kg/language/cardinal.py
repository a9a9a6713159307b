"""Numbers as entities: CARDINAL, after the names and by the tags, as English corpora with that label have it.

Never part of a name, date or time; nor a share, a sum of money, a measure or a number in a name ("Kosovo 2", "AK-47").
"""
import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

CARDINALS, LABEL = "kg_cardinals", "CARDINAL"
_WRITTEN = re.compile(r"\d[\d,.]*|[^\W\d_]+")
_POWERS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_NOT_AFTER = frozenset({"$", "£", "€", "¥", "#", "no.", "nos.", "us$", "number", "/", ":", "+"})
_MEASURES = frozenset({
    "%", "percent", "percentage", "per", "dollar", "euro", "pound", "peso", "km", "kilometre", "kilometer", "mile",
    "metre", "meter", "foot", "yard", "inch", "kilo", "kilogram", "kilogramme", "kg", "gram", "ton", "tonne", "litre",
    "liter", "gallon", "barrel", "acre", "hectare", "degree", "second", "minute", "hour", "day", "week", "month",
    "year", "decade", "century", "gmt", "a.m.", "p.m.", "am", "pm", "o'clock", ":", "/",
})  # fmt: skip


@Language.factory(CARDINALS, requires=["token.tag", "token.dep", "doc.ents"], assigns=["doc.ents"])
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component, for spaCy."""
    return cardinals


def cardinals(doc: Doc) -> Doc:
    """Mark each number that no entity covers and that counts something or stands for what is counted."""
    counting = [run for run in _runs(doc) if _counts(doc, *run)]
    found = [Span(doc, _from_article(doc, first), last, label=LABEL) for first, last in counting]
    doc.set_ents([*doc.ents, *found])
    return doc


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The numbers outside entities, "forty-eight" and "one hundred and six" whole."""
    first = last = -1
    for token in doc:
        if not _is_number(token):
            continue
        if first >= 0 and _goes_on(doc, last, token.i):
            last = token.i + 1
            continue
        if first >= 0:
            yield first, last
        first, last = token.i, token.i + 1
    if first >= 0:
        yield first, last


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" and not token.ent_type_


def _goes_on(doc: Doc, last: int, start: int) -> bool:
    between = doc[last:start].text
    return not between or (between == "-" and not doc[last - 1].whitespace_) or _is_spelt_and(doc, last, start, between)


def _is_spelt_and(doc: Doc, last: int, start: int, between: str) -> bool:
    """"one hundred and six", but not "one dead and six wounded" or "two and three"."""
    return between == "and" and doc[last - 1].lower_ in _POWERS and doc[start].is_alpha


def _from_article(doc: Doc, first: int) -> int:
    """Where "a million" and "half a million" begin."""
    if first and doc[first].lower_ in _POWERS and doc[first - 1].lower_ == "a":
        return first - 2 if first > 1 and doc[first - 2].lower_ == "half" else first - 1
    return first


def _counts(doc: Doc, first: int, last: int) -> bool:
    if not all(_WRITTEN.fullmatch(token.text) for token in doc[first:last] if token.text != "-"):
        return False
    bound = first > 0 and _is_bound(doc[first], doc[first - 1])
    return not bound and not (last < len(doc) and _is_unit(doc[last]))


def _is_bound(number: Token, before: Token) -> bool:
    """Whether the number belongs to what is written before it: "Apollo 11", "March 5", "page 5", "$ 5"."""
    named = number.head == before and before.pos_ in {"PROPN", "NOUN"} and number.dep_ != "appos"
    joined = not before.whitespace_ and (before.text in {"-", "–"} or before.is_alpha)
    return named or joined or before.lower_ in _NOT_AFTER


def _is_unit(after: Token) -> bool:
    """Whether the number is of what is written after it: "5 km", "three-day", "40th"."""
    joined = not after.doc[after.i - 1].whitespace_ and (after.is_alpha or after.text == "-")
    return joined or after.lemma_.lower() in _MEASURES or after.lower_ in _MEASURES
