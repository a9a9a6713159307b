"""How the places of a report lie to each other, by a gazetteer of a few made-up places."""

import pytest

from kg.extraction.events.geography import Geography

OSTLAND, BRACK, SUND, MIRO, DORN, WESTLAND, NOWHERE, HOLT, FACILITY = range(9)


def test_countries_are_broad(geography: Geography) -> None:
    assert geography.specific({OSTLAND, SUND, MIRO}) == {SUND, MIRO}
    assert not geography.broad(NOWHERE)


def test_provinces_are_large(geography: Geography) -> None:
    assert geography.large(OSTLAND)
    assert geography.large(BRACK)
    assert not geography.large(MIRO)
    assert not geography.large(NOWHERE)


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        (SUND, BRACK, True),
        (SUND, OSTLAND, True),
        (MIRO, BRACK, False),
        (BRACK, SUND, False),
        (SUND, WESTLAND, True),  # there are two Sunds
        (MIRO, WESTLAND, False),
        (NOWHERE, OSTLAND, False),
        (FACILITY, OSTLAND, False),  # a facility is no gazetteer's place
    ],
)
def test_inside(geography: Geography, inner: int, outer: int, inside: bool) -> None:
    assert geography.inside(inner, outer) is inside


@pytest.mark.parametrize(
    ("some", "others", "compatible", "apart"),
    [
        ({SUND}, {SUND}, True, False),
        ({SUND}, {BRACK}, True, False),
        ({SUND}, {MIRO}, False, True),
        ({SUND}, {DORN, SUND}, True, False),
        (set(), {MIRO}, True, False),
        ({MIRO}, {WESTLAND}, False, False),
        ({NOWHERE}, {NOWHERE}, True, False),
        ({NOWHERE}, {SUND}, False, True),
    ],
)
def test_sets_of_places(
    geography: Geography, some: set[int], others: set[int], compatible: bool, apart: bool
) -> None:
    assert geography.compatible(some, others) is compatible
    assert geography.apart(some, others) is apart
