"""The bar of a build, on a terminal and in a pipe."""

import io
import sys

from kg.cli.progress import Progress
from kg.pipeline import Counts


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(monkeypatch, paths, counts, shown=True, terminal=True) -> str:
    """What standard error gets."""
    found = _Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    with Progress(paths, shown=shown) as progress:
        progress.step(counts)
    return found.getvalue()


def test_a_terminal_sees_how_many_of_how_many(monkeypatch, tmp_path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("Two men were killed.", encoding="utf-8")
    found = _shown(monkeypatch, [tmp_path], Counts(read=2, skipped=1))
    assert "3/4" in found
    assert "2 reports read, 1 skipped" in found


def test_more_than_expected_is_no_error(monkeypatch, tmp_path) -> None:
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    assert "7/7" in _shown(monkeypatch, [tmp_path], Counts(read=7))


def test_a_pipe_and_the_quiet_see_nothing(monkeypatch, tmp_path) -> None:
    assert _shown(monkeypatch, [tmp_path], Counts(read=1), terminal=False) == ""
    assert _shown(monkeypatch, [tmp_path], Counts(read=1), shown=False) == ""
