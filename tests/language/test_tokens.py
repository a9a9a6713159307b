import pytest
import spacy

from kg.language.tokens import tokenizer

CASES = [
    ("Lt. Col. Okoro fell.", ["Lt.", "Col.", "Okoro", "fell", "."]),
    ("GEN. OKORO FELL.", ["GEN.", "OKORO", "FELL", "."]),
    ("At 4:30 p.m. it ended.", ["At", "4:30", "p.m.", "it", "ended", "."]),
    ("al-Hudud, a 31-year-old", ["al", "-", "Hudud", ",", "a", "31", "-", "year", "-", "old"]),
    ("the Unity Front [UF] fled", ["the", "Unity", "Front", "[", "UF", "]", "fled"]),
    ("nine people—six here—died", ["nine", "people", "—", "six", "here", "—", "died"]),
    ("“It’s over,” she said", ["“", "It", "’s", "over", ",", "”", "she", "said"]),
    ("Ma'arib’s gate", ["Ma'arib", "’s", "gate"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenizer(spacy.blank("en"))(text)] == words


@pytest.mark.parametrize("text", ["", " ", "\n\n a\tb  \n", "a\u00a0b\u200bc", "–x–\r\ny "])
def test_tokens_spell_the_text(text: str) -> None:
    assert tokenizer(spacy.blank("en"))(text).text == text
