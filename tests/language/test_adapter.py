"""Hand-annotated Docs in ClearNLP's scheme, as spaCy's own models would give them."""
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, Span

from kg.language import load
from kg.language.adapter import lines, reading
from kg.language.cardinal import cardinals
from kg.language.universal import universal

NLP = spacy.blank("en")
# word, UPOS, lemma, head, ClearNLP label, UD head, UD label
SENTENCES = {
    "preposition and passive": """
        Troops NOUN troops 2 nsubjpass 2 nsubj:pass
        were AUX be 2 auxpass 2 aux:pass
        ambushed VERB ambush 2 ROOT 2 ROOT
        by ADP by 2 agent 4 case
        rebels NOUN rebel 3 pobj 2 obl:agent
        near ADP near 2 prep 6 case
        Kidal PROPN Kidal 5 pobj 2 obl
        . PUNCT . 2 punct 2 punct""",
    "preposition under a noun": """
        Gunmen NOUN gunman 1 nsubj 1 nsubj
        stormed VERB storm 1 ROOT 1 ROOT
        the DET the 3 det 3 det
        house NOUN house 1 dobj 1 obj
        of ADP of 3 prep 6 case
        a DET a 6 det 6 det
        judge NOUN judge 4 pobj 3 nmod""",
    "copula": """
        The DET the 1 det 1 det
        mayor NOUN mayor 2 nsubj 4 nsubj
        is AUX be 2 ROOT 4 cop
        a DET a 4 det 4 det
        hostage NOUN hostage 2 attr 4 ROOT""",
    "there is": """
        There PRON there 1 expl 1 expl
        was AUX be 1 ROOT 1 ROOT
        a DET a 3 det 3 det
        blast NOUN blast 1 attr 1 nsubj""",
    "coordination": """
        Shells NOUN shell 1 nsubj 1 nsubj
        hit VERB hit 1 ROOT 1 ROOT
        homes NOUN home 1 dobj 1 obj
        , PUNCT , 2 punct 2 punct
        shops NOUN shop 2 conj 2 conj
        and CCONJ and 4 cc 6 cc
        schools NOUN school 4 conj 2 conj""",
    "two prepositions": """
        He PRON he 1 nsubj 1 nsubj
        fired VERB fire 1 ROOT 1 ROOT
        from ADP from 1 prep 5 case
        inside ADP inside 2 prep 5 case
        the DET the 5 det 5 det
        van NOUN van 3 pobj 1 obl""",
    "clause after a preposition": """
        They PRON they 1 nsubj 1 nsubj
        died VERB die 1 ROOT 1 ROOT
        after ADP after 1 prep 3 mark
        eating VERB eat 2 pcomp 1 advcl""",
    "infinitive, measure, relative clause": """
        Men NOUN man 3 nsubj 3 nsubj
        who PRON who 2 nsubj 2 nsubj
        fled VERB flee 0 relcl 0 acl:relcl
        vowed VERB vow 3 ROOT 3 ROOT
        to PART to 5 aux 5 mark
        return VERB return 3 xcomp 3 xcomp
        Friday PROPN Friday 5 npadvmod 5 obl:unmarked""",
}


def parsed(rows: str) -> tuple[Doc, list[int], list[str]]:
    cells = [row.split() for row in rows.strip().splitlines()]
    words, pos, lemmas, heads, labels, ud_heads, ud_labels = map(list, zip(*cells, strict=True))
    tags = ["TO" if p == "PART" else "XX" for p in pos]
    doc = Doc(NLP.vocab, words, pos=pos, lemmas=lemmas, tags=tags, heads=[int(h) for h in heads], deps=labels)
    return doc, [int(head) for head in ud_heads], ud_labels


@pytest.mark.parametrize("rows", SENTENCES.values(), ids=SENTENCES.keys())
def test_clearnlp_becomes_ud(rows: str) -> None:
    doc, heads, labels = parsed(rows)
    arcs = universal(doc)
    assert list(zip(doc, arcs.heads, arcs.labels, strict=True)) == list(zip(doc, heads, labels, strict=True))
    reading(doc)
    assert [token.head.i for token in doc] == heads


def test_names_are_flat_and_labels_ours() -> None:
    words = ["Amina", "Jalloh", "left", "the", "Republic", "."]
    deps = ["compound", "nsubj", "ROOT", "det", "dobj", "punct"]
    doc = Doc(NLP.vocab, words, heads=[1, 2, 2, 4, 2, 2], deps=deps, pos=["PROPN"] * 6, lemmas=words)
    doc.set_ents([Span(doc, 0, 2, label="PER"), Span(doc, 3, 5, label="GPE")])
    reading(doc)
    assert [(token.head.i, token.dep_) for token in doc[:2]] == [(2, "nsubj"), (0, "flat")]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Amina Jalloh", "PERSON"), ("Republic", "LOC")]


def test_ud_docs_are_left_alone() -> None:
    doc = Doc(NLP.vocab, ["They", "left"], heads=[1, 1], deps=["nsubj", "ROOT"], pos=["PRON", "VERB"])
    assert [(token.head.i, token.dep_) for token in reading(doc)] == [(1, "nsubj"), (1, "ROOT")]


def test_a_line_break_starts_a_sentence() -> None:
    doc = lines(NLP("Calm night\nNo shelling"))
    assert [token.is_sent_start for token in doc] == [True, None, None, True, None]


def test_a_saved_pipeline_can_be_named(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    other = load(str(tmp_path))
    assert [token.dep_ for token in other("Rebels fled.")] == ["nsubj", "ROOT", "punct"]


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    NLP.to_disk(tmp_path)
    with pytest.raises(ValueError, match="does not set"):
        load(str(tmp_path))


def test_numbers_are_marked_once_and_other_labels_kept(nlp: spacy.Language) -> None:
    doc = nlp("Police held 12 men and took 40 percent of the second haul.")
    numbers = [(2, 3, "CARDINAL"), (6, 8, "PERCENT"), (10, 11, "ORDINAL")]
    doc.set_ents([Span(doc, first, last, label=label) for first, last, label in numbers])
    doc = cardinals(reading(doc))
    assert [(ent.start, ent.end, ent.label_) for ent in doc.ents] == numbers


def test_an_adapted_pipeline_batches_is_followed_and_drawn(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    other = load(str(tmp_path))
    other.add_pipe("entity_ruler", config={"overwrite_ents": True}).add_patterns([{"label": "FAC", "pattern": "depot"}])
    texts = ["Rebels burned a depot.\nThree died.", "Police fled Gao on Monday.", ""]
    rows = [[(t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in other(text)] for text in texts]
    many = other.pipe(texts, n_process=2)
    assert [[(t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in doc] for doc in many] == rows
    assert "FAC" in [label for _, _, label, _ in rows[0]]
    assert "<svg" in displacy.render(other(texts[0]), style="dep", jupyter=False)
