"""Claims of responsibility told several times are one claim."""

from kg.extraction.claims.responsibility import merged
from kg.records import Attribution, Responsibility, Span

GROUP, AGENCY, STATE = 1, 2, 3


def claim(stance: str, begin: int, by: Attribution = Attribution(GROUP), about: int = 0) -> Responsibility:
    return Responsibility(about, GROUP, stance, (Span(begin, begin + 5),), by)


def test_the_words_are_gathered() -> None:
    (one,) = merged([claim("claims", 40), claim("claims", 10), claim("claims", 40)])
    assert one.evidence == (Span(10, 15), Span(40, 45))


def test_the_channel_is_that_of_the_telling_that_names_it() -> None:
    (one,) = merged([claim("claims", 0), claim("claims", 10, Attribution(GROUP, AGENCY))])
    assert one.attribution.via == AGENCY


def test_what_differs_stays_apart() -> None:
    told = [
        claim("claims", 0), claim("denies", 10), claim("blames", 20, Attribution(STATE)),
        claim("blames", 30, Attribution()),
        claim("claims", 40, about=1),
    ]  # fmt: skip
    assert merged(told) == told
