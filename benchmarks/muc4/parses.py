"""Parsed documents, kept in a file so that the extraction can be run again without the model's time."""
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin

from benchmarks.muc4.documents import Document
from kg.language import load

_ATTRIBUTES = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]


def parses(documents: Sequence[Document], kept: Path | None = None) -> Iterator[Doc]:
    """The annotated text of each document, in order.

    kept  a file that holds these documents' parses from an earlier run, or is to hold them; None: parse and keep none.
    Raises ValueError where the file holds the parses of other documents.
    """
    nlp = load()
    if kept is None or not kept.exists():
        found = nlp.pipe(d.report.body for d in documents)
        yield from found if kept is None else _written(list(found), kept)
        return
    docs = list(DocBin().from_bytes(kept.read_bytes()).get_docs(nlp.vocab))
    if [d.text for d in docs] != [d.report.body for d in documents]:
        raise ValueError(f"{kept} holds the parses of other documents")
    yield from docs


def _written(docs: list[Doc], path: Path) -> list[Doc]:
    path.write_bytes(DocBin(attrs=_ATTRIBUTES, docs=docs).to_bytes())
    return docs
