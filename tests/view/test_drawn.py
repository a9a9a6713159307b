"""The page in headless Chromium: each view draws, the reading pane shows an event and the words behind it."""
from typing import Any

BOXES = """
return [...document.querySelectorAll('main > section')].map(section => {
  const box = section.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
});"""
WITHIN = """
return ['map', 'timeline', 'network'].every(id => {
  const box = document.getElementById(id);
  return box.scrollWidth <= box.clientWidth + 1 && box.clientHeight > 60;
});"""
LABELS = """
return [...document.querySelectorAll('#network .halo')].map(text => {
  const box = text.getBoundingClientRect();
  return [box.left, box.top + 3, box.right, box.bottom - 3];
});"""
STEPS = "return [...document.querySelector('.chain ol').children].map(li => li.innerText.replace(/\\s+/g, ' ').trim())"
DOTS = """
const rows = document.querySelector('.plot').querySelectorAll('tbody tr:not(.scope)');
const at = row => Number(row.querySelector('.dot').getAttribute('cx'));
return [...rows].map(row => [row.querySelector('th').textContent, at(row), !!row.querySelector('.tip')]);"""


def overlapping(boxes: list[list[float]]) -> list[Any]:
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1:]]
    return [(a, b) for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


def test_each_view_draws(opened: Any) -> None:
    page = opened("harbour")
    assert len(page.all(".land")) > 200
    assert page.names(".spot") == ["Marell, Orland: 3 events"]
    assert page.names(".bin") and page.all("#timeline .axis .tick")
    assert any(name.startswith("Red Dawn, armed group") for name in page.names(".actor"))
    assert page.all(".edge.against") and page.all(".edge.opposed")
    assert "Bombing in Marell" in page.listed
    assert page.texts("#status") == ["5 events; 1 statement left out"]
    assert any("St Ada Hospital says 12 killed" in finding for finding in page.texts("#reading .findings li"))


def test_an_empty_graph_says_so(opened: Any) -> None:
    page = opened("empty", ".land")
    assert page.texts("#status") == ["0 events"]
    assert page.texts("#list-note") == ["No event passes the filters"]
    assert page.texts("#network .empty") == ["No actor is named in these events"]
    assert [entry for entry in page.driver.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_nothing_lies_over_anything_else(opened: Any) -> None:
    page = opened("harbour")
    boxes = page.run(BOXES)
    assert overlapping(boxes) == []
    assert all(right - left > 100 and bottom - top > 80 for left, top, right, bottom in boxes)
    assert page.run(WITHIN)
    labels = page.run(LABELS)
    assert len(labels) > 1 and overlapping(labels) == []


def test_the_reading_pane_shows_the_event(opened: Any) -> None:
    page = opened("harbour")
    page.read("Bombing in Marell")
    (pane,) = page.texts("#reading")
    assert page.texts("#headline") == ["Bombing in Marell"]
    assert set(page.texts(".parts .link")) >= {"Bombing at ferry terminal", "Armed attack by three gunmen"}
    assert "Condemnation by Ines Vale" in pane and "a cowardly act" in pane
    assert "Tuesday" in pane and "4 Mar 2031" in pane


def test_figures_stand_side_by_side(opened: Any) -> None:
    page = opened("harbour")
    page.read("Bombing in Marell")
    rows = page.texts(".plot tbody tr")
    assert any("St Ada Hospital" in r and "12" in r for r in rows)
    assert any("Marell Monitor" in r and "at least 19" in r and "replaced later" in r for r in rows)
    assert any("of them children" in r and "3" in r for r in rows)
    assert any("dozens" in r for r in rows)  # of a part


def test_the_dot_plot_is_to_scale(opened: Any) -> None:
    page = opened("harbour")
    page.read("Bombing in Marell")
    dots = {name: (x, is_open) for name, x, is_open in page.run(DOTS)}
    hospital, earlier, later = (dots[n] for n in ("St Ada Hospital", "Marell Monitorreplaced later", "Marell Monitor"))
    assert hospital[0] < earlier[0] < later[0]
    assert abs((earlier[0] - hospital[0]) / 7 - (later[0] - earlier[0]) / 4) < 0.1  # 12, 19, 23
    assert [d[1] for d in (hospital, earlier, later)] == [False, True, True]  # open above: an arrow


def test_the_chain_leads_from_the_claimant_through_its_channel_to_the_teller(opened: Any) -> None:
    page = opened("harbour")
    page.read("Bombing in Marell")
    assert page.texts(".chain .who") == ["Red Dawn claims it", "Coast Guard Union denies it"]
    assert page.run(STEPS) == ["Red Dawn", "via Dawn Channel", "told by Harbour Post"]


def test_the_sentences_show_with_their_words_marked(opened: Any) -> None:
    page = opened("harbour")
    page.read("Bombing in Marell")
    sentence = next(s for s in page.all(".sentences li") if "The attack on the port" in s.text)
    marks = {m.text: m.get_attribute("class") for m in sentence.find_elements("css selector", "mark")}
    assert marks["at least 19"] == "figure" and "attack" in marks
    number = sentence.find_element("css selector", ".no").text
    next(c for c in page.all(".plot .cite") if c.text == number).click()
    assert page.focused("id") == f"sentence-{number.strip('[]')}"


def test_an_event_can_be_named_in_the_address(opened: Any) -> None:
    page = opened("harbour")
    page.run("location.hash = 'event/attack'")
    page.wait("document.getElementById('headline')")
    assert page.texts("#headline") == ["Bombing in Marell"]


def test_a_narrow_window_can_be_read(opened: Any) -> None:
    page = opened("harbour")
    page.driver.set_window_size(900, 800)
    try:
        page.wait("document.documentElement.scrollWidth <= window.innerWidth")
        page.read("Bombing in Marell")
        assert page.run("return document.getElementById('headline').getBoundingClientRect().top < window.innerHeight")
        assert overlapping(page.run(BOXES)) == []
    finally:
        page.driver.set_window_size(1400, 900)
