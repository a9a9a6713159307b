import pytest

from kg.analyse import ANALYSES, frames
from kg.export.tables import TABLES
from kg.store import Graph

pd = pytest.importorskip("pandas")


def test_frames_have_types(harbour: Graph) -> None:
    found = frames(harbour)
    assert set(found) == {*TABLES, *ANALYSES}
    events, claims = found["events"].set_index("label"), found["claims"]
    assert events.loc["attack on the port", "begin"] == pd.Timestamp("2031-03-04", tz="UTC")
    assert events.loc["attack on the port", "latitude"] == 12.5 and pd.isna(events.loc["offensive of 2029", "latitude"])
    assert events.loc["offensive of 2029", "date"] == "2029"  # its precision stays
    assert str(claims.figure.dtype) == "Int64" and claims[claims.measure == "killed"].lower.max() == 23
    assert claims.figure.isna().any()


def test_an_empty_graph_gives_empty_frames() -> None:
    assert {len(frame) for frame in frames(Graph()).values()} == {0}
