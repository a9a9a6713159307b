"""The entity annotation of each corpus, brought to one reading: BIO tags over words, "?" where a corpus is silent.

re3d: Dstl's conflict documents; nominal mentions ("the army") are dropped, named ones trimmed. UNER: EWT's names.
CrossNER and wikigold: Wikipedia. GUM: the entities whose head is a proper noun.
"""
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from kg.language.tokens import tokenizer
from training.conllu import Sentence
from training.names import (
    DATE,
    PARTICLES,
    PEOPLES,
    TIME,
    WEAPONS,
    Entity,
    is_name,
    name,
    person,
    relabel,
    run,
)

KEPT = ("PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "TIME", "WEAPON", "EVENT")
Tagged = tuple[list[str], list[str]]  # words, BIO tags

_WIKIGOLD = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
_CROSSNER = {
    **dict.fromkeys(("politician", "person", "scientist", "writer", "musicalartist"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty", "university", "band"), "ORG"),
    **dict.fromkeys(("location", "country"), "LOC"),
    **dict.fromkeys(("event", "election"), "EVENT"),
    "misc": "MISC",
}
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC"}
_RE3D = {
    "Person": "PERSON", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP", "Temporal": "DATE",
    "Weapon": "WEAPON", "MilitaryPlatform": "WEAPON",
}  # fmt: skip
_GUM = {"person": "PERSON", "place": "LOC", "organization": "ORG", "event": "EVENT", "time": "DATE"}
_OF_ORG = frozenset(["of", "for", "and", "de", "la", "del", "in", "&"])
_OF_PLACE = frozenset(["of", "de", "la", "del", "upon", "al"])
_OF_RE3D = frozenset(["of", "for", "and", "in", "the", "to", "on", "al", "de", "against"])
_BEFORE_DATE = frozenset(["on", "in", "since", "at", "the"])
_BEFORE_WEAPON = frozenset([
    "the", "a", "an", "its", "his", "their", "of", "some", "any", "several", "two", "three", "more",
])  # fmt: skip


@cache
def blank() -> Language:
    """spaCy's English with the product's tokenizer."""
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp)
    return nlp


def tags(words: Sequence[str], spaces: Sequence[bool], entities: Sequence[Entity], weapons: bool) -> list[str]:
    """BIO tags of `entities`, with dates, times and peoples by rule where nothing else is.

    weapons: whether the corpus tags weapons; if not, words for weapons are left undecided.
    """
    doc = Doc(blank().vocab, words=list(words), spaces=list(spaces))
    found = [entity for given in entities if (entity := relabel(words, given))]
    taken = {i for first, last, _ in found for i in range(first, last)}
    found += [entity for entity in _by_rule(doc) if not taken & set(range(entity[0], entity[1]))]
    result = ["?" if not weapons and word.lower() in WEAPONS else "O" for word in words]
    for first, last, label in sorted(found, key=lambda entity: entity[0] - entity[1]):
        if all(result[i] in "O?" for i in range(first, last)):
            result[first:last] = _bio(label, last - first)
    return result


def _bio(label: str, width: int) -> list[str]:
    return [f"B-{label}"] + [f"I-{label}"] * (width - 1) if label in KEPT else ["?"] * width


def _by_rule(doc: Doc) -> Iterator[Entity]:
    spans = []
    for label, pattern in (("DATE", DATE), ("TIME", TIME)):
        for match in pattern.finditer(doc.text):
            span = doc.char_span(*match.span(), label=label, alignment_mode="contract")
            if span is not None and span.text != "May" and len(span):
                spans.append(span)
    yield from ((span.start, span.end, span.label_) for span in filter_spans(spans))
    yield from ((token.i, token.i + 1, "NORP") for token in doc if token.text in PEOPLES)


def spaced(words: Sequence[str]) -> list[bool]:
    """Where a space stands in a text whose words alone are known."""
    after = [word in {"(", "[", "$", "£"} for word in words]
    before = [word in {",", ".", ";", ":", "?", "!", ")", "]", "'s", "n't", "%", "’s"} for word in words]
    return [not (after[i] or (i + 1 < len(words) and before[i + 1])) for i in range(len(words))]


def column_file(path: Path, separator: str, labels: Mapping[str, str]) -> Iterator[Tagged]:
    """A file of one word and one BIO tag a line, a blank line after each sentence."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        cells = line.rstrip().split(separator)
        if line.strip() and cells[0] != "-DOCSTART-":
            rows.append((cells[0], cells[-1]))
        elif len(rows) > 2:
            yield _column_sentence(rows, labels)
            rows = []


def _column_sentence(rows: Sequence[tuple[str, str]], labels: Mapping[str, str]) -> Tagged:
    words = [word for word, _ in rows]
    entities = [
        (*trimmed, labels[label])
        for first, last, label in chunks([tag for _, tag in rows])
        if label in labels and (trimmed := name(words, first, last))
    ]
    return words, tags(words, spaced(words), entities, weapons=False)


def chunks(bio: Sequence[str]) -> Iterator[Entity]:
    """The spans of BIO tags; an I after another kind begins a span."""
    first = 0
    for i in range(1, len(bio) + 1):
        same = i < len(bio) and bio[i].startswith("I-") and bio[i][2:] == bio[first][2:]
        if not same:
            if bio[first][:2] in {"B-", "I-"}:
                yield first, i, bio[first][2:]
            first = i


def wikipedia(corpora: Path) -> Iterator[Tagged]:
    """wikigold and all of CrossNER."""
    yield from column_file(corpora / "wikigold/wikigold.conll.txt", " ", _WIKIGOLD)
    for path in sorted((corpora / "crossner").glob("*/*.txt")):
        yield from column_file(path, "\t", _CROSSNER)


def uner(path: Path) -> Mapping[str, list[str]]:
    """The letters of each sentence to a tag for each letter."""
    found: dict[str, list[str]] = {}
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) > 2 and cells[0].isdigit():
            rows.append((cells[1], cells[2]))
        elif not line and rows:
            letters = [tag if k == 0 else "I" + tag[1:] for word, tag in rows for k in range(len(glued(word)))]
            found["".join(glued(word) for word, _ in rows)] = ["O" if tag == "I" else tag for tag in letters]
            rows = []
    return found


def glued(text: str) -> str:
    """A text without its whitespace."""
    return re.sub(r"\s", "", text)


def uner_tags(sentence: Sentence, table: Mapping[str, list[str]]) -> list[str]:
    """The tags of an EWT sentence in UNER's `table`; all "?" where UNER lacks it."""
    letters = table.get("".join(map(glued, sentence.words)))
    if letters is None:
        return ["?"] * len(sentence.words)
    starts = [0]
    for word in sentence.words:
        starts.append(starts[-1] + len(glued(word)))
    raw = [letters[start] if start < len(letters) else "O" for start in starts[:-1]]
    entities = [
        (*trimmed, _UNER[label])
        for first, last, label in chunks(raw)
        if label in _UNER and (trimmed := name(sentence.words, first, last))
    ]
    return tags(sentence.words, sentence.spaces, entities, weapons=False)


def gum_tags(sentence: Sentence) -> list[str]:
    """The tags of a GUM sentence: its entities with a proper noun as head, and its short dates."""
    entities = [entity for span in _gum_spans(sentence.misc) if (entity := _gum_entity(sentence, span))]
    return tags(sentence.words, sentence.spaces, entities, weapons=False)


def _gum_spans(misc: Sequence[str]) -> list[Entity]:
    """The spans of MISC `Entity=`, longest first, those that span sentences left out."""
    spans, still_open = [], []
    for i, cell in enumerate(misc):
        found = re.search(r"Entity=([^|]*)", cell)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1)) if found else ():
            fields = part.strip("()").split("-")
            if not part.startswith("("):
                start = next((k for k in range(len(still_open) - 1, -1, -1) if still_open[k][0] == fields[0]), None)
                if start is not None:
                    _, label, first = still_open.pop(start)
                    spans.append((first, i + 1, label))
            elif part.endswith(")"):
                spans.append((i, i + 1, fields[1]))
            else:
                still_open.append((fields[0], fields[1], i))
    return sorted(spans, key=lambda span: span[0] - span[1])


