"""The whole way from paths to a graph."""
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from kg.ledger import Corpus, Terms, from_scratch
from kg.pipeline.cache import Cache, default_cache
from kg.pipeline.counts import Counts
from kg.pipeline.extracting import Outcome, extracted, extractor
from kg.pipeline.fingerprint import fingerprint
from kg.pipeline.sources import gone, source
from kg.reading import MAX_CHARS, Meta, Problem, read
from kg.records import Extraction
from kg.resolution import read_judgements
from kg.store import Graph

_NO_META = Meta()
JUDGEMENTS = "judgements.tsv"
"""The file in a store's folder that keeps what persons have judged."""


def build(
    paths: Iterable[str | os.PathLike[str]],
    *,
    meta: Meta = _NO_META,
    model: str | None = None,
    processes: int = 1,
    cache: Path | bool = True,
    store: Path | None = None,
    max_chars: int = MAX_CHARS,
    base: str = "",
    policies: tuple[str, ...] = (),
    judgements: Path | None = None,
    on_problem: Callable[[Problem], object] = print,
    progress: Callable[[Counts], object] = lambda counts: None,
) -> Graph:
    """The graph of all reports in files, folders and standard input ("-").

    meta        outlet, date, ... to take where a report does not say them.
    model       name or folder of a spaCy pipeline; None: the one that ships.
    processes   how many extract at once, each with a model of its own; the graph is the same.
    cache       folder of extraction records; True: `default_cache()`; False: keep none.
    store       folder to keep the graph in: what is new is added to what it holds, what changed takes the old one's
                place, and what is gone from the paths is taken out. None: in memory.
    max_chars   a longer report is left out.
    base        what the IRIs of nodes begin with; "": as the store has it, else `kg.graph.BASE`.
    policies    rules under which figures are summed up, of `kg.graph.setting.POLICIES`; (): as the store has it, else
                "range".
    judgements  file of what persons have judged (`kg.resolution.judgements`); None: that of the store's folder, if any.
    on_problem  called with each file or report that is left out and why. One bad report costs no other.
    progress    called with the counts so far after each report.
    Raises ValueError naming a model or a policy that is not there or a judgement that cannot be read, OSError where the
    store or the cache cannot be written. Returns an empty graph where nothing could be read. The order of the reports
    makes no difference to the graph, nor does it whether they came at once or one by one.
    """
    wanted = [os.fspath(path) for path in paths]
    keep = _cache(default_cache() if cache is True else cache, model, on_problem)
    outcomes = extracted(read(wanted, meta, max_chars), partial(extractor, model), keep, processes)
    file = judgements or (store / JUDGEMENTS if store else None)
    terms = Terms(judgements=read_judgements(file) if file else (), base=base, policies=policies)
    if store is None:
        return from_scratch(list(_kept(outcomes, on_problem, progress)), terms)
    return _stored(wanted, outcomes, store, terms, on_problem, progress)


def _stored(
    wanted: list[str], outcomes: Iterable[Outcome], store: Path, terms: Terms,
    on_problem: Callable[[Problem], object], progress: Callable[[Counts], object],
) -> Graph:
    seen, failed = set[str](), set[str]()

    def noted(problem: Problem) -> None:
        failed.add(source(problem.path))
        on_problem(problem)

    def added() -> Iterator[tuple[Extraction, str]]:
        for record in _kept(outcomes, noted, progress):
            seen.add(record.report.id)
            yield record, source(record.report.path)

    with Corpus(store, terms) as corpus:
        corpus.judge()
        corpus.update(added())
        left = {report: where for report, where in corpus.reports().items() if report not in seen}
        return corpus.update(gone=gone(left, wanted, failed))


def remove(reports: Iterable[str], store: Path) -> tuple[list[str], Graph]:
    """Takes reports out of a store; returns their ids, and the graph.

    A report is named by its id, its IRI, or the file that it was read from. Raises LookupError naming one that is not
    there, OSError where the store cannot be written.
    """
    with Corpus(store, Terms(judgements=read_judgements(store / JUDGEMENTS))) as corpus:
        there = corpus.reports()
        found = [key for name in reports for key in _named(name, there, corpus.terms.base)]
        return found, corpus.update(gone=found)


def _named(name: str, there: dict[str, str], base: str) -> list[str]:
    path = name.strip("<>").removeprefix(base)
    found = [path] if path in there else [key for key, where in there.items() if where == source(name)]
    if not found:
        raise LookupError(f"no report {name!r} in the store: name its id, its IRI, or the file that it was read from")
    return found


def _cache(folder: Path | bool, model: str | None, on_problem: Callable[[Problem], object]) -> Cache | None:
    if isinstance(folder, bool):
        return None
    key = fingerprint(model)
    try:
        return Cache(folder, key)
    except OSError as error:
        on_problem(Problem(str(folder), f"no cache is kept here: {error.strerror}", lost=False))
        return None


def _kept(
    outcomes: Iterable[Outcome], on_problem: Callable[[Problem], object], progress: Callable[[Counts], object]
) -> Iterator[Extraction]:
    counts = Counts()
    for outcome in outcomes:
        if isinstance(outcome.result, Problem):
            counts = counts.skip(outcome.result.lost)
            on_problem(outcome.result)
        else:
            counts = counts.take(outcome.cached)
            yield outcome.result
        progress(counts)
