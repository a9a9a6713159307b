"""kg explain: the claims behind a node, with their words."""
from typing import Annotated

import typer

from kg.cli.console import styled
from kg.cli.graphs import GraphOption, StoreOption, opened
from kg.store import Claim, Evidence, RelationClaim, Report
from kg.store.explain import Explanation
from kg.store.terms import shorten

EXAMPLES = """Examples:

\b
  kg explain "attack on the port"
  kg explain event:EVENT --store graph.db
  kg explain "Red Cross" --graph graph.ttl
  kg explain claim:figure-0123456789abcdef

Takes an event, actor, place, report, mention or claim, by IRI, prefixed name or label.
"""


def explain(
    node: Annotated[str, typer.Argument(metavar="IRI|LABEL", help="What to explain.")],
    graph: GraphOption = "",
    store: StoreOption = "",
) -> None:
    """Print each claim behind a node, its words marked.

    With who says it, through whom, in which report, and the sentence."""
    for explanation in opened(graph, store).explain(node):
        typer.echo(_heading(explanation))
        for evidence in explanation.evidence:
            typer.echo(f"  told of: {_quoted(evidence)}")
            typer.echo(f"           {_source(evidence.report)}")
        for number, claim in enumerate(explanation.claims, 1):
            _print_claim(number, claim)
        typer.echo()


def _heading(found: Explanation) -> str:
    count = f"{len(found.claims)} claim{'' if len(found.claims) == 1 else 's'}"
    return f"{styled(found.node.label, 'bold')}  ({found.kind or 'node'}, {count})  {shorten(found.node.iri)}"


def _print_claim(number: int, claim: Claim) -> None:
    typer.echo(f"\n{number:>3}. {styled(_says(claim), 'bold')}")
    typer.echo(f"     {styled(_voice(claim), 'cyan')}")
    for evidence in claim.evidence:
        typer.echo(f"     {_quoted(evidence)}")
        typer.echo(f"     {styled(_source(evidence.report), 'bright_black')}")


def _says(claim: Claim) -> str:
    about = getattr(claim, "about", None)
    return claim.says if isinstance(claim, RelationClaim) or not about else f"{about}: {claim.says}"


def _voice(claim: Claim) -> str:
    who = f"{claim.claimant}" if claim.claimant else "the report, in its own voice"
    through = f", through {claim.via}" if claim.via else ""
    return who + through + (f", said on {claim.said_on}" if claim.said_on else "")


def _source(report: Report) -> str:
    outlet = str(report.outlet) if report.outlet else "unknown outlet"
    return ", ".join(part for part in (outlet, report.issued or "undated", report.title, report.source) if part)


def _quoted(evidence: Evidence) -> str:
    """The sentence with its words marked: in colour on a terminal, in square brackets in a pipe."""
    if not evidence.words:  # a graph without the reports' text
        return f"characters {evidence.begin} to {evidence.end}"
    words = styled(evidence.words, "yellow")
    marked = words if words != evidence.words else f"[{words}]"
    if evidence.at < 0:
        return _one_line(marked)
    end = evidence.at + len(evidence.words)
    return _one_line(evidence.sentence[: evidence.at] + marked + evidence.sentence[end:])


def _one_line(text: str) -> str:
    return " ".join(text.split())
