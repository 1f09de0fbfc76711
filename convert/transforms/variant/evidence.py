"""Which names a document has: found over the whole of it before any of it is converted.

A name is found by a byline; by what stands beside it (a title after it, a role before it); or by recurrence, with
neighbours that only a noun has (泽于，/ 泽于的 / 跟泽于), which also finds the made-up names of a novel.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct, field

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON, SINGLE
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.people import SAYING, has_own_form, is_role, starts_noun, surname
from convert.transforms.variant.tables import name_forms, vocabulary
from convert.transforms.variant.words import by_itself

TITLES = vocabulary("title") | SAYING
"""What stands after a name: titles, and verbs of saying."""
DOING, GIVEN = vocabulary("doing"), vocabulary("given")
"""What somebody does whose full name stands before it; the characters that given names are made of."""

RECURRING = frozenset("于余范钟岳郁谷征涂姜咸朴仇党种冲游")
"""The characters for whose sake names are looked for in the text. The others of the table are too often something else
(里 后 只 干), or come out right anyway; a byline or a title still finds them."""

ONLY_SURNAMES = frozenset("游")
"""Those of them that recur in other words (园游会), so that a surname has to be there."""

SEEN = 12
"""How many characters before and after them a survey looks at."""

STOPS = frozenset("，。、；：！？,.;:!?…」』”）)　 ")
"""What ends a clause or a member of a list."""
NOUN_AFTER = STOPS | frozenset("的也就又说在把是不没都才还被却让跟和与已正想看将会能")
"""What follows a name but not a preposition or a prefix; counted to tell a made-up name from a chance pair."""
NOUN_AFTER_THESE = frozenset("跟和与对把被让叫给替像")
"""What a name follows and a preposition doesn't."""

RECURRENCE = 3
"""How often a pair or triple of characters that is no word has to stand like a noun to be taken for a name."""

CERTAIN = 8
"""How often it has to stand so to be taken for a name in 泽于是 too, where a dictionary sees 于是."""


class Evidence(Struct):
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
        found.update(self._given_names(found))
        return frozenset(found)

    def _given_names(self, found: set[str]) -> Iterator[str]:
        """Given names that stand alone like a noun, of people who are called in full elsewhere: 方澤于, 澤于."""
        full = {name[1:] for name in (*self.seen, *found) if len(name) == 3 and name[0] in COMMON}
        for name in full & self.like_a_noun.keys():
            if not surname(name) and self.like_a_noun[name] * 3 >= self.seen[name] and self.like_a_noun[name] > 1:
                yield name

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


def look_for_names(passage: Passage, evidence: Evidence) -> None:
    """Add to `evidence` what the passage says."""
    evidence.sure.update(_signed(passage.masked))
    for number in sorted({passage.word_at(match.start()) for match in _recurring().finditer(passage.masked)}):
        if len(passage.words[number]) <= 4:
            for first, last in _candidates(passage, number):
                _weigh(passage, first, last, evidence)


_SIGNED = re.compile(
    "(?:记者|通讯员|摄影|作者|编辑|实习生|撰文|采写|摄制|责编|校对)[ 　：:]{1,2}([一-鿿]{2,4})(?=[ 　）)/／、，]|$)"
)
"""A name after what its bearer does, set apart: 记者 谷雨晴, which a dictionary reads as a day of the calendar."""


def _signed(text: str) -> Iterator[str]:
    for match in _SIGNED.finditer(text):
        name = match[1]
        if surname(name) and has_own_form(name) and words().part_of_speech(name) in _MAY_NAME:
            yield name


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
    full = _is_full(name, family)
    says = after in SAYING and len(name) == 3 and name[0] in COMMON and (full or name[0] != "于")
    says = says or (is_role(before) and _may_follow_a_role(name, after, full=full))
    titled = after in TITLES and not (name[0] == "于" and after in _NOUNS_TOO)
    says = says or (titled and starts_noun(before))
    says = says or (full and _stands_alone(passage, first, last, before, after))
    if family and whole and (says or _in_a_list(passage, first, last)):
        evidence.beside[name] += 1
    noun = not after or after[0] in NOUN_AFTER or (before and before[-1] in NOUN_AFTER_THESE)
    if noun and not _begins_like_words(name):
        evidence.like_a_noun[name] += 1


def _may_follow_a_role(name: str, after: str, *, full: bool) -> bool:
    """Whether what stands after a role is taken for a name there; 于 is mostly a preposition: 法官于審理時."""
    ends = not after or after in SAYING
    if len(name) == 2 and name[1] == "于" and not (ends or after[0] in STOPS):
        return False  # 毕业生须于
    if _begins_like_words(name) and not full:
        return name[0] == "于" and _ends_name(name[1:], after)
    return len(name) > 2 or ends or after[0] in NOUN_AFTER


def _ends_name(given: str, after: str) -> bool:
    """Whether 于 with what follows it is a name that ends here: 记者于力、邮递员于德水走村串户, not 法官于系爭解釋."""
    if len(given) == 2 and given in words():
        return False
    ends = not after or after[0] in STOPS or after in DOING or (after in SAYING and after not in _NOUNS_TOO)
    acts = words().part_of_speech(after) in (PartOfSpeech.VERB, PartOfSpeech.IDIOM) and not GIVEN.isdisjoint(given)
    return ends or (acts and len(given) == 2 and after not in _NOUNS_TOO)


