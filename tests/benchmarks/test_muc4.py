"""From hand-made records to templates, and the weights that choose their fillers."""
from pathlib import Path

import pytest

from benchmarks.muc4.boosting import grown, summed
from benchmarks.muc4.candidates import candidates
from benchmarks.muc4.documents import Document
from benchmarks.muc4.filler_clues import filler_clues
from benchmarks.muc4.records import Filler, Incident, Mention, Node, Told
from benchmarks.muc4.regression import Example, fitted
from benchmarks.muc4.slots import distinct, individuals, owned, weapon, wording
from benchmarks.muc4.templates import templates
from benchmarks.muc4.weights import Weights, load_weights, save_weights
from kg.records import Report

TEXT = "Guerrillas of the Red Dawn Front shot a baker in Lima. The Blue Guard was not there."


def _node(kind: str, told: str) -> Node:
    begin = TEXT.find(told)
    mentions = (Mention(begin, begin + len(told), told),) if begin >= 0 else ()
    return Node(f"id:{told}", kind, told, frozenset({told}), mentions)


FRONT, GUARD = _node("ArmedGroup", "Red Dawn Front"), _node("ArmedGroup", "Blue Guard")
MEN, BAKER = _node("PeopleGroup", "Guerrillas of the Red Dawn Front"), _node("Person", "baker")
SHOT = Incident(
    "id:shot", "ArmedAttack", "asserted", ((TEXT.find("shot"), "shot"),),
    (Filler("agent", MEN, ((0, 38),)), Filler("victim", BAKER, ((0, 44),), sourced=True)),
    ("1990-02-01",), (("killed", 1),), frozenset({"peru"}),
)  # fmt: skip
TOLD = Told((SHOT,), (("peru", 1),), (MEN, FRONT, BAKER, GUARD), frozenset({(MEN.iri, "memberOf", FRONT.iri)}),
            sentences=(0, TEXT.find("The Blue")))  # fmt: skip
DOCUMENT = Document("D1", Report(TEXT, published="1990-02-02"), "peru")


def _template(weights: dict[str, dict[str, float]]) -> dict[str, object]:
    none: dict[str, dict[str, float]] = {slot: {"any": -9.0} for slot in ("perp_organizations", "targets", "victims")}
    (found,) = templates(DOCUMENT, TOLD, Weights(none | weights))
    return found


def test_a_filler_needs_its_weight() -> None:
    assert _template({})["victims"] == []
    assert _template({"victims": {"any": -9.0, "link=victim": 10.0}})["victims"] == ["baker"]
    assert _template({"perp_organizations": {"any": -9.0, "doer memberOf it": 10.0}})["perp_organizations"] == [
        "Red Dawn Front"
    ]


def test_what_is_not_learned_follows_the_rules() -> None:
    found = _template({})
    assert (found["type"], found["perp_individuals"], found["killed"]) == ("attack", ["Guerrillas"], 1)


def test_the_shipped_weights_find_the_victim_and_not_the_bystander() -> None:
    (found,) = templates(DOCUMENT, TOLD, load_weights())
    assert found["victims"] == ["baker"]
    assert "Blue Guard" not in found["perp_organizations"]


def test_only_fitting_kinds_are_candidates() -> None:
    found = {(c.slot, c.words) for c in candidates([SHOT], DOCUMENT, TOLD)}
    assert ("victims", "baker") in found
    assert ("perp_organizations", "Blue Guard") in found
    assert not {words for slot, words in found if slot == "targets"}


