import csv
import io
import json

import pytest

from kg.store import Result

RESULT = Result(
    ("what", "n", "sure", "node"),
    (('a, "b"', 3, True, "https://w3id.org/conflict-kg/ontology#Event"), ("two\nlines", None, False, "urn:x")),
)


def test_table_is_aligned_and_short() -> None:
    lines = RESULT.table().splitlines()
    assert lines[0].split() == ["what", "n", "sure", "node"]
    assert lines[1:] == ['a, "b"     3  true   kg:Event', "two lines     false  urn:x"]


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(RESULT.to_csv(), newline="")))
    assert rows[0] == list(RESULT.columns)
    assert rows[1:] == [['a, "b"', "3", "true", RESULT.rows[0][3]], ["two\nlines", "", "false", "urn:x"]]


def test_json_reads_back() -> None:
    assert json.loads(RESULT.to_json()) == RESULT.dicts()
    assert RESULT.dicts()[1] == {"what": "two\nlines", "n": None, "sure": False, "node": "urn:x"}


def test_rows_are_no_turtle() -> None:
    with pytest.raises(ValueError, match="CONSTRUCT"):
        RESULT.to_turtle()
    assert len(RESULT) == 2
    assert list(RESULT) == list(RESULT.rows)


def test_no_rows_is_false() -> None:
    assert not Result(("a",), ())
    assert Result(("a",), ()).table() == "a"
