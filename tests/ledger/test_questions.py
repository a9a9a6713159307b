"""The shipped questions on what several reports make of one event."""
from kg.ledger import from_scratch


def test_figure_summaries(world, terms):
    rows = [row for row in from_scratch(world, terms).query("figure-summaries", policy="best-low-high").dicts()
            if row["what"] == "Two blasts"]
    assert rows and all(row["lower"] <= row["best"] <= row["upper"] for row in rows)
    assert max(row["claims"] for row in rows) > 1 and {row["policy"] for row in rows} == {"best-low-high"}


def test_a_reprint_corroborates_nothing(draft, world, terms):
    rows = from_scratch(world[:2], terms).query("corroboration").dicts()  # a wire story and its reprint
    assert {(row["what"], row["reports"], row["origins"]) for row in rows} == {("Two blasts", 2, 1), ("blasts", 2, 1)}
    own = draft("Nine traders died when two bombs went off among the stalls of Miro, a nurse said from the quay.", "K")
    event = own.event("Bombing", "two bombs", "2019-03-04", count=2)
    own.argument(event, "place", own.entity("Place", "Miro"), "Miro")
    own.figure(event, "Nine", 9)
    rows = from_scratch([*world[:2], own.done()], terms).query("corroboration").dicts()
    assert (3, 2) in {(row["reports"], row["origins"]) for row in rows}


def test_a_toll_over_time_by_source(world, terms):
    rows = [r for r in from_scratch(world[:4], terms).query("toll-over-time").dicts() if r["who"] == "Harbour Watch"]
    told = [(r["when"][:10], r["figure"], r["replaces"]) for r in rows if r["what"] == "Two blasts"]
    assert ("2019-03-06", 11, 9) in told and ("2019-03-07", 12, 11) in told
