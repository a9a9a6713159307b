"""What an event is by all its mentions."""

import pytest


@pytest.mark.parametrize(
    ("types", "told"),
    [
        (["Attack", "Bombing"], "Bombing"),
        (["Bombing", "Attack"], "Bombing"),
        (["Shelling", "Airstrike"], "Airstrike"),
        (["ArmedAttack", "Assassination"], "Assassination"),
        (["Attack"], "Attack"),
        (["Clash", "Attack"], "Clash"),
    ],
)
def test_the_most_telling_class(mentions, event, types: list[str], told: str) -> None:
    assert event(*mentions(*(("A blast", {"type": t}) for t in types))).type == told


@pytest.mark.parametrize(
    ("modalities", "told"),
    [
        (["planned", "asserted"], "asserted"),
        (["denied", "planned"], "denied"),
        (["hypothetical"], "hypothetical"),
    ],
)
def test_one_assertion_asserts(mentions, event, modalities: list[str], told: str) -> None:
    assert event(*mentions(*(("A blast", {"modality": m}) for m in modalities))).modality == told


def test_the_first_number_counts(mentions, event) -> None:
    found = event(*mentions(("Blasts", {}), ("Two blasts", {"count": 2}), ("Three blasts", {"count": 3})))
    assert (found.count, found.multiple, found.label) == (2, True, "Blasts")


def test_places_are_those_of_the_whole_where_it_has_none(mentions, event) -> None:
    found = mentions(("Blasts", {"place": {3}}), ("A blast", {}), ("A blast", {"place": {4}}))
    whole, part, placed = (event(m) for m in found)
    part.whole = placed.whole = whole
    assert (part.places(), placed.places()) == ({3}, {4})
    assert part.entities("place") == set()


def test_its_dates(mentions, event) -> None:
    assert event(*mentions(("A blast", {"day": "2019-03-04"}), ("The blast", {}))).values() == {"2019-03-04"}
