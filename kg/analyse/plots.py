"""Plots of the analyses as PNG or SVG (the extra "plots")."""
from collections.abc import Callable, Mapping, Sequence
from math import cos, nan, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.answers import analyse
from kg.analyse.networks import to_networkx
from kg.store import Graph
from kg.store.result import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Cells = list[list[float]]
MOST = 20  # bars, rows and columns of a plot
COMMUNITIES = 12  # circles of a plot
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999")  # Okabe and Ito (2008)
_NO_CLOCK: Mapping[str, dict[str, None]] = {".svg": {"Date": None}, ".png": {"Software": None}}


def plot(graph: Graph, name: str, path: str | Path) -> None:
    """Draws an analysis of DRAWN to a .png or .svg, the same bytes for the same graph and library.

    Raises ValueError for another name or suffix, ImportError without matplotlib.
    """
    suffix = Path(path).suffix.lower()
    if name not in DRAWN:
        raise ValueError(f"no plot {name!r}; there are {', '.join(DRAWN)}")
    if suffix not in _NO_CLOCK:
        raise ValueError(f"{path}: .png or .svg is wanted")
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"svg.hashsalt": "kg", "font.size": 9}):
        figure = Figure(figsize=(9, 6), layout="constrained")
        DRAWN[name](figure.add_subplot(), graph)
        figure.savefig(path, dpi=150, metadata=_NO_CLOCK[suffix])


def _central(axes: "Axes", graph: Graph) -> None:
    rows = analyse(graph, "central").rows[:MOST][::-1]
    axes.barh([_short(str(r[0])) for r in rows], [float(str(r[3])) for r in rows], color=_COLOURS[0])
    axes.set(title="Central actors", xlabel="events and ties with others")
    axes.spines[["top", "right"]].set_visible(False)


def _communities(axes: "Axes", graph: Graph) -> None:
    """Each community on a circle of its own, in rows; edges between communities across."""
    network = to_networkx(graph, "actors")
    by_label = {label: n for n, label in sorted(network.nodes(data="label"), reverse=True) if network.degree(n)}
    groups = [[by_label[x] for x in str(r[2]).split("; ") if x in by_label] for r in analyse(graph, "communities").rows]
    spots, colours = _circles(groups[:COMMUNITIES])
    inside = network.subgraph(sorted(spots))
    sizes = [30 + 25 * network.degree(n, weight="weight") for n in inside]
    nx.draw_networkx_edges(inside, spots, ax=axes, edge_color="#bbbbbb")
    nx.draw_networkx_nodes(inside, spots, ax=axes, node_size=sizes, node_color=[colours[n] for n in inside])
    for n, (x, y) in spots.items():
        label = _short(network.nodes[n]["label"], 24)
        axes.annotate(label, (x, y), (0, 6), textcoords="offset points", ha="center", fontsize=6.5)
    axes.set_title("Communities of actors")
    axes.margins(0.12)
    axes.set_axis_off()


def _circles(groups: Sequence[Sequence[str]]) -> tuple[dict[str, tuple[float, float]], dict[str, str]]:
    """Where each node stands, and its colour: a circle for each group, in rows of four."""
    spots, colours = {}, {}
    for i, group in enumerate(groups):
        x, y = 3.7 * (i % 4), -3.0 * (i // 4)
        for j, n in enumerate(group):
            turn = 2 * pi * (j + 0.25) / len(group)
            spots[n] = (x + 1.05 * cos(turn), y + 1.05 * sin(turn)) if len(group) > 1 else (x, y)
            colours[n] = _COLOURS[i % len(_COLOURS)]
    return spots, colours


def _fights(axes: "Axes", graph: Graph) -> None:
    rows = [(f"{_short(str(r[1]))} → {_short(str(r[2]))}", str(r[0]), float(str(r[3]))) for r in _rows(graph, "fights")]
    pairs, months = _most([pair for pair, _, _ in rows]), sorted({month for _, month, _ in rows})
    events = {(pair, month): count for pair, month, count in rows}
    cells = [[events.get((p, m), 0.0) for m in months] for p in pairs]
    words = [[f"{count:.0f}" if count else "" for count in row] for row in cells]
    _heat(axes, (pairs, months), cells, words, "Blues", max(5.0, *(c for row in cells for c in row), 0.0))
    axes.set_title("Who strikes whom, by month (events)")


def _agreement(axes: "Axes", graph: Graph) -> None:
    network = to_networkx(graph, "sources")
    names = sorted(network, key=lambda n: (-network.degree(n, weight="weight"), n))[:MOST]
    edges = [[network.get_edge_data(a, b) for b in names] for a in names]
    cells = [[e["agreement"] if e else nan for e in row] for row in edges]
    words = [[f"{e['agree']}/{e['weight']}" if e else "" for e in row] for row in edges]
    short = [_short(n) for n in names]
    _heat(axes, (short, short), cells, words, "PiYG", 1.0)
    axes.set_title("Matters on which two sources agree, of those on which both speak")


def _rows(graph: Graph, name: str) -> Sequence[Row]:
    return analyse(graph, name).rows


def _heat(axes: "Axes", names: tuple[list[str], list[str]], cells: Cells, words: list[list[str]], colours: str,
          top: float) -> None:  # fmt: skip
    """A table of colours, the rows and columns named, a word in each cell; nothing where there are no rows."""
    if not cells:
        return
    axes.imshow(cells, cmap=colours, vmin=0, vmax=top, aspect="auto", alpha=0.85)
    axes.set_xticks(range(len(names[1])), names[1], rotation=60, ha="right", rotation_mode="anchor", fontsize=8)
    axes.set_yticks(range(len(names[0])), names[0], fontsize=8)
    for y, row in enumerate(words):
        for x, word in enumerate(row):
            dark = colours == "Blues" and cells[y][x] > 0.6 * top
            axes.text(x, y, word, ha="center", va="center", color="white" if dark else "black", fontsize=7)


def _most(names: list[str]) -> list[str]:
    return sorted(dict.fromkeys(names), key=lambda n: (-names.count(n), n))[:MOST]


def _short(text: str, most: int = 32) -> str:
    """At most so many characters, and no dollar sign: matplotlib would take two of them for mathematics."""
    words = " ".join(text.replace("$", "＄").split())
    return words if len(words) <= most else words[: most - 2].rstrip() + " …"


DRAWN: Mapping[str, Callable[["Axes", Graph], None]] = {
    "central": _central,
    "communities": _communities,
    "fights": _fights,
    "agreement": _agreement,
}
"""A plot for each analysis."""
