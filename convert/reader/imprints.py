"""Imprints: what a newspaper says of itself and how to reach it, at the foot of a page or under its name.

A telephone number or an address belongs to the article that it stands in unless the line says whose it is: the line
has a part that only the newspaper has, and nothing else.
"""

import re

from convert.reader.folioparts import Parts, names_editors, parts_of

_OWN = frozenset({"own", "seated", "made", "rights"})
"""Kinds of parts that only a newspaper's own lines have."""
_STRONG = frozenset({"serial", "sponsor", "price", "inner", "issue", "count", "printer"})
"""Kinds of which two tell the newspaper's own line."""
_BESIDES = (
    _OWN
    | _STRONG
    | {
        "reach",
        "desk",
        "place",
        "sent",
        "asked",
        "edited",
        "printed",
        "week",
        "dated",
        "lunar",
        "paged",
        "coded",
        "named",
        "founded",
        "monthly",
    }
)
"""Kinds of parts that such a line may have."""


_WORDS = re.compile(
    "热线|专线|电话|邮箱|信箱|刊号|准印|许可证|代号|地址|社址|版权|转载|主办|邮局|邮政|邮编|印刷|印务|印制|印:|印：|报料|爆料|内部|参考|来函|不代表|法律顾问|订阅|请寄"
    r"|编辑?\s*[:：/／]|免费|www|http"
)
"""Words of which every imprint has one: a line without any is not taken apart. Each begins with one character, which
lets all others be skipped."""


def is_imprint(text: str) -> bool:
    """Whether a line, wherever it stands, says something of the newspaper itself and nothing else."""
    parts = _own_parts(text)
    if parts.keys() & _OWN:
        return parts.keys() != {"seated"} or "律师" not in text or "事务所" in text  # a lawyer signs answers, too
    if "edited" in parts and parts.keys() & {"reach", "desk"}:
        return names_editors(parts)
    if len(parts.get("edited", ())) > 1:
        return all(":" in post[0] or "/" in post[0] for post in parts["edited"])
    if ("issue" in parts and parts.keys() & {"reach", "desk"}) or (
        "desk" in parts and parts.keys() & {"serial", "price"}
    ):
        return True
    return len(parts.keys() & _STRONG) > 1


def is_notice(text: str) -> bool:
    """Whether a line at the head or foot of the page says how to write to the newspaper or call it: it may be part of
    an article elsewhere, as 欢迎来稿 is with an address, and 客服热线 with a number."""
    parts = _own_parts(text)
    if parts.keys() & {"sent", "desk"} or parts.keys() == {"inner"} or _is_seat(parts):
        return True
    return "asked" in parts and bool(parts.keys() & {"reach", "place", "inner", "price"})


def tells_weather(text: str) -> bool:
    """Whether a line at the head or foot of the page is the weather: a forecast's first words, how warm it will be, what
    sky and wind do, and nobody who says it or is asked anything."""
    if not _FORECAST.match(text) or _SAID.search(text):
        return False
    return all(sign.search(text) for sign in _WEATHER)


_FORECAST = re.compile(
    r"[^，。：:]{0,8}(?:天气|天氣|气象台|氣象台)|[^，。：:]{0,4}今[天日]?(?:白天|夜间|晚上?|夜)(?:到|至|，|：|晴|多云|阴|小雨)"
)
_WEATHER = (
    re.compile("℃|°C|气温|氣溫|[0-9０-９一二三四五六七八九十]度"),
    re.compile("晴|云|雲|阴|陰|雨|雪|雾|霧"),
    re.compile("风|風|湿度|濕度|降水|降雨|空气|空氣|紫外线|紫外線|[转轉]"),
)
"""What every forecast tells: how warm it will be, what the sky does, and what comes with it."""
_SAID = re.compile("[我他她您]|请|請|提醒|记者|記者|市民|职工|職工|专家|專家|工会|工會|介绍|表示|预计|人们")
"""What a story about the weather has, and a forecast hasn't."""


def _own_parts(text: str) -> Parts:
    """The parts of a line in which nothing stands that an imprint hasn't; none for any other line."""
    parts = parts_of(text, whole=True) if _WORDS.search(text) else None
    return parts if parts and parts.keys() <= _BESIDES and len(parts.get("named", ())) < 2 else {}


def _is_seat(parts: Parts) -> bool:
    """Whether an address, a post code and more stand in one line, as in an imprint."""
    return "place" in parts and len(parts.get("reach", ())) > 1 and parts.keys() <= {"place", "reach", "printed"}
