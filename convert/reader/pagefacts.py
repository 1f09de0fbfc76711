"""What a page is: its paper, date and page number, from its own furniture, its file name, or what the user says."""

import csv
import datetime
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from convert.errors import BadInputError, BadOptionError, MissingInputError
from convert.reader.folios import date_in, told_by
from convert.reader.numerals import number

_PAGE = re.compile(
    r"(?:第\s*)?[A-Z]?(?P<page>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版|^[A-Z]?(?P<bare>[0-9]{1,2})(?:\s*[|·]|\s+[^\W\da-zA-Z_]|$)"
)
_PAPER = re.compile(
    r"^(?P<paper>[^\W\da-zA-Z_]{2,8}(?:报|報))(?=\s|$|[12][0-9]{3}年)|^《\s*(?P<cited>[^\W\da-zA-Z_]{2,8})\s*》"
    r"|^(?P<titled>[^\W\da-zA-Z_]{2,6}(?:[时時][讯訊]|[电電][讯訊]|消息))$"
)
_DATED_NAME = re.compile(
    r"(?<!\d)(?:(?P<date>[12]\d{3}(?P<sep>[-_.]?)\d{2}(?P=sep)\d{2}|[12]\d{3}(?P<mark>[-_.])\d{1,2}(?P=mark)\d{1,2})|(?P<year>[12]\d{3})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)"
)
_PAGE_BEHIND = re.compile(
    r"(?:[_\-. ]*第(?P<said>\d{1,3})版|[_\-. ]+第?(?:[A-Za-z]{0,2})(?P<page>\d{1,3})(?!\d)版?|(?P<solid>\d{2})版?(?!\d))"
)
_PAGE_BEFORE = re.compile(r"(?:^|[_\- ])(?:第?(?P<said>\d{1,3})版|[pP]?[A-Z]{0,2}(?P<page>\d{1,2}))[_\-. ]*$")
_PAPER_BEFORE = re.compile(r"^(?P<paper>[^\W\da-zA-Z_]{2,10})")
_OF_ARTICLE = re.compile(r"^nw\.D\w+_\d{8}_\d{1,3}-(?P<page>\d{2})$")
"""How digital editions name the file of an article: its number, then the page."""


class PageFacts(Struct, frozen=True):
    """A page's paper, date and number, each None where nothing tells it."""

    paper: str | None = None
    date: datetime.date | None = None
    page: int | None = None

    def over(self, other: "PageFacts") -> "PageFacts":
        """These facts, and for what they don't tell the other's."""
        if other is NOTHING:
            return self
        return PageFacts(
            other.paper if self.paper is None else self.paper,
            other.date if self.date is None else self.date,
            other.page if self.page is None else self.page,
        )


NOTHING = PageFacts()
"""What is known of a page of which nothing is told."""


def from_furniture(lines: Iterable[str]) -> PageFacts:
    """What a page's own folio, dateline and masthead say."""
    facts = NOTHING
    for line in lines:
        folio = told_by(line)
        facts = facts.over(PageFacts(folio.paper, folio.date, folio.page) if folio else _searched(line))
    return facts


def _searched(line: str) -> PageFacts:
    """What a line of furniture that is no plain folio says besides."""
    paged, named = _PAGE.search(_COUNTED.sub("", line)), _PAPER.match(line)
    paper = (named["paper"] or named["cited"] or named["titled"]) if named else None
    return PageFacts(
        None if paper and paper.endswith("预报") else paper,
        date_in(line),
        number(paged["page"] or paged["bare"]) if paged else None,
    )


_COUNTED = re.compile(r"(?:今[日天]|本期|共)+\s*\S{1,3}版")
"""How many pages there are, which is no page's number."""


def from_name(stem: str, pattern: str | None = None) -> PageFacts:
    """What a file's name says; without a date nothing in it is believed, unless the pattern is the user's own.

    The pattern is searched for with the groups `paper`, `date` and `page`. Without one, the date may be written in any
    of the usual ways, the page before or behind it, the paper at the start.
    """
    if pattern is None:
        return _dated_name(stem)
    match = re.search(pattern, stem)
    if not match:
        return NOTHING
    found = match.groupdict()
    page, paper = found.get("page"), found.get("paper")
    return PageFacts(paper or None, iso_date(found.get("date") or ""), number(page) if page else None)


def _dated_name(stem: str) -> PageFacts:
    """The facts of a name that has a date."""
    dated = _DATED_NAME.search(stem)
    date = (
        (iso_date(dated["date"]) if dated["date"] else _date(dated["year"], dated["month"], dated["day"]))
        if dated
        else None
    )
    if dated is None or date is None:
        return NOTHING
    before = stem[: dated.start()]
    page = _OF_ARTICLE.match(stem) or _PAGE_BEHIND.match(stem, dated.end()) or _PAGE_BEFORE.search(before)
    paper = _PAPER_BEFORE.match(before)
    told = next((found for found in page.groups() if found), "") if page else ""
    return PageFacts(paper["paper"] if paper else None, date, number(told) or None)


def iso_date(text: str) -> datetime.date | None:
    """A date written 2023-08-01, 20230801, 2023_08_01 or 2023.8.1; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:([-_./])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))", text)
    if not match:
        return None
    return _date(match[1], match[3] or match[5], match[4] or match[6])


def _date(year: str, month: str, day: str) -> datetime.date | None:
    values = [number(part) for part in (year, month, day)]
    try:
        return datetime.date(*[value or 0 for value in values])
    except ValueError:
        return None


def checked_pattern(pattern: str | None) -> str | None:
    """A user's pattern for file names; raises BadOptionError when it is no regular expression or has no known group."""
    if pattern is None:
        return None
    try:
        groups = set(re.compile(pattern).groupindex)
    except re.error as error:
        raise BadOptionError(f"--name-pattern is no regular expression ({error})") from error
    if not groups & {"paper", "date", "page"}:
        raise BadOptionError("--name-pattern needs a named group: (?P<date>…), (?P<page>…) or (?P<paper>…)")
    return pattern


def read_table(path: Path) -> dict[str, PageFacts]:
    """A table of page facts by file name: CSV with a header, columns `file` and any of `paper`, `date`, `page`.

    Raises MissingInputError, or BadInputError with the row that can't be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            rows = list(table)
    except OSError as error:
        raise MissingInputError(str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInputError(str(path), f"not a CSV table ({error})", "save it as CSV in UTF-8") from error
    if "file" not in (table.fieldnames or ()):
        raise BadInputError(str(path), "no column 'file'", "the first row names the columns: file,paper,date,page")
    return dict(_table_row(path, number, row) for number, row in enumerate(rows, 2))


def _table_row(path: Path, line: int, row: dict[str, str | None]) -> tuple[str, PageFacts]:
    where = f"{path}:{line}"
    name, date, page = ((row.get(key) or "").strip() for key in ("file", "date", "page"))
    if not name:
        raise BadInputError(where, "no file name", "the first row names the columns: file,paper,date,page")
    if date and iso_date(date) is None:
        raise BadInputError(where, f"'{date}' is no date", "write it as 2023-08-01")
    if page and number(page) is None:
        raise BadInputError(where, f"'{page}' is no page number", "write it in figures")
    return name, PageFacts((row.get("paper") or "").strip() or None, iso_date(date), number(page) if page else None)
