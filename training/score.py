"""Counting what a pipeline gets right: tags, parse, sentences and entities document by document."""
from collections import Counter
from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from training.corpora import chunks

Record = dict[str, Any]
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "appos", "acl:relcl", "advcl")
NAMES = ("PERSON", "ORG", "LOC")


def read(nlp: Language, document: Sequence[Record], upper: bool) -> tuple[Doc, list[Token]]:
    """A document with its gold words, a line a paragraph, through every component of `nlp` but the tokenizer.

    Returns the Doc, and its tokens without the line breaks.
    """
    words: list[str] = []
    spaces: list[bool] = []
    for sentence in document:
        if sentence["o"] and words:
            words, spaces = [*words, "\n"], [*spaces[:-1], False, False]
        words += [word.upper() if upper else word for word in sentence["w"]]
        spaces += [*sentence["sp"][:-1], True]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc, [token for token in doc if token.text != "\n"]


def syntax(counts: Counter[str], tokens: Sequence[Token], document: Sequence[Record]) -> None:
    """Add a document's tags, arcs and sentences to `counts`. Punctuation does not count among the arcs."""
    offset = 0
    for sentence in document:
        counts["starts_gold"] += 1
        counts["starts_right"] += bool(tokens[offset].is_sent_start)
        for i, head in enumerate(sentence["h"]):
            token = tokens[offset + i]
            counts["words"] += 1
            counts["upos"] += token.pos_ == sentence["u"][i]
            counts["xpos"] += token.tag_ == sentence["x"][i]
            gold = tokens[offset + (head if head >= 0 else i)]
            _arc(counts, token.head == gold, token.dep_, sentence["d"][i])
        offset += len(sentence["w"])
    counts["starts_found"] += sum(bool(token.is_sent_start) for token in tokens)


def _arc(counts: Counter[str], attached: bool, found: str, gold: str) -> None:
    right = attached and found == gold
    counts[f"{gold}_gold"] += 1
    counts[f"{found}_found"] += 1
    counts[f"{gold}_right"] += right
    if gold != "punct":
        counts["arcs"] += 1
        counts["uas"] += attached
        counts["las"] += right


def entities(counts: Counter[str], doc: Doc, tokens: Sequence[Token], document: Sequence[Record]) -> None:
    """Add a document's entities. A FAC counts as the LOC that the corpora call it; tokens that a corpus is silent on
    take no part."""
    gold_tags = [tag for sentence in document for tag in sentence["n"]]
    silent = {i for i, tag in enumerate(gold_tags) if tag == "?"}
    gold = {(first, last, _folded(label)) for first, last, label in chunks(gold_tags)}
    place = {token.i: k for k, token in enumerate(tokens)}
    found = {(place[ent.start], place[ent.end - 1] + 1, _folded(ent.label_)) for ent in doc.ents}
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
