"""Names that the lexicon lacks, across reports: what joins, what stays apart, and why."""
from itertools import permutations

import pytest

from kg.resolution import resolve

OSTLAND, WESTLAND = "Ostland", "Westland"


def told(draft, outlet, name, kind="ArmedGroup", land=OSTLAND, also=(), leads=""):
    """A report that names one actor, the first entity, and a country."""
    report = draft(f"{name} was seen in {land or 'the hills'} by {leads or 'no one'}.", outlet)
    actor = report.entity(kind, name, also=also)
    if land:
        report.entity("Place", land)
    if leads:
        report.relation(actor, "leads", report.entity("ArmedGroup", leads), name)
    return report.done()


def resolved(xs, actors, places):
    found = resolve(xs, actors, places)
    return found, [found.entity(x.report.id, 0).path for x in xs]


SAME = {
    "another spelling": [("Kataib Tartous", {}), ("Kata'ib Tartus", {})],
    "an acronym that one writes out": [("Harbour Defence Units", {"also": ("HDU",)}), ("HDU", {})],
    "another name that one gives": [("Harbour Defence Units", {"also": ("Martyrs of Miro",)}), ("Martyrs of Miro", {})],
    "a person in one country": [("Karim Nouri", {"kind": "Person"}), ("Kareem Noori", {"kind": "Person"})],
    "a person of one group abroad": [("Jon Varga", {"kind": "Person", "leads": "Harbour Guard"}),
                                     ("Jon Varga", {"kind": "Person", "leads": "Harbour Guard", "land": WESTLAND})],
    "a person whose country is open": [("Jon Varga", {"kind": "Person"}),
                                       ("Jon Varga", {"kind": "Person", "land": ""})],
}
OTHER = {
    "North and South": [("North Miro Front", {}), ("South Miro Front", {})],
    "a numbered unit": [("3rd Harbour Brigade", {}), ("4th Harbour Brigade", {})],
    "two of one name": [("Mohammed Ali", {"kind": "Person"}), ("Mohammed Ali", {"kind": "Person", "land": WESTLAND})],
    "an acronym that none writes out": [("Harbour Defence Units", {}), ("HDU", {})],
    "an acronym of elsewhere": [("Harbour Defence Units", {"also": ("HDU",)}), ("HDU", {"land": WESTLAND})],
    "short names that sound alike": [("Kami", {}), ("Kamy", {})],
}


@pytest.mark.parametrize("name", SAME)
def test_one_actor(draft, tiny_actors, tiny_places, name):
    xs = [told(draft, outlet, who, **more) for outlet, (who, more) in zip("AB", SAME[name], strict=True)]
    found, (a, b) = resolved(xs, tiny_actors, tiny_places)
    assert a == b and all(found.entities[x.report.id, 0].reason for x in xs)


@pytest.mark.parametrize("name", OTHER)
def test_two_actors(draft, tiny_actors, tiny_places, name):
    xs = [told(draft, outlet, who, **more) for outlet, (who, more) in zip("AB", OTHER[name], strict=True)]
    _, (a, b) = resolved(xs, tiny_actors, tiny_places)
    assert a != b


def test_an_acronym_that_two_write_out_goes_to_neither(draft, tiny_actors, tiny_places):
    xs = [told(draft, "A", "Harbour Defence Units", also=("HDU",)), told(draft, "B", "Holt Democratic Union",
          also=("HDU",)), told(draft, "C", "HDU")]
    _, paths = resolved(xs, tiny_actors, tiny_places)
    assert len(set(paths)) == 3


def test_reasons_are_in_words(draft, tiny_actors, tiny_places):
    xs = [told(draft, "A", "Harbour Defence Units", also=("HDU",)), told(draft, "B", "HDU")]
    found, _ = resolved(xs, tiny_actors, tiny_places)
    decision = found.entities[xs[1].report.id, 0]
    assert decision.reason == "reports write 'HDU' out as 'Harbour Defence Units'" and 0 < decision.score < 1


def test_two_of_one_name_are_a_doubt(draft, tiny_actors, tiny_places):
    xs = [told(draft, "A", "Mohammed Ali", "Person"), told(draft, "B", "Mohamed Aly", "Person", WESTLAND)]
    found, _ = resolved(xs, tiny_actors, tiny_places)
    assert [d.reason for d in found.entity_doubts] == [
        "persons of one name, 'Mohamed Aly', in reports that share nothing"]


def test_an_unlisted_village_joins_in_both_spellings(draft, tiny_actors, tiny_places):
    def seen(outlet, name):
        report = draft(f"Shells fell on {name} in Ostland.", outlet)
        report.entity("Place", name), report.entity("Place", "Ostland")
        return report.done()
    xs = [seen("A", "Khirbet Tartous"), seen("B", "Khirbet Tartus"), seen("C", "Holt Tartus")]
    _, (a, b, c) = resolved(xs, tiny_actors, tiny_places)
    assert a == b != c


def test_order_makes_no_difference(draft, tiny_actors, tiny_places):
    xs = [told(draft, o, who, **more) for o, (who, more) in zip("ABC", [
        ("Harbour Defence Units", {"also": ("HDU",)}), ("HDU", {}), ("Harbour Defense Units", {"land": ""})],
        strict=True)]
    every = [resolve(order, tiny_actors, tiny_places) for order in permutations(xs)]
    assert all(r.entities == every[0].entities and r.nodes == every[0].nodes for r in every)
