"""A store that grows and shrinks holds what building from scratch gives, byte for byte."""
import random
import sqlite3
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, Triple

from kg.ledger import Corpus, from_scratch
from kg.ledger.corpus import Corpus as Opened
from kg.resolution import Judgement, Mention
from kg.store import Graph, GraphFileError

OLDER = "UPDATE meta SET value = 'older' WHERE key = 'code'"


def at(x, words):
    begin = x.report.body.index(words)
    return Mention(x.report.id, begin, begin + len(words))


def stored(records):
    return [(x, f"/reports/{x.report.outlet}") for x in records]


@pytest.mark.parametrize("seed", range(6))
def test_any_history_gives_the_same_bytes(tmp_path, world, terms, seed):
    dice = random.Random(seed)
    there: dict[str, object] = {}
    with Corpus(tmp_path, terms) as corpus:
        for _ in range(8):
            added = dice.sample(world, dice.randint(0, 4))
            gone = dice.sample(sorted(there), min(len(there), dice.randint(0, 3)))
            corpus.update(stored(added), gone)
            there = {k: x for k, x in there.items() if k not in gone} | {x.report.id: x for x in added}
            assert corpus.graph.to_ntriples() == from_scratch(list(there.values()), terms).to_ntriples()


def test_the_world_is_worth_testing(world, terms):
    graph = from_scratch(world, terms)
    events = [e for e in graph.events() if e.kind == "Bombing"]
    assert 2 < len(events) < 2 * len(world)
    text = graph.to_ntriples()
    assert all(word in text for word in ("supersedes", "Contradiction", "FigureSummary", "core#note", "Origin"))


def test_removing_and_adding_again_restores_the_bytes(tmp_path, world, terms):
    with Corpus(tmp_path, terms) as corpus:
        before = corpus.update(stored(world)).to_ntriples()
        for x in world:
            corpus.update(gone=[x.report.id])
            assert corpus.update(stored([x])).to_ntriples() == before
        assert len(corpus.update(gone=corpus.reports()).reports()) == 0
        assert corpus.graph.to_ntriples() == from_scratch([], terms).to_ntriples()


def test_a_report_read_anew_takes_its_place(tmp_path, world, terms):
    changed = replace(world[2], figures=world[2].figures[:1])
    with Corpus(tmp_path, terms) as corpus:
        corpus.update(stored(world))
        corpus.update(stored([changed]))
        wanted = from_scratch([changed, *(x for x in world if x.report.id != changed.report.id)], terms)
        assert corpus.graph.to_ntriples() == wanted.to_ntriples()


@pytest.mark.parametrize("point", ["before", "half", "after"])
def test_a_killed_build_goes_on(tmp_path, world, terms, monkeypatch, point):
    real = Opened._apply

    def dies(self, leaving, coming):
        if point == "after":
            real(self, leaving, coming)
        raise KeyboardInterrupt

    corpus = Corpus(tmp_path, terms)
    whole = corpus.update(stored(world[:4])).to_ntriples()
    if point == "half":
        monkeypatch.setattr(Opened, "_find", lambda self, changed, *rest: dies(self, *rest))
    else:
        monkeypatch.setattr(Opened, "_apply", dies)
    with pytest.raises(KeyboardInterrupt):
        corpus.update(stored(world[4:]))
    assert point != "before" or corpus.graph.to_ntriples() == whole
    monkeypatch.undo()
    corpus.close()
    del corpus
    with Corpus(tmp_path, terms) as again:
        assert again.update(stored(world)).to_ntriples() == from_scratch(world, terms).to_ntriples()


