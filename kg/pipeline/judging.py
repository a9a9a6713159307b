"""What resolution is not sure of, put to a person; and what the person says, made to hold."""
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.ledger import Corpus, Terms
from kg.pipeline.run import JUDGEMENTS
from kg.records import Extraction, Span
from kg.resolution import Decision, Judgement, Mention, add_judgement, read_judgements, take_back
from kg.store import Graph


@dataclass(frozen=True, slots=True)
class Question:
    """Two mentions that may be of one event, actor or place, each with its words, and why that is not sure."""

    kind: str
    first: Mention
    first_words: str
    second: Mention
    second_words: str
    reason: str
    score: float


def questions(store: Path) -> list[Question]:
    """What is not sure in a store, the likeliest first. Raises OSError where it cannot be opened."""
    with Corpus(store, Terms(judgements=read_judgements(store / JUDGEMENTS))) as corpus:
        found = []
        for kind, report, index, other, other_index, reason, score in corpus.doubts():
            first, second = (_mention(corpus, kind, r, i) for r, i in ((report, index), (other, other_index)))
            if first and second:
                found.append(Question(kind, *first, *second, reason, score))
        return sorted(found, key=lambda q: (-q.score, q.first, q.second))


def why(store: Path, mention: Mention) -> Decision:
    """What the event, actor or place at a mention was taken for, and why.

    Raises LookupError where none stands there, OSError where the store cannot be opened.
    """
    with Corpus(store, Terms(judgements=read_judgements(store / JUDGEMENTS))) as corpus:
        found = corpus.why(mention)
    if found is None:
        raise LookupError(f"no event, actor or place is told of by just {mention}")
    return found


def judge(store: Path, judgement: Judgement | None = None, undo: Sequence[Mention] = ()) -> Graph:
    """Notes a judgement in the store's file, or takes back those on some mentions, and makes the graph agree.

    Raises LookupError where there is nothing to take back, or where a judgement's report is not in the store.
    """
    file = store / JUDGEMENTS
    if undo and not take_back(file, undo):
        raise LookupError(f"no judgement on {' and '.join(map(str, undo))} in {file}")
    if judgement:
        add_judgement(file, judgement)
    with Corpus(store, Terms(judgements=read_judgements(file))) as corpus:
        return corpus.judge()


def _mention(corpus: Corpus, kind: str, report: str, index: int) -> tuple[Mention, str] | None:
    record = corpus.record(report)
    span = _span(record, kind, index) if record else None
    return (Mention(report, span.begin, span.end), span.of(record.report.body)) if record and span else None


def _span(record: Extraction, kind: str, index: int) -> Span | None:
    if index < 0:
        return None
    spans = record.events[index].triggers if kind == "event" else record.entities[index].mentions
    return spans[0] if spans else None
