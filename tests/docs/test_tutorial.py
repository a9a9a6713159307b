"""The tutorial's commands run, in an empty folder, and find what it says they find."""
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.check import violations
from kg.store import Graph

DOCS = Path(__file__).parent.parent.parent / "docs"


def runner() -> ModuleType:
    """docs/tutorial.py as a module."""
    spec = importlib.util.spec_from_file_location("tutorial", DOCS / "tutorial.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["tutorial"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tutorial")


@pytest.fixture(scope="module")
def printed(folder: Path) -> dict[str, tuple[int, str]]:
    """Each command with its exit code and what it prints."""
    pytest.importorskip("matplotlib")
    ran = runner().run((DOCS / "tutorial.md").read_text(encoding="utf-8"), folder)
    return {command: (code, text) for block in ran for command, code, text in block.printed}


def test_every_command_ends_well(printed: dict[str, tuple[int, str]]) -> None:
    assert {command: text for command, (code, text) in printed.items() if code} == {}
    assert len(printed) > 15


def test_every_question_has_an_answer(printed: dict[str, tuple[int, str]]) -> None:
    assert all(len(text.splitlines()) > 1 for command, (_, text) in printed.items() if command.startswith("kg query"))


def test_the_finding_is_found(printed: dict[str, tuple[int, str]]) -> None:
    lines = printed["kg check graph.ttl"][1].splitlines()
    assert any(re.match(r"Contradiction: .*34 by Niger Bend Monitor against 19 by interior ministry", x) for x in lines)
    assert any(x.startswith("UnitMismatch: '350 miles") for x in lines)
    assert any("29 February 2019" in x and "28 days" in x for x in lines)
    assert "34 by Niger Bend Monitor against 19 by interior ministry" in printed["python"][1]


def test_the_files_are_there(printed: dict[str, tuple[int, str]], folder: Path) -> None:
    made = ["graph.ttl", "front.html", "tables/claims.csv", "events.geojson", "rows.csv", "actors.gexf", "central.svg"]
    assert all((folder / name).stat().st_size > 100 for name in made)
    assert "Bend Monitor said that" not in (folder / "shared.ttl").read_text(encoding="utf-8")


def test_every_kind_of_command_is_shown() -> None:
    shown = set(re.findall(r"^\$ kg (\w+)", (DOCS / "tutorial.md").read_text(encoding="utf-8"), re.M))
    assert shown >= {"build", "query", "show", "check", "analyse", "dossier", "export"}


def test_the_graph_conforms_to_the_shapes(printed: dict[str, tuple[int, str]], folder: Path) -> None:
    assert violations(Graph().load(folder / "graph.ttl")) == []
    assert violations(Graph().load(folder / "shared.ttl")) == []
