import pytest

from kg.store import Graph
from kg.store.questions import shipped


def test_explain_prints_each_claim_with_its_words_marked(kg, harbour_file) -> None:
    ran = kg("explain", "attack on the port", "-g", harbour_file)
    assert ran.code == 0
    assert ran.out.startswith("attack on the port  (Bombing, 13 claims)  event:attack\n")
    claim = """  2. attack on the port: killed: at least 19
     Marell Monitor
     The attack on the port of Marell killed 12 people, and [at least 19] by a count.
     Harbour Post, 2031-03-05, Ferry terminal hit in Marell, https://harbour.example/1
"""
    assert claim in ran.out


@pytest.mark.parametrize(
    ("node", "line"),
    [
        ("claim:x1", "     Red Dawn, through Dawn Channel"),
        ("claim:f1", "     St Ada Hospital, said on 2031-03-04"),
        ("claim:p1", "     the report, in its own voice"),
        ("Dawn Channel", "  2. attack on the port: Red Dawn claims it"),
    ],
)
def test_explain_names_the_voice(kg, harbour_file, node, line) -> None:
    assert line in kg("explain", node, "-g", harbour_file).out.splitlines()


@pytest.mark.parametrize("command", ["explain", "show"])
def test_what_is_not_there_is_said(kg, harbour_file, command) -> None:
    ran = kg(command, "xyzzy", "-g", harbour_file)
    assert (ran.code, ran.out) == (1, "")
    assert "xyzzy" in ran.err


def test_show_prints_a_card(kg, harbour_file) -> None:
    lines = kg("show", "RD", "-g", harbour_file).out.splitlines()
    assert lines[0] == "Red Dawn  (ArmedGroup, 4 claims)  actor:red-dawn"
    assert "  rivalOf          Coast Guard Union" in lines
    assert "  <- target        offensive of 2029" in lines


def test_show_takes_the_nearest_name_where_one_stands_out(kg, harbour_file) -> None:
    ran = kg("show", "coast gard", "-g", harbour_file)
    assert ran.code == 0 and ran.err == "nothing is named 'coast gard'; the nearest is 'Coast Guard Union'\n"
    assert ran.out.startswith("Coast Guard Union  (ArmedGroup, ")


def test_show_lists_what_is_nearly_right(kg, harbour_file) -> None:
    ran = kg("show", "marell", "-g", harbour_file, "--kind", "actor")
    assert (ran.code, ran.err) == (0, "nothing is named 'marell'; the nearest is 'Marell Monitor'\n")
    ran = kg("show", "the port", "-g", harbour_file)
    assert ran.out.splitlines()[0] == "name\tkind\tnode" and len(ran.out.splitlines()) > 2


def test_show_keeps_to_a_kind(kg, harbour_file) -> None:
    assert kg("show", "Marell", "-g", harbour_file, "-k", "place").out.startswith("Marell  (Place, ")
    assert kg("show", "Red Dawn", "-g", harbour_file, "-k", "place").code == 1


def test_show_tells_the_figures_of_an_event(kg, harbour_file) -> None:
    lines = kg("show", "event:attack", "-g", harbour_file).out.splitlines()
    assert "  claim            killed: at least 23, says Marell Monitor" in lines
    assert "  claim            Red Dawn claims it, says Red Dawn" in lines


def test_queries_lists_every_question(kg) -> None:
    lines = kg("queries").out.splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == [q.name for q in shipped()]


def test_queries_prints_one(kg) -> None:
    assert kg("queries", "timeline").out == next(q.text for q in shipped() if q.name == "timeline")
    assert kg("queries", "nothing").code == 2


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".jsonld", ".graphml", ".gexf"])
def test_export_writes_by_suffix_or_name(kg, harbour_file, tmp_path, suffix) -> None:
    file = tmp_path / f"graph{suffix}"
    assert kg("export", harbour_file, "-o", file).code == 0
    names = {".ttl": "turtle", ".nt": "ntriples"}
    ran = kg("export", harbour_file, "-f", names.get(suffix, suffix[1:]))
    assert ran.out == file.read_text(encoding="utf-8") != ""


@pytest.mark.parametrize("arguments", [["-f", "pdf"], ["-o", "x.pdf"]])
def test_export_names_an_unknown_format(kg, harbour_file, arguments) -> None:
    ran = kg("export", harbour_file, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "pdf" in ran.err


def test_check_passes_a_sound_graph_and_fails_a_broken_one(kg, harbour, harbour_file, tmp_path) -> None:
    assert kg("check", harbour_file).code == 0
    broken = Graph.of(t for t in harbour if not t.predicate.value.endswith("#evidence"))
    broken.to_turtle(tmp_path / "broken.ttl")
    ran = kg("check", tmp_path / "broken.ttl")
    assert ran.code == 1
    assert any(line.startswith("claim-evidence: a claim without evidence: ") for line in ran.out.splitlines())


def test_check_does_not_pass_an_empty_graph(kg, tmp_path) -> None:
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    assert kg("check", tmp_path / "empty.ttl").code == 1


def test_without_the_words_explain_tells_where_they_stand(kg, harbour, harbour_file, tmp_path) -> None:
    from kg.export import without_text

    without_text(harbour).to_turtle(tmp_path / "bare.ttl")
    assert "     characters 40 to 49" in kg("explain", "claim:f1", "-g", tmp_path / "bare.ttl").out.splitlines()
    assert len(kg("query", "tolls-side-by-side", "-g", tmp_path / "bare.ttl").out.splitlines()) == 1 + len(
        kg("query", "tolls-side-by-side", "-g", harbour_file).out.splitlines()[1:])
