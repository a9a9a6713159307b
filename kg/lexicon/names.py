"""Spelling of names: what makes two printed forms the same name.

`fold` undoes what printing changes (case, diacritics, quotation marks, hyphens, articles); `sound` goes on to undo what
transliteration changes (Qaeda and Qaida, Tartus and Tartous). Folded forms are for comparing, never for showing.
"""
import re
from difflib import SequenceMatcher
from functools import lru_cache

from unidecode import unidecode

ALIKE_FROM = 0.75  # of the letters in common: a judgement, strict enough to keep English words from Arabic towns
_APOSTROPHES = re.compile(r"['’‘`´ʼʿʾʻ′ʹ]")
_POSSESSIVE = re.compile(r"['’](?:s)?$|(?<=s)['’](?= )|['’]s(?= )")
_INITIALS = re.compile(r"(?<=\b[A-Za-z])\.")
_GAP = re.compile(r"[^a-z0-9]+")
_SUN_ARTICLE = re.compile(r"\b(?:el|ul|ash|an|as|ad|ar|at|az|es|ez|ed|et|en|er|esh|adh|ath)-(?=[a-z])")
_ARTICLE_WORDS = "el ul ash an as ad ar at az es ez ed et en er esh adh ath al"
ARTICLES = frozenset(_ARTICLE_WORDS.split())
_SMALL_WORDS = "of the and for in on to a an de del la las los el y e du des et al und der die"
_SMALL = frozenset(_SMALL_WORDS.split())

_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in (
    (r"iyy|yy", "i"), (r"(?:a|e)h?\b", "a"), (r"(?<=[iou])h\b", ""), (r"ae|ay|ey|ei", "ai"), (r"aw|ow", "au"),
    (r"ou|oo|uw", "u"), (r"ee|iy|ie", "i"), (r"aa", "a"), (r"kh", "x"), (r"gh|gu(?=[ei])", "g"), (r"dj", "j"),
    (r"dh", "d"), (r"th", "t"), (r"ph", "f"), (r"ck|q|c(?=[aoulr])", "k"), (r"tz|ts", "z"), (r"v", "w"), (r"e|y", "i"),
    (r"o", "u"), (r"(.)\1+", r"\1"),
))


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The name in lower-case ASCII words, without quotation marks, possessive, hyphens, "the" or Arabic articles.

    "The Al-Nusra Front’s" gives "nusra front", "Ma'an" gives "maan", "U.S." gives "us". A name of which nothing
    else would be left keeps its article.
    """
    text = _POSSESSIVE.sub("", name.strip().replace("\N{EN DASH}", "-"))
    text = _APOSTROPHES.sub("", text)
    text = text.lower() if text.isascii() else _APOSTROPHES.sub("", unidecode(text)).lower()
    text = _SUN_ARTICLE.sub("", _INITIALS.sub("", text).replace("&", " and "))
    words = [word for word in _GAP.split(text) if word]
    kept = [word for word in (words[1:] if words[:1] == ["the"] else words) if word != "al"]
    return " ".join(kept or words)


@lru_cache(maxsize=65_536)
def sound(name: str) -> str:
    """The transliteration key of a name: forms that differ only in how foreign sounds are spelt share it.

    "Hodeidah" and "al-Hudaydah" share it, as do "Falluja" and "Fallujah". Coarser than `fold`: ask it second.
    """
    *first, last = fold(name).split() or [""]
    return " ".join([*(_word_sound(word) for word in first if word not in ARTICLES), _word_sound(last)])


@lru_cache(maxsize=65_536)
def _word_sound(word: str) -> str:
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def alike(one: str, other: str) -> bool:
    """Whether two names of the same sound are also spelt nearly alike: "Deraa" and "Daraa", not "quite" and "Quetta".

    Names of fewer than five letters never are: too many words sound like one of them.
    """
    a, b = fold(one), fold(other)
    return min(len(a), len(b)) >= 5 and SequenceMatcher(None, a, b).ratio() >= ALIKE_FROM


def acronym_of(name: str) -> str:
    """The initials of a name's weighty words: "Kurdistan Workers' Party" gives "KWP"; "" for a single word."""
    words = [word for word in re.split(r"[\s\-/]+", unidecode(name)) if word[:1].isalnum()]
    weighty = [word for word in words if word.lower() not in _SMALL]
    return "".join(word[0].upper() for word in weighty) if len(weighty) > 1 else ""


def is_acronym(name: str) -> bool:
    """Whether the form is an acronym: two to eight letters, capitals but for hyphens, dots and strokes ("SPLM/A")."""
    letters = re.sub(r"[.\-/ ]", "", name)
    return 2 <= len(letters) <= 8 and letters.isalnum() and letters.isupper()
