"""JSON Lines."""
import json
from pathlib import Path
from typing import Any


def read(path: Path) -> list[Any]:
    """The rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
