"""What changed between two graphs, in words."""
import pytest

from kg.diff import KINDS, changes
from kg.ledger import Terms, from_scratch
from kg.resolution import Judgement, Mention


@pytest.fixture
def graph(tiny_actors, tiny_places):
    return lambda *xs, judged=(): from_scratch(xs, Terms(tiny_actors, tiny_places, judged))


def told(draft, outlet, killed=9, town="Miro", published="2019-03-05", blame=""):
    x = draft(f"{outlet}: a blast in {town} killed {killed}, the Watch said; the Red Banner did it.", outlet, published)
    place, watch = x.entity("Place", town), x.entity("MonitoringGroup", "Harbour Watch", "the Watch")
    event = x.event("Bombing", "a blast", "2019-03-04")
    x.argument(event, "place", place, town)
    x.figure(event, f"killed {killed}", killed, by=watch)
    if blame:
        x.blame(event, x.entity("ArmedGroup", "Red Banner", known="red-banner"), blame, "did it")
    return x.done()


def lines(a, b):
    return [str(c) for c in changes(a, b)]


def test_nothing_changed(draft, graph):
    assert lines(graph(told(draft, "A")), graph(told(draft, "A"))) == []


def test_a_new_report_with_a_new_event(draft, graph):
    a, b = told(draft, "A"), told(draft, "B", town="Sund", blame="claims")
    assert lines(graph(a), graph(a, b)) == [
        "new report: B, 2019-03-05", "new event: a blast (Sund, 2019-03-04)",
        "new figure: a blast (Sund, 2019-03-04): Harbour Watch: 9 killed",
        "new claim: a blast (Sund, 2019-03-04): B: Red Banner claims it"]


def test_a_revised_figure(draft, graph):
    a, b = told(draft, "A"), told(draft, "B", 11, published="2019-03-06")
    assert lines(graph(a), graph(a, b)) == [
        "new report: B, 2019-03-06",
        "revised figure: a blast (Miro, 2019-03-04): Harbour Watch: 11 killed, before 9 killed"]
    assert [line.split(":")[0] for line in lines(graph(a, b), graph(a))] == ["report gone", "figure gone"]


def test_an_event_keeps_its_identity_when_an_earlier_report_comes(draft, graph):
    late, early = told(draft, "A", published="2019-03-06"), told(draft, "B", published="2019-03-04")
    assert "event" not in " ".join(lines(graph(late), graph(late, early)))


def test_a_merge_and_a_split(draft, graph):
    a, b = told(draft, "A"), told(draft, "B", town="Sund")
    at = [Mention(x.report.id, 3, 10) for x in (a, b)]
    one = graph(a, b, judged=[Judgement("same", *at)])
    (merged,) = lines(graph(a, b), one)
    assert merged.startswith("merged: a blast (Miro, 2019-03-04) and a blast (Sund, 2019-03-04) are one now")
    (split,) = lines(one, graph(a, b))
    assert split.startswith("split: a blast (Miro, Sund, 2019-03-04) is now a blast (Miro")


def test_kinds_are_told_in_their_order(draft, graph):
    a, b = told(draft, "A"), told(draft, "B", town="Sund", blame="denies")
    kinds = [c.kind for c in changes(graph(a), graph(b))]
    assert kinds == sorted(kinds, key=KINDS.index) and {"report gone", "event gone", "figure gone"} <= {*kinds}
