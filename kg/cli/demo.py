"""kg demo: the shipped reports, built and asked."""
import typer

import kg
from kg.cli.console import say, styled, table
from kg.cli.progress import Progress
from kg.resources import folder
from kg.store.questions import find

EXAMPLES = """Examples:

\b
  kg demo
"""
QUESTIONS = ("who-claims-what", "contradictions")


def demo() -> None:
    """Build the shipped reports and ask about them.

    Who claims what through whom, and where the sources contradict one another."""
    reports = folder("seeds")
    with Progress([reports], shown=True) as progress:
        graph = kg.build(reports, on_problem=progress.problem, progress=progress.step)
    for name in QUESTIONS:
        typer.echo(f"\n{styled(find(name).description, 'bold')}\n$ kg query {name}")
        found = graph.query(name)
        table(found.columns, found.cells())
    say(f"\n{progress.counts}; {len(graph):,} triples. Your own: kg build PATH... -o graph.ttl; kg queries")
