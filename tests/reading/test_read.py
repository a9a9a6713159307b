"""Paths in, reports and problems out."""
import io
import json
import os
import sys
from pathlib import Path

import pytest

from kg.reading import Meta, Problem, read
from kg.records import Report

BODY = "Gunmen shot dead two officers in the port of Mersa on Sunday, the police said in a statement.\n"
FRENCH = (
    "Deux policiers ont été tués dimanche par des hommes armés dans le port de la ville, a indiqué la police "
    "dans un communiqué publié dans la soirée.\n"
)


def written(folder: Path, **files: str | bytes) -> Path:
    """The folder with these files; "__" in a name stands for the dot."""
    for name, text in files.items():
        raw = text if isinstance(text, bytes) else text.encode()
        (folder / name.replace("__", ".")).write_bytes(raw)
    return folder


def one(path: Path, meta: Meta = Meta(), **options: int) -> Report | Problem:
    [found] = read([path], meta, **options)
    return found


def reasons(found: list[Report | Problem]) -> list[str]:
    return [str(f).split("/")[-1] for f in found if isinstance(f, Problem)]


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        (BODY.encode(), BODY),
        (b"\xef\xbb\xbf" + BODY.encode(), BODY),
        (BODY.replace("\n", "\r\n").encode(), BODY),
        (BODY.replace("\n", "\r").encode(), BODY),
        (f"---\ntitle: A\n---\n\n{BODY}".encode(), "\n" + BODY),
        (f"---\r\ntitle: A\r\n---\r\n  {BODY}\t".encode(), f"  {BODY}\t"),
        (f"---\n- a list\n---\n{BODY}".encode(), f"---\n- a list\n---\n{BODY}"),
        (f"{BODY}---\ntitle: A\n---\n{BODY}".encode(), f"{BODY}---\ntitle: A\n---\n{BODY}"),
    ],
    ids=["plain", "BOM", "CRLF", "CR", "front matter", "front matter CRLF", "no mapping", "rule further down"],
)
def test_body_is_the_text_after_front_matter_and_nothing_else_changed(tmp_path: Path, raw: bytes, body: str) -> None:
    found = one(written(tmp_path, a__txt=raw) / "a.txt")
    assert isinstance(found, Report)
    assert found.body == body


def test_front_matter_fields_by_their_usual_names(tmp_path: Path) -> None:
    fields = "Headline: 'Port: two dead'\nDate: 4 March 2019\nPublisher: Mersa Post\nlink: https://mersa.example/1"
    text = f"---\n{fields}\n---\n{BODY}"
    found = one(written(tmp_path, a__md=text) / "a.md", Meta(outlet="Another", title="Another"))
    assert isinstance(found, Report)
    assert (found.body, found.title, found.outlet) == (BODY, "Port: two dead", "Mersa Post")
    assert (found.published, found.url) == ("2019-03-04", "https://mersa.example/1")


def test_meta_fills_what_the_report_does_not_say(tmp_path: Path) -> None:
    found = one(written(tmp_path, a__txt=BODY) / "a.txt", Meta(outlet="Mersa Post", published="2019-03-04"))
    assert isinstance(found, Report)
    assert (found.outlet, found.published, found.url) == ("Mersa Post", "2019-03-04", "")


def test_a_bad_date_is_left_out_and_said(tmp_path: Path) -> None:
    file = written(tmp_path, a__txt=f"---\npublished: 05/06/2016\n---\n{BODY}") / "a.txt"
    problem, report = read([file], Meta(published="2001-01-01"))
    assert isinstance(problem, Problem) and not problem.lost
    assert "'05/06/2016' is not a date" in problem.reason
    assert isinstance(report, Report) and report.published == ""


@pytest.mark.parametrize(
    ("name", "raw", "line"),
    [
        ("empty.txt", b"", "empty.txt: empty"),
        ("blank.txt", b" \n\n", "blank.txt: empty"),
        ("front.txt", b"---\ntitle: A\n---\n", "front.txt: empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\xff", "image.txt: binary, not text"),
        ("nul.txt", BODY.encode() + b"\x00", "nul.txt: binary, not text"),
        ("wide.txt", BODY.encode("utf-16"), "wide.txt: UTF-16, not UTF-8: save it as UTF-8"),
        ("latin.txt", BODY.encode() + b"caf\xe9", f"latin.txt:2: invalid UTF-8 at byte {len(BODY) + 3}"),
        ("yaml.txt", f"---\ntitle: a: b\n---\n{BODY}".encode(), "yaml.txt:2: front matter is not valid YAML: mapping"),
        ("french.txt", FRENCH.encode(), "french.txt: not in English"),
        ("page.txt", f"<!DOCTYPE html><p>{BODY}".encode(), "page.txt: an HTML page: save its text alone"),
        ("long.txt", BODY.encode() * 30, "long.txt: too long for one report: 2,820 characters, max-chars is 1,000"),
        ("huge.txt", BODY.encode() * 60, "huge.txt: too long for one report: 5,640 bytes, max-chars is 1,000"),
        ("broken.json", b'[{"text": "a"},\n {"text": ]', "broken.json:2: broken JSON: Expecting value"),
        ("number.json", b"12", "number.json: the JSON is neither a report object nor a list of them"),
        ("none.json", b"[]", "none.json: the JSON list is empty"),
        ("nobody.json", b'{"title": "A"}', "nobody.json: no text (looked for the fields text, body"),
        ("half.json", json.dumps({"text": BODY + "\ud800"}).encode(), "half.json: half a surrogate pair"),
        ("deep.json", b"[" * 100_000, "deep.json: broken JSON: "),
    ],
    ids=lambda v: v if isinstance(v, str) and ":" not in v else "",
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, raw: bytes, line: str) -> None:
    (tmp_path / name).write_bytes(raw)
    found = one(tmp_path / name, max_chars=1000)
    assert isinstance(found, Problem) and found.lost
    assert str(found).removeprefix(f"{tmp_path}/").startswith(line)
    assert "\n" not in str(found)


