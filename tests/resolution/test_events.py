"""Which events of different reports are one: conservatively, and with a reason."""
from dataclasses import replace
from itertools import permutations

import pytest

from kg.records import Dating, Time
from kg.resolution import Judgement, Mention, resolve


def told(draft, outlet, kind="Bombing", town="Miro", day="2019-03-04", killed=None, target="", modality="asserted",
         count=None, weapon="", published="2019-03-05"):
    """A report of one event, its only one."""
    report = draft(f"{outlet} told: the blast hit {target or 'something'} in {town} with {weapon or 'nothing'},"
                   f" {killed or 'none'} dead.", outlet, published)
    event = report.event(kind, "the blast", day, modality, count)
    report.argument(event, "place", report.entity("Place", town, f"{town} with"), town)
    if target:
        report.argument(event, "target", report.entity("Facility", target, generic=True), target)
    if weapon:
        report.argument(event, "weapon", report.entity("Weapon", weapon), weapon)
    if killed:
        report.figure(event, f"{killed} dead", killed)
    return report.done()


def nodes(xs, actors, places, event=0):
    found = resolve(xs, actors, places)
    return [found.events[x.report.id, event].node for x in xs]


ONE = {
    "what both reports are about": ({}, {}),
    "a general and a special class": ({"kind": "Attack"}, {"kind": "Bombing"}),
    "tolls that differ little": ({"killed": 41}, {"killed": 45}),
    "tolls that differ, the target the same": ({"killed": 100, "target": "a bus station"},
                                               {"killed": 45, "target": "a busy bus station"}),
    "counts and weapons": ({"count": 3, "weapon": "car bomb"}, {"count": 3, "weapon": "car bomb"}),
}
TWO = {
    "another day": ({}, {"day": "2019-03-05"}),
    "no day": ({"day": ""}, {"day": ""}),
    "a month is no day": ({"day": "2019-03"}, {"day": "2019-03"}),
    "another town": ({}, {"town": "Brack"}),
    "another class": ({"kind": "Bombing"}, {"kind": "Arrest"}),
    "another count": ({"count": 3}, {"count": 4}),
    "tolls of another order": ({"killed": 3}, {"killed": 60}),
    "another hour": ({"day": "2019-03-04T06:00:00Z"}, {"day": "2019-03-04T15:00:00Z"}),
    "another toll and target": ({"killed": 5, "target": "a market"}, {"killed": 20, "target": "a barracks"}),
    "planned": ({"modality": "planned"}, {"modality": "planned"}),
    "denied": ({}, {"modality": "denied"}),
    "statements": ({"kind": "Condemnation"}, {"kind": "Condemnation"}),
}


@pytest.mark.parametrize("name", ONE)
def test_one_event(draft, tiny_actors, tiny_places, name):
    a, b = (told(draft, outlet, **more) for outlet, more in zip("AB", ONE[name], strict=True))
    found = resolve([a, b], tiny_actors, tiny_places)
    assert found.events[a.report.id, 0].node == found.events[b.report.id, 0].node
    assert [m.event for m in found.merges] == [(b.report.id, 0)] and "same day" in found.merges[0].reason


@pytest.mark.parametrize("name", TWO)
def test_two_events(draft, tiny_actors, tiny_places, name):
    a, b = nodes([told(draft, o, **more) for o, more in zip("AB", TWO[name], strict=True)], tiny_actors, tiny_places)
    assert a != b


UNDATED = {
    "a number in common": ({"killed": 9}, {"killed": 9}, "joined"),
    "a number in common, told two days later": ({"killed": 9}, {"killed": 9, "published": "2019-03-06"}, "joined"),
    "tolls of one order, both high": ({"killed": 40}, {"killed": 44}, "joined"),
    "neither has a day": ({"killed": 9, "day": ""}, {"killed": 9}, "joined"),
    "nothing in common but class and town": ({}, {}, "listed"),
    "tolls that meet nearly": ({"killed": 9}, {"killed": 10}, "listed"),
    "told days later": ({"killed": 9}, {"killed": 9, "published": "2019-03-08"}, "apart"),
    "told before it": ({"killed": 9}, {"killed": 9, "published": "2019-03-03"}, "apart"),
    "told nobody knows when": ({"killed": 9}, {"killed": 9, "published": ""}, "apart"),
    "another town": ({"killed": 9}, {"killed": 9, "town": "Brack"}, "apart"),
    "tolls far apart": ({"killed": 3}, {"killed": 60}, "apart"),
}


@pytest.mark.parametrize("name", UNDATED)
def test_an_event_without_a_day_of_its_own(draft, tiny_actors, tiny_places, name):
    one, other, wanted = UNDATED[name]
    a, b = told(draft, "A", **one), told(draft, "B", **{"day": "", **other})
    found = resolve([a, b], tiny_actors, tiny_places)
    assert (len(found.merges), len(found.doubts)) == {"joined": (1, 0), "listed": (0, 1), "apart": (0, 0)}[wanted]
    assert all("no day, told on" in x.reason for x in (*found.merges, *found.doubts))


def test_an_undated_event_that_may_be_either_of_two_is_neither(draft, tiny_actors, tiny_places):
    """Two attacks a day apart in one town, with as many killed."""
    days = [told(draft, o, killed=9, day=d) for o, d in (("A", "2019-03-04"), ("C", "2019-03-05"))]
    found = resolve([*days, told(draft, "B", killed=9, day="")], tiny_actors, tiny_places)
    assert not found.merges and len(found.doubts) == 2


