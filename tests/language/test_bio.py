import numpy as np
import pytest

from kg.language.bio import BioDecoder

TAGS = ["O", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
CASES = [
    (["O", "B-ORG", "I-ORG", "O"], [(1, 3, "ORG")]),
    (["B-LOC", "B-LOC", "I-LOC"], [(0, 1, "LOC"), (1, 3, "LOC")]),
    (["B-ORG", "I-LOC"], [(0, 2, "LOC")]),
    ([], []),
]


@pytest.mark.parametrize(("best", "spans"), CASES)
def test_spans(best: list[str], spans: list[tuple[int, int, str]]) -> None:
    """The third case: an I must follow its own kind, so the likelier second word decides both."""
    scores = np.full((len(best), len(TAGS)), -5.0)
    for i, tag in enumerate(best):
        scores[i, TAGS.index(tag)] = -0.1 - (i == 0)
    scores[:1, TAGS.index("B-LOC")] += 2
    scores[:1, TAGS.index("O")] += 0
    assert BioDecoder(TAGS)(scores) == spans
