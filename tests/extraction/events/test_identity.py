"""Which event told before a mention tells again, is a part of, or has nothing to do with."""

import pytest

from kg.extraction.events.clues import THRESHOLD, likeness
from kg.extraction.events.identity import conflicts, dates_differ, same_event, whole_of
from kg.extraction.events.kinds import same_kind
from kg.extraction.events.pair import Pair

OSTLAND, BRACK, SUND, MIRO, DORN = range(5)
CARS, GUARDS = 20, 21

# an event's first mention, a later one; whether the later tells of the same event
RETOLD = [
    pytest.param(("A blast", {}), ("The blast", {}), True, id="definite"),
    pytest.param(("A blast", {"place": {MIRO}}), ("The attack", {"type": "Attack"}), True, id="general word"),
    pytest.param(("A blast", {}), ("Another blast", {}), False, id="another"),
    pytest.param(("A blast", {"place": {MIRO}}), ("The blast", {"place": {DORN}}), False, id="elsewhere"),
    pytest.param(("A blast", {"place": {SUND}}), ("The blast", {"place": {OSTLAND}}), True, id="its country"),
    pytest.param(("A blast", {"day": "2019-03-04"}), ("The blast", {"day": "2019-03-05"}), False, id="another day"),
    pytest.param(("A blast", {"day": "2019-03-04"}), ("The blast", {"day": "2019-03-04"}), True, id="that day"),
    pytest.param(("A blast", {"day": "2019-03"}), ("The blast", {"day": "2019-03-04"}), True, id="that month"),
    pytest.param(("A raid", {"type": "Airstrike"}), ("The talks", {"type": "Negotiation"}), False, id="other kind"),
    pytest.param(("Two blasts", {"count": 2}), ("Three blasts", {"count": 3}), False, id="other number"),
    pytest.param(("A blast", {"modality": "planned"}), ("A blast", {}), False, id="planned and done"),
    pytest.param(
        ("A blast", {"place": {MIRO}, "day": "2019-03-04"}), ("A blast", {"place": {MIRO}, "day": "2019-03-04"}), True,
        id="place and day again",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "later", "same"), RETOLD)
def test_told_again(mentions, event, geography, first, later, same: bool) -> None:
    one, other = mentions(first, later)
    assert same_event(other, [event(one)], geography) == (0 if same else None)


def test_the_nearer_of_two_that_fit(mentions, event, geography) -> None:
    first, second, later = mentions(("A blast", {}), ("A raid", {"type": "Airstrike"}), ("The raid", {}))
    assert same_event(later, [event(first), event(second)], geography) == 1


def test_nothing_before_nothing_again(mentions, geography) -> None:
    (only,) = mentions(("The blast", {}))
    assert same_event(only, [], geography) is None


@pytest.mark.parametrize(
    ("mine", "theirs", "differ"),
    [("2019-03-04", "2019-03-05", True), ("2019-03-04", "2019", False), ("2019", "2019-03-04", False),
     ("", "2019", False), ("2019-03-04", "2019-03-04T06:00:00Z", False)],
)  # fmt: skip
def test_dates(mentions, event, mine: str, theirs: str, differ: bool) -> None:
    one, other = mentions(("A blast", {"day": theirs}), ("The blast", {"day": mine}))
    assert dates_differ(other, event(one)) is differ


@pytest.mark.parametrize(
    ("whole", "part", "is_part"),
    [
        (("Three blasts", {"count": 3}), ("A blast", {}), True),
        (("A blast", {}), ("A blast", {}), False),
        (("Three blasts", {"count": 3, "place": {MIRO}}), ("A blast", {"place": {MIRO}}), True),
        (("Three blasts", {"count": 3, "place": {MIRO}}), ("A blast", {"place": {DORN}}), False),
        (("Three blasts", {"count": 3}), ("Two blasts", {"count": 2}), True),
        (("Two blasts", {"count": 2}), ("Three blasts", {"count": 3}), False),
        (("Three blasts", {"count": 3, "modality": "planned"}), ("A blast", {}), False),
        (("Three blasts", {"count": 3, "day": "2019-03-04"}), ("A blast", {"day": "2019-05-01"}), False),
    ],
)
def test_parts(mentions, event, geography, whole, part, is_part: bool) -> None:
    one, other = mentions(whole, part)
    assert whole_of(other, [event(one)], geography) == (0 if is_part else None)


def test_a_denial_is_of_what_was_struck(mentions, event, geography) -> None:
    told, denied, elsewhere = mentions(
        ("A blast", {"target": {CARS}}), ("A blast", {"target": {CARS}, "modality": "denied"}),
        ("A blast", {"target": {GUARDS}, "modality": "denied"}),
    )  # fmt: skip
    assert not conflicts(denied, event(told), geography)
    assert conflicts(elsewhere, event(told), geography)


def test_the_likeness_is_the_sum_of_the_clues(mentions, event, geography) -> None:
    first, definite, bare = mentions(("A blast", {}), ("The blast", {}), ("Blasts", {}))
    assert likeness(Pair(definite, event(first), 0, geography)) >= THRESHOLD
    assert likeness(Pair(bare, event(first), 1, geography)) < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("Bombing", "Bombing", True), ("Attack", "Shelling", True), ("Airstrike", "Shelling", True),
     ("Kidnapping", "Bombing", False), ("Attack", "Negotiation", False), ("Arson", "Shelling", False)],
)  # fmt: skip
def test_kinds_that_can_tell_of_one_event(one: str, other: str, alike: bool) -> None:
    assert same_kind(one, other) is alike
    assert same_kind(other, one) is alike
