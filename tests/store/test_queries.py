"""What each shipped question answers on the hand-written graph, asked of Oxigraph and of rdflib."""

import pytest
import rdflib

from kg.store import Graph
from kg.store.questions import shipped

Cell = str | int | float | bool | None
Case = tuple[str, dict[str, str], tuple[str, ...], set[tuple[Cell, ...]]]

CASES: tuple[Case, ...] = (
    ("deaths-by-source", {}, ("who", "figure", "bound", "counts", "replaced"), {
        ("St Ada Hospital", 12, "exact", None, False), ("Marell Monitor", 19, "atLeast", None, True),
        ("Marell Monitor", 23, "atLeast", None, False), ("Marell Monitor", 3, "exact", "children", False)}),
    ("deaths-by-source", {"measure": "wounded", "event": "attack on the port"}, ("what", "lower", "outlet"), {
        ("shooting on the quay", 24, "Harbour Post")}),
    ("deaths-by-source", {"source": "St Ada Hospital"}, ("figure",), {(12,)}),
    ("who-claims-what", {}, ("who", "through", "says", "responsible"), {
        ("Red Dawn", "Dawn Channel", "claims", "Red Dawn"),
        ("Coast Guard Union", None, "denies", "Coast Guard Union")}),
    ("responsibility", {"actor": "RD"}, ("what", "stance", "claims"), {("attack on the port", "claims", 1)}),
    ("contradictions", {}, ("matter", "one", "says", "other", "answers"), {
        ("killed", "St Ada Hospital", "12", "Marell Monitor", "23")}),
    ("contradictions", {"measure": "wounded"}, ("what",), set()),
    ("findings", {"event": "attack on the port"}, ("what", "says"), {
        ("Contradiction", "St Ada Hospital says 12 killed, Marell Monitor at least 23.")}),
    ("findings", {"kind": "UnitMismatch"}, ("says",), set()),
    ("parts-of-an-event", {"event": "attack on the port"}, ("part", "kind", "count", "where", "with", "when"), {
        ("blast at the gate", "Bombing", 1, "ferry terminal", "", None),
        ("shooting on the quay", "ArmedAttack", None, "", "rifle", "minutes later")}),
    ("timeline", {}, ("when", "what", "by"), {
        ("2029", "offensive of 2029", "Coast Guard Union"), ("2031-03-04", "attack on the port", "Red Dawn")}),
    ("timeline", {"place": "Marell"}, ("what",), {("attack on the port",)}),
    ("timeline", {"place": "Orland", "actor": "Coast Guard Union"}, ("what",), {("offensive of 2029",)}),
    ("actors-by-cooccurrence", {"actor": "Red Dawn"}, ("one", "other", "events"), {
        ("Coast Guard Union", "Red Dawn", 1)}),
    ("everything-one-source-says", {"source": "Marell Monitor"}, ("matter", "says", "words"), {
        ("killed", "atLeast 19", "at least 19"), ("killed", "atLeast 23", "at least 23"),
        ("killed", "exact 3", "three children"), ("place", "Marell", "at least 23")}),
    ("what-leads-back-to-this-sentence", {"words": "KILLED 12"}, ("evidence", "kind", "says"), {
        ("attack", "Event", None), ("attack", "RelationClaim", "place Marell"),
        ("attack", "RelationClaim", "date 2031-03-04"), ("attack", "RelationClaim", "target ferry terminal"),
        ("attack", "RelationClaim", "weapon car bomb"), ("12 people", "FigureClaim", "killed 12"),
        ("at least 19", "FigureClaim", "killed 19")}),
    ("statements-and-quotes", {"speaker": "Interior Ministry"}, ("who", "for", "kind", "about", "quote"), {
        ("Ines Vale", "Interior Ministry of Orland", "Condemnation", "attack on the port", "a cowardly act")}),
    ("attacks-by-place", {}, ("where", "level", "attacks"), {
        ("Marell", "city", 1), ("Orland", "country", 1), ("ferry terminal", "facility", 1)}),
    ("attacks-by-place", {"kind": "Offensive"}, ("where", "attacks"), {("Orland", 1)}),
    ("weapons", {"weapon": "rifle"}, ("with", "events", "example"), {("rifle", 1, "shooting on the quay")}),
    ("relations-of-an-actor", {"actor": "Ines Vale"}, ("one", "relation", "other", "claims"), {
        ("Ines Vale", "speaksFor", "Interior Ministry of Orland", 1)}),
    ("toll-over-time", {}, ("when", "who", "lower", "replaces"), {
        ("2031-03-04", "St Ada Hospital", 12, None), ("2031-03-05", "Marell Monitor", 19, None),
        ("2031-03-07", "Marell Monitor", 3, None), ("2031-03-07", "Marell Monitor", 23, 19)}),
    ("planned-or-denied", {}, ("how", "what", "kind", "where"), {
        ("planned", "planned talks", "Negotiation", "Marell")}),
    ("planned-or-denied", {"modality": "denied"}, ("what",), set()),
    ("unresolved-dates", {}, ("words", "what"), {("minutes later", "shooting on the quay")}),
    ("reports", {"outlet": "Northern Wire"}, ("issued", "title", "events", "claims"), {
        ("2031-03-07", "Marell toll rises", 3, 10)}),
)  # fmt: skip


@pytest.mark.parametrize(("name", "parameters", "columns", "rows"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_the_answer(harbour: Graph, name: str, parameters: dict[str, str], columns: tuple[str, ...],
                    rows: set[tuple[Cell, ...]]) -> None:  # fmt: skip
    found = harbour.query(name, **parameters)
    assert {tuple(row[c] for c in columns) for row in found.dicts()} == rows


def test_the_graph_of_an_event_holds_its_parts_claims_and_words(harbour: Graph) -> None:
    found = Graph.of(harbour.query("graph-of-an-event", event="attack on the port").triples)
    assert {e.label for e in found.events()} == {"attack on the port", "blast at the gate", "shooting on the quay"}
    assert {c.iri for c in found.claims()} < {c.iri for c in harbour.claims()}
    assert found.query('ASK { ?m nif:anchorOf "dozens" }')


@pytest.fixture(scope="session")
def in_rdflib(harbour: Graph) -> rdflib.Graph:
    return harbour.to_rdflib()


@pytest.mark.parametrize("name", [q.name for q in shipped()])
def test_rdflib_gives_as_many_rows(harbour: Graph, in_rdflib: rdflib.Graph, name: str) -> None:
    text = next(q.text for q in shipped() if q.name == name)
    assert len(list(in_rdflib.query(text))) == len(harbour.query(name))
