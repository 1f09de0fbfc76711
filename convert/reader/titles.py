"""The lines of a title stack → kicker, headline, subheadline."""

import re
from collections.abc import Sequence

from msgspec import Struct

from convert.lexicon.traditional import simplified
from convert.reader.fixes import TITLES, FixLabel
from convert.reader.lines import Line
from convert.reader.people import are_places

_NAMES_EVENT = re.compile(
    r"(?:召开|举行|举办|提出|指出|强调|要求|认为|表示|会上|会议|开幕|闭幕|信|座谈时|调研时|召開|舉行|舉辦)$"
)
_SLOGAN = re.compile(r"[^\s，。？！、：]{3,5}[ \u3000][^\s，。？！、：]{3,5}")
"""Two phrases of four characters: a motto over a headline that tells the news."""
LONGEST_PLACE = 8
"""Characters of the longest line that only names a place."""
_SAID = re.compile(r"(?:时|时指出|时强调|时要求|日前|提出|[：:]|——?)$")


class Titles(Struct, frozen=True):
    """A stack taken apart; several lines below the headline are joined by a line feed."""

    kicker: str | None = None
    headline: str | None = None
    subheadline: str | None = None


def arrange(stack: Sequence[Line]) -> Titles:
    """Which line of a stack is the headline: one line alone, a marked line, the middle one of three."""
    if not stack:
        return Titles()
    said = [line.said for line in stack]
    if any(said):
        return _as_said(stack, said)
    main = _main_line(stack)
    texts = [line.text for line in stack]
    return Titles("\n".join(texts[:main]) or None, texts[main] or None, "\n".join(texts[main + 1 :]) or None)


def _as_said(stack: Sequence[Line], said: Sequence[FixLabel | None]) -> Titles:
    """The titles of a stack about which a person said something."""
    main = _said_main(said)
    roles = [_role(label, n, main) for n, label in enumerate(said)]
    kicker, headline, subheadline = (
        "\n".join(line.text for line, role in zip(stack, roles, strict=True) if role is wanted) or None
        for wanted in TITLES
    )
    return Titles(kicker, headline, subheadline)


def _role(said: FixLabel | None, n: int, main: int) -> FixLabel:
    """What a person said that a title line is, else what its place over or under the headline makes it."""
    if n == main:
        return FixLabel.HEADLINE
    if said in TITLES:
        return said
    return FixLabel.KICKER if n < main else FixLabel.SUBHEADLINE


def _said_main(said: Sequence[FixLabel | None]) -> int:
    """The headline of a stack about which a person said something: the line named so, else the first that is free."""
    for wanted in (FixLabel.HEADLINE, None, FixLabel.KICKER):
        if wanted in said:
            return said.index(wanted)
    return 0


def _main_line(stack: Sequence[Line]) -> int:
    marked = [n for n, line in enumerate(stack) if line.mark]
    if len(marked) == 1:
        return marked[0]
    if len(stack) >= 3:
        return 1 if not stack[1].text.startswith("——") else 0
    if len(stack) == 2 and _is_kicker(stack[0].text, stack[1].text):
        return 1
    return 0


_INSTITUTION = re.compile(r"\w{1,6}(?:集团|公司|图书馆|医院|圖書館|街道|社区|[县縣区區镇鎮乡鄉局厂廠矿礦港段站])")
"""Whose news the headline tells, when nothing else stands over it."""


def _is_kicker(upper: str, lower: str) -> bool:
    """Whether the upper of two lines only names the place, event or theme, and the lower says what it was about."""
    if lower.startswith("——"):
        return False
    return bool(
        (len(upper) <= LONGEST_PLACE and (_INSTITUTION.fullmatch(upper) or are_places(simplified(upper))))
        or _NAMES_EVENT.search(upper)
        or _SAID.search(upper)
        or (_SLOGAN.fullmatch(upper) and not _SLOGAN.fullmatch(lower))
    )
