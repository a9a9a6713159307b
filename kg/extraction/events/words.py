"""The words around events: ontology/event-words.ttl."""

from functools import cache

from kg.extraction import wordlist


@cache
def listed(kind: str) -> frozenset[str]:
    """The forms of a word list. Raises ValueError where there is no such list."""
    return wordlist.listed("event-words.ttl", kind)
