import json

import pytest

from kg.cli.analyse import Name, Network


def test_the_choices_are_all_there_are() -> None:
    from kg.analyse import ANALYSES, PROJECTIONS

    assert [n.value for n in Name] == list(ANALYSES) and [n.value for n in Network] == list(PROJECTIONS)


def test_one_and_all(kg, harbour_file) -> None:
    ran = kg("analyse", "fights", "-g", harbour_file, "-f", "json")
    assert json.loads(ran.out) == [{"month": "2029", "by": "Coast Guard Union", "against": "Red Dawn", "events": 1}]
    lines = kg("analyse", "-g", harbour_file).out.splitlines()
    assert [line for line in lines if "\t" not in line] == [n.value for n in Name]


def test_files(kg, harbour_file, tmp_path) -> None:
    assert kg("analyse", "--network", "actors", "-g", harbour_file, "-o", tmp_path / "a.gexf").code == 0
    assert "Red Dawn" in (tmp_path / "a.gexf").read_text(encoding="utf8")
    pytest.importorskip("matplotlib")
    assert kg("analyse", "central", "-g", harbour_file, "--plot", tmp_path / "a.svg").code == 0
    assert (tmp_path / "a.svg").stat().st_size > 1000


@pytest.mark.parametrize("words", [
    ["--network", "actors"], ["--network", "actors", "-o", "a.csv"], ["--plot", "a.svg"], ["fights", "--plot", "a.pdf"],
    ["weather"], ["fights", "-f", "turtle"],
])  # fmt: skip
def test_wrong_usage(kg, harbour_file, words) -> None:
    assert kg("analyse", *words, "-g", harbour_file).code == 2
