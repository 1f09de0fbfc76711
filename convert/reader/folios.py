"""Folio lines: the paper's name, date, page and section as they stand at the head or foot of every page.

A folio is a row of such parts and nothing else, in whatever order the paper sets them. Those that no text has are
asked for: two of different kinds, or one that says enough by itself.
"""

import datetime
import re
from collections.abc import Sequence, Set

from msgspec import Struct

from convert.profiles import load
from convert.reader.folioparts import DATE, LONGEST, Parts, names_editors, parts_of
from convert.reader.numerals import number

__all__ = ["LONGEST", "Folio", "date_in", "is_heading", "read_folio", "told_by"]

_HARD = frozenset({"dated", "week", "lunar", "paged", "coded", "issue", "count", "edited", "serial", "inner"})
"""Kinds of parts of which two make a folio, with a date or page among them or how the paper is numbered."""
_NUMBERED = frozenset({"issue", "count", "serial"})
"""Kinds that number the paper, which those of its page stand beside when no date does."""
_FOLIO = _HARD | {"printed", "named", "figure", "sponsor", "reach", "founded", "monthly", "on_day", "foreign"}
"""Kinds of parts that a folio may have."""
_BESIDE = frozenset({"dated", "week", "lunar", "paged", "coded", "issue", "count", "sponsor", "edited"})
"""Kinds of which one is enough beside other furniture."""
_WEATHER = re.compile(r"[晴阴多云转间小中大暴雷阵到雨雪雾霾天有]+")
"""What a diary says of its day."""
NAMES = 3
"""Names of sections and supplements that the longest folio has."""


class Folio(Struct, frozen=True):
    """What a folio line says; None for what it doesn't."""

    paper: str | None
    date: datetime.date | None
    page: int | None


def read_folio(text: str) -> Folio | None:
    """The folio that a line is, whole; None for any other line."""
    parts = parts_of(text)
    return _folio(parts, text) if parts and _is_folio(parts) else None


def told_by(text: str) -> Folio | None:
    """What a line says that is furniture where it stands: a folio, one at the page's head, the paper's name alone."""
    parts = parts_of(text)
    if not parts or not (_is_folio(parts) or _is_heading(parts) or parts.keys() == {"printed"}):
        return None
    return _folio(parts, text)


def is_heading(text: str, beside: bool) -> bool:
    """Whether a line at the head of the page, the first one or `beside` other furniture, is furniture there, though
    elsewhere it may be a title, a crosshead or the day under a letter: a part of the paper with a page or date."""
    parts = parts_of(text) if _OF_HEADINGS.search(text) else None
    if not parts or not _is_heading(parts):
        return False
    return beside or ("dated" in parts and len(parts) > 1 and not _is_weather(parts))


_OF_HEADINGS = re.compile("[0-9０-９版期年月周主报報]")
"""Characters of which every such line has one."""


def _is_heading(parts: Parts) -> bool:
    """Whether one part is there at least that says what the page is, and names only beside such that have some."""
    names = parts.get("named", [])
    if not parts.keys() <= _FOLIO or len(names) > NAMES or ("dated" in parts and not _all_days(parts)):
        return False
    told = parts.keys() & _BESIDE
    if not told:
        return _tells_section(parts) or _tells_edition(parts)
    if told == {"issue"}:
        return all(_SUPPLEMENT.search(name[0]) for name in names)
    if told == {"edited"}:
        return not names and names_editors(parts, surely=True)
    if told == {"coded"} and not _is_page_code(parts["coded"][0]):
        return bool(names) and all(_is_known(name) for name in names)
    return (
        not names
        or bool(told & {"dated", "paged", "coded"})
        or ("week" in told and all(_is_known(name) for name in names))
    )


def _tells_edition(parts: Parts) -> bool:
    """Whether the newspaper is named, with its edition or a part of it."""
    return "printed" in parts and len(parts) > 1 and parts.keys() <= {"printed", "foreign", "named"}


_SUPPLEMENT = re.compile("(?:周|月|专|特|增)刊$")
"""How supplements are called."""


def _tells_section(parts: Parts) -> bool:
    """Whether a bare number stands by the name of a part of the paper: in front of it only by a known one."""
    if parts.keys() - {"figure", "named", "printed"} or len(parts.get("figure", ())) != 1:
        return False
    figure, names = parts["figure"][0], parts.get("named", [])
    return all(name.start() < figure.start() or figure["bare"][0] == "0" or _is_known(name) for name in names)


def _is_folio(parts: Parts) -> bool:
    """Whether the parts make a folio: a date alone is none, nor is a name, or a number by a name, or a day without
    its year that has no weekday or page."""
    kinds = parts.keys()
    if not kinds <= _FOLIO or _repeats(parts):
        return False
    if len(parts.get("named", ())) > NAMES or ("edited" in kinds and not names_editors(parts)):
        return False
    hard = kinds & _HARD
    if "foreign" in kinds and len(hard) < 2:
        return False
    if "on_day" in kinds:
        return "week" in kinds and bool(kinds & {"paged", "coded", "printed"}) and len(parts.get("named", ())) < 2
    if "dated" in kinds:
        return _all_days(parts) and _is_dated(parts)
    if hard & {"paged", "coded"}:
        return _is_paged(parts, hard)
    if "figure" in kinds:
        return _is_figured(parts, hard)
    return _is_numbered(parts, hard)


def _repeats(parts: Parts) -> bool:
    """Whether a kind of part stands there twice of which a folio has one; beside a date there may be two pages."""
    once = [kind for kind, found in parts.items() if len(found) > 1 and kind not in _REPEATED]
    return any(kind not in ("paged", "coded") or "dated" not in parts or len(parts[kind]) > 2 for kind in once)


