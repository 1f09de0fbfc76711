"""What is a place or a foreign name: 临河里社区, 摩里臣山, 马里奥: characters in them stand for sounds or old words.

里 is a hamlet in the name of a street or a neighbourhood and a sound in a foreign name; it is never the 裏 of 家裏 there.
"""

import functools
import re
from collections.abc import Iterator, Set

from convert.lexicon import PartOfSpeech, words
from convert.transforms.variant.passage import Passage

AFTER_HAMLET = re.compile(
    "(?:社区|街道|小区|居委会|居委|党委|家园|花园|园区|产业园|公寓|胡同|大街|南街|北街|东街|西街|[东西南北中]?[一二三四五六七八九十]?[区里巷弄]|路|桥|地铁|派出所|幼儿园|小学|中学|医院|菜市场|卫生服务|"
    "[东西南北]里|[0-9]+[号栋楼幢])"
)
"""What stands after the name of a neighbourhood in …里."""

CONTAINERS = frozenset(
    "这那哪家屋房院村城区街镇县市乡校班厂店园车楼山河水海湖田地林洞心手口眼嘴耳鼻怀肚脑头身骨眼梦话书信报画镜箱柜包袋盒瓶杯碗锅盆桶笼网群队会厅室厨棚库仓井沟坑巷弄庙寺殿宫府夜日月年暗往背子儿的"
)
"""What 里 after it is inside of: then the word is no name, whatever follows."""

SOUNDS = frozenset(
    "阿埃艾爱安奥澳巴班贝比彼波伯勃布博查达戴丹德登迪蒂顿多恩尔法菲费芬弗福夫戈格哥古哈海汉赫亨霍华吉加杰捷卡凯坎康考科可克肯库夸昆拉莱赖兰朗劳勒雷蕾里利丽莉列烈林琳隆卢鲁露路伦罗洛马玛迈麦曼梅"
    "门蒙米密缅明莫摩姆穆纳娜乃南内尼涅宁纽诺欧帕派庞佩皮珀普奇齐乔切琼热瑞若撒萨塞赛桑瑟森沙莎珊圣施史斯丝苏索塔泰坦汤陶特提廷图托瓦万威韦维魏温文沃乌伍西希锡夏香肖谢辛休许雅亚延扬耶叶伊依以因英尤于约扎泽詹朱兹佐臣咸仑碧姬"
)
"""Characters with which foreign names are written by their sound (the transcription tables of Xinhua)."""

FOREIGN = {
    "里": "里",
    "咸": "咸",
    "于": "于",
    "布": "布",
    "克": "克",
    "松": "松",
    "范": "范",
    "谷": "谷",
    "仑": "侖",
    "昆": "昆",
    "沈": "沈",
}
"""The forms of characters that stand for a sound."""


def hamlet(passage: Passage, at: int) -> bool:
    """Whether the 里 at `at` ends the name of a neighbourhood: a name before it, a kind of place or a number after it."""
    text = passage.masked
    number = passage.word_at(at)
    word = passage.words[number]
    if at == 0 or not AFTER_HAMLET.match(text, at + 1):
        return False
    if len(word) > 1:
        return word.endswith("里") and len(word) > 2 and word[-2] not in CONTAINERS
    before = passage.word(number - 1)
    sort = words().part_of_speech(before)
    if sort in (PartOfSpeech.PLACE, PartOfSpeech.PERSON) and len(before) > 1:
        return True
    return len(before) > 1 and before[-1] not in CONTAINERS and sort not in (PartOfSpeech.VERB, PartOfSpeech.PRONOUN)


def hamlet_name(passage: Passage, at: int) -> str:
    """The name that the 里 at `at` ends, to be known again where nothing follows it: 临河里."""
    number = passage.word_at(at)
    word = passage.words[number]
    return word if len(word) > 1 else passage.word(number - 1) + word


def sound(passage: Passage, at: int) -> bool:
    """Whether the character at `at` stands for a sound: in a foreign name of the list, or in a run of such characters.

    A run is three characters or more that are no words, so that 家里 and 厚布里 stay what they are.
    """
    number = passage.word_at(at)
    word = passage.words[number]
    if len(word) > 2:
        return is_foreign_name(word)
    text = passage.masked
    first = last = number
    while first > 0 and _is_sound(passage.words[first - 1]):
        first -= 1
    while last + 1 < len(passage.words) and _is_sound(passage.words[last + 1]):
        last += 1
    if not _is_sound(word):
        return False
    start, end = passage.starts[first], passage.starts[last] + len(passage.words[last])
    inner = start < at < end - 1 or (at == start and end - at >= 3)
    return inner and end - start >= 3 and all(character in SOUNDS for character in text[start:end])


@functools.lru_cache(maxsize=1 << 14)
def is_foreign_name(word: str) -> bool:
    """Whether a word of the list is a foreign person's or place's name."""
    sort = words().part_of_speech(word)
    return sort in (PartOfSpeech.PERSON, PartOfSpeech.PLACE) and all(character in SOUNDS for character in word)


@functools.lru_cache(maxsize=1 << 14)
def _is_sound(word: str) -> bool:
    if not all(character in SOUNDS for character in word):
        return False
    return len(word) == 1 or (
        len(word) == 2 and words().part_of_speech(word) in (PartOfSpeech.PERSON, PartOfSpeech.PLACE)
    )


def known(passage: Passage, at: int, names: Set[str]) -> bool:
    """Whether the 里 at `at` ends a name of the document."""
    text = passage.masked
    return any(text[at - length + 1 : at + 1] in names for length in (3, 4, 2) if at - length + 1 >= 0)


def hamlets(passage: Passage) -> Iterator[str]:
    """The names of neighbourhoods in the passage that are plain from what follows them."""
    at = passage.masked.find("里")
    while at >= 0:
        if hamlet(passage, at):
            yield hamlet_name(passage, at)
        at = passage.masked.find("里", at + 1)
