"""Figures of a model on the tests: JSON on standard output.

    python -m training.evaluate [--model FOLDER] [--split test]

Gold words, own sentences, a document a text, a paragraph a line. Speed: raw text, tokenizer included.
"""
import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from kg.language.component import FACTORY
from kg.language.consistency import CONSISTENCY
from kg.language.tokens import tokenizer
from training.records import read as rows
from training.score import NAMES, RELATIONS, Record, entities, f_score, read, share, syntax

Figures = dict[str, Any]


def pipeline(folder: Path | None) -> Language:
    """The product's pipeline with the model in `folder`; None: the shipped one."""
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp)
    nlp.add_pipe(FACTORY, config={"folder": str(folder) if folder else None})
    nlp.add_pipe(CONSISTENCY)
    return nlp


def figures(nlp: Language, documents: Sequence[Sequence[Record]], upper: bool = False) -> Figures:
    """Tags, parse, sentences and entities over documents."""
    counts, names = Counter[str](), Counter[str]()
    for document in documents:
        doc, tokens = read(nlp, document, upper)
        syntax(counts, tokens, document)
        entities(names, doc, tokens, document)
    result: Figures = {part: share(counts, part, "words") for part in ("upos", "xpos")}
    result |= {part: share(counts, part, "arcs") for part in ("uas", "las")}
    result["sentences"] = f_score(counts, "starts")
    result["relations"] = {relation: f_score(counts, relation) for relation in RELATIONS}
    result["names"] = f_score(names, "names")
    labels = (*NAMES, "NORP", "DATE", "TIME", "EVENT")
    result["entities"] = {label: f_score(names, label) for label in labels if names[f"{label}_gold"]}
    return result


def speed(nlp: Language, documents: Sequence[Sequence[Record]]) -> float:
    """Words a second on one core, raw text in, best of three."""
    texts = [read(spacy.blank("en"), document, upper=False)[0].text for document in documents]
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.perf_counter() - began))
    return best


def start_up() -> float:
    """Seconds from `import kg.language` to a loaded pipeline, in a fresh process."""
    code = "import time; t = time.perf_counter(); import kg.language as k; k.load(); print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--data", type=Path, default=Path("build/training"))
    parser.add_argument("--split", default="test")
    parser.add_argument("--speed", action="store_true")
    given = parser.parse_args()
    nlp = pipeline(given.model)
    ewt, gum = (rows(given.data / f"{name}_{given.split}.jsonl") for name in ("ewt", "gum"))
    found = {"EWT": figures(nlp, ewt), "GUM": figures(nlp, gum)}
    news = rows(given.data / "gum_test_news.jsonl") if given.split == "test" else []
    if news:
        found |= {"GUM news": figures(nlp, news), "GUM news, capitals": figures(nlp, news, upper=True)}
    if given.speed:
        found |= {"words/s": speed(nlp, gum), "start-up s": start_up()}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
