"""Measures given twice in two units."""
import pytest

from kg.check.findings.units import mismatches

WRONG = ["60 miles (40 kilometers)", "a 100-mile (100-kilometre) front", "5,000 feet (3,500 meters)", "20 kg (20 lbs)",
         "10 km (16 miles)", "90 square miles (150 square kilometers)", "12 miles, or 12 kilometers,"]
RIGHT = ["60 miles (97 kilometers)", "60 miles (100 kilometers)", "1 mile (1.6 km)", "2 miles (3 km)", "6 feet (1.8 m)",
         "20 kg (44 pounds)", "1,000 acres (405 hectares)", "40 square miles (104 sq km)", "60 miles (40 people)",
         "10 km (6 miles)", "60 miles (60 miles)", "in 2016 (40 kilometers away)", "half a mile (800 metres)"]


@pytest.mark.parametrize("words", WRONG)
def test_disagree(words):
    text = f"The hamlet lies {words} to the north."
    (found,) = mismatches(text)
    assert found.words in text and found.span.of(text) == found.words


@pytest.mark.parametrize("words", RIGHT)
def test_agree(words):
    assert not list(mismatches(f"The hamlet lies {words} to the north."))


def test_it_says_what_it_would_be():
    (found,) = mismatches("It is 60 miles (40 kilometers) off.")
    assert found.expected == "96.6 kilometers"
