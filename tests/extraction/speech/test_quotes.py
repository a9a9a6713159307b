"""Quotation marks of every kind, and none that swallows the text."""

import pytest
import spacy

from kg.extraction.speech import quotations

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we won” and left.", ["we won"]),
        ('He said "we won" and "they lost".', ["we won", "they lost"]),
        ("He said 'we won' and left.", ["we won"]),
        ("He said ‘we’ve won’ and left.", ["we’ve won"]),
        ("He said ‘it is the rebels’ base,’ and left.", ["it is the rebels’ base,"]),
        ("The rebels' base and the army's tanks", []),
        ("In the '90s the rebels' base fell.", []),
        ("He said «we won» and left.", ["we won"]),
        ("The “caliphate” fell.", ["caliphate"]),
        ("He said “we won. They lost.” Then he left.", ["we won. They lost."]),
        ("He said “we won.\nThen the report went on.", ["we won."]),
        ('A stray " mark and "we won" after it.', ["we won"]),
        ("“We won.\n“They lost,” he said.", ["We won.", "They lost,"]),
        ("A 5” pipe and no more.", []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    doc = NLP(text)
    assert [doc[q.start : q.end].text.strip() for q in quotations(doc)] == expected


def test_an_unclosed_quotation_says_so() -> None:
    assert [q.closed for q in quotations(NLP("“We won.\n“They lost,” he said."))] == [False, True]
