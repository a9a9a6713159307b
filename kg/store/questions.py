"""Named questions: SPARQL files whose leading comments say what they answer and which parameters they take.

    # Who counts how many dead, event by event.
    # param event (node): only this event, by IRI or label
    ... VALUES ?event { UNDEF } ...

A parameter is a `VALUES ?name { ... }` block: what stands in it is the default (UNDEF: any), and a binding replaces it,
so that the file is plain SPARQL for any engine.
"""
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.resources import folder
from kg.store.guard import QueryError

_PARAMETER = re.compile(r"#\s*param\s+(\w+)\s+\((node|term|text|number)\):\s*(.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be bound in a question.

    kind  "node" (an IRI or a label), "term" (local name in the ontology: killed), "text" or "number".
    """

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with its name ("" where it was given as text), what it answers, and its parameters."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str

    def kind_of(self, parameter: str) -> str:
        """The kind of a declared parameter; "any" where it is not declared."""
        return next((p.kind for p in self.parameters if p.name == parameter), "any")


def parse(text: str, name: str = "") -> Question:
    """The question that `text` asks, with what its leading comments say of it."""
    comments = _leading_comments(text)
    found = tuple(Parameter(*m.groups()) for c in comments if (m := _PARAMETER.match(c)))
    described = [c.lstrip("# ").rstrip() for c in comments if not _PARAMETER.match(c)]
    return Question(name, described[0] if described else "", found, text)


def _leading_comments(text: str) -> list[str]:
    lines = [line.strip() for line in text.strip().splitlines()]
    code = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:code]


@cache
def shipped() -> tuple[Question, ...]:
    """The questions that ship with the package, by name."""
    return tuple(read(p) for p in sorted(folder("queries").glob("*.rq")))


def read(path: Path) -> Question:
    """The question in a file, named by its stem."""
    return parse(path.read_text(encoding="utf-8"), path.stem)


def find(query: str | Path) -> Question:
    """A question by shipped name, by path of a .rq file, or as SPARQL text.

    Raises QueryError, naming what is there, for what looks like a name or path and is none.
    """
    named = {q.name: q for q in shipped()}
    if str(query) in named:
        return named[str(query)]
    if isinstance(query, Path) or query.endswith((".rq", ".sparql")):
        return _from_file(Path(query))
    if not re.search(r"[\s{]", query.strip()):
        raise QueryError(f"no question named {query!r}; there are {', '.join(named)}")
    return parse(query)


def _from_file(path: Path) -> Question:
    if not path.is_file():
        raise QueryError(f"no such query file: {path}")
    return read(path)
