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
    kind = "photo"            # what the article is that has this line
    people = [{name = "盛丽", role = "reporter"}]   # who is named in the article, all of them, in printed order
    text = "从点滴做起"        # how the line begins, for who reads the file; not used

A fix says what a line is and where it is cut, never what its text is, and a person's name has to stand on the page:
nothing can be lost or made up by one.
"""

import itertools
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from msgspec import Struct

from convert.errors import BadInputError
from convert.model import Kind, Person, Role

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


class Fix(Struct, frozen=True):
    """What a person said about a line, or about its text from the character `at` on, and about the article there."""

    line: int
    at: int = 0
    label: FixLabel | None = None
    starts: bool | None = None
    kind: Kind | None = None
    people: tuple[Person, ...] | None = None

    @property
    def of_line(self) -> bool:
        """Whether it says something of the line itself."""
        return self.label is not None or self.starts is not None

    @property
    def of_article(self) -> bool:
        """Whether it says something of the article that has the line."""
        return self.kind is not None or self.people is not None


class Fixes(Struct, frozen=True):
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
    _only(row, _KEYS, path, where)
    fix = Fix(
        row.get("number", 0),
        row.get("at", 0),
        _one_of(FixLabel, "label", row, path, where),
        row.get("starts"),
        _one_of(Kind, "kind", row, path, where),
        _people(row["people"], path, where) if "people" in row else None,
    )
    if fix.line < 1 or fix.at < 0:
        raise _bad(path, f"{where}: number counts from 1 and at from 0")
    if fix.at and fix.label is None:
        raise _bad(path, f"{where}: a cut needs a label")
    if not (fix.of_line or fix.of_article):
        raise _bad(path, f"{where}: say label, starts, kind or people")
    return fix


_KEYS = {"number": int, "at": int, "label": str, "starts": bool, "kind": str, "people": list, "text": str}


def _people(rows: list[Any], path: str, where: str) -> tuple[Person, ...]:
    return tuple(_person(row, path, where) for row in rows)


def _person(row: Any, path: str, where: str) -> Person:
    if not isinstance(row, dict):
        raise _bad(path, f'{where}: write a person as {{name = "…", role = "reporter"}}')
    _only(row, {"name": str, "role": str}, path, f"{where}, people")
    name, role = row.get("name", "").strip(), _one_of(Role, "role", row, path, f"{where}, people")
    if not name or role is None:
        raise _bad(path, f"{where}: a person has a name and a role")
    return Person(name, role)


Word = TypeVar("Word", bound=StrEnum)


def _one_of(words: type[Word], key: str, row: Mapping[str, Any], path: str, where: str) -> Word | None:
    """The value of a key that takes one of a few words; None where it isn't there."""
    if key in row and row[key] not in list(words):
        raise _bad(path, f"{where}: no {key} called {row[key]!r}; there are: {', '.join(words)}")
    return words(row[key]) if key in row else None


def _only(table: Mapping[str, Any], known: Mapping[str, type], path: str, where: str) -> None:
    """Refuse keys and types that a fix file doesn't have: a slip of the pen is not to be passed over in silence."""
    for key, value in table.items():
        if key not in known:
            raise _bad(path, f"{where}: no key called {key!r}; there are: {', '.join(known)}")
        if type(value) is not known[key]:
            raise _bad(path, f"{where}: {key} is to be of type {known[key].__name__}")


def _bad(path: str, problem: str) -> BadInputError:
    return BadInputError(path, problem, "mend the fix file or take it away")
