"""Parsed sentences for the tests of reported speech."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc


@pytest.fixture(scope="session")
def texts(conllu: Callable[[Path], dict[str, Doc]]) -> dict[str, Doc]:
    """Each parsed text by its id."""
    return conllu(Path(__file__).with_name("parsed.conllu"))
