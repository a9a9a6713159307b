"""Which earlier entity a pronoun or a description stands for, on hand-made Docs."""
import pytest
import spacy
from spacy.tokens import Doc

from kg.extraction.mentions.anaphora import description_antecedent, genders, pronoun_antecedent
from kg.extraction.mentions.entity import Draft

NLP = spacy.blank("en")


def doc(words: str) -> Doc:
    """One sentence, each word a dependent of the last."""
    found = words.split()
    last = len(found) - 1
    return Doc(NLP.vocab, found, heads=[last] * len(found), deps=[*["dep"] * last, "ROOT"], lemmas=found)


@pytest.mark.parametrize(("words", "found"), [
    (["mrs.", "minister"], {"female"}), (["king"], {"male"}), (["her", "father"], {"female", "male"}),
    (["judge"], set())])
def test_genders(words: list[str], found: set[str]) -> None:
    assert genders(words) == found


@pytest.mark.parametrize(("pronoun", "first", "second", "found"), [
    ("she", {"female"}, {"male"}, 0),
    ("her", {"female"}, {"male"}, 0),
    ("he", {"female"}, {"male"}, 1),
    ("she", {"male"}, set(), 1),
    ("he", {"female"}, {"female"}, None),
])
def test_a_pronoun_takes_up_the_last_person_of_its_gender(
    pronoun: str, first: set[str], second: set[str], found: int | None
) -> None:
    drafts = [
        Draft("Person", "Ama", genders=first, seen=[(0, True)]),
        Draft("Person", "Bo", genders=second, seen=[(2, False)]),
    ]
    assert pronoun_antecedent(doc(f"Ama met Bo ; {pronoun} left")[4], drafts) == found


@pytest.mark.parametrize(("name", "noun", "found"), [
    ("Sund", "town", 0), ("Sund region", "town", None), ("Sund Island", "village", None), ("Sund town", "town", 0)])
def test_a_town_is_no_region(name: str, noun: str, found: int | None) -> None:
    drafts = [Draft("Place", name, names={name}, seen=[(0, False)])]
    assert description_antecedent(doc(f"Sund , the {noun} fell")[3], frozenset({"settlement"}), drafts) == found
