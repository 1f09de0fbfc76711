"""What is a place or a foreign name: 临河里社区, 摩里臣山, 马里奥: characters in them stand for sounds or old words.

里 is a hamlet in the name of a street or a neighbourhood and a sound in a foreign name; it is never 裏 (inside) there.
"""

import functools
import re
from collections.abc import Iterator, Set

from convert.lexicon import PartOfSpeech, words
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.people import is_role
from convert.transforms.variant.tables import vocabulary

AFTER_HAMLET = re.compile(
    f"(?:{'|'.join(sorted(vocabulary('neighbourhood')))}|办公处|[一二三四五六七八九十]+邻|[东西南北中]?[一二三四五六七八九十]?[区里巷弄]|[东西南北]里|[0-9]+[号栋楼幢])"
)
AFTER_HAMLET_NAME = re.compile(f"里{AFTER_HAMLET.pattern}")
"""What stands after the name of a neighbourhood in …里."""

CONTAINERS = vocabulary("container")
"""What 里 after it is inside of: then the word is no name, whatever follows."""

SOUNDS = vocabulary("sound")
"""Characters with which foreign names are written by their sound."""

FOREIGN = {character: character for character in "里咸于布克松范谷昆沈干"}
"""The forms of characters that stand for a sound."""


def hamlet(passage: Passage, at: int) -> bool:
    """Whether the 里 at `at` ends the name of a neighbourhood: a name before, a kind of place or a number after it."""
    text = passage.masked
    number = passage.word_at(at)
    word = passage.words[number]
    if at == 0:
        return False
    if len(word) == 1 and _of_a_town(passage, number):
        return True
    if word.endswith("里") and len(word) in (1, 3) and _among_hamlets(passage, number, at):
        return True
    if not AFTER_HAMLET.match(text, at + 1):
        return False
    if len(word) > 1:
        return word.endswith("里") and len(word) > 2 and word[-2] not in CONTAINERS
    before = passage.word(number - 1)
    sort = words().part_of_speech(before)
    if sort in (PartOfSpeech.PLACE, PartOfSpeech.PERSON) and len(before) > 1:
        return True
    return len(before) > 1 and before[-1] not in CONTAINERS and sort not in (PartOfSpeech.VERB, PartOfSpeech.PRONOUN)


def _of_a_town(passage: Passage, number: int) -> bool:
    """Whether 里 stands after a town and a name: 斗南镇新仑里, 虎尾镇下湳里; Taiwan's towns are divided so."""
    before, length = number - 1, 0
    while before >= 0 and length < 2:
        length += len(passage.words[before])
        before -= 1
    if length != 2 or before < 0 or passage.words[before][-1] not in "镇乡市区":
        return False
    name, end = "".join(passage.words[before + 1 : number]), passage.starts[number] + 1
    if name[-1] in CONTAINERS:
        return False
    sort = words().part_of_speech(name)
    return sort in (None, PartOfSpeech.PLACE, PartOfSpeech.PERSON) or (
        sort != PartOfSpeech.VERB and passage.words[before][-1] != "市" and bool(_LISTED.match(passage.masked, end))
    )


def _among_hamlets(passage: Passage, number: int, at: int) -> bool:
    """Whether 里 ends a name among others of its kind, or one that says where in it: 安贞里、和平里, 甜水园东里."""
    text, before = passage.masked, passage.word(number - 1)
    if passage.words[number] == "里" and before in ("东", "西", "南", "北"):
        return text[max(0, at - 3) : at].isalpha() and not text[at + 1 : at + 2].isalnum()
    name = text[max(0, at - 2) : at]
    if len(name) < 2 or not name.isalpha() or name[-1] in CONTAINERS or not passage.is_edge(at - 2):
        return False
    sort = words().part_of_speech(name)
    if sort not in (None, PartOfSpeech.PLACE, PartOfSpeech.PERSON):
        return False
    return any(match[1] not in CONTAINERS for match in _neighbours_in_a_list(text, at))


