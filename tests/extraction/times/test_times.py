"""Time expressions: what is found, and what it means from a date of publication."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.extraction.times import TimeMention, governor, times

NLP = spacy.blank("en")
PUBLISHED = "2014-09-17"  # a Wednesday


def found(text: str, published: str = PUBLISHED) -> list[TimeMention]:
    return list(times(NLP(text), published))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Rebels attacked the post on Tuesday.", "Tuesday", "2014-09-16"),
        ("Rebels attacked the post on Wednesday.", "Wednesday", "2014-09-17"),
        ("Rebels attacked the post last Wednesday.", "last Wednesday", "2014-09-10"),
        ("The talks open next Monday.", "next Monday", "2014-09-22"),
        ("They met on Monday last week.", "Monday last week", "2014-09-08"),
        ("A mine went off on Saturday night.", "Saturday night", "2014-09-13"),
        ("A mine went off at dawn on Friday.", "dawn on Friday", "2014-09-12"),
        ("Shells fell yesterday afternoon.", "yesterday afternoon", "2014-09-16"),
        ("Shells fell last night.", "last night", "2014-09-16"),
        ("Shells fell today.", "today", "2014-09-17"),
        ("Troops left three days ago.", "three days ago", "2014-09-14"),
        ("Troops left two years ago.", "Two years ago".lower(), "2012"),
        ("Troops left four months ago.", "four months ago", "2014-05"),
        ("It began last month.", "last month", "2014-08"),
        ("It began this year.", "this year", "2014"),
        ("The truce failed in April.", "April", "2014-04"),
        ("The truce failed in November.", "November", "2013-11"),
        ("The truce failed in early March.", "early March", "2014-03"),
        ("The truce failed in mid-2013.", "mid-2013", "2013"),
        ("The truce failed in May 2012.", "May 2012", "2012-05"),
        ("It fell on June 3.", "June 3", "2014-06-03"),
        ("It fell on 3 June.", "3 June", "2014-06-03"),
        ("It fell on the 3rd of June.", "the 3rd of June", "2014-06-03"),
        ("It fell last 12 December.", "last 12 December", "2013-12-12"),
        ("It fell on June 3, 2011.", "June 3, 2011", "2011-06-03"),
        ("It fell on 3 Jun 87 near the river.", "3 Jun 87", "1987-06-03"),
        ("It fell on Monday, June 3, 2013.", "Monday, June 3, 2013", "2013-06-03"),
        ("It fell on the afternoon of 3 June.", "the afternoon of 3 June", "2014-06-03"),
        ("It fell on the 14th.", "the 14th", "2014-09-14"),
        ("It fell on 2013-06-03.", "2013-06-03", "2013-06-03"),
        ("It fell on New Year's Day.", "New Year's Day", "2014-01-01"),
        ("It fell in 1979.", "1979", "1979"),
        (
            "It fell at 8:30 am local time (0530 GMT) on Sunday.",
            "8:30 am local time (0530 GMT) on Sunday",
            "2014-09-14T05:30:00Z",
        ),
        ("It fell on Sunday at 8:30 am.", "Sunday at 8:30 am", "2014-09-14"),
        ("It fell at 2150 GMT Sunday.", "2150 GMT Sunday", "2014-09-14T21:50:00Z"),
    ],
)
def test_points(text: str, words: str, value: str) -> None:
    (mention,) = found(text)
    assert (mention.time.text, mention.time.value, mention.kind) == (words, value, "point")
    assert mention.time.begin and mention.time.end


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked on Tuesday.",
        "It fell last night.",
        "It fell in April.",
        "It fell on June 3.",
        "It fell last week.",
        "It fell two years ago.",
    ],
)
def test_without_a_date_of_publication_relative_times_keep_their_words_alone(text: str) -> None:
    (mention,) = found(text, "")
    assert mention.relative
    assert (mention.time.value, mention.time.datatype, mention.time.begin, mention.time.end) == ("", "", "", "")


@pytest.mark.parametrize(
    ("text", "kind", "value", "begin", "end"),
    [
        ("The war has gone on since 2009.", "since", "2009", "2009-01-01T00:00:00Z", ""),
        ("They must leave by Friday.", "until", "", "", "2014-09-13T00:00:00Z"),
        ("They held it until last month.", "until", "", "", "2014-09-01T00:00:00Z"),
        ("It was quiet before 2009.", "before", "", "", "2009-01-01T00:00:00Z"),
        ("It was quiet after 2009.", "after", "", "2010-01-01T00:00:00Z", ""),
        ("They fought between 1980 and 1988.", "range", "1980", "1980-01-01T00:00:00Z", "1989-01-01T00:00:00Z"),
        ("They fought last week.", "point", "", "2014-09-08T00:00:00Z", "2014-09-15T00:00:00Z"),
        ("Dozens died in the past week.", "range", "", "2014-09-10T00:00:00Z", "2014-09-18T00:00:00Z"),
        ("They fought in the 1990s.", "point", "", "1990-01-01T00:00:00Z", "2000-01-01T00:00:00Z"),
    ],
)
def test_stretches_and_open_ends(text: str, kind: str, value: str, begin: str, end: str) -> None:
    (mention,) = found(text)
    assert (mention.kind, mention.time.value, mention.time.begin, mention.time.end) == (kind, value, begin, end)


@pytest.mark.parametrize(
    ("text", "kind", "shift"),
    [
        ("Earlier in the day a shell fell.", "offset", 0),
        ("The day before, a shell fell.", "offset", -1),
        ("Two days later a shell fell.", "offset", 2),
        ("Fifteen minutes after the shelling they fled.", "offset", None),
        ("About two days later a shell fell.", "offset", None),
        ("They fought for three hours.", "duration", None),
        ("It was a four-year war.", "duration", None),
        ("They march every Friday.", "frequency", None),
        ("They march on Fridays.", "frequency", None),
        ("Many died in recent years.", "vague", None),
        ("Many died over the weekend.", "vague", None),
        ("A shell fell at about 2 p.m. there.", "clock", None),
        ("A shell fell at noon.", "clock", None),
        ("A shell fell at 1910, he said.", "clock", None),
        ("A shell fell overnight.", "part", None),
    ],
)
def test_other_kinds_have_no_value(text: str, kind: str, shift: int | None) -> None:
    (mention,) = found(text)
    assert (mention.kind, mention.shift, mention.time.value) == (kind, shift, "")


@pytest.mark.parametrize(
    "text",
    [
        "They march to the capital and may leave.",
        "They may 20 times have fled.",
        "The Bloody Sunday inquiry has ended.",
        "He carried an AK-47 and a 1911 pistol.",
        "Police searched 2003 homes.",
        "A 22-year-old man and a boy aged 14 were hurt.",
        "A second report followed.",
        "He was the 14th to die.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It fell on February 31.",
        "It fell on 31 June 2012.",
        "It fell on Friday, June 3.",
        "It fell more than two years ago.",
    ],
)
def test_impossible_contradictory_and_rough_dates_stay_words(text: str) -> None:
    (mention,) = found(text)
    assert mention.time.value == ""


def test_a_day_of_the_coming_weeks_without_a_year_is_not_taken_for_last_years() -> None:
    assert [m.time.value for m in found("the October 5 elections")] == [""]


def test_a_future_verb_looks_ahead() -> None:
    words = ["They", "will", "meet", "on", "Friday"]
    doc = Doc(
        NLP.vocab,
        words,
        heads=[2, 2, 2, 4, 2],
        deps=["nsubj", "aux", "ROOT", "case", "obl"],
        pos=["PRON", "AUX", "VERB", "ADP", "PROPN"],
    )
    (mention,) = times(doc, PUBLISHED)
    assert mention.time.value == "2014-09-19"
    assert governor(mention, doc) == 2


def test_the_governor_lies_beyond_an_adverb_and_beyond_the_event_counted_from() -> None:
    words = ["They", "fled", "early", "on", "Monday", ",", "an", "hour", "after", "the", "raid"]
    doc = Doc(
        NLP.vocab,
        words,
        heads=[1, 1, 1, 4, 2, 10, 7, 10, 10, 10, 1],
        deps=["nsubj", "ROOT", "advmod", "case", "obl", "punct", "det", "obl", "case", "det", "obl"],
        pos=["PRON", "VERB", "ADV", "ADP", "PROPN", "PUNCT", "DET", "NOUN", "ADP", "DET", "NOUN"],
    )
    assert [governor(m, doc) for m in times(doc, PUBLISHED)] == [1, 1]


@pytest.mark.parametrize(("noun", "tag", "found_years"), [("coup", "NN", ["1979"]), ("men", "NNS", [])])
def test_a_number_before_a_noun_is_a_year_where_the_noun_is_singular(
    noun: str, tag: str, found_years: list[str]
) -> None:
    doc = Doc(
        NLP.vocab,
        ["Its", "1979", noun, "failed"],
        heads=[2, 2, 3, 3],
        deps=["nmod:poss", "nummod", "nsubj", "ROOT"],
        pos=["PRON", "NUM", "NOUN", "VERB"],
        tags=["PRP$", "CD", tag, "VBD"],
    )
    assert [m.time.value for m in times(doc, PUBLISHED)] == found_years


def test_a_weekday_within_a_name_is_no_time() -> None:
    doc = Doc(
        NLP.vocab,
        ["The", "Sunday", "Courier", "wrote"],
        heads=[2, 2, 3, 3],
        deps=["det", "compound", "nsubj", "ROOT"],
        pos=["DET", "PROPN", "PROPN", "VERB"],
    )
    assert list(times(doc, PUBLISHED)) == []
    named = NLP("She joined Friday People Front")
    named.ents = [Span(named, 2, 5, "ORG")]
    assert list(times(named, PUBLISHED)) == []


def test_paragraphs_are_not_joined_and_tokens_match_words() -> None:
    doc = NLP("It fell on Monday\nAt noon it ended")
    assert [doc[m.start : m.end].text for m in times(doc, PUBLISHED)] == ["Monday", "noon"]


def test_an_unreadable_date_of_publication_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        found("It fell today.", "soon")
