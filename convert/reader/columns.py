"""Names of columns: how they end and are set, and which lines may be one at all."""

import re

from convert.reader.names import HAN
from convert.reader.shapes import Shape
from convert.reader.sights import Sight

_ENDS = (
    "笔 谈 论 坛 窗 廊 苑 园 角 屋 笺 讯 故事 动态 论坛 新闻 新聞 要闻 要聞 札记 手记 选登 园地 "
    "实践 人物 风采 之声 视点 观察 聚焦 在线 直通车 简报 集锦 扫描 话题 短评 心声 之言 文苑 副刊 "
    "信箱 来信 广角 速递 快讯 短波 花絮 剪影"
)
"""How names of columns end."""
_WORDS = (
    "专访 访谈 对话 调查 热线 问答 解答 答疑 解惑 释疑 提醒 提示 预告 窗口 视窗 之窗 交流 探索 摘登 "
    "新作 档案 笔记 随笔 随感 随想 漫笔 日记 看点 看台 擂台 舞台 连线 快读 快报 快递 速览 速读 榜样 "
    "典型 标兵 先锋 小说 掌故 轶事 逸事 趣闻 窍门 养生 常识 百科 课堂 讲堂 讲坛 建议 追踪 反馈 回音 "
    "出行 指南 顾问 参谋 专栏 专版 专题 专刊 特刊 特稿 特写 策划 焦点 关注 透视 解读 视角 时评 快评 "
    "微评 漫画 影像 镜头 掠影 图说 随手拍 现场 在行动 进行时 大家谈 热议 心语 心得 感言 感悟 论语 "
    "沙龙 茶座 会客厅 书架 书讯 书评 读书 阅读 悦读 文艺 文坛 艺林 诗页 新诗 散文 小品 杂文 连载 "
    "往事 记忆 岁月 人生 百态 万象 大观 纵横 纵览 博览 集萃 荟萃 文摘 摘编 拾零 拾趣 资讯 信息 要览 "
    "记分牌 赛场 体坛 影视 点评 评说 说法 案例 法苑 维权 帮你问 曝光台 警示 求证 真相 门诊 食疗 天下 "
    "世界潮 环球 海外 科普 校园 亲子 家庭 消费 理财 行情 市场 求职 职场 农事 天地 之友 之家 之星 "
    "之歌 报告 报道 一家言 百家 生活 健康 文化 风云 人家 书屋 讲述 倾听 回眸 点击 链接 放歌 师说 "
    "漫话 纪事 纪实 影集 画廊 来鸿 照登"
)
"""Other words that names of columns end with, and headlines at times."""
_ENDS_SO = "column-like"
_COLUMN, _COLUMN_WORD = frozenset(_ENDS.split()), frozenset(_WORDS.split())
_DOTTED = re.compile(rf"{HAN}{{2,6}}[·•・|｜]{HAN}{{2,6}}")
"""The name of a column and of a part of it."""
_LETTER_SPACED = re.compile(rf"(?:{HAN}[ \u3000]+){{2,7}}{HAN}")
"""A line whose characters are set apart: two are a name, more are the name of a column."""
LONGEST_END = 3
"""Characters of the longest of these words."""
SURE_COLUMN = 7
"""Characters of the longest name of a column that is told by its last word alone: headlines end with those words, too."""
LONGEST_COLUMN = 10
"""Characters of the longest name of a column that no vocabulary has."""


def column_facts(text: str) -> list[str]:
    """What a short line has of the name of a column, as facts to be weighed."""
    facts = []
    if len(text) <= LONGEST_COLUMN and (word := _column_word(text)):
        facts.append(word)
    if _DOTTED.fullmatch(text):
        facts.append("dotted")
    if _LETTER_SPACED.fullmatch(text):
        facts.append("letter-spaced")
    return facts


def names_column(text: str) -> bool:
    """Whether a line sounds like the name of a column."""
    if len(text) <= SURE_COLUMN and _column_word(text):
        return True
    return bool(_DOTTED.fullmatch(text) or _LETTER_SPACED.fullmatch(text))


def surely_names_column(text: str) -> bool:
    """Whether a line is called as hardly any headline is: a column by its usual last word, or a campaign."""
    if len(text) <= SURE_COLUMN and _column_word(text) == _ENDS_SO:
        return True
    return bool(_DOTTED.fullmatch(text) or (len(text) <= LONGEST_CAMPAIGN and _CAMPAIGN.fullmatch(text)))


def surely_names_focus(text: str) -> bool:
    """Whether a line over a stack of its own names what several stories are about: 聚焦供给侧结构性改革."""
    return _FOCUS.fullmatch(text) is not None


LONGEST_CAMPAIGN = 18
"""Characters of the longest name of a campaign under which a newspaper prints stories."""
_CAMPAIGN = re.compile(rf"{HAN}+(?:进行时|在行动|大家谈|面对面|现场会)")
_FOCUS = re.compile(rf"聚焦{HAN}{{4,8}}")


def _column_word(text: str) -> str:
    """How a short line ends as names of columns do, and whether what ends so is one nearly always."""
    ends = {text[-n:] for n in range(1, LONGEST_END + 1)}
    if not _COLUMN.isdisjoint(ends):
        return _ENDS_SO
    return "" if _COLUMN_WORD.isdisjoint(ends) else "column-word"


_ENTRIES = frozenset({Shape.NUMBERED, Shape.ITEM})
_CLOSING_FORMULAS = ("特此", "此致", "敬礼", "以上")
"""How lines begin that close a notice or letter."""


def may_be_section(sight: Sight, i: int) -> bool:
    """Whether a line without a label's mark may be a banner or column: at the page's head, or of few characters."""
    if sight.known or i < 2:
        return bool(sight.known) or sight.end in "xq"
    if sight.text.startswith(_CLOSING_FORMULAS) or sight.shape in _ENTRIES:
        return False
    return (sight.size <= LONGEST_COLUMN and sight.end in "xq") or bool(_DOTTED.fullmatch(sight.text))
