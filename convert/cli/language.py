"""Which language the program speaks to the person at the keyboard, and the Chinese of what it says in English."""

import functools
import os
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from convert.errors import MissingPartError

Language = Literal["en", "zh"]


def _told_by_environment() -> str:
    """The environment's language for messages in lower case: LC_ALL, else LC_MESSAGES, else LANG, as POSIX says."""
    return next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "").lower()


def spoken() -> Language:
    """Chinese where the environment's messages are."""
    return "zh" if _told_by_environment().startswith("zh") else "en"


_QUOTED = re.compile("“([^”]+)”")
_SCRIPTS = (("zh_tw", "s2twp"), ("zh_hk", "s2hk"), ("zh_mo", "s2hk"), ("zh_hant", "s2t"))


def in_script(text: str) -> str:
    """Words of ours in the script of the environment's region: Traditional in Taiwan, Hong Kong and Macau."""
    config = next((config for region, config in _SCRIPTS if _told_by_environment().startswith(region)), None)
    return text if config is None else traditional(text, config)


def traditional(text: str, config: str = "s2twp") -> str:
    """Words of ours in Traditional Chinese, if nothing else is said Taiwan's; without OpenCC they stay as they are."""
    from convert.transforms.variant.engine import opencc

    try:
        return _QUOTED.sub(r"「\1」", opencc(config)(text))  # “” alone are what is spoken of
    except MissingPartError:
        return text


@functools.cache
def tables() -> dict[str, dict[str, str]]:
    """English → Chinese: `help` texts, what is `said` of a run, and `problems` with what cures them."""
    import tomllib
    from importlib import resources

    found = tomllib.loads(resources.files("convert.cli").joinpath("words.zh.toml").read_text("utf-8"))
    return {name: {str(english): str(chinese) for english, chinese in table.items()} for name, table in found.items()}


def say(text: str, *values: object) -> str:
    """A sentence with its values in the person's language; one that has no Chinese stays English."""
    if spoken() == "zh":
        text = in_script(tables()["said"].get(text, text))
    return text.format(*values) if values else text


def help_text(text: str) -> str:
    """A help text in the person's language; its paragraphs are told apart by blank lines."""
    if spoken() == "en":
        return text
    paragraphs = (" ".join(each.split()) for each in text.split("\n\n"))
    return in_script("\n\n".join(tables()["help"].get(each, each) for each in paragraphs))


def problem(message: str) -> str:
    """The one line of an error in the person's language: `path: problem; cure`, or a sentence as a whole."""
    if spoken() == "en":
        return message
    whole = _told(message)
    if whole is not None:
        return whole
    for at in (match.start() for match in re.finditer("; ", message)):
        cure = _told(message[at + 2 :])
        for path, told in _divided(message[:at]):
            return f"{path}：{told}；{cure or message[at + 2 :]}"
    return message


def _divided(text: str) -> Iterator[tuple[str, str]]:
    """The path and the problem of the first part of a message, wherever the problem is one that has Chinese."""
    for match in re.finditer(": ", text):
        told = _told(text[match.end() :])
        if told is not None:
            yield text[: match.start()], told


def _told(text: str) -> str | None:
    for pattern, chinese in _patterns():
        if match := pattern.fullmatch(text):
            return in_script(chinese).format(*(_told(value) or value for value in match.groups()))
    return None


def cells(text: str) -> int:
    """How many columns a text takes on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@functools.cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Each problem with its slots; those of more fixed words first."""
    ordered = sorted(tables()["problems"].items(), key=lambda pair: len(pair[0].replace("{}", "")), reverse=True)
    return [(re.compile("(.+?)".join(map(re.escape, told.split("{}")))), chinese) for told, chinese in ordered]
