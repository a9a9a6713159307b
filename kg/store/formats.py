"""The RDF formats that a graph is read from and written to, by suffix."""
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg.store.terms import PREFIXES, triple_order

BY_SUFFIX = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
}


class GraphFileError(ValueError):
    """A file that cannot be read as RDF; its text names the file and what is wrong with it."""


def format_of(path: Path) -> RdfFormat:
    """The format that the suffix of `path` names. Raises GraphFileError naming the suffixes that are known."""
    if found := BY_SUFFIX.get(path.suffix.lower()):
        return found
    raise GraphFileError(f"{path}: unknown suffix {path.suffix!r}, one of {' '.join(BY_SUFFIX)} is wanted")


def read(path: Path) -> Iterator[Triple]:
    """The triples of a file, named graphs flattened into one. Raises GraphFileError naming the file."""
    kind = format_of(path)
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, kind, str(path))
    except OSError as error:
        raise GraphFileError(f"{path}: {error.strerror or error}") from error


def read_stream(stream: IO[bytes], kind: RdfFormat = RdfFormat.TURTLE, name: str = "-") -> Iterator[Triple]:
    """The triples of a stream; `name` is what errors call it. Raises GraphFileError."""
    try:
        for quad in parse(stream, format=kind, rename_blank_nodes=True):
            yield quad.triple
    except SyntaxError as error:
        raise GraphFileError(f"{name}: not {kind.name}: {error.msg}") from error


def turtle(triples: Iterable[Triple]) -> str:
    """Turtle, sorted, one blank line between subjects, the same bytes for the same triples."""
    text = _written(triples, RdfFormat.TURTLE)
    lines = text.removesuffix("\n").split("\n")  # not splitlines(): literals may hold U+2028
    head = sorted(line for line in lines if line.startswith("@prefix "))
    body = [line if line.startswith("\t") else f"\n{line}" for line in lines[len(head) :]]
    return "\n".join([*head, *body]) + "\n"


def ntriples(triples: Iterable[Triple]) -> str:
    """N-Triples, sorted."""
    return _written(triples, RdfFormat.N_TRIPLES)


def _written(triples: Iterable[Triple], kind: RdfFormat) -> str:
    prefixes = dict(PREFIXES) if kind == RdfFormat.TURTLE else None
    written = serialize(sorted(triples, key=triple_order), format=kind, prefixes=prefixes)
    return (written or b"").decode()
