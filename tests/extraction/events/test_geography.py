"""How the places of a report lie to each other, by a gazetteer of a few made-up places."""

from types import SimpleNamespace

import pytest

from kg.extraction.events.geography import Geography
from kg.extraction.mentions.entity import Draft

NAMES = ("Ostland", "Brack", "Sund", "Miro", "Dorn", "Westland", "Nowhere", "Holt")
OSTLAND, BRACK, SUND, MIRO, DORN, WESTLAND, NOWHERE, HOLT = range(8)


class Gazetteer:
    """The tiny places of the shared fixture, with what lies in what."""

    def __init__(self, tiny) -> None:
        self._tiny = tiny

    def find(self, name):
        return self._tiny.find(name)

    def within(self, inner, outer) -> bool:
        return outer.slug in inner.parents


@pytest.fixture
def geography(tiny_places) -> Geography:
    cast = SimpleNamespace(drafts=[Draft("Place", name) for name in NAMES] + [Draft("Facility", "Brack")])
    return Geography(cast, Gazetteer(tiny_places))


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
        (len(NAMES), OSTLAND, False),  # a facility is no gazetteer's place
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
