"""Agglomeration: which of the events that hang together are one, whatever their order."""
from itertools import permutations

import pytest

from kg.resolution.clusters import clustered
from kg.resolution.rulings import Rulings
from kg.resolution.sketch import Sketch


def event(report, index=0, **more):
    base = {"key": (report, index), "published": "2019-03-05", "path": f"event/{report}{index}", "type": "Bombing",
            "label": "blast", "modality": "asserted", "count": None, "day": "2019-03-04", "instant": "",
            "towns": frozenset({"place/miro"}), "regions": frozenset({"place/ostland"})}
    return Sketch(**base | more)


def toll(number):
    return {"killed": ((number, number),), "figures": frozenset({("killed", number)})}


def at(target):
    return {"targets": (frozenset({target}),)}


def groups(events, rulings=Rulings()):
    return sorted(sorted("".join(map(str, m.key)) for m in c.members) for c in clustered(events, rulings))


MARKET, BARRACKS = at("market"), at("barracks")
CASES = {
    "alike": ([event("a", **toll(9)), event("b", **toll(9))], [["a0", "b0"]]),
    "one report's two never": ([event("a", **toll(9)), event("a", 1, **toll(9))], [["a0"], ["a1"]]),
    "two as like: neither": ([event("a", **toll(9)), event("a", 1, **toll(9)), event("b", **toll(9))],
                             [["a0"], ["a1"], ["b0"]]),
    "one tells of the other's second": ([event("a", **toll(9)), event("a", 1, **toll(40)), event("b", **toll(40))],
                                        [["a0"], ["a1", "b0"]]),
    "a vague one does not glue two": (
        [event("a", **toll(9), **MARKET), event("b", **toll(9), **MARKET), event("c", main=True),
         event("d", **toll(12), **BARRACKS), event("e", **toll(12), **BARRACKS)], [["a0", "b0"], ["c0"], ["d0", "e0"]]),
    "who is ruled out by one member stays out": (
        [event("a", **toll(9), main=True), event("b", **toll(9), main=True), event("c", **toll(70), main=True)],
        [["a0", "b0"], ["c0"]]),
}


@pytest.mark.parametrize("name", CASES)
def test_in_any_order(name):
    events, wanted = CASES[name]
    for order in permutations(events):
        assert groups(order) == wanted


def test_what_was_nearly_joined_is_a_doubt():
    a, b = event("a", **toll(9), main=True), event("b", **toll(30), main=True)
    first, second = clustered([b, a], Rulings())
    assert [(d.first, d.second) for d in first.doubts] == [(("a", 0), ("b", 0))] and not second.doubts
    assert "not alike enough" in first.doubts[0].reason


@pytest.mark.parametrize(
    ("verdict", "wanted"), [("same", [["a0", "b0"], ["c0"]]), ("different", [["a0", "c0"], ["b0"]])]
)
def test_judgements_come_first(verdict, wanted):
    events = [event("a", **toll(9), **MARKET), event("b", **toll(9), **MARKET), event("c", **toll(9), **MARKET)]
    if verdict == "same":
        events[1] = event("b", **toll(200))
    pairs = [(verdict, ("a", 0), ("b", 0))] + ([("different", ("b", 0), ("c", 0))] if verdict == "different" else [])
    assert groups(events, Rulings.of(pairs)) == wanted
