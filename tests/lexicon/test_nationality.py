"""Adjectives and demonyms, and the places they are of."""
import pytest

from kg.lexicon.nationality import load_nationalities
from kg.lexicon.places import load_places


@pytest.mark.parametrize("form, slug", [
    ("Syrian", "syria"), ("Iraqis", "iraq"), ("French", "france"), ("Frenchmen", "france"),
    ("Philippine", "philippines"), ("Filipinos", "philippines"), ("Dutch", "netherlands"),
    ("Salvadoran", "el-salvador"), ("Salvadorean", "el-salvador"),
    ("Palestinian", "palestine"), ("Israelis", "israel"), ("US", "united-states"), ("Nigerien", "niger"),
    ("Nigerian", "nigeria"), ("Congolese", "democratic-republic-of-the-congo"), ("Burmese", "myanmar"),
    ("Soviet", "soviet-union"), ("South Korean", "south-korea"),
])
def test_country(form: str, slug: str) -> None:
    assert load_nationalities().country(form) == slug


@pytest.mark.parametrize("form, slug", [("Chechen", "chechnya"), ("Kurdish", "kurdistan"), ("Kashmiri", "kashmir")])
def test_of_a_region(form: str, slug: str) -> None:
    place = load_nationalities().place(form)
    assert place and place.slug == slug and load_nationalities().country(form) == ""


@pytest.mark.parametrize("form", ["Martian", "", "rebel", "Paris"])
def test_of_nowhere(form: str) -> None:
    assert load_nationalities().place(form) is None


@pytest.mark.parametrize("slug, adjective", [("syria", "Syrian"), ("france", "French"), ("philippines", "Philippine")])
def test_adjective(slug: str, adjective: str) -> None:
    place = load_places().get(slug)
    assert place and load_nationalities().adjective(place) == adjective


def test_every_adjective_leads_back() -> None:
    nations, places = load_nationalities(), load_places()
    named = [(p, nations.adjective(p)) for p in places.countries() if nations.adjective(p)]
    assert len(named) > 190
    assert [p.slug for p, adjective in named if nations.country(adjective) == ""] == []
