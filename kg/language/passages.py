"""A Doc's tokens as passages: paragraphs, cut where too long, with the sentence starts that are certain.

A line break always ends a sentence. A word after a rank or title never starts one, nor one after a mark that opens.
A dateline ("QAMISHLI, May 3 (SANA) -") is a sentence of its own, so that its place and date are no part of the first
sentence's clause; a cross-head between dashes is one sentence.
"""
import re
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.language.encoder import Passage
from kg.language.tokens import TITLES

_LONGEST = 300  # pieces; the encoder reads up to 512
_ENDS = frozenset({".", "!", "?"})
_CLOSERS = frozenset({"'", '"', "”", "’", ")", "]", "''"})
_OPENERS = frozenset({"“", "‘", "(", "["})
_TITLES = frozenset(title.lower() for title in TITLES)
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_DASHES = frozenset({"-", "--", "–", "—"})
_DATELINE_WORDS = 16
_PLACE = r"[A-Z][A-Z’'.-]+(?:[ /-]+[A-Z(][A-Za-z’'./)-]+){0,5}(?:, (?:[A-Z][a-z’'-]+[ ,]*){1,3})?"  # in capitals
_TITLED = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:{_DAY},? )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{2,4}})?"
_AGENCY = r"[(\[][A-Z][\w./ -]{1,20}[)\]]"
_DATELINE = re.compile(
    rf"{_PLACE}(?:,? {_DATE})?(?: ?{_AGENCY})?|{_TITLED},? (?:{_DATE} {_AGENCY}|{_DATE}|{_AGENCY})"
)


def paragraphs(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each line that has any, without whitespace tokens."""
    line: list[Token] = []
    for token in doc:
        if not token.is_space:
            line.append(token)
        elif _BREAK.search(token.text) and line:
            yield line
            line = []
    if line:
        yield line


def passage(tokens: Sequence[Token]) -> Passage:
    """The words of `tokens` and what is certain of their sentence starts."""
    starts = [-1] * len(tokens)
    starts[0] = 1
    for i, token in enumerate(tokens[:-1]):
        numbered = token.lower_ in {"no.", "nos."} and tokens[i + 1].is_digit
        if token.lower_ in _TITLES or numbered or token.text in _OPENERS:
            starts[i + 1] = 0
    end = dateline_end(tokens)
    if _is_cross_head(tokens):
        starts[1:] = [0] * (len(tokens) - 1)
    elif end:
        starts[1 : end + 1] = [0] * (end - 1) + [1]
    return Passage(tuple(token.text for token in tokens), tuple(starts))


def dateline_end(tokens: Sequence[Token]) -> int:
    """How many tokens at the start are a dateline with its dash; 0 where there is none."""
    for i, token in enumerate(tokens[1:_DATELINE_WORDS], start=1):
        if i + 1 < len(tokens) and token.whitespace_ and _is_dash(token, tokens[i - 1]):
            text = token.doc.text[tokens[0].idx : tokens[i - 1].idx + len(tokens[i - 1])]
            return i + 1 if _DATELINE.fullmatch(text) and not tokens[i + 1].is_lower else 0
    return 0


def _is_cross_head(tokens: Sequence[Token]) -> bool:
    """A short line between dashes: "- A night of fire -"."""
    return tokens[0].text in _DASHES and tokens[-1].text in _DASHES and 2 < len(tokens) <= _DATELINE_WORDS


def _ends(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].text in _ENDS and tokens[i + 1].text not in _CLOSERS


def _is_dash(token: Token, before: Token) -> bool:
    """A dash with spaces around it, or a colon right after a word in capitals."""
    spaced = bool(before.whitespace_)
    return (token.text in _DASHES and spaced) or (token.text == ":" and before.is_upper and not spaced)


def cut(tokens: Sequence[Token], size: Callable[[str], int]) -> Iterator[Sequence[Token]]:
    """`tokens` in runs of at most 300 pieces (`size` counts a word's), cut after a full stop where there is one."""
    first = pieces = 0
    for i, token in enumerate(tokens):
        width = size(token.text)
        if pieces + width > _LONGEST and i > first:
            last = next((j for j in range(i - 1, first + 10, -1) if _ends(tokens, j)), i - 1)
            yield tokens[first : last + 1]
            first = last + 1
            pieces = sum(size(word.text) for word in tokens[first:i])
        pieces += width
    yield tokens[first:]
