import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from kg.cli import main
from kg.store import Graph
from kg.view import page
from kg.view.page import embedded

OVERHEAD = 600_000  # bytes: what the page carries beside its data


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "]]>", "&amp;", "\u2028\u2029", "\"'\\", "قُتل سبعة", "\u202e", "💣"])
def test_embedded_json_cannot_end_its_element_and_reads_back(text: str) -> None:
    written = embedded({"text": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"text": text}


def test_the_policy_names_every_script_and_no_address(harbour: Graph) -> None:
    html = page(harbour)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert re.findall(r"sha256-([^']+)'", policy[1].partition("style-src")[0]) == hashes
    assert "default-src 'none'" in policy[1]
    assert "http" not in policy[1] and "unsafe" not in policy[1]


def test_nothing_is_fetched(hostile: Graph) -> None:
    outside = re.sub(r"<script.*?</script>", "", page(hostile), flags=re.DOTALL)
    assert not re.search(r"<(link|img|iframe|object)\b|\bsrc=|@import|url\(", outside)


def test_what_is_filled_in_is_not_filled_again(hostile: Graph) -> None:
    assert page(hostile, "{{WORLD}}").count("{{WORLD}}") == 3  # title, heading, data


def test_the_page_is_small_and_the_same_each_time(harbour: Graph) -> None:
    first = page(harbour)
    assert first == page(harbour)
    assert len(page(Graph()).encode()) < OVERHEAD


def test_the_licences_travel_with_the_page(harbour: Graph) -> None:
    html = page(harbour)
    for name in ("d3", "topojson-client", "world-atlas"):
        assert re.search(rf"^{name}\n\nCopyright .*Bostock", html, re.MULTILINE)


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "graph.html"
    graph = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"
    assert main(["view", str(graph), "-o", str(target), "--title", "The port"]) == 0
    assert "<title>The port</title>" in target.read_text(encoding="utf-8")
    assert "graph.html" in capsys.readouterr().err


def test_the_command_names_a_graph_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", str(tmp_path / "no.ttl"), "-o", str(tmp_path / "x.html")]) == 1
    assert "no.ttl" in capsys.readouterr().err
