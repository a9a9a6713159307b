"""Every command is in the README, every option there or in docs/commands.md, and every help has examples."""

import re
from pathlib import Path

import pytest
import typer

from kg.cli.app import COMMANDS, application

ROOT_FOLDER = Path(__file__).parent.parent.parent
README = (ROOT_FOLDER / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT_FOLDER / "docs/commands.md").read_text(encoding="utf-8")
ROOT = typer.main.get_command(application())
NAMES = [function.__name__ for function, _ in COMMANDS]


def options(name: str) -> list[str]:
    """The long options of a command."""
    return [o for p in ROOT.commands[name].params for o in p.opts if o.startswith("--")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_shows_the_command(name: str) -> None:
    assert re.search(rf"\bkg {name}\b", README)


@pytest.mark.parametrize(("name", "option"), [(n, o) for n in NAMES for o in options(n)])
def test_the_reference_names_the_option(name: str, option: str) -> None:
    section = REFERENCE.partition(f"\n## kg {name}\n")[2].partition("\n## ")[0]
    assert option in section or option in README, "run: python docs/commands.py"


@pytest.mark.parametrize("name", NAMES)
def test_help_has_examples_of_the_command(kg, name: str) -> None:
    ran = kg(name, "--help")
    assert ran.code == 0
    assert f"    kg {name}" in ran.out
    assert ran.out.index("Examples:") < ran.out.index(f"    kg {name}")


def test_help_lists_every_command(kg) -> None:
    assert set(NAMES) <= set(re.findall(r"^  (\w+)", kg("--help").out, re.MULTILINE))


def test_version(kg) -> None:
    from kg import __version__

    assert kg("--version").out == f"kg {__version__}\n"
