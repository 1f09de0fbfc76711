"""The Chinese of what the program says of itself in English: help texts and the headings of generated parts."""

import functools
import re
import tomllib
from pathlib import Path

from convert.cli.language import tables

LANGUAGES = ("en", "zh")
TABLE = Path(__file__).with_name("words.zh.toml")


@functools.cache
def chinese() -> dict[str, str]:
    """English text → Chinese text."""
    own = tomllib.loads(TABLE.read_text("utf-8"))["words"]
    return tables()["help"] | {str(key): str(value) for key, value in own.items()}


def say(text: str, language: str) -> str:
    """The text in that language; a text that has no Chinese yet stays English rather than being left out."""
    return chinese().get(text, text) if language == "zh" else text


def told(text: str, language: str) -> str:
    """A sentence or a cell of the page of results in that language, values in their slots."""
    if language == "zh":
        for pattern, chinese in _results():
            if match := pattern.fullmatch(text):
                return chinese.format(*(told(value, language) for value in match.groups()))
    return text


@functools.cache
def _results() -> list[tuple[re.Pattern[str], str]]:
    """What the page of results says, those of more fixed words first."""
    table = tomllib.loads(TABLE.read_text("utf-8"))["results"]
    ordered = sorted(table.items(), key=lambda pair: len(pair[0].replace("{}", "")), reverse=True)
    return [
        (re.compile("(.+?)".join(map(re.escape, english.split("{}")))), str(chinese)) for english, chinese in ordered
    ]
