"""Heads that the parser often misses are mended: the head of one word, before and after."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.extraction.lexicon import load_lexicon
from kg.extraction.syntax.attach import attach

# words, labels, parts of speech, heads, tags, entities (word: label), the word, its head and label after
CASES = [
    ("Jets bombed huts held by rebels , killing two", "nsubj ROOT obj acl case obl punct xcomp obj",
     "NOUN VERB NOUN VERB ADP NOUN PUNCT VERB NUM", (1, 1, 1, 2, 5, 3, 7, 3, 7), "NNS VBD NNS VBN IN NNS , VBG CD", {},
     7, 1, "advcl"),
    ("Jets bombed huts held by rebels killing two", "nsubj ROOT obj acl case obl acl obj",
     "NOUN VERB NOUN VERB ADP NOUN VERB NUM", (1, 1, 1, 2, 5, 3, 5, 6), "NNS VBD NNS VBN IN NNS VBG CD", {},
     6, 5, "acl"),
    ("Jets bombed Gao , killing two , hours after it fell",
     "nsubj ROOT obj punct advcl obj punct advmod mark nsubj advcl",
     "NOUN VERB PROPN PUNCT VERB NUM PUNCT NOUN SCONJ PRON VERB", (1, 1, 1, 4, 1, 4, 10, 10, 10, 10, 4),
     "NNS VBD NNP , VBG CD , NNS IN PRP VBD", {}, 10, 1, "advcl"),
    ("Gunmen shot dead Vega", "nsubj ROOT advcl nsubj", "NOUN VERB ADJ PROPN", (1, 1, 1, 1), "NNS NN JJ NNP", {},
     3, 1, "obj"),
    ("The minister of Gao , Alm , fled", "det nsubj case nmod punct conj punct ROOT",
     "DET NOUN ADP PROPN PUNCT PROPN PUNCT VERB", (1, 7, 3, 1, 5, 3, 5, 7), "DT NN IN NNP , NNP , VBD",
     {3: "LOC", 5: "PERSON"}, 5, 1, "appos"),
    ("A member of Volta , which denied it", "det ROOT case nmod punct nsubj acl:relcl obj",
     "DET NOUN ADP PROPN PUNCT PRON VERB PRON", (1, 1, 3, 1, 6, 6, 1, 6), "DT NN IN NNP , WDT VBD PRP", {3: "ORG"},
     6, 3, "acl:relcl"),
    ("A branch of Volta , which denied it", "det ROOT case nmod punct nsubj acl:relcl obj",
     "DET NOUN ADP PROPN PUNCT PRON VERB PRON", (1, 1, 3, 1, 6, 6, 1, 6), "DT NN IN NNP , WDT VBD PRP", {3: "ORG"},
     6, 1, "acl:relcl"),
    ("He told Volta bombs hit huts", "nsubj ROOT obj nsubj ccomp obj", "PRON VERB PROPN NOUN VERB NOUN",
     (1, 1, 4, 4, 1, 4), "PRP VBD NNP NNS VBD NNS", {2: "ORG"}, 2, 1, "iobj"),
    ("Bombs near the capital , Gao , killed two", "nsubj case det nmod punct nsubj punct ROOT obj",
     "NOUN ADP DET NOUN PUNCT PROPN PUNCT VERB NUM", (7, 3, 3, 0, 5, 7, 5, 7, 7), "NNS IN DT NN , NNP , VBD CD",
     {5: "LOC"}, 5, 3, "appos"),
    ("Jets hit huts , the governor , Alm , said", "nsubj ccomp obj punct det appos punct appos punct ROOT",
     "NOUN VERB NOUN PUNCT DET NOUN PUNCT PROPN PUNCT VERB", (1, 9, 1, 5, 5, 2, 7, 5, 9, 9),
     "NNS VBD NNS , DT NN , NNP , VBD", {7: "PERSON"}, 5, 9, "nsubj"),
    ("Jets hit huts , Alm , the governor , said", "nsubj ccomp obj punct appos punct det appos punct ROOT",
     "NOUN VERB NOUN PUNCT PROPN PUNCT DET NOUN PUNCT VERB", (1, 9, 1, 4, 2, 7, 7, 4, 9, 9),
     "NNS VBD NNS , NNP , DT NN , VBD", {4: "PERSON"}, 4, 9, "nsubj"),
    ("Volta secretary Jan Alm warned", "nsubj flat nmod flat ROOT", "PROPN PROPN PROPN PROPN VERB", (4, 0, 1, 2, 4),
     "NNP NNP NNP NNP VBD", {0: "LOC", 2: "PERSON", 3: "PERSON"}, 2, 4, "nsubj"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "deps", "pos", "heads", "tags", "names", "at", "head", "label"), CASES)
def test_attach(
    bare: Callable[..., Doc], words: str, deps: str, pos: str, heads: tuple[int, ...], tags: str,
    names: dict[int, str], at: int, head: int, label: str,
) -> None:  # fmt: skip
    doc = bare(words, deps, pos, heads, tags)
    doc.ents = [Span(doc, i, i + 1, label=name) for i, name in names.items()]
    mended = attach(doc, load_lexicon().nouns)
    assert (mended[at].head.i, mended[at].dep_) == (head, label)
    assert [s.text for s in mended.sents] == [words]
