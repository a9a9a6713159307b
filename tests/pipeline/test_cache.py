"""Extraction records on disk."""
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.pipeline import Cache, default_cache
from kg.records import Event, Extraction, Report, Span

REPORT = Report("Shells fell on Qarna.", "Qarna shelled", "Mersa Post", "2019-03-04", path="a.txt")
RECORD = Extraction(REPORT, (Span(0, 21),), events=(Event("Shelling", "shells", (Span(0, 6),)),))


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "f")
    assert cache.get(REPORT) is None
    cache.put(RECORD)
    assert cache.get(REPORT) == RECORD
    assert not list(tmp_path.rglob("*.tmp"))


def test_the_path_is_the_present_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "f")
    cache.put(RECORD)
    moved = Report(REPORT.body, REPORT.title, REPORT.outlet, REPORT.published, path="moved.txt")
    found = cache.get(moved)
    assert found is not None and found.report.path == "moved.txt"


@pytest.mark.parametrize(
    "other",
    [
        Report(REPORT.body, "Another title", REPORT.outlet, REPORT.published),
        Report(REPORT.body + " ", REPORT.title, REPORT.outlet, REPORT.published),
        Report(REPORT.body, REPORT.title, REPORT.outlet, "2019-03-05"),
    ],
    ids=["title", "body", "date"],
)
def test_another_report_has_another_record(tmp_path: Path, other: Report) -> None:
    cache = Cache(tmp_path, "f")
    cache.put(RECORD)
    assert cache.get(other) is None


def test_another_fingerprint_has_other_records(tmp_path: Path) -> None:
    Cache(tmp_path, "f").put(RECORD)
    assert Cache(tmp_path, "g").get(REPORT) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda b: b[:-5],
        lambda b: b"",
        lambda b: b.replace(b"21", b"22"),
        lambda b: b"\xff" + b,
        lambda b: b.split(b"\n")[0],
    ],
    ids=["cut off", "emptied", "a figure changed", "invalid UTF-8", "head alone"],
)
def test_a_spoilt_record_is_not_believed(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    cache = Cache(tmp_path, "f")
    cache.put(RECORD)
    [file] = tmp_path.rglob("*.json")
    file.write_bytes(spoil(file.read_bytes()))
    assert cache.get(REPORT) is None
    cache.put(RECORD)
    assert cache.get(REPORT) == RECORD


@pytest.mark.parametrize(
    ("environment", "folder"),
    [({"KG_CACHE": "/k", "XDG_CACHE_HOME": "/x"}, "/k"), ({"XDG_CACHE_HOME": "/x"}, "/x/conflict-kg")],
)
@pytest.mark.skipif("sys.platform == 'win32'")
def test_default_folder(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], folder: str) -> None:
    monkeypatch.delenv("KG_CACHE", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_cache() == Path(folder)
