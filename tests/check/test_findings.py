"""Findings: what the claims give away."""
import pytest

from kg.check.findings import finding_triples, findings
from kg.graph import assemble
from kg.graph.terms import RDF_TYPE, kg
from kg.resolution import resolve
from kg.store import Graph


def figures(draft, tiny_actors, tiny_places, *told):
    """The graph of a whole and two parts with (event, number, claimant, bound) figures."""
    x = draft("Blasts struck. One in Miro. Another in Brack. The Watch and the Guild counted children too: " +
              " ".join(str(n) for _, n, _, _ in told))
    x.entity("Organisation", "The Watch"), x.entity("Organisation", "the Guild")
    for words in ("Blasts", "One", "Another"):
        x.event("Bombing", words, "2019-03-04")
    x.argument(1, "subEventOf", 0, "One in Miro"), x.argument(2, "subEventOf", 0, "Another in Brack")
    for event, number, by, bound in told:
        low = number + 1 if bound == "moreThan" else number
        x.figure(event, str(number), number, bound=bound, low=low, by=by)
    x = x.done()
    return Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places)))


CASES = [
    ("two claimants apart", [(0, 100, 0, "exact"), (0, 60, 1, "exact")], ["Contradiction"]),
    ("the report against a claimant", [(0, 100, None, "moreThan"), (0, 60, 1, "exact")], ["Contradiction"]),
    ("ranges that meet", [(0, 100, 0, "atLeast"), (0, 120, 1, "exact")], []),
    ("one claimant", [(0, 100, 0, "exact"), (0, 60, 0, "exact")], []),
    ("two events", [(1, 100, 0, "exact"), (2, 60, 1, "exact")], []),
    ("parts that add up", [(0, 100, 0, "exact"), (1, 60, 0, "exact"), (2, 40, 0, "exact")], ["Finding"]),
    ("parts beyond the whole", [(0, 90, 0, "exact"), (1, 60, 0, "exact"), (2, 40, 0, "exact")], ["SumMismatch"]),
    ("parts short of the whole", [(0, 120, 0, "exact"), (1, 60, 0, "exact"), (2, 40, 0, "exact")], ["SumMismatch"]),
    ("parts of another claimant", [(0, 120, 1, "exact"), (1, 60, 0, "exact"), (2, 40, 0, "exact")], []),
    ("an open part", [(0, 120, 0, "exact"), (1, 60, 0, "atLeast"), (2, 40, 0, "exact")], []),
    ("parts by a source, the whole by the report",
     [(0, 100, None, "moreThan"), (1, 60, 0, "exact"), (2, 40, 0, "exact")], ["Finding"]),
    ("parts that come to another number", [(0, 110, None, "moreThan"), (1, 60, 0, "exact"), (2, 40, 0, "exact")], []),
    ("one part only", [(0, 120, 0, "exact"), (1, 60, 0, "exact")], []),
]


@pytest.mark.parametrize(("name", "told", "kinds"), CASES, ids=[c[0] for c in CASES])
def test_figures(draft, tiny_actors, tiny_places, name, told, kinds):
    assert [f.kind for f in findings(figures(draft, tiny_actors, tiny_places, *told))] == kinds


def test_a_contradiction_names_both_sides(draft, tiny_actors, tiny_places):
    (found,) = findings(figures(draft, tiny_actors, tiny_places, (0, 1100, 0, "exact"), (0, 60, None, "moreThan"),
                                (0, 61, 1, "exact")))
    assert str(found) == ("Blasts (2019-03-04): killed: 1,100 by The Watch against 61 by the Guild")
    assert len(found.concerns) == 2


def test_the_sum_is_spelt_out(draft, tiny_actors, tiny_places):
    (found,) = findings(figures(draft, tiny_actors, tiny_places, *CASES[5][1]))
    assert str(found) == "Blasts (2019-03-04): killed, by The Watch: 60 + 40 = 100, as said"
    assert len(found.concerns) == 3


@pytest.mark.parametrize(("counts", "wanted"), [
    ((7, 3, 4), ["Seven: 3 + 4 = 7, as said"]), ((7, 3, 3), []), ((7, None, 7), []), ((None, 3, 4), [])])
def test_the_parts_of_a_number_of_blasts(draft, tiny_actors, tiny_places, counts, wanted):
    x = draft("Seven blasts, three in Miro and four in Brack.")
    for words, count in zip(("Seven", "three", "four"), counts, strict=True):
        x.event("Bombing", words, count=count)
    x.argument(1, "subEventOf", 0, "three in Miro"), x.argument(2, "subEventOf", 0, "four in Brack")
    x = x.done()
    assert [str(f) for f in findings(Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places))))] == wanted


def test_a_replaced_figure_contradicts_nothing(draft, tiny_actors, tiny_places):
    x = draft("Blasts struck Miro. The Watch counted 10, later 12. The Guild counted 12 also.")
    x.entity("Organisation", "The Watch"), x.entity("Organisation", "The Guild")
    x.event("Bombing", "Blasts", "2019-03-04")
    x.figure(0, "10", 10, by=0, said="2019-03-04"), x.figure(0, "12", 12, by=0, said="2019-03-05")
    x.figure(0, "12 also", 12, by=1)
    x = x.done()
    assert not findings(Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places))))


def test_blame_and_denial(draft, tiny_actors, tiny_places):
    x = draft("Blasts struck. Ostland blamed Westland, which denied it.")
    x.entity("State", "Ostland"), x.entity("State", "Westland")
    x.event("Bombing", "Blasts", "2019-03-04")
    x.blame(0, 1, "blames", "blamed", by=0), x.blame(0, 1, "denies", "denied", by=1)
    x = x.done()
    (found,) = findings(Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places))))
    assert str(found) == "Blasts (2019-03-04): Westland is held responsible, and denies it" and len(found.concerns) == 2


def test_a_claim_and_its_denial(draft, tiny_actors, tiny_places):
    x = draft("Blasts struck. Westland claimed them. Later Westland denied it.")
    x.entity("State", "Westland")
    x.event("Bombing", "Blasts", "2019-03-04")
    x.blame(0, 0, "claims", "claimed", by=0), x.blame(0, 0, "denies", "denied", by=0)
    x = x.done()
    (found,) = findings(Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places))))
    assert str(found) == "Blasts (2019-03-04): Westland is said to claim it, and to deny it"


def test_a_part_in_the_same_report_contradicts_nothing(draft, tiny_actors, tiny_places):
    told = ((0, 100, 0, "exact"), (0, 60, 0, "exact"), (0, 61, 1, "exact"))  # the Watch's 60 are some of its 100
    (found,) = findings(figures(draft, tiny_actors, tiny_places, *told))
    assert str(found) == "Blasts (2019-03-04): killed: 100 by The Watch against 61 by the Guild"


def test_findings_as_triples_are_the_same_twice(draft, tiny_actors, tiny_places):
    x = draft("The town lies 60 miles (40 kilometers) north.").done()
    graph = Graph.of(assemble([x], resolve([x], tiny_actors, tiny_places)))
    once, twice = (set(finding_triples(graph, [x])) for _ in range(2))
    assert once == twice
    (finding,) = {t.subject for t in once if t.predicate == RDF_TYPE and t.object == kg("UnitMismatch")}
    (mention,) = {t.object for t in once if t.subject == finding and t.predicate == kg("concerns")}
    assert mention.value.endswith("#char=14,38")
