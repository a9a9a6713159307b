import pytest
import spacy
from spacy.tokens import Doc

from kg.language.passages import cut, dateline_end, paragraphs, passage
from kg.language.tokens import tokenizer


def doc(text: str) -> Doc:
    return tokenizer(spacy.blank("en"))(text)


DATELINES = [
    ("ACCRA, June 9 (GNA) - A mine closed.", "ACCRA, June 9 (GNA) -"),
    ("PORT SUDAN (Reuters) – A ship sank.", "PORT SUDAN (Reuters) –"),
    ("LIMA, Peru — A ship sank.", "LIMA, Peru —"),
    ("QUITO, 12 March 1991 -- A bridge fell.", "QUITO, 12 March 1991 --"),
    ("MOGADISHU: A bridge fell.", "MOGADISHU:"),
    ("KABUL, Afghanistan, Sunday, July 2 - A bridge fell.", "KABUL, Afghanistan, Sunday, July 2 -"),
    ("Cochabamba, 3 Jan 91 -- A bridge fell.", "Cochabamba, 3 Jan 91 --"),
    ("Port Vila (VBTC) - A bridge fell.", "Port Vila (VBTC) -"),
    ("UNICEF – the children's fund – left.", ""),
    ("Reporters at Port Vila - a bridge fell - left.", ""),
    ("Nobody – he said – came.", ""),
    ("NATO jets – three of them – came.", ""),
    ("A bridge fell.", ""),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_datelines(text: str, dateline: str) -> None:
    tokens = doc(text)
    assert tokens[: dateline_end(list(tokens))].text == dateline


def test_a_line_break_ends_a_paragraph_and_whitespace_is_left_out() -> None:
    lines = list(paragraphs(doc("\nOne two \n\n three\u2028four ")))
    assert [[token.text for token in line] for line in lines] == [["One", "two"], ["three"], ["four"]]


def test_what_is_certain_of_starts() -> None:
    assert passage(list(doc("Col. Ade spoke. Fine."))).starts == (1, 0, -1, -1, -1, -1)


def test_long_paragraphs_are_cut_after_full_stops() -> None:
    tokens = list(doc("Guns fired all day in the north of it. " * 60))
    runs = list(cut(tokens, lambda word: 1))
    assert [token for run in runs for token in run] == tokens
    assert all(len(run) <= 300 and run[-1].text == "." for run in runs)
