"""Values put into a question's parameters."""
import re
from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Variable

from kg.store.guard import QueryError
from kg.store.questions import Question
from kg.store.terms import KG, Term, as_iri, to_term

Lookup = Callable[[str], Sequence[NamedNode]]


def bind(question: Question, values: Mapping[str, object], lookup: Lookup) -> tuple[str, dict[Variable, Term]]:
    """The question's text with its VALUES blocks filled, and what is left to substitute for plain variables.

    `lookup` gives the nodes that bear a label. Raises QueryError for a name that the question does not have,
    LookupError (from `lookup`) for a label that no node bears.
    """
    text, rest = question.text, {}
    for name, value in values.items():
        terms = _terms(question.kind_of(name), value, lookup)
        block = re.compile(rf"(VALUES\s+\?{re.escape(name)}\s*)\{{[^}}]*\}}", re.IGNORECASE)
        if block.search(text):
            written = " ".join(map(str, terms))
            text = block.sub(lambda m, w=written: f"{m[1]}{{ {w} }}", text)  # type: ignore[misc]
        elif re.search(rf"[?$]{re.escape(name)}\b", text) and len(terms) == 1:
            rest[Variable(name)] = terms[0]
        else:
            raise QueryError(_unknown(question, name))
    return text, rest


def _terms(kind: str, value: object, lookup: Lookup) -> Sequence[Term]:
    if not isinstance(value, str) or kind == "any":
        return (to_term(value),)
    return _READERS[kind](value, lookup)


def _node(value: str, lookup: Lookup) -> Sequence[Term]:
    iri = as_iri(value)
    return (NamedNode(iri),) if iri else lookup(value)


def _term(value: str, _: Lookup) -> Sequence[Term]:
    return (NamedNode(as_iri(value) or KG + value),)


def _text(value: str, _: Lookup) -> Sequence[Term]:
    return (Literal(value),)


def _number(value: str, _: Lookup) -> Sequence[Term]:
    try:
        return (Literal(int(value)),)
    except ValueError:
        raise QueryError(f"a whole number is wanted, not {value!r}") from None


_READERS: Mapping[str, Callable[[str, Lookup], Sequence[Term]]] = {
    "node": _node,
    "term": _term,
    "text": _text,
    "number": _number,
}


def _unknown(question: Question, name: str) -> str:
    known = ", ".join(p.name for p in question.parameters) or "none"
    return f"{question.name or 'the query'} has no parameter {name!r}; its parameters: {known}"
