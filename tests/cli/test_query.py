import csv
import io
import json
import subprocess
import sys

import pytest
import rdflib


def test_a_named_question_gives_tab_separated_values_in_a_pipe(kg, harbour_file) -> None:
    ran = kg("query", "timeline", "--graph", harbour_file)
    rows = list(csv.DictReader(io.StringIO(ran.out), delimiter="\t"))
    assert [r["what"] for r in rows] == ["offensive of 2029", "attack on the port"]
    assert (ran.code, ran.err) == (0, "")


def test_sparql_text_file_and_standard_input_give_the_same(kg, harbour_file, tmp_path, monkeypatch) -> None:
    text = "SELECT ?l { ?e a kg:Bombing ; rdfs:label ?l } ORDER BY ?l"
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    answers = {kg("query", q, "-g", harbour_file).out for q in (text, tmp_path / "q.rq", "-")}
    assert answers == {"l\nattack on the port\nblast at the gate\n"}


def test_json_csv_table_and_turtle(kg, harbour_file) -> None:
    ask = ("query", "deaths-by-source", "-g", harbour_file, "-p", "source=St Ada Hospital", "-f")
    assert [r["figure"] for r in json.loads(kg(*ask, "json").out)] == [12]
    assert next(csv.DictReader(io.StringIO(kg(*ask, "csv").out)))["who"] == "St Ada Hospital"
    assert "St Ada Hospital  " in kg(*ask, "table").out
    turtle = kg("query", "graph-of-an-event", "-p", "event=event:gate", "-g", harbour_file, "-f", "turtle")
    assert len(rdflib.Graph().parse(data=turtle.out)) == 28  # the event 9, its two claims 14, their mention 5


def test_parameters_fill_the_question(kg, harbour_file) -> None:
    ran = kg("query", "deaths-by-source", "-g", harbour_file, "-p", "event=attack on the port", "-p", "measure=wounded")
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == ["what", "shooting on the quay"]


def test_a_store_is_asked_like_a_file(kg, harbour, tmp_path) -> None:
    from kg.store import Graph

    Graph.open(tmp_path / "db").add(harbour).store.flush()
    assert "attack on the port" in kg("query", "timeline", "--store", tmp_path / "db").out


def test_graph_ttl_of_this_folder_is_asked_by_default(kg, harbour, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg("query", "timeline")
    assert (ran.code, ran.out) == (2, "")
    assert "kg build" in ran.err
    harbour.to_turtle("graph.ttl")
    assert kg("query", "timeline").code == 0


WRONG = (
    (["no-such-question"], 2, "no-such-question"),
    (["missing.rq"], 2, "missing.rq"),
    (["SELECT * {"], 2, "not a SPARQL query"),
    (["SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"], 2, "SERVICE is refused"),
    (["LOAD <file:///etc/hostname>"], 2, "update is refused"),
    (["timeline", "-p", "nobody=x"], 2, "nobody"),
    (["timeline", "-p", "place"], 2, "NAME=VALUE"),
    (["timeline", "-p", "place=Nowhere"], 1, "Nowhere"),
    (["timeline", "-f", "turtle"], 2, "CONSTRUCT"),
    (["timeline", "-f", "xml"], 2, "xml"),
    ([], 2, "Missing argument"),
)


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_what_is_wrong_is_said_in_a_line_and_told_by_the_exit_code(kg, harbour_file, arguments, code, said) -> None:
    ran = kg("query", *arguments, "-g", harbour_file)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(("name", "content"), [("none.ttl", None), ("bad.ttl", "<a> <b>"), ("odd.doc", "x")])
def test_a_graph_that_cannot_be_read_is_named(kg, tmp_path, name, content) -> None:
    if content:
        (tmp_path / name).write_text(content, encoding="utf-8")
    ran = kg("query", "timeline", "-g", tmp_path / name)
    assert (ran.code, ran.out) == (1, "")
    assert name in ran.err
    assert ran.err.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error(harbour_file) -> None:
    query = "SELECT * { ?s ?p ?o . ?s2 ?p2 ?o2 } LIMIT 60000"
    command = [sys.executable, "-m", "kg", "query", query, "-g", str(harbour_file)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait(timeout=60)


def test_turtle_comes_in_through_a_pipe(harbour_file) -> None:
    command = [sys.executable, "-m", "kg", "query", "timeline", "--graph", "-"]
    ran = subprocess.run(command, input=harbour_file.read_bytes(), capture_output=True, check=True)
    assert b"offensive of 2029" in ran.stdout


def test_a_parameter_is_an_option(kg, harbour_file) -> None:
    asked = ("query", "deaths-by-source", "-g", harbour_file)
    wanted = kg(*asked, "-p", "event=attack on the port", "-p", "measure=wounded").out
    assert kg(*asked, "--event", "attack on the port", "--measure=wounded").out == wanted
    assert kg(*asked[:2], "--measure", "wounded", "--event", "attack on the port", *asked[2:]).out == wanted


@pytest.mark.parametrize(("words", "said"), [
    (["--nobody", "x"], "no parameter 'nobody'"), (["--place"], "--place wants a value"), (["stray"], "'stray'"),
    (["--place", "Nowhere"], "Nowhere"),
])  # fmt: skip
def test_an_option_that_is_no_parameter_is_named(kg, harbour_file, words, said) -> None:
    ran = kg("query", "timeline", "-g", harbour_file, *words)
    assert ran.code and said in ran.err and ran.out == ""
