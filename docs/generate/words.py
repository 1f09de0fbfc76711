"""The Chinese of what the program says of itself in English: help texts and the headings of generated parts."""

import functools
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
