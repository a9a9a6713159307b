"""kg show: an actor, a place or an event by its name."""
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.completion import names
from kg.cli.console import fail, say, styled, table
from kg.cli.graphs import GraphOption, StoreOption, opened
from kg.store import FigureClaim, Graph, ResponsibilityClaim
from kg.store.card import Card, Fact
from kg.store.lookup import EXACT, Match
from kg.store.terms import shorten

EXAMPLES = """Examples:

\b
  kg show "Red Cross"
  kg show damascus --kind place --store graph.db
  kg show "islamic stat"                       (the nearest name, where one stands out)
  kg show actor:united-nations
"""
MARGIN = 0.08  # by how much the nearest name must be likelier than the next to be taken


class Kind(StrEnum):
    """What may be looked up."""

    actor = "actor"
    place = "place"
    event = "event"


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A label, an alias, part of one, or an IRI.", autocompletion=names)
    ],
    graph: GraphOption = "",
    store: StoreOption = "",
    kind: Annotated[Kind | None, typer.Option("--kind", "-k", help="Only actors, places or events.")] = None,
) -> None:
    """Look up an actor, place or event by name, with the figures and claims of responsibility on it.

    A name that is only nearly right finds the nearest where one stands out, else a list of those that come near."""
    found = opened(graph, store)
    near = found.near(name, kind.value if kind else "")
    if not near:
        fail(f"no {kind.value if kind else 'node'} is named {name!r}, or nearly so")
    best = [m for m in near if m.likeness >= EXACT and m.likeness == near[0].likeness] or near[:1]
    if best[0].likeness < EXACT:
        if not _stands_out(near):
            table(("name", "kind", "node"), [(m.name, found.kind(m.node.value), shorten(m.node.value)) for m in near])
            return
        say(f"nothing is named {name!r}; the nearest is {best[0].name!r}")
    for match in best:
        for card in found.card(match.node.value):
            _print_card(card)
        _print_claims(found, match.node.value)


def _stands_out(near: Sequence[Match]) -> bool:
    return len(near) == 1 or near[0].likeness - near[1].likeness >= MARGIN


def _print_claims(graph: Graph, iri: str) -> None:
    for claim in graph.claims(about=iri):
        if isinstance(claim, FigureClaim | ResponsibilityClaim) and claim.about and claim.about.iri == iri:
            said = f"{claim.says}, says {claim.claimant or 'the report itself'}"
            typer.echo(f"  {styled('claim'.ljust(16), 'cyan')} {said}")
    typer.echo()


def _print_card(card: Card) -> None:
    name = styled(card.node.label, "bold")
    typer.echo(f"{name}  ({card.kind or 'node'}, {card.claims} claims)  {shorten(card.node.iri)}")
    for fact in card.facts:
        typer.echo(f"  {_line(fact)}")


def _line(fact: Fact) -> str:
    """`rivalOf  X` for an edge from the node, `<- agent  X` for one to it: the node is X's agent."""
    arrow = "<- " if fact.inward else ""
    value = shorten(fact.value.iri) if fact.name == "sameAs" else fact.value.label
    return f"{styled(f'{arrow}{fact.name}'.ljust(16), 'cyan')} {value}"
