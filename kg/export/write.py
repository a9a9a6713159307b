"""A graph written to a file or a stream."""
from pathlib import Path

from kg.export.formats import BY_SUFFIX, FORMATS
from kg.store import Graph


def format_of(path: str) -> str:
    """The format that a file's suffix names. Raises ValueError naming the suffixes that are known."""
    if found := BY_SUFFIX.get(Path(path).suffix.lower()):
        return found
    raise ValueError(f"{path}: no format has this suffix, one of {' '.join(BY_SUFFIX)} is wanted (or name the format)")


def export(graph: Graph, format_name: str) -> str:
    """The graph in a format of FORMATS. Raises ValueError naming those there are."""
    if format_name not in FORMATS:
        raise ValueError(f"no format {format_name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[format_name](graph)


def write(graph: Graph, path: str | Path, format_name: str = "") -> None:
    """Writes the graph to a file; the format is the suffix's where none is named. Raises ValueError, OSError."""
    text = export(graph, format_name or format_of(str(path)))
    Path(path).write_text(text, encoding="utf-8", newline="\n")
