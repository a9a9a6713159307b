import pytest

from kg.check.findings.calendar import slips

CASES = [
    ("It began on 31 June.", [("31 June", "June has 30 days")]),
    ("On February 30, 2015, the talks failed.", [("February 30, 2015", "February 2015 has 28 days")]),
    ("On February 29, 2016, the talks failed.", []),
    ("On 29 February the talks failed.", []),
    ("On Monday, May 24, 2016, shells fell.", [("Monday, May 24, 2016", "it was a Tuesday")]),
    ("On Tuesday, 24 May 2016, shells fell.", []),
    ("On Monday, May 24, shells fell.", []),  # of which year is not told
    ("In June 31 people drowned.", []),
    ("It was over by June 31.", [("June 31", "June has 30 days")]),
    ("An April 31-year-old", []),
    ("Some 40 march on the ministry, 31 may join them.", []),
    ("On 29 Feb. and on 30 Feb. it rained.", [("30 Feb", "February has 29 days")]),
    ("At 09 Sept 10:30 nothing was heard.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_slips(text: str, wanted: list[tuple[str, str]]) -> None:
    found = list(slips(text))
    assert [(s.words, s.wrong) for s in found] == wanted
    assert all(s.span.of(text) == s.words for s in found)
