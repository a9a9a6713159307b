"""kg build: reports in, graph out."""
from pathlib import Path
from typing import Annotated

import typer

import kg
from kg.cli.console import NOTHING, fail, out, say, usage
from kg.cli.progress import Progress
from kg.export import FORMATS, export, format_of, write

EXAMPLES = """Examples:

\b
  kg build report.txt --published 2016-05-24 --outlet AFP
  kg build reports/ -o graph.ttl --processes 4
  kg build reports.jsonl --store graph.db
  curl -s https://example.org/report.txt | kg build - -o - | kg query timeline --graph -

A report is plain text or Markdown, with or without YAML front matter (title, outlet, published, url), a JSON object
with the same fields and a "body", or one such object a line (.jsonl). Without a date of publication, "Monday" stays
words.
"""


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders of reports; - is stdin.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Graph to write, its suffix the format; - is stdout.")
    ] = "",
    store: Annotated[
        str, typer.Option(metavar="DIR", help="Store to keep the graph in, and to add to, instead of a file.")
    ] = "",
    published: Annotated[
        str, typer.Option(metavar="DATE", help="Date of publication where a report has none of its own (2016-05-24).")
    ] = "",
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Who published it, where a report does not say.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="Its headline, where a report does not say.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Its address, where a report does not say.")] = "",
    model: Annotated[
        str, typer.Option(metavar="NAME", help="spaCy pipeline to read with. [default: the shipped one]")
    ] = "",
    processes: Annotated[int, typer.Option(metavar="N", min=1, help="How many reports to extract at once.")] = 1,
    cache: Annotated[str, typer.Option("--cache", metavar="DIR", help="Folder of extraction records.")] = "",
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Keep no extraction records.")] = False,
    policy: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Sum figures up: range (as usual), conservative, best-low-high, latest."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")] = False,
) -> None:
    """Read reports and write the graph of what they say.

    The graph goes to graph.ttl unless -o or --store names another place. Reports that cannot be read are named on
    standard error, one line each, and the others are built; the exit code is 1 where none could be read.
    """
    target = output or ("" if store else "graph.ttl")
    _refuse_unknown_suffix(target)
    with Progress(paths, shown=not quiet) as progress, usage():  # a date that is none, a model that is not there
        graph = kg.build(
            paths,
            published=published,
            outlet=outlet,
            title=title,
            url=url,
            model=model or None,
            processes=processes,
            cache=False if no_cache else Path(cache) if cache else True,
            store=Path(store) if store else None,
            policies=tuple(policy or ()),
            on_problem=progress.problem,
            progress=progress.step,
        )
    if not graph.count("Report"):
        fail("nothing could be read, so no graph was written", NOTHING)
    _deliver(graph, target)
    if not quiet:
        say(_summary(progress.counts, graph, target, store))


def _refuse_unknown_suffix(target: str) -> None:
    """Before the work, not after it."""
    if target not in ("", "-"):
        with usage():
            format_of(target)


def _deliver(graph: kg.Graph, target: str) -> None:
    if target == "-":
        out(export(graph, next(iter(FORMATS))))
    elif target:
        write(graph, target)


def _summary(counts: str, graph: kg.Graph, target: str, store: str) -> str:
    places = " and ".join(p for p in (target if target != "-" else "stdout", store) if p)
    events, claims = graph.count("Event"), graph.count("Claim")
    return f"{counts}; {len(graph):,} triples, {events:,} events, {claims:,} claims in {places}"
