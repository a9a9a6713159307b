"""The page in headless Chromium: a filter set anywhere reaches every view; the keyboard sets them all."""
from typing import Any

import pytest

FROM = """
const field = document.getElementById('filter-from');
field.value = arguments[0];
field.dispatchEvent(new Event('change'));"""
TIME_DRAWN = "return ['.piece', '.spans .span'].map(s => document.querySelectorAll('#timeline ' + s).length)"
NAMELESS = """
const named = e => e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length);
const all = document.querySelectorAll('button, select, input, [role=button]');
return [...all].filter(e => !named(e)).map(e => e.outerHTML);"""
UNTITLED = "return document.querySelectorAll('main > section:not([aria-labelledby]):not([aria-label])').length"


@pytest.mark.parametrize(
    ("name", "option", "listed", "marell", "bars"),
    [
        ("type", "Offensive", ["Offensive in Orland"], 0, 0),
        ("place", "Marell, Orland", ["Bombing in Marell", "Bombing at ferry terminal", "Negotiation in Marell"], 3, 1),
        ("actor", "Coast Guard Union", ["Offensive in Orland", "Bombing in Marell"], 1, 1),
        ("source", "Marell Monitor", ["Bombing in Marell"], 1, 1),
    ],
)
def test_a_filter_reaches_every_view(
    opened: Any, name: str, option: str, listed: list[str], marell: int, bars: int
) -> None:
    page = opened("harbour")
    page.choose(name, option)
    assert page.listed == listed
    assert page.names(".spot")[0].startswith(f"Marell, Orland: {marell} event")
    assert len(page.all("#timeline .piece")) == bars
    shown = {n.split(",")[0].split(":")[0] for n in page.names(".actor")}
    assert ("Coast Guard Union" in shown) == (name != "place" or "Bombing in Marell" in listed)
    page.driver.find_element("id", "reset").click()
    assert len(page.listed) == 5


def test_time_filters_all_and_leaves_the_undated_out(opened: Any) -> None:
    page = opened("harbour")
    assert page.run(TIME_DRAWN) == [1, 1]  # the offensive is known to its year alone: a line, no bar
    page.run(FROM, "2031-01-01")
    assert page.listed == ["Bombing in Marell"]
    assert page.names(".spot") == ["Marell, Orland: 1 event"]
    assert page.run(TIME_DRAWN) == [1, 0]


def test_words_filter_the_list(opened: Any) -> None:
    page = opened("harbour")
    page.driver.find_element("id", "filter-text").send_keys("offensive")
    page.wait("document.querySelectorAll('#list .open').length === 1")
    assert page.listed == ["Offensive in Orland"]


def test_statements_come_when_they_are_asked_for(opened: Any) -> None:
    page = opened("harbour")
    assert "Condemnation by Ines Vale" not in page.listed
    page.driver.find_element("id", "filter-statements").click()
    assert "Condemnation by Ines Vale" in page.listed
    assert page.texts("#status") == ["6 events"]


@pytest.mark.parametrize(("selector", "name"), [(".actor", "Coast Guard Union"), (".spot", "Marell")])
def test_what_is_pressed_filters_and_lets_go(opened: Any, selector: str, name: str) -> None:
    page = opened("harbour")
    for pressed in ("true", "false"):
        page.click(selector, name)
        mark = next(m for m in page.all(selector) if m.get_attribute("aria-label").startswith(name))
        assert mark.get_attribute("aria-pressed") == pressed
        assert (len(page.listed) < 5) == (pressed == "true")


def test_dragging_along_the_timeline_selects_time(opened: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    page = opened("harbour")
    overlay = page.driver.find_element("css selector", "#timeline .overlay")
    start = ActionChains(page.driver).move_to_element_with_offset(overlay, 200, 0).click_and_hold()
    start.move_by_offset(225, 0).release().perform()
    assert page.listed == ["Bombing in Marell"]
    assert page.value("from") >= "2030"


def test_the_keyboard_walks_among_the_actors(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    page = opened("harbour")
    page.run("document.querySelector('.actor[tabindex=\"0\"]').focus()")
    first = page.focused("aria-label")
    page.press(Keys.ARROW_RIGHT)
    assert page.focused("aria-label") not in (first, None)
    page.press(Keys.ENTER)
    assert page.focused("aria-pressed") == "true"


def test_the_keyboard_opens_an_event_and_comes_back(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    page = opened("harbour")
    page.run("document.querySelectorAll('#list .open')[1].focus()")
    page.press(Keys.ENTER)
    assert page.focused("id") == "headline"
    page.run("document.querySelector('.crumbs button').focus()")
    page.press(Keys.ENTER)
    assert page.run("return document.activeElement.textContent") == page.listed[1]


def test_the_keyboard_filters_by_a_bar_of_the_timeline(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    page = opened("harbour")
    page.run("document.querySelector('.bin').focus()")
    page.press(Keys.SPACE)
    assert page.value("from")


def test_everything_that_can_be_pressed_has_a_name(opened: Any) -> None:
    page = opened("harbour")
    page.read("Bombing in Marell")
    assert page.run(NAMELESS) == []
    assert page.run(UNTITLED) == 0
    assert page.run("return document.getElementById('status').getAttribute('aria-live')") == "polite"
