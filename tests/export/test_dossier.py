import io
import re
from html.parser import HTMLParser

import pytest

from kg.export.dossier import WRITERS, Dossier, Line, Note, Section, dossier
from kg.export.redact import without_text
from kg.store import Graph


@pytest.fixture
def attack(harbour: Graph) -> Dossier:
    return dossier(harbour, "attack on the port")


def lines(found: Dossier, title: str) -> list[str]:
    return [line.text for s in found.sections if s.title == title for line in s.lines]


def test_an_event(attack: Dossier) -> None:
    assert attack.lead == "Bombing; 2031-03-04; Marell"
    assert lines(attack, "Figures, by source") == [
        "killed: 12 by St Ada Hospital, 2031-03-04",
        "killed: at least 19 by Marell Monitor, 2031-03-05; replaced by a later figure",
        "killed: at least 23 by Marell Monitor, 2031-03-07", "killed: 3 (children) by Marell Monitor, 2031-03-07",
        "wounded: at least 24 by Harbour Post, 2031-03-05 (shooting on the quay, ArmedAttack; minutes later)"]
    assert lines(attack, "Responsibility") == [
        "Red Dawn claims it, through Dawn Channel, 2031-03-05", "Coast Guard Union denies it, 2031-03-07"]
    assert "Where: Marell, says Marell Monitor" in lines(attack, "What is told")
    assert lines(attack, "Said about it") == [
        "Ines Vale for Interior Ministry of Orland: condemnation “a cowardly act”"]
    assert len(lines(attack, "Parts")) == 2 and len(lines(attack, "What a careful reader would notice")) == 1


def test_each_line_of_claims_has_its_words(attack: Dossier) -> None:
    (twelve,) = [n for s in attack.sections for x in s.lines if x.text.startswith("killed: 12") for n in x.notes]
    note = attack.notes[twelve - 1]
    assert (note.before, note.words) == ("", "12 people") or note.words == "12 people"
    assert "Harbour Post, 2031-03-05, Ferry terminal hit in Marell" in note.source


def test_an_actor(harbour: Graph) -> None:
    found = dossier(harbour, "Red Dawn")
    assert lines(found, "Responsibility") == [
        "claims, through Dawn Channel: attack on the port (Bombing; 2031-03-04; Marell)"]
    assert lines(found, "Hit by") == ["offensive of 2029 (Offensive; 2029; Orland)"]
    assert "Red Dawn rivalOf Coast Guard Union" in lines(found, "Ties")


def test_a_place_has_none(harbour: Graph) -> None:
    with pytest.raises(LookupError, match=r"'Marell' is no event or actor but Place"):
        dossier(harbour, "Marell")


@pytest.mark.parametrize("kind", WRITERS)
def test_every_footnote_is_cited_and_every_citation_has_one(attack: Dossier, kind: str) -> None:
    text = WRITERS[kind](attack)
    cited = re.findall(r"\[\^(\d+)\](?!:)" if kind == "md" else r'href="#n(\d+)"', text)
    there = re.findall(r"^\[\^(\d+)\]:" if kind == "md" else r'id="n(\d+)"', text, re.M)
    assert set(cited) == set(there) == {str(n) for n in range(1, len(attack.notes) + 1)}


HOSTILE = "<script>alert(1)</script> \"*bold*\" [x](javascript:1) \u202eright"
NOTE = Note("", HOSTILE, "", HOSTILE, "javascript:alert(1)", "urn:m")
NASTY = Dossier(HOSTILE, HOSTILE, (Section("Said", (Line(HOSTILE, (1,)),)),), (NOTE,))


def test_hostile_words_are_inert_in_html() -> None:
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(f"{tag} {dict(attrs).get('href', '')}")  # type: ignore[method-assign]
    parser.feed(WRITERS["html"](NASTY))
    assert not [t for t in tags if t.startswith("script") or "javascript" in t]


def test_hostile_words_are_inert_in_markdown() -> None:
    text = WRITERS["md"](NASTY)
    assert "<script>" not in text.replace("\\<", "") and "\\[x\\](javascript:1)" in text and "\\*bold\\*" in text


def test_without_text_it_cites_offsets_alone(harbour: Graph) -> None:
    text = WRITERS["md"](dossier(without_text(harbour), "attack on the port"))
    assert "characters 40 to 49" in text and "12 people" not in text and "cowardly" not in text


def test_of_several_by_one_name_the_one_most_is_told_of(harbour: Graph) -> None:
    twin = """@prefix kg: <https://w3id.org/conflict-kg/ontology#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    <urn:other> a kg:Event ; rdfs:label "attack on the port" ."""
    both = Graph.of(harbour).read(io.BytesIO(twin.encode()))
    assert lines(dossier(both, "attack on the port"), "Responsibility")
