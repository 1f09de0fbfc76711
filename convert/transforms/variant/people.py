"""Who is a person: names from bylines and from the text, found over the whole document, and the form they take.

Only names that have one of the characters of `data/names.tsv` matter here; all others come out the same as any word.
A name is found by a byline; by what stands beside it (a title after it, a role before it); or by recurrence, with
neighbours that only a noun has (泽于，/ 泽于的 / 跟泽于), which also finds the made-up names of a novel.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON, COMPOUND, SINGLE
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.tables import name_forms, overrides, vocabulary

SAYING = vocabulary("saying")
TITLES, ROLES = vocabulary("title") | SAYING, vocabulary("role")
"""What stands after a name (titles, and verbs of saying); what stands before one."""
HONORIFICS = vocabulary("title") - SAYING - vocabulary("verb_title")
OFFICES = vocabulary("office")
"""Those of the titles that a party gives: 党主席 is a party's chairman, nobody of the name of 党."""
DOING, GIVEN = vocabulary("doing"), vocabulary("given")
"""What somebody does whose full name stands before it; the characters that given names are made of."""

RECURRING = frozenset("于余范钟岳郁谷征涂姜咸朴仇党种冲游")
"""The characters for whose sake names are looked for in the text. The others of the table are too often something else
(里 后 只 干), or come out right anyway; a byline or a title still finds them."""

ONLY_SURNAMES = frozenset("游")
"""Those of them that recur in other words (园游会), so that a surname has to be there."""

CALLED = frozenset("于余范钟岳郁谷涂姜朴沈仇党游周万")
"""Surnames that are told by a title after them: 于女士, 范师傅, 小钟说."""

SEEN = 12
"""How many characters before and after them a survey looks at."""

NOUN_AFTER = frozenset("，。、；：！？,.;:!?…」』”）)　 的也就又说在把是不没都才还被却让跟和与已正想看将会能")
"""What follows a name but not a preposition or a prefix; counted to tell a made-up name from a chance pair."""
NOUN_BEFORE = frozenset("，。、；：！？,.;:!?…「『“（(　 跟和与对把被让叫给而是见替像问请当")

NOUN_AFTER_THESE = frozenset("跟和与对把被让叫给替像")
"""What a name follows and a preposition doesn't."""

RECURRENCE = 3
"""How often a pair or triple of characters that is no word has to stand like a noun to be taken for a name."""

CERTAIN = 8
"""How often it has to stand so to be taken for a name in 泽于是 too, where a dictionary sees 于是."""


@dataclass(slots=True)
class Evidence:
    """What the texts say about names; evidence of parts of a document adds up to that of the whole."""

    sure: set[str] = field(default_factory=set)
    beside: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    like_a_noun: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Evidence") -> None:
        """Take in what another part of the document says."""
        self.sure |= other.sure
        self.beside.update(other.beside)
        self.seen.update(other.seen)
        self.like_a_noun.update(other.like_a_noun)

    def names(self) -> frozenset[str]:
        """The names that the evidence is enough for."""
        found = set(self.sure)
        found.update(name for name in self.seen if self._is_name(name))
        return frozenset(found)

    def certain(self) -> frozenset[str]:
        """The names of bylines, and those that recur so often that they count even where a word runs into them."""
        return frozenset(
            self.sure | {name for name, count in self.like_a_noun.items() if count >= CERTAIN and self._is_name(name)}
        )

    def full(self) -> frozenset[str]:
        """The names with a surname that something beside them says: those that other documents are to know too."""
        return frozenset(name for name in self.names() if surname(name) and (name in self.sure or self.beside[name]))

    def _is_name(self, name: str) -> bool:
        if self.beside[name] and (surname(name) or self.beside[name] > 1):
            return True
        nouns = self.like_a_noun[name]
        share = 0.3 if surname(name) else 0.4
        return nouns >= RECURRENCE and nouns >= share * self.seen[name]


def surname(name: str) -> str:
    """The surname that `name` begins with, when a given name of one or two characters is left; else empty."""
    if name[:2] in COMPOUND and len(name) in (3, 4):
        return name[:2]
    return name[0] if len(name) in (2, 3) and name[0] in SINGLE else ""


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
        familiar = after in _AFTER_FAMILIAR and "小于" not in (word, before + word)
        familiar = familiar or (after == "的" and passage.masked[at - 1 : at + 1] in _OWNERS)
        return familiar or after in SAYING or bool(_WHO_IT_IS.match(passage.masked, at + 1))
    honorifics = HONORIFICS - OFFICES if passage.masked[at] == "党" else HONORIFICS
    if passage.starts[number] == at and word[1:] in honorifics:
        return True
    return len(word) == 1 and after in honorifics and (word != "于" or _starts_noun(before))


