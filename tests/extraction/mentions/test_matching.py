"""When two names in one report are the same."""

import pytest

from kg.extraction.mentions.entity import Draft
from kg.extraction.mentions.matching import same_name

CASES = [
    ("Traore", "Person", "Person", "Amadou Traore", True),
    ("Amadou", "Person", "Person", "Amadou Traore", False),
    ("Ben Salah", "Person", "Person", "Amine Ben Salah", True),
    ("Amadou Traore", "Person", "Person", "Traore", True),
    ("Traore", "Organisation", "Person", "Amadou Traore", False),
    ("Restrepo", "Person", "Person", "Ana Maria Restrepo Gil", True),
    ("Gil", "Person", "Person", "Ana Maria Restrepo Gil", True),
    ("Maria", "Person", "Person", "Ana Maria Restrepo Gil", False),
    ("the Front", "ArmedGroup", "ArmedGroup", "Northern Front", True),
    ("NLF", "ArmedGroup", "ArmedGroup", "Northern Liberation Front", True),
    ("N.L.F.", "ArmedGroup", "ArmedGroup", "Northern Liberation Front", True),
    ("NPF", "ArmedGroup", "ArmedGroup", "Northern Liberation Front", False),
    ("Mali", "State", "GovernmentBody", "Mali Senate", False),
    ("Mali Senate", "GovernmentBody", "State", "Mali", False),
    ("Mali", "State", "State", "Republic of Mali", True),
    ("Falluja", "Place", "Place", "Fallujah", True),
    ("East Falluja", "Place", "Place", "Falluja", False),
    ("Falluja", "Place", "Organisation", "Falluja", False),
    ("Falluja hospital", "Facility", "Place", "Falluja", False),
    ("al-Hudaydah", "Place", "Place", "Hodeidah", True),
    ("Red Brigade", "ArmedGroup", "Weapon", "Red Brigade", False),
]


@pytest.mark.parametrize(("text", "kind", "other", "name", "same"), CASES)
def test_same_name(text: str, kind: str, other: str, name: str, same: bool) -> None:
    assert same_name(text, kind, Draft(other, name, names={name})) is same


def test_a_description_is_nobodys_name() -> None:
    assert not same_name("gunmen", "PeopleGroup", Draft("PeopleGroup", "gunmen", generic=True, names={"gunmen"}))
