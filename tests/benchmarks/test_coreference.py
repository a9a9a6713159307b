"""Measures of coreference on what can be counted by hand, and the reading of GUM's annotation."""
from pathlib import Path

import pytest

from benchmarks.coreference.compare import Found, links, matched, pairwise
from benchmarks.coreference.gum import document
from benchmarks.coreference.metrics import Cluster, b_cubed, ceaf, mentions, muc

GUM = """\
# newdoc id = made_up
# newpar
1	Ama	Ama	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-cf1-1,2-coref
2	Sarr	Sarr	PROPN	NNP	_	1	flat	_	Entity=1)
3	sold	sell	VERB	VBD	_	0	root	_	_
4	her	her	PRON	PRP$	_	5	nmod:poss	_	Entity=(2-object-new-cf2-2-sgl(1-person-giv-cf1-1-ana)
5	boat	boat	NOUN	NN	_	3	obj	_	Entity=2)

"""


def clusters(text: str) -> list[Cluster]:
    """"ab c" to {a, b} and {c}."""
    return [frozenset(part) for part in text.split()]


# found, gold; precision and recall in per cent of mentions, MUC, B-cubed, CEAF-e
CASES = [
    ("abc de", "abc de", (100, 100), (100, 100), (100, 100), (100, 100)),
    ("ab cde", "abc de", (100, 100), (100 * 2 / 3, 100 * 2 / 3), (100 * 11 / 15, 100 * 11 / 15), (80, 80)),
    ("abcd", "ab cd", (100, 100), (100 * 2 / 3, 100), (50, 100), (100 * 2 / 3, 100 / 3)),
    ("ab", "ab cd", (100, 50), (100, 50), (100, 50), (100, 50)),
    ("ax", "ab", (50, 50), (0, 0), (25, 25), (50, 50)),
    ("", "ab", (0, 0), (0, 0), (0, 0), (0, 0)),
]


@pytest.mark.parametrize(("found", "gold", "by_mention", "by_muc", "by_b", "by_ceaf"), CASES)
def test_measures(found, gold, by_mention, by_muc, by_b, by_ceaf):
    for measure, expected in ((mentions, by_mention), (muc, by_muc), (b_cubed, by_b), (ceaf, by_ceaf)):
        ratio = measure(clusters(found), clusters(gold))
        assert (ratio.precision, ratio.recall) == pytest.approx(expected), measure.__name__


def test_measures_do_not_pair_greedily():
    ratio = ceaf(clusters("abcd"), clusters("abx cdy"))
    assert ratio.right_found == pytest.approx(4 / 7)


def test_gum_is_read(tmp_path: Path):
    (tmp_path / "made_up.conllu").write_text(GUM, encoding="utf8")
    found = document(tmp_path / "made_up.conllu")
    assert [(m.begin, m.end, m.head, m.chain, m.kind, m.form) for m in sorted(found.mentions, key=lambda m: m.end)] == [
        (0, 2, 0, "1", "person", "name"), (3, 4, 3, "1", "person", "pronoun"), (3, 5, 4, "2", "object", "description")
    ]  # fmt: skip


def test_links_and_pairs(tmp_path: Path):
    (tmp_path / "made_up.conllu").write_text(GUM, encoding="utf8")
    gold = document(tmp_path / "made_up.conllu").mentions
    ours = [Found(0, 2, 7, "Person"), Found(3, 4, 7, "Person"), Found(4, 5, 7, "Vehicle"), Found(2, 3, 7, "Person")]
    pairs = matched(ours, gold)
    assert [pairs[m].chain if m in pairs else None for m in ours] == ["1", "1", "2", None]
    assert [(link.judged, link.right) for link in links(ours, pairs)] == [(True, True), (True, False), (False, False)]
    assert pairwise(ours, pairs) == (1, 3)
