"""pandas data frames (the extra "frames")."""
import io
from typing import TYPE_CHECKING

from kg.analyse.answers import ANALYSES, analyse
from kg.export.tables import BOM, tables
from kg.store import Graph

if TYPE_CHECKING:
    from pandas import DataFrame

_WHOLE = ("count", "figure", "lower", "upper", "begin", "end", "claims")


def frames(graph: Graph) -> "dict[str, DataFrame]":
    """The tables of a graph (events, claims, actors, places, mentions, reports) and its analyses, by name.

    Whole numbers are Int64, so that a gap stays one; `begin` and `end` of events are UTC timestamps; other texts are
    strings, "" where nothing is told: a date keeps the precision that it has. Raises ImportError without pandas.
    """
    import pandas as pd

    read = {name.removesuffix(".csv"): _read(text) for name, text in tables(graph).items()}
    for column in ("begin", "end"):
        stamps = pd.to_datetime(read["events"][column], errors="coerce", utc=True, format="ISO8601")
        read["events"][column] = stamps
    answers = {name: analyse(graph, name) for name in ANALYSES}
    return read | {name: pd.DataFrame(list(a.rows), columns=list(a.columns)) for name, a in answers.items()}


def _read(text: str) -> "DataFrame":
    import pandas as pd

    found = pd.read_csv(io.StringIO(text.removeprefix(BOM)), dtype=str, keep_default_na=False)
    for column in found.columns:
        numbers = pd.to_numeric(found[column].replace("", None), errors="coerce")
        if column in ("latitude", "longitude", "confidence"):
            found[column] = numbers.astype("Float64")
        elif column in _WHOLE and numbers.notna().eq(found[column].ne("")).all():
            found[column] = numbers.astype("Int64")
    return found
