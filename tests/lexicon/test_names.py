"""Spelling: what counts as the same name, and what does not."""
import pytest

from kg.lexicon.names import acronym_of, alike, fold, is_acronym, sound


@pytest.mark.parametrize("name, folded", [
    ("The Al-Nusra Front’s", "nusra front"),
    ("Ma'an", "maan"),
    ("Ma’an", "maan"),
    ("U.S.", "us"),
    ("Deir ez-Zor", "deir zor"),
    ("St. Petersburg", "st petersburg"),
    ("SPLM/A", "splm a"),
    ("Córdoba", "cordoba"),
    ("Şırnak", "sirnak"),
    ("Yemen's", "yemen"),
    ("the Houthis'", "houthis"),
    ("El Salvador", "el salvador"),
    ("al", "al"),
    ("The", "the"),
    ("", ""),
])
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize("names", [
    ("Tartus", "Tartous", "Tarţūs"),
    ("Hodeida", "Hodeidah", "al-Hudaydah"),
    ("Falluja", "Fallujah", "Al Fallūjah"),
    ("Raqqa", "Ar Raqqah", "Rakka"),
    ("al-Qaeda", "Al-Qaida", "al-Qa'ida"),
    ("Mujahideen", "Mujahedin", "Mujaheddin"),
    ("Khan Yunis", "Khan Younis"),
])
def test_transliterations_sound_the_same(names: tuple[str, ...]) -> None:
    assert len({sound(name) for name in names}) == 1


@pytest.mark.parametrize("one, other", [
    ("Homs", "Hama"), ("Mali", "Malawi"), ("Niger", "Nigeria"), ("Iran", "Iraq"), ("Aden", "Adana"), ("Gao", "Goa"),
    ("Slovakia", "Slovenia"), ("Tripoli", "Tartus"), ("Hamas", "Hams"), ("Basra", "Bursa"),
])
def test_different_places_sound_different(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("one, other, expected", [
    ("Tartus", "Tartous", True), ("Daraa", "Deraa", True), ("quite", "Quetta", False), ("Asad", "Assad", False),
])
def test_alike(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is expected


@pytest.mark.parametrize("name, acronym", [
    ("Kurdistan Workers' Party", "KWP"),
    ("Lord's Resistance Army", "LRA"),
    ("Movement for the Emancipation of the Niger Delta", "MEND"),
    ("Ejército de Liberación Nacional", "ELN"),
    ("Taliban", ""),
])
def test_acronym_of(name: str, acronym: str) -> None:
    assert acronym_of(name) == acronym


@pytest.mark.parametrize("name, expected", [
    ("IS", True), ("M-19", True), ("SPLM/A", True), ("U.N.", True), ("Is", False), ("A", False), ("HAMASGROUPS", False),
])
def test_is_acronym(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected
