"""The record as a whole: its offsets, its numbering, the same words the same record, and what it refuses."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Span as SpacySpan

from kg.extraction import extract
from kg.records import Extraction, Report, Span, from_json, to_json

TEXT = (
    "Gunmen shot dead two customs officers in Sund on Monday, police said.\n\n"
    "A car bomb exploded at a market in Sund hours later, wounding nine people. "
    '"We saw smoke," said Ana Vega, a trader. The Red Tide claimed both attacks.\n'
)


@pytest.fixture(scope="module")
def record(nlp: Language) -> Extraction:
    return extract(nlp(TEXT), Report(TEXT, published="2019-03-06"))


@pytest.mark.model
def test_another_text_is_refused(nlp: Language) -> None:
    with pytest.raises(ValueError, match="not the body"):
        extract(nlp("One."), Report("Two."))


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "\n\n", " ", ".", "Ω", "42", '"', "By Ana Vega", "- - -\n* * *"])
def test_texts_that_tell_nothing(nlp: Language, text: str) -> None:
    found = extract(nlp(text), Report(text, published="2019-03-06"))
    assert found.events == found.arguments == found.figures == found.relations == ()


@pytest.mark.model
def test_the_same_words_give_the_same_record(nlp: Language, record: Extraction) -> None:
    assert extract(nlp(TEXT), Report(TEXT, published="2019-03-06")) == record
    assert from_json(to_json(record)) == record


def evidence(record: Extraction) -> list[Span]:
    claims = (
        *record.arguments, *record.datings, *record.figures, *record.responsibilities, *record.statements,
        *record.relations,
    )  # fmt: skip
    assert all(claim.evidence for claim in claims)
    return [span for claim in claims for span in claim.evidence]


@pytest.mark.model
def test_every_claim_has_its_words(record: Extraction) -> None:
    spans = [*evidence(record), *(t for e in record.events for t in e.triggers)]
    spans += [m for e in record.entities for m in e.mentions]
    assert spans
    for span in spans:
        words = span.of(TEXT)
        assert words
        assert words == words.strip()


@pytest.mark.model
def test_every_claim_lies_within_a_sentence(record: Extraction) -> None:
    assert record.sentences == tuple(sorted(record.sentences))
    for span in evidence(record):
        assert any(sentence.holds(span) for sentence in record.sentences), span.of(TEXT)


@pytest.mark.model
def test_every_index_is_there(record: Extraction) -> None:
    events, entities = range(len(record.events)), range(len(record.entities))
    claims = (*record.arguments, *record.datings, *record.figures, *record.responsibilities, *record.relations)
    assert all(a.event in events for a in (*record.arguments, *record.datings, *record.statements))
    assert all(c.about in events for c in (*record.figures, *record.responsibilities))
    assert all(i in events for s in record.statements for i in s.about)
    assert all(a.value in (events if a.role == "subEventOf" else entities) for a in record.arguments)
    sources = (i for c in claims for i in (c.attribution.claimant, c.attribution.via))
    assert all(i in entities for i in sources if i is not None)


@pytest.mark.model
def test_statements_are_the_events_that_they_say(record: Extraction) -> None:
    kinds = {"Statement", "Condemnation", "Accusation", "Denial", "Confirmation", "Warning"}
    assert {s.event for s in record.statements} == {i for i, e in enumerate(record.events) if e.type in kinds}


@pytest.mark.model
def test_no_day_is_invented(tell: Callable) -> None:
    assert tell(TEXT, "").has('ArmedAttack(*) date "Monday"')
    assert not tell(TEXT, "").has("* date 20*")
    assert tell(TEXT, "2019-03-06").has("ArmedAttack(*) date 2019-03-04")


@pytest.mark.model
@pytest.mark.parametrize("label", ["CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"])
def test_labels_of_numbers_change_nothing(nlp: Language, label: str) -> None:
    """Other pipelines label numbers, dozens and sums; none of them is a name."""
    text = "Gunmen attacked two dozens on Monday. They told 40 more to leave, and the first strike hit a third of them."
    doc, marked = nlp(text), nlp(text)
    doc.set_ents([ent for ent in doc.ents if ent.label_ != "CARDINAL"])
    free = [t.i for t in doc if not t.ent_type_ and t.text in ("two", "dozens", "40", "first", "third")]
    kept = [ent for ent in marked.ents if ent.label_ != "CARDINAL"]
    marked.set_ents([*kept, *(SpacySpan(marked, i, i + 1, label=label) for i in free)])
    assert len(free) == 5
    assert extract(marked, Report(text)) == extract(doc, Report(text))
