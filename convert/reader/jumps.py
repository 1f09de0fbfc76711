"""Jump texts: from which page an article comes, on which it goes on, and the body text without them."""

import re
from dataclasses import dataclass

from convert.reader.numerals import number
from convert.reader.shapes import JUMP_END, JUMP_START

_START = re.compile(rf"\s*{JUMP_START}\s*")
_END = re.compile(rf"\s*(?:{JUMP_END})\s*$")
_FROM = re.compile(r"[上紧緊]接|^[（(｛{〔【\[]?\s*接")
_SEE = re.compile(r"参见|相关新闻|相關新聞|相关报道|相關報|详见|詳見")
_PAGE_NUMBER = re.compile(r"[0-9０-９〇零一二三四五六七八九十百]+(?=\s*[版页頁]|\s*[）)｝}〕】\]]?\s*$|\s*[《〈])")


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump text: as printed, where it points, and whether it points back."""

    text: str
    page: int | None
    back: bool
    see: bool = False


def read(text: str) -> Jump:
    """A jump text taken apart."""
    found = _PAGE_NUMBER.search(text)
    return Jump(text.strip(), number(found[0]) if found else None, bool(_FROM.search(text)), bool(_SEE.search(text)))


def take_start(text: str) -> tuple[str, Jump | None]:
    """The text without a jump at its start."""
    match = _START.match(text) if text[:1] in "（({｛〔【[" else None
    return (text[match.end() :], read(match[0])) if match and match.end() < len(text) else (text, None)


def take_end(text: str) -> tuple[str, Jump | None]:
    """The text without a jump at its end."""
    if text[-1:] in "。！？…":
        return text, None
    tail = text[-60:]
    match = _END.search(tail) if "版" in tail or "p" in tail.lower() or "页" in tail or "頁" in tail else None
    return (text[: len(text) - len(tail) + match.start()], read(match[0])) if match else (text, None)
