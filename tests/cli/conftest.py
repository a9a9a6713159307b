"""Commands run in process, on the hand-written graph of tests/fixtures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main
from kg.store import Graph

HARBOUR = Path(__file__).parent.parent / "fixtures" / "harbour.ttl"


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def harbour_file() -> Path:
    return HARBOUR


@pytest.fixture(scope="session")
def harbour() -> Graph:
    return Graph().load(HARBOUR)


@pytest.fixture
def kg(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `kg ARGUMENTS`."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        code = main([str(a) for a in arguments])
        return Ran(code, *capfd.readouterr())

    return run
