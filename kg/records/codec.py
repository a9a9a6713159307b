"""Extraction records to JSON and back, driven by the dataclasses' own annotations."""
import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kg.records.extraction import Extraction


def to_json(record: Extraction) -> str:
    """The record as one line of JSON: each dataclass an array of its fields in order, each tuple an array."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Extraction:
    """The record that `to_json` wrote. Raises ValueError where the text is no such record."""
    try:
        record = _read(Extraction, json.loads(text))
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not an extraction record: {error}") from error
    assert isinstance(record, Extraction)
    return record


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _read(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        return _instance(kind, value)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], v) for v in value)
    if get_origin(kind) is UnionType:
        inner = next(k for k in get_args(kind) if k is not NoneType)
        return None if value is None else _read(inner, value)
    return value


def _instance(kind: Any, values: list[Any]) -> Any:
    kinds = _kinds(kind)
    if len(values) != len(kinds):
        raise ValueError(f"{kind.__name__} has {len(kinds)} fields, the record {len(values)}")
    return kind(*(_read(k, v) for k, v in zip(kinds, values, strict=True)))


@cache
def _kinds(kind: Any) -> tuple[Any, ...]:
    """The types of a record's fields, in order."""
    hints = get_type_hints(kind)
    return tuple(hints[f.name] for f in fields(kind))
