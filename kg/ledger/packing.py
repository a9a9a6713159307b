"""Records, sketches and triples as they are kept in a ledger."""
import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg.records import Extraction, from_json, to_json
from kg.resolution.names import Context
from kg.resolution.sketch import Sketch

_LEVEL = 1  # of zlib: four fifths of what 9 saves, in a fifth of the time


def packed_record(record: Extraction) -> bytes:
    """A record, compressed."""
    return zlib.compress(to_json(record).encode(), _LEVEL)


def unpacked_record(blob: bytes) -> Extraction:
    """What `packed_record` packed."""
    return from_json(zlib.decompress(blob).decode())


def lines(triples: Iterable[Triple]) -> set[bytes]:
    """Triples as lines of N-Triples."""
    found = serialize(dict.fromkeys(triples), format=RdfFormat.N_TRIPLES) or b""
    return set(found.splitlines())  # N-Triples escapes line ends; bytes split at no others


def triples(found: Iterable[bytes]) -> list[Triple]:
    """Lines as triples."""
    return [quad.triple for quad in parse(b"\n".join(found), format=RdfFormat.N_TRIPLES)]


def packed_lines(found: Iterable[bytes]) -> bytes:
    """Lines, sorted and compressed."""
    return zlib.compress(b"\n".join(sorted(found)), _LEVEL)


def unpacked_lines(blob: bytes) -> set[bytes]:
    """What `packed_lines` packed."""
    return {line for line in zlib.decompress(blob).split(b"\n") if line}


def packed_context(context: Context) -> str:
    """A context as JSON, always the same."""
    return json.dumps(sorted(context))


def packed_sketch(sketch: Sketch) -> str:
    """A sketch as JSON."""
    return json.dumps(_plain(sketch), ensure_ascii=False, separators=(",", ":"))


def unpacked_sketch(text: str) -> Sketch:
    """What `packed_sketch` packed."""
    return _sketch(json.loads(text))


def _plain(value: Any) -> Any:
    if isinstance(value, Sketch):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, frozenset):
        return sorted((_plain(v) for v in value), key=json.dumps)
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


def _sketch(values: list[Any]) -> Sketch:
    (key, published, path, kind, label, modality, count, day, instant, towns, regions, figures, killed, targets, actors,
     weapons, depth, detail, main, fresh, above) = values
    return Sketch(
        (key[0], key[1]), published, path, kind, label, modality, count, day, instant, frozenset(towns),
        frozenset(regions), frozenset((m, n) for m, n in figures), tuple((a, b) for a, b in killed),
        tuple(frozenset(t) for t in targets), frozenset(actors), frozenset(weapons), depth, detail, main, fresh,
        _sketch(above) if above else None)
