"""Organs that any state has ("Syrian army", "government of Mali"), and nouns for a group's members ("fighters")."""
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicon import turtle
from kg.lexicon.names import fold

_OF = re.compile(r"^(?P<head>.+?) (?:of|for|in) (?:the )?(?P<state>.+)$")


@dataclass(frozen=True, slots=True)
class BodyKind:
    """An organ: slug "army", label "army", kind the local name of its class."""

    slug: str
    label: str
    kind: str


class BodyNouns:
    """The nouns of actors.ttl that head the name of a state's organ, or follow the name of a group."""

    def __init__(self, records: Mapping[str, turtle.Record]) -> None:
        self._kinds: dict[str, BodyKind] = {}
        self._nouns: dict[str, BodyKind] = {}
        self._members: frozenset[str] = frozenset()
        for iri, record in records.items():
            nouns = {fold(n) for p in ("rdfs:label", "skos:altLabel") for n in turtle.values(record, p)}
            if "kg:MemberNoun" in record.get("rdf:type", ()):
                self._members |= nouns
            if "kg:BodyKind" in record.get("rdf:type", ()):
                kind = BodyKind(iri.rpartition("#")[2], turtle.first(record, "rdfs:label"),
                                turtle.first(record, "kg:bodyClass", "kg:"))
                self._kinds[kind.slug] = kind
                self._nouns |= dict.fromkeys(nouns, kind)

    def noun(self, noun: str) -> BodyKind | None:
        """The organ that a noun names: "armed forces" names the army."""
        return self._nouns.get(fold(noun))

    def nouns(self) -> frozenset[str]:
        """All of these nouns, folded."""
        return frozenset((*self._members, *self._nouns))

    def by_slug(self, slug: str) -> tuple[str, BodyKind] | None:
        """The state's slug and the organ in "syria-foreign-ministry", or None."""
        ends = (slug[i + 1:] for i, letter in enumerate(slug) if letter == "-")
        kind = next((self._kinds[end] for end in ends if end in self._kinds), None)
        return (slug.removesuffix(f"-{kind.slug}"), kind) if kind else None

    def split(self, name: str) -> tuple[str, BodyKind] | None:
        """The words that name the state, and the organ: "syrian" and the army for "Syrian government forces"."""
        folded = fold(name)
        words = folded.split()
        for cut in range(1, len(words)):
            kind = self._nouns.get(" ".join(words[cut:]))
            if kind:
                return " ".join(words[:cut]), kind
        match = _OF.match(folded)
        kind = self._nouns.get(match["head"]) if match else None
        return (match["state"], kind) if match and kind else None

    def without_members(self, name: str) -> str:
        """The name without a noun for members at its end: "Taliban fighters" gives "Taliban"; "" where it has none."""
        words = name.split()
        for cut in (-1, -2):
            if len(words) > -cut and fold(" ".join(words[cut:])) in self._members:
                return " ".join(words[:cut])
        return ""
