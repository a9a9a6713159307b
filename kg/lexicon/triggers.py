"""The words that tell of events, read from ontology/events.ttl."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.resources import folder

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Properties = dict[str, list[str]]


def local(iri: str) -> str:
    """The part of an IRI after # or the last slash."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def nodes(path: Path) -> dict[str, Properties]:
    """Every subject of a Turtle file with its properties: local names to values, IRIs as local names."""
    found: dict[str, Properties] = {}
    for triple in parse(path=str(path), format=RdfFormat.TURTLE):
        if isinstance(triple.subject, NamedNode):
            about = found.setdefault(local(triple.subject.value), {})
            name = "type" if triple.predicate.value == RDF_TYPE else local(triple.predicate.value)
            about.setdefault(name, []).append(_text(triple.object))
    return found


def _text(term: object) -> str:
    if isinstance(term, Literal):
        return term.value
    assert isinstance(term, NamedNode), term
    return local(term.value)


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger word: the event class it evokes, its frame,
    and the measure it counts ("killed") or ""."""

    evokes: str
    frame: str
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Triggers:
    """Lemma (lower case, words parted by one space) to its sense; the support words around triggers.

    heads: every word that a noun of the lexicon has, and what of it stands after a hyphen, to pass others over quickly.
    """

    verbs: Mapping[str, Sense]
    nouns: Mapping[str, Sense]
    heads: frozenset[str]
    light: frozenset[str]
    occurrence: frozenset[str]
    excluded: frozenset[str]
    modal_verbs: Mapping[str, str]
    modal_nouns: Mapping[str, str]
    factive: frozenset[str]
    accidents: frozenset[str]
    negators: frozenset[str]


def _senses(table: dict[str, Properties], kind: str) -> Iterator[tuple[str, Sense]]:
    for about in table.values():
        if "Trigger" in about["type"]:
            measure = about.get("measure", [""])[0]
            sense = Sense(about["evokes"][0], about["frame"][0], measure)
            yield from ((lemma, sense) for lemma in about.get(kind, []))


def _after_hyphens(word: str) -> Iterator[str]:
    """The word and what stands after each hyphen in it: "counter-attack", "attack"."""
    parts = word.split("-")
    yield from ("-".join(parts[i:]) for i in range(len(parts)))


def _words(table: dict[str, Properties], kind: str, prop: str) -> frozenset[str]:
    return frozenset(w for about in table.values() if kind in about["type"] for w in about.get(prop, []))


def _modal(table: dict[str, Properties], prop: str) -> dict[str, str]:
    modal = [about for about in table.values() if "ModalVerb" in about["type"]]
    return {word: about["modality"][0] for about in modal for word in about.get(prop, [])}


@cache
def load_triggers(path: Path | None = None) -> Triggers:
    """The trigger lexicon of `path` (default: the shipped ontology/events.ttl). Raises SyntaxError on bad Turtle."""
    table = nodes(path or folder("ontology") / "events.ttl")
    nouns = dict(_senses(table, "noun"))
    return Triggers(
        verbs=dict(_senses(table, "verb")),
        nouns=nouns,
        heads=frozenset(tail for lemma in nouns for word in lemma.split() for tail in _after_hyphens(word)),
        light=_words(table, "SupportVerb", "verb"),
        occurrence=_words(table, "OccurrenceVerb", "verb"),
        excluded=_words(table, "Exclusion", "noun") | _words(table, "Exclusion", "verb"),
        modal_verbs=_modal(table, "verb"),
        modal_nouns=_modal(table, "noun"),
        accidents=_words(table, "Accident", "word"),
        factive=_words(table, "FactiveVerb", "verb"),
        negators=_words(table, "Negator", "adverb"),
    )
