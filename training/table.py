"""Two models' figures (training.evaluate) side by side, as Markdown.

    python -m training.table starter.json ours.json
"""
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_PARTS = ("upos", "xpos", "uas", "las", "sentences", "names")


def rows(starter: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[str]:
    """One line a figure: what, the starter's, ours."""
    yield "| test | figure | starter | this model |\n|---|---|---|---|"
    for test, figures in ours.items():
        if not isinstance(figures, dict):
            yield f"| | {test} | {starter[test]:.1f} | {figures:.1f} |"
            continue
        for part in _PARTS:
            yield f"| {test} | {part} | {starter[test][part]:.1f} | {figures[part]:.1f} |"
        for group in ("relations", "entities"):
            for name, value in figures[group].items():
                yield f"| {test} | {name} F | {starter[test][group].get(name, 0):.1f} | {value:.1f} |"


if __name__ == "__main__":
    first, second = (json.loads(Path(path).read_text(encoding="utf8")) for path in sys.argv[1:])
    print("\n".join(rows(first, second)))
