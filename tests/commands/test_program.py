"""The program as a whole: its help, its version, its table of commands, the way it says no."""

import subprocess
import sys
from pathlib import Path

import pytest

from convert import cli
from tests.conftest import ROOT, Program


def test_help_lists_every_command_and_the_exit_codes(newsconvert: Program) -> None:
    shown = newsconvert("--help")
    assert shown.returncode == 0
    for command, line in cli.COMMANDS.items():
        assert f"  {command} " in shown.stdout.decode()
        assert " ".join(line.split()[:3]) in shown.stdout.decode()
    assert "141" in shown.stdout.decode()


def test_every_command_has_a_help_page(newsconvert: Program) -> None:
    for command in cli.COMMANDS:
        shown = newsconvert(command, "--help")
        assert shown.returncode == 0, shown.stderr.decode()
        assert shown.stdout.startswith(f"Usage: newsconvert {command}".encode())


def test_a_help_page_shows_options_in_groups_with_words_for_their_values(newsconvert: Program) -> None:
    shown = newsconvert("build", "-h", COLUMNS="80").stdout.decode()
    assert shown == newsconvert("build", "--help", COLUMNS="80").stdout.decode()
    book = shown.partition("What the book says of itself:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in book.splitlines() if line.startswith("  --")] == [
        "--title", "--creator", "--publisher", "--rights",
    ]  # fmt: skip
    assert "--date YYYY-MM-DD" in shown
    assert "-t, --to FORMAT" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "<" not in shown.replace("page<=4", "")


def test_all_that_there_is_of_a_format_is_told(newsconvert: Program) -> None:
    shown = newsconvert("formats", "epub", COLUMNS="80")
    assert shown.returncode == 0
    assert "writing=horizontal|vertical\n" in shown.stdout.decode()
    assert "[default: horizontal]" in shown.stdout.decode()
    assert "行的方向" in newsconvert("formats", "epub", LC_ALL="zh_CN.UTF-8").stdout.decode()
    assert newsconvert("formats", "htm").stdout.startswith(b"htm ")
    refused = newsconvert("formats", "pdf")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert b"there are: corpus, csv" in refused.stderr


def test_the_table_of_commands_says_what_their_modules_say() -> None:
    for command, line in cli.COMMANDS.items():
        module = __import__(f"convert.cli.{command}", fromlist=["_"])
        assert (module.__doc__ or "").splitlines()[0] == line


def test_python_m_convert_does_the_same(newsconvert: Program) -> None:
    module = subprocess.run([sys.executable, "-m", "convert", "--version"], capture_output=True, check=True, cwd=ROOT)
    assert module.stdout == newsconvert("--version").stdout


def test_a_volume_of_an_input_with_a_long_name_has_as_much_of_it_as_fits(newsconvert: Program, tmp_path: Path) -> None:
    name = "某年某月某日某报" * 8
    (tmp_path / f"{name}.txt").write_text("大桥通车\n\n　　本报讯　大桥昨日通车。\n", "utf-8")
    assert newsconvert("build", f"{name}.txt", "-o", "out", "--to", "txt", cwd=tmp_path).returncode == 0
    (made,) = (tmp_path / "out").glob("*.txt")
    assert made.name.startswith("某年某月某日某报某年")
    assert len(made.stem.encode()) <= 100


def test_an_unknown_command_is_a_usage_error(newsconvert: Program) -> None:
    refused = newsconvert("nope")
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert b"nope" in refused.stderr


def test_help_loads_neither_a_library_nor_a_command() -> None:
    code = (
        "import sys; sys.argv = ['newsconvert', '--help']\n"
        "from convert.cli import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "heavy = {'rich', 'tomllib', 'msgspec', 'lxml', 'docx', 'ebooklib', 'opencc'} & set(sys.modules)\n"
        "print(heavy, [m for m in sys.modules if m.startswith('convert.cli.')], file=sys.stderr)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stderr.strip() == "set() ['convert.cli.language', 'convert.cli.help']"


LONG = "长" * 100
"""A name that is too long for a file."""


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", LONG, "-o", "out"),
        ("build", "page.txt", "-o", LONG),
        ("build", "page.txt", "-o", "out", "--to", "txt", "--report", f"{LONG}/report.json"),
        ("parse", LONG),
        ("trace", LONG),
        ("review", LONG, "-o", "page.html"),
        ("review", "page.txt", "-o", LONG),
        ("variant", "page.txt", "--to", "tw", "-o", LONG),
    ],
    ids=lambda arguments: " ".join(arguments).replace(LONG, "LONG"),
)
def test_a_name_that_is_too_long_is_told_in_a_line(
    newsconvert: Program, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "page.txt").write_text("大桥通车\n\n　　本报讯　大桥昨日通车。\n", "utf-8")
    run = newsconvert(*arguments, cwd=tmp_path)
    assert run.returncode in (66, 73)
    said = [line for line in run.stderr.decode().splitlines() if line.startswith("newsconvert: ")]
    assert len(said) == 1
    assert LONG in said[0]
    assert "Traceback" not in run.stderr.decode()
