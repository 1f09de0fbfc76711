"""Who in a text is a person, once the names are known, and the form that names take.

Only names that have one of the characters of `data/names.tsv` matter here; all others come out the same as any word.
Which names a document has is found in `evidence`; surnames beside a title (于女士, 姓于的) are told here.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Set

from convert.lexicon.surnames import COMPOUND, SINGLE
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.tables import name_forms, overrides, vocabulary

SAYING = vocabulary("saying")
ROLES = vocabulary("role")
"""What stands before a name."""
HONORIFICS = vocabulary("title") - SAYING - vocabulary("verb_title")
OFFICES = vocabulary("office")
"""Those of the titles that a party gives: 党主席 is a party's chairman, nobody of the name of 党."""

CALLED = frozenset("于余范钟岳郁谷涂姜朴沈仇党游周万")
"""Surnames that are told by a title after them: 于女士, 范师傅, 小钟说."""

NOUN_BEFORE = frozenset("，。、；：！？,.;:!?…「『“（(　 跟和与对把被让叫给而是见替像问请当")


def surname(name: str) -> str:
    """The surname that `name` begins with, when a given name of one or two characters is left; else empty."""
    if name[:2] in COMPOUND and len(name) in (3, 4):
        return name[:2]
    return name[0] if len(name) in (2, 3) and (name[0] in SINGLE or name[0] == _KOREAN) else ""


_KOREAN = "朴"
"""A surname too often a part of words for the reading of bylines; here more is asked for."""


@functools.cache
def characters() -> frozenset[str]:
    """The characters whose form in a name is a matter of its own."""
    return frozenset(name_forms())


def has_own_form(name: str) -> bool:
    """Whether a name has one of those characters."""
    return not characters().isdisjoint(name)


def forms(name: str) -> Mapping[int, str]:
    """Position in the name → the form that its character has there."""
    table, family = name_forms(), len(surname(name))
    if name in overrides():
        return dict(enumerate(overrides()[name].target))
    if name[:2] in _AS_WORDS:
        return {}
    return {
        at: table[character].surname if at < family else table[character].given
        for at, character in enumerate(name)
        if character in table
    }


_AS_WORDS = frozenset({"万俟", "澹台"})
"""Surnames whose characters have the forms that words have too."""


def may_be_family_name(word: str, offset: int) -> bool:
    """Whether a character of CALLED may be a surname by itself in this word, whatever stands around it."""
    if len(word) == 1:
        return True
    last = offset == len(word) - 1 and (word[:-1] in _SURNAMED or word[:-1] in _FAMILIAR)
    return last or (offset == 0 and word[1:] in HONORIFICS)


_SURNAMED = frozenset({"姓", "免贵姓"})


def family_name(passage: Passage, at: int) -> bool:
    """Whether the character at `at`, one of CALLED, is a surname by itself: 于女士, 姓于的, 小范说."""
    number = passage.word_at(at)
    word, before, after = passage.words[number], passage.word(number - 1), passage.word(number + 1)
    if word[-1] == passage.masked[at] and (word[:-1] or before) in _SURNAMED:
        return True
    if word[-1] == passage.masked[at] and (word[:-1] or before) in _FAMILIAR:
        familiar = after in _AFTER_FAMILIAR and ("小于" not in (word, before + word) or after in _NO_NUMBER)
        familiar = familiar or (after == "的" and passage.masked[at - 1 : at + 1] in _OWNERS)
        familiar = familiar or bool(_KIN.match(passage.masked, at + 1))
        return familiar or after in SAYING or bool(_WHO_IT_IS.match(passage.masked, at + 1))
    honorifics = HONORIFICS - OFFICES if passage.masked[at] == "党" else HONORIFICS
    if passage.starts[number] == at and word[1:] in honorifics:
        return True
    return len(word) == 1 and after in honorifics and (word != "于" or starts_noun(before))


_FAMILIAR = frozenset("老小阿大")
_OWNERS = frozenset({"老于", "老余", "老范", "老岳", "老涂"})
"""Whose things are spoken of: 老于的儿子; 小党的 is of a small party, 小于的 less than."""
_NO_NUMBER = frozenset("把被让叫给向从没")
"""What stands before no number, so that 小于 before it is not less than."""
_KIN = re.compile("的(?:女儿|儿子|妈|爸|母亲|父亲|妻子|丈夫|老婆|老公|爱人|孩子|哥|姐|弟|妹)")
_WHO_IT_IS = re.compile("[这那](?:个?人|孩子|家伙|丫头|小子|老头|姑娘|同志)")
_AFTER_FAMILIAR = frozenset("说笑问答道、和跟与也就都便却又把被让叫给向从没头") | {
    "点头",
    "摇头",
    "站起来",
    "跑",
    "走",
    "一家",
    "夫妇",
    "师傅",
    "他们",
    "两口子",
    "同志",
    "一边",
}


def starts_noun(before: str) -> bool:
    return not before or before[-1] in NOUN_BEFORE or is_role(before)


@functools.lru_cache(maxsize=1 << 12)
def is_role(word: str) -> bool:
    """Whether a word is what stands before a person's name, or ends in it: 市议员, 总参谋长, 前国脚."""
    if word in ROLES or (len(word) > 2 and word[-1] in _OF_A_TRADE):
        return True
    return any(word[start:] in ROLES for start in range(1, len(word) - 1))


_OF_A_TRADE = frozenset("员师家手官长商匠星警者")
"""How words for what somebody is end: 消防员, 钢琴家."""


def occurrences(passage: Passage, names: frozenset[str], certain: Set[str]) -> Iterator[tuple[int, str]]:
    """Where the names stand: start and name, the longest first, none overlapping.

    A name begins where a word does. It ends where a word does too, unless it is certain.
    """
    text, covered = passage.masked, 0
    for match in special(names).finditer(text):
        at = match.start()
        if at < covered:
            continue
        found = _longest_at(passage, at, names, certain)
        if found:
            yield found
            covered = found[0] + len(found[1])


@functools.lru_cache(maxsize=8)
def special(names: frozenset[str]) -> re.Pattern[str]:
    """The characters with a form of their own that the names have."""
    return re.compile("|".join(sorted(characters().intersection("".join(names)))) or "(?!)")


def _longest_at(passage: Passage, at: int, names: frozenset[str], certain: Set[str]) -> tuple[int, str] | None:
    text = passage.masked
    for length in (4, 3, 2):
        for start in range(max(0, at - length + 1), at + 1):
            name = text[start : start + length]
            if name in names and passage.is_edge(start) and (name in certain or passage.is_edge(start + length)):
                return start, name
    return None