def test_words_of_a_time_that_nobody_can_place_are_no_news(draft, tiny_actors, tiny_places):
    a, b = told(draft, "A", killed=9), told(draft, "B", killed=9, day="")
    once = Dating(0, Time("weeks before the vote", "", "", "", ""), b.events[0].triggers)
    found = resolve([a, replace(b, datings=(once,))], tiny_actors, tiny_places)
    assert not found.merges and not found.doubts


def test_the_order_of_reports_and_repeats_make_no_difference(draft, tiny_actors, tiny_places):
    xs = [told(draft, "A", killed=41), told(draft, "B", published="2019-03-06"), told(draft, "C", day="2019-03-03")]
    every = [resolve([*order, order[0]], tiny_actors, tiny_places) for order in permutations(xs)]
    assert all(r.events == every[0].events and r.merges == every[0].merges for r in every)
    assert every[0].event(xs[0].report.id, 0).reports == 2


def test_a_merge_can_be_undone(draft, tiny_actors, tiny_places):
    a, b = told(draft, "A"), told(draft, "B")
    trigger = b.events[0].triggers[0]
    judged = Judgement("wrong", Mention(b.report.id, trigger.begin, trigger.end))
    found = resolve([a, b], tiny_actors, tiny_places, [judged])
    assert not found.merges and found.events[a.report.id, 0].node != found.events[b.report.id, 0].node


@pytest.mark.parametrize(("other", "one"), [({}, True), ({"published": "2021-01-01"}, True), ({"town": "Brack"}, False),
                                            ({"published": "1999-01-01"}, False), ({"day": "1990"}, False)])
def test_a_war_is_one_for_some_years(draft, tiny_actors, tiny_places, other, one):
    war = {"kind": "Conflict", "day": "2018", "town": "Ostland"}
    a, b = nodes([told(draft, "A", **war), told(draft, "B", **war | other)], tiny_actors, tiny_places)
    assert (a == b) == one


def test_a_facility_gives_its_town_to_the_path(draft, tiny_actors, tiny_places):
    x = draft("A blast at a depot in Miro.")
    depot, town = x.entity("Facility", "a depot", generic=True), x.entity("Place", "Miro")
    x.relation(depot, "within", town, "a depot in Miro")
    x.argument(x.event("Bombing", "A blast"), "place", depot, "at a depot")
    assert nodes([x.done()], tiny_actors, tiny_places)[0].startswith("event/undated-bombing-miro-ol-")


def round_up(draft, outlet, *tolls):
    """A report of several bombings in one town on one day."""
    words = ["The first blast", "the second blast", "the third blast"][: len(tolls)]
    report = draft(", ".join(f"{w} killed {n}" for w, n in zip(words, tolls, strict=True)) + " in Miro.", outlet)
    town = report.entity("Place", "Miro")
    for word, toll in zip(words, tolls, strict=True):
        event = report.event("Bombing", word, "2019-03-04")
        report.argument(event, "place", town, "Miro")
        report.figure(event, f"{word} killed {toll}", toll)
    return report.done()


def test_a_round_up_glues_nothing(draft, tiny_actors, tiny_places):
    single, many = told(draft, "A", killed=9), round_up(draft, "B", 14, 9)
    found = resolve([single, many], tiny_actors, tiny_places)
    one = found.events[single.report.id, 0].node
    first, second = (found.events[many.report.id, i].node for i in (0, 1))
    assert one == second and first != second  # the toll tells which is meant


def test_where_two_are_as_like_neither_is_taken(draft, tiny_actors, tiny_places):
    single, many = told(draft, "A", killed=9), round_up(draft, "B", 9, 9)
    assert not resolve([many, single], tiny_actors, tiny_places).merges


def parted(draft, outlet, counts=(3, 4), day="2019-03-04"):
    """A report of a whole in two towns, and of its parts in each."""
    report = draft(f"{outlet}: bombings shook Miro and Brack in Ostland: blasts in Miro, explosions in Brack.", outlet)
    report.entity("Place", "Ostland")
    whole = report.event("Bombing", "bombings", day, count=sum(counts))
    for town, word, count in zip(("Miro", "Brack"), ("blasts", "explosions"), counts, strict=True):
        place = report.entity("Place", town)
        report.argument(whole, "place", place, town)
        part = report.event("Bombing", word, count=count)
        report.argument(part, "subEventOf", whole, word)
        report.argument(part, "place", place, town)
    return report.done()


@pytest.mark.parametrize("day", ["2019-03-04", ""])
def test_wholes_join_and_parts_align(draft, tiny_actors, tiny_places, day):
    a, b = parted(draft, "A"), parted(draft, "B", day=day)
    found = resolve([a, b], tiny_actors, tiny_places)
    mine, other = ([found.events[x.report.id, i].node for i in range(3)] for x in (a, b))
    assert mine == other and len(set(mine)) == 3


def test_a_report_of_one_town_is_of_the_part(draft, tiny_actors, tiny_places):
    whole, single = parted(draft, "A"), told(draft, "B", target="", count=3)
    found = resolve([whole, single], tiny_actors, tiny_places)
    assert found.events[single.report.id, 0].node == found.events[whole.report.id, 1].node


def test_the_node_says_what_any_report_asserts(draft, tiny_actors, tiny_places):
    a, b = told(draft, "A", kind="Attack", modality="attributed"), told(draft, "B")
    node = resolve([a, b], tiny_actors, tiny_places).event(a.report.id, 0)
    assert (node.type, node.modality, node.reports) == ("Bombing", "asserted", 2)


def test_paths_are_readable(draft, tiny_actors, tiny_places):
    x, y = told(draft, "A"), told(draft, "A", day="", town="Dorn")
    dated, undated = nodes([x, y], tiny_actors, tiny_places)
    assert dated.startswith("event/2019-03-04-bombing-miro-ol-")
    assert undated.startswith("event/undated-bombing-dorn-wl-")
