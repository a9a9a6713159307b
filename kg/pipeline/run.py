"""The whole way from paths to a graph."""
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from kg.check.findings import finding_triples
from kg.graph import BASE, assemble
from kg.pipeline.cache import Cache, default_cache
from kg.pipeline.counts import Counts
from kg.pipeline.extracting import Outcome, extracted, extractor
from kg.pipeline.fingerprint import fingerprint
from kg.reading import MAX_CHARS, Meta, Problem, read
from kg.records import Extraction
from kg.resolution import resolve
from kg.store import Graph

_NO_META = Meta()


def build(
    paths: Iterable[str | os.PathLike[str]],
    *,
    meta: Meta = _NO_META,
    model: str | None = None,
    processes: int = 1,
    cache: Path | bool = True,
    store: Path | None = None,
    max_chars: int = MAX_CHARS,
    base: str = BASE,
    on_problem: Callable[[Problem], object] = print,
    progress: Callable[[Counts], object] = lambda counts: None,
) -> Graph:
    """The graph of all reports in files, folders and standard input ("-").

    meta        outlet, date, ... to take where a report does not say them.
    model       name or folder of a spaCy pipeline; None: the one that ships.
    processes   how many extract at once, each with a model of its own; the graph is the same.
    cache       folder of extraction records; True: `default_cache()`; False: keep none.
    store       folder to keep the graph in; what it held is replaced. None: in memory.
    max_chars   a longer report is left out.
    base        what the IRIs of nodes begin with.
    on_problem  called with each file or report that is left out and why. One bad report costs no other.
    progress    called with the counts so far after each report.
    Raises ValueError naming a model that is not there, OSError where the store or the cache cannot be written.
    Returns an empty graph where nothing could be read. The order of the reports makes no difference to the graph.
    """
    keep = _cache(default_cache() if cache is True else cache, model, on_problem)
    outcomes = extracted(read(paths, meta, max_chars), partial(extractor, model), keep, processes)
    records = sorted(_kept(outcomes, on_problem, progress), key=lambda r: r.report.id)
    graph = Graph() if store is None else Graph.open(store).clear()
    graph.add(assemble(records, resolve(records), base))
    return graph.add(list(finding_triples(graph, records, base)))  # a list: it reads the graph that it is added to


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