_NOUNS_TOO = frozenset({"解释", "补充", "分析", "建议", "批评", "介绍", "报道", "报导", "提醒", "回应", "回忆", "预测"})
"""Verbs of saying that are nouns as well: 于系争解释."""


def _begins_like_words(name: str) -> bool:
    """Whether it begins like running text, so that recurrence tells nothing: 于本案, 范畴, 余波."""
    if name[0] == "于":
        return True
    word = name[:2]
    return word in words() and word[0] in name_forms() and by_itself(word)[0] != name_forms()[word[0]].surname


def _is_full(name: str, family: str) -> bool:
    """Whether it is a surname that many bear with a given name of characters that given names have."""
    return name[0] in COMMON and len(name) > len(family) and GIVEN.issuperset(name[len(family) :])


def _in_a_list(passage: Passage, first: int, last: int) -> bool:
    """Whether a name of three characters stands between two others or begins a list: 余英时、于宗先、郁慕明."""
    start, end = passage.starts[first], passage.starts[last] + len(passage.words[last])
    text = passage.masked
    if end - start == 2 and text[start] == "于" and text[start + 1] not in _SIDES:
        clause = not start or text[start - 1] in "，。；：、（(“「"
        return clause and bool(_lists().two_more.match(text, end))
    if end - start != 3 or not _lists().next_name.match(text, end):
        return False
    if text[start] in COMMON and _lists().before.search(text[max(0, start - 5) : start]):
        return True
    return text[max(0, start - 1) : start] in ("", "：", "、", "。") and bool(_lists().two_names.match(text, end))


def _stands_alone(passage: Passage, first: int, last: int, before: str, after: str) -> bool:
    """Whether something beside a full name says that it is one: a deed, an age in brackets, another name in a list."""
    if not starts_noun(before) and before not in _TAKING:
        return False
    if after in DOING or after in SAYING:
        return True
    text, end = passage.masked, passage.starts[last] + len(passage.words[last])
    if _AGE.match(text, end):
        return True
    if before in _TAKING:
        return bool(_lists().next_name.match(text, end))
    start = passage.starts[first]
    return bool(_lists().after.match(text, end)) and bool(_lists().before.search(text[max(0, start - 5) : start]))


_TAKING = vocabulary("taking")
"""What takes a person: 委派于志强、范德茂."""
_AGE = re.compile("[（(](?:[男女][，,、）)]|[^（()）]{0,8}[0-9０-９]{1,3}岁|[0-9０-９]{1,3}[）)])")


_SIDES = frozenset("情理公私法己人国家党心")
"""What an argument speaks to: 于情、于理都说不过去."""


class _Lists(NamedTuple):
    """Patterns of what stands beside a name in a list of people."""

    after: re.Pattern[str]
    """Another name, or the end of the list."""
    before: re.Pattern[str]
    next_name: re.Pattern[str]
    two_names: re.Pattern[str]
    two_more: re.Pattern[str]
    """After 于 and one character, which may be a preposition and a place: 于藍、于洋都是."""


@functools.cache
def _lists() -> _Lists:
    """Made when first asked for: classes of hundreds of surnames take their time."""
    common, surname = (f"[{''.join(sorted(each))}]" for each in (COMMON, SINGLE))
    return _Lists(
        re.compile(f"[、和及与]{common}|[，。；）)等都均也]|$"),
        re.compile(f"(?:^|[、，。：（( ]|[一-鿿]){common}[一-鿿]{{1,2}}、$"),
        re.compile(f"[、和及与]{surname}[一-鿿](?:[一-鿿]?(?![一-鿿])|[一-鿿][等参出均都])"),
        re.compile(f"、{surname}[一-鿿]{{1,2}}、{common}[一-鿿]{{1,2}}(?:[、等，。；和]|$)"),
        re.compile(f"、{common}[一-鿿]{{1,2}}(?:[、，。；）)等]|[和与及]{common}|[都均也皆]是?)"),
    )


def _shape(passage: Passage, first: int, last: int, name: str) -> bool:
    """Whether the run looks like a name: a surname first, or two single characters that no dictionary has together."""
    if first == last:
        return bool(surname(name)) and words().part_of_speech(name) in _MAY_NAME
    if name in words() and words().part_of_speech(name) != PartOfSpeech.PERSON:
        return False
    if passage.words[last] == "于" and len(name) > 2 and words().part_of_speech(name[:-1]) not in _MAY_NAME:
        return False  # 钟情于
    if surname(name) and (name[1:] != "于" or name[0] in COMMON):
        return len(name) > 2 or all(len(word) == 1 for word in passage.words[first : last + 1])
    # a given name by itself: two characters, neither of them a verb that 于 would follow
    return (
        len(name) == 2
        and ONLY_SURNAMES.isdisjoint(name)
        and words().part_of_speech(name[0]) not in (PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB)
    )


@functools.cache
def _recurring() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(RECURRING))}]")


def from_bylines(people: Iterable[str]) -> set[str]:
    """The names of people in bylines that have a character with a form of its own."""
    return {name for name in people if 2 <= len(name) <= 4 and has_own_form(name)}
