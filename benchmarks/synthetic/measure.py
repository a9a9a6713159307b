"""Identity and cost on a made-up corpus."""
import argparse
import resource
import tempfile
import time
from collections.abc import Hashable, Sequence
from pathlib import Path

from benchmarks.synthetic.bcubed import Score, bcubed
from benchmarks.synthetic.draft import Told
from benchmarks.synthetic.reports import corpus
from kg.ledger import Corpus, from_scratch
from kg.origins import origins
from kg.resolution import resolve

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
    """Builds a store of so many reports, adds `more`, takes them out again; prints what each took."""
    with Corpus(folder) as store:
        started = time.perf_counter()
        graph = store.update((t.extraction, "") for t in corpus(size))
        _say(f"store of {size:,}: {len(graph):,} triples", size, started)
        late = [t.extraction for i, t in enumerate(corpus(size + more)) if i >= size]
        started = time.perf_counter()
        store.update((x, "") for x in late)
        _say(f"{more} added to {size:,}", more, started)
        started = time.perf_counter()
        store.update(gone=[x.report.id for x in late])
        _say(f"{more} taken out", more, started)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")


def _say(what: str, reports: int, started: float) -> None:
    seconds = time.perf_counter() - started
    print(f"{what}: {seconds:.1f} s, {1000 * seconds / reports:.2f} ms a report", flush=True)


def main() -> None:
    """Parses the command line and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.synthetic", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000], help="how many reports")
    parser.add_argument("--what", choices=("identity", "cost", "scratch"), default="identity")
    parser.add_argument("--store", type=Path, help="folder for the stores; a temporary one if none is given")
    parser.add_argument("--more", type=int, default=100, help="how many to add to the store")
    options = parser.parse_args()
    for size in options.sizes:
        if options.what == "identity":
            for name, score in identity(list(corpus(size))).items():
                print(f"{size:>7,} {name:8} {score}", flush=True)
        elif options.what == "scratch":
            told = [t.extraction for t in corpus(size)]
            started = time.perf_counter()
            _say(f"in memory, {size:,}: {len(from_scratch(told)):,} triples", size, started)
        else:
            with tempfile.TemporaryDirectory(dir=options.store) as folder:
                cost(size, Path(folder) / "store", options.more)
