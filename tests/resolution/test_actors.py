"""Which actor an entity is, within a report and across reports."""
import pytest

from kg.resolution import resolve

JOINED = [("ArmedGroup", "Ostland Front"), ("Person", "Mara Lindqvist"), ("PeopleGroup", "Orsini"),
          ("Organisation", "Harbour Pilots")]
APART = [("Person", "Mohammed", False), ("PeopleGroup", "gunmen", True), ("Organisation", "a police source", True),
        ("PeopleGroup", "civilians", False), ("GovernmentBody", "Interior Ministry", False)]


def told(draft, outlet, kind, name, **more):
    report = draft(f"So said {name}.", outlet)
    report.entity(kind, name, **more)
    return report.done()


def paths(extractions, actors, places):
    found = resolve(extractions, actors, places)
    return [found.entity(x.report.id, 0).path for x in extractions]


@pytest.mark.parametrize(("kind", "name"), JOINED)
def test_named_actors_join(draft, tiny_actors, tiny_places, kind, name):
    a, b = paths([told(draft, o, kind, name) for o in "AB"], tiny_actors, tiny_places)
    assert a == b and a.startswith("actor/")


@pytest.mark.parametrize(("kind", "name", "generic"), APART)
def test_descriptions_and_single_names_do_not_join(draft, tiny_actors, tiny_places, kind, name, generic):
    a, b = paths([told(draft, o, kind, name, generic=generic) for o in "AB"], tiny_actors, tiny_places)
    assert a != b


def test_a_ministry_joins_within_one_country(draft, tiny_actors, tiny_places):
    def of(outlet, *countries):
        report = draft(f"The Interior Ministry spoke in {' and '.join(countries)}.", outlet)
        report.entity("GovernmentBody", "Interior Ministry")
        for country in countries:
            report.entity("Place", country)
        return report.done()

    a, b, c, d = paths([of("A", "Ostland"), of("B", "Ostland"), of("C", "Westland"), of("D", "Ostland", "Westland")],
                       tiny_actors, tiny_places)
    assert a == b == "actor/interior-ministry-ostland" and c == "actor/interior-ministry-westland" and d not in (a, c)


def test_two_gunmen_of_one_report_are_two(draft, tiny_actors, tiny_places):
    report = draft("In Miro gunmen fled. In Brack gunmen were held.")
    report.entity("PeopleGroup", "gunmen", generic=True)
    report.entity("PeopleGroup", "gunmen", words="gunmen were", generic=True)
    x = report.done()
    found = resolve([x], tiny_actors, tiny_places)
    assert found.entity(x.report.id, 0).path != found.entity(x.report.id, 1).path


def test_names_alike_are_not_the_same_name(draft, tiny_actors, tiny_places):
    a, b = paths([told(draft, "A", "State", "North Garland"), told(draft, "B", "State", "South Garland")],
                 tiny_actors, tiny_places)
    assert a != b


@pytest.mark.parametrize(("kind", "name", "known", "wanted"), [
    ("ArmedGroup", "the Banner", "red-banner", "actor/red-banner"),       # extraction knew it
    ("Organisation", "Red Banner", "", "actor/red-banner"),               # by its full name
    ("Person", "Red Banner", "", "actor/red-banner-person"),              # another family: not the group
    ("State", "Ostland", "ostland", "actor/ostland"),
])
def test_known_actors(draft, tiny_actors, tiny_places, kind, name, known, wanted):
    assert paths([told(draft, "A", kind, name, known=known)], tiny_actors, tiny_places) == [wanted]


def test_a_state_and_its_country_are_two(draft, tiny_actors, tiny_places):
    report = draft("Ostland troops left Ostland.")
    report.entity("State", "Ostland", known="ostland"), report.entity("Place", "Ostland")
    x = report.done()
    found = resolve([x], tiny_actors, tiny_places)
    assert [found.entity(x.report.id, i).path for i in (0, 1)] == ["actor/ostland", "place/ostland"]


def test_the_class_is_the_most_specific_that_reports_agree_on(draft, tiny_actors, tiny_places):
    kinds = ["Organisation", "Organisation", "ArmedGroup"]
    xs = [told(draft, o, k, "Grey Fleet") for o, k in zip("ABC", kinds, strict=True)]
    assert resolve(xs, tiny_actors, tiny_places).entity(xs[0].report.id, 0).kind == "ArmedGroup"


def test_the_outlet_is_an_actor(draft, tiny_actors, tiny_places):
    x = told(draft, "Harbour Post", "Person", "Mara Lindqvist")
    assert resolve([x], tiny_actors, tiny_places).publishers == {x.report.id: "actor/harbour-post"}
