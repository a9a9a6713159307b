import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.export import FORMATS
from kg.store import Graph


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_standard_output(harbour_file: Path, name: str, capfdbinary) -> None:
    assert main(["export", str(harbour_file), "-f", name]) == 0
    assert len(capfdbinary.readouterr().out) > 100


def test_csv_is_a_folder(harbour_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(harbour_file), "-f", "csv", "-o", str(tmp_path / "tables")]) == 0
    assert (tmp_path / "tables/claims.csv").exists()
    assert main(["export", str(harbour_file), "-f", "csv"]) == 2
    assert "csv-events" in capsys.readouterr().err


def test_turtle_and_json_ld_are_the_same_graph(harbour_file: Path, tmp_path: Path) -> None:
    for suffix in ("jsonld", "ttl", "trig", "nq", "nt"):
        file = tmp_path / f"graph.{suffix}"
        assert main(["export", str(harbour_file), "-o", str(file)]) == 0
        assert set(Graph().load(file)) == set(Graph().load(harbour_file))


def test_without_text(harbour_file: Path, tmp_path: Path) -> None:
    assert main(["export", str(harbour_file), "--no-text", "-o", str(tmp_path / "g.geojson")]) == 0
    text = (tmp_path / "g.geojson").read_text(encoding="utf8")
    assert "killed 12 people" not in text and json.loads(text)["features"]


@pytest.mark.parametrize("words", [["-f", "pdf"], ["-f", "acled", "--policy", "average"], ["-o", "x.pdf"]])
def test_wrong_usage_is_named(harbour_file: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(harbour_file), *words]) == 2
    assert capsys.readouterr().err.startswith("kg: ")


def test_no_confidence_is_said(harbour_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = tmp_path / "bare.ttl"
    bare.write_text(harbour_file.read_text().replace(" kg:confidence 0.9 ;", ""))
    assert main(["export", str(bare), "--min-confidence", "0.5"]) == 0
    assert "bears a confidence" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_dossier(harbour_file: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"dossier.{suffix}"
    assert main(["dossier", "Red Dawn", "-g", str(harbour_file), "-o", str(file)]) == 0
    assert "Dawn Channel" in file.read_text(encoding="utf8")
    assert main(["dossier", "Red Dawn", "-g", str(harbour_file), "-o", "x.pdf"]) == 2
    assert main(["dossier", "Nobody", "-g", str(harbour_file)]) == 1
