"""Reports to extractions: each from the cache or by the model, in this process or in several, in the order of input."""
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache as once

from kg.pipeline.cache import Cache
from kg.reading import Problem
from kg.records import Extraction, Report

Extract = Callable[[Report], Extraction]
_AHEAD = 4  # reports sent ahead to each process, so that none waits for work


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report (or of a path that holds none); cached: an earlier run had extracted it."""

    result: Extraction | Problem
    cached: bool = False


Pending = Callable[[], Outcome]
Submit = Callable[[Report], Pending]


def extractor(model: str | None) -> Extract:
    """What extracts one report with the spaCy pipeline `model` (None: the one that ships). Takes about a second."""
    from kg.extraction import extract
    from kg.language import load

    nlp = load(model)
    return lambda report: extract(nlp(report.body), report)


def extracted(
    found: Iterable[Report | Problem], make: Callable[[], Extract], cache: Cache | None = None, processes: int = 1
) -> Iterator[Outcome]:
    """The extraction of each report, in order; problems are passed on.

    make       gives what extracts; called when the first report needs it, once in each process.
    cache      where to look first, and to keep what is new; None: nowhere.
    processes  1: all in this process. More: in so many others, each with a model of its own.
    A report at which the extractor raises becomes a Problem that names the error.
    """
    with _submitter(make, processes) as submit:
        pending = (_pending(f, submit, cache) for f in found)
        for outcome in _ordered(pending, window=_AHEAD * processes if processes > 1 else 1):
            if cache and isinstance(outcome.result, Extraction) and not outcome.cached:
                cache.put(outcome.result)
            yield outcome


def _ordered(pending: Iterable[Pending], window: int) -> Iterator[Outcome]:
    waiting: deque[Pending] = deque()
    for item in pending:
        waiting.append(item)
        if len(waiting) == window:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


def _pending(found: Report | Problem, submit: Submit, cache: Cache | None) -> Pending:
    if isinstance(found, Problem):
        return lambda: Outcome(found)
    record = cache.get(found) if cache else None
    return submit(found) if record is None else lambda: Outcome(record, cached=True)


@contextmanager
def _submitter(make: Callable[[], Extract], processes: int) -> Iterator[Submit]:
    if processes <= 1:
        lazy = once(make)
        yield lambda report: lambda: _attempt(lazy(), report)
        return
    spawned = multiprocessing.get_context("spawn")  # forking a process that has threads is not safe
    with ProcessPoolExecutor(processes, spawned, initializer=_start, initargs=(make,)) as pool:
        yield lambda report: pool.submit(_work, report).result


def _attempt(extract: Extract, report: Report) -> Outcome:
    try:
        return Outcome(extract(report))
    except Exception as error:  # whatever one report brings up must not cost the others
        return Outcome(Problem(report.path, f"could not be extracted: {type(error).__name__}: {error}"))


_worker: list[Extract] = []  # in each worker process: its extractor


def _start(make: Callable[[], Extract]) -> None:
    _worker.append(make())


def _work(report: Report) -> Outcome:
    return _attempt(_worker[0], report)
