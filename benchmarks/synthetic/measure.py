"""Identity and cost on a made-up corpus."""
import argparse
import resource
import tempfile
import time
from collections.abc import Hashable, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.synthetic.bcubed import Score, bcubed
from benchmarks.synthetic.draft import Told
from benchmarks.synthetic.reports import corpus
from kg.graph import assemble
from kg.graph.setting import Setting
from kg.ledger import Corpus
from kg.origins import origins
from kg.records import Extraction
from kg.resolution import resolve

_SMALL, _STEP = 1_000, 5_000  # reports in the first step, and in each of the others
PLACES = frozenset({"Place"})
CONCEPTS = frozenset({"Weapon", "Method", "Facility"})


def identity(told: Sequence[Told]) -> dict[str, Score]:
    """B-cubed of events, actors, places and origins over all reports at once."""
    found = resolve(t.extraction for t in told)
    truth: dict[str, dict[Hashable, Hashable]] = {"events": {}, "actors": {}, "places": {}, "origins": {}}
    made: dict[Hashable, Hashable] = {}
    for one in told:
        report = one.extraction.report.id
        for i, name in enumerate(one.events):
            truth["events"]["event", report, i] = name
            made["event", report, i] = found.events[report, i].node
        for i, (entity, name) in enumerate(zip(one.extraction.entities, one.entities, strict=True)):
            if entity.kind not in CONCEPTS:
                truth["places" if entity.kind in PLACES else "actors"]["entity", report, i] = name
                made["entity", report, i] = found.entities[report, i].node
        truth["origins"]["origin", report] = one.origin
    made |= {("origin", k): v for k, v in origins(t.extraction.report for t in told).items()}
    return {name: bcubed(items, made) for name, items in truth.items()}


def cost(size: int, folder: Path, more: int) -> None:
    """Builds a store of so many reports, step by step; prints what each step took, and at every other one what it takes
    to add `more` reports and to take them out again, and to build a store of a thousand at that moment, for a machine
    is not always as fast.
    """
    made = (t.extraction for t in corpus(size + more))
    first = list(islice(made, min(size, _SMALL)))
    with Corpus(folder / "store") as store:
        spent, done, waiting = _update(f"1 to {len(first):,}", store, first), len(first), list[Extraction]()
        while done < size:
            waiting += islice(made, min(_STEP, size - done) - len(waiting))
            spent += _update(f"{done + 1:,} to {done + len(waiting):,}", store, waiting)
            done += len(waiting)
            waiting = list(islice(made, more))
            if done % (2 * _STEP) < _STEP or done == size:
                _update(f"  {more} added to {done:,}", store, waiting)
                _update(f"  {more} taken out again", store, [], [x.report.id for x in waiting])
                with tempfile.TemporaryDirectory(dir=folder) as beside, Corpus(Path(beside)) as small:
                    _update("  a store of as many as the first step, now", small, first)
        print(f"{size:,} reports, {len(store.graph):,} triples: {1000 * spent / size:.2f} ms of the processor a report")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


def _update(what: str, store: Corpus, added: Sequence[Extraction], gone: Sequence[str] = ()) -> float:
    """Does it, says what it took, and returns the seconds of the processor."""
    started = _now()
    store.update([(x, "") for x in added], gone)
    _say(what, len(added) + len(gone), started)
    return _now()[1] - started[1]


def stream(records: Sequence[Extraction]) -> None:
    """Resolves and assembles records, and lets the triples go by; prints what it took."""
    started = _now()
    resolution = resolve(records)
    _say(f"resolution of {len(records):,}", len(records), started)
    started = _now()
    setting = Setting(origins=origins(x.report for x in records))
    triples = sum(1 for _ in assemble(records, resolution, setting=setting))
    _say(f"origins and assembly of {len(records):,}: {triples:,} triples", len(records), started)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


def _now() -> tuple[float, float]:
    """By the clock, and of the processor: the second is the same on a busy machine."""
    return time.perf_counter(), time.process_time()


def _say(what: str, reports: int, started: tuple[float, float]) -> None:
    wall, seconds = time.perf_counter() - started[0], time.process_time() - started[1]
    each = 1000 * seconds / reports
    print(f"{what}: {wall:.1f} s, of the processor {seconds:.1f} s, {each:.2f} ms a report", flush=True)


def main() -> None:
    """Parses the command line and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.synthetic", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000], help="how many reports")
    parser.add_argument("--what", choices=("identity", "cost", "stream"), default="identity")
    parser.add_argument("--store", type=Path, help="folder for the stores; a temporary one if none is given")
    parser.add_argument("--more", type=int, default=100, help="how many to add to the store")
    options = parser.parse_args()
    for size in options.sizes:
        if options.what == "identity":
            for name, score in identity(list(corpus(size))).items():
                print(f"{size:>7,} {name:8} {score}", flush=True)
        elif options.what == "stream":
            stream([t.extraction for t in corpus(size)])
        else:
            with tempfile.TemporaryDirectory(dir=options.store) as folder:
                cost(size, Path(folder), options.more)
