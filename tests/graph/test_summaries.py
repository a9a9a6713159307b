"""Figures summed up under a rule, with the claims that the answer rests on."""
import pytest
from pyoxigraph import NamedNode

from kg.graph.claim import Claim
from kg.graph.rules import from_event
from kg.graph.setting import POLICIES, Setting
from kg.graph.terms import BASE, DERIVED, integer, kg

EVENT = NamedNode("x:event")


def figure(low, high=None, printed=None, by="x:watch", day="2019-03-04", report="a", measure="killed", group=None):
    content = [(kg("about"), EVENT), (kg("measure"), kg(measure)), (kg("lower"), integer(low))]
    content += [(kg("upper"), integer(high))] * (high is not None) + [(kg("figure"), integer(printed))] * bool(printed)
    content += [(kg("victimGroup"), NamedNode(group))] if group else []
    return Claim("FigureClaim", tuple(content), NamedNode(f"{BASE}report/{report}"), NamedNode(by), (), published=day)


WATCH, STATE = figure(148, 148, 148), figure(78, 78, 78, "x:state", report="b")
OPEN, DOZENS = figure(80, None, 80, "x:medics", "2019-03-05", "c"), figure(24, None, None, "x:crowd", report="d")
PRINT = figure(148, 148, 148, "x:other", report="a2")
CASES = [
    ("range", [WATCH, STATE], (78, 148, None), 2),
    ("range", [WATCH, STATE, OPEN], (78, 148, None), 3),
    ("range", [STATE, OPEN], (78, None, None), 2),  # the open one may be higher than any number that is told
    ("conservative", [WATCH, STATE], (78, 78, 78), 1),
    ("conservative", [WATCH, DOZENS], (24, None, 24), 1),
    ("best-low-high", [WATCH, STATE], (78, 148, 78), 2),
    ("best-low-high", [WATCH, STATE, figure(148, 148, 148, "x:medics", report="e")], (78, 148, 148), 3),
    ("best-low-high", [WATCH, STATE, PRINT], (78, 148, 78), 3),  # a reprint does not count twice
    ("latest", [WATCH, STATE, OPEN], (80, None, 80), 1),
    ("range", [WATCH, figure(160, 160, 160, day="2019-03-06", report="f")], (160, 160, None), 1),  # its own later one
    ("range", [WATCH, figure(3, 3, 3, report="g", group="x:children")], (148, 148, None), 1),
]


def summary(claims, *policies, origins=None):
    return list(from_event(EVENT, claims, Setting(BASE, origins or {}, policies)))


@pytest.mark.parametrize(("policy", "claims", "wanted", "rests_on"), CASES)
def test_policies(policy, claims, wanted, rests_on):
    for order in (claims, claims[::-1]):
        found = summary(order, policy, origins={"report/a2": "report/a"})
        values = {t.predicate.value.rsplit("#")[-1]: t.object.value for t in found if "summary/" in t.subject.value}
        assert tuple(int(values[n]) if n in values else None for n in ("lower", "upper", "best")) == wanted
        assert len([t for t in found if t.predicate == DERIVED]) == rests_on


def test_each_measure_and_policy_has_its_own():
    found = summary([WATCH, figure(9, 9, 9, measure="wounded")], *POLICIES)
    assert len({t.subject for t in found if t.predicate == kg("policy")}) == 8


def test_a_policy_that_there_is_not_is_named():
    with pytest.raises(ValueError, match="no policy 'highest'"):
        Setting(policies=("highest",))
