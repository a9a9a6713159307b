"""Background is marked with its source, and comes only for what reports name."""
from kg.graph import assemble
from kg.graph.background import background, closure
from kg.graph.terms import DERIVED, kg, term
from kg.resolution import resolve


def told(draft, *places):
    x = draft("Talks in " + " and ".join(places) + ".")
    for place in places:
        x.entity("Place", place)
    return x.done()


def about(x):
    paths = {path for node in resolve([x]).nodes.values() if node.known for path in closure(node.path)}
    return [triple for path in sorted(paths) for triple in background(path, "x:")]


def test_a_known_place_with_its_hierarchy_and_point(draft):
    found = about(told(draft, "Nairobi"))
    nodes = {t.subject.value for t in found if t.predicate == DERIVED}
    within = {t.subject.value: t.object.value for t in found if t.predicate == kg("within")}
    start = next(n for n in nodes if n.startswith("x:place/nairobi-ke"))
    chain = [start]
    while chain[-1] in within:
        chain.append(within[chain[-1]])
    assert chain[-1] == "x:place/kenya" and set(chain) <= nodes
    lat = {t.subject.value: float(t.object.value) for t in found if t.predicate == term("wgs:lat")}
    assert -1.5 < lat[start] < -1.0  # Nairobi lies at 1.29 degrees south


def test_each_triple_comes_once(draft):
    found = about(told(draft, "Nairobi", "Kenya"))
    assert len(found) == len(set(found))


def test_an_unknown_place_has_no_background(draft):
    assert not about(told(draft, "Quillbrook Hollow"))


def test_a_known_actor_with_what_it_is_part_of(draft):
    x = draft("The Amaq agency wrote.")
    x.entity("MediaOutlet", "Amaq", known="amaq")
    x = x.done()
    found = set(assemble([x], resolve([x])))
    parts = {(t.subject.value.rsplit("/", 1)[-1], t.object.value.rsplit("/", 1)[-1]) for t in found
             if t.predicate == kg("partOf")}
    derived = {t.subject.value.rsplit("/", 1)[-1] for t in found if t.predicate == DERIVED}
    assert ("amaq", "islamic-state") in parts and {"amaq", "islamic-state"} <= derived
