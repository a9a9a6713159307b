"""What an extraction depends on."""
from pathlib import Path

from kg.pipeline import fingerprint
from kg.pipeline.fingerprint import _digest, _files


def test_it_is_the_same_each_time() -> None:
    assert fingerprint(None) == fingerprint(None)


def test_another_model_gives_another(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text("{}")
    first = fingerprint(tmp_path)
    (tmp_path / "labels.json").write_text("[]")
    assert len({fingerprint(None), first, fingerprint(tmp_path)}) == 3


def test_compiled_files_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1")
    (tmp_path / "a.pyc").write_text("")
    assert [f.name for f in _files(tmp_path)] == ["a.py"]
    assert len(_digest(tmp_path / "a.py")) == 64
