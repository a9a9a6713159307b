"""kg export: the graph in another format."""
from typing import Annotated

import typer

from kg.cli.console import USAGE, fail, out, say, usage
from kg.cli.graphs import loaded
from kg.export import CHOICES, FOLDERS, FORMATS, Policy, at_least, format_of, without_text, write
from kg.export import export as exported
from kg.store import Graph

EXAMPLES = """Examples:

\b
  kg export graph.ttl -o graph.graphml             (for Gephi, yEd, Cytoscape)
  kg export graph.ttl -f csv -o tables             (a folder of tables for a spreadsheet)
  kg export graph.ttl -o events.geojson            (for QGIS, Leaflet, kepler.gl)
  kg export graph.ttl -o graph.trig                (RDF, one named graph a report)
  kg export graph.ttl -f acled --policy latest -o events.csv
  kg export graph.ttl -f ftm -o entities.ftm.json  (for Aleph)
  kg export graph.ttl --no-text -o shared.ttl      (hashes in place of the reports' words)
  cat graph.ttl | kg export - -f gexf -o graph.gexf

acled and ucdp are event rows in the columns of those data sets, each with the sentence it rests on. Where sources
differ, --policy chooses one figure and the row keeps the others: conservative (the lowest; usual for acled),
best-low-high (what most reports give; usual for ucdp), latest, independent (monitors and international bodies before
others, others before parties), median, highest.
"""


def export(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="RDF file or store folder; - is Turtle on stdin.")],
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", autocompletion=lambda: [*FORMATS, *FOLDERS],
                          help=f"{', '.join((*FORMATS, *FOLDERS))}. [default: by suffix]")
    ] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="File (for csv: folder) to write; - is stdout.")
    ] = "-",
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave out the reports' words: offsets and hashes stay.")
    ] = False,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out claims that are less sure than this.")
    ] = 0.0,
    policy: Annotated[
        str,
        typer.Option("--policy", help=f"Of acled and ucdp: {', '.join(CHOICES)}.", autocompletion=lambda: [*CHOICES]),
    ] = "",
    parts: Annotated[
        bool, typer.Option("--parts", help="Of acled and ucdp: a row for each part instead of each whole.")
    ] = False,
) -> None:
    """Write the graph as RDF, tables, a network, a map layer or event rows.

    RDF (turtle, ntriples, jsonld; trig and nquads with one named graph a report) holds the whole graph. GraphML and
    GEXF hold its network of actors, places, events and weapons.
    """
    name = _format(format_, output)
    rule = _policy(policy or ("best-low-high" if name == "ucdp" else "conservative"), parts)
    found = _narrowed(loaded(graph), no_text, min_confidence)
    if output == "-":
        out(exported(found, name, rule))
    else:
        write(found, output, name, rule)


def _policy(figures: str, parts: bool) -> Policy:
    with usage():
        return Policy(figures, parts)


def _format(named: str, output: str) -> str:
    with usage():
        name = named or (format_of(output) if output != "-" else "turtle")
    if name in FOLDERS and output == "-":
        fail(f"{name} is several files: name a folder with -o, or one table: {', '.join(_tables())}", USAGE)
    if name not in FORMATS and name not in FOLDERS:
        fail(f"no format {name!r}; there are {', '.join((*FORMATS, *FOLDERS))}", USAGE)
    return name


def _tables() -> list[str]:
    return [name for name in FORMATS if name.startswith("csv-")]


def _narrowed(graph: Graph, no_text: bool, min_confidence: float) -> Graph:
    if min_confidence and not graph.query("ASK { ?claim kg:confidence ?sure }"):
        say("no claim of this graph bears a confidence: --min-confidence leaves all of them")
    found = at_least(graph, min_confidence) if min_confidence else graph
    return without_text(found) if no_text else found
