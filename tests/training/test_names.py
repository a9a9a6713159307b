import pytest

from training.names import DATE, TIME, Entity, person, relabel

DATES = [
    ("It fell on Tuesday, 4 May 1999.", ["Tuesday, 4 May 1999"]),
    ("It fell in mid-2011 and again last week.", ["mid-2011", "last week"]),
    ("It fell in early March.", ["early March"]),
    ("Route 1850b", []),
]
LABELS = [
    (["Mali"], "ORG", "LOC"),
    (["Malian"], "LOC", "NORP"),
    (["Hamas"], "LOC", "ORG"),
    (["Gao", "Airport"], "LOC", "FAC"),
    (["Gao"], "LOC", "LOC"),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text: str, dates: list[str]) -> None:
    assert [match.group() for match in DATE.finditer(text)] == dates


def test_times() -> None:
    assert [match.group() for match in TIME.finditer("At 7:15 pm, 2300 GMT, not at 12.")] == ["7:15 pm", "2300 GMT"]


@pytest.mark.parametrize(("words", "given", "label"), LABELS)
def test_words_decide_labels(words: list[str], given: str, label: str) -> None:
    entity: Entity = (0, len(words), given)
    assert relabel(words, entity) == (0, len(words), label)


def test_titles_are_no_names() -> None:
    words = ["then", "Prime", "Minister", "Idrissa", "al", "-", "Kone", "of", "Gao"]
    assert person(words, 0, len(words)) is None
    assert person(words, 0, 7) == (3, 7)
    assert person(["the", "president"], 0, 2) is None
