"""The made-up corpus is always the same, and its measure is right on what can be counted by hand."""
import pytest

from benchmarks.synthetic.bcubed import bcubed
from benchmarks.synthetic.measure import identity
from benchmarks.synthetic.reports import corpus


@pytest.mark.parametrize(("truth", "found", "precision", "recall"), [
    ("aabb", "xxyy", 1.0, 1.0), ("aabb", "xxxx", 0.5, 1.0), ("aabb", "wxyz", 1.0, 0.5),
    ("aab", "xyy", 2 / 3, 2 / 3), ("", "", 0.0, 0.0)])
def test_bcubed(truth, found, precision, recall):
    score = bcubed(dict(enumerate(truth)), dict(enumerate(found)))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_the_corpus_is_always_the_same():
    one, other = ([t.extraction for t in corpus(60)] for _ in range(2))
    assert one == other and len({x.report.id for x in one}) == 60
    assert all(s.end <= len(x.report.body) for x in one for e in x.events for s in e.triggers)


def test_identity_holds_on_a_small_corpus():
    scores = identity(list(corpus(500)))
    assert scores["events"].f1 > 0.95 and scores["actors"].f1 > 0.98
    assert scores["places"].f1 > 0.98 and scores["origins"].f1 > 0.98
