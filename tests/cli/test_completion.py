"""What the shell offers when Tab is pressed, by the protocol of Click's completion."""
from collections.abc import Callable

import pytest

from kg.cli import main
from kg.cli.completion import questions


@pytest.fixture
def offered(monkeypatch, capsys) -> Callable[[list[str], str], set[str]]:
    """What bash is offered after these words, for the beginning of another."""

    def ask(words: list[str], incomplete: str) -> set[str]:
        line = ["kg", *words, *([incomplete] if incomplete else [])]
        monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(line))
        monkeypatch.setenv("COMP_CWORD", str(len(words) + 1))
        main([])
        return set(capsys.readouterr().out.split("\n")) - {""}

    return ask


@pytest.mark.parametrize(("words", "incomplete", "some"), [
    ([], "que", {"query", "queries"}),
    (["query"], "deaths", {"deaths-by-source"}),
    (["query", "deaths-by-source"], "--", {"--event", "--measure", "--source", "--graph", "--format"}),
    (["query", "timeline"], "--pl", {"--place"}),
    (["queries"], "time", {"timeline"}),
    (["export", "graph.ttl", "--policy"], "", {"conservative", "best-low-high", "latest", "independent", "median"}),
    (["export", "graph.ttl", "-f"], "", {"turtle", "geojson", "csv"}),
    (["show", "x", "--kind"], "", {"actor", "place", "event"}),
])  # fmt: skip
def test_what_is_offered(offered, words: list[str], incomplete: str, some: set[str]) -> None:
    assert some <= offered(words, incomplete)


def test_a_question_comes_with_what_it_answers() -> None:
    ((name, described),) = questions("timeline")
    assert name == "timeline" and described.startswith("What happened when")


def test_names_of_the_graph(offered, harbour, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(["show"], "Re") == set()  # no graph here
    harbour.to_turtle("graph.ttl")
    assert offered(["show"], "Re") == {"Red Dawn"}
    (tmp_path / "graph.ttl").write_text("<broken", encoding="utf8")
    assert offered(["show"], "Re") == set()
