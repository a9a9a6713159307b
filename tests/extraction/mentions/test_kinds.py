"""Which class a name or a noun is of."""

import pytest
from spacy.tokens import Doc

from kg.extraction.lexicon import load_lexicon
from kg.extraction.mentions import kinds


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("Amadou Traore", "PERSON", "Person"),
        ("Ministry of Health", "ORG", "GovernmentBody"),
        ("Ruritanian Army", "ORG", "GovernmentBody"),
        ("Northern Liberation Front", "ORG", "ArmedGroup"),
        ("Volta News Agency", "ORG", "MediaOutlet"),
        ("Harbour Post", "ORG", "MediaOutlet"),
        ("Rights Watch", "ORG", "MonitoringGroup"),
        ("Green Party", "ORG", "PoliticalGroup"),
        ("Saint Luke Hospital", "ORG", "Facility"),
        ("Saint Luke Hospital", "LOC", "Facility"),
        ("University of Lund", "ORG", "Facility"),
        ("Acme", "ORG", "Organisation"),
        ("Gao", "LOC", "Place"),
        ("Karens", "NORP", "PeopleGroup"),
        ("Something", "UNHEARD", "Organisation"),
    ],
)
def test_names(name: str, label: str, kind: str) -> None:
    assert kinds.of_name(name.split(), label, load_lexicon().nouns) == kind


@pytest.mark.parametrize(
    ("sentence", "noun", "sort"),
    [
        ("car_bomb", "bomb", "weapon"),
        ("car_bomb", "station", "facility"),
        ("passive", "gunmen", "fighter"),
        ("advcl", "Soldiers", "soldier"),
        ("conj_passive", "nurses", "people"),
        ("obl", "fire", None),
    ],
)
def test_nouns(parses: dict[str, Doc], sentence: str, noun: str, sort: str | None) -> None:
    (token,) = [t for t in parses[sentence] if t.text == noun]
    found = kinds.sorts(token, load_lexicon().nouns)
    assert (sort in found) if sort else not found
