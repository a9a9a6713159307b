"""kg check: is the graph sound, and what would a careful reader notice."""
import json
from collections.abc import Sequence
from typing import Annotated

import typer

from kg.check import CHECKS, Breach, Noticed, noticed, violations
from kg.check import check as checked
from kg.cli.console import NOTHING, USAGE, fail, out, say, styled
from kg.cli.graphs import loaded
from kg.store import Evidence, Graph

EXAMPLES = """Examples:

\b
  kg check graph.ttl
  kg check graph.ttl --shapes          (the ontology's SHACL shapes as well; needs the extra "shacl")
  kg check graph.ttl --json | jq '.findings[] | select(.disagrees)'
  kg check graph.ttl --strict || echo "sources disagree"

First, is the graph sound: every edge from text has its claim, every claim its words and report, every mention its
length, every term its definition. A breach is one line, and a defect.

Then, what would a careful reader notice: figures of one scope that rule each other out, parts that add up or do not,
units that disagree, dates that cannot be, places outside their country, a deed that is claimed and denied. Each with
the sentences behind it; none is a defect of the graph.

Exit code: 0; 1 for any breach, or an empty graph; with --strict 1 also where anything disagrees.
"""
SHOWN = 4  # sentences behind a finding that are printed; --json has all


def check(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="RDF file or store folder; - is Turtle on stdin.")],
    shapes: Annotated[bool, typer.Option("--shapes", help="Validate with SHACL too; slow on large graphs.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where anything disagrees.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no sentences behind the findings.")] = False,
) -> None:
    """Check that nothing is without a source, and point out what does not fit."""
    found = loaded(graph)
    if not found:
        fail(f"{graph}: an empty graph", NOTHING)
    breaches, seen = [*checked(found), *(_violations(found) if shapes else ())], noticed(found)
    if json_:
        out(_json(found, breaches, seen))
    else:
        _print(breaches, seen, quiet)
        _sum_up(found, breaches, seen, shapes)
    if breaches or (strict and any(n.disagrees for n in seen)):
        raise typer.Exit(NOTHING)


def _violations(graph: Graph) -> list[Breach]:
    try:
        return violations(graph)
    except ImportError:
        fail('--shapes needs pySHACL: pip install "conflict-kg[shacl]"', USAGE)


def _print(breaches: Sequence[Breach], seen: Sequence[Noticed], quiet: bool) -> None:
    for breach in breaches:
        typer.echo(str(breach))
    for n in seen:
        typer.echo(f"{styled(n.kind, 'yellow' if n.disagrees else 'green')}: {n.sentence}")
        behind = [] if quiet else n.sentences()
        for sentence in behind[:SHOWN]:
            typer.echo(f"    {sentence}")
        if len(behind) > SHOWN:
            typer.echo(f"    and {len(behind) - SHOWN} more")


def _sum_up(graph: Graph, breaches: Sequence[Breach], seen: Sequence[Noticed], shapes: bool) -> None:
    rules = f"all {len(CHECKS) + 1} rules" + (" and the shapes" if shapes else "")
    at_odds = sum(n.disagrees for n in seen)
    verdict = f"{len(breaches):,} breaches" if breaches else f"sound: {len(graph):,} triples keep {rules}"
    say(f"{verdict}; {len(seen)} findings, {at_odds} of them at odds")


def _json(graph: Graph, breaches: Sequence[Breach], seen: Sequence[Noticed]) -> str:
    found = {
        "triples": len(graph),
        "sound": not breaches,
        "breaches": [{"check": b.check, "wrong": b.wrong, "node": b.node, "detail": b.detail} for b in breaches],
        "findings": [_finding(n) for n in seen],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _finding(n: Noticed) -> dict[str, object]:
    return {
        "finding": n.iri,
        "kind": n.kind,
        "disagrees": n.disagrees,
        "sentence": n.sentence,
        "concerns": list(n.concerns),
        "words": [_evidence(e) for e in n.words],
    }


def _evidence(e: Evidence) -> dict[str, object]:
    outlet = e.report.outlet.label if e.report.outlet else ""
    return {
        "mention": e.iri, "words": e.words, "sentence": e.sentence, "report": e.report.iri, "outlet": outlet,
        "issued": e.report.issued,
    }  # fmt: skip
