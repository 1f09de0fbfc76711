"""Jump texts: from which page an article comes, on which it goes on, and the body text without them."""

import re

from msgspec import Struct

from convert.reader.numerals import NUMBER, number

_BACK = r"(?:(?:紧|緊|上|文)接|承接自?|接自?|[续續]自?)"
"""What a jump says of the page that an article comes from."""
_ON = r"(?:(?:未完[，,、\s]*)?(?:(?:[下文]|转|轉)?(?:转|轉|下接)[至到]?|[转轉]接|[续續][见見刊至]))"
_SEE_TEXT = (
    r"(?:[参參详詳另][见見刊]|(?:相关|相關|全文|更多|详细|詳細|尚有|另有|评论|評論|社论|社論|图表|圖表|报道|報道|報導)*(?:新闻|新聞|报道|報道|報導|内容|內容)?"
    r"(?:见|見|刊于?|刊於)|(?:相关|相關)(?:新闻|新聞|报道|報道|報導)在?)"
)
"""What a hint at another article says before its page."""
_PAGE = (
    rf"(?:第\s*)?[A-Za-zＡ-Ｚ]{{0,2}}\s*{NUMBER}\s*[版页頁]|[A-ZＡ-Ｚ]{{1,2}}\s?[0-9]{{1,3}}|[pP]\s*\d{{1,3}}|[头頭]版"
)
_JUMP_TAIL = r"(?:[左右上下中头頭][左右上下方栏欄角]{1,2}|[《〈].{1,40}?[》〉])?"
_JUMPS = rf"(?:{_BACK}\s*(?:{_PAGE}|上[一]?版)|{_ON}\s*(?:{_PAGE})|(?:{_ON}|接)下[一]?版|{_SEE_TEXT}\s*(?:{_PAGE}))"
POINTERS = "▲△◀◁▶▷►→←◎●■□◆↑↓"
"""Marks that point to another page."""
JUMP = rf"[{POINTERS}\s]*[（(｛{{〔【\[]?\s*{_JUMPS}{_JUMP_TAIL}\s*[）)｝}}〕】\]]?[{POINTERS}]*"
"""A jump that is all of a line."""
JUMP_START = (
    rf"[{POINTERS}\s]*[（(｛{{〔【\[]\s*{_BACK}\s*(?:{_PAGE}|上[一]?版)[^（）()]{{0,20}}[）)｝}}〕】\]]"
    rf"|[{POINTERS}]*\s*[紧緊上文]接\s*(?:{_PAGE})(?=\s)"
)
"""A jump at the start of a text."""
_JUMP_END = (
    rf"[{POINTERS}\s]*[（(｛{{〔【\[]\s*{_JUMPS}[^（）()]{{0,20}}[）)｝}}〕】\]][{POINTERS}]*"
    rf"|[{POINTERS}（(]*\s*下[转轉接]\s*(?:{_PAGE})[）)]?"
)

_START = re.compile(rf"\s*(?:{JUMP_START})\s*")
_END = re.compile(rf"\s*(?:{_JUMP_END})\s*$")
_FROM = re.compile(rf"^\W*{_BACK}(?![下见見刊至])")
_ONWARD = re.compile(r"下[转轉接]|[转轉]|[续續][见見刊至]")
_SEE = re.compile(_SEE_TEXT)
_PAGE_NUMBER = re.compile(
    r"(?P<page>[0-9０-９〇○零一二三四五六七八九十百]+)\s*[版页頁]|[A-ZＡ-Ｚ]{1,2}\s?(?P<code>[0-9]{1,3})|[pP]\s*(?P<p>[0-9]{1,3})|(?P<front>[头頭]版)"
)
_POINTS = re.compile(r"[版页頁]|[A-Zp]\s?[0-9]", re.IGNORECASE)
_OPENS = "（({｛〔【[▲△◀◁▶▷►→←◎●■□◆↑↓紧緊上文"


class Jump(Struct, frozen=True):
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
