"""What `kg build` hands on and prints; the pipeline itself is tried in its own tests."""

from pathlib import Path

import pytest

import kg as package
from kg.pipeline import Counts
from kg.reading import Problem
from kg.store import Graph


@pytest.fixture
def asked(monkeypatch, harbour) -> dict[str, object]:
    """The arguments of the build, in place of which the hand-written graph comes back."""
    found: dict[str, object] = {}

    def build(paths, **options):
        found.update(options, paths=paths)
        options["progress"](Counts(read=2))
        options["on_problem"](Problem("bad.txt", "it is empty"))
        return harbour

    monkeypatch.setattr(package, "build", build)
    return found


def test_options_reach_the_build(kg, asked, tmp_path) -> None:
    out = tmp_path / "g.ttl"
    ran = kg("build", "a.txt", "b", "-o", out, "--published", "2031-03-05", "--outlet", "Post", "--title", "T", "--url",
             "u", "--model", "m", "--processes", "3", "--cache", tmp_path / "c")  # fmt: skip
    assert ran.code == 0
    wanted = {"paths": ["a.txt", "b"], "published": "2031-03-05", "outlet": "Post", "title": "T", "url": "u",
              "model": "m", "processes": 3, "cache": tmp_path / "c", "store": None}  # fmt: skip
    assert {k: asked[k] for k in wanted} == wanted
    assert Graph().load(out)


@pytest.mark.parametrize(("option", "cache"), [([], True), (["--no-cache"], False)])
def test_the_cache_is_on_unless_refused(kg, asked, tmp_path, option, cache) -> None:
    kg("build", "a.txt", "-o", tmp_path / "g.ttl", *option)
    assert asked["cache"] is cache


def test_problems_and_a_summary_go_to_standard_error(kg, asked, tmp_path) -> None:
    ran = kg("build", "a.txt", "-o", tmp_path / "g.ttl")
    assert ran.out == ""
    problem, summary = ran.err.splitlines()
    assert problem == "kg: bad.txt: it is empty"
    assert summary.startswith("2 reports read; ")
    assert "25 claims" in summary


def test_quiet_leaves_the_problems(kg, asked, tmp_path) -> None:
    assert kg("build", "a.txt", "-q", "-o", tmp_path / "g.ttl").err == "kg: bad.txt: it is empty\n"


def test_the_suffix_is_the_format_and_a_dash_standard_output(kg, asked, tmp_path, harbour) -> None:
    kg("build", "a.txt", "-o", tmp_path / "g.jsonld")
    assert set(Graph().load(tmp_path / "g.jsonld")) == set(harbour)
    assert kg("build", "a.txt", "-o", "-").out == harbour.to_turtle()


def test_graph_ttl_is_the_default_and_a_store_needs_no_file(kg, asked, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    kg("build", "a.txt", "--store", "db")
    assert asked["store"] == Path("db")
    assert not Path("graph.ttl").exists()
    kg("build", "a.txt")
    assert Path("graph.ttl").exists()


def test_an_unknown_suffix_is_refused_before_the_work(kg, asked) -> None:
    ran = kg("build", "a.txt", "-o", "graph.doc")
    assert (ran.code, asked) == (2, {})
    assert "graph.doc" in ran.err


def test_nothing_read_is_an_error_and_writes_nothing(kg, tmp_path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    ran = kg("build", tmp_path / "empty.txt", tmp_path / "missing.txt", "-o", tmp_path / "g.ttl", "--no-cache")
    assert ran.code == 1
    assert [name in ran.err for name in ("empty.txt", "missing.txt", "nothing could be read")] == [True] * 3
    assert "Traceback" not in ran.err
    assert not (tmp_path / "g.ttl").exists()


def test_a_date_that_is_none_is_wrong_usage(kg, tmp_path) -> None:
    ran = kg("build", tmp_path / "a.txt", "--published", "next week", "-o", tmp_path / "g.ttl")
    assert ran.code == 2
    assert "next week" in ran.err
