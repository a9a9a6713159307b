"""CoNLL-U to sentences as the product's tokenizer cuts them: the parts of a contraction are tokens, as in UD."""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: words and whether a space follows, tags, head of each (its index; -1 the root), relations, the MISC
    column, and whether it opens a document or a paragraph."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    misc: tuple[str, ...]
    opens: str


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file."""
    opens, rows = "", []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            opens = "document"
        elif line.startswith("# newpar"):
            opens = opens or "paragraph"
        elif not line and rows:
            yield _sentence(rows, opens)
            opens, rows = "", []
        elif line and line[0] != "#":
            rows.append(line.split("\t"))


def _sentence(rows: list[list[str]], opens: str) -> Sentence:
    tokens = {int(row[0]): row for row in rows if row[0].isdigit()}
    spaces = {i: "SpaceAfter=No" not in row[9] for i, row in tokens.items()}
    for row in rows:
        if "-" in row[0]:
            _contraction(row, tokens, spaces)
    empty = [i for i, row in tokens.items() if not row[1]]
    for i in empty:
        _fold(i, tokens)
    kept = [i for i, row in tokens.items() if row[1]]
    place = {i: k for k, i in enumerate(kept)}
    table = [tokens[i] for i in kept]
    heads = tuple(place[int(row[6])] if int(row[6]) else -1 for row in table)
    return Sentence(
        tuple(re.sub(r"\s", "\u00a0", row[1]) for row in table),
        tuple(spaces[i] for i in kept),
        tuple(row[3] for row in table),
        tuple(row[4] for row in table),
        heads,
        tuple("ROOT" if head < 0 else row[7] for head, row in zip(heads, table, strict=True)),
        tuple(row[9] for row in table),
        opens,
    )


def _contraction(row: list[str], tokens: dict[int, list[str]], spaces: dict[int, bool]) -> None:
    """Cut a contraction's surface into its parts; where they do not fit, the first part takes it all."""
    first, last = map(int, row[0].split("-"))
    parts, surface = range(first, last + 1), row[1]
    fits = sum(len(tokens[i][1]) for i in parts) == len(surface)
    for i in parts:
        width = len(tokens[i][1]) if fits else len(surface)
        tokens[i][1], surface = surface[:width], surface[width:]
        spaces[i] = False
    spaces[last if fits else first] = "SpaceAfter=No" not in row[9]


def _fold(i: int, tokens: dict[int, list[str]]) -> None:
    """Give the dependents of a part without surface to the part before it, or its head if that part hangs on it."""
    heir = str(i - 1)
    if tokens[i - 1][6] == str(i):
        tokens[i - 1][6:8] = tokens[i][6:8]
    for row in tokens.values():
        if row[6] == str(i):
            row[6] = heir