_FAMILIAR = frozenset("老小阿大")
_OWNERS = frozenset({"老于", "老余", "老范", "老岳", "老涂"})
"""Whose things are spoken of: 老于的儿子; 小党的 is of a small party, 小于的 less than."""
_WHO_IT_IS = re.compile("[这那](?:个?人|孩子|家伙|丫头|小子|老头|姑娘|同志)")
_AFTER_FAMILIAR = frozenset("说笑问答道、和跟与也就都便却又") | {
    "一家",
    "夫妇",
    "师傅",
    "他们",
    "两口子",
    "同志",
    "一边",
}


def survey(passage: Passage, evidence: Evidence) -> None:
    """Add to `evidence` what the passage says."""
    for number in sorted({passage.word_at(match.start()) for match in _recurring().finditer(passage.masked)}):
        if len(passage.words[number]) <= 4:
            for first, last in _candidates(passage, number):
                _weigh(passage, first, last, evidence)


def stretches(text: str) -> Iterator[str]:
    """The parts of a text that a survey has to look at: the characters that it looks for, with their context."""
    start = end = 0
    for match in _recurring().finditer(text):
        if match.start() - SEEN > end:
            if end:
                yield text[start:end]
            start = max(0, match.start() - SEEN)
        end = match.end() + SEEN
    if end:
        yield text[start:end]


def _candidates(passage: Passage, number: int) -> Iterator[tuple[int, int]]:
    """Runs of words around word `number` that may be a name: two to four characters, no word of two that is common."""
    for first in range(max(0, number - 2), number + 1):
        length = 0
        for last in range(first, min(len(passage.words), number + 3)):
            word = passage.words[last]
            length += len(word)
            if length > 4 or not (_may_be_part(word) or _is_given_after_a_role(passage, first, last)):
                break
            if last >= number and length >= 2:
                yield first, last


def _is_given_after_a_role(passage: Passage, first: int, last: int) -> bool:
    """Whether a common word is a given name, between a role with a surname and what people do: 书记于胜利在."""
    word, after = passage.words[last], passage.word(last + 1)
    return (
        last == first + 1
        and len(passage.words[first]) == 1
        and len(word) == 2
        and GIVEN.issuperset(word)
        and is_role(passage.word(first - 1))
        and (not after or after[0] in NOUN_AFTER or after in DOING)
        and words().part_of_speech(word) != PartOfSpeech.PLACE
    )


@functools.lru_cache(maxsize=1 << 16)
def _may_be_part(word: str) -> bool:
    """Whether a word can be a part of a name: one character that isn't a function word, a name, an unknown."""
    if not all("一" <= character <= "鿿" for character in word):
        return False
    if len(word) == 1:
        return word not in _FUNCTION
    sort = words().part_of_speech(word)
    return sort in (None, PartOfSpeech.PERSON) or (len(word) == 2 and words().log_probability(word) < -13)


_MAY_NAME = (None, PartOfSpeech.PERSON, PartOfSpeech.PLACE)

_FUNCTION = vocabulary("function")
"""Characters that are no part of a name when they stand as a word."""


def _weigh(passage: Passage, first: int, last: int, evidence: Evidence) -> None:
    name = "".join(passage.words[first : last + 1])
    if not _shape(passage, first, last, name):
        return
    before, after = passage.word(first - 1), passage.word(last + 1)
    if before.isspace():
        before = passage.word(first - 2)  # 记者 余翠平
    evidence.seen[name] += 1
    family = surname(name)
    whole = len(name) > 2 or len(after) > 1 or not _may_be_part(after)
    says = after in SAYING and len(name) == 3 and name[0] in COMMON
    says = says or (is_role(before) and (len(name) > 2 or not after or after in SAYING or after[0] in NOUN_AFTER))
    says = says or (after in TITLES and _starts_noun(before))
    full = _is_full(name, family) and _stands_alone(passage, first, last, before, after)
    if family and whole and (says or full or _in_a_list(passage, first, last)):
        evidence.beside[name] += 1
    if not after or after[0] in NOUN_AFTER or (before and before[-1] in NOUN_AFTER_THESE):
        evidence.like_a_noun[name] += 1


