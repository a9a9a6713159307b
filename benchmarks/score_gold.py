#!/usr/bin/env python3
"""Build one graph for each gold report and score it: facts found, and whether every edge leads back to its words.

    python benchmarks/score_gold.py [NAME ...] [--show-misses] [--keep DIR]

Reads NAME.txt and NAME.gold.json of a gold folder, and the seed report, which has no front matter. Prints a line for
each (F1 or recall of the five kinds of fact, strict, their mean, and the evidence check), the mean over
reports, and the scorer's own table over all reports together.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.pipeline import build
from kg.reading import Meta

SHARED = Path(__file__).parent.parent / "../shared"
SEED = Meta(outlet="AFP", published="2016-05-24")
KINDS = {"event": "event.all", "figure": "figure.strict", "responsibility": "responsibility.strict",
         "statement": "statement.strict", "relation": "relation.strict"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A report, the facts it holds, and what its front matter does not say."""

    report: Path
    gold: Path
    meta: Meta

    @property
    def name(self) -> str:
        return self.gold.name.removesuffix(".gold.json")


def cases(shared: Path, names: list[str]) -> list[Case]:
    """The seed and all gold reports; where `names` are given, those whose name begins with one of them."""
    seed = Case(next((shared / "seeds").glob("*.txt")), shared / "gold/seed.gold.json", SEED)
    others = [Case(p, p.with_suffix(".gold.json"), Meta()) for p in sorted((shared / "gold").glob("*.txt"))]
    found = [c for c in [seed, *others] if not names or c.name.startswith(tuple(names))]
    if not found:
        raise SystemExit(f"no gold report begins with {' or '.join(names)}")
    return found


def tool(shared: Path, name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(shared / "eval" / name), *map(str, arguments)]
    return subprocess.run(command, text=True, capture_output=True, check=False)


def row(shared: Path, case: Case, graph: Path) -> tuple[list[float | None], str]:
    """The five figures in percent, None for a kind the gold does not have, and what the evidence check found wrong."""
    done = tool(shared, "score_graph.py", graph, case.gold, "--json")
    if done.returncode:
        raise SystemExit(done.stderr)
    rows = json.loads(done.stdout)["rows"]
    evidence = tool(shared, "check_evidence.py", graph, case.report)
    short = [line for line in evidence.stdout.splitlines() if not _full(line)]
    return [100 * rows[key][2] if key in rows else None for key in KINDS.values()], "; ".join(short) or "100 %"


def _full(line: str) -> bool:
    good, _, total = line.split()[1].partition("/")
    return good == total != "0"


def graphs(found: list[Case], folder: Path, cache: bool) -> Iterator[Path]:
    for case in found:
        graph = folder / f"{case.name}.ttl"
        build([case.report], meta=case.meta, cache=cache).to_turtle(graph)
        yield graph


def mean(figures: list[float | None]) -> float:
    known = [f for f in figures if f is not None]
    return sum(known) / len(known)


def line(name: str, figures: list[float | None], last: str = "") -> str:
    return f"{name:26}" + "".join(f"{'-' if f is None else format(f, '.1f'):>8}" for f in figures) + f"  {last}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="how the names of the wanted reports begin; none: all")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/, seeds/ and eval/")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the graphs here")
    parser.add_argument("--show-misses", action="store_true", help="also print each fact that was not found")
    parser.add_argument("--no-cache", action="store_true", help="extract anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        report(cases(options.shared, options.names), folder, options)


def report(found: list[Case], folder: Path, options: argparse.Namespace) -> None:
    """Print the table."""
    print(f"{'':26}" + "".join(f"{kind[:7]:>8}" for kind in [*KINDS, "mean"]) + "  evidence", flush=True)
    means, pairs = [], []
    for case, graph in zip(found, graphs(found, folder, not options.no_cache), strict=True):
        figures, evidence = row(options.shared, case, graph)
        means.append(mean(figures))
        pairs += [graph, case.gold]
        print(line(case.name, [*figures, means[-1]], evidence), flush=True)
    print(line("mean of the reports", [None] * len(KINDS) + [sum(means) / len(means)]))
    misses = ["--show-misses"] if options.show_misses else []
    print("\nall together\n" + tool(options.shared, "score_graph.py", *pairs, *misses).stdout)


if __name__ == "__main__":
    main()
