"""The whole of assembly: every edge has its claim, every mention its words, and nothing depends on order."""
from itertools import permutations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.graph import assemble
from kg.graph.terms import KG, RDF_TYPE, kg, term
from kg.resolution import resolve

BODY = ("Two bombs killed at least 30 people in Miro, Ostland, on Monday, the Harbour Watch said. The Red Banner"
        " claimed the blasts through its Pennant agency. Mayor Ada Brandt called them “a black day”. Ostland blamed"
        " Westland, which denied it. A third attack was foiled.")


@pytest.fixture
def report(draft):
    x = draft(BODY, url="https://example.org/a b", title="Two bombs")
    miro, land = x.entity("Place", "Miro"), x.entity("Place", "Ostland")
    watch = x.entity("MonitoringGroup", "Harbour Watch")
    banner = x.entity("ArmedGroup", "Red Banner", known="red-banner")
    pennant, mayor = x.entity("MediaOutlet", "Pennant"), x.entity("Person", "Ada Brandt")
    state = x.entity("State", "Ostland", "Ostland blamed", known="ostland")
    rival, bomb = x.entity("State", "Westland"), x.entity("Weapon", "bomb", "bombs")
    x.entity("PeopleGroup", "people", generic=True)
    blasts = x.event("Bombing", "bombs", "2019-03-04", count=2)
    said, foiled = x.event("Statement", "called"), x.event("Attack", "A third attack", modality="planned")
    x.argument(blasts, "place", miro, "in Miro"), x.argument(blasts, "weapon", bomb, "bombs")
    x.argument(foiled, "subEventOf", blasts, "A third attack")
    x.figure(blasts, "at least 30", 30, bound="atLeast", by=watch)
    x.blame(blasts, banner, "claims", "claimed", by=banner, via=pennant)
    x.blame(blasts, rival, "blames", "blamed", by=state), x.blame(blasts, rival, "denies", "denied", by=rival)
    x.statement(said, mayor, "called them", about=(blasts,), quotes=("a black day",))
    x.relation(miro, "within", land, "Miro, Ostland"), x.relation(pennant, "partOf", banner, "its Pennant agency")
    return x.done()


@pytest.fixture
def graph(report, tiny_actors, tiny_places):
    return set(assemble([report], resolve([report], tiny_actors, tiny_places)))


def subjects(graph, predicate, value):
    return {t.subject for t in graph if t.predicate == predicate and t.object == value}


def objects(graph, subject, predicate):
    return {t.object for t in graph if t.subject == subject and t.predicate == predicate}


def of(graph, kind):
    return subjects(graph, RDF_TYPE, kg(kind))


EDGES = ("place", "agent", "target", "victim", "weapon", "method", "date", "subEventOf", "speaker", "affiliation",
         "quote", "leads", "memberOf", "partOf", "speaksFor", "allyOf", "rivalOf", "adherentOf", "basedIn",
         "hasFacilityIn", "capitalOf", "within")


def test_every_edge_has_its_claim(graph):
    claimed = {tuple(next(iter(objects(graph, c, term(f"rdf:{p}")))) for p in ("subject", "predicate", "object"))
               for c in of(graph, "RelationClaim")}
    edges = {(t.subject, t.predicate, t.object) for t in graph if t.predicate in {kg(e) for e in EDGES}}
    assert edges and edges <= claimed


def test_every_claim_has_words_and_a_report(graph):
    claims = {c for kind in ("RelationClaim", "FigureClaim", "ResponsibilityClaim") for c in of(graph, kind)}
    assert len(claims) == 13
    assert all(objects(graph, c, kg("evidence")) and objects(graph, c, kg("reportedIn")) for c in claims)


def test_mentions_quote_the_report(graph):
    mentions = of(graph, "Mention")
    for m in mentions:
        begin, end = (int(next(iter(objects(graph, m, term(f"nif:{p}Index")))).value) for p in ("begin", "end"))
        assert m.value.endswith(f"#char={begin},{end}")
        assert objects(graph, m, term("nif:anchorOf")) == {Literal(BODY[begin:end])}
        assert objects(graph, m, kg("sentence")) or BODY[end - 1] == "."
    assert {t.object for t in graph if t.predicate == kg("evidence")} <= mentions


def test_who_it_is_attributed_to(graph):
    named = {t.object.value.rsplit("/", 1)[-1] for t in graph if t.predicate == kg("attributedTo")}
    assert named == {"red-banner"}  # Westland denied it


def test_a_planned_event_is_no_attack(graph):
    (planned,) = subjects(graph, kg("modality"), kg("planned"))
    assert objects(graph, planned, RDF_TYPE) == {kg("Event")}
    assert objects(graph, planned, kg("eventType")) == {kg("Attack")}


def test_a_figure_as_printed(graph):
    (figure,) = of(graph, "FigureClaim")
    names = ("figure", "lower", "upper", "bound", "measure")
    values = {p: {o.value for o in objects(graph, figure, kg(p))} for p in names}
    assert values == {"figure": {"30"}, "lower": {"30"}, "upper": set(), "bound": {KG + "atLeast"},
                      "measure": {KG + "killed"}}


def test_who_claims_through_whom(graph):
    (claim,) = subjects(graph, kg("stance"), kg("claims"))
    assert {v.value.rsplit("/", 1)[-1] for v in objects(graph, claim, kg("via"))} == {"pennant"}
    assert objects(graph, claim, kg("claimedBy")) == objects(graph, claim, kg("responsible"))


def test_descriptions_of_which_nothing_is_said_are_left_out(graph):
    assert not [t for t in graph if t.predicate == term("rdfs:label") and t.object == Literal("people")]


def test_an_address_that_is_no_iri_stays_text(graph):
    assert {t.object for t in graph if t.predicate == term("dct:source")} == {Literal("https://example.org/a b")}


def test_no_blank_nodes(graph):
    assert not [t for t in graph if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]


def test_the_base_can_be_set(report, tiny_actors, tiny_places):
    own = "https://example.org/kg/"
    triples = set(assemble([report], resolve([report], tiny_actors, tiny_places), own))
    ours = [t for t in triples if isinstance(t.subject, NamedNode) and not t.subject.value.startswith((own, KG))]
    assert triples and not ours


def test_order_and_repeats_make_no_difference(draft, report, tiny_actors, tiny_places):
    other = draft("A blast killed 25 in Miro.", "B")
    event = other.event("Bombing", "A blast", "2019-03-04")
    other.argument(event, "place", other.entity("Place", "Miro"), "Miro")
    other.figure(event, "25", 25)
    xs = [report, other.done()]
    graphs = [frozenset(assemble(o, resolve(o, tiny_actors, tiny_places)))
              for o in (*map(list, permutations(xs)), [*xs, xs[0]])]
    assert len(set(graphs)) == 1
    notes = [t.object.value for t in graphs[0] if t.predicate == term("skos:note")]
    assert len(notes) == 2 and any("the same place miro-ol" in n for n in notes)


def test_a_span_outside_the_report_raises(report, tiny_actors, tiny_places):
    from dataclasses import replace

    from kg.records import Span
    broken = replace(report, events=(replace(report.events[0], triggers=(Span(9000, 9009),)), *report.events[1:]))
    with pytest.raises(ValueError, match="9000,9009"):
        list(assemble([broken], resolve([broken], tiny_actors, tiny_places)))
