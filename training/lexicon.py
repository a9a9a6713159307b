"""Word tables of the pipeline: lemmas that suffix rules get wrong, and the features of closed-class words.

    python -m training.lexicon --corpora ../shared/corpora --out kg/language/model

Needs `lemminflect` (MIT; its table comes from the NIH SPECIALIST lexicon) for the lemmas of words not in the treebanks.
"""
import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from kg.language.lemmas import INFLECTED, RULES

_ODD = re.compile("Typo|ExtPos|Abbr")
Row = tuple[str, str, str, str, str]  # form, lemma, UPOS, XPOS, features
CLOSED = {"PRP", "PRP$", "DT", "PDT", "WDT", "WP", "WP$", "WRB", "EX", "MD"}


def rows(paths: Iterable[Path]) -> Iterator[Row]:
    """The words of CoNLL-U files."""
    for path in paths:
        for line in path.read_text(encoding="utf8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                yield cells[1], cells[2], cells[3], cells[4], cells[5]


def lemma_table(words: Iterable[Row]) -> dict[tuple[str, str], str]:
    """(kind or UPOS, lower-case form) to lemma, where the rules of kg.language.suffixes say otherwise."""
    table = {key: lemma for key, lemma in _dictionary() if RULES[key[0]](key[1]) != lemma}
    for (upos, xpos, form), counts in _counted(words).items():
        lemma, n = counts.most_common(1)[0]
        kind = INFLECTED.get(xpos, "")
        known = table.get((kind, form), RULES[kind](form) if kind else form)
        if known != lemma and n / counts.total() >= 0.6 and (n > 1 or kind):
            table[(f"{upos}/{xpos}", form)] = lemma
    return table


def _counted(words: Iterable[Row]) -> dict[tuple[str, str, str], Counter[str]]:
    counted: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for form, lemma, upos, xpos, _ in words:
        if upos not in {"PROPN", "X", "PUNCT", "SYM", "NUM"} and lemma != "_":
            counted[(upos, xpos, form.lower())][lemma] += 1
    return counted


def _dictionary() -> Iterator[tuple[tuple[str, str], str]]:
    kinds = {"verb": "v", "noun": "n", "adj": "c", "adv": "c"}
    data = files("lemminflect").joinpath("resources/lemma_lu.csv.gz").read_bytes()
    for line in gzip.decompress(data).decode().splitlines():
        form, kind, lemmas = line.split(",")
        if kind in kinds and form.isalpha() and _inflects(kinds[kind], form):
            yield (kinds[kind], form), lemmas.split("/")[0]


def _inflects(kind: str, form: str) -> bool:
    return kind != "c" or form.endswith(("er", "est"))


def feature_table(words: Iterable[Row]) -> dict[tuple[str, str, str], str]:
    """(UPOS, XPOS, lower-case form) to its usual features, for closed classes seen twice."""
    counted: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for form, _, upos, xpos, features in words:
        if (xpos in CLOSED or upos == "AUX") and features != "_":
            counted[(upos, xpos, form.lower())][features] += 1
    best = {key: counts.most_common(1)[0] for key, counts in counted.items()}
    return {key: features for key, (features, n) in best.items() if n > 1 and not _ODD.search(features)}


def write(path: Path, table: dict[tuple[str, ...], str]) -> None:
    """Rows of tab-separated cells, sorted."""
    lines = ("\t".join((*key, value)) for key, value in sorted(table.items()))
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("kg/language/model"))
    given = parser.parse_args()
    paths = [given.corpora / "ud_english_ewt/en_ewt-ud-train.conllu", *sorted((given.corpora / "gum/train").glob("*"))]
    words = list(rows(paths))
    write(given.out / "lemmas.tsv", dict(lemma_table(words)))
    write(given.out / "features.tsv", dict(feature_table(words)))


if __name__ == "__main__":
    main()
