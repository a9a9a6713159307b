"""Short reports from end to end through the shipped model: what a careful reader would sign, and what nobody should.

A file in reports/ holds blocks, one report each, parted by an empty line:

    = NAME [day of publication]
    the text, one or more lines
    events TYPE TYPE ...    exactly these events, statements aside (sorted; /MODALITY where not asserted), or none
    + FACT                  some fact matches ("*" is any text; attribution may follow unless the pattern names it)
    - FACT                  no fact matches
    x+ FACT ## REASON       a known failure, strict: the fact should be there, and is not ("x-", "xevents" likewise)

Facts are written as in conftest.Told.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).with_name("reports").glob("*.txt"))
_CHECK = re.compile(r"(?P<known>x?)(?P<sign>[+-]|events)(?: (?P<rest>.*?))?(?: ## (?P<reason>.*))?")


@dataclass(frozen=True)
class Check:
    """One line to check of one report."""

    name: str
    text: str
    published: str
    sign: str
    line: str
    reason: str


def checks(file: Path) -> Iterator[Check]:
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *lines = block.split("\n")
        name, _, published = head.removeprefix("= ").partition(" ")
        found = [_CHECK.fullmatch(line) for line in lines]
        text = "\n".join(line for line, check in zip(lines, found, strict=True) if not check)
        for check in filter(None, found):
            line, reason = check["rest"] or "", check["reason"] or ""
            assert bool(check["known"]) == bool(reason), f"{file.name}: {name}: {check[0]}"
            yield Check(f"{file.stem}/{name}", text, published, check["sign"], line, reason)


def params() -> Iterator[object]:
    for check in (c for file in FILES for c in checks(file)):
        marks = [pytest.mark.xfail(reason=check.reason, strict=True)] if check.reason else []
        yield pytest.param(check, id=f"{check.name}: {check.sign} {check.line}", marks=marks)


@pytest.mark.model
@pytest.mark.parametrize("check", list(params()))
def test_what_is_told(check: Check, tell: Callable) -> None:
    told = tell(check.text, check.published)
    if check.sign == "events":
        assert told.events == check.line.replace("none", "").split()
    else:
        assert told.has(check.line) == (check.sign == "+"), "\n".join(told.lines)
