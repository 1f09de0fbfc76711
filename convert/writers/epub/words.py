"""The words that the book itself says, in the script of its language, and how it writes dates and page numbers."""

import datetime
from functools import cache, lru_cache

from msgspec import Struct

from convert.model import Role

_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@lru_cache(1024)
def numeral(number: int) -> str:
    """A number as vertical text writes it: 十, 二十一 below one hundred, digit by digit (一九九八) above."""
    if not 0 < number < 100:
        return str(number).translate(_DIGITS)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{tens}十"
    return (head + (str(ones) if ones else "")).translate(_DIGITS)


class Words(Struct, frozen=True):
    """One language's words; `chinese_numerals` is set for vertical text. Templates take `{}` once."""

    contents: str
    cover: str
    start: str
    imprint: str
    index: str
    pages: str
    landmarks: str
    previous: str
    following: str
    turn: str
    untitled: str
    page: str
    source: str
    from_page: str
    to_page: str
    joined: str
    title: str
    papers: str
    dates: str
    language: str
    part: str
    volume: str
    whole: str
    earlier: str
    later: str
    covers: str
    size: str
    extent: str
    converted: str
    transformed: str
    publisher: str
    creator: str
    rights: str
    identifier: str
    sources: str
    sources_note: str
    by_sound: str
    by_strokes: str
    strokes: str
    cover_text: str
    summary: str
    remarks: str
    lines: str
    weekdays: str
    roles: tuple[tuple[Role, str], ...]
    languages: tuple[tuple[str, str], ...]
    strokes_order: bool = False
    """Whether names are sorted by the strokes of the surname."""
    chinese_numerals: bool = False

    def number(self, value: int) -> str:
        """A number in this edition's numerals."""
        return numeral(value) if self.chinese_numerals else str(value)

    def page_label(self, page: int) -> str:
        """第2版."""
        return self.page.format(self.number(page))

    def part_label(self, part: tuple[int, int]) -> str:
        """第2册，共5册."""
        return self.part.format(self.number(part[0]), self.number(part[1]))

    def volume_label(self, title: str, number: int | None) -> str:
        """A volume's title, with its number where it has one: 工会新闻（第2册）."""
        return title if number is None else f"{title}（{self.volume.format(self.number(number))}）"

    def date(self, day: datetime.date, weekday: bool = False) -> str:
        """1998年1月1日, on request with 星期四."""
        text = f"{self._year(day)}{self.day(day)}"
        return f"{text}\u3000星期{self.weekdays[day.weekday()]}" if weekday else text

    def day(self, day: datetime.date) -> str:
        """1月1日."""
        return f"{self.number(day.month)}月{self.number(day.day)}日"

    def span(self, days: list[datetime.date]) -> str:
        """The first and the last of some dates, what they share said once: 1998年1月1日—12日."""
        first, last = min(days), max(days)
        if first == last:
            return self.date(first)
        until = f"{self.number(last.day)}日"
        if (first.year, first.month) != (last.year, last.month):
            until = f"{self.number(last.month)}月{until}"
        if first.year != last.year:
            until = f"{self._year(last)}{until}"
        return f"{self.date(first)}—{until}"

    def role(self, role: Role) -> str:
        """What the newspaper calls the role."""
        return dict(self.roles)[role]

    def _year(self, day: datetime.date) -> str:
        return f"{str(day.year).translate(_DIGITS) if self.chinese_numerals else day.year}年"


