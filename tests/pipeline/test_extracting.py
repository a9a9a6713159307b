"""Reports to extractions, with an extractor that only counts its calls."""
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kg.pipeline import Cache
from kg.pipeline.extracting import Extract, Outcome, extracted
from kg.reading import Problem
from kg.records import Extraction, Report, Span

REPORTS = tuple(Report(f"Shells fell on Qarna {n} times.", path=f"{n}.txt") for n in range(3))


class Counting:
    """Makes an extractor, and counts how often it was made and called."""

    def __init__(self) -> None:
        self.made, self.bodies = 0, list[str]()

    def __call__(self) -> Extract:
        self.made += 1
        return self._extract

    def _extract(self, report: Report) -> Extraction:
        self.bodies.append(report.body)
        if "1 times" in report.body:
            raise KeyError("Qarna")
        return Extraction(report, (Span(0, len(report.body)),))


def results(outcomes: Iterator[Outcome]) -> list[tuple[str, bool]]:
    return [
        (str(o.result) if isinstance(o.result, Problem) else o.result.report.path, o.cached) for o in outcomes
    ]


def test_in_order_and_one_bad_report_costs_no_other() -> None:
    missing = Problem("4.txt", "no such file or folder")
    found = results(extracted([REPORTS[0], missing, *REPORTS[1:]], Counting()))
    assert [line for line, _ in found] == [
        "0.txt",
        "4.txt: no such file or folder",
        "1.txt: could not be extracted: KeyError: 'Qarna'",
        "2.txt",
    ]


def test_a_second_run_extracts_nothing_twice(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    list(extracted(REPORTS, first, Cache(tmp_path, "f")))
    again = results(extracted((REPORTS[0], REPORTS[2]), second, Cache(tmp_path, "f")))
    assert again == [("0.txt", True), ("2.txt", True)]
    assert (first.made, second.made) == (1, 0)


def test_only_what_is_new_is_extracted(tmp_path: Path) -> None:
    make = Counting()
    list(extracted(REPORTS[:1], make, Cache(tmp_path, "f")))
    again = results(extracted((REPORTS[0], REPORTS[2]), make, Cache(tmp_path, "f")))
    assert again == [("0.txt", True), ("2.txt", False)]
    assert make.bodies == [REPORTS[0].body, REPORTS[2].body]


def test_a_report_that_failed_is_tried_again(tmp_path: Path) -> None:
    make = Counting()
    for _ in range(2):
        list(extracted(REPORTS[1:2], make, Cache(tmp_path, "f")))
    assert len(make.bodies) == 2


def test_the_extractor_is_not_made_for_problems_alone() -> None:
    make = Counting()
    list(extracted([Problem("a.txt", "empty")], make))
    assert make.made == 0


def test_what_comes_first_is_given_before_the_rest_is_read() -> None:
    def reading() -> Iterator[Report]:
        yield REPORTS[0]
        pytest.fail("read on before the first was taken")

    assert next(extracted(reading(), Counting())).result != Problem("0.txt", "")


def test_several_processes_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    make = partial(partial, Extraction)  # makes what makes an empty extraction; importable in another process
    found = results(extracted(REPORTS, make, Cache(tmp_path, "f"), processes=2))
    assert found == [("0.txt", False), ("1.txt", False), ("2.txt", False)]
    assert results(extracted(REPORTS, make, Cache(tmp_path, "f"), processes=2)) == [(p, True) for p, _ in found]
