"""Word lists kept as Turtle in the ontology folder: each term has forms and a few properties."""
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.lexicon.turtle import Record, first, read
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a word list: its local name, its kind, and its (property, value) pairs, sorted."""

    name: str
    kind: str
    pairs: tuple[tuple[str, str], ...]

    def all(self, key: str) -> tuple[str, ...]:
        """Every value of a property, by its local name; () where it has none."""
        return tuple(value for name, value in self.pairs if name == key)

    def one(self, key: str, default: str = "") -> str:
        """The value of a property, or `default`. Raises ValueError where there are several."""
        values = self.all(key)
        if len(values) > 1:
            raise ValueError(f"{self.name}: several values of {key}: {values}")
        return values[0] if values else default

    @property
    def forms(self) -> tuple[str, ...]:
        """Its surface forms, lower case, longest first."""
        return longest_first(self.all("form"))


@cache
def terms(file: str, kind: str) -> tuple[Term, ...]:
    """The terms of class `lex:{kind}` in ontology/{file}, sorted by name. Raises ValueError where there are none."""
    found = tuple(t for t in _file(file) if t.kind == kind)
    if not found:
        raise ValueError(f"no terms of kind {kind!r} in {file}")
    return found


@cache
def forms(file: str, kind: str) -> tuple[str, ...]:
    """All surface forms of the terms of a kind, longest first."""
    return longest_first(f for t in terms(file, kind) for f in t.forms)


@cache
def listed(file: str, kind: str) -> frozenset[str]:
    """All surface forms of the terms of a kind, to look words up in."""
    return frozenset(forms(file, kind))


@cache
def by_form(file: str, kind: str) -> dict[str, Term]:
    """Each surface form of a kind with its term. Raises ValueError where two terms share a form."""
    table: dict[str, Term] = {}
    for term in terms(file, kind):
        for form in term.forms:
            if table.setdefault(form, term) is not term:
                raise ValueError(f"{form!r} is both {table[form].name} and {term.name}")
    return table


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words without repeats, longest first, for use in an alternation."""
    return tuple(sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def _file(file: str) -> tuple[Term, ...]:
    return tuple(_term(name, record) for name, record in sorted(read(folder("ontology") / file).items()))


def _term(name: str, record: Record) -> Term:
    pairs = sorted((_local(key), value.removeprefix("kg:")) for key in record for value in record[key])
    return Term(_local(name), _local(first(record, "rdf:type")), tuple(p for p in pairs if p[0] != "rdf:type"))


def _local(name: str) -> str:
    return name.rpartition("#")[2]
