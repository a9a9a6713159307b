"""The shape of the code: imports run one way, functions and files stay small."""
import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_FUNCTION, MAX_FILE = 40, 300  # lines; of a function its body

# Each stage may import itself and every stage on a line above its own; those on one line do not know one another.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"records", "resources"}),
    frozenset({"lexicon"}),
    frozenset({"reading", "language", "extraction", "resolution", "origins"}),
    frozenset({"graph"}),
    frozenset({"store"}),
    frozenset({"export", "check", "diff", "view"}),
    frozenset({"analyse"}),
    frozenset({"ledger"}),
    frozenset({"pipeline"}),
    frozenset({"__init__"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
LEVEL = {stage: level for level, stages in enumerate(LAYERS) for stage in stages}


def stage(module: Path) -> str:
    """The package below kg/, or the name of a module that stands there by itself."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST, module: Path) -> Iterator[str]:
    """The full names of the modules that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative import"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stages_imported(module: Path) -> set[str]:
    """The stages of this package that a module imports; "__init__" where it imports the package's own names."""
    names = [name.split(".") for name in imported(parsed(module), module)]
    return {n[1] if len(n) > 1 and n[1] in LEVEL else "__init__" for n in names if n[0] == "kg"}


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf8"))


def named(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_every_module_has_its_place(module: Path) -> None:
    assert stage(module) in LEVEL


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_imports_run_one_way(module: Path) -> None:
    here = stage(module)
    wrong = {s for s in stages_imported(module) if s != here and LEVEL[s] >= LEVEL[here]}
    assert not wrong, f"{named(module)} imports {', '.join(sorted(wrong))}, which comes later or beside it"


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_files_and_functions_are_small(module: Path) -> None:
    lines = module.read_text(encoding="utf8").count("\n")
    assert lines <= MAX_FILE, f"{named(module)} has {lines} lines"
    functions = [n for n in ast.walk(parsed(module)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = {f.name: (f.end_lineno or 0) - f.body[0].lineno + 1 for f in functions}
    long = {name: size for name, size in sizes.items() if size > MAX_FUNCTION}
    assert not long


@pytest.mark.parametrize(
    ("line", "stages"),
    [
        ("from kg.store import Graph", {"store"}),
        ("import kg.graph.terms", {"graph"}),
        ("from kg import build", {"__init__"}),
        ("def f():\n    from kg.extraction.times import dates", {"extraction"}),
        ("import kgx, json", set()),
    ],
)
def test_the_import_reader_sees_them_all(tmp_path: Path, line: str, stages: set[str]) -> None:
    (tmp_path / "m.py").write_text(line)
    assert stages_imported(tmp_path / "m.py") == stages
