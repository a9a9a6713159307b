"""Where the reports of a store were read from, and which of them are gone from there."""
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

_STDIN = "-"


def source(path: str) -> str:
    """A path as a store notes it: absolute, so that it is the same from wherever it is named; "-" stays."""
    return path if path in ("", _STDIN) else str(Path(path).resolve())


def gone(there: Mapping[str, str], paths: Iterable[str], failed: Collection[str]) -> list[str]:
    """Of reports (id to source) that were not read this time, those whose source lies in these paths.

    Only paths that are there count: a name mistyped takes nothing out. What failed this time stays as it was.
    """
    scopes = [Path(source(path)) for path in paths if path != _STDIN and Path(path).exists()]
    return sorted(report for report, where in there.items()
                  if where not in failed and where not in ("", _STDIN) and _within(Path(where), scopes))


def _within(where: Path, scopes: Iterable[Path]) -> bool:
    return any(where == scope or scope in where.parents for scope in scopes)
