"""One claim for each claimant and content within a report."""
import pytest

from kg.graph.claims import claims
from kg.graph.sheet import Sheet
from kg.resolution import resolve


def sheet(x, actors, places):
    return Sheet(x, resolve([x], actors, places))


@pytest.fixture
def report(draft):
    x = draft("The raid killed 12 in Miro, said the Watch. In Miro 12 died, it repeated. Twelve, said the Guild.")
    x.entity("Place", "Miro"), x.entity("Organisation", "the Watch"), x.entity("Organisation", "the Guild")
    x.event("ArmedAttack", "The raid", "2019-03-04")
    return x


def test_repeats_are_one_claim_with_several_stretches(report, tiny_actors, tiny_places):
    report.figure(0, "12 in Miro", 12, by=1), report.figure(0, "12 died", 12, by=1)
    found = [c for c in claims(sheet(report.done(), tiny_actors, tiny_places)) if c.kind == "FigureClaim"]
    assert [len(c.evidence) for c in found] == [2]


def test_two_claimants_are_two_claims(report, tiny_actors, tiny_places):
    report.figure(0, "12 in Miro", 12, by=1), report.figure(0, "Twelve", 12, by=2), report.figure(0, "12 died", 12)
    found = [c for c in claims(sheet(report.done(), tiny_actors, tiny_places)) if c.kind == "FigureClaim"]
    assert len(found) == 3 and len({c.iri("x:") for c in found}) == 3


def test_a_channel_named_once_holds_for_the_repeated_claim(report, tiny_actors, tiny_places):
    report.blame(0, 2, "claims", "said the Guild", by=2), report.blame(0, 2, "claims", "Twelve", by=2, via=1)
    (found,) = (c for c in claims(sheet(report.done(), tiny_actors, tiny_places)) if c.kind == "ResponsibilityClaim")
    assert len(found.via) == 1 and len(found.evidence) == 2


def test_an_unresolved_date_stays_words(draft, tiny_actors, tiny_places):
    from kg.records import Dating, Time
    x = draft("A raid on Monday.")
    x.event("ArmedAttack", "A raid")
    x.parts["datings"] = [Dating(0, Time("Monday"), (x.span("Monday"),))]
    (found,) = claims(sheet(x.done(), tiny_actors, tiny_places))
    assert [str(v.value) for _, v in found.content][1:] == ["https://w3id.org/conflict-kg/ontology#timeText", "Monday"]


def test_an_edge_from_a_node_to_itself_is_none(report, tiny_actors, tiny_places):
    report.argument(0, "subEventOf", 0, "The raid"), report.relation(1, "partOf", 1, "the Watch")
    found = claims(sheet(report.done(), tiny_actors, tiny_places))
    assert {c.content[1][1].value.rsplit("#")[-1] for c in found} == {"date"}
