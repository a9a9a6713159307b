import re
from pathlib import Path

import pytest

from kg.store.guard import QueryError, check
from kg.store.questions import Parameter, find, parse, read, shipped

NAMES = [q.name for q in shipped()]


def test_the_leading_comments_are_the_description_and_the_parameters() -> None:
    found = parse(
        "# Who is where.\n# param place (node): the place\n# param n (number): how many\nSELECT * {} # not this"
    )
    assert found.description == "Who is where."
    assert found.parameters == (Parameter("place", "node", "the place"), Parameter("n", "number", "how many"))
    assert [found.kind_of(n) for n in ("place", "n", "other")] == ["node", "number", "any"]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_says_what_it_answers_and_only_reads(name: str) -> None:
    question = find(name)
    assert question.description.endswith(".")
    check(question.text)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_is_declared_and_every_declared_one_can_be_bound(name: str) -> None:
    question = find(name)
    blocks = set(re.findall(r"VALUES \?(\w+)", question.text))
    declared = {p.name for p in question.parameters}
    assert declared <= blocks
    undef = set(re.findall(r"VALUES \?(\w+) \{ UNDEF \}", question.text))
    assert undef <= declared


def test_at_least_fourteen_ship_in_order() -> None:
    assert len(NAMES) >= 14
    assert sorted(NAMES) == NAMES


def test_a_file_is_named_by_its_stem(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("# Mine.\nASK {}", encoding="utf-8")
    assert read(file).name == "mine"
    assert find(file) == find(str(file)) == read(file)


@pytest.mark.parametrize("query", ["no-such-question", "no/such/file.rq", Path("none.rq")])
def test_what_is_neither_name_nor_file_nor_sparql_is_named(query: str | Path) -> None:
    with pytest.raises(QueryError, match=re.escape(str(query))):
        find(query)
