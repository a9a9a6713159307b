"""GUM's coreference: words of a document and the mentions in it, each with its chain."""
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.conllu import Sentence, sentences

_PART = re.compile(r"\([^()]+\)?|[^()]+\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `begin` to `end` (exclusive) of a document, their head, the chain, GUM's entity type, and how it is put:
    "name", "description" or "pronoun"."""

    begin: int
    end: int
    head: int
    chain: str
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: words, whether a space follows each, whether each opens a paragraph, and the mentions."""

    name: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    opens: tuple[bool, ...]
    mentions: tuple[Mention, ...]


def document(path: Path) -> Document:
    """The document of a CoNLL-U file of GUM."""
    words: list[str] = []
    spaces: list[bool] = []
    opens: list[bool] = []
    found: list[Mention] = []
    for sentence in sentences(path):
        found += _mentions(sentence, len(words))
        words += sentence.words
        spaces += [*sentence.spaces[:-1], True]
        opens += [bool(sentence.opens), *[False] * (len(sentence.words) - 1)]
    return Document(path.stem, tuple(words), tuple(spaces), tuple(opens), tuple(found))


def _mentions(sentence: Sentence, offset: int) -> Iterator[Mention]:
    for first, last, chain, kind in _spans(sentence.misc):
        heads = [i for i in range(first, last) if not first <= sentence.heads[i] < last]
        if heads:
            form = {"PROPN": "name", "PRON": "pronoun", "DET": "pronoun"}.get(sentence.upos[heads[0]], "description")
            yield Mention(offset + first, offset + last, offset + heads[0], chain, kind, form)


def _spans(misc: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """The spans of MISC `Entity=` that end in their sentence: first word, word after the last, chain, type."""
    pending: list[tuple[str, str, int]] = []
    for i, cell in enumerate(misc):
        found = re.search(r"Entity=([^|]*)", cell)
        for part in _PART.findall(found.group(1)) if found else ():
            fields = part.strip("()").split("-")
            if not part.startswith("("):
                at = next((k for k in range(len(pending) - 1, -1, -1) if pending[k][0] == fields[0]), None)
                if at is not None:
                    chain, kind, first = pending.pop(at)
                    yield first, i + 1, chain, kind
            elif part.endswith(")"):
                yield i, i + 1, fields[0], fields[1]
            else:
                pending.append((fields[0], fields[1], i))
