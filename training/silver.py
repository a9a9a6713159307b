"""Silver entity data: news that nobody annotated, as the product itself reads its names.

    python -m training.silver --docs ../shared/muc4/docs.dev.jsonl --every 4 --out build/training/silver.jsonl

The shipped model's entities are corrected by the product's actors, places and word lists
(kg.extraction.mentions.names). What stays doubtful is marked "?" and takes no part in the loss: where the two readings
differ and no list decides, where a name has two labels in one report, and proper nouns outside every name. Sentences
without a sure name are left out.
"""
import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, Span

from kg import language
from kg.extraction.lexicon import Lexicon, load_lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.names import Name, names
from training.corpora import KEPT, Tagged
from training.names import is_name
from training.prepare import write
from training.records import read

_LABELS = {"Person": "PERSON", "Place": "LOC", "Facility": "FAC", "PeopleGroup": "NORP", "State": "LOC"}
_ARTICLES = frozenset({"the", "a", "an"})
_DOUBT = "?"
_MOST_DOUBT = 0.15


def silver(doc: Doc, lexicon: Lexicon) -> Iterator[Tagged]:
    """The sentences of a read report worth training on: words and BIO tags."""
    tags = [_DOUBT if token.pos_ == "PROPN" else "O" for token in doc]
    _mark(tags, [ent for ent in doc.ents if ent.label_ not in kinds.LABELS])
    _mark(tags, list(_named(doc, lexicon)))
    for token in doc:
        if tags[token.i] == "O" and any(c.sort == "weapon" for c in kinds.of_noun(token, lexicon.nouns)):
            tags[token.i] = _DOUBT
    for sentence in doc.sents:
        kept = [token for token in sentence if not token.is_space]
        found = [tags[token.i] for token in kept]
        sure = any(tag.startswith("B-") for tag in found)
        if sure and found.count(_DOUBT) <= _MOST_DOUBT * len(found):
            yield [token.text for token in kept], found


def _mark(tags: list[str], spans: Sequence[Span]) -> None:
    for span in spans:
        label = span.label_
        width = len(span)
        tags[span.start : span.end] = (
            [f"B-{label}"] + [f"I-{label}"] * (width - 1) if label in KEPT else [_DOUBT] * width
        )


def _named(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """The names as the product corrects them; label "" where it and the model differ and no list decides."""
    found = [(name, _label(name)) for name in names(doc, lexicon)]
    labels = defaultdict(set)
    for name, label in found:
        labels[doc[name.begin : name.end].text].add(label)
    ents = {(ent.start, ent.end): ent.label_ for ent in doc.ents}
    for name, label in found:
        text = doc[name.begin : name.end].text
        sure = bool(name.known) or bool(lexicon.places.find(text)) or ents.get((name.begin, name.end)) == label
        first = name.begin + (doc[name.begin].lower_ in _ARTICLES)
        sure = sure and len(labels[text]) == 1 and is_name(doc[first].text) and is_name(doc[name.end - 1].text)
        yield Span(doc, first, name.end, label=label if sure else "")


def _label(name: Name) -> str:
    """The entity label of a name's class; what is neither person, place nor people is an organisation."""
    return _LABELS.get(name.kind, "ORG")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=Path, required=True, help="JSON Lines with a field `text`")
    parser.add_argument("--every", type=int, default=1, help="take one report in so many")
    parser.add_argument("--out", type=Path, default=Path("build/training/silver.jsonl"))
    given = parser.parse_args()
    nlp, lexicon = language.load(), load_lexicon()
    texts = (row["text"] for row in read(given.docs)[:: given.every])
    write(given.out, ({"w": words, "n": tags} for doc in nlp.pipe(texts) for words, tags in silver(doc, lexicon)))


if __name__ == "__main__":
    main()