def _neighbours_in_a_list(text: str, at: int) -> Iterator[re.Match[str]]:
    """The names in 里 that stand directly before or after the one whose 里 is at `at` in a list."""
    following, preceding = _list_patterns()
    for match in (following.match(text, at + 1), preceding.search(text[max(0, at - 8) : at])):
        if match:
            yield match


@functools.cache
def _list_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A neighbour in a list after 里, and one before it.

    Made when a name asks for them, which few pages have: to compile every character between 一 and 鿿 takes long.
    """
    return re.compile("[、和及与][一-鿿]{1,3}([一-鿿])里(?![一-鿿])"), re.compile("([一-鿿])里[、和及与][一-鿿]{2,3}$")


_LISTED = re.compile("[、及和与至]|[，。]|办公处|活动中心|[0-9一二三四五六七八九十]+邻")
"""What stands after a hamlet among others of a town, whatever its name means: 土库镇溪边里、石庙里."""


def hamlet_name(passage: Passage, at: int) -> str:
    """The name that the 里 at `at` ends, to be known again where nothing follows it: 临河里."""
    number = passage.word_at(at)
    word = passage.words[number]
    if len(word) > 1:
        return word
    return passage.masked[at - max(2, len(passage.word(number - 1))) : at + 1]


def may_be_sound(word: str) -> bool:
    """Whether a character may stand for a sound in this word, whatever stands around it."""
    return is_foreign_name(word) if len(word) > 2 else _is_sound(word)


def sound(passage: Passage, at: int) -> bool:
    """Whether the character at `at` stands for a sound: in a foreign name of the list, or in a run of such characters.

    A run is three characters or more that are no words, so that 家里 and 厚布里 stay what they are.
    """
    number = passage.word_at(at)
    word, text = passage.words[number], passage.masked
    if len(word) > 2:
        return is_foreign_name(word)
    if _INTO_IT.match(text, at):
        return False
    first = last = number
    while first > 0 and _is_sound(passage.words[first - 1]):
        first -= 1
    while last + 1 < len(passage.words) and _is_sound(passage.words[last + 1]):
        last += 1
    if not _is_sound(word):
        return False
    start, end = passage.starts[first], passage.starts[last] + len(passage.words[last])
    named = (start == 0 and end == len(text)) or bool(_FOREIGN_PLACE.match(text, end))
    named = named or text[start - 1 : start] == "·" or is_role(passage.word(first - 1))
    if at == start and text[at] in "于干":
        # 于许可集会: a preposition before a word that happens to be of such characters
        longer = any(len(each) == 2 for each in passage.words[first + 1 : last + 1])
        inner = not longer and (text[at] == "于" or named)
    else:
        inner = start < at < end - 1 or (at == start and end - at >= 3) or (start < at and named)
    return inner and end - start >= 3 and all(character in SOUNDS for character in text[start:end])


_INTO_IT = re.compile("里加[了入上点满]")
"""汤里加了盐: nothing of Riga, which the word list has."""
_FOREIGN_PLACE = re.compile(
    r"[峰·语（(]|\s[（(A-Za-z]|山[口脉峰]|文字|群岛|大学|族(?!群|谱)|[市郡县城镇队籍](?![一-鿿]?[面头边])|[河湖州省岛港][的在上与和、，。]"
)
"""What stands after a run of sounds whose last character, too, stands for a sound: 乔戈里峰."""


@functools.lru_cache(maxsize=1 << 14)
def is_foreign_name(word: str) -> bool:
    """Whether a word of the list is a foreign person's or place's name."""
    sort = words().part_of_speech(word)
    return sort in (PartOfSpeech.PERSON, PartOfSpeech.PLACE) and SOUNDS.issuperset(word.rstrip("峰山脉河湖岛港州省"))


@functools.lru_cache(maxsize=1 << 14)
def _is_sound(word: str) -> bool:
    if not all(character in SOUNDS for character in word):
        return False
    return len(word) == 1 or (len(word) < 4 and words().part_of_speech(word) in _MAY_BE_SOUND)


_MAY_BE_SOUND = (None, PartOfSpeech.PERSON, PartOfSpeech.PLACE)


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
