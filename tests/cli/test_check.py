import json
from pathlib import Path

import pytest

from kg.cli import main


def test_a_sound_graph_ends_well(harbour_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(harbour_file)]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[0] == "Contradiction: St Ada Hospital says 12 killed, Marell Monitor at least 23."
    assert "    Northern Wire, 2031-03-07: at least 23" in told.out.splitlines()
    assert told.err.startswith("sound:") and "1 findings, 1 of them at odds" in told.err


def test_strict_is_for_scripts(harbour_file: Path) -> None:
    assert main(["check", str(harbour_file), "--strict"]) == 1


def test_json(harbour_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(harbour_file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["sound"] is True and found["breaches"] == []
    (one,) = found["findings"]
    assert one["disagrees"] is True and {w["words"] for w in one["words"]} == {"12 people", "at least 23"}


def test_a_breach_is_an_error(harbour_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(harbour_file.read_text() + "\nclaim:f1 kg:lower 13 .\n")
    assert main(["check", str(bad), "-q"]) == 1
    assert "figure-range:" in capsys.readouterr().out
    assert main(["check", str(bad), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["breaches"][0]["check"] == "figure-range"


def test_shapes_too(harbour_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(harbour_file), "--shapes", "-q"]) == 0
    assert "and the shapes" in capsys.readouterr().err


def test_an_empty_graph_is_none(tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("")
    assert main(["check", str(tmp_path / "empty.ttl")]) == 1