def _is_full(name: str, family: str) -> bool:
    """Whether it is a surname that many bear with a given name of characters that given names have."""
    return name[0] in COMMON and len(name) > len(family) and GIVEN.issuperset(name[len(family) :])


def _in_a_list(passage: Passage, first: int, last: int) -> bool:
    """Whether a name of three characters stands between two others or begins a list: 余英时、于宗先、郁慕明."""
    start, end = passage.starts[first], passage.starts[last] + len(passage.words[last])
    text = passage.masked
    if end - start != 3 or not _lists().next_name.match(text, end):
        return False
    if text[start] in COMMON and _lists().before.search(text[max(0, start - 5) : start]):
        return True
    return text[max(0, start - 1) : start] in ("", "：", "、", "。") and bool(_lists().two_names.match(text, end))


def _stands_alone(passage: Passage, first: int, last: int, before: str, after: str) -> bool:
    """Whether something beside a full name says that it is one: a deed, an age in brackets, another name in a list."""
    if not _starts_noun(before):
        return False
    if after in DOING or after in SAYING:
        return True
    text, end = passage.masked, passage.starts[last] + len(passage.words[last])
    if _AGE.match(text, end):
        return True
    start = passage.starts[first]
    return bool(_lists().after.match(text, end)) and bool(_lists().before.search(text[max(0, start - 5) : start]))


_AGE = re.compile("[（(](?:[男女][，,、）)]|[^（()）]{0,8}[0-9０-９]{1,3}岁|[0-9０-９]{1,3}[）)])")


class _Lists(NamedTuple):
    """Patterns of what stands beside a name in a list of people."""

    after: re.Pattern[str]
    """Another name, or the end of the list."""
    before: re.Pattern[str]
    next_name: re.Pattern[str]
    two_names: re.Pattern[str]


@functools.cache
def _lists() -> _Lists:
    """Made when first asked for: classes of hundreds of surnames take their time."""
    common, surname = (f"[{''.join(sorted(each))}]" for each in (COMMON, SINGLE))
    return _Lists(
        re.compile(f"[、和及与]{common}|[，。；）)等都均也]|$"),
        re.compile(f"(?:^|[、，。：（( ]|[一-鿿]){common}[一-鿿]{{1,2}}、$"),
        re.compile(f"[、和及与]{surname}[一-鿿](?:[一-鿿]?(?![一-鿿])|[一-鿿][等参出均都])"),
        re.compile(f"、{surname}[一-鿿]{{1,2}}、{common}[一-鿿]{{1,2}}(?:[、等，。；和]|$)"),
    )


def _starts_noun(before: str) -> bool:
    return not before or before[-1] in NOUN_BEFORE or is_role(before)


@functools.lru_cache(maxsize=1 << 12)
def is_role(word: str) -> bool:
    """Whether a word is what stands before a person's name, or ends in it: 市议员, 总参谋长, 前国脚."""
    if word in ROLES or (len(word) > 2 and word[-1] in _OF_A_TRADE):
        return True
    return any(word[start:] in ROLES for start in range(1, len(word) - 1))


_OF_A_TRADE = frozenset("员师家手官长商匠星警者")
"""How words for what somebody is end: 消防员, 钢琴家."""


def _shape(passage: Passage, first: int, last: int, name: str) -> bool:
    """Whether the run looks like a name: a surname first, or two single characters that no dictionary has together."""
    if first == last:
        return bool(surname(name)) and words().part_of_speech(name) in _MAY_NAME
    if name in words() and words().part_of_speech(name) != PartOfSpeech.PERSON:
        return False
    if passage.words[last] == "于" and len(name) > 2 and words().part_of_speech(name[:-1]) not in _MAY_NAME:
        return False  # 钟情于
    if surname(name):
        return len(name) > 2 or all(len(word) == 1 for word in passage.words[first : last + 1])
    # a given name by itself: two characters, neither of them a verb that 于 would follow
    return (
        len(name) == 2
        and ONLY_SURNAMES.isdisjoint(name)
        and words().part_of_speech(name[0]) not in (PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE)
    )


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


@functools.cache
def _recurring() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(RECURRING))}]")


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


def from_bylines(people: Iterable[str]) -> set[str]:
    """The names of people in bylines that have a character with a form of its own."""
    return {name for name in people if 2 <= len(name) <= 4 and has_own_form(name)}
