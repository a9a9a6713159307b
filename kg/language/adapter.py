"""Any other English spaCy pipeline, brought to UD relations, our entity labels and lines as sentences."""
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.language.cardinal import CARDINALS
from kg.language.consistency import CONSISTENCY
from kg.language.universal import SIGNS, universal

LINES, READING = "kg_lines", "kg_reading"
ENTITY_LABELS = {"PER": "PERSON", "GPE": "LOC", "LOCATION": "LOC", "ORGANIZATION": "ORG", "FACILITY": "FAC", "MISC": ""}
_ARTICLES = frozenset({"the", "a", "an"})


def adapt(name: str) -> Language:
    """The installed pipeline `name` (or at path `name`), with a component before and three after its own.

    Raises OSError where it is not installed, ValueError where it has no tagger or no parser.
    """
    nlp = spacy.load(name)
    assigned = {attribute for meta in map(nlp.get_pipe_meta, nlp.pipe_names) for attribute in meta.assigns}
    for needed in ("token.dep", "token.tag"):
        if needed not in assigned:
            raise ValueError(f"pipeline {name!r} does not set {needed}")
    nlp.add_pipe(LINES, first=True)
    nlp.add_pipe(READING, last=True)
    for ours in (CONSISTENCY, CARDINALS):
        if ours not in nlp.pipe_names:
            nlp.add_pipe(ours, last=True)
    return nlp


@Language.factory(LINES, assigns=["token.is_sent_start"])
def make_lines(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that runs before a pipeline's own, for spaCy."""
    return lines


@Language.factory(READING, requires=["token.dep", "token.tag"], assigns=["token.dep", "token.head", "doc.ents"])
def make_reading(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that runs after a pipeline's own, for spaCy."""
    return reading


def lines(doc: Doc) -> Doc:
    """A line break ends a sentence: the parser keeps to starts set before it."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def reading(doc: Doc) -> Doc:
    """UD relations where the Doc's are ClearNLP's, and our entity labels."""
    if any(token.dep_ in SIGNS for token in doc):
        arcs = universal(doc)
        rows: Any = np.zeros((len(doc), 2), np.uint64)
        for i, (head, label) in enumerate(zip(arcs.heads, arcs.labels, strict=True)):
            rows[i] = (doc.vocab.strings.add(label), np.int64(head - i).astype(np.uint64))
        doc.from_array(["DEP", "HEAD"], rows)
    doc.set_ents(list(_entities(doc)))
    return doc


def _entities(doc: Doc) -> Iterator[Span]:
    for ent in doc.ents:
        label = ENTITY_LABELS.get(ent.label_, ent.label_)
        first = ent.start + (len(ent) > 1 and ent[0].lower_ in _ARTICLES)
        if label:
            yield Span(doc, first, ent.end, label=label)