def test_missing_path(tmp_path: Path) -> None:
    assert str(one(tmp_path / "nowhere")) == f"{tmp_path}/nowhere: no such file or folder"


def test_upper_case_wire_copy_is_english(tmp_path: Path) -> None:
    assert isinstance(one(written(tmp_path, a__txt=BODY.upper()) / "a.txt"), Report)


def test_json_lines_are_read_past_broken_ones(tmp_path: Path) -> None:
    rows = [
        json.dumps({"content": BODY, "source": {"name": "Mersa Post"}, "publishedAt": "2019-03-04T05:00:00Z"}).encode(),
        b'{"text": "cut off',
        b"",
        b'{"text": "\xff"}',
        b'["a"]',
        json.dumps({"text": BODY.replace("two", "three")}).encode(),
    ]
    first, *problems, last = read([written(tmp_path, a__jsonl=b"\n".join(rows)) / "a.jsonl"])
    assert isinstance(first, Report) and (first.outlet, first.published) == ("Mersa Post", "2019-03-04T05:00:00Z")
    assert isinstance(last, Report)
    assert reasons(problems) == [
        "a.jsonl:2: broken JSON: Unterminated string starting at",
        "a.jsonl:4: invalid UTF-8 at byte 10 of the line",
        "a.jsonl:5: not a report object",
    ]


@pytest.mark.parametrize(
    "document",
    [
        {"text": BODY},
        [{"body": BODY}],
        {"status": "ok", "articles": [{"content": BODY}]},
        {"@type": "NewsArticle", "headline": "A", "articleBody": BODY},
        {"text": "\ufeff" + BODY.replace("\n", "\r\n")},
    ],
)
def test_json_shapes(tmp_path: Path, document: object) -> None:
    found = one(written(tmp_path, a__json=json.dumps(document)) / "a.json")
    assert isinstance(found, Report) and found.body == BODY


def test_items_of_a_json_list_are_named_by_their_number(tmp_path: Path) -> None:
    file = written(tmp_path, a__json=json.dumps([{"text": BODY}, 3, {"title": "A"}])) / "a.json"
    report, *problems = read([file])
    assert isinstance(report, Report)
    assert [p.reason.split(":")[0] for p in problems if isinstance(p, Problem)] == ["item 2", "item 3"]


def test_json_file_that_holds_json_lines(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"text": BODY.replace("two", w)}) for w in ("four", "five"))
    assert len([r for r in read([written(tmp_path, a__json=rows) / "a.json"]) if isinstance(r, Report)]) == 2


def test_folders_are_walked_in_order_and_other_kinds_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    written(tmp_path, b__txt=BODY, a__pdf=b"%PDF", __hidden=BODY)
    written(tmp_path / "a", z__md=BODY.replace("two", "six"), notes="x")
    *reports, left = read([tmp_path])
    assert [Path(r.path).name for r in reports] == ["z.md", "b.txt"]
    assert isinstance(left, Problem) and not left.lost
    assert left.reason == "2 files of other kinds left out (.pdf, no ending)"


@pytest.mark.skipif("sys.platform == 'win32'")
def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert reasons(list(read([tmp_path]))) == ["dangling.txt: No such file or directory"]


def test_folder_without_reports(tmp_path: Path) -> None:
    assert reasons(list(read([tmp_path])))[0].endswith("no reports in this folder")


def test_a_report_met_again_is_read_once(tmp_path: Path) -> None:
    written(tmp_path, a__txt=BODY, b__txt=BODY)
    first, again, same_path = read([tmp_path, tmp_path / "a.txt"])
    assert isinstance(first, Report)
    assert again == Problem(str(tmp_path / "b.txt"), f"the same report as {tmp_path}/a.txt", lost=False)
    assert isinstance(same_path, Problem)


@pytest.mark.parametrize("raw", [BODY, json.dumps({"text": BODY}), f"---\ntitle: A\n---\n{BODY}"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    [found] = read(["-"])
    assert isinstance(found, Report)
    assert (found.body, found.path) == (BODY, "-")


def test_a_dateline_in_brackets_on_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"[Mersa] {BODY}".encode())))
    [found] = read(["-"])
    assert isinstance(found, Report)
