"""Event rows: one number from many, by a policy that is told, with the sentence it rests on."""
import csv
import io

import pytest

from kg.export import Policy, export
from kg.export.acled import COLUMNS as ACLED
from kg.export.book import book
from kg.export.policy import CHOICES, deaths
from kg.export.ucdp import COLUMNS as UCDP
from kg.store import Graph

ATTACK = "https://w3id.org/conflict-kg/id/event/attack"


def rows(graph: Graph, name: str, policy: Policy | None = None) -> dict[str, dict[str, str]]:
    found = csv.DictReader(io.StringIO(export(graph, name, policy).removeprefix("\ufeff"), newline=""))
    return {next(iter(row.values())).rsplit("/", 1)[-1]: row for row in found}


@pytest.mark.parametrize(("policy", "best"), [
    ("conservative", 12), ("best-low-high", 12), ("highest", 23), ("median", 12), ("latest", 23), ("independent", 23)])
def test_a_policy_chooses_one_figure_and_keeps_the_range(harbour: Graph, policy: str, best: int) -> None:
    found = book(harbour)
    told = deaths(found.events[ATTACK], found, Policy(policy))
    assert told is not None and (told.best, told.low, told.high) == (best, 12, 23)
    assert told.told == "12 by St Ada Hospital; at least 23 by Marell Monitor"  # 19 is replaced, 3 are children


def test_every_policy_is_tried() -> None:
    assert set(CHOICES) == {"conservative", "best-low-high", "latest", "independent", "median", "highest"}
    with pytest.raises(ValueError, match=r"'average'.*conservative"):
        Policy("average")


def test_acled_rows_are_wholes(harbour: Graph) -> None:
    found = rows(harbour, "acled", Policy("independent"))
    assert set(found) == {"attack", "earlier"}  # no parts, nothing planned, no statement
    row = found["attack"]
    assert tuple(row) == ACLED
    assert (row["event_type"], row["event_date"], row["time_precision"], row["country"], row["location"]) == (
        "Explosions/Remote violence", "2031-03-04", "1", "Orland", "Marell")
    assert (row["actor1"], row["inter1"], row["fatalities"], row["policy"]) == (
        "Red Dawn", "Rebel group", "23", "independent, wholes")
    assert row["sentence"] == "at least 23" and row["mention"].endswith("#char=10,21")


def test_acled_rows_of_parts(harbour: Graph) -> None:
    assert set(rows(harbour, "acled", Policy(parts=True))) == {"gate", "shooting", "earlier"}


def test_what_is_not_told_stays_blank(harbour: Graph) -> None:
    row = rows(harbour, "acled")["earlier"]
    assert (row["event_date"], row["time_precision"], row["fatalities"]) == ("2029", "", "")


def test_ucdp_rows_need_a_death(harbour: Graph) -> None:
    found = rows(harbour, "ucdp", None)
    assert set(found) == {"attack"} and tuple(found["attack"]) == UCDP
    row = found["attack"]
    assert [row[c] for c in ("best", "low", "high", "date_start", "date_end", "date_prec", "where_prec")] == [
        "12", "12", "23", "2031-03-04", "2031-03-04", "1", "1"]
    assert row["source_original"] == "St Ada Hospital" and row["geom_wkt"] == "POINT (-3.25 12.5)"
    assert row["sentence"].startswith("The attack on the port")


def test_the_same_graph_gives_rows_twice_alike(harbour: Graph) -> None:
    assert export(harbour, "acled") == export(Graph.of(sorted(harbour, key=str)), "acled")


def test_what_most_reports_give_is_the_best(harbour: Graph) -> None:
    """Two reports say 23 at least, one says 12."""
    again = """@prefix kg: <https://w3id.org/conflict-kg/ontology#> . @prefix id: <https://w3id.org/conflict-kg/id/> .
    <urn:again> a kg:FigureClaim, kg:Claim ; kg:about <https://w3id.org/conflict-kg/id/event/attack> ; kg:lower 23 ;
    kg:figure 23 ; kg:measure kg:killed ; kg:bound kg:atLeast ;
    kg:reportedIn <https://w3id.org/conflict-kg/id/report/2031-03-05-harbour-post-aaaaaaaaaaaa> ."""
    found = book(Graph.of(harbour).read(io.BytesIO(again.encode())))
    told = deaths(found.events[ATTACK], found, Policy("best-low-high"))
    assert told is not None and (told.best, told.low, told.high) == (23, 12, 23)
