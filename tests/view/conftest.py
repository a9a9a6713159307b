"""Graphs, and a real browser to look at their pages with; without one, its tests are skipped and say why."""
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.store import Graph
from kg.view import write

HERE = Path(__file__).parent
HARBOUR = HERE.parent / "fixtures" / "harbour.ttl"
HOSTILE = HERE / "hostile.ttl"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--window-size=1400,900",
)

VIEWS = (".land", "#timeline .axis .tick", ".actor")


@pytest.fixture(scope="session")
def harbour() -> Graph:
    return Graph().load(HARBOUR)


@pytest.fixture(scope="session")
def hostile() -> Graph:
    return Graph().load(HOSTILE)


def _missing() -> str:
    """Why there is no browser to test with; "" where there is one."""
    for program in ("chromium", "chromedriver"):
        if not shutil.which(program):
            return f"{program} is not installed (Debian: apt-get install chromium chromium-driver)"
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "selenium is not installed (pip install -e '.[dev]')"
    return ""


class Page:
    """A page in the browser, and what a test asks of it."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition: str) -> None:
        """Until a script's condition holds, ten seconds at most."""
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, 10).until(lambda driver: driver.execute_script(f"return {condition}"))

    def all(self, selector: str) -> list[Any]:
        return self.driver.find_elements("css selector", selector)

    def texts(self, selector: str) -> list[str]:
        """The text of each element, whether in sight or not."""
        return self.run("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector)

    def names(self, selector: str) -> list[str]:
        """What each element is called to those who do not see it."""
        found = [element.get_attribute("aria-label") for element in self.all(selector)]
        return [name for name in found if name]

    @property
    def listed(self) -> list[str]:
        """The headlines in the list of events."""
        return self.texts("#list .open")

    def choose(self, name: str, beginning: str) -> None:
        """Sets a filter to the option that begins so."""
        from selenium.webdriver.support.ui import Select

        select = Select(self.driver.find_element("id", f"filter-{name}"))
        select.select_by_visible_text(next(o.text for o in select.options if o.text.strip().startswith(beginning)))

    def read(self, headline: str) -> None:
        """Opens the event of that headline."""
        next(button for button in self.all("#list .open") if button.text == headline).click()

    def click(self, selector: str, beginning: str) -> None:
        """Clicks what is drawn and so called."""
        mark = next(m for m in self.all(selector) if (m.get_attribute("aria-label") or "").startswith(beginning))
        self.run("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", mark)

    def press(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def focused(self, attribute: str) -> str | None:
        """An attribute of what has the focus."""
        return self.run("return document.activeElement.getAttribute(arguments[0])", attribute)

    def value(self, name: str) -> str:
        """What a filter's field holds."""
        return self.driver.find_element("id", f"filter-{name}").get_attribute("value")


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Callable[[str], Page]:
    """Opens a page anew, and gives it back once map, timeline and network are drawn: each is when it has a size."""

    def at(name: str, *drawn: str) -> Page:
        browser.get("about:blank")
        for log in ("browser", "performance"):
            browser.get_log(log)  # what was before is not this page's
        browser.get(pages[name].as_uri())
        page = Page(browser)
        seen = [f"document.querySelector('{view}')" for view in drawn or VIEWS]
        page.wait(" && ".join(["document.documentElement.dataset.ready === 'yes'", *seen]))
        return page

    return at


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Headless Chromium. KG_NEEDS_BROWSER=1 turns the skip into a failure, so that a server cannot pass by skipping."""
    if why := _missing():
        if os.environ.get("KG_NEEDS_BROWSER") == "1":
            pytest.fail(why)
        pytest.skip(why)
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, harbour: Graph, hostile: Graph) -> dict[str, Path]:
    """The page of each graph, as a file."""
    folder = tmp_path_factory.mktemp("pages")
    found = {name: folder / f"{name}.html" for name in ("harbour", "hostile", "empty")}
    write(Graph(), found["empty"])
    write(harbour, found["harbour"])
    write(hostile, found["hostile"], "</title><script>window.hacked = 'title'</script>")
    return found
