"""Publication dates."""
import pytest

from kg.reading import published


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("", ""),
        ("2019-03-04", "2019-03-04"),
        ("20190304", "2019-03-04"),
        (" 2019-03-04T06:30:00Z ", "2019-03-04T06:30:00Z"),
        ("2019-03-04 06:30", "2019-03-04T06:30:00"),
        ("2019-03-04 06:30 UTC", "2019-03-04T06:30:00"),
        ("2019-03-04T06:30:00+02:00", "2019-03-04T06:30:00+02:00"),
        ("Mon, 04 Mar 2019 06:30:00 GMT", "2019-03-04T06:30:00Z"),
        ("4 March 2019", "2019-03-04"),
        ("Mar 4, 2019", "2019-03-04"),
        ("Monday, March 4, 2019", "2019-03-04"),
    ],
)
def test_published(text: str, iso: str) -> None:
    assert published(text) == iso


@pytest.mark.parametrize("text", ["05/06/2019", "2019", "March 2019", "2019-02-30", "yesterday", "1551680000"])
def test_what_is_no_single_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        published(text)
