"""Three tellings of one day's bombings in two towns, of the reports that ship: one event, and every source's count."""
from itertools import permutations
from pathlib import Path

import pytest

from kg.check import check
from kg.pipeline import build
from kg.resources import folder
from kg.store import Graph

TELLINGS = sorted(folder("seeds").glob("2016-05-2?-syria-*.md"))
MONITOR = "Syrian Observatory for Human Rights"
_COUNTS = """SELECT ?who ?figure ?town WHERE {
  ?claim kg:measure kg:killed ; kg:figure ?figure ; kg:about ?event ; kg:claimedBy/rdfs:label ?who
  { ?event kg:date ?date ; kg:place/rdfs:label ?town } UNION
  { ?event kg:subEventOf/kg:date ?date ; kg:place/rdfs:label ?town } FILTER(STR(?date) = "2016-05-23") }"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def graph(cache: Path) -> Graph:
    return build(TELLINGS, cache=cache)


def whole(graph: Graph) -> str:
    """The one event of that day which is no part of another."""
    (found,) = {e.iri for e in graph.events() if e.date == "2016-05-23" and e.kind == "Bombing" and not e.parent}
    return found


def test_they_join_into_one_event_with_a_part_in_each_town(graph: Graph) -> None:
    one = whole(graph)
    told = graph.query("SELECT ?report { VALUES ?event { UNDEF } ?event kg:reportedIn ?report }", event=one)
    parts = {tuple(map(str, e.places)) for e in graph.events() if e.parent and e.parent.iri == one}
    assert len(list(told)) == len(TELLINGS) == 3
    assert parts == {("Jableh",), ("Tartus",)}


def test_each_source_s_figures_stand_side_by_side(graph: Graph) -> None:
    found = {(str(who), int(str(n)), str(town)) for who, n, town in graph.query(_COUNTS)}
    counts = {town: {(who, n) for who, n, where in found if where == town} for town in ("Jableh", "Tartus")}
    both = {(MONITOR, 121), (MONITOR, 145), (MONITOR, 161), ("State media", 78), ("Syrian state media", 78)}
    assert counts["Jableh"] == both | {(MONITOR, 73), ("Syrian state media", 45)}
    assert counts["Tartus"] == both | {(MONITOR, 48), ("Syrian state media", 33)}


def test_a_later_toll_replaces_only_the_monitor_s_own(graph: Graph) -> None:
    rows = graph.query("SELECT ?who ?new ?old ?then { ?later kg:supersedes ?earlier ; kg:figure ?new ;"
                       " kg:claimedBy/rdfs:label ?who . ?earlier kg:figure ?old ; kg:claimedBy/rdfs:label ?then }")
    found = {(str(who), int(str(new)), int(str(old)), str(then)) for who, new, old, then in rows}
    assert found == {(MONITOR, 161, 121, MONITOR), (MONITOR, 161, 145, MONITOR)}


def test_the_check_lists_the_contradictions(graph: Graph) -> None:
    assert check(graph) == []
    rows = graph.query("SELECT ?words { ?finding a kg:Contradiction ; rdfs:comment ?words }")
    found = sorted(str(words) for (words,) in rows)
    assert len(found) == 3
    for place, pair in (("(Jableh)", ("73", "45")), ("(Jableh, Tartus", ("161", "78")), ("(Tartus)", ("48", "33"))):
        (words,) = [w for w in found if place in w]
        assert all(number in words for number in pair) and MONITOR in words


def test_nothing_is_overwritten_and_order_makes_no_difference(graph: Graph, cache: Path, tmp_path: Path) -> None:
    claims = sum(build([file], cache=cache).count("FigureClaim") for file in TELLINGS)
    assert graph.count("FigureClaim") == claims
    for number, order in enumerate(permutations(TELLINGS)):
        for file in order:
            grown = build([file], cache=cache, store=tmp_path / str(number))
            text = grown.to_ntriples()
            del grown
        assert text == graph.to_ntriples()


def test_parts_are_added_up_within_their_report(graph: Graph) -> None:
    told = (str(text) for (text,) in graph.query("SELECT ?text { ?f a kg:Finding ; rdfs:comment ?text }"))
    sums = [text for text in told if "+" in text]
    assert len(sums) == 1 and sums[0].endswith("killed, by Syrian state media: 33 + 45 = 78, as said")
    assert not list(graph.query("SELECT ?f { ?f a kg:SumMismatch }"))
