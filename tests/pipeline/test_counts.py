"""The line that a build ends with."""
import pytest

from kg.pipeline import Counts


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (Counts(), "0 reports read"),
        (Counts().take(cached=False), "1 report read"),
        (Counts(2, 0, 0).take(cached=True), "3 reports read (1 of them extracted before)"),
        (Counts(1200, 0, 0).skip(lost=True).skip(lost=False), "1,200 reports read, 1 skipped"),
    ],
)
def test_counts_in_words(counts: Counts, line: str) -> None:
    assert str(counts) == line
