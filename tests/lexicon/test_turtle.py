"""The lexicon's Turtle as records."""
from pathlib import Path

import pytest

from kg.lexicon.turtle import first, read, values

TURTLE = """@prefix kg: <https://w3id.org/conflict-kg/ontology#> . @prefix id: <https://w3id.org/conflict-kg/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://w3id.org/conflict-kg/id/place/x> a kg:Place ; rdfs:label "X"@en , "Ex"@en ;
  kg:within <https://w3id.org/conflict-kg/id/place/y> ; owl:sameAs <https://sws.geonames.org/42/> .
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "t.ttl"
    path.write_text(text, encoding="utf-8")
    return path


def test_read(tmp_path: Path) -> None:
    record = read(written(tmp_path, TURTLE))["id:place/x"]
    assert values(record, "rdfs:label") == ("X", "Ex")
    assert first(record, "kg:within", "id:place/") == "y"
    assert first(record, "owl:sameAs", "geonames:") == "42"
    assert first(record, "owl:sameAs", "wd:") == ""


def test_no_turtle(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError):
        read(written(tmp_path, "this is no Turtle"))


def test_blank_node(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="neither IRI nor literal"):
        read(written(tmp_path, "<https://ex.org/a> <https://ex.org/b> [] ."))
