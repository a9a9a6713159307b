"""What an extraction depends on."""
from pathlib import Path

import pytest

from kg.pipeline import fingerprint
from kg.pipeline.fingerprint import _digest, _files


def test_it_is_the_same_each_time() -> None:
    assert fingerprint(None) == fingerprint(None)


def test_another_model_gives_another(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text("{}")
    first = fingerprint(str(tmp_path))
    (tmp_path / "labels.json").write_text("[]")
    assert len({fingerprint(None), first, fingerprint(str(tmp_path))}) == 3


def test_a_missing_model_is_named() -> None:
    with pytest.raises(ValueError, match="no model 'en_nowhere'"):
        fingerprint("en_nowhere")


def test_an_installed_package_is_a_model_too() -> None:
    assert fingerprint("yaml") != fingerprint(None)


def test_compiled_files_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1")
    (tmp_path / "a.pyc").write_text("")
    assert [f.name for f in _files(tmp_path)] == ["a.py"]
    assert len(_digest(tmp_path / "a.py")) == 64
