"""Numbers as written."""
import pytest

from kg.extraction.numerals import numerals, value_of


@pytest.mark.parametrize(("words", "value"), [
    ("12", 12), ("1,300", 1300), ("270 000", 270000), ("5.6 million", 5600000), ("5.6", None), ("twenty-five", 25),
    ("two hundred and fifty", 250), ("A hundred", 100), ("a hundred thousand", 100000), ("half a dozen", 6),
    ("half a million", 500000),
    ("two dozen", 24), ("two and a half million", 2500000), ("twelve hundred", 1200),
])  # fmt: skip
def test_value_of(words: str, value: int | None) -> None:
    assert value_of(words) == value


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="banana"):
        value_of("banana")


@pytest.mark.parametrize(("text", "found"), [
    ("between two and three men", ["two", "three"]),
    ("an AK-47, the 14th, 9:30, 3.5.2 and M16", []),
    ("20-30 men", ["20", "30"]),
    ("forty five men and one thousand, two women", ["forty five", "one thousand", "two"]),
])  # fmt: skip
def test_where_numbers_stand(text: str, found: list[str]) -> None:
    assert [text[n.begin : n.end] for n in numerals(text)] == found
