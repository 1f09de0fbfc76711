"""The README is true: its recipes run, its example is what the program makes, its writer works, its map is right."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Program
from tests.docs.sessions import blocks
from tests.docs.test_sessions import shell

README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
BLOCKS = list(blocks(README))
RECIPES = [
    line
    for block in BLOCKS
    if block.kind == "sh"
    for line in block.body.replace("\\\n", " ").splitlines()
    if "newsconvert" in line and "--cluster" not in line and "pip" not in line
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the recipes speak of it: pages, a text, and stand-ins for programs that wait for somebody."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "seeds", folder / "pages" / "2024-02-01")
    shutil.copy(next((ROOT / "seeds").glob("000*")), folder / "pages" / "01.txt")
    (folder / "article.txt").write_text("记者 余翠平说\n", "utf-8")
    (folder / "bin").mkdir()
    for name in ("ssh", "less"):
        (folder / "bin" / name).write_text("#!/bin/sh\ncat >/dev/null\n")
        (folder / "bin" / name).chmod(0o755)
    return folder


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_runs(recipe: str, desk: Path) -> None:
    if "jq" in recipe and not shutil.which("jq"):
        pytest.skip("needs jq")
    done = shell(f'PATH="$PWD/bin:$PATH"; {recipe}', desk)
    assert done.returncode in (0, 141), done.stdout


def test_the_example_is_what_the_program_makes(newsconvert: Program) -> None:
    shown = next(block.body for block in BLOCKS if block.kind == "jsonc")
    made = newsconvert("parse", "seeds", cwd=ROOT).stdout.decode().splitlines()
    records = {record["headline"]: record for record in map(json.loads, made)}
    for example in re.split(r"\n(?=\{)", re.sub(r"\s+// .*", "", shown)):
        record = records[str(re.search(r'"headline": "([^"]+)"', example)[1])]  # type: ignore[index]
        have = json.dumps(record, ensure_ascii=False)
        for key in set(re.findall(r'^ ?\{?"(\w+)":|, "(byline|kind|headline)":', example, re.MULTILINE)):
            assert (key[0] or key[1]) in record
        for value in re.findall(r'"(\w+)": ("[^"…]*")', example):
            assert f'"{value[0]}": {value[1]}' in have
        for text in re.findall(r'"text": "([^"]*…[^"]*)"', example):
            assert re.search(".*?".join(map(re.escape, text.split("…"))), have)


def test_the_example_writer_works(newsconvert: Program, tmp_path: Path) -> None:
    code = next(block.body for block in BLOCKS if block.kind == "python" and "class Headlines" in block.body)
    (tmp_path / "headlines.py").write_text(code, "utf-8")
    info = tmp_path / "headlines-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: headlines\nVersion: 1.0\n")
    table = next(block.body for block in BLOCKS if block.kind == "toml" and "newsconvert.writers" in block.body)
    name, entry = re.search(r'^(\w+) = "([\w:]+)"', table, re.MULTILINE).groups()  # type: ignore[union-attr]
    (info / "entry_points.txt").write_text(f"[newsconvert.writers]\n{name} = {entry}\n")
    made = newsconvert(
        "build",
        ROOT / "seeds",
        "-o",
        tmp_path / "out",
        "--name",
        "x",
        "--to",
        name,
        "-O",
        "bullet=●",
        PYTHONPATH=str(tmp_path),
    )
    assert made.returncode == 0, made.stderr.decode()
    lines = (tmp_path / "out" / "x.txt").read_text("utf-8").splitlines()
    assert lines
    assert all(line.startswith("● ") for line in lines)


def test_the_map_names_every_room() -> None:
    drawn = next(block.body for block in BLOCKS if block.kind == "text" and "model.py" in block.body)
    rooms = {
        p.name + ("/" if p.is_dir() else "") for p in (ROOT / "convert").iterdir() if not p.name.startswith(("_", "."))
    }
    assert {room for room in rooms if room not in drawn} <= {"py.typed"}
    for room in re.findall(r"^  (\w+(?:\.py|/))", drawn, re.MULTILINE):
        assert room in rooms, room


def test_the_exit_codes_are_those_of_the_documentation() -> None:
    from docs.generate import tables

    told = re.search(r"Exit codes: (.*?)\.\n", TEXT, re.DOTALL)
    assert told
    assert {int(code) for code in re.findall(r"\b\d{1,3}\b", told[1])} == set(tables.EXIT_CODES)


CHINESE = ROOT / "README.zh.md"


def test_the_chinese_readme_has_the_same_parts_and_the_same_commands() -> None:
    def without_comments(body: str) -> list[str]:
        lines = (re.sub(r"\s*(?:#|//|←) ?[^\"]*$", "", line) for line in body.splitlines())
        return [line for line in lines if line.strip()]

    theirs = list(blocks(CHINESE))
    assert [block.kind for block in theirs] == [block.kind for block in BLOCKS]
    for mine, their in zip(BLOCKS, theirs, strict=True):
        if "convert/\n" in mine.body:
            names = [re.findall(r"^ *([\w./]+) {2,}", body, re.MULTILINE) for body in (mine.body, their.body)]
            assert names[0] == names[1]
        else:
            assert without_comments(mine.body) == without_comments(their.body)
    parts = [len(re.findall(r"^## ", text, re.MULTILINE)) for text in (TEXT, CHINESE.read_text("utf-8"))]
    assert parts[0] == parts[1]
