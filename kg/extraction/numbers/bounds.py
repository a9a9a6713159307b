"""The words around a number that say how exact it is: "at least", "nearly", "or more", "another"."""
import math
import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kg.extraction.numerals import FILE
from kg.extraction.text import text_of
from kg.extraction.wordlist import Term, by_form, forms, longest_first, terms

_CORE_ROLES = ("nsubj", "nsubj:pass", "obj", "nummod", "ROOT", "ccomp", "conj", "xcomp")


@dataclass(frozen=True, slots=True)
class Bound:
    """The bound around a number: its term (None: exact), whether it counts further ones, where it begins and ends."""

    term: Term | None
    further: bool
    begin: int
    end: int


def around(doc: Doc, begin: int, end: int) -> Bound:
    """The bound of the number at code points `begin` to `end`, outermost first; "about" yields to any other."""
    found: list[Term] = []
    further = False
    while match := _before().search(text_of(doc), max(0, begin - 40), begin):
        words = " ".join(match["words"].lower().split())
        if words in by_form(FILE, "Bound"):
            if _is_preposition(doc, match.start("words"), words):
                break
            found.append(by_form(FILE, "Bound")[words])
        else:
            further = True
        begin = match.start("words")
    after = _after().match(text_of(doc), end)
    if after:
        found.append(_by_after()[" ".join(after["words"].lower().split())])
    return Bound(_chosen(found), further, begin, after.end() if after else end)


def limits(term: Term, value: int) -> tuple[int, int | None]:
    """Lowest and highest value that a bound allows around a number; the highest None when open."""
    low = math.floor(float(term.one("lowShare")) * value + 1e-9) + int(term.one("lowStep", "0"))
    if not term.one("highShare"):
        return low, None
    return low, math.ceil(float(term.one("highShare")) * value - 1e-9) + int(term.one("highStep", "0"))


def _chosen(found: list[Term]) -> Term | None:
    firm = [t for t in found if t.one("bound") not in ("approximately", "exact")] or found
    return firm[-1] if firm else None


def _is_preposition(doc: Doc, begin: int, words: str) -> bool:
    """"talks about 20 prisoners": the word governs a noun without other preposition, no subject or object."""
    if words not in forms(FILE, "Ambiguous") or not doc.has_annotation("DEP"):
        return False
    span = doc.char_span(begin, begin + len(words), alignment_mode="expand")
    if span is None or span[0].dep_ != "case":
        return False
    noun = span[0].head
    return noun.dep_ not in _CORE_ROLES and sum(c.dep_ == "case" for c in noun.children) == 1


@cache
def _before() -> re.Pattern[str]:
    words = _any(longest_first((*forms(FILE, "Bound"), *forms(FILE, "Further"))))
    return re.compile(rf"(?<![\w-])(?P<words>{words})\s+(?:the\s+|an?\s+|its\s+)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?(?P<words>{_any(longest_first(_by_after()))})(?!\w)", re.IGNORECASE)


@cache
def _by_after() -> dict[str, Term]:
    return {word: term for term in terms(FILE, "Bound") for word in term.all("after")}


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + ")"
