"""Numbers without their context: digits, words, ranges, "dozens", "twin"."""
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.numerals import FILE, numeral_source, value_of
from kg.extraction.wordlist import by_form, forms, longest_first

_FEW = ("several", "a few", "few", "many")


@dataclass(frozen=True, slots=True)
class Core:
    """A number's words, code points `begin` to `end` of a text, and its value; figure as in `Number`.

    whole is False for a decimal, whose figure and limits mean nothing.
    """

    begin: int
    end: int
    figure: int | None
    lower: int
    upper: int | None
    bound: str = "exact"
    whole: bool = True


def cores(text: str) -> Iterator[Core]:
    """Every number in a text, in order, none within another."""
    taken, lower = bytearray(len(text)), text.lower()
    found = []
    for pattern, reader, needed in _patterns():
        if needed and not any(word in lower for word in needed):
            continue
        for match in pattern.finditer(text):
            core = None if any(taken[match.start() : match.end()]) else reader(match)
            if core is not None:
                taken[core.begin : core.end] = b"\x01" * (core.end - core.begin)
                found.append(core)
    yield from sorted(found, key=lambda c: c.begin)


def _range(m: re.Match[str]) -> Core | None:
    """"between 20 and 30", "20 to 30", "two or three"; "30 to 20" is none."""
    low, high = _value(m["low"]), _value(m["high"])
    if low is None or high is None or low >= high:
        return None
    return Core(m.start(), m.end(), None, low, high, "approximately")


def _vague(m: re.Match[str]) -> Core:
    """"dozens": at least twice a dozen; "tens of thousands": twenty thousand; "several hundred": two hundred."""
    words = m.group().lower().split()
    lowest = int(by_form(FILE, "Vague")[words[0]].one("value")) if words[0] in by_form(FILE, "Vague") else 2
    for word in words[1:]:
        unit = by_form(FILE, "Multiplier").get(word.removesuffix("s"))
        lowest *= int(unit.one("value")) if unit else 1
    return Core(m.start(), m.end(), None, lowest, None, "atLeast")


def _few(m: re.Match[str]) -> Core:
    return Core(m.start(), m.end(), None, _listed("Few", m.group()), None, "atLeast")


def _group(m: re.Match[str]) -> Core:
    value = _listed("Group", m.group())
    return Core(m.start(), m.end(), value, value, value)


def _numeral(m: re.Match[str]) -> Core | None:
    value = _value(m.group())
    return Core(m.start(), m.end(), value, value or 0, value, whole=value is not None)


def _value(words: str) -> int | None:
    try:
        return value_of(words)
    except ValueError:
        return None


def _listed(kind: str, words: str) -> int:
    return int(by_form(FILE, kind)[" ".join(words.lower().split())].one("value"))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Core | None], tuple[str, ...]], ...]:
    """Each expression, its reader, and the words one of which a text that it matches has; () where that is open."""
    number, units = numeral_source(), _any(forms(FILE, "Multiplier"))
    vague, few = _any(forms(FILE, "Vague")), _any(_FEW)
    ranged = rf"between\s+(?P<low>{number})\s+and\s+(?P<high>{number})"
    joined = rf"(?<!from\s)(?P<low>{number})(?:\s+(?:to|or)\s+|\s?[-–]\s?)(?P<high>{number})(?!-\w)"
    return (
        (_alone(ranged), _range, ("between",)), (_alone(joined), _range, ()),
        (_alone(rf"{vague}(?:\s+of\s+{vague})+|{few}\s+{units}|(?<!\d\s){vague}"), _vague, _lasts("Vague", *_FEW)),
        (_alone(_any(forms(FILE, "Group"))), _group, _lasts("Group")),
        (_alone(_any(forms(FILE, "Few"))), _few, _lasts("Few")), (_alone(number), _numeral, ()),
    )  # fmt: skip


def _lasts(kind: str, *more: str) -> tuple[str, ...]:
    """The last word of each form."""
    return tuple(dict.fromkeys(form.split()[-1] for form in (*forms(FILE, kind), *more)))


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first(words)) + ")"


def _alone(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<![A-Za-z]-)(?<!\d[.,:/])(?:{source})(?![.:/,]\d)(?!\w)", re.IGNORECASE)
