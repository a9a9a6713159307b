"""How many reports are to come, before they are read."""

from pathlib import Path

from kg.reading import expected, read


def _folder(folder: Path) -> Path:
    (folder / "one.txt").write_text("Two men were killed in Harbourtown on Monday.", encoding="utf-8")
    (folder / "two.md").write_text("A bridge was blown up near Harbourtown.", encoding="utf-8")
    lines = [f'{{"body": "{n} people were wounded in the market."}}\n' for n in (3, 4, 5)]
    (folder / "more.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def test_files_and_lines_are_counted_as_they_are_read(tmp_path) -> None:
    found = [r for r in read([_folder(tmp_path)]) if hasattr(r, "body")]
    assert expected([tmp_path]) == len(found) == 5


def test_standard_input_holds_who_knows_how_many(tmp_path) -> None:
    assert expected([_folder(tmp_path), "-"]) is None


def test_what_is_not_there_counts_nothing(tmp_path) -> None:
    assert expected([tmp_path / "missing.jsonl", tmp_path / "missing.txt"]) == 0
