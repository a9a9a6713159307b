"""The words that report speech."""
from functools import cache

from kg.extraction import wordlist

FILE = "speech.ttl"


@cache
def acts(part: str) -> dict[str, str]:
    """The act of each lemma that reports speech; `part` is "verb" or "noun".

    Raises ValueError for a lemma of two acts.
    """
    table: dict[str, str] = {}
    for term in wordlist.terms(FILE, "SpeechAct"):
        for lemma in term.all(part):
            if lemma in table:
                raise ValueError(f"{lemma!r} has two acts")
            table[lemma] = term.one("act")
    return table


def listed(kind: str) -> frozenset[str]:
    """The forms of a word list."""
    return wordlist.listed(FILE, kind)
