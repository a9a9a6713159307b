import pytest

from kg.store import FigureClaim, Graph, Ref, RelationClaim, ResponsibilityClaim


def labels(refs: tuple[Ref, ...]) -> list[str]:
    return [str(r) for r in refs]


def test_an_event_has_its_arguments(harbour: Graph) -> None:
    event = next(e for e in harbour.events() if e.label == "attack on the port")
    assert (event.kind, event.modality, event.date, event.time_text) == ("Bombing", "asserted", "2031-03-04", "Tuesday")
    assert (event.begin, event.end) == ("2031-03-04T00:00:00Z", "2031-03-05T00:00:00Z")
    arguments = (event.places, event.targets, event.weapons, event.attributed_to, event.agents)
    assert [labels(a) for a in arguments] == [["Marell"], ["ferry terminal"], ["car bomb"], ["Red Dawn"], []]


def test_a_planned_event_is_of_the_kind_it_would_be(harbour: Graph) -> None:
    event = next(e for e in harbour.events() if e.modality == "planned")
    assert (event.label, event.kind) == ("planned talks", "Negotiation")


def test_a_statement_has_speaker_topic_and_quotes(harbour: Graph) -> None:
    event = next(e for e in harbour.events() if e.speaker)
    assert (str(event.speaker), str(event.affiliation)) == ("Ines Vale", "Interior Ministry of Orland")
    assert (labels(event.about), event.quotes) == (["attack on the port"], ("a cowardly act",))


def test_a_part_knows_its_whole(harbour: Graph) -> None:
    parts = {e.label: (str(e.parent), e.count) for e in harbour.events() if e.parent}
    whole = "attack on the port"
    assert parts == {"blast at the gate": (whole, 1), "shooting on the quay": (whole, None)}


def test_actors_have_the_most_specific_kind_and_their_names(harbour: Graph) -> None:
    actors = {a.label: a for a in harbour.actors()}
    assert len(actors) == 11
    assert actors["Red Dawn"].kind == "ArmedGroup"
    assert actors["Red Dawn"].aliases == ("RD", "the Red Dawn movement")
    assert actors["Red Dawn"].same_as == ("http://www.wikidata.org/entity/Q1",)


def test_places_have_coordinates_and_a_parent(harbour: Graph) -> None:
    places = {p.label: p for p in harbour.places()}
    assert (places["Marell"].lat, places["Marell"].lon, str(places["Marell"].within)) == (12.5, -3.25, "Orland")
    assert (places["Orland"].lat, places["Orland"].within, places["Orland"].kind) == (None, None, "country")


def test_claims_come_in_three_shapes(harbour: Graph) -> None:
    claims = harbour.claims()
    counts = [sum(isinstance(c, k) for c in claims) for k in (FigureClaim, ResponsibilityClaim, RelationClaim)]
    assert counts == [5, 2, 18]
    assert sum(counts) == len(claims)


SAYS = {
    "f1": "killed: 12", "f2": "killed: at least 19", "f4": "killed: 3 (children)", "f5": "wounded: at least 24",
    "x1": "Red Dawn claims it", "x2": "Coast Guard Union denies it", "p1": "attack on the port place Marell",
    "p3": "attack on the port date 2031-03-04",
}  # fmt: skip


@pytest.mark.parametrize("name", SAYS)
def test_a_claim_says_its_content_in_a_line(harbour: Graph, name: str) -> None:
    assert [c.says for c in harbour.claims(f"claim:{name}")] == [SAYS[name]]


def test_a_figure_claim_has_its_limits_and_what_it_replaces(harbour: Graph) -> None:
    claim = harbour.claims("claim:f3")[0]
    assert isinstance(claim, FigureClaim)
    assert (claim.measure, claim.bound, claim.figure, claim.lower, claim.upper) == ("killed", "atLeast", 23, 23, None)
    assert [r.iri.rsplit("/", 1)[-1] for r in claim.supersedes] == ["f2"]
    assert (str(claim.claimant), claim.said_on, claim.reports[0].title) == (
        "Marell Monitor",
        "2031-03-07",
        "Marell toll rises",
    )


ABOUT = (
    ("RD", {"x1", "p6", "p12", "p17"}),  # claimed and claimant, rival, target, the channel's whole
    ("Dawn Channel", {"x1", "p17"}),
    ("children", {"f4"}),
    ("shooting on the quay", {"f5", "p5", "p15", "p16"}),
)


@pytest.mark.parametrize(("node", "names"), ABOUT)
def test_claims_about_a_node(harbour: Graph, node: str, names: set[str]) -> None:
    assert {c.iri.rsplit("/", 1)[-1] for c in harbour.claims(about=node)} == names


def test_claims_about_a_record(harbour: Graph) -> None:
    report = next(r for r in harbour.reports() if r.title == "Marell toll rises")
    assert {"f3", "f4", "x2"} <= {c.iri.rsplit("/", 1)[-1] for c in harbour.claims(about=report)}


def test_evidence_stands_in_its_sentence(harbour: Graph) -> None:
    (evidence,) = harbour.claims("claim:f2")[0].evidence
    assert evidence.sentence[evidence.at :].startswith(evidence.words)
    assert (evidence.words, evidence.begin, evidence.end) == ("at least 19", 55, 66)
    assert str(evidence.report.outlet) == "Harbour Post"


def test_a_mention_without_a_sentence_stands_alone(harbour: Graph) -> None:
    (evidence,) = harbour.claims("claim:x1")[0].evidence
    assert (evidence.words, evidence.sentence, evidence.at) == ("claimed", "", -1)
