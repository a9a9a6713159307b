"""Parses from a file; short reports through the shipped model, with what was extracted from them in lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.language
from kg.extraction import extract
from kg.records import Attribution, Extraction, Report

_STATEMENTS = frozenset({"Statement", "Condemnation", "Accusation", "Denial", "Confirmation", "Warning"})


@dataclass(frozen=True)
class Told:
    """What was extracted from one report, in lines; wherever a thing has several names, one line for each.

    An event is TYPE(words of one of its mentions), with /MODALITY where it is not asserted:

        Bombing(blast) count 3; Bombing(blast) place Gao; Bombing(blast) date 2018-03-04; Bombing(blast) date "Monday"
        Bombing(blast) partOf Bombing(seven explosions)
        Bombing(blast) killed 12 exact [children] by police     a figure; "some" where no number is printed
        Bombing(blast) claims Red Front by Red Front via Radio Volta
        Condemnation(condemned) speaker Jan Alm for NATO; ... about Bombing(blast); ... quote words
        Jan Alm leads NATO                                       a relation
    """

    record: Extraction
    facts: frozenset[tuple[str, str]]
    lines: tuple[str, ...]

    def has(self, pattern: str) -> bool:
        """Whether a fact matches, "*" being anything: " by NAME" asks who says it, " by nobody" that the report
        does in its own voice."""
        fact, by, source = pattern.replace("[", "[[]").partition(" by ")
        said = [s for f, s in self.facts if fnmatchcase(f, fact)]
        if not by:
            return bool(said)
        return any(not s if source == "nobody" else s and fnmatchcase(s, source) for s in said)

    @property
    def events(self) -> list[str]:
        """Types of the events that are no statements, sorted, with their modality where not asserted."""
        return sorted(_type(e) for e in self.record.events if e.type not in _STATEMENTS)


def told(record: Extraction) -> Told:
    """The record in lines."""
    whole = _facts(record, lambda i: _mentions(record, i)[:1], lambda i: [record.entities[i].name])
    every = _facts(record, lambda i: _mentions(record, i), lambda i: _names(record, i))
    return Told(record, frozenset(every), tuple(f"{fact} by {source}" if source else fact for fact, source in whole))


def _type(event) -> str:
    return event.type if event.modality == "asserted" else f"{event.type}/{event.modality}"


def _mentions(record: Extraction, index: int) -> list[str]:
    event = record.events[index]
    return list(dict.fromkeys(t.of(record.report.body) for t in event.triggers))


def _names(record: Extraction, index: int) -> list[str]:
    return list(record.entities[index].names)


def _facts(record: Extraction, words: Callable, names: Callable) -> Iterator[tuple[str, str]]:
    """Each fact and who says it ("" where the report does)."""

    def event(index: int) -> list[str]:
        return [f"{_type(record.events[index])}({w})" for w in words(index)]

    def by(source: Attribution) -> list[str]:
        if source.claimant is None:
            return [""]
        via = [""] if source.via is None else [f" via {n}" for n in names(source.via)]
        return [c + v for c, v in product(names(source.claimant), via)]

    for i, e in enumerate(record.events):
        yield from ((one, "") for one in event(i))
        if e.count is not None:
            yield from ((f"{one} count {e.count}", "") for one in event(i))
    for a in record.arguments:
        value = event(a.value) if a.role == "subEventOf" else names(a.value)
        role = "partOf" if a.role == "subEventOf" else a.role
        yield from ((f"{e} {role} {v}", s) for e, v, s in product(event(a.event), value, by(a.attribution)))
    for d in record.datings:
        value = d.time.value or f'"{d.time.text}"'
        yield from ((f"{e} date {value}", s) for e, s in product(event(d.event), by(d.attribution)))
    for f in record.figures:
        number = "some" if f.figure is None else f.figure
        group = [""] if f.group is None else [f" [{n}]" for n in names(f.group)]
        for e, g, s in product(event(f.about), group, by(f.attribution)):
            yield f"{e} {f.measure} {number} {f.bound}{g}", s
    for r in record.responsibilities:
        for e, who, s in product(event(r.about), names(r.responsible), by(r.attribution)):
            yield f"{e} {r.stance} {who}", s
    for s in record.statements:
        for e, who in product(event(s.event), names(s.speaker)):
            office = [""] if s.affiliation is None else [f" for {n}" for n in names(s.affiliation)]
            yield from ((f"{e} speaker {who}{o}", "") for o in office)
            yield from ((f"{e} about {topic}", "") for i in s.about for topic in event(i))
            yield from ((f"{e} quote {q.of(record.report.body)}", "") for q in s.quotes)
    for r in record.relations:
        for one, other, s in product(names(r.subject), names(r.object), by(r.attribution)):
            yield f"{one} {r.predicate} {other}", s


_VOCAB = spacy.blank("en").vocab


def _parses(file: Path) -> dict[str, Doc]:
    blocks = (b for b in file.read_text(encoding="utf-8").split("\n\n") if "# id = " in b)
    return {block.split("# id = ")[1].split("\n")[0]: _doc(block) for block in blocks}


def _doc(block: str) -> Doc:
    rows = [line.split("\t") for line in block.strip("\n").split("\n") if not line.startswith("#")]
    ids, words, lemmas, pos, tags, _, heads, deps, entities, misc = zip(*rows, strict=True)
    return Doc(
        _VOCAB,
        words=[w.replace("\\n", "\n") for w in words],
        spaces=[m == "_" for m in misc],
        lemmas=[w.replace("\\n", "\n") for w in lemmas],
        pos=list(pos),
        tags=list(tags),
        heads=[int(h or 0) - 1 if h != "0" else int(i) - 1 for i, h in zip(ids, heads, strict=True)],
        deps=list(deps),
        ents=["O" if e == "_" else e for e in entities],
    )


@pytest.fixture(scope="session")
def conllu() -> Callable[[Path], dict[str, Doc]]:
    """From a file in CoNLL-U (entities in the ninth column) to each parsed text by its id."""
    return _parses


@pytest.fixture(scope="session")
def parses() -> dict[str, Doc]:
    """The sentences of parsed.conllu by their ids."""
    return _parses(Path(__file__).with_name("parsed.conllu"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships, loaded once."""
    return kg.language.load()


@pytest.fixture(scope="session")
def tell(nlp: Language) -> Callable[..., Told]:
    """From a report's text (and its day of publication) to what was extracted from it."""

    @cache
    def telling(text: str, published: str = "") -> Told:
        return told(extract(nlp(text), Report(text, published=published)))

    return telling
