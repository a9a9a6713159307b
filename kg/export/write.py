"""A graph written to a file, a folder or a stream."""
from collections.abc import Mapping
from pathlib import Path

from kg.export.formats import BY_SUFFIX, FOLDERS, FORMATS, POLICED
from kg.export.policy import Policy
from kg.store import Graph


def format_of(path: str) -> str:
    """The format that a file's suffix names. Raises ValueError naming the suffixes that are known."""
    if found := BY_SUFFIX.get(Path(path).suffix.lower()):
        return found
    raise ValueError(f"{path}: no format has this suffix, one of {' '.join(BY_SUFFIX)} is wanted (or name the format)")


def export(graph: Graph, format_name: str, policy: Policy | None = None) -> str:
    """The graph in a format of FORMATS; the policy is that of event rows (acled, ucdp).

    Raises ValueError naming the formats there are.
    """
    if format_name in POLICED:
        return POLICED[format_name](graph, policy)
    if format_name not in FORMATS:
        raise ValueError(f"no format {format_name!r} of one text; there are {', '.join(FORMATS)}")
    return FORMATS[format_name](graph)


def write(graph: Graph, path: str | Path, format_name: str = "", policy: Policy | None = None) -> None:
    """Writes the graph to a file, or, for a format of FOLDERS, to a folder, made where there is none.

    The format is the suffix's where none is named. Raises ValueError, OSError.
    """
    if format_name in FOLDERS:
        _write_folder(FOLDERS[format_name](graph), Path(path))
        return
    text = export(graph, format_name or format_of(str(path)), policy)
    Path(path).write_text(text, encoding="utf-8", newline="")


def _write_folder(texts: Mapping[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
