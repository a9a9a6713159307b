"""From paths to a graph, with an extractor that finds the word "attack" and nothing else."""
import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.pipeline import Counts, build, remove
from kg.reading import Meta, Problem
from kg.records import Event, Extraction, Report, Span

BODY = "The army said that an attack on the port of Mersa was over and that it was again in control of it.\n"
REPORTS = {
    "a.txt": f"---\npublished: 2019-03-04\noutlet: Mersa Post\n---\n{BODY}",
    "b.txt": f"---\npublished: 2019-03-05\noutlet: Harbour News\n---\n{BODY}",
    "c.txt": f"---\npublished: 2019-03-06\noutlet: Mersa Post\n---\n{BODY.replace('port', 'airport')}",
}


def extract(report: Report) -> Extraction:
    if "airport" in report.body:
        raise RuntimeError("no runway")
    begin = report.body.index("attack")
    whole, trigger = Span(0, len(report.body) - 1), Span(begin, begin + 6)
    return Extraction(report, (whole,), events=(Event("Attack", "attack", (trigger,)),))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The models that extractors were made with; the real one is replaced."""
    models: list[str | None] = []

    def extractor(model: str | None) -> Callable[[Report], Extraction]:
        models.append(model)
        return extract

    monkeypatch.setattr(importlib.import_module("kg.pipeline.run"), "extractor", extractor)
    return models


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text)
    return reports


@pytest.mark.usefixtures("made")
def test_one_bad_report_costs_no_other(folder: Path) -> None:
    problems, counts = list[Problem](), list[Counts]()
    graph = build([folder, "nowhere.txt"], cache=False, on_problem=problems.append, progress=counts.append)
    assert sorted(r.issued for r in graph.reports()) == ["2019-03-04", "2019-03-05"]
    assert [str(p).split("/")[-1] for p in problems] == [
        "c.txt: could not be extracted: RuntimeError: no runway",
        "nowhere.txt: no such file or folder",
    ]
    assert counts[-1] == Counts(read=2, cached=0, skipped=2)


@pytest.mark.usefixtures("made")
def test_the_order_of_reports_makes_no_difference(folder: Path) -> None:
    one, other = ([folder / n for n in names] for names in (("a.txt", "b.txt"), ("b.txt", "a.txt")))
    assert build(one, cache=False).to_turtle() == build(other, cache=False).to_turtle()


def test_a_second_run_extracts_nothing_and_gives_the_same_bytes(folder: Path, tmp_path: Path, made: list[str]) -> None:
    paths, counts = [folder / "a.txt", folder / "b.txt"], list[Counts]()
    first = build(paths, cache=tmp_path / "cache")
    second = build(paths, cache=tmp_path / "cache", progress=counts.append)
    assert first.to_turtle() == second.to_turtle()
    assert (len(made), counts[-1]) == (1, Counts(read=2, cached=2))


@pytest.mark.usefixtures("made")
def test_a_cache_that_cannot_be_written_is_done_without(folder: Path) -> None:
    problems = list[Problem]()
    graph = build([folder / "a.txt"], cache=folder / "b.txt", on_problem=problems.append)
    assert len(graph.reports()) == 1
    assert [p.lost for p in problems] == [False]
    assert "no cache is kept here" in str(problems[0])


@pytest.mark.usefixtures("made")
def test_a_store_grows_and_lets_go_what_is_gone(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    (folder / "c.txt").unlink()
    whole = build([folder], cache=False).to_ntriples()
    build([folder / "a.txt"], cache=False, store=store)
    assert build([folder / "b.txt"], cache=False, store=store).to_ntriples() == whole  # a.txt is not among the paths
    (folder / "b.txt").write_text(REPORTS["b.txt"].replace("over", "over at last"))
    changed = build([folder], cache=False, store=store).to_ntriples()
    assert changed == build([folder], cache=False).to_ntriples() != whole
    (folder / "b.txt").unlink()
    assert [r.issued for r in build([folder], cache=False, store=store).reports()] == ["2019-03-04"]


@pytest.mark.usefixtures("made")
def test_what_fails_this_time_or_is_mistyped_stays(folder: Path, tmp_path: Path) -> None:
    store, problems = tmp_path / "store", list[Problem]()
    build([folder / "a.txt", folder / "b.txt"], cache=False, store=store)
    (folder / "b.txt").write_text(REPORTS["c.txt"])  # the extractor fails on it
    graph = build([folder, folder / "nowhere"], cache=False, store=store, on_problem=problems.append)
    assert len(graph.reports()) == 2 and len(problems) == 3


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("by", ["id", "iri", "file"])
def test_a_report_is_removed_and_comes_back(folder: Path, tmp_path: Path, by: str) -> None:
    store = tmp_path / "store"
    graph = build([folder / "a.txt", folder / "b.txt"], cache=False, store=store)
    before, iri = graph.to_ntriples(), graph.reports()[0].iri
    del graph
    names = {"id": iri.split("/id/")[1], "iri": iri, "file": str(folder / "a.txt")}
    found, graph = remove([names[by]], store)
    assert found == [names["id"]] and len(graph.reports()) == 1
    del graph
    with pytest.raises(LookupError, match="no report"):
        remove([names[by]], store)
    assert build([folder / "a.txt"], cache=False, store=store).to_ntriples() == before


@pytest.mark.usefixtures("made")
def test_meta_and_base_reach_the_graph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    meta = Meta(outlet="Mersa Post", published="2019-03-04")
    graph = build([tmp_path / "a.txt"], meta=meta, cache=False, base="https://mersa.example/")
    assert "https://mersa.example/report/2019-03-04-mersa-post-" in graph.to_ntriples()


def test_nothing_to_read_is_an_empty_graph(tmp_path: Path, made: list[str]) -> None:
    problems = list[Problem]()
    graph = build([tmp_path], cache=False, on_problem=problems.append)
    assert (graph.reports(), len(problems), made) == ([], 1, [])


def test_a_model_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no model 'en_nowhere'"):
        build([folder], model="en_nowhere", cache=tmp_path)
