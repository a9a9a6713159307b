"""Which class of actor, place or thing a name or a common noun is."""

from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.syntax.phrase import compound
from kg.extraction.wordlist import by_form
from kg.lexicon.nouns import NounClass, Nouns

_FILE = "names.ttl"
LABELS = {
    "PERSON": "Person", "PER": "Person", "ORG": "Organisation", "GPE": "Place", "LOC": "Place", "FAC": "Facility",
    "NORP": "PeopleGroup",
}  # fmt: skip
BODIES = frozenset({
    "ArmedGroup", "GovernmentBody", "MonitoringGroup", "MediaOutlet", "PoliticalGroup", "InternationalBody",
    "Organisation", "State",
})  # fmt: skip
"""Classes of actors that are neither persons nor people."""
HUMAN = frozenset({"people", "role", "fighter", "soldier", "source"})
"""Sorts of common noun that are persons."""
_SUBORDINATE = frozenset({"of", "for", "in", "on", "de", "del"})


def of_name(words: list[str], label: str, nouns: Nouns) -> str:
    """The class of a name from its entity label and its words: ("Ministry", "of", "Health"),
    "ORG" gives GovernmentBody."""
    kind = LABELS.get(label, "Organisation")
    if kind not in ("Organisation", "Place"):
        return kind
    head = _head_word(words)
    term = by_form(_FILE, "NameHead").get(head)
    found = term.one("kind") if term else ""
    if not found and len(words) > 1 and any(c.sort == "facility" for c in nouns.classes.get(head, ())):
        found = "Facility"
    if kind == "Place":
        return found if found == "Facility" else kind
    return found or kind


def body(words: list[str]) -> str:
    """The class of a body that a name of several words ends by, though the model takes it for a place; "" if none."""
    term = by_form(_FILE, "NameHead").get(words[-1].lower())
    found = term.one("kind") if term else ""
    return found if found in ("GovernmentBody", "InternationalBody", "Organisation", "MonitoringGroup") else ""


def _head_word(words: list[str]) -> str:
    lower = [w.lower() for w in words]
    cut = next((i for i, w in enumerate(lower) if w in _SUBORDINATE and i), len(lower))
    return lower[cut - 1]


@lru_cache(maxsize=4096)
def of_noun(head: Token, nouns: Nouns) -> tuple[NounClass, ...]:
    """The classes of a common noun, the longest compound first: "bus station" before "station"."""
    words = compound(head).split(" ")
    for start in range(len(words)):
        found = nouns.classes.get(" ".join(words[start:]))
        if found:
            return found
    return nouns.classes.get(head.lower_, ())


@lru_cache(maxsize=4096)
def sorts(head: Token, nouns: Nouns) -> frozenset[str]:
    """The sorts of a common noun ("fighter", "facility", ...), empty where the lexicon does not know it."""
    return frozenset(c.sort for c in of_noun(head, nouns))
