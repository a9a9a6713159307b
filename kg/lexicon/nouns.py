"""What common nouns of conflict news stand for, read from ontology/nouns.ttl."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.lexicon.triggers import Properties, nodes
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class NounClass:
    """The sort of thing ("fighter", "facility", "weapon", ...), its actor or place class, the event its use is."""

    sort: str
    kind: str = ""
    evokes: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """Lemma (compounds parted by one space) to its classes; cue words to methods; nouns that count a part."""

    classes: Mapping[str, tuple[NounClass, ...]]
    methods: Mapping[str, str]
    parts: frozenset[str]


def _classes(table: dict[str, Properties]) -> dict[str, tuple[NounClass, ...]]:
    found: dict[str, tuple[NounClass, ...]] = {}
    for about in table.values():
        if "NounClass" in about["type"]:
            noun_class = NounClass(about["sort"][0], *(about.get(p, [""])[0] for p in ("kind", "evokes")))
            for lemma in about["noun"]:
                found[lemma] = (*found.get(lemma, ()), noun_class)
    return found


@cache
def load_nouns(path: Path | None = None) -> Nouns:
    """The noun lexicon of `path` (default: the shipped ontology/nouns.ttl). Raises SyntaxError on bad Turtle."""
    table = nodes(path or folder("ontology") / "nouns.ttl")
    methods = {cue: about["label"][0] for about in table.values() if "Method" in about["type"] for cue in about["cue"]}
    parts = frozenset(w for about in table.values() if "PartGroup" in about["type"] for w in about["noun"])
    return Nouns(_classes(table), methods, parts)
