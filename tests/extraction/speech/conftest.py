"""Parsed sentences for the tests of reported speech, from a file in CoNLL-U with entities in the ninth column."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab
_FILE = Path(__file__).with_name("parsed.conllu")


@pytest.fixture(scope="session")
def texts() -> dict[str, Doc]:
    """Each parsed text by its id."""
    blocks = (b for b in _FILE.read_text(encoding="utf-8").split("\n\n") if "# id = " in b)
    return {block.split("# id = ")[1].split("\n")[0]: _doc(block) for block in blocks}


def _doc(block: str) -> Doc:
    rows = [line.split("\t") for line in block.strip("\n").split("\n") if not line.startswith("#")]
    ids, words, lemmas, pos, tags, _, heads, deps, entities, misc = zip(*rows, strict=True)
    return Doc(
        VOCAB,
        words=[w.replace("\\n", "\n") for w in words],
        spaces=[m == "_" for m in misc],
        lemmas=[w.replace("\\n", "\n") for w in lemmas],
        pos=list(pos),
        tags=list(tags),
        heads=[int(h or 0) - 1 if h != "0" else int(i) - 1 for i, h in zip(ids, heads, strict=True)],
        deps=list(deps),
        ents=["O" if e == "_" else e for e in entities],
    )
