"""The page itself: data, drawing libraries and scripts in one HTML file that asks nothing of any network."""
import base64
import hashlib
import html
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.store import Graph
from kg.view.data import data
from kg.view.data import title as made_title

LIBRARIES = ("vendor/d3.min.js", "vendor/topojson-client.min.js")
SCRIPTS = tuple(
    f"js/{name}.js"
    for name in (
        "dom", "words", "model", "state", "filters", "labels", "map", "timeline", "network", "list", "figures", "chain",
        "sentences", "reading", "main",
    )
)
LICENCES = ("vendor/d3.LICENSE", "vendor/topojson-client.LICENSE", "vendor/world-atlas.LICENSE")

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(graph: Graph, title: str = "") -> str:
    """One HTML page that shows the graph: no request leaves it, and nothing in the graph can act as markup or script.

    `title` heads it; without one it is the number of reports. The same graph gives the same page.
    """
    found = data(graph)
    heading = title or made_title(found)
    style, scripts = _asset("page.css"), [*map(_asset, LIBRARIES), _program()]
    parts = {
        "TITLE": html.escape(heading), "POLICY": _policy(style, scripts), "STYLE": style,
        "DATA": embedded(found | {"title": heading}), "WORLD": _asset("vendor/world.json"),
        "SCRIPTS": "\n".join(f"<script>{script}</script>" for script in scripts), "LICENCES": _licences(),
    }
    return _filled(_asset("page.html"), parts)


def write(graph: Graph, path: str | Path, title: str = "") -> None:
    """Writes the page to a file, in UTF-8."""
    Path(path).write_text(page(graph, title), encoding="utf-8", newline="\n")


def embedded(value: Any) -> str:
    """JSON that may stand in a script element: no character in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def _filled(template: str, parts: dict[str, str]) -> str:
    """The template with its {{NAMES}} filled in one pass, so that nothing filled in is taken for a name."""
    pieces = template.split("{{")
    rest = [piece.partition("}}") for piece in pieces[1:]]
    return pieces[0] + "".join(parts[name] + after for name, _, after in rest)


def _policy(style: str, scripts: list[str]) -> str:
    """The Content-Security-Policy: these very scripts and this style, and no address whatever."""
    allowed = " ".join(_hash(s) for s in scripts)
    own = f"script-src {allowed}; style-src {_hash(style)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _program() -> str:
    """Our own scripts in one function, in their order: they share names with one another and with nothing else."""
    body = "\n".join(f"// {name}\n{_asset(name)}" for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'


def _licences() -> str:
    named = (f"{Path(name).stem}\n\n{_asset(name).strip()}" for name in LICENCES)
    return "\n\n".join(named)


def _asset(name: str) -> str:
    return (files("kg.view") / "assets" / name).read_text(encoding="utf-8").rstrip("\n")
