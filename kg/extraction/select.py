"""Leaving out of a record the described things that nothing in it refers to, and numbering the rest anew."""

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Argument, Attribution, Extraction

_ACTORS_OFF_STAGE = frozenset({"Weapon", "Method"})


def referenced(record: Extraction) -> Extraction:
    """The record without generic entities, weapons and methods that no claim names."""
    used = set(_used(record))
    keep = [i for i, e in enumerate(record.entities) if i in used or not (e.generic or e.kind in _ACTORS_OFF_STAGE)]
    return _renumbered(record, {old: new for new, old in enumerate(keep)})


def _used(record: Extraction) -> Iterator[int]:
    yield from (i for source in _sources(record) for i in (source.claimant, source.via) if i is not None)
    yield from (a.value for a in record.arguments if a.role != "subEventOf")
    yield from (f.group for f in record.figures if f.group is not None)
    yield from (r.responsible for r in record.responsibilities)
    yield from (i for s in record.statements for i in (s.speaker, s.affiliation) if i is not None)
    yield from (i for r in record.relations for i in (r.subject, r.object))


def _sources(record: Extraction) -> Iterator[Attribution]:
    yield from (a.attribution for a in record.arguments)
    yield from (d.attribution for d in record.datings)
    yield from (f.attribution for f in record.figures)
    yield from (r.attribution for r in record.responsibilities)
    yield from (r.attribution for r in record.relations)


def _renumbered(record: Extraction, new: dict[int, int]) -> Extraction:
    def source(a: Attribution) -> Attribution:
        return Attribution(_at(a.claimant), _at(a.via), a.said)

    def _at(index: int | None) -> int | None:
        return None if index is None else new[index]

    def value(a: Argument) -> int:
        return a.value if a.role == "subEventOf" else new[a.value]

    return replace(
        record,
        entities=tuple(record.entities[old] for old in new),
        arguments=tuple(replace(a, value=value(a), attribution=source(a.attribution)) for a in record.arguments),
        datings=tuple(replace(d, attribution=source(d.attribution)) for d in record.datings),
        figures=tuple(replace(f, group=_at(f.group), attribution=source(f.attribution)) for f in record.figures),
        responsibilities=tuple(
            replace(r, responsible=new[r.responsible], attribution=source(r.attribution))
            for r in record.responsibilities
        ),
        statements=tuple(replace(s, speaker=new[s.speaker], affiliation=_at(s.affiliation)) for s in record.statements),
        relations=tuple(
            replace(r, subject=new[r.subject], object=new[r.object], attribution=source(r.attribution))
            for r in record.relations
        ),
    )
