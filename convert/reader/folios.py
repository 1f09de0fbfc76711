"""Folio lines: the paper's name, date, page and section as they stand at the head or foot of every page.

A folio is a row of such parts and nothing else, in whatever order the paper sets them.
"""

import datetime
import re

from msgspec import Struct

from convert.lexicon.traditional import simplified
from convert.profiles import load
from convert.reader.names import HAN
from convert.reader.numerals import number

_FIGURES = "0-9０-９〇○零一二三四五六七八九十百廿卅"
_YEAR = r"[12１２][0-9０-９]{3}|[一二][〇○零一二三四五六七八九]{3}"
_DATE = (
    rf"(?:(?:中[华華])?民[国國]\s*(?P<roc>[{_FIGURES}]{{1,6}})\s*年|(?P<year>{_YEAR})\s*[年./-])"
    rf"\s*(?P<month>[{_FIGURES}]{{1,3}})\s*[月./-]\s*(?P<day>[{_FIGURES}]{{1,3}})\s*日?"
)
_WEEK = r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]"
_LUNAR = (
    r"(?:农历|農曆|夏历|夏曆|岁次|歲次)?\s*(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]\s*年?\s*)?"
    r"(?:[闰閏]?(?:[正冬腊臘]|[一二三四五六七八九十]{1,2})月(?:初[一二三四五六七八九十]|[廿卅]?[一二三四五六七八九十]{1,3}|大|小)日?)?"
)
_PAPER = rf"《?\s*(?P<paper>{HAN}{{1,8}}[报報]|{HAN}{{1,4}}(?:日|晚|早|晨|时|時)[报報])\s*》?(?!{HAN})"
_ISSUE = rf"[总總]?第\s*[0-9０-９]{{2,6}}\s*[期号號]|(?:今[日天]|本期)(?:共)?[{_FIGURES}]{{1,3}}\s*[版页頁]|共\s*[{_FIGURES}]{{1,3}}\s*[版页頁]"
_PAGE = rf"第?\s*[A-Z]{{0,2}}\s*(?P<page>[{_FIGURES}]{{1,3}})\s*版(?!{HAN})"
_CODE = r"(?P<letters>[A-Z]{1,2})-?(?P<code>[0-9]{1,3})(?![0-9A-Za-z\u4e00-\u9fff])"
_BARE = r"(?P<bare>[0-9]{1,2})(?![0-9A-Za-z℃%％.年月日期号\u4e00-\u9fff])"
_EDITOR = rf"(?:(?:责任|責任|本版|值班)?(?:责编|責編|编辑|編輯|美编|美編|校对|校對|组版|排版|版式)(?:\s*[:：/／]\s*|\s+){HAN}{{2,4}}(?!{HAN})[\s|｜丨、]*)+"
_NAME = rf"(?P<name>{HAN}{{2,6}}(?:[·/]{HAN}{{2,6}})?)(?!{HAN})(?<![见見在刊于於看转轉接])"
_PARTS = re.compile(
    rf"(?P<dated>{_DATE})|(?P<week>{_WEEK})|(?P<edited>{_EDITOR})|(?P<issue>{_ISSUE})|(?P<paged>{_PAGE})|(?P<coded>{_CODE})|(?P<figure>{_BARE})"
    rf"|(?P<printed>{_PAPER})|(?P<lunar>(?=[农農夏岁歲甲乙丙丁戊己庚辛壬癸]){_LUNAR}(?!{HAN}))|{_NAME}"
)
_BETWEEN = re.compile(r"[\s|｜丨·•●■□◆—\-/／╱:：,，()（）【】〔〕\[\]]*")
LONGEST = 60
"""Characters of the longest folio line."""


class Folio(Struct, frozen=True):
    """What a folio line says; None for what it doesn't."""

    paper: str | None
    date: datetime.date | None
    page: int | None


def read_folio(text: str) -> Folio | None:
    """The folio that a line is, whole; None for any other line."""
    if len(text) > LONGEST:
        return None
    parts: dict[str, re.Match[str]] = {}
    at = _BETWEEN.match(text).end()  # type: ignore[union-attr]  # it matches nothing at least
    while at < len(text):
        part = _PARTS.match(text, at)
        kind = str(part.lastgroup) if part else ""
        if not part or part.end() == at or kind in parts:
            return None
        parts[kind] = part
        at = _BETWEEN.match(text, part.end()).end()  # type: ignore[union-attr]
    parts.pop("edited", None)  # who made the page stands beside what it is, and is none by itself
    return _folio(parts) if _is_folio(parts) else None


def _is_folio(parts: dict[str, re.Match[str]]) -> bool:
    """Whether the parts make a folio: a date alone is none, nor is a name, or a number by a name."""
    named = "name" in parts
    if "dated" in parts:
        return len(parts) > 1 and (not named or len(parts) > 2) and _day(parts["dated"]) is not None
    if parts.keys() & {"paged", "coded"}:
        told = parts.keys() & {"paged", "printed"} or _is_page_code(parts["coded"])
        return bool(told) and len(parts) <= 3 and parts.keys() <= {"paged", "coded", "printed", "name", "week", "issue"}
    if "figure" in parts:
        zero = parts["figure"]["bare"][0] == "0"
        return (
            zero and parts.keys() <= {"figure", "name"} and (not named or _is_section(parts["name"], parts["figure"]))
        )
    return "issue" in parts and parts.keys() <= {"issue", "printed"}


def _is_page_code(coded: re.Match[str]) -> bool:
    """Whether a code without a date or paper beside it is a page's: A4, T03; G20, K2 and C919 are other things."""
    return coded["code"][0] == "0" or (coded["letters"][0] in FIRST_LETTERS and len(coded["code"]) < 3)


def _is_section(name: re.Match[str], figure: re.Match[str]) -> bool:
    """Whether what stands by a bare number is a section: behind it only a known one, for crossheads are 01 缘起 too."""
    text = simplified(name["name"])
    known = text in load().section_names or text.endswith(("新闻", "要闻"))
    return len(text) <= SHORT and (known or name.start() < figure.start())


FIRST_LETTERS = "ABCDE"
"""The letters by which newspapers call their parts, before all others."""
SHORT = 4
"""Characters of the longest section's name that is believed beside a bare number: 04 要闻."""


def _folio(parts: dict[str, re.Match[str]]) -> Folio:
    page = None
    for kind, group in (("paged", "page"), ("coded", "code"), ("figure", "bare")):
        if page is None and kind in parts:
            page = number(parts[kind][group])
    paper = parts["printed"]["paper"] if "printed" in parts else None
    return Folio(paper, _day(parts["dated"]) if "dated" in parts else None, page)


def date_in(text: str) -> datetime.date | None:
    """The first whole date of a text, in either calendar and in figures of any kind."""
    for match in re.finditer(_DATE, text):
        if (day := _day(match)) is not None:
            return day
    return None


FOUNDED = 1911
"""The year before the first of the Republic, by which papers of Taiwan count."""


def _day(match: re.Match[str]) -> datetime.date | None:
    year = number(match["year"] or match["roc"]) or 0
    values = (year if match["year"] else year + FOUNDED, number(match["month"]) or 0, number(match["day"]) or 0)
    try:
        return datetime.date(*values)
    except ValueError:
        return None
