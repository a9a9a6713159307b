"""What follows from claims, by the two tables."""
import pytest
from pyoxigraph import NamedNode

from kg.graph.claim import OBJECT, PREDICATE, SUBJECT, Claim
from kg.graph.rules import CLAIM_RULES, EVENT_RULES, from_claim, from_event
from kg.graph.terms import kg

EVENT = NamedNode("x:event")


def agent(who):
    content = ((SUBJECT, EVENT), (PREDICATE, kg("agent")), (OBJECT, NamedNode(who)))
    return Claim("RelationClaim", content, EVENT, None, ())


def stance(who, what):
    content = ((kg("about"), EVENT), (kg("responsible"), NamedNode(who)), (kg("stance"), kg(what)))
    return Claim("ResponsibilityClaim", content, EVENT, NamedNode("x:someone"), ())


CASES = [
    ([agent("x:a")], {"x:a"}),
    ([stance("x:a", "claims")], {"x:a"}),
    ([stance("x:a", "blames")], {"x:a"}),
    ([stance("x:a", "denies")], set()),
    ([stance("x:a", "blames"), stance("x:a", "denies")], set()),
    ([stance("x:a", "blames"), stance("x:b", "denies")], {"x:a"}),
    ([agent("x:a"), stance("x:a", "denies")], {"x:a"}),  # the report asserts it in its own voice
    ([agent("x:a"), stance("x:b", "claims")], {"x:a", "x:b"}),
]


@pytest.mark.parametrize(("claims", "wanted"), CASES)
def test_attributed_to(claims, wanted):
    found = {t.object.value for t in from_event(EVENT, claims) if t.predicate == kg("attributedTo")}
    assert found == wanted


def test_a_relation_claim_is_an_edge_and_no_other_claim_is():
    assert [(t.subject, t.predicate, t.object.value) for t in from_claim(agent("x:a"))] == [(EVENT, kg("agent"), "x:a")]
    assert not list(from_claim(stance("x:a", "claims")))


def test_the_tables_name_every_rule_and_say_what_it_does():
    rules = (*CLAIM_RULES, *EVENT_RULES)
    assert [r.name for r in rules] == ["edge", "attributedTo", "supersedes", "summaries"]
    assert all(r.derive.__doc__ for r in rules)
