"""The words that state relations, read from ontology/relations.ttl."""
from functools import cache

from kg.extraction import wordlist

FILE = "relations.ttl"


@cache
def listed(kind: str) -> frozenset[str]:
    """The forms of a word list."""
    return wordlist.listed(FILE, kind)


@cache
def local_body(office: str) -> str:
    """What the holder of a local office leads: "municipality" of a mayor."""
    return next(t.one("leads") for t in wordlist.terms(FILE, "LocalOffice") if office in t.forms)


@cache
def stating(kind: str, predicate: str) -> frozenset[str]:
    """The words of a kind ("RelationNoun", "HyphenTie") that state `predicate` ("leads")."""
    return frozenset(f for t in wordlist.terms(FILE, kind) if t.one("relation") == predicate for f in t.forms)
