"""Numbers as written, in digits or in words: where they stand and what they come to."""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from text_to_num import text2num

from kg.extraction.wordlist import by_form, forms

FILE = "quantities.ttl"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: code points `begin` to `end`, and its value, None where that is no whole number."""

    begin: int
    end: int
    value: int | None


@cache
def numeral_source() -> str:
    """The regular expression of one number: "270 000", "5.6 million", "twenty-five", "half a dozen"."""
    words, units = forms(FILE, "NumberWord"), "|".join(forms(FILE, "Multiplier"))
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:\.\d+)?)(?!\d)"
    spelt = _spelt("|".join(w for w in words if w.endswith("ty")), "|".join(w for w in words if not w.endswith("ty")))
    half = r"(?:\s+and\s+a\s+half)?"
    whole = rf"(?:{digits}|{spelt}){half}(?:[\s-](?:{units}))?"
    return rf"(?:(?:half\s+an?\s+|an?\s+)(?:{units})|{whole})(?:\s(?:{units}))*(?!\w)"


def _spelt(tens: str, ones: str) -> str:
    small = rf"(?:(?:{tens})(?:[\s-](?:{ones})\b)?|(?:{ones})\b)"
    middling = rf"{small}(?:[\s-]hundred\b(?:(?:\s+and)?\s+{small})?)?"
    return rf"{middling}(?:[\s-](?:thousand|million|billion)\b(?:(?:\s+and)?\s+{middling})?)*"


@cache
def numeral_pattern() -> re.Pattern[str]:
    """One number that stands by itself: not in "AK-47", "14th", "3.5.2" or "9:30"."""
    return re.compile(rf"(?<!\w)(?<![A-Za-z]-)(?<!\d[.,:/]){numeral_source()}(?![.:/,]\d)", re.IGNORECASE)


def numerals(text: str) -> Iterator[Numeral]:
    """Every number in a text, in order."""
    for match in numeral_pattern().finditer(text):
        yield Numeral(match.start(), match.end(), value_of(match.group()))


def value_of(words: str) -> int | None:
    """What a number as written comes to; None where it is not whole. Raises ValueError where it is no number."""
    plain = " ".join(re.sub(r"(?<=\d)[,\s](?=\d{3})", "", words.lower()).split())
    value = _halves(plain)
    return int(value) if value.denominator == 1 else None


def _halves(words: str) -> Fraction:
    if words.startswith("half a"):
        return Fraction(_product(re.sub(r"^half an? ", "one ", words)), 2)
    head, half, tail = words.partition(" and a half")
    if half:
        return (_product(head) + Fraction(1, 2)) * (_product("one" + tail) if tail else 1)
    return _product(re.sub(r"^an? ", "one ", words))


def _product(words: str) -> Fraction:
    head, _, last = words.replace("-", " ").rpartition(" ")
    unit = by_form(FILE, "Multiplier").get(last)
    if unit is not None and head and (head[0].isdigit() or last == "dozen"):
        return _product(head) * int(unit.one("value"))
    return Fraction(words) if words[0].isdigit() else Fraction(text2num(words, "en"))
