"""The words of words.toml, and the head of a phrase."""
import tomllib
from functools import cache
from pathlib import Path

from benchmarks.muc4.records import Node
from kg.lexicon.nouns import load_nouns


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list. Raises KeyError where there is no such list."""
    lists: dict[str, str] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    return frozenset(lists[name].split())


def head(text: str) -> str:
    """The last word before the first preposition, in lower case; "" for no words."""
    found = text.lower().split()
    cut = next((i for i, w in enumerate(found) if i and w in words("prepositions")), len(found))
    return found[cut - 1] if found else ""


def is_named(node: Node) -> bool:
    """Whether a name and no description is the label of a person, group or body."""
    if node.kind == "PeopleGroup":
        return False
    last = next((w for w in node.label.split() if w.lower() == head(node.label)), "")
    return last[:1].isupper() and (node.kind != "Person" or last.lower() not in load_nouns().classes)


def sorts(node: Node) -> set[str]:
    """What the noun that describes the entity stands for, by the lexicon: "fighter", ...; "name" for a name."""
    if node.kind == "Person" and is_named(node):
        return {"name"}
    word, classes = head(node.label), load_nouns().classes
    found = next((classes[w] for w in (word, word.removesuffix("s"), singular(word)) if w in classes), ())
    return {c.sort for c in found}


def singular(word: str) -> str:
    """The noun without the ending of its plural, as far as that can be told from its letters."""
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("es")
