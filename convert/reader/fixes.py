"""What a person corrected on a page, and the fix file beside the page that says so, read strictly.

A fix file is named like its page with `.fix.toml` added, and holds for the very bytes it was made for:

    schema = "newsconvert.fix/1"
    page = "2024-02-01_03.txt"
    sha256 = "…"              # of the page; for another state of the page nothing of the file is applied

    [[line]]
    number = 12               # 1-based line of the page
    at = 34                   # the line is cut here, in characters of its text as a trace shows it; 0 is the whole line
    label = "crosshead"       # what the line is
    starts = true             # an article starts here (false: it goes on with the article above)
    text = "从点滴做起"        # how the line begins, for who reads the file; not used

A fix says what a line is and where it is cut, never what its text is: nothing can be lost or made up by one.
"""

import itertools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from convert.errors import BadInputError

ENDING = ".fix.toml"
"""What is added to a page's file name to name its fix file."""
SCHEMA = "newsconvert.fix/1"


class FixLabel(StrEnum):
    """What a person can say that a line is: the fields of the article record, and what stays beside them."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CONTINUES = "continues"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP = "jump"
    REPEAT = "repeat"
    FURNITURE = "furniture"


TITLES = (FixLabel.KICKER, FixLabel.HEADLINE, FixLabel.SUBHEADLINE)


@dataclass(frozen=True, slots=True)
class Fix:
    """What a person said about a line, or about its text from the character `at` on."""

    line: int
    at: int = 0
    label: FixLabel | None = None
    starts: bool | None = None


@dataclass(frozen=True, slots=True)
class Fixes:
    """The fixes of one page, by line and place in it, and the SHA-256 of the bytes they were made for."""

    sha256: str
    fixes: tuple[Fix, ...] = ()


def load(data: bytes, path: str) -> Fixes:
    """The fixes of a fix file's bytes; `path` names it in errors.

    Raises BadInputError for what is no fix file, for an unknown key or label, and for a place that is named twice.
    """
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _bad(path, f"no TOML: {error}") from error
    if table.get("schema") != SCHEMA:
        raise _bad(path, f"schema is {table.get('schema')!r}, not {SCHEMA!r}")
    _only(table, {"schema": str, "page": str, "sha256": str, "line": list}, path, "the file")
    if "sha256" not in table:
        raise _bad(path, "sha256 of the page is missing")
    fixes = sorted((_fix(row, path) for row in table.get("line", [])), key=lambda fix: (fix.line, fix.at))
    for fix, following in itertools.pairwise(fixes):
        if (fix.line, fix.at) == (following.line, following.at):
            raise _bad(path, f"line {fix.line} at {fix.at} is named twice")
    return Fixes(table["sha256"].lower(), tuple(fixes))


def _fix(row: Any, path: str) -> Fix:
    if not isinstance(row, dict):
        raise _bad(path, "line is no table; write [[line]]")
    where = f"line {row.get('number')}"
    _only(row, {"number": int, "at": int, "label": str, "starts": bool, "text": str}, path, where)
    number, at, label, starts = row.get("number", 0), row.get("at", 0), row.get("label"), row.get("starts")
    if number < 1 or at < 0:
        raise _bad(path, f"{where}: number counts from 1 and at from 0")
    if label is None and (starts is None or at):
        raise _bad(path, f"{where}: {'a cut needs' if at else 'say starts or'} a label")
    if label is not None and label not in list(FixLabel):
        raise _bad(path, f"{where}: no label called {label!r}; there are: {', '.join(FixLabel)}")
    return Fix(number, at, FixLabel(label) if label else None, starts)


def _only(table: Mapping[str, Any], known: Mapping[str, type], path: str, where: str) -> None:
    """Refuse keys and types that a fix file doesn't have: a slip of the pen is not to be passed over in silence."""
    for key, value in table.items():
        if key not in known:
            raise _bad(path, f"{where}: no key called {key!r}; there are: {', '.join(known)}")
        if type(value) is not known[key]:
            raise _bad(path, f"{where}: {key} is to be of type {known[key].__name__}")


def _bad(path: str, problem: str) -> BadInputError:
    return BadInputError(path, problem, "mend the fix file or take it away")
