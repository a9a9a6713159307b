"""Event rows in the columns of UCDP GED (version 24.1), as far as reports tell them; a finding aid, not UCDP's data."""
from collections.abc import Sequence
from datetime import datetime, timedelta

from kg.export.acled import TYPES
from kg.export.book import Book, book
from kg.export.policy import Policy, deaths, rows
from kg.export.rows import citation, day, outlets, sides, site
from kg.export.safety import Cell, sheet
from kg.export.tables import BOM
from kg.store import Event, Graph, Ref, Report

LETHAL = {kind: types for kind, types in TYPES.items() if kind not in ("Agreement", "Protest", "Arrest", "Robbery")}
COLUMNS = (
    "id", "year", "type_of_violence", "dyad_name", "side_a", "side_b", "number_of_sources", "source_article",
    "source_office", "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "adm_1",
    "adm_2", "latitude", "longitude", "geom_wkt", "country", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_unknown", "best", "high", "low", "policy", "part_of", "sentence", "mention", "report",
)  # fmt: skip
_STATES = ("State", "GovernmentBody")
_GROUPS = ("ArmedGroup", "PoliticalGroup")
_PRECISION = {4: 5, 7: 4, 10: 1}  # characters of an ISO date; UCDP's codes: 1 day, 4 month, 5 year
_WHERE = {"country": 6, "province": 4, "region": 4, "": None}


def ucdp(graph: Graph, policy: Policy | None = None) -> str:
    """CSV: a row for each event of lethal kinds that happened and cost a life by some source.

    `best` follows the policy, best-low-high where none is given; `low` and `high` span all sources. type_of_violence: 1
    with a state on a side, 2 between groups, 3 against civilians; blank where it is not told who acts.
    """
    rule, found = policy or Policy("best-low-high"), book(graph)
    return BOM + sheet(COLUMNS, (row for e in rows(found, rule, LETHAL) if (row := _row(e, found, rule))))


def _row(event: Event, all_: Book, policy: Policy) -> Sequence[Cell] | None:
    dead, spot, (a, b) = deaths(event, all_, policy), site(event, all_), sides(event, all_)
    if dead is None or dead.high == 0:
        return None
    cited, names, who = citation(event, all_, dead), outlets(event, all_), [_names(side) for side in (a, b)]
    wkt = f"POINT ({spot.lon} {spot.lat})" if spot.lat is not None else ""
    return (
        event.iri, event.date[:4], _violence(a, b, all_), " - ".join(w or "Unknown" for w in who), *who, len(names),
        *_cited(cited.report, names), dead.claim.claimant.label if dead.claim.claimant else "",
        _where(spot.at.kind) if spot.at else None, spot.names, spot.admin1, spot.admin2, spot.lat, spot.lon, wkt,
        spot.country, 1 if event.count in (None, 1) else 2, _PRECISION.get(len(day(event))), event.begin[:10],
        _last(event), dead.best, dead.best, dead.high, dead.low, str(policy), event.parent.iri if event.parent else "",
        cited.sentence, cited.mention, cited.report.iri if cited.report else "",
    )  # fmt: skip


def _cited(report: Report | None, names: Sequence[str]) -> tuple[str, str, str, str]:
    """source_article, source_office, source_date, source_headline"""
    if report is None:
        return "", "; ".join(names), "", ""
    return report.source, "; ".join(names), report.issued, report.title


def _names(refs: Sequence[Ref]) -> str:
    return "; ".join(dict.fromkeys(r.label for r in refs))


def _violence(a: Sequence[Ref], b: Sequence[Ref], all_: Book) -> int | None:
    one, other = ({all_.actors[r.iri].kind for r in side if r.iri in all_.actors} for side in (a, b))
    if not one & {*_STATES, *_GROUPS}:
        return None
    if not other & {*_STATES, *_GROUPS}:
        return 3 if other else None
    return 1 if (one | other) & set(_STATES) else 2


def _where(kind: str) -> int | None:
    return _WHERE.get(kind, 1)


def _last(event: Event) -> str:
    """The last day; kg:end is exclusive."""
    if not event.end:
        return ""
    moment = datetime.fromisoformat(event.end.replace("Z", "+00:00"))
    return (moment - timedelta(seconds=1)).date().isoformat()
