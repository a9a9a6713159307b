from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.analyse import ANALYSES, plot
from kg.analyse.plots import DRAWN
from kg.store import Graph

pytest.importorskip("matplotlib")


def test_each_analysis_has_a_plot() -> None:
    assert set(DRAWN) == set(ANALYSES)


@pytest.mark.parametrize("name", ANALYSES)
def test_a_plot_names_what_it_shows_and_stays_the_same(harbour: Graph, tmp_path, monkeypatch, name: str) -> None:
    import matplotlib

    monkeypatch.setitem(matplotlib.rcParams, "svg.fonttype", "none")  # words stay words
    once, twice = tmp_path / "a.svg", tmp_path / "b.svg"
    plot(harbour, name, once), plot(harbour, name, twice)
    assert once.read_bytes() == twice.read_bytes()
    words = " ".join("".join(e.itertext()) for e in ElementTree.parse(once).iter() if e.tag.endswith("text"))
    assert ("St Ada Hospital" if name == "agreement" else "Red Dawn") in words


def test_png(harbour: Graph, tmp_path: Path) -> None:
    plot(harbour, "fights", tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ANALYSES)
def test_nothing_to_draw_is_no_error(tmp_path: Path, name: str) -> None:
    plot(Graph(), name, tmp_path / "a.svg")


@pytest.mark.parametrize(("name", "file"), [("weather", "a.svg"), ("fights", "a.pdf")])
def test_what_is_wrong_is_named(harbour: Graph, tmp_path: Path, name: str, file: str) -> None:
    with pytest.raises(ValueError, match=r"weather|a\.pdf"):
        plot(harbour, name, tmp_path / file)
