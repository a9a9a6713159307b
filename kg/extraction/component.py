"""Extraction as a spaCy pipeline component: `nlp.add_pipe("conflict_kg")` after a parser and an entity recogniser.

Each Doc then has its record at `doc._.extraction` (`kg.records.Extraction`). What the report is (its title, outlet,
date of publication, address) is taken from `doc._.report`, where that was set before; else the text stands alone,
undated.
"""

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction import extract
from kg.records import Report

NAME = "conflict_kg"


@Language.factory(NAME, assigns=["doc._.extraction"], requires=["token.dep", "token.tag", "doc.ents"])
def conflict_kg(nlp: Language, name: str) -> "Extractor":
    """The component; `nlp` and `name` are what spaCy gives every factory."""
    return Extractor()


class Extractor:
    """Sets `doc._.extraction` from the annotation of the document."""

    def __init__(self) -> None:
        for extension in ("report", "extraction"):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its extraction record. Raises ValueError where `doc._.report` has another text."""
        doc._.extraction = extract(doc, doc._.report or Report(doc.text))
        return doc
