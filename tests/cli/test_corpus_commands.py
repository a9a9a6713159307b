"""Commands on a store that grows: remove, resolve, diff."""
from pathlib import Path

import pytest

from kg.ledger import Corpus, Terms


@pytest.fixture
def store(tmp_path: Path, draft) -> Path:
    """Two reports of one day and town with tolls far apart: nearly one event."""
    def told(outlet, killed):
        x = draft(f"{outlet}: a blast in Sirte killed {killed}.", outlet, "2019-03-05")
        event = x.event("Bombing", "a blast", "2019-03-04")
        x.argument(event, "place", x.entity("Place", "Sirte"), "Sirte")
        x.figure(event, f"killed {killed}", killed)
        return x.done()

    with Corpus(tmp_path / "graph.db", Terms()) as corpus:
        corpus.update((told(o, n), f"/r/{o}.txt") for o, n in (("A", 9), ("B", 30)))
    del corpus
    return tmp_path / "graph.db"


def questions(kg, store: Path) -> list[list[str]]:
    return [line.split("\t") for line in kg("resolve", "--store", store).out.splitlines()[1:]]


def test_a_doubt_is_listed_judged_and_taken_back(kg, store: Path) -> None:
    (row,) = questions(kg, store)
    score, kind, first, words, second = row[:5]
    assert (kind, words) == ("event", "a blast") and 2.5 <= float(score) < 3.0
    assert kg("resolve", "--store", store, "--same", first, second, "--note", "one blast").err == (
        f"noted; 1 events in {store}\n")
    assert (store / "judgements.tsv").read_text() == f"same\t{first}\t{second}\tone blast\n"
    assert questions(kg, store) == []
    assert kg("resolve", "--store", store, "--undo", first, second).err == f"taken back; 2 events in {store}\n"
    assert questions(kg, store) == [row]


@pytest.mark.parametrize(("arguments", "code", "why"), [
    (("--same", "report/x#char=1,2"), 2, "takes 2 mentions"), (("--same",), 2, "give mentions"),
    (("--wrong", "here"), 2, "not a mention"), (("--undo", "report/x#char=1,2"), 1, "no judgement")])
def test_what_cannot_be_judged_is_said(kg, store: Path, arguments, code, why) -> None:
    found = kg("resolve", "--store", store, *arguments)
    assert found.code == code and why in found.err


def test_a_judgement_that_cannot_be_read_is_named(kg, store: Path) -> None:
    (store / "judgements.tsv").write_text("perhaps\treport/x#char=1,2\n")
    for command in (("resolve",), ("remove", "/r/A.txt")):
        found = kg(*command, "--store", store)
        assert found.code == 2 and "judgements.tsv:1: not a verdict" in found.err


def test_why_is_said(kg, store: Path) -> None:
    first = questions(kg, store)[0][2]
    found = kg("resolve", "--store", store, "--why", first).out.rstrip().split("\t")
    assert found[0].startswith("event/2019-03-04-bombing-sirte") and found[1:] == ["1.00", "the first report of it"]
    town = f"{first.split('#')[0]}#char=14,19"
    assert kg("resolve", "--store", store, "--why", town).out.startswith("place/")
    assert kg("resolve", "--store", store, "--why", f"{first}0").code == 1


def test_a_report_is_removed(kg, store: Path) -> None:
    found = kg("remove", "/r/A.txt", "--store", store)
    assert found.code == 0 and found.out.startswith("report/2019-03-05-a-") and "1 out; 1 reports" in found.err
    again = kg("remove", "/r/A.txt", "--store", store)
    assert again.code == 1 and "no report '/r/A.txt'" in again.err


def test_what_changed(kg, store: Path, tmp_path: Path) -> None:
    kg("export", store, "-o", tmp_path / "before.ttl")
    kg("remove", "/r/B.txt", "--store", store)
    rows = [line.split("\t")[:2] for line in kg("diff", tmp_path / "before.ttl", store).out.splitlines()[1:]]
    assert rows == [["report gone", "B, 2019-03-05"], ["event gone", "a blast (Sirte, 2019-03-04)"],
                    ["figure gone", "a blast (Sirte, 2019-03-04): B: 30 killed"]]


@pytest.mark.parametrize("command", [("remove", "/r/A.txt"), ("resolve",)])
def test_no_store_is_made_where_there_is_none(kg, tmp_path: Path, command) -> None:
    found = kg(*command, "--store", tmp_path / "nowhere")
    assert found.code == 1 and "no store there" in found.err and not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", [("remove", "/r/A.txt"), ("resolve",)])
def test_a_store_that_is_in_use_is_left_alone(kg, store: Path, command) -> None:
    with Corpus(store, Terms()) as corpus:
        found = kg(*command, "--store", store)
        assert found.code == 1 and "something else has it open" in found.err and len(corpus.reports()) == 2
