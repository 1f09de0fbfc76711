"""The plan of the house holds: imports go one way, each library has its room, modules and functions stay readable."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "convert"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What a room may import of the package; a room is the first part of a module's name below `convert`.
MAY_IMPORT = {
    "errors": set(),
    "model": set(),
    "files": {"errors"},
    "plugins": {"errors"},
    "beside": set(),
    "carried": {"model", "errors", "record"},
    "lexicon": {"errors"},
    "record": {"model", "errors"},
    "reader": {"model", "errors", "record", "carried", "lexicon", "profiles", "plugins"},
    "profiles": {"errors"},
    "transforms": {"model", "errors", "record", "lexicon"},
    "writers": {"model", "errors", "record", "carried", "plugins", "beside", "lexicon"},
    "batch": {"model", "errors", "record", "files", "beside", "lexicon", "reader", "transforms", "writers"},
    "review": {"model", "errors", "record", "files", "reader"},
    "library": {"model", "errors", "files", "reader", "transforms", "writers", "batch"},
    "cli": {
        "model",
        "errors",
        "record",
        "files",
        "plugins",
        "reader",
        "transforms",
        "writers",
        "batch",
        "review",
        "profiles",
    },
}

# Where a library may be imported; a library that is not listed is free, and none of these may be used elsewhere.
ROOM_OF_LIBRARY = {
    "ebooklib": ["writers/epub"],
    "docx": ["writers/docx"],
    "opencc": ["transforms"],
    "typer": ["cli"],
    "rich": ["cli"],
}
# What is encoded and checked by msgspec; its Struct is what values are made of everywhere.
ENCODES = ("record", "writers/__init__", "batch/keys", "batch/receipts")
# Where users meet values: in the model, as flags on the command line, and as a writer's options.
DATACLASSES = ("model", "cli/")

LONGEST_FUNCTION = 60
LONGEST_MODULE = 600


def place(module: Path) -> str:
    """The module's path below the package, without its ending."""
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def tree(module: Path) -> ast.Module:
    """What the module is, parsed."""
    return ast.parse(module.read_text("utf-8"))


def imported(module: Path) -> Iterator[str]:
    """Full names of the modules that a module imports, also inside functions."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "convert":
                yield from (f"convert.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_imports_go_one_way(module: Path) -> None:
    room = place(module).split("/")[0]
    if room in ("__init__", "__main__"):
        return
    rooms = {name.split(".")[1] for name in imported(module) if name.startswith("convert.")}
    assert rooms - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_library_is_imported_in_its_room_only(module: Path) -> None:
    for name in imported(module):
        rooms = ROOM_OF_LIBRARY.get(name.split(".")[0])
        assert rooms is None or place(module).startswith(tuple(rooms)), f"{name} belongs in {rooms}"


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_json_is_encoded_and_checked_in_few_places(module: Path) -> None:
    whole = {alias.name for node in ast.walk(tree(module)) if isinstance(node, ast.Import) for alias in node.names}
    parts = {
        alias.name
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and node.module == "msgspec"
        for alias in node.names
    }
    assert place(module) in ENCODES or ("msgspec" not in whole and parts <= {"Struct", "field", "structs"})


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_dataclass_is_for_what_users_meet(module: Path) -> None:
    """A Struct's class is made fifty times faster, and its values six times: a hundred classes are 50 ms of a start."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(each) for each in node.decorator_list):
            methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
            assert place(module).startswith(DATACLASSES) or "write" in methods, f"make a Struct of {node.name}"


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_module_says_what_belongs_in_it_and_can_be_read_in_one_go(module: Path) -> None:
    text = module.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module starts with one sentence that says what belongs in it"
    assert text.count("\n") <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_no_function_is_too_long_to_see_at_once(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


def test_every_room_of_the_package_has_its_rule() -> None:
    rooms = {place(module).split("/")[0] for module in MODULES} - {"__init__", "__main__"}
    assert rooms <= set(MAY_IMPORT), "say in MAY_IMPORT what the new room may import"
