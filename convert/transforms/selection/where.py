"""Conditions on an article's fields: `section=工会`, `date=2024-05..2024-06`, `page<=4`, `person=白莹,高铭`.

`=` asks for the whole value, one of several parted by commas; with nothing behind it, for a field that is unknown.
`~` searches a regular expression. Dates and numbers know ranges, `1..4`, open at either end too, and `<` `<=` `>` `>=`;
a date may stop at the year or the month. `!=` and `!~` turn a condition round.
"""

import datetime
import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from convert.errors import BadOptionError, UnknownNameError
from convert.model import Article, Kind, Role

Values = Iterable[str]
Ordinals = Iterable[int]
"""Dates as days, pages as numbers."""
Test = Callable[[Article], bool]

_CONDITION = re.compile(r"\s*([a-z_]+)\s*(!=|!~|<=|>=|=|~|<|>)\s*(.*?)\s*", re.DOTALL)


def _lines(text: str | None) -> Values:
    """A field of several lines can be named whole or by one line."""
    return (text, *text.split("\n")) if text and "\n" in text else (text,) if text else ()


TEXTS: dict[str, Callable[[Article], Values]] = {
    "kind": lambda a: (a.kind,),
    "section": lambda a: _lines(a.section),
    "person": lambda a: (p.name for p in a.people),
    "paper": lambda a: _lines(a.paper),
    "headline": lambda a: _lines(a.headline),
    "kicker": lambda a: _lines(a.kicker),
    "subheadline": lambda a: _lines(a.subheadline),
    "byline": lambda a: _lines(a.byline),
    "dateline": lambda a: _lines(a.dateline),
    "text": lambda a: _lines(a.text),
    "id": lambda a: (a.id,),
    "source": lambda a: (s.path for s in a.source),
    "language": lambda a: (a.language,),
    "note": lambda a: (n.code for n in a.notes),
    **{role.value: lambda a, role=role: (p.name for p in a.people if p.role is role) for role in Role},  # type: ignore[misc]
}
"""The fields that are text, each article's values of it. A role is a field: `photographer=于佳`."""
ORDINALS: dict[str, Callable[[Article], Ordinals]] = {
    "date": lambda a: (a.date.toordinal(),) if a.date else (),
    "page": lambda a: (a.page,) if a.page is not None else (),
    "length": lambda a: (sum(len(block.text) for block in a.body),),
}
"""The fields that have an order; `length` is the body's, in characters."""
FIELDS = sorted((*TEXTS, *ORDINALS))


class Condition(Struct, frozen=True):
    """A condition as the user wrote it, and its test."""

    text: str
    holds: Test


def parse(text: str) -> Condition:
    """Read a condition; raises BadOptionError or UnknownNameError that says what can be written."""
    match = _CONDITION.fullmatch(text)
    if not match:
        raise BadOptionError(f"where '{text}': write FIELD=VALUE, as in section=工会, page<=4 or date=2024-05..2024-06")
    field, operator, value = match.groups()
    if field not in TEXTS and field not in ORDINALS:
        raise UnknownNameError("field", field, FIELDS)
    negated = operator.startswith("!")
    test = _test(field, operator.removeprefix("!"), value, text)
    return Condition(text, (lambda article: not test(article)) if negated else test)


def _test(field: str, operator: str, value: str, text: str) -> Test:
    if operator == "~":
        return _search(field, value)
    if field in ORDINALS:
        return _between(field, operator, value, text)
    if operator != "=":
        raise BadOptionError(f"where '{text}': {field} has no order; '{operator}' goes with date, length and page")
    return _equal(field, value, text)


def _equal(field: str, value: str, text: str) -> Test:
    get = TEXTS[field]
    if not value:
        return lambda article: not any(get(article))
    parts = {part.strip() for part in value.split(",")}
    wanted = parts | {value}
    if field == "kind" and not parts <= set(Kind):
        raise BadOptionError(f"where '{text}': kinds are {', '.join(Kind)}")
    return lambda article: any(found in wanted for found in get(article))


def _search(field: str, value: str) -> Test:
    if field in ORDINALS:
        raise BadOptionError(f"where '{field}~{value}': {field} is no text; write {field}=FIRST..LAST")
    get, expression = TEXTS[field], pattern(value)
    return lambda article: any(expression.search(found) for found in get(article))


def pattern(expression: str) -> re.Pattern[str]:
    """A user's regular expression; `.` and `^` `$` go by lines. Raises BadOptionError when it is none."""
    try:
        return re.compile(expression, re.MULTILINE)
    except re.error as error:
        raise BadOptionError(f"'{expression}' is no regular expression: {error}") from error


def _between(field: str, operator: str, value: str, text: str) -> Test:
    get = ORDINALS[field]
    if operator == "=" and not value:
        return lambda article: not any(True for _ in get(article))
    try:
        spans = [_span(field, part.strip()) for part in (value.split(",") if operator == "=" else [value])]
    except ValueError as error:
        example = "2024-05-01, 2024-05 or 2024-05-01..2024-05-31" if field == "date" else "4 or 1..4"
        raise BadOptionError(f"where '{text}': '{value}' is no {field}; write {example}") from error
    first, last = spans[0]
    if operator == "<":
        spans = [(_LOWEST, first - 1)]
    elif operator == "<=":
        spans = [(_LOWEST, last)]
    elif operator == ">":
        spans = [(last + 1, _HIGHEST)]
    elif operator == ">=":
        spans = [(first, _HIGHEST)]
    return lambda article: any(low <= found <= high for found in get(article) for low, high in spans)


_LOWEST, _HIGHEST = -(1 << 62), 1 << 62


def _span(field: str, value: str) -> tuple[int, int]:
    """The first and last ordinal of a value or range; raises ValueError when it is none."""
    ends = _day_span if field == "date" else lambda text: (int(text), int(text))
    low, dots, high = value.partition("..")
    if not dots:
        return ends(value)
    if not low and not high:
        raise ValueError(value)
    return ends(low.strip())[0] if low else _LOWEST, ends(high.strip())[1] if high else _HIGHEST


def _day_span(text: str) -> tuple[int, int]:
    """The first and last day of a date, a month or a year."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = datetime.date(year, month or 1, day or 1)
    if day:
        return first.toordinal(), first.toordinal()
    following = datetime.date(year + 1, 1, 1) if month in (None, 12) else datetime.date(year, (month or 1) + 1, 1)
    return first.toordinal(), following.toordinal() - 1
