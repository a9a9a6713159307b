"""Corpora to training and test data.

    python -m training.prepare --corpora ../shared/corpora --out build/training

Writes JSON Lines: documents of sentences for the syntax corpora (with entity tags where the corpus has them), single
passages for the entity corpora.
"""
import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from training.conllu import Sentence, sentences
from training.corpora import gum_tags, re3d, uner, uner_tags, wikipedia

Record = dict[str, Any]


def record(sentence: Sentence, tags: list[str]) -> Record:
    """A sentence as the trainer reads it: words, spaces, tags, heads, relations, entity tags, what it opens."""
    return {
        "w": sentence.words, "sp": sentence.spaces, "u": sentence.upos, "x": sentence.xpos, "h": sentence.heads,
        "d": sentence.relations, "n": tags, "o": sentence.opens,
    }  # fmt: skip


def documents(paths: Iterable[Path], tag: Callable[[Sentence], list[str]]) -> Iterator[list[Record]]:
    """The documents of CoNLL-U files."""
    document: list[Record] = []
    for path in paths:
        for sentence in sentences(path):
            if sentence.opens == "document" and document:
                yield document
                document = []
            document.append(record(sentence, tag(sentence)))
    yield document


def write(path: Path, rows: Iterable[Any]) -> None:
    """JSON Lines, and a line on the screen that says what is in them."""
    n, labels = 0, Counter[str]()
    with path.open("w", encoding="utf8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            n += 1
            parts = row if isinstance(row, list) else [row]
            labels.update(tag[2:] for part in parts for tag in part["n"] if tag.startswith("B-"))
    print(path.name, n, dict(labels.most_common()), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for split in ("train", "dev", "test"):
        table = uner(given.corpora / f"uner_english_ewt/en_ewt-ud-{split}.iob2")
        ewt = [given.corpora / f"ud_english_ewt/en_ewt-ud-{split}.conllu"]
        gum = sorted((given.corpora / "gum" / split).glob("*.conllu"))
        write(given.out / f"ewt_{split}.jsonl", documents(ewt, partial(uner_tags, table=table)))
        write(given.out / f"gum_{split}.jsonl", documents(gum, gum_tags))
    news = sorted((given.corpora / "gum/test").glob("*_news_*.conllu"))
    write(given.out / "gum_test_news.jsonl", documents(news, gum_tags))
    passages = ({"w": words, "n": tags} for words, tags in wikipedia(given.corpora))
    write(given.out / "wikipedia.jsonl", passages)
    folders = sorted(folder for folder in (given.corpora / "re3d_train").iterdir() if folder.is_dir())
    write(given.out / "re3d.jsonl", ({"w": w, "n": n} for folder in folders for w, n in re3d(folder)))


if __name__ == "__main__":
    main()
