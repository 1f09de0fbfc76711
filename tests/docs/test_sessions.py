"""Every shell session in the documentation and the README does what the page shows."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docs.generate.hooks import FENCE, with_blocks
from tests.conftest import ROOT
from tests.docs.sessions import Step, blocks, steps

ENGLISH = [ROOT / "README.md", *sorted(p for p in (ROOT / "docs").glob("*.md") if not p.name.endswith(".zh.md"))]
CHINESE = sorted((ROOT / "docs").glob("*.zh.md"))
WITH_SESSIONS = [page for page in ENGLISH if any(block.kind == "console" for block in blocks(page))]
NEEDED = {"jq", "unzip", "duckdb"}
"""Programs in the sessions that a system may lack."""


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command in bash, with this environment's programs first; stdout and stderr together, as a user sees them."""
    programs = str(Path(sys.executable).parent)
    words = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "110",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=kept | words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        timeout=600,
        check=False,
    )


@pytest.mark.parametrize("page", WITH_SESSIONS, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path, need_program: Callable[..., str]) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in blocks(page):
        if block.title and not (tmp_path / block.title).exists():
            (tmp_path / block.title).write_text(block.body, "utf-8")
        if block.kind != "console":
            continue
        for step in steps(block.body):
            for program in NEEDED & set(re.findall(r"\w+", step.command)):
                need_program(program)
            done = shell(step.command, tmp_path)
            assert done.returncode in (0, 141), f"$ {step.command}\n{done.stdout}"
            assert step.matches(done.stdout), f"$ {step.command}\n{done.stdout}\n--- shown:\n" + "\n".join(step.shown)


@pytest.mark.parametrize("page", CHINESE, ids=lambda page: page.name)
def test_a_chinese_page_shows_the_blocks_of_the_english_one_and_none_of_its_own(page: Path) -> None:
    english = page.with_name(page.name.replace(".zh.md", ".md")).read_text("utf-8")
    chinese = page.read_text("utf-8")
    assert list(blocks(page)) == []
    shown = with_blocks(chinese, english)
    assert FENCE.findall(shown) == FENCE.findall(english)


def test_a_session_is_taken_apart_into_commands_and_what_they_show() -> None:
    found = list(steps("$ one \\\n>  two\nshown\n$ three\n"))
    assert found == [Step("one  two", ("shown",)), Step("three", ())]


@pytest.mark.parametrize(
    ("shown", "output", "same"),
    [
        (("a", "b"), "a\nb\n", True),
        (("a",), "a\nb\n", False),
        (("a", "…", "d"), "a\nb\nc\nd\n", True),
        (("a…d",), "abcd\n", True),
        (("a…d",), "a\nd\n", False),
        (("a.",), "ab\n", False),
        ((), "anything\n", True),
    ],
)
def test_an_ellipsis_stands_for_anything_and_nothing_else_does(shown: tuple[str, ...], output: str, same: bool) -> None:
    assert Step("x", shown).matches(output) is same
