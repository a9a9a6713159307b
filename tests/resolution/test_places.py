"""Which place a name means, by the words of its report."""
import pytest

from kg.resolution import resolve

CASES = [
    # body, (place names), (holders), wanted path of the first
    ("Shots in Sund.", ("Sund",), None),                                        # two towns of about one size
    ("Shots in Sund, Westland.", ("Sund", "Westland"), "place/sund-wl"),        # the only named country
    ("Shots in Sund, near Miro.", ("Sund", "Miro"), "place/sund-ol"),           # the country of a sure place
    ("Shots in Brack.", ("Brack",), "place/brack-ol"),  # far larger, and not its province
    ("Shots in Brack, Westland.", ("Brack", "Westland"), "place/brack-wl"),
    ("Ostland and Westland talked in Sund.", ("Sund", "Ostland", "Westland"), None),
    ("Shots in Dorn, in Ostland.", ("Dorn", "Ostland"), None),  # the only known Dorn is a hamlet elsewhere
    ("Shots in Dorn.", ("Dorn",), "place/dorn-wl"),
    ("Shots in Nowhere.", ("Nowhere",), None),
    ("Shots in Holt.", ("Holt",), "place/holt-ol"),  # a town of that name, and hills also called so
]


@pytest.mark.parametrize(("body", "names", "wanted"), CASES)
def test_a_place_is_settled_by_its_report(draft, tiny_actors, tiny_places, body, names, wanted):
    report = draft(body)
    for name in names:
        report.entity("Place", name)
    x = report.done()
    node = resolve([x], tiny_actors, tiny_places).entity(x.report.id, 0)
    assert (f"place/{node.known}" if node.known else None) == wanted


def test_what_the_report_says_is_around_it_decides(draft, tiny_actors, tiny_places):
    report = draft("Ostland sent aid to Sund in Westland.")
    sund, _, west = (report.entity("Place", n) for n in ("Sund", "Ostland", "Westland"))
    report.relation(sund, "within", west, "Sund in Westland")
    x = report.done()
    decided = resolve([x], tiny_actors, tiny_places).entities[x.report.id, sund]
    assert decided.node == "place/sund-wl" and "says within what it lies" in decided.reason


@pytest.mark.parametrize(("holder", "wanted"), [("Westland", None), ("Ostland", "miro-ol")])
def test_a_place_that_is_not_where_the_report_says_is_another(draft, tiny_actors, tiny_places, holder, wanted):
    report = draft(f"Ostland and Westland: shots in Miro in {holder}.")
    for name in ("Ostland", "Westland", "Miro"):
        report.entity("Place", name)
    report.relation(2, "within", 0 if holder == "Ostland" else 1, f"Miro in {holder}")
    x = report.done()
    assert (resolve([x], tiny_actors, tiny_places).entity(x.report.id, 2).known or None) == wanted


@pytest.mark.parametrize(("kind", "name", "known"), [
    ("State", "Ostland", "ostland"), ("GovernmentBody", "Ostlandic army", "ostland-army"), ("State", "Ostland", "")])
def test_a_state_or_its_army_tells_the_country(draft, tiny_actors, tiny_places, kind, name, known):
    report = draft(f"{name} shelled Sund.")
    report.entity(kind, name, known=known)
    sund = report.entity("Place", "Sund")
    x = report.done()
    assert resolve([x], tiny_actors, tiny_places).entity(x.report.id, sund).path == "place/sund-ol"


def paths(extractions, actors, places, index=0):
    found = resolve(extractions, actors, places)
    return [found.entity(x.report.id, index).path for x in extractions]


def test_an_unknown_place_joins_within_one_holder_only(draft, tiny_actors, tiny_places):
    def told(country, outlet):
        report = draft(f"Shots in Quill, {country}.", outlet)
        report.entity("Place", "Quill"), report.entity("Place", country)
        return report.done()

    a, b, c = paths([told("Ostland", "A"), told("Ostland", "B"), told("Westland", "C")], tiny_actors, tiny_places)
    assert a == b != c


def test_open_and_generic_places_are_local(draft, tiny_actors, tiny_places):
    def told(outlet, kind, name, generic):
        report = draft(f"Fire at {name}.", outlet)
        report.entity(kind, name, generic=generic)
        return report.done()

    for kind, name, generic in (("Place", "Sund", False), ("Facility", "a bus station", True)):
        a, b = paths([told("A", kind, name, generic), told("B", kind, name, generic)], tiny_actors, tiny_places)
        assert a != b


def test_a_named_facility_joins_in_its_town(draft, tiny_actors, tiny_places):
    def told(outlet, town):
        report = draft(f"Fire at Nordal Hospital in {town}.", outlet)
        hospital, place = report.entity("Facility", "Nordal Hospital"), report.entity("Place", town)
        report.relation(hospital, "within", place, f"Nordal Hospital in {town}")
        return report.done()

    a, b, c = paths([told("A", "Miro"), told("B", "Miro"), told("C", "Brack")], tiny_actors, tiny_places)
    assert a == b == "place/nordal-hospital-miro-ol" and c != a
