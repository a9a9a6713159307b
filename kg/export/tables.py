"""CSV tables of a graph: events, claims, actors, places, mentions and reports, joined by their IRIs."""
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.export.book import Book, book, one_line, sentence, subject
from kg.export.safety import Cell, sheet
from kg.store import Claim, Event, FigureClaim, Graph, Place, Ref, RelationClaim, ResponsibilityClaim
from kg.store.reading import Reading

Rows = Iterator[Sequence[Cell]]
BOM = "\ufeff"  # without it a spreadsheet takes the file for another encoding than UTF-8


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and how its rows are read from a graph and its records."""

    columns: tuple[str, ...]
    rows: Callable[[Graph, Book], Rows]


def tables(graph: Graph) -> dict[str, str]:
    """Each table of TABLES as CSV, by file name: "events.csv". Several values of one cell are joined by "; "."""
    found = book(graph)
    return {f"{name}.csv": _written(name, graph, found) for name in TABLES}


def table(name: str, graph: Graph) -> str:
    """One table of TABLES as CSV."""
    return _written(name, graph, book(graph))


def _written(name: str, graph: Graph, found: Book) -> str:
    return BOM + sheet(TABLES[name].columns, TABLES[name].rows(graph, found))


def _events(graph: Graph, all_: Book) -> Rows:
    for e in all_.events.values():
        spot = next((p for ref in e.places if (p := all_.places.get(ref.iri))), None)
        words = all_.words[e.iri]
        yield (
            e.iri, e.label, e.kind, e.modality, e.date, e.begin, e.end, e.time_text, e.count, _labels(e.places),
            _iris(e.places), *_where(spot, all_), *(_labels(refs) for refs in _roles(e)),
            e.parent.iri if e.parent else "", len(all_.claims_on(e.iri)),
            "; ".join(sorted({w.report.iri for w in words})),
            one_line(next((w.sentence or w.words for w in words), "")),
        )  # fmt: skip


def _where(spot: Place | None, all_: Book) -> tuple[float | None, float | None, str]:
    if spot is None:
        return None, None, ""
    country = all_.level(spot, "country")
    return spot.lat, spot.lon, country.label if country else ""


def _roles(e: Event) -> tuple[tuple[Ref, ...], ...]:
    speaker = tuple(r for r in (e.speaker, e.affiliation) if r)
    return e.agents, e.attributed_to, e.targets, e.victims, e.weapons, e.methods, speaker


def _claims(graph: Graph, all_: Book) -> Rows:
    for c in all_.claims:
        about, words = subject(c), c.evidence[0] if c.evidence else None
        yield (
            c.iri, type(c).__name__, c.says, about.iri if about else "", about.label if about else "", *_content(c),
            c.claimant.label if c.claimant else "", c.claimant.iri if c.claimant else "", c.via.label if c.via else "",
            c.said_on, c.confidence, "; ".join(r.iri for r in c.reports),
            "; ".join(r.outlet.label for r in c.reports if r.outlet), "; ".join(r.issued for r in c.reports),
            words.iri if words else "", words.words if words else "", sentence(c),
        )  # fmt: skip


def _content(c: Claim) -> tuple[Cell, ...]:
    """measure, bound, figure, lower, upper, group, responsible, stance, predicate, object"""
    if isinstance(c, FigureClaim):
        return c.measure, c.bound, c.figure, c.lower, c.upper, _label(c.group), "", "", "", ""
    if isinstance(c, ResponsibilityClaim):
        return "", "", None, None, None, "", _label(c.responsible), c.stance, "", ""
    if isinstance(c, RelationClaim):
        return "", "", None, None, None, "", "", "", c.predicate, _label(c.object)
    return "", "", None, None, None, "", "", "", "", ""


def _actors(graph: Graph, all_: Book) -> Rows:
    for a in all_.actors.values():
        yield a.iri, a.label, a.kind, "; ".join(a.aliases), "; ".join(a.same_as)


def _places(graph: Graph, all_: Book) -> Rows:
    for p in all_.places.values():
        country = all_.level(p, "country")
        within = p.within.iri if p.within else ""
        yield p.iri, p.label, p.kind, p.lat, p.lon, within, country.label if country else "", "; ".join(p.same_as)


def _mentions(graph: Graph, all_: Book) -> Rows:
    r = Reading(graph.store)
    for n in r.of("Mention"):
        begin, end = r.whole(n, "nif:beginIndex"), r.whole(n, "nif:endIndex")
        yield (
            n.value, r.text(n, "nif:referenceContext"), begin, end, r.text(n, "nif:anchorOf"), r.text(n, "kg:sentence"),
            r.text(n, "kg:wordsHash"),
        )  # fmt: skip


def _reports(graph: Graph, all_: Book) -> Rows:
    for p in all_.reports.values():
        yield p.iri, p.title, _label(p.outlet), p.issued, p.source


def _labels(refs: Iterable[Ref]) -> str:
    return "; ".join(r.label for r in refs)


def _iris(refs: Iterable[Ref]) -> str:
    return "; ".join(r.iri for r in refs)


def _label(ref: Ref | None) -> str:
    return ref.label if ref else ""


TABLES: Mapping[str, Table] = {
    "events": Table(
        ("event", "label", "type", "modality", "date", "begin", "end", "time_text", "count", "places", "place_iris",
         "latitude", "longitude", "country", "agents", "attributed_to", "targets", "victims", "weapons", "methods",
         "speakers", "part_of", "claims", "reports", "sentence"), _events),
    "claims": Table(
        ("claim", "type", "says", "about", "about_label", "measure", "bound", "figure", "lower", "upper", "group",
         "responsible", "stance", "predicate", "object", "claimant", "claimant_iri", "via", "said_on", "confidence",
         "report", "outlet", "issued", "mention", "words", "sentence"), _claims),
    "actors": Table(("actor", "label", "type", "aliases", "same_as"), _actors),
    "places": Table(("place", "label", "kind", "latitude", "longitude", "within", "country", "same_as"), _places),
    "mentions": Table(("mention", "report", "begin", "end", "words", "sentence", "words_hash"), _mentions),
    "reports": Table(("report", "title", "outlet", "issued", "source"), _reports),
}  # fmt: skip