_HANS = {
    "contents": "目录",
    "cover": "封面",
    "start": "正文",
    "imprint": "关于本书",
    "index": "署名索引",
    "pages": "版面",
    "landmarks": "导览",
    "previous": "上一篇",
    "following": "下一篇",
    "turn": "前后篇",
    "untitled": "〔无题〕",
    "page": "第{}版",
    "source": "原文",
    "from_page": "上接{}",
    "to_page": "下转{}",
    "joined": "上文后半原刊{}，已接排",
    "title": "书名",
    "papers": "报纸",
    "dates": "日期",
    "language": "文字",
    "part": "第{}册，共{}册",
    "volume": "第{}册",
    "whole": "全套",
    "earlier": "上一册",
    "later": "下一册",
    "covers": "起讫",
    "size": "篇幅",
    "extent": "收文{}篇，原文{}版",
    "converted": "本书由 {} 从下列版面文件转成；各篇末注明其在文件中的行数。",
    "transformed": "文字已由原文转为{}。",
    "publisher": "出版",
    "creator": "编者",
    "rights": "版权",
    "identifier": "标识",
    "sources": "原文文件",
    "sources_note": "文件名之后是其 SHA-256 摘要。",
    "by_sound": "按姓名读音排列，同名者并列一处。",
    "by_strokes": "按姓氏笔画排列，同名者并列一处。",
    "strokes": "{}画",
    "cover_text": "封面：{}",
    "summary": "正文全部是文字，按阅读顺序排列，有目录、标题层级和版面列表；唯一的图片是封面，其文字见替代文本。",
    "remarks": "校读附注",
    "lines": "第{}—{}行",
    "weekdays": "一二三四五六日",
    "roles": (
        (Role.REPORTER, "记者"),
        (Role.INTERN_REPORTER, "实习记者"),
        (Role.CORRESPONDENT, "通讯员"),
        (Role.AUTHOR, "作者"),
        (Role.PHOTOGRAPHER, "摄影"),
        (Role.EDITOR, "编辑"),
    ),
    "languages": (
        ("zh-Hans", "简体中文"),
        ("zh-Hant-TW", "繁体中文（台湾）"),
        ("zh-Hant-HK", "繁体中文（香港）"),
        ("zh-Hant", "繁体中文"),
    ),
}

_HANT = _HANS | {
    "strokes_order": True,
    "contents": "目錄",
    "imprint": "關於本書",
    "pages": "版面",
    "landmarks": "導覽",
    "untitled": "〔無題〕",
    "from_page": "上接{}",
    "to_page": "下轉{}",
    "joined": "上文後半原刊{}，已接排",
    "title": "書名",
    "papers": "報紙",
    "part": "第{}冊，共{}冊",
    "volume": "第{}冊",
    "earlier": "上一冊",
    "later": "下一冊",
    "covers": "起訖",
    "extent": "收文{}篇，原文{}版",
    "converted": "本書由 {} 從下列版面檔案轉成；各篇末註明其在檔案中的行數。",
    "transformed": "文字已由原文轉為{}。",
    "creator": "編者",
    "rights": "版權",
    "identifier": "識別碼",
    "sources": "原文檔案",
    "sources_note": "檔名之後是其 SHA-256 摘要。",
    "by_sound": "按姓名讀音排列，同名者並列一處。",
    "by_strokes": "按姓氏筆畫排列，同名者並列一處。",
    "strokes": "{}畫",
    "summary": "正文全部是文字，按閱讀順序排列，有目錄、標題層級和版面列表；唯一的圖片是封面，其文字見替代文字。",
    "remarks": "校讀附註",
    "roles": (
        (Role.REPORTER, "記者"),
        (Role.INTERN_REPORTER, "實習記者"),
        (Role.CORRESPONDENT, "通訊員"),
        (Role.AUTHOR, "作者"),
        (Role.PHOTOGRAPHER, "攝影"),
        (Role.EDITOR, "編輯"),
    ),
    "languages": (
        ("zh-Hans", "簡體中文"),
        ("zh-Hant-TW", "繁體中文（臺灣）"),
        ("zh-Hant-HK", "繁體中文（香港）"),
        ("zh-Hant", "繁體中文"),
    ),
}

_HK = _HANT | {
    "summary": str(_HANT["summary"]).replace("替代文字", "替代文本"),
    "sources": "原文文件",
    "converted": "本書由 {} 從下列版面文件轉成；各篇末註明其在文件中的行數。",
}

_TABLE = {"zh-hans": _HANS, "zh-hant": _HANT, "zh-hant-tw": _HANT, "zh-hant-hk": _HK}
_SCRIPTS = {"zh-tw": "zh-hant-tw", "zh-hk": "zh-hant-hk", "zh-mo": "zh-hant-hk"}


@cache
def words_for(language: str, vertical: bool = False) -> Words:
    """The words for a BCP 47 language; a region unknown here falls back to its script, all else to zh-Hans."""
    tag = language.lower()
    tag = _SCRIPTS.get(tag, tag)
    while tag and tag not in _TABLE:
        tag = tag.rpartition("-")[0]
    return Words(**_TABLE.get(tag, _HANS), chinese_numerals=vertical)  # type: ignore[arg-type]
