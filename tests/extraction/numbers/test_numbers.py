"""Numbers: what is found, which values it allows, what it is the number of."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.extraction.numbers import Number, counted, numbers

NLP = spacy.blank("en")


def only(text: str) -> tuple[str, Number]:
    doc = NLP(text)
    (number,) = numbers(doc)
    return doc[number.start : number.end].text, number


@pytest.mark.parametrize(
    ("text", "words", "figure", "lower", "upper", "bound"),
    [
        ("The raid left 41 dead.", "41", 41, 41, 41, "exact"),
        ("Some 41 died.", "Some 41", 41, 36, 46, "approximately"),
        ("At least 41 died.", "At least 41", 41, 41, None, "atLeast"),
        ("No fewer than nine died.", "No fewer than nine", 9, 9, None, "atLeast"),
        ("Nineteen or more died.", "Nineteen or more", 19, 19, None, "atLeast"),
        ("More than 149 died.", "More than 149", 149, 150, None, "moreThan"),
        ("Upwards of 1,300 died.", "Upwards of 1,300", 1300, 1301, None, "moreThan"),
        ("More than a dozen died.", "More than a dozen", 12, 13, None, "moreThan"),
        ("Up to 200 died.", "Up to 200", 200, 0, 200, "upTo"),
        ("As many as 200 died.", "As many as 200", 200, 0, 200, "upTo"),
        ("Fewer than 30 died.", "Fewer than 30", 30, 0, 29, "upTo"),
        ("Nearly 100 died.", "Nearly 100", 100, 90, 99, "nearly"),
        ("Close to 100 died.", "Close to 100", 100, 90, 99, "nearly"),
        ("An estimated 60 died.", "An estimated 60", 60, 54, 66, "approximately"),
        ("At least some 60 died.", "At least some 60", 60, 60, None, "atLeast"),
        ("Between 20 and 30 died.", "Between 20 and 30", None, 20, 30, "approximately"),
        ("It left 20 to 30 dead.", "20 to 30", None, 20, 30, "approximately"),
        ("It left 20-30 dead.", "20-30", None, 20, 30, "approximately"),
        ("It left two or three dead.", "two or three", None, 2, 3, "approximately"),
        ("Dozens died.", "Dozens", None, 24, None, "atLeast"),
        ("Scores of them died.", "Scores", None, 40, None, "atLeast"),
        ("Hundreds died.", "Hundreds", None, 200, None, "atLeast"),
        ("Tens of thousands fled.", "Tens of thousands", None, 20000, None, "atLeast"),
        ("Several hundred fled.", "Several hundred", None, 200, None, "atLeast"),
        ("Several fled.", "Several", None, 3, None, "atLeast"),
        ("A dozen fled.", "A dozen", 12, 12, 12, "exact"),
        ("Half a dozen fled.", "Half a dozen", 6, 6, 6, "exact"),
        ("Two dozen fled.", "Two dozen", 24, 24, 24, "exact"),
        ("A hundred fled.", "A hundred", 100, 100, 100, "exact"),
        ("Half a million fled.", "Half a million", 500000, 500000, 500000, "exact"),
        ("It drove out 5.6 million.", "5.6 million", 5600000, 5600000, 5600000, "exact"),
        ("It drove out 270 000 villagers.", "270 000", 270000, 270000, 270000, "exact"),
        ("Two hundred and fifty-three fled.", "Two hundred and fifty-three", 253, 253, 253, "exact"),
        ("Twin blasts were heard.", "Twin", 2, 2, 2, "exact"),
        ("A couple of shells fell.", "A couple of", 2, 2, 2, "exact"),
    ],
)
def test_limits(text: str, words: str, figure: int | None, lower: int, upper: int | None, bound: str) -> None:
    said, number = only(text)
    assert said == words
    assert (number.figure, number.lower, number.upper, number.bound, number.kind) == (
        figure,
        lower,
        upper,
        bound,
        "count",
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The war began in 1994.", "time"),
        ("It lasted 30 minutes.", "time"),
        ("It fell on April 13.", "time"),
        ("A 22-year-old died.", "age"),
        ("A boy aged 14 died.", "age"),
        ("They live 60 miles away.", "distance"),
        ("They paid $5 million.", "money"),
        ("They paid 400 dollars.", "money"),
        ("It rose by 40 percent.", "percent"),
        ("It rose by 40%.", "percent"),
        ("Two thirds of them left.", "share"),
        ("A five-member team came.", "compound"),
        ("He boarded Flight 271.", "label"),
        ("A 5.8 quake came.", "decimal"),
    ],
)
def test_what_is_not_counted(text: str, kind: str) -> None:
    assert [n.kind for n in numbers(NLP(text))] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "He held an AK-47 and an M16.",
        "He was the 14th at 9:30 am.",
        "No one and everyone left, the one we saw.",
        "the test scores fell",
    ],
)
def test_no_numbers(text: str) -> None:
    assert list(numbers(NLP(text))) == []


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Another 48 died.", True),
        ("Ten others died.", True),
        ("Ten more died.", True),
        ("Ten died.", False),
    ],
)
def test_further_counts(text: str, further: bool) -> None:
    assert only(text)[1].further is further


def test_from_one_number_to_another_is_no_range() -> None:
    assert [n.figure for n in numbers(NLP("The toll rose from 78 to 154."))] == [78, 154]


def test_a_preposition_is_no_bound() -> None:
    words = ["They", "argued", "about", "20", "captives"]
    doc = Doc(
        NLP.vocab,
        words,
        heads=[1, 1, 4, 4, 1],
        deps=["nsubj", "ROOT", "case", "nummod", "obl"],
        pos=["PRON", "VERB", "ADP", "NUM", "NOUN"],
    )
    assert [(n.start, n.bound) for n in numbers(doc)] == [(3, "exact")]


def test_an_age_between_commas_after_a_name() -> None:
    doc = Doc(
        NLP.vocab,
        ["Ana", "Ruiz", ",", "34", ",", "fled"],
        heads=[5, 0, 3, 0, 5, 5],
        deps=["nsubj", "flat", "punct", "nummod", "punct", "ROOT"],
        pos=["PROPN", "PROPN", "PUNCT", "NUM", "PUNCT", "VERB"],
    )
    assert [n.kind for n in numbers(doc)] == ["age"]


def parsed(words: str, heads: list[int], deps: str, tags: str) -> Doc:
    return Doc(NLP.vocab, words.split(), heads=heads, deps=deps.split(), tags=tags.split())


@pytest.mark.parametrize(
    ("doc", "noun", "expected"),
    [
        (
            parsed(
                "At least twelve armed men fled",
                [1, 2, 4, 4, 5, 5],
                "case advmod nummod amod nsubj ROOT",
                "IN JJS CD JJ NNS VBD",
            ),
            4,
            12,
        ),
        (parsed("Dozens of men fled", [3, 2, 0, 3], "nsubj case nmod ROOT", "NNS IN NNS VBD"), 2, 24),
        (parsed("Six of the men fled", [4, 3, 3, 0, 4], "nsubj case det nmod ROOT", "CD IN DT NNS VBD"), 3, None),
        (parsed("Six of the men fled", [4, 3, 3, 0, 4], "nsubj case det nmod ROOT", "CD IN DT NNS VBD"), 0, 6),
        (parsed("A man fled", [1, 2, 2], "det nsubj ROOT", "DT NN VBD"), 1, 1),
        (parsed("Another man fled", [1, 2, 2], "det nsubj ROOT", "DT NN VBD"), 1, 1),
        (parsed("The man fled", [1, 2, 2], "det nsubj ROOT", "DT NN VBD"), 1, None),
        (parsed("Men fled", [1, 1], "nsubj ROOT", "NNS VBD"), 0, None),
        (parsed("Both men fled", [1, 2, 2], "det nsubj ROOT", "DT NNS VBD"), 1, 2),
        (parsed("In 2011 rebels fled", [1, 3, 3, 3], "case obl nsubj ROOT", "IN CD NNS VBD"), 2, None),
    ],
)
def test_counted(doc: Doc, noun: int, expected: int | None) -> None:
    number = counted(doc[noun], numbers(doc))
    assert (number.lower if number else None) == expected
