"""A later figure by the same claimant replaces the earlier one, and no other claimant's."""
import pytest
from pyoxigraph import NamedNode

from kg.graph.claim import Claim
from kg.graph.supersession import supersession
from kg.graph.terms import integer, kg

EVENT, OTHER = NamedNode("x:event"), NamedNode("x:other")


def figure(number, day, by="x:watch", event=EVENT, measure="killed", group=None, publisher=None):
    content = ((kg("about"), event), (kg("measure"), kg(measure)), (kg("lower"), integer(number)),
               *(((kg("victimGroup"), NamedNode(group)),) if group else ()))
    return Claim("FigureClaim", content, NamedNode("x:report"), NamedNode(by) if by else None, (),
                 published=day, publisher=NamedNode(publisher) if publisher else None)


CASES = [
    ("a later toll", [figure(10, "2019-03-04"), figure(12, "2019-03-05")], [(12, 10)]),
    ("the same toll again", [figure(10, "2019-03-04"), figure(10, "2019-03-05")], []),
    ("the day is the same", [figure(10, "2019-03-04"), figure(12, "2019-03-04")], []),
    ("another claimant", [figure(10, "2019-03-04"), figure(12, "2019-03-05", "x:state")], []),
    ("another event", [figure(10, "2019-03-04"), figure(12, "2019-03-05", event=OTHER)], []),
    ("another measure", [figure(10, "2019-03-04"), figure(12, "2019-03-05", measure="wounded")], []),
    ("another group", [figure(10, "2019-03-04"), figure(2, "2019-03-05", group="x:children")], []),
    ("three in turn",
     [figure(10, "2019-03-04"), figure(14, "2019-03-06"), figure(12, "2019-03-05")], [(12, 10), (14, 12)]),
    ("a repeated toll is replaced with its repetition",
     [figure(10, "2019-03-04"), figure(10, "2019-03-05"), figure(12, "2019-03-06")], [(12, 10), (12, 10)]),
    ("a later hour", [figure(10, "2019-03-04T08:00:00Z"), figure(12, "2019-03-04T09:30:00+00:00")], [(12, 10)]),
    ("hours in two zones", [figure(10, "2019-03-04T08:00:00Z"), figure(12, "2019-03-04T09:30:00+02:00")], [(10, 12)]),
    ("one hour is not known", [figure(10, "2019-03-04"), figure(12, "2019-03-04T09:30:00Z")], []),
    ("no date at all", [figure(10, "last week"), figure(12, "2019-03-04")], []),
    ("no day", [figure(10, ""), figure(12, "2019-03-05")], []),
    ("own voices of one outlet", [figure(10, "2019-03-04", "", publisher="x:post"),
                                  figure(12, "2019-03-05", "", publisher="x:post")], [(12, 10)]),
    ("own voices of two outlets", [figure(10, "2019-03-04", "", publisher="x:post"),
                                   figure(12, "2019-03-05", "", publisher="x:mail")], []),
]


@pytest.mark.parametrize(("name", "claims", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_supersession(name, claims, wanted):
    def lower(claim):
        return int(claim.get(kg("lower")).value)

    assert sorted((lower(a), lower(b)) for a, b in supersession(claims)) == sorted(wanted)