_REPEATED = frozenset({"week", "issue", "edited", "named", "reach", "serial", "count", "inner", "sponsor"})
"""Kinds of parts of which a folio may have several."""


def _is_numbered(parts: Parts, hard: Set[str]) -> bool:
    """Whether a line without a date or page says which number of the paper it is, and another thing of that kind."""
    if not hard & _NUMBERED:
        return False
    if len(hard) > 1 or (hard == {"issue"} and parts.keys() & {"monthly", "founded"}):
        return len(parts.get("named", ())) < 2
    return parts.keys() <= {"issue", "printed", "count"} and _counts(parts)


def _is_dated(parts: Parts) -> bool:
    """Whether a line with a date is a folio: with another part that no text has, or the paper's name, or a number."""
    others = parts.keys() & _HARD - {"dated"}
    named = len(parts.get("named", ()))
    if others == {"week"} and named:
        return named < NAMES and all(_is_known(name) for name in parts["named"])
    if others:
        return True
    return parts.keys() <= {"dated", "printed", "named", "figure"} and len(parts) > 1 + (named > 0) and named < 2


def _is_paged(parts: Parts, hard: Set[str]) -> bool:
    """Whether a line with a page but no date is a folio."""
    named = parts.get("named", [])
    page = parts.get("paged", parts.get("coded", []))[0]
    if any(name.start() == page.end() for name in named):
        return False
    if hard - {"paged", "coded", "inner"}:
        return len(named) < NAMES
    told = parts.keys() & {"paged", "printed"} or _is_code_of(parts["coded"][0], named)
    return bool(told) and len(named) < 2 and len(parts) <= 3 and parts.keys() <= {"paged", "coded", "printed", "named"}


def _is_figured(parts: Parts, hard: Set[str]) -> bool:
    """Whether a line with a bare number, but no date or page, is a folio: the number has a nought in front."""
    figure, named = parts["figure"][0], parts.get("named", [])
    if figure["bare"][0] != "0" or len(named) > 1:
        return False
    if hard:
        return True
    return parts.keys() <= {"figure", "named", "printed"} and all(_is_section(name, figure) for name in named)


def _counts(parts: Parts) -> bool:
    """Whether the paper's number has two figures at least, or how many pages there are is told of today's paper."""
    issues = [part["which"] or part["numbered"] for part in parts.get("issue", ())]
    if issues:
        return all(len(issue) > 1 and issue.isascii() for issue in issues)
    return len(parts) == 1 and parts["count"][0][0][0] in "今本共"


def _is_page_code(coded: re.Match[str]) -> bool:
    """Whether a code without a date or paper beside it is a page's: A4, T03; G20, K2 and C919 are other things."""
    return coded["code"][0] == "0" or (coded["letters"][0] in FIRST_LETTERS and len(coded["code"]) < 3)


def _is_code_of(coded: re.Match[str], named: Sequence[re.Match[str]]) -> bool:
    """Whether a code is a page's where a name stands by it, if any: with a nought, or by a known name. B12 is a
    vitamin's, too."""
    if not _is_page_code(coded):
        return False
    return coded["code"][0] == "0" or all(_is_known(name) and not name["name"].endswith(EVENTS) for name in named)


def _is_section(name: re.Match[str], figure: re.Match[str]) -> bool:
    """Whether what stands by a bare number is a section: behind it only a known one, for crossheads are 01 缘起 too."""
    return len(name["name"]) <= SHORT and (_is_known(name) or name.start() < figure.start())


def _is_known(name: re.Match[str]) -> bool:
    """Whether a part of newspapers has this name, or all its halves have one."""
    known = load().section_names
    return all(half in known or (len(half) >= SHORT and half.endswith(ENDINGS)) for half in _names(name))


def _names(name: re.Match[str]) -> list[str]:
    return re.split("[·/、]", name["name"])


def _is_weather(parts: Parts) -> bool:
    """Whether the day's weather stands in the line, as in a diary."""
    return any(_WEATHER.fullmatch(name["name"]) for name in parts.get("named", ()))


FIRST_LETTERS = "ABCDE"
"""The letters by which newspapers call their parts, before all others."""
ENDINGS = ("新闻", "要闻", "副刊", "周刊", "特刊", "专刊", "特别报道")
"""How names of sections of four characters and more end that need be in no list."""
EVENTS = ("论坛",)
"""How names of sections end that are events', too, where a code calls those: D20 论坛."""
SHORT = 4
"""Characters of the longest section's name that is believed beside a bare number: 04 要闻."""


def _folio(parts: Parts, text: str) -> Folio:
    """What the parts say; the paper's name as it is printed."""
    page = None
    for kind, group in (("paged", "page"), ("coded", "code"), ("figure", "bare")):
        if page is None and kind in parts and (kind != "figure" or len(parts[kind]) == 1):
            page = number(parts[kind][0][group])
    paper = text[slice(*parts["printed"][0].span("paper"))] if "printed" in parts else None
    return Folio(paper, _day(parts["dated"][0]) if "dated" in parts else None, page)


def date_in(text: str) -> datetime.date | None:
    """The first whole date of a text, in either calendar and in figures of any kind."""
    for match in re.finditer(DATE, text):
        if (day := _day(match)) is not None:
            return day
    return None


FOUNDED = 1911
"""The year before the first of the Republic, by which papers of Taiwan count."""


def _all_days(parts: Parts) -> bool:
    return all(_day(dated) is not None for dated in parts["dated"])


def _day(match: re.Match[str]) -> datetime.date | None:
    year = number(match["year"] or match["roc"]) or 0
    values = (year if match["year"] else year + FOUNDED, number(match["month"]) or 0, number(match["day"]) or 0)
    try:
        return datetime.date(*values)
    except ValueError:
        return None
