"""Jump texts: from which page an article comes, on which it goes on, and the body text without them."""

import re
from dataclasses import dataclass

from convert.reader.numerals import number
from convert.reader.shapes import BACK, JUMP_END, JUMP_START, SEE

_START = re.compile(rf"\s*(?:{JUMP_START})\s*")
_END = re.compile(rf"\s*(?:{JUMP_END})\s*$")
_FROM = re.compile(rf"^\W*{BACK}(?![下见見刊至])")
_ONWARD = re.compile(r"下[转轉接]|[转轉]|[续續][见見刊至]")
_SEE = re.compile(SEE)
_PAGE_NUMBER = re.compile(
    r"(?P<page>[0-9０-９〇○零一二三四五六七八九十百]+)\s*[版页頁]|[A-ZＡ-Ｚ]{1,2}\s?(?P<code>[0-9]{1,3})|[pP]\s*(?P<p>[0-9]{1,3})|(?P<front>[头頭]版)"
)
_POINTS = re.compile(r"[版页頁]|[A-Zp]\s?[0-9]", re.IGNORECASE)
_OPENS = "（({｛〔【[▲△◀◁▶▷►→←◎●■□◆↑↓紧緊上文"


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump text: as printed, where it points, and whether it points back."""

    text: str
    page: int | None
    back: bool
    see: bool = False


def read(text: str) -> Jump:
    """A jump text taken apart."""
    back = bool(_FROM.search(text))
    see = not back and not _ONWARD.search(text) and bool(_SEE.search(text))
    return Jump(text.strip(), _page(text), back, see)


def _page(text: str) -> int | None:
    """The page that a jump names; the front page is the first."""
    found = _PAGE_NUMBER.search(text)
    if found is None:
        return None
    return 1 if found["front"] else number(found["page"] or found["code"] or found["p"])


def take_start(text: str) -> tuple[str, Jump | None]:
    """The text without a jump at its start."""
    match = _START.match(text) if text[:1] and text[0] in _OPENS else None
    return (text[match.end() :], read(match[0])) if match and match.end() < len(text) else (text, None)


def take_end(text: str) -> tuple[str, Jump | None]:
    """The text without a jump at its end."""
    if text[-1:] in "。！？…":
        return text, None
    tail = text[-60:]
    match = _END.search(tail) if _POINTS.search(tail) else None
    return (text[: len(text) - len(tail) + match.start()], read(match[0])) if match else (text, None)
