"""One reading of named entities: what to trim off a span, and which label its words decide."""
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pycountry

Entity = tuple[int, int, str]
_WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf8"))


def _set(name: str, separator: str | None = None) -> frozenset[str]:
    lines = _WORDS[name].split("\n") if separator else [_WORDS[name]]
    return frozenset(word for line in lines for word in line.split(separator))


FACILITIES, TITLES, PARTICLES, WEAPONS = (_set(name) for name in ("facilities", "titles", "particles", "weapons"))
GROUPS = _set("groups", "|")
COUNTRIES = _set("countries", "|") | {country.name for country in pycountry.countries}
_PEOPLES = _set("peoples")
PEOPLES = _PEOPLES | {word + "s" for word in _PEOPLES if not word.endswith(("sh", "ch", "ese", "ss"))}
_DETERMINERS = frozenset([
    "the", "a", "an", "this", "that", "its", "their", "our", "his", "her", "my", "your", "these",
    "those",
])  # fmt: skip
_PRONOUNS = frozenset([
    "he", "she", "i", "we", "they", "his", "her", "him", "you", "it", "my", "our", "who", "mr", "mrs",
])  # fmt: skip

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"  # noqa: E501
_LONG_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[0-9]\d\d|20[0-4]\d)"
_PART = r"(?: (?:morning|afternoon|evening|night))"
DATE = re.compile(
    r"(?<![\w.-])(?:"
    + "|".join([
        rf"(?:{_DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"(?:{_DAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?",
        rf"(?:early |late |mid-)?{_LONG_MONTH},? (?:of )?{_YEAR}",
        rf"(?:early |late |mid-)?{_YEAR}s?(?=[\s.,;:)—–-]|$)",
        r"\d{1,2}/\d{1,2}/\d{2,4}",
        rf"{_YEAR}-\d\d-\d\d",
        rf"(?:last |next |this )?{_DAY}s?{_PART}?",
        r"(?:earlier |later )?(?:last|this|next|past) (?:week|month|year|weekend|decade|century)",
        r"(?:last|this|next|past) (?:summer|winter|spring|autumn)",
        rf"(?:yesterday|today|tomorrow|tonight){_PART}?",
        rf"(?:early |late |mid-|last |next )?{_LONG_MONTH}",
        r"the (?:19|20)?\d0s",
    ])
    + r")(?![\w])"
)
TIME = re.compile(
    r"(?<![\w.:-])(?:\d{1,2}(?::\d\d)? ?(?:[ap]\.m\.|[ap]m|[AP]\.?M\b\.?)(?: local time| GMT| EST)?"
    r"|\d{1,2}:\d\d(?: GMT| local time)?|[012]\d\d\d GMT|noon|midnight)(?![\w:])"
)


def is_name(word: str) -> bool:
    """Whether a word is written as a name."""
    return word[:1].isupper() or word[:3].lower() in {"al-", "el-"}


def run(words: Sequence[str], within: tuple[int, int], head: int, small: frozenset[str]) -> tuple[int, int]:
    """The longest run of name words around `head` inside a span, `small` words allowed between two of them."""
    first, last = head, head + 1
    while first > within[0]:
        step = _step(words, first - 1, first - 2, within, small)
        if not step:
            break
        first -= step
    while last < within[1]:
        step = _step(words, last, last + 1, within, small)
        if not step:
            break
        last += step
    return _worded(words, first, last)


def _step(words: Sequence[str], near: int, far: int, within: tuple[int, int], small: frozenset[str]) -> int:
    """How many words to take: 1 for a name word, 2 for a small word with a name behind it, 0 to stop."""
    word = words[near]
    if is_name(word) or word in {"-", "&", "–"} or re.fullmatch(r"\d+(?:st|nd|rd|th)?", word):
        return 1
    if word.lower() not in small | {"'s"} or not within[0] <= far < within[1]:
        return 0
    beyond = far + (far - near)
    if words[far].lower() == "the" and within[0] <= beyond < within[1] and is_name(words[beyond]):
        return 3
    return 2 if is_name(words[far]) else 0


def _worded(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    while last > first and not words[last - 1][:1].isalnum():
        last -= 1
    while first < last and not words[first][:1].isalnum():
        first += 1
    return first, last


def name(words: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """A span without determiners before and possessive or stops after; None where no name is left."""
    while first < last and words[first].lower() in _DETERMINERS:
        first += 1
    while last > first and words[last - 1] in {"'s", "’s", ",", ".", "'", "’"}:
        last -= 1
    return (first, last) if any(map(is_name, words[first:last])) else None


def person(words: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """The personal name inside a span, without titles; None where there is none."""
    if "," in words[first:last]:
        last = first + list(words[first:last]).index(",")
    while first < last and (words[first].lower() in TITLES or not is_name(words[first])):
        first += 1
    end = first
    while end < last and (is_name(words[end]) or words[end].lower() in PARTICLES):
        end += 1
    while end > first and words[end - 1].lower() in PARTICLES:
        end -= 1
    of_an_office = end < last and words[end].lower() in {"of", "for"}
    bare = {word.lower() for word in words[first:end]}
    return None if end <= first or of_an_office or bare <= TITLES | _PRONOUNS else (first, end)


def relabel(words: Sequence[str], entity: Entity) -> Entity | None:
    """The label that a name's words decide: countries, groups, peoples, facilities; None for a bare office."""
    first, last, label = entity
    text = " ".join(words[first:last])
    if text in {"Government", "Ministers", "Minister"}:
        return None
    if label in {"ORG", "PERSON"} and text in COUNTRIES:
        label = "LOC"
    elif label in {"LOC", "PERSON", "MISC"} and text.replace(" - ", "-") in GROUPS:
        label = "ORG"
    elif last - first == 1 and text in PEOPLES:
        label = "NORP"
    elif label in {"ORG", "LOC"} and last - first > 1 and words[last - 1].lower() in FACILITIES:
        label = "FAC"
    return first, last, label
