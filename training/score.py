"""Counting what a pipeline gets right: tags, parse, sentences and entities of one document after another."""
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from training.corpora import chunks

Record = dict[str, Any]
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "appos", "acl:relcl", "advcl")
NAMES = ("PERSON", "ORG", "LOC")


def paragraphs(documents: Iterable[Sequence[Record]]) -> Iterator[list[Record]]:
    """The paragraphs of documents, as lists of sentences."""
    for document in documents:
        paragraph: list[Record] = []
        for sentence in document:
            if sentence["o"] and paragraph:
                yield paragraph
                paragraph = []
            paragraph.append(sentence)
        yield paragraph


def read(nlp: Language, paragraph: Sequence[Record], upper: bool) -> Doc:
    """A paragraph with its gold words through every component of `nlp` but the tokenizer."""
    words = [word.upper() if upper else word for sentence in paragraph for word in sentence["w"]]
    spaces = [space for s in paragraph for space in [*s["sp"][:-1], True]]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def syntax(counts: Counter[str], doc: Doc, paragraph: Sequence[Record]) -> None:
    """Add a paragraph's tags, arcs and sentences to `counts`. Punctuation does not count among the arcs."""
    offset = 0
    for sentence in paragraph:
        counts["starts_gold"] += 1
        counts["starts_right"] += bool(doc[offset].is_sent_start)
        for i, head in enumerate(sentence["h"]):
            token = doc[offset + i]
            counts["words"] += 1
            counts["upos"] += token.pos_ == sentence["u"][i]
            counts["xpos"] += token.tag_ == sentence["x"][i]
            gold = offset + (head if head >= 0 else i)
            _arc(counts, token.head.i == gold, token.dep_, sentence["d"][i])
        offset += len(sentence["w"])
    counts["starts_found"] += sum(bool(token.is_sent_start) for token in doc)


def _arc(counts: Counter[str], attached: bool, found: str, gold: str) -> None:
    right = attached and found == gold
    counts[f"{gold}_gold"] += 1
    counts[f"{found}_found"] += 1
    counts[f"{gold}_right"] += right
    if gold != "punct":
        counts["arcs"] += 1
        counts["uas"] += attached
        counts["las"] += right


def entities(counts: Counter[str], doc: Doc, paragraph: Sequence[Record]) -> None:
    """Add a paragraph's entities. A FAC counts as the LOC that the corpora call it; tokens that a corpus is silent on
    take no part."""
    gold_tags = [tag for sentence in paragraph for tag in sentence["n"]]
    silent = {i for i, tag in enumerate(gold_tags) if tag == "?"}
    gold = {(first, last, _folded(label)) for first, last, label in chunks(gold_tags)}
    found = {(ent.start, ent.end, _folded(ent.label_)) for ent in doc.ents}
    found = {(a, b, label) for a, b, label in found if not silent & set(range(a, b))}
    for name, spans in (("gold", gold), ("found", found), ("right", gold & found)):
        counts.update(f"{label}_{name}" for _, _, label in spans)
        counts[f"names_{name}"] += sum(label in NAMES for _, _, label in spans)


def _folded(label: str) -> str:
    return {"FAC": "LOC", "GPE": "LOC"}.get(label, label)


def f_score(counts: Counter[str], name: str) -> float:
    """F in per cent, from the counts NAME_gold, NAME_found and NAME_right."""
    return 200 * counts[f"{name}_right"] / max(1, counts[f"{name}_gold"] + counts[f"{name}_found"])


def share(counts: Counter[str], part: str, whole: str) -> float:
    """Per cent."""
    return 100 * counts[part] / max(1, counts[whole])
