"""pandas data frames (the extra "frames")."""
from typing import TYPE_CHECKING

from kg.analyse.answers import ANALYSES, analyse
from kg.export.book import Book, book
from kg.export.tables import TABLES
from kg.store import Graph

if TYPE_CHECKING:
    from pandas import DataFrame

_WHOLE = ("count", "figure", "lower", "upper", "begin", "end", "claims")
_BROKEN = ("latitude", "longitude", "confidence")


def frames(graph: Graph) -> "dict[str, DataFrame]":
    """The tables of a graph (events, claims, actors, places, mentions, reports) and its analyses, by name.

    Whole numbers are Int64, so that a gap stays one; `begin` and `end` of events are UTC timestamps; other texts are
    strings, "" where nothing is told: a date keeps the precision that it has. Raises ImportError without pandas.
    """
    import pandas as pd

    all_ = book(graph)
    found = {name: _frame(name, graph, all_) for name in TABLES}
    for column in ("begin", "end"):
        stamps = pd.to_datetime(found["events"][column], errors="coerce", utc=True, format="ISO8601")
        found["events"][column] = stamps
    answers = {name: analyse(graph, name) for name in ANALYSES}
    return found | {name: pd.DataFrame(list(a.rows), columns=list(a.columns)) for name, a in answers.items()}


def _frame(name: str, graph: Graph, all_: Book) -> "DataFrame":
    import pandas as pd

    table = TABLES[name]
    found = pd.DataFrame([list(row) for row in table.rows(graph, all_)], columns=list(table.columns))
    for column in table.columns:
        if column in _BROKEN:
            found[column] = pd.to_numeric(found[column]).astype("Float64")
        elif column in _WHOLE and (name, column) not in (("events", "begin"), ("events", "end")):
            found[column] = pd.to_numeric(found[column]).astype("Int64")
    return found