@pytest.mark.parametrize(
    ("node", "clue"),
    [
        (BAKER, "link=victim, by sources alone"),
        (BAKER, "gap=after,True"),
        (FRONT, "link=none"),
        (FRONT, "named in doer"),
        (FRONT, "doer memberOf it"),
        (GUARD, "gap=<2,False"),
        (GUARD, "before=the"),
    ],
)
def test_clues(node: Node, clue: str) -> None:
    assert clue in set(filler_clues(node, [SHOT], TOLD, TEXT))


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Red Dawn (RDF) urban guerrillas", "urban guerrillas"),
        ("rebels of the Red Dawn Front", "rebels"),
        ("members of the Red Dawn Front", "members of the Red Dawn Front"),
        ("two masked men", "two masked men"),
    ],
)
def test_fighters_stand_without_the_names_around_them(label: str, told: str) -> None:
    node = Node("id:x", "PeopleGroup", label, frozenset({label}), (Mention(0, len(label), label),))
    assert individuals(Filler("agent", node, ()), label) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Red Dawn Front (RDF) struck again. The RDF said so.", "RDF"),
        ("The Red Dawn Front struck, the Red Dawn Front said. The RDF fled.", "Red Dawn Front"),
        ("The Red Dawn Front (RDF) struck again.", "Red Dawn Front"),
    ],
)
def test_a_body_goes_by_the_acronym_that_opens_sentences(text: str, told: str) -> None:
    names = frozenset({"Red Dawn Front", "RDF", *(["The RDF"] if "The RDF" in text else ())})
    assert wording(Node("id:rdf", "ArmedGroup", "Red Dawn Front", names, ()), text) == told


@pytest.mark.parametrize(("told", "expected"), [("Dawn forces", ["Dawn forces"]), ("Armed Forces", [])])
def test_a_name_is_not_its_members(told: str, expected: list[str]) -> None:
    node = Node("id:x", "GovernmentBody", "Armed Forces", frozenset({told}), (Mention(0, len(told), told),))
    assert individuals(Filler("agent", node, ((0, 20),)), told) == expected


def test_one_noun_once() -> None:
    assert distinct(["two bakers", "baker", "mayor of Lima"]) == ["two bakers", "mayor of Lima"]


def test_regression_finds_what_decides_and_leaves_out_what_is_rare() -> None:
    examples = [Example(f"D{n}", frozenset({"any", "yes" if n % 2 else "no"}), bool(n % 2)) for n in range(40)]
    examples.append(Example("D1", frozenset({"any", "rare"}), True))
    weights = fitted(examples, 1.0)
    assert weights["yes"] > 0 > weights["no"]
    assert "rare" not in weights
    assert weights == fitted(list(reversed(examples)), 1.0)


def test_trees_find_what_decides() -> None:
    examples = [Example(f"D{n}", frozenset({"any", "yes" if n % 2 else "no"}), bool(n % 2)) for n in range(200)]
    trees = grown(examples)
    assert summed(trees, frozenset({"any", "yes"})) > 0 > summed(trees, frozenset({"any", "no"}))
    assert trees == grown(examples)


def test_weights_and_trees_say_half_each_and_survive_the_file(tmp_path: Path) -> None:
    tree = ["named", 40.0, ["struck", -40.0, 0.0]]
    save_weights(Weights({"victims": {"any": 0.0}}, {"victims": [tree]}), tmp_path / "weights.json")
    found = load_weights(tmp_path / "weights.json")
    clues = [frozenset({"any", *more}) for more in ((), ("named",), ("struck",))]
    assert [round(found.probability("victims", c), 3) for c in clues] == [0.5, 0.75, 0.25]


@pytest.mark.parametrize(
    ("told", "text", "words"),
    [
        ("office", "A bomb hit Judge Jan Alm's office.", "Judge Jan Alm's office"),
        ("office", "A bomb hit the judge's office.", "office"),
        ("buses", "They burned the Volta drivers' buses.", "buses"),
    ],
)
def test_the_owner_s_name_before_a_target_is_part_of_it(told: str, text: str, words: str) -> None:
    assert owned(told, text) == words


def test_shots_are_no_weapon() -> None:
    text = "He was killed by bullets."
    bullets = Node("id:bullet", "Concept", "bullet", frozenset({"bullet"}), (Mention(17, 24, "bullets"),))
    assert weapon(Filler("weapon", bullets, ((0, 25),)), text) == []
