"""A person's judgement: kept in a file, by mentions, above all clues, and taken back with its line."""
import pytest

from kg.resolution import Judgement, Mention, add_judgement, read_judgements, resolve, take_back


def told(draft, outlet, who="Jon Varga", land="Ostland", town="Miro", killed=9):
    report = draft(f"A blast in {town}, {land}, killed {killed}, {who} said.", outlet)
    place = report.entity("Place", town)
    report.entity("Place", land), report.entity("Person", who)
    event = report.event("Bombing", "A blast", "2019-03-04")
    report.argument(event, "place", place, town)
    report.figure(event, str(killed), killed)
    return report.done()


def at(x, words):
    begin = x.report.body.index(words)
    return Mention(x.report.id, begin, begin + len(words))


def events(found, *xs):
    return [found.events[x.report.id, 0].node for x in xs]


def persons(found, *xs):
    return [found.entity(x.report.id, 2).path for x in xs]


def test_events_judged_the_same(draft, tiny_actors, tiny_places):
    a, b = told(draft, "A"), told(draft, "B", town="Sund", killed=90)
    judged = Judgement("same", at(a, "A blast"), at(b, "A blast"))
    found = resolve([a, b], tiny_actors, tiny_places, [judged])
    assert len(set(events(found, a, b))) == 1 and "a person judged" in found.merges[0].reason
    assert len(set(events(resolve([a, b], tiny_actors, tiny_places), a, b))) == 2


def test_events_judged_different_though_a_third_is_like_both(draft, tiny_actors, tiny_places):
    a, b, c = (told(draft, o) for o in "ABC")
    judged = Judgement("different", at(a, "A blast"), at(b, "A blast"))
    one, other, _ = events(resolve([a, b, c], tiny_actors, tiny_places, [judged]), a, b, c)
    assert one != other
    assert len(set(events(resolve([a, b, c], tiny_actors, tiny_places), a, b, c))) == 1


def test_actors_judged_the_same_take_the_known_one(draft, tiny_actors, tiny_places):
    a, b = told(draft, "A", who="Red Banner"), told(draft, "B", who="Pennant Men")
    known = draft("The Red Banner struck.", "C")
    known.entity("ArmedGroup", "Red Banner")
    c = known.done()
    judged = Judgement("same", at(b, "Pennant Men"), at(c, "Red Banner"))
    found = resolve([a, b, c], tiny_actors, tiny_places, [judged])
    assert found.entity(b.report.id, 2) == found.entity(c.report.id, 0)
    assert found.entity(b.report.id, 2).known == "red-banner"


@pytest.mark.parametrize(("verdict", "apart"), [("different", [True, False]), ("wrong", [True, True])])
def test_actors_judged_apart(draft, tiny_actors, tiny_places, verdict, apart):
    a, b, c = sorted((told(draft, o) for o in "ABC"), key=lambda x: x.report.id)
    pair = (at(a, "Jon Varga"), at(b, "Jon Varga"))
    judged = [Judgement(verdict, *pair)] if verdict == "different" else [Judgement(verdict, m) for m in pair]
    found = persons(resolve([a, b, c], tiny_actors, tiny_places, judged), a, b, c)
    assert [found[1] != found[2], found[0] != found[2]] == apart


def test_a_judgement_waits_for_its_report(draft, tiny_actors, tiny_places):
    a, b = told(draft, "A"), told(draft, "B", town="Sund")
    judged = Judgement("same", at(a, "A blast"), at(b, "A blast"))
    assert not resolve([a], tiny_actors, tiny_places, [judged]).merges


def test_the_file_keeps_comments_and_takes_back(tmp_path):
    file, one, other = tmp_path / "judgements.tsv", Mention("report/x", 1, 5), Mention("report/y", 2, 6)
    file.write_text("# by Ada\n")
    add_judgement(file, Judgement("same", one, other, "the same crowd"))
    add_judgement(file, Judgement("wrong", one))
    add_judgement(file, Judgement("different", other, one))  # a later line on the same mentions counts
    assert [str(j) for j in read_judgements(file)] == [
        "wrong\treport/x#char=1,5", "different\treport/x#char=1,5\treport/y#char=2,6"]
    assert take_back(file, [one, other]) == 2 and file.read_text() == "# by Ada\nwrong\treport/x#char=1,5\n"
    assert read_judgements(tmp_path / "none.tsv") == ()


@pytest.mark.parametrize(("line", "wrong"), [
    ("perhaps\treport/x#char=1,5", "not a verdict"), ("same\treport/x#char=1,5", "takes 2 mentions"),
    ("wrong\treport/x", "not a mention")])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line, wrong):
    file = tmp_path / "judgements.tsv"
    file.write_text(f"\n{line}\n")
    with pytest.raises(ValueError, match=wrong) as error:
        read_judgements(file)
    assert f"{file}:2" in str(error.value)


def test_a_mention_is_read_from_its_iri():
    iri = "https://w3id.org/conflict-kg/id/report/2019-03-05-afp-0a1b2c3d4e5f#char=10,15"
    assert str(Mention.parse(iri)) == "report/2019-03-05-afp-0a1b2c3d4e5f#char=10,15"
