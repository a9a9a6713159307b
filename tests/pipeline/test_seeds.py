"""The reports that ship, built with the model that ships: what a reader of them must find in the graph."""
from pathlib import Path

import pytest

from kg.check import check
from kg.pipeline import build
from kg.reading import Problem, read
from kg.records import Report
from kg.resources import folder
from kg.store import Graph

SEEDS = sorted(folder("seeds").glob("*.md"))
MONITOR = "Syrian Observatory for Human Rights"


@pytest.fixture(scope="module")
def built() -> tuple[Graph, list[Problem]]:
    problems = list[Problem]()
    return build(SEEDS, cache=False, on_problem=problems.append), problems


@pytest.fixture
def graph(built: tuple[Graph, list[Problem]]) -> Graph:
    return built[0]


def test_every_report_is_read_and_extracted(built: tuple[Graph, list[Problem]]) -> None:
    graph, problems = built
    assert problems == []
    assert len(graph.reports()) == len(SEEDS)


def test_nothing_is_without_a_source(graph: Graph) -> None:
    assert [str(breach) for breach in check(graph)] == []


def test_every_mention_quotes_its_report_to_the_letter(graph: Graph) -> None:
    bodies = {r.id: r.body for r in read(SEEDS) if isinstance(r, Report)}
    rows = graph.query("SELECT ?m ?b ?e ?words { ?m nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?words }")
    wrong = [m for m, b, e, words in rows if bodies[report(str(m))][int(str(b)) : int(str(e))] != words]
    assert len(list(rows)) > 500
    assert wrong == []


def report(mention: str) -> str:
    return "report/" + mention.split("#")[0].rsplit("/", 1)[-1]


def told(graph: Graph, day: str, town: str) -> set[tuple[str, int]]:
    """Who counts how many dead in the events of one day and town."""
    query = """SELECT ?who ?figure {
      ?claim kg:measure kg:killed ; kg:figure ?figure ; kg:about ?event ; kg:claimedBy/rdfs:label ?who .
      ?event kg:date ?date ; kg:place/rdfs:label ?town FILTER(STR(?date) = ?day) }"""
    rows = graph.query(query.replace("?day", f'"{day}"').replace("?town", f'"{town}"'))
    return {(str(who), int(str(figure))) for who, figure in rows}


def test_figures_of_different_sources_stand_side_by_side(graph: Graph) -> None:
    assert told(graph, "2016-05-23", "Jableh") >= {(MONITOR, 121), (MONITOR, 145), (MONITOR, 161)}
    assert (MONITOR, 78) not in told(graph, "2016-05-23", "Jableh")


def test_a_claim_is_no_agent_and_a_denial_no_claim(graph: Graph) -> None:
    query = "SELECT ?who ?stance { ?c kg:claimedBy ?a ; kg:responsible ?a ; kg:stance ?stance . ?a rdfs:label ?who }"
    stances = {(str(who), str(stance).rsplit("#")[-1]) for who, stance in graph.query(query)}
    assert {("Islamic State", "claims"), ("Lashkar-e-Taiba", "denies"), ("Fethullah Gulen", "denies")} <= stances
    agents = {str(who) for (who,) in graph.query("SELECT ?who { ?event kg:agent/rdfs:label ?who }")}
    assert not {"Lashkar-e-Taiba", "Fethullah Gulen", "Qatar", "Saudi Arabia"} & agents


def test_without_a_date_monday_stays_words(tmp_path: Path) -> None:
    body = "Gunmen killed five people at a market in Mosul on Monday, the police said."
    for name, head in (("dated", "---\npublished: 2017-03-08\n---\n"), ("undated", "")):
        (tmp_path / f"{name}.txt").write_text(head + body)
    dates = {}
    for name in ("dated", "undated"):
        graph = build([tmp_path / f"{name}.txt"], cache=False)
        dates[name] = {e.date for e in graph.events() if e.time_text == "Monday"}
    assert dates == {"dated": {"2017-03-06"}, "undated": {""}}


def test_other_order_and_several_processes_give_the_same_bytes(graph: Graph) -> None:
    again = build([*reversed(SEEDS)], cache=False, processes=2)
    assert again.to_turtle() == graph.to_turtle()
