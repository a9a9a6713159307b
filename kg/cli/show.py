"""kg show: an actor, a place or an event by its name."""
from typing import Annotated

import typer

from kg.cli.console import fail, styled, table
from kg.cli.graphs import GraphOption, StoreOption, opened
from kg.store import Graph
from kg.store.card import Card, Fact
from kg.store.terms import shorten

EXAMPLES = """Examples:

\b
  kg show "Red Cross"
  kg show damascus --store graph.db
  kg show actor:united-nations
"""


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A label, an alias, part of one, or an IRI.")],
    graph: GraphOption = "",
    store: StoreOption = "",
) -> None:
    """Look up an actor, place or event by name.

    A name that is only nearly right gives a list of those that come near."""
    found = opened(graph, store)
    try:
        cards = found.card(name)
    except LookupError as error:
        _suggest(found, name, str(error))
        return
    for card in cards:
        _print_card(card)


def _suggest(graph: Graph, name: str, why: str) -> None:
    near = graph.find(name)
    if not near:
        fail(why)
    table(("name", "kind", "node"), [(n.label, graph.kind(n.iri), shorten(n.iri)) for n in near])


def _print_card(card: Card) -> None:
    name = styled(card.node.label, "bold")
    typer.echo(f"{name}  ({card.kind or 'node'}, {card.claims} claims)  {shorten(card.node.iri)}")
    for fact in card.facts:
        typer.echo(f"  {_line(fact)}")
    typer.echo()


def _line(fact: Fact) -> str:
    """`rivalOf  X` for an edge from the node, `<- agent  X` for one to it: the node is X's agent."""
    arrow = "<- " if fact.inward else ""
    value = shorten(fact.value.iri) if fact.name == "sameAs" else fact.value.label
    return f"{styled(f'{arrow}{fact.name}'.ljust(16), 'cyan')} {value}"