def _gum_entity(sentence: Sentence, span: Entity) -> Entity | None:
    first, last, kind = span
    label, words = _GUM.get(kind, ""), sentence.words
    heads = [i for i in range(first, last) if not first <= sentence.heads[i] < last]
    if not label or not heads or (label != "DATE" and sentence.upos[heads[0]] != "PROPN"):
        return None
    if label == "DATE":
        return _date(words, first, last) if last - first <= 7 and DATE.search(" ".join(words[first:last])) else None
    small = {"PERSON": PARTICLES, "LOC": _OF_PLACE}.get(label, _OF_ORG)
    inner = run(words, (first, last), heads[0], small)
    trimmed = person(words, *inner) if label == "PERSON" else name(words, *inner)
    return (*trimmed, label) if trimmed else None


def _date(words: Sequence[str], first: int, last: int) -> Entity | None:
    while first < last and words[first].lower() in _BEFORE_DATE:
        first += 1
    return (first, last, "DATE") if first < last else None


def re3d(folder: Path) -> Iterator[Tagged]:
    """The paragraphs of a re3d folder."""
    marked = defaultdict(list)
    for line in (folder / "entities.json").read_text(encoding="utf-8-sig").splitlines():
        row = json.loads(line) if line.strip() else {"confidence": 0}
        if row["confidence"] >= 0.5 and row["type"] in _RE3D:
            marked[row["documentId"]].append((row["begin"], row["end"], _RE3D[row["type"]]))
    for line in (folder / "documents.json").read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            row = json.loads(line)
            yield from _re3d_document(blank().make_doc(row["text"]), marked[row["_id"]])


