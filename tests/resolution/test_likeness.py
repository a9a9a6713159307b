"""The clues one by one: what each adds, and what each rules out."""
import pytest

from kg.resolution.likeness import CLUES, THRESHOLD, VETOES, likeness
from kg.resolution.sketch import Sketch


def sketch(report="a", **more):
    base = {"key": (report, 0), "published": "2019-03-05", "path": "event/x", "type": "Bombing", "label": "blast",
            "modality": "asserted", "count": None, "day": "2019-03-04", "instant": "",
            "towns": frozenset({"place/miro"}), "regions": frozenset({"place/ostland"})}
    return Sketch(**base | more)


def words(*texts):
    return tuple(frozenset(t.split()) for t in texts)


TOWNS = {"towns": frozenset({"place/miro", "place/brack"})}
LARGE, SMALLER, FEW = ({"killed": ((n, n),), "figures": frozenset({("killed", n)})} for n in (70, 60, 4))
TARGET = {"targets": words("bus station")}
CLUE_CASES = [
    ("a_day_apart", {}, {"day": "2019-03-05"}, -1.0), ("a_day_apart", {}, {}, 0.0),
    ("wholes", {"above": sketch(**TOWNS)}, {"above": sketch("b", **TOWNS)}, 1.5),
    ("wholes", {"above": sketch(**TOWNS)}, {}, 0.0),
    ("towns", {}, {}, 2.0), ("towns", TOWNS, TOWNS, 3.0), ("towns", TOWNS, {}, 1.5),
    ("towns", {"detail": True}, {"detail": True}, 0.0), ("towns", {}, {"towns": frozenset({"place/holt"})}, 0.0),
    ("one_within_other", {"main": True}, {"main": True, "towns": frozenset()}, 1.0),
    ("one_within_other", {}, {"main": True, "towns": frozenset()}, 0.0),
    ("one_within_other", {"main": True, "towns": frozenset()}, {"main": True, "towns": frozenset()}, 0.0),
    ("both_main", {"main": True}, {"main": True}, 1.0), ("both_main", {"main": True}, {}, 0.0),
    ("same_class", {}, {}, 0.5), ("same_class", {}, {"type": "Attack"}, 0.0),
    ("same_count", {"count": 3}, {"count": 3}, 1.0), ("same_count", {"count": 1}, {"count": 1}, 0.0),
    ("same_count", {"count": 3}, {"count": 4}, -1.0), ("same_count", {"count": 3}, {}, 0.0),
    ("same_hour", {"instant": "2019-03-04T06:00:00Z"}, {"instant": "2019-03-04T06:30:00Z"}, 1.0),
    ("same_hour", {"instant": "2019-03-04T06:00:00Z"}, {}, 0.0),
    ("same_figure", LARGE, LARGE, 2.0), ("same_figure", LARGE, SMALLER, 0.0),
    ("toll", LARGE, SMALLER, 1.0), ("toll", FEW, {"killed": ((5, 5),)}, 0.25),
    ("toll", FEW, {"killed": ((3, 9),)}, 0.5), ("toll", LARGE, {"killed": ((30, 30),)}, -0.5),
    ("toll", LARGE, {"killed": ((20, 20),)}, -1.0),
    ("toll", LARGE, {}, 0.0), ("toll", {"killed": ((1, 1),)}, {"killed": ((3, 3),)}, 0.0),
    ("toll", {"killed": ((1, 1),)}, {"killed": ((4, 4),)}, -1.0),
    ("target", {"targets": words("bus station")}, {"targets": words("busy bus station", "market")}, 1.0),
    ("target", {"targets": words("bus station")}, {"targets": words("market")}, -1.0),
    ("target", {"targets": words("")}, {}, 0.0),
    ("actors", {"actors": frozenset({"actor/x"})}, {"actors": frozenset({"actor/x", "actor/y"})}, 1.0),
    ("weapon", {"weapons": frozenset({"concept/x"})}, {"weapons": frozenset({"concept/x"})}, 0.5),
    ("weapon", {"weapons": frozenset({"concept/x"})}, {"weapons": frozenset({"concept/y"})}, -1.0),
]
VETO_CASES = [
    ("other_day", {}, {"day": "2019-03-05"}, True), ("other_day", LARGE, LARGE | {"day": "2019-03-05"}, True),
    ("other_day", LARGE | TARGET, LARGE | TARGET | {"day": "2019-03-05"}, False),
    ("other_day", LARGE | TARGET, LARGE | TARGET | {"day": "2019-03-06"}, True),
    ("other_day", {"instant": "2019-03-04T23:30:00Z"},
     {"instant": "2019-03-05T00:10:00Z", "day": "2019-03-05"}, False),
    ("other_place", {}, {"towns": frozenset({"place/holt"})}, True), ("other_place", {}, TOWNS, False),
    ("other_place", {}, {"towns": frozenset()}, False),
    ("other_place", {}, {"towns": frozenset(), "regions": frozenset()}, True),
    ("other_place", {}, {"towns": frozenset({"place/quarter"}), "regions": frozenset({"place/miro"})}, False),
    ("other_day", {}, {}, False),
    ("other_day", {"day": "2019"}, {"day": "2019"}, True),
    ("other_class", {}, {"type": "Arrest"}, True), ("other_class", {}, {"type": "Attack"}, False),
    ("other_hour", {"instant": "2019-03-04T06:00:00Z"}, {"instant": "2019-03-04T12:00:00Z"}, True),
    ("other_scale", LARGE, FEW, True), ("other_scale", {"killed": ((1, 1),)}, {"killed": ((8, 8),)}, False),
    ("other_level", {"detail": True}, {}, True),
]


@pytest.mark.parametrize(("name", "a", "b", "weight"), CLUE_CASES)
def test_clues(name, a, b, weight):
    clue = {c.__name__: c for c in CLUES}[name]
    there, back = clue(sketch(**a), sketch("b", **b)), clue(sketch("b", **b), sketch(**a))
    assert there == back and there[0] == weight
    assert bool(there[1]) == (weight > 0)  # what speaks for it has its reason


@pytest.mark.parametrize(("name", "a", "b", "ruled_out"), VETO_CASES)
def test_vetoes(name, a, b, ruled_out):
    veto = {v.__name__: v for v in VETOES}[name]
    assert veto(sketch(**a), sketch("b", **b)) == veto(sketch("b", **b), sketch(**a)) == ruled_out
    assert not ruled_out or likeness(sketch(**a), sketch("b", **b)) is None


def test_every_clue_and_veto_has_a_case():
    assert {c.__name__ for c in CLUES} == {name for name, *_ in CLUE_CASES}
    assert {v.__name__ for v in VETOES} == {name for name, *_ in VETO_CASES}


@pytest.mark.parametrize(("more", "enough"), [({}, False), (LARGE, True), ({"count": 3}, True)])
def test_day_class_and_town_alone_are_not_enough(more, enough):
    found = likeness(sketch(**more), sketch("b", **more))
    assert found is not None and (found.score >= THRESHOLD) == enough


def test_parts_of_one_event_are_likely_one():
    assert likeness(sketch(above=sketch(**TOWNS)), sketch("b", above=sketch("b", **TOWNS))).score >= THRESHOLD