def test_judgements_hold_and_are_taken_back(tmp_path, world, terms):
    judged = replace(terms, judgements=(
        Judgement("same", at(world[0], "Two blasts"), at(world[4], "Two blasts")),
        Judgement("different", at(world[2], "Jon Varga"), at(world[3], "Jon Varga")),
        Judgement("same", at(world[3], "Harbor Watch"), at(world[9], "Harbour Watch Group")),
        Judgement("wrong", at(world[8], "Two blasts"))))
    with Corpus(tmp_path, terms) as corpus:
        plain = corpus.update(stored(world)).to_ntriples()
    del corpus
    with Corpus(tmp_path, judged) as corpus:
        assert corpus.judge().to_ntriples() == from_scratch(world, judged).to_ntriples() != plain
        corpus.update(gone=[world[3].report.id])
        assert corpus.update(stored(world)).to_ntriples() == from_scratch(world, judged).to_ntriples()
    del corpus
    with Corpus(tmp_path, terms) as corpus:
        assert corpus.judge().to_ntriples() == plain


def test_another_policy_makes_the_graph_anew(tmp_path, world, terms):
    with Corpus(tmp_path, terms) as corpus:
        corpus.update(stored(world))
    del corpus
    other = replace(terms, policies=("latest",))
    with Corpus(tmp_path, other) as corpus:
        assert corpus.graph.to_ntriples() == from_scratch(world, other).to_ntriples()


def test_a_store_of_an_older_version_is_made_anew_from_its_records(tmp_path, world, terms):
    with Corpus(tmp_path, terms) as corpus:
        corpus.update(stored(world))
    del corpus
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:  # of another shape, and with something left undone
        ledger.executescript(f"{OLDER}; DROP TABLE sighting; CREATE TABLE sighting (report TEXT, final TEXT);"
                             "DROP TABLE pending; CREATE TABLE pending (n INTEGER); INSERT INTO pending VALUES (1)")
    ledger.close()
    with Corpus(tmp_path, terms) as corpus:
        assert corpus.graph.to_ntriples() == from_scratch(world, terms).to_ntriples()


def test_records_that_cannot_be_read_any_more_are_named_and_nothing_is_lost(tmp_path, world, terms):
    with Corpus(tmp_path, terms) as corpus:
        before = corpus.update(stored(world[:1])).to_ntriples()
    del corpus
    with sqlite3.connect(tmp_path / "ledger.sqlite") as ledger:
        ledger.executescript(f"{OLDER}; UPDATE report SET record = x'789c030000000001'")
    ledger.close()
    with pytest.raises(GraphFileError, match="another version made this store"):
        Corpus(tmp_path, terms)
    assert Graph.open(tmp_path, read_only=True).to_ntriples() == before


def test_a_graph_that_was_not_built_here_is_left_alone(tmp_path, terms):
    edge = Triple(*(NamedNode(f"https://other.example/{name}") for name in "abc"))
    Graph.open(tmp_path).add([edge])
    with pytest.raises(GraphFileError, match="not built here"):
        Corpus(tmp_path, terms)
    assert [*Graph.open(tmp_path, read_only=True)] == [edge]


def test_what_many_reports_name_is_kept_once(tmp_path, draft, terms):
    """Or each new report would cost more than the one before."""
    with Corpus(tmp_path, terms) as corpus:
        for n in range(6):
            x = draft(f"Report {n} of the Daily Lantern tells of nothing but the Quay Union.", "Daily Lantern")
            x.entity("Organisation", "Quay Union")
            corpus.update([(x.done(), "")])
        rows = corpus._db.execute("SELECT path, n FROM aspect ORDER BY path").fetchall()
    assert rows == [("actor/daily-lantern", 6), ("actor/quay-union", 6)]


def test_a_full_disk_loses_nothing(tmp_path, world, terms):
    corpus = Corpus(tmp_path, terms)
    corpus.update(stored(world[:2]))
    pages = corpus._db.execute("PRAGMA page_count").fetchone()[0]
    corpus._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(OSError, match=r"ledger.sqlite of the store cannot be written"):
        corpus.update(stored(world))
    assert corpus.graph.to_ntriples() == from_scratch(world[:2], terms).to_ntriples()
    corpus.close()
    del corpus
    with Corpus(tmp_path, terms) as again:
        assert again.update(stored(world)).to_ntriples() == from_scratch(world, terms).to_ntriples()
