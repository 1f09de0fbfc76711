"""The documentation names every command and option of the program, and none that does not exist."""

import re
from pathlib import Path

import pytest

from convert.cli import COMMANDS
from convert.reader.path import Label
from docs.generate import commands, formats, hooks, pictures, tables, words
from tests.conftest import ROOT, Program
from tests.docs.sessions import typed

PAGES = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
OPTIONS = {each.name: {name for option in each.options for name in option.names} for each in commands.commands()}
PROGRAM = {"--help", "--version", "--install-completion", "--show-completion"}
"""Options of the program itself and of every command."""
INLINE = re.compile(r"`([^`\n]+)`")


def calls(text: str) -> list[list[str]]:
    """The words of every call of newsconvert in a command line."""
    parts = re.split(r"[|;&]+|\$\(|\bxargs (?:-\S+ )*", text.split(" #")[0])
    words_of = (part.split() for part in parts)
    return [found[found.index("newsconvert") :] for found in words_of if "newsconvert" in found]


def unknown(call: list[str]) -> list[str]:
    """The options of a call that its command doesn't have, or the command itself if there is none of that name."""
    if len(call) < 2 or call[1].startswith("-"):
        return [word for word in call[1:] if word.startswith("--") and word.split("=")[0] not in PROGRAM]
    if call[1] not in OPTIONS:
        return [call[1]] if re.fullmatch(r"[a-z]+", call[1]) and call[1] not in COMMANDS else []
    given = (re.match(r"--[\w-]+|-[a-zA-Z]\b", word) for word in call[2:])
    return [found[0] for found in given if found and found[0] not in OPTIONS[call[1]] | PROGRAM]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_shows_a_command_or_option_that_the_program_does_not_have(page: Path) -> None:
    inline = INLINE.findall(page.read_text("utf-8"))
    lines = [*typed(page), *(text for text in inline if text.startswith("newsconvert "))]
    assert [word for line in lines for call in calls(line) for word in unknown(call)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_speaks_of_an_option_that_no_command_has(page: Path) -> None:
    known = set().union(*OPTIONS.values()) | PROGRAM
    spoken = {word for text in INLINE.findall(page.read_text("utf-8")) if (word := text.split()[0]).startswith("--")}
    assert {word.split("=")[0] for word in spoken} <= known


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_page_of_commands_has_every_command_and_option(language: str) -> None:
    page = commands.page(language)
    assert [name for name in OPTIONS if f"## {name} " not in page] == []
    for command, options in OPTIONS.items():
        section = page.split(f"## {command} ")[1].split("\n## ")[0]
        assert [name for name in options if f"`{name}`" not in section and f"`{name} " not in section] == []


def test_the_page_of_commands_tells_what_the_help_pages_tell(newsconvert: Program) -> None:
    shown = newsconvert("build", "--help", COLUMNS="400").stdout.decode()
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]+", shown)) - PROGRAM <= OPTIONS["build"]
    assert OPTIONS["build"] <= set(re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", shown))


def test_a_page_may_not_show_what_is_not_there() -> None:
    assert [unknown(call) for call in calls("cat x | newsconvert build seeds --nope -Z && newsconvert bild")] == [
        ["--nope", "-Z"],
        ["bild"],
    ]


def test_every_label_of_the_reader_has_its_meaning_told() -> None:
    assert set(pictures.MEANINGS) == {str(label) for label in Label}


def test_every_exit_code_of_an_error_is_told(newsconvert: Program) -> None:
    shown = newsconvert("--help").stdout.decode()
    assert tables.error_codes() <= set(tables.EXIT_CODES)
    assert [code for code in tables.EXIT_CODES if not re.search(rf"\b{code}\b", shown)] == []


def test_every_part_that_a_page_asks_for_is_made_in_both_languages() -> None:
    asked = {mark[0] for page in PAGES for mark in hooks.MARK.finditer(page.read_text("utf-8"))} - {hooks.SAME}
    assert asked
    for mark in asked:
        for language in words.LANGUAGES:
            assert hooks.filled(mark, language).strip()


def test_no_generated_part_of_a_chinese_page_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    missing: set[str] = set()

    def say(text: str, language: str) -> str:
        if language == "zh" and text not in words.chinese() and re.search("[A-Za-z]{3}", text):
            missing.add(text)
        return words.say(text, language)

    for module in (commands, formats, pictures, tables):
        monkeypatch.setattr(module, "say", say)
    for mark in {mark[0] for page in PAGES for mark in hooks.MARK.finditer(page.read_text("utf-8"))} - {hooks.SAME}:
        hooks.filled(mark, "zh")
    assert sorted(missing) == [], (
        "write their Chinese into convert/cli/words.zh.toml, or of the pages alone into docs/generate/words.zh.toml"
    )


def test_the_page_of_results_is_chinese_on_the_chinese_page() -> None:
    english, chinese = (tables.results(language).partition('<div class="plot"') for language in words.LANGUAGES)
    for shown in (chinese[0], chinese[2].partition("</svg></div>")[2]):
        left = re.findall(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}[^|]*", shown)
        assert left == [], "write their Chinese into docs/generate/words.zh.toml"
    figures = [re.findall(r"\d[\d,.]*\d|\d", part[0] + part[2]) for part in (english, chinese)]
    assert sorted(figures[0]) == sorted(figures[1])