def _re3d_document(doc: Doc, marked: Sequence[Entity]) -> Iterator[Tagged]:
    words = [token.text for token in doc]
    entities = []
    for first, last, label in marked:
        span = doc.char_span(first, last, alignment_mode="expand")
        if span is not None:
            entities += list(_re3d_entities(words, (span.start, span.end, label)))
    surnames = {words[last - 1] for first, last, label in entities if label == "PERSON" and last - first > 1}
    entities = [_surname(words, entity, surnames) for entity in entities]
    longest = sorted(set(entities), key=lambda entity: (entity[0] - entity[1], entity[0]))
    all_tags = tags(words, [bool(token.whitespace_) for token in doc], longest, weapons=True)
    start = 0
    for i, word in enumerate([*words, "\n"]):
        if "\n" in word:
            kept = [k for k in range(start, min(i, len(words))) if not doc[k].is_space]
            if len(kept) > 2:
                yield [words[k] for k in kept], [all_tags[k] for k in kept]
            start = i + 1


def _surname(words: Sequence[str], entity: Entity, surnames: set[str]) -> Entity:
    """re3d tags the ruler's name in "the X regime" as an organisation: a bare surname is a person."""
    first, last, label = entity
    return (first, last, "PERSON") if last - first == 1 and words[first] in surnames else (first, last, label)


def _re3d_entities(words: Sequence[str], span: Entity) -> Iterator[Entity]:
    first, last, label = span
    if label == "PERSON":
        trimmed = person(words, first, last)
        yield from [(*trimmed, label)] if trimmed else []
    elif label in {"ORG", "LOC"}:
        yield from _re3d_listed(words, first, last, label)
    elif label == "NORP":
        names = [i for i in range(first, last) if is_name(words[i])]
        yield from [(names[0], names[-1] + 1, label)] if names else []
    elif label == "DATE":
        entity = _date(words, first, last)
        yield from [entity] if entity and entity[1] - entity[0] <= 7 else []
    else:
        while first < last and words[first].lower() in _BEFORE_WEAPON:
            first += 1
        yield from [(first, last, label)] if 0 < last - first <= 5 else []


def _re3d_listed(words: Sequence[str], first: int, last: int, label: str) -> Iterator[Entity]:
    """The names in a span, a list cut at its commas."""
    edges = [i for i in range(first, last) if words[i] in {",", "(", ")", ";"}]
    for left, right in zip([first - 1, *edges], [*edges, last], strict=True):
        names = [i for i in range(left + 1, right) if is_name(words[i]) and words[i].lower() != "the"]
        if names:
            head = names[-1] if label == "LOC" else names[0]
            small = _OF_PLACE if label == "LOC" else _OF_RE3D
            trimmed = name(words, *run(words, (left + 1, right), head, small))
            yield from [(*trimmed, label)] if trimmed else []
