"""The words that a document says of itself, in the script of its language.

Everything else in a document comes from its articles.
"""

import datetime

from msgspec import Struct
from msgspec.structs import replace

from convert.model import Kind


class Wording(Struct, frozen=True, kw_only=True):
    """One script's words; `{…}` is filled in where the word is used."""

    contents: str
    contents_of_issue: str
    page: str
    counted: str
    total: str
    of_pages: tuple[str, str, str]
    part: str
    volume: str
    earlier: str
    later: str
    annex: str
    full_text: tuple[str, str]
    back: tuple[str, str]
    see: tuple[str, str]
    continued_from: str
    continues_on: str
    articles: str
    no_date: str
    no_section: str
    no_person: str
    end: str
    joint: str
    kinds: dict[Kind, str]


HANS = Wording(
    contents="目录",
    contents_of_issue="本期目录",
    page="第{}版",
    counted="{}（{}篇）",
    total="共{}篇",
    of_pages=("第 ", " 页　共 ", " 页"),
    part="第{}册　共{}册",
    volume="{}（第{}册）",
    earlier="上一册：{}",
    later="下一册：{}",
    annex="附：全文",
    full_text=("（全文见第", "页）"),
    back=("（返回摘要，第", "页）"),
    see=("　见第", "页"),
    continued_from="（上接第{}版）",
    continues_on="（下转第{}版）",
    articles="报道",
    no_date="日期不详",
    no_section="未标栏目",
    no_person="未署名",
    end="（完）",
    joint="、",
    kinds={
        Kind.NEWS: "新闻",
        Kind.PHOTO: "图片",
        Kind.COMMENTARY: "评论",
        Kind.CONTINUATION: "转版续文",
        Kind.OTHER: "其他",
    },
)

HANT = Wording(
    contents="目錄",
    contents_of_issue="本期目錄",
    page="第{}版",
    counted="{}（{}篇）",
    total="共{}篇",
    of_pages=("第 ", " 頁　共 ", " 頁"),
    part="第{}冊　共{}冊",
    volume="{}（第{}冊）",
    earlier="上一冊：{}",
    later="下一冊：{}",
    annex="附：全文",
    full_text=("（全文見第", "頁）"),
    back=("（返回摘要，第", "頁）"),
    see=("　見第", "頁"),
    continued_from="（上接第{}版）",
    continues_on="（下轉第{}版）",
    articles="報道",
    no_date="日期不詳",
    no_section="未標欄目",
    no_person="未署名",
    end="（完）",
    joint="、",
    kinds={
        Kind.NEWS: "新聞",
        Kind.PHOTO: "圖片",
        Kind.COMMENTARY: "評論",
        Kind.CONTINUATION: "轉版續文",
        Kind.OTHER: "其他",
    },
)


TAIWAN = replace(HANT, articles="報導")
"""Taiwan writes 報導 where Hong Kong and the mainland write 報道."""


def wording(language: str) -> Wording:
    """The words for a BCP 47 language."""
    if language.lower() in ("zh-hant-tw", "zh-tw"):
        return TAIWAN
    return HANT if "hant" in language.lower() or language.lower() in ("zh-hk", "zh-mo") else HANS


def day(date: datetime.date) -> str:
    """A date as both scripts write it: 1998年1月1日."""
    return f"{date.year}年{date.month}月{date.day}日"


def span(first: datetime.date, last: datetime.date) -> str:
    """One day, or the first and the last with what they share said once: 1998年1月1日—31日."""
    if first == last:
        return day(first)
    end = f"{last.day}日"
    if (first.year, first.month) != (last.year, last.month):
        end = f"{last.month}月{end}"
    if first.year != last.year:
        end = f"{last.year}年{end}"
    return f"{day(first)}—{end}"
