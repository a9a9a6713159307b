"""The words around events: ontology/event-words.ttl."""

from kg.extraction import wordlist


def listed(kind: str) -> frozenset[str]:
    """The forms of a word list. Raises ValueError where there is no such list."""
    return wordlist.listed("event-words.ttl", kind)
