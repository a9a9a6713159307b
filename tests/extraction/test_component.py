"""Extraction as a spaCy component."""
import pytest

import kg.extraction.component  # noqa: F401  (registers the factory where the package is not installed)
from kg.language import load
from kg.records import Report

TEXT = "A car bomb exploded outside a bank in Lagos on Monday, killing three people, police said."


@pytest.fixture(scope="module")
def nlp():
    pipeline = load()
    pipeline.add_pipe("conflict_kg")
    return pipeline


def test_a_text_alone_is_read_undated(nlp):
    record = nlp(TEXT)._.extraction
    assert [e.type for e in record.events if e.type != "Statement"] == ["Bombing"]
    assert {d.time.value for d in record.datings} == {""}


def test_a_report_gives_its_date(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.report = Report(TEXT, published="2021-03-10", outlet="A paper")
    record = nlp(doc)._.extraction
    assert {d.time.value for d in record.datings} == {"2021-03-08"}
    assert record.report.outlet == "A paper"


def test_another_text_is_refused(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.report = Report("Another text.")
    with pytest.raises(ValueError, match="not the body"):
        nlp(doc)
