"""Known places: found under the names that the English-language press uses, with their hierarchy."""
import pytest

from kg.lexicon.places import KnownPlace, Places, load_places


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places()


@pytest.mark.parametrize("name, slug", [
    ("Syria", "syria"),
    ("the Syrian Arab Republic", "syria"),
    ("US", "united-states"),
    ("the West", "west"),
    ("Burma", "myanmar"),
    ("Georgia", "georgia"),
    ("Jableh", "jableh-sy"),
    ("Jablah", "jableh-sy"),
    ("Tartous province", "tartus-province-sy"),
    ("Latakia Governorate", "latakia-province-sy"),
    ("governorate of Idlib", "idlib-province-sy"),
    ("city of Homs", "homs-sy"),
    ("Aleppo city", "aleppo-sy"),
    ("al-Hudaydah city", "hodeida-ye"),
    ("Falluja", "fallujah-iq"),
    ("Kobane", "kobani-sy"),
    ("Rangoon", "yangon-mm"),
    ("Kiev", "kyiv-ua"),
    ("Darfur", "darfur"),
    ("Gaza", "gaza-strip"),
    ("Gaza City", "gaza-ps"),
    ("Chalatenango Department", "chalatenango-province-sv"),
    ("department of Antioquia", "antioquia-province-co"),
    ("Sahel", "sahel"),
    ("Middle East", "middle-east"),
    ("North Korea", "north-korea"),
    ("South Korea", "south-korea"),
    ("Soviet Union", "soviet-union"),
])
def test_first_candidate(places: Places, name: str, slug: str) -> None:
    found = places.find(name)
    assert found and found[0].slug == slug


@pytest.mark.parametrize("name", [
    "Xyzzyville", "", "Monday", "the rebels", "us", "west", "Police", "March", "Justice", "There", "Quite", "Terror",
])
def test_unknown(places: Places, name: str) -> None:
    assert places.find(name) == ()


def test_province_and_city_of_one_name_are_two(places: Places) -> None:
    assert {p.kind for p in places.find("Aleppo")} == {"province", "city"}


def test_bigger_comes_first(places: Places) -> None:
    cities = [p.population for p in places.find("Tripoli") if p.kind == "city"]
    assert len(cities) > 1 and cities == sorted(cities, reverse=True)


@pytest.mark.parametrize("slug, parents", [
    ("syria", ()),
    ("latakia-province-sy", ("syria",)),
    ("jableh-sy", ("latakia-province-sy", "syria")),
    ("nyala-sd", ("south-darfur-province-sd", "darfur", "sudan")),
    ("erbil-iq", ("erbil-province-iq", "kurdistan-region", "iraq")),
    ("gaza-ps", ("gaza-strip", "palestine")),
])
def test_hierarchy(places: Places, slug: str, parents: tuple[str, ...]) -> None:
    place = places.get(slug)
    assert place and place.parents == parents
    parent = places.parent(place)
    assert (parent.slug if parent else "") == (parents[0] if parents else "")


def test_within(places: Places) -> None:
    city, country, other = (places.get(slug) for slug in ("homs-sy", "syria", "iraq"))
    assert city and country and other
    assert places.within(city, country) and not places.within(city, other)


@pytest.mark.parametrize("capital, country", [
    ("damascus-sy", "syria"), ("san-salvador-sv", "el-salvador"), ("kabul-af", "afghanistan"), ("moscow-ru", "russia"),
])
def test_capital(places: Places, capital: str, country: str) -> None:
    city, state = places.get(capital), places.get(country)
    assert city and state and places.is_capital_of(city, state) and places.capital(state) == city


def test_no_capital_of_another(places: Places) -> None:
    city, state = places.get("damascus-sy"), places.get("iraq")
    assert city and state and not places.is_capital_of(city, state)


def test_coordinates(places: Places) -> None:
    place = places.get("jableh-sy")
    assert place and place.lat == pytest.approx(35.36, abs=0.01) and place.lon == pytest.approx(35.93, abs=0.01)


def test_every_curated_place_is_sound(places: Places) -> None:
    curated = list(places.curated())
    assert len(curated) > 500
    assert {p.kind for p in curated} <= {"country", "region", "province", "city", "other"}
    assert [p.slug for p in curated if any(places.get(parent) is None for parent in p.parents)] == []
    assert [p.slug for p in curated if p not in places.find(p.name)] == []


def test_slug_gives_back_its_place(places: Places) -> None:
    def again(place: KnownPlace) -> KnownPlace | None:
        return places.get(place.slug)
    assert all(again(p) == p for name in ("San Miguel", "Santa Ana", "Paris", "Springfield") for p in places.find(name))


def test_renamed_slug_is_gone(places: Places) -> None:
    assert places.get("jablah-sy") is None
