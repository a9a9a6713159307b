import pytest

from kg.store import Graph


def test_an_event_is_explained_by_its_words_and_claims(harbour: Graph) -> None:
    (found,) = harbour.explain("attack on the port")
    assert (found.node.label, found.kind, [e.words for e in found.evidence]) == (
        "attack on the port",
        "Bombing",
        ["attack"],
    )
    assert [c.says for c in found.claims][:2] == ["killed: 12", "killed: at least 19"]
    assert len(found.claims) == 13


def test_claims_come_in_the_order_of_the_reports(harbour: Graph) -> None:
    dates = [c.evidence[0].report.issued for c in harbour.explain("attack on the port")[0].claims]
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("node", "says"),
    [
        ("claim:f3", ["killed: at least 23"]),
        ("St Ada Hospital", ["killed: 12"]),
        (
            "https://w3id.org/conflict-kg/id/report/2031-03-05-harbour-post-aaaaaaaaaaaa#char=130,136",
            ["wounded: at least 24"],
        ),
    ],
)
def test_claims_claimants_and_mentions_are_explained_too(harbour: Graph, node: str, says: list[str]) -> None:
    assert [c.says for c in harbour.explain(node)[0].claims] == says


def test_a_card_has_edges_both_ways_and_counts_claims(harbour: Graph) -> None:
    (card,) = harbour.card("Red Dawn")
    facts = {(f.name, str(f.value), f.inward) for f in card.facts}
    assert {
        ("altLabel", "RD", False),
        ("rivalOf", "Coast Guard Union", False),
        ("attributedTo", "attack on the port", True),
    } <= facts
    assert (card.kind, card.claims) == ("ArmedGroup", 4)
