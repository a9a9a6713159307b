"""A knowledge-graph builder for news of conflict: every edge leads back to the words that bear it out.

    import kg

    graph = kg.build("reports/", published="2016-05-24", outlet="AFP")
    print(graph.query("deaths-by-source").table())

Importing is cheap: the language model and its libraries load on the first `build`.
"""
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store import Graph

if TYPE_CHECKING:
    from kg.pipeline import Counts
    from kg.reading import Problem

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "build", "load"]

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def build(
    paths: Paths,
    *,
    published: str = "",
    outlet: str = "",
    title: str = "",
    url: str = "",
    model: str | None = None,
    processes: int = 1,
    cache: Path | bool = True,
    store: Path | None = None,
    policies: tuple[str, ...] = (),
    on_problem: "Callable[[Problem], object]" = print,
    progress: "Callable[[Counts], object]" = lambda counts: None,
) -> Graph:
    """The graph of all reports in one or more files and folders ("-": standard input).

    published, outlet, title, url: taken where a report does not say them itself; `published` as ISO 8601. model: a
    spaCy pipeline's name or folder, None for the one that ships. processes: how many extract at once. cache: the folder
    of extraction records, True for the default one, False for none. store: a folder to keep the graph in, which takes
    in what is new and lets go what is gone, instead of memory. policies: rules under which figures are summed up, of
    "range" (the usual one), "conservative", "best-low-high", "latest". on_problem: called with each file or report that
    is left out and why. progress: called with the counts.

    A graph without reports comes back where nothing could be read. Raises ValueError for a date that is none or a model
    that is not there, OSError where the store cannot be written.
    """
    from kg import pipeline, reading

    meta = reading.Meta(title=title, outlet=outlet, published=reading.published(published), url=url)
    wanted = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    return pipeline.build(
        wanted,
        meta=meta,
        model=model,
        processes=processes,
        cache=cache,
        store=store,
        policies=policies,
        on_problem=on_problem,
        progress=progress,
    )


def load(path: str | os.PathLike[str]) -> Graph:
    """The graph in an RDF file (.ttl .nt .jsonld .nq .trig .rdf), in memory, or in a store's folder, to be read only.

    Raises GraphFileError, a ValueError naming the file, where it is missing or not well formed.
    """
    place = Path(path)
    return Graph.open(place, read_only=True) if place.is_dir() else Graph().load(place)
