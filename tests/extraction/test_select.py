"""What nothing refers to is left out, and the rest is numbered anew everywhere."""

from dataclasses import replace

import pytest

from kg.extraction.select import referenced
from kg.records import Attribution, Extraction, Statement


@pytest.fixture
def record(draft) -> Extraction:
    """Gunmen (1) killed a guard (3) with rifles (4) in Sund (2), police (5) say; a crowd (0) and pistols (6) idle."""
    d = draft("A crowd saw gunmen in Sund kill a guard with rifles, police said; pistols were found.")
    crowd = d.entity("PeopleGroup", "crowd", generic=True)
    gunmen, sund = d.entity("PeopleGroup", "gunmen", generic=True), d.entity("Place", "Sund")
    guard, rifles = d.entity("Person", "guard", generic=True), d.entity("Weapon", "rifle", "rifles")
    police, _ = d.entity("GovernmentBody", "police", generic=True), d.entity("Weapon", "pistol", "pistols")
    by = Attribution(police)
    attack, said = d.event("ArmedAttack", "kill"), d.event("Statement", "police said")
    for role, value in (("agent", gunmen), ("place", sund), ("victim", guard), ("weapon", rifles)):
        d.argument(attack, role, value, "kill", by)
    d.argument(said, "subEventOf", attack, "kill")
    d.figure(attack, "a guard", 1, group=guard, by=police)
    d.blame(attack, gunmen, "blames", "kill", by=police)
    d.statement(said, police, "police said", about=(attack,))
    d.relation(gunmen, "basedIn", sund, "gunmen in Sund")
    assert crowd == 0
    return d.done()


def test_what_nothing_names_goes(record: Extraction) -> None:
    assert [e.name for e in referenced(record).entities] == ["gunmen", "Sund", "guard", "rifle", "police"]


def test_a_name_stays_though_nothing_refers_to_it(draft) -> None:
    d = draft("Vega slept.")
    d.entity("Person", "Vega")
    assert [e.name for e in referenced(d.done()).entities] == ["Vega"]


def test_all_indexes_follow(record: Extraction) -> None:
    found = referenced(record)
    named = [(a.role, found.entities[a.value].name) for a in found.arguments if a.role != "subEventOf"]
    assert named == [("agent", "gunmen"), ("place", "Sund"), ("victim", "guard"), ("weapon", "rifle")]
    assert {found.entities[a.attribution.claimant].name for a in found.arguments[:4]} == {"police"}
    (figure,), (blame,), (said,), (tie,) = found.figures, found.responsibilities, found.statements, found.relations
    assert (found.entities[figure.group].name, found.entities[figure.attribution.claimant].name) == ("guard", "police")
    assert found.entities[blame.responsible].name == "gunmen"
    assert found.entities[said.speaker].name == "police"
    assert (found.entities[tie.subject].name, found.entities[tie.object].name) == ("gunmen", "Sund")


def test_events_keep_their_numbers(record: Extraction) -> None:
    found = referenced(record)
    assert found.events == record.events
    assert [a.value for a in found.arguments if a.role == "subEventOf"] == [0]


def test_speakers_and_affiliations_count_as_used(record: Extraction) -> None:
    silent = replace(record, statements=(Statement(1, 5, (), affiliation=0),))
    assert "crowd" in [e.name for e in referenced(silent).entities]
