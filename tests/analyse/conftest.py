"""The hand-written graph of tests/fixtures."""
from pathlib import Path

import pytest

from kg.store import Graph

HARBOUR = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"


@pytest.fixture
def harbour_file() -> Path:
    return HARBOUR


@pytest.fixture(scope="session")
def harbour() -> Graph:
    return Graph().load(HARBOUR)
