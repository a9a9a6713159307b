"""What hangs on each token, remembered and not."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extraction.syntax.tree import below, settled, unsettled


@pytest.fixture
def doc(bare: Callable[..., Doc]) -> Doc:
    return bare("two men left", "nummod nsubj ROOT", "NUM NOUN VERB", (1, 2, 2))


@pytest.mark.parametrize("mended", [settled, unsettled])
def test_children_as_the_parse_has_them(doc: Doc, mended: Callable[[Doc], Doc]) -> None:
    assert [[c.text for c in below(t)] for t in mended(doc)] == [[], ["two"], ["men"]]


def test_another_document_is_read_anew(doc: Doc, bare: Callable[..., Doc]) -> None:
    settled(bare("he left town", "nsubj ROOT obj", "PRON VERB NOUN", (1, 1, 1)))
    assert [t.text for t in below(doc[2])] == ["men"]


def test_an_unsettled_document_may_change(doc: Doc) -> None:
    unsettled(settled(doc))
    doc[0].head = doc[2]
    assert [t.text for t in below(doc[2])] == ["two", "men"]
