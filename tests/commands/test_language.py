"""The program speaks Chinese where the environment does: help, errors, reports; data stay what they are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from convert import errors
from convert.cli import language
from tests.conftest import Program

CHINESE = "zh_CN.UTF-8"
HAN = re.compile("[一-鿿]")


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_language_is_that_of_the_environments_messages(
    environment: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.spoken() == wanted


def test_a_help_page_is_chinese_throughout_and_fits_a_terminal(newsconvert: Program) -> None:
    for arguments in (["--help"], ["build", "--help"], ["variant", "--help"], ["config", "--help"]):
        shown = newsconvert(*arguments, COLUMNS="80", LC_ALL=CHINESE).stdout.decode()
        assert "用法：newsconvert" in shown
        paragraphs = [line for line in shown.splitlines() if re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", line)]
        assert not paragraphs
        assert max(map(language.cells, shown.splitlines())) <= 80


def test_a_help_page_names_the_same_options_in_either_language(newsconvert: Program) -> None:
    english, chinese = (
        newsconvert("build", "--help", COLUMNS="80", LC_ALL=env).stdout.decode() for env in ("C", CHINESE)
    )
    assert set(re.findall(r"--[\w-]+", english)) == set(re.findall(r"--[\w-]+", chinese))


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["parse", "nowhere.txt"], 66, "newsconvert: nowhere.txt：没有这个文件；请核对名字\n"),
        (["buld"], 2, "是不是“build”？\n"),
        (["build", "x", "-o", "y", "--to", "pdf"], 2, "newsconvert: 没有叫“pdf”的格式；有："),
        (["build"], 2, "错误：缺选项 "),
        (["parse", "x", "--nope"], 2, "错误：没有选项 --nope"),
        (["parse", "x", "--limit", "y"], 2, "'y' 不是整数。"),
    ],
)
def test_what_goes_wrong_is_said_in_chinese_with_the_same_exit_code(
    arguments: list[str], code: int, told: str, newsconvert: Program, tmp_path: Path
) -> None:
    ended = newsconvert(*arguments, cwd=tmp_path, LC_ALL=CHINESE)
    assert ended.returncode == code == newsconvert(*arguments, cwd=tmp_path).returncode
    assert told in ended.stderr.decode()
    assert not ended.stdout


def test_a_run_is_reported_in_chinese_and_what_it_makes_is_the_same(
    newsconvert: Program, tmp_path: Path, root: Path
) -> None:
    told = newsconvert("build", root / "seeds", "-o", tmp_path / "a", LC_ALL=CHINESE).stderr.decode()
    assert told.startswith("读了 5 个版面，26 篇文章\n")
    assert re.search(r"^repeat +1  版面印了两遍的文字", told, re.MULTILINE)
    newsconvert("build", root / "seeds", "-o", tmp_path / "b")
    for made in (tmp_path / "a").glob("seeds.*"):
        assert made.read_bytes() == (tmp_path / "b" / made.name).read_bytes()


def test_notes_and_traces_are_in_the_environments_language_unless_it_is_named(newsconvert: Program, root: Path) -> None:
    page = next((root / "seeds").glob("003*.txt"))
    assert "repeat: 版面印了两遍的文字" in newsconvert("parse", page, "--verbose", LC_ALL=CHINESE).stderr.decode()
    assert newsconvert("trace", page, LC_ALL=CHINESE).stdout == newsconvert("trace", page, "--lang", "zh").stdout
    assert newsconvert("trace", page, "--lang", "en", LC_ALL=CHINESE).stdout == newsconvert("trace", page).stdout


def test_in_taiwan_and_hong_kong_its_words_are_traditional(newsconvert: Program, tmp_path: Path, root: Path) -> None:
    told = newsconvert("parse", "nowhere.txt", LC_ALL="zh_TW.UTF-8").stderr.decode()
    assert told == "newsconvert: nowhere.txt：沒有這個檔案；請核對名字\n"
    assert "是不是「build」" in newsconvert("buld", LC_ALL="zh_HK.UTF-8").stderr.decode()
    page = next((root / "seeds").glob("003*.txt"))
    assert "標題" in newsconvert("trace", page, LC_ALL="zh_TW.UTF-8").stdout.decode()
    told = newsconvert("build", page, "-o", tmp_path / "標题", LC_ALL="zh_TW.UTF-8").stderr.decode()
    assert "標题/003" in told  # a file's name is nobody's to convert


def test_quotation_marks_that_are_spoken_of_stay(newsconvert: Program) -> None:
    shown = newsconvert("variant", "--help", LC_ALL="zh_TW.UTF-8").stdout.decode()
    assert "“”換成「」" in shown


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["build", "x", "-o", "y", "-j", "z"], "'z' is no whole number.", "'z' 不是整数。"),
        (["parse", "x", "--date", "2024"], "'2024' is no day; write it as 2024-02-01.", "'2024' 不是日期，请写成 "),
    ],
)
def test_a_value_that_cannot_be_is_told_in_plain_words(
    arguments: list[str], english: str, chinese: str, newsconvert: Program
) -> None:
    assert english in newsconvert(*arguments).stderr.decode()
    assert chinese in newsconvert(*arguments, LC_ALL=CHINESE).stderr.decode()


# --- nothing is forgotten


def raised(root: Path) -> Iterator[tuple[str, str]]:
    """Where an error of ours is raised with a fixed wording, and the wording, `{}` for each value in it."""
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
    for path in sorted((root / "convert").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
                arguments = node.args[1:] if len(node.args) == 3 and node.func.id != "UnknownNameError" else node.args
                arguments = arguments[:1] if node.func.id == "UnknownNameError" else arguments
                for each in arguments:
                    yield from ((f"{path.name}:{node.lineno}", text) for text in wording(each))


def wording(node: ast.expr) -> list[str]:
    """The texts that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)]
    if isinstance(node, ast.IfExp):
        return wording(node.body) + wording(node.orelse)
    if isinstance(node, ast.BinOp):
        return [one + other for one in wording(node.left) for other in wording(node.right)]
    return []


def test_every_problem_that_the_program_tells_has_its_chinese(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    told = [(where, text) for where, text in raised(root) if re.search("[a-z]{3}", re.sub(r"--[a-z-]+", "", text))]
    assert len(told) > 100
    missing = [(where, text) for where, text in told if not HAN.search(language.problem(text.replace("{}", "_")))]
    assert missing == [], "write their Chinese into convert/cli/words.zh.toml"


def test_every_sentence_that_is_said_has_its_chinese(root: Path) -> None:
    said = set[str]()
    for path in sorted((root / "convert" / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                said |= {text for text in wording(node.args[0]) if "{}" not in text or " {} s" not in text}
    assert len(said) > 20
    assert said - set(language.tables()["said"]) == set()


def test_chinese_has_a_slot_for_every_value() -> None:
    for table in ("said", "problems"):
        for english, chinese in language.tables()[table].items():
            slots = len(re.findall(r"\{\d?\}", chinese))
            assert slots == english.count("{}"), english
