import csv
import io
from pathlib import Path

import pytest

from kg.export import export, without_text, write
from kg.export.safety import safe, sheet
from kg.export.tables import TABLES, tables
from kg.store import Graph


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(("cell", "wanted"), [
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-x", "'-x"), ("@sum", "'@sum"), ("\t=1", "'\t=1"), ("  =1", "'  =1"),
    ("＝1", "'＝1"), ("plain", "plain"), ("a=b", "a=b"), (-3.25, -3.25), (0, 0), (None, ""), ("", ""), ("nul\0", "nul"),
])  # fmt: skip
def test_no_cell_is_a_formula(cell: str | float | None, wanted: str | float) -> None:
    assert safe(cell) == wanted


def test_a_sheet_is_rfc_4180() -> None:
    assert sheet(("a", "b"), [("x,y", 'say "no"'), ("two\nlines", None)]) == (
        'a,b\r\n"x,y","say ""no"""\r\n"two\nlines",\r\n')  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_each_row_has_each_column(harbour: Graph, name: str) -> None:
    rows = list(csv.reader(io.StringIO(tables(harbour)[f"{name}.csv"].removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == TABLES[name].columns
    assert {len(row) for row in rows} == {len(TABLES[name].columns)} and len(rows) > 1


def test_rows_are_joined_by_their_iris(harbour: Graph) -> None:
    found = {name.removesuffix(".csv"): read(text) for name, text in tables(harbour).items()}
    events = {row["event"]: row for row in found["events"]}
    assert {c["about"] for c in found["claims"] if c["type"] == "FigureClaim"} <= set(events)
    assert {m for c in found["claims"] for m in (c["mention"],)} <= {m["mention"] for m in found["mentions"]}
    attack = next(e for e in events.values() if e["label"] == "attack on the port")
    assert [attack[c] for c in ("date", "places", "latitude", "longitude")] == ["2031-03-04", "Marell", "12.5", "-3.25"]
    assert attack["country"] == "Orland" and attack["sentence"].startswith("The attack on the port")


def test_a_claim_tells_who_what_and_in_which_words(harbour: Graph) -> None:
    claims = {row["claim"].rsplit("/", 1)[-1]: row for row in read(export(harbour, "csv-claims"))}
    assert [claims["f2"][c] for c in ("measure", "bound", "figure", "lower", "upper", "claimant", "words")] == [
        "killed", "atLeast", "19", "19", "", "Marell Monitor", "at least 19"]
    assert [claims["x1"][c] for c in ("stance", "responsible", "via")] == ["claims", "Red Dawn", "Dawn Channel"]


def test_a_folder_of_tables_in_utf_8(harbour: Graph, tmp_path: Path) -> None:
    write(harbour, tmp_path / "out", "csv")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in TABLES}
    assert (tmp_path / "out/events.csv").read_bytes().startswith(b"\xef\xbb\xbfevent,")
    assert b"\r\r\n" not in (tmp_path / "out/events.csv").read_bytes()


def test_without_text_only_hashes_are_left(harbour: Graph) -> None:
    found = read(export(without_text(harbour), "csv-mentions"))
    assert {m["words"] for m in found} == {""} and all(len(m["words_hash"]) == 64 for m in found)


def test_pandas_reads_it(harbour: Graph) -> None:
    pandas = pytest.importorskip("pandas")
    found = pandas.read_csv(io.StringIO(export(harbour, "csv-events")))
    assert "event" in [str(c).removeprefix("\ufeff") for c in found.columns] and found.latitude.max() == 12.5
