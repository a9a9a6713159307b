"""The page in headless Chromium: hostile text is inert, and no request leaves the page."""
import json
from pathlib import Path
from typing import Any

import pytest

HACKED = "return window.hacked || null"


def test_hostile_text_is_inert(opened: Any) -> None:
    page = opened("hostile")
    assert page.texts("h1") == ["</title><script>window.hacked = 'title'</script>"]
    page.all("#list .open")[0].click()
    assert page.texts("#headline") == ["Bombing in \"><svg onload=window.hacked='place'>"]
    assert "<img src=x onerror=\"window.hacked='title'\"> {{DATA}}" in page.texts(".source cite")
    page.choose("actor", "<!--")
    assert not page.all("#reading a:not([href^='#']), img, iframe, #reading script, [onload], [onerror]")
    assert page.run(HACKED) is None


def test_markup_put_in_by_force_does_not_run(opened: Any) -> None:
    """The policy stands behind the escaping: even a hole in that would let nothing run."""
    page = opened("hostile")
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">')")
    page.run("const s = document.createElement('script'); s.textContent = 'window.hacked=2'; document.body.append(s)")
    assert page.run(HACKED) is None


def test_marks_count_code_points_and_foreign_words_keep_their_direction(opened: Any) -> None:
    page = opened("hostile")
    page.all("#list .open")[0].click()
    assert page.texts(".sentences mark") == ["💣", "<script>"]
    assert page.run("return getComputedStyle(document.querySelector('#headline bdi')).unicodeBidi") == "isolate"
    assert page.run("return document.querySelector('.sentences li > span[dir]').dir") == "auto"


@pytest.mark.parametrize("name", ["harbour", "hostile"])
def test_no_request_leaves_the_page_and_nothing_goes_wrong(opened: Any, pages: dict[str, Path], name: str) -> None:
    page = opened(name)
    for button in page.all("#list .open"):
        button.click()
    messages = [json.loads(entry["message"])["message"] for entry in page.driver.get_log("performance")]
    sent = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    asked = {s["request"]["url"].partition("#")[0] for s in sent}
    assert {url for url in asked if not url.startswith("data:")} == {pages[name].as_uri()}  # data: a date field's icon
    assert [entry for entry in page.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
