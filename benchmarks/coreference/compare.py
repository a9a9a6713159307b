"""The product's entities of a document as clusters of mentions, and what of them GUM bears out."""
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.coreference.gum import Document, Mention
from benchmarks.coreference.metrics import Cluster
from kg.extraction.lexicon import load_lexicon
from kg.extraction.mentions.cast import Cast

KINDS = frozenset({"person", "organization", "place", "object"})  # GUM's types that the product has entities of
_SPEAKERS = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of one of the product's entities: words `begin` to `end` (exclusive), the entity's index and class."""

    begin: int
    end: int
    entity: int
    kind: str


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and the last one before it of the same entity, each with GUM's, if any."""

    earlier: Found
    later: Found
    gold: tuple[Mention | None, Mention | None]

    @property
    def judged(self) -> bool:
        """Whether GUM has both."""
        return None not in self.gold

    @property
    def right(self) -> bool:
        """Whether GUM has both in one chain."""
        return self.judged and self.gold[0].chain == self.gold[1].chain  # type: ignore[union-attr]


def read(nlp: Language, document: Document) -> tuple[Doc, list[int]]:
    """The document through all components but the tokenizer, a line a paragraph; and the word of each token (-1: a line
    break)."""
    words: list[str] = []
    spaces: list[bool] = []
    place: list[int] = []
    for i, word in enumerate(document.words):
        if document.opens[i] and words:
            words, spaces, place = [*words, "\n"], [*spaces[:-1], False, False], [*place, -1]
        words.append(word)
        spaces.append(document.spaces[i])
        place.append(i)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc, place


def found(doc: Doc, place: Sequence[int]) -> list[Found]:
    """The mentions of every entity that the words of a document stand for, in order."""
    cast = Cast(doc, load_lexicon())
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            cast.of(token)
    mentions = []
    for index, entity in enumerate(cast.entities()):
        for span in entity.mentions:
            tokens = doc.char_span(span.begin, span.end, alignment_mode="expand")
            if tokens is not None and place[tokens.start] >= 0:
                mentions.append(Found(place[tokens.start], place[tokens.end - 1] + 1, index, entity.kind))
    return sorted(mentions, key=lambda m: (m.begin, m.end))


def comparable(document: Document) -> list[Mention]:
    """GUM's mentions that the product should have too: of its kinds, and not who speaks or is spoken to."""
    return [
        m for m in document.mentions
        if m.kind in KINDS and not (m.form == "pronoun" and document.words[m.head].lower() in _SPEAKERS)
    ]  # fmt: skip


def matched(ours: Sequence[Found], gold: Sequence[Mention]) -> dict[Found, Mention]:
    """GUM's mention of each of ours: the longest whose head our words cover; each only once."""
    by_head: dict[int, Mention] = {}
    for mention in sorted(gold, key=lambda m: m.end - m.begin):
        by_head[mention.head] = mention
    pairs: dict[Found, Mention] = {}
    taken: set[Mention] = set()
    for mine in ours:
        heads = [by_head[i] for i in range(mine.begin, mine.end) if i in by_head and by_head[i] not in taken]
        if heads:
            best = max(heads, key=lambda m: (m.begin <= mine.begin and mine.end <= m.end, m.end - m.begin))
            pairs[mine] = best
            taken.add(best)
    return pairs


def clusters(
    ours: Sequence[Found], gold: Sequence[Mention], pairs: Mapping[Found, Mention]
) -> tuple[list[Cluster], list[Cluster]]:
    """Ours and GUM's, a matched mention the same in both."""
    mine, theirs = defaultdict(set), defaultdict(set)
    for mention in ours:
        mine[mention.entity].add(pairs.get(mention, mention))
    for golden in gold:
        theirs[golden.chain].add(golden)
    return [frozenset(c) for c in mine.values()], [frozenset(c) for c in theirs.values()]


def links(ours: Sequence[Found], pairs: Mapping[Found, Mention]) -> Iterator[Link]:
    """Each mention after an entity's first, with the one before it."""
    last: dict[int, Found] = {}
    for mention in ours:
        if mention.entity in last:
            earlier = last[mention.entity]
            yield Link(earlier, mention, (pairs.get(earlier), pairs.get(mention)))
        last[mention.entity] = mention


def pairwise(ours: Sequence[Found], pairs: Mapping[Found, Mention]) -> tuple[int, int]:
    """Of the pairs of mentions of one entity of ours, both in GUM: how many are of one chain, and how many in all."""
    right = total = 0
    chains = defaultdict(Counter)
    for mention, golden in pairs.items():
        chains[mention.entity][golden.chain] += 1
    for counts in chains.values():
        n = counts.total()
        total += n * (n - 1) // 2
        right += sum(k * (k - 1) // 2 for k in counts.values())
    return right, total
