"""Coreference of the product on documents of GUM.

    python -m benchmarks.coreference --gum ../shared/corpora/gum/dev [--show 20]

Gold words, the shipped pipeline's parse, the product's entities. Mentions match by head. The measures take in GUM's
persons, organisations, places and objects, without "I", "we", "you"; links are judged against all its chains. --show
prints wrong links.
"""
import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from benchmarks.coreference import metrics
from benchmarks.coreference.compare import Found, Link, clusters, comparable, found, links, matched, pairwise, read
from benchmarks.coreference.gum import Document, Mention, document
from benchmarks.coreference.metrics import Cluster, Ratio
from kg import language

FORMS = ("name", "description", "pronoun")
_MEASURES = {"mentions": metrics.mentions, "MUC": metrics.muc, "B-cubed": metrics.b_cubed, "CEAF-e": metrics.ceaf}


@dataclass(slots=True)
class Tally:
    """Sums over documents: the measures, with and without entities of one mention; pairs; links by form."""

    ratios: dict[str, Ratio] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, nlp: Language, given: Document) -> None:
        """Read a document and count."""
        doc, place = read(nlp, given)
        ours = found(doc, place)
        wanted = comparable(given)
        pairs = matched(ours, given.mentions)
        kept = [m for m in ours if m not in pairs or pairs[m] in wanted]
        mine, theirs = clusters(kept, wanted, pairs)
        self._measure("", mine, theirs)
        self._measure(", without singletons", _joined(mine), _joined(theirs))
        right, total = pairwise(ours, pairs)
        self.counts.update({"pairs right": right, "pairs": total})
        for link in links(ours, pairs):
            self._link(given, link)
        self._recall(wanted, {golden: mention.entity for mention, golden in pairs.items()})

    def _measure(self, suffix: str, mine: Sequence[Cluster], theirs: Sequence[Cluster]) -> None:
        for name, measure in _MEASURES.items():
            key = name + suffix
            self.ratios[key] = self.ratios.get(key, Ratio()) + measure(mine, theirs)

    def _link(self, given: Document, link: Link) -> None:
        golden = link.gold[1]
        form = golden.form if golden else "unknown"
        verdict = "right" if link.right else "wrong" if link.judged else "unjudged"
        self.counts[f"{form} {verdict}"] += 1
        if verdict == "wrong":
            self.wrong.append(f"{form}: {_words(given, link.earlier)} <- {_words(given, link.later)} ({given.name})")

    def _recall(self, wanted: Sequence[Mention], entity: dict[Mention, int]) -> None:
        """Of GUM's mentions after a chain's first: how many have an earlier one of the chain in the same entity."""
        seen: dict[str, set[int | None]] = {}
        for mention in sorted(wanted, key=lambda m: (m.head, m.begin)):
            if mention.chain in seen:
                linked = entity.get(mention) is not None and entity.get(mention) in seen[mention.chain]
                self.counts.update({f"{mention.form} gold": 1, f"{mention.form} linked": linked})
            seen.setdefault(mention.chain, set()).add(entity.get(mention))


def _joined(given: Sequence[Cluster]) -> list[Cluster]:
    return [cluster for cluster in given if len(cluster) > 1]


def _words(given: Document, mention: Found) -> str:
    return " ".join(given.words[mention.begin : mention.end])


def report(tally: Tally) -> str:
    """The figures as Markdown."""
    rows = ["| measure | P | R | F |", "|---|---|---|---|"]
    rows += [_row(name, ratio) for name, ratio in tally.ratios.items()]
    for form in FORMS:
        right, wrong = tally.counts[f"{form} right"], tally.counts[f"{form} wrong"]
        linked = Ratio(right, right + wrong, tally.counts[f"{form} linked"], tally.counts[f"{form} gold"])
        rows.append(_row(f"links of a {form} ({right + wrong})", linked))
    pairs = Ratio(tally.counts["pairs right"], tally.counts["pairs"])
    unjudged = sum(n for key, n in tally.counts.items() if key.endswith("unjudged"))
    rows.append(f"| pairs of one entity ({tally.counts['pairs']}) | {pairs.precision:.1f} | | |")
    return "\n".join([*rows, "", f"Links with a mention that GUM does not have: {unjudged}."])


def _row(name: str, ratio: Ratio) -> str:
    return f"| {name} | {ratio.precision:.1f} | {ratio.recall:.1f} | {ratio.f:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, default=Path("../shared/corpora/gum/dev"), help="folder of CoNLL-U files")
    parser.add_argument("--show", type=int, default=0, help="how many wrong links to print")
    given = parser.parse_args()
    nlp, tally = language.load(), Tally()
    for path in sorted(given.gum.glob("*.conllu")):
        tally.add(nlp, document(path))
    print(report(tally))
    print(*tally.wrong[: given.show], sep="\n")


if __name__ == "__main__":
    main()
