"""Names of people in bylines: where one begins and ends, told by surnames and by how names are set."""

import functools
import re
from collections.abc import Callable, Sequence

from convert.lexicon import PartOfSpeech, words
from convert.lexicon.surnames import COMMON, surname_length
from convert.lexicon.traditional import simplified

HAN = r"[^\W\da-zA-Z_]"
"""A Chinese character; said without the range of all of them, which takes `re` 4 ms to compile each time."""
NAME = rf"{HAN}{{2,4}}(?:·{HAN}{{1,6}})*"
"""What may be a name where a post or a mark says that one stands there."""
SPACED_NAME = rf"(?:{HAN}[ \u3000]{{1,2}}{HAN}(?!{HAN}{{2}})|{NAME})"
"""A name, or one of two characters set with a space: `王  勇`."""
RUN = rf"{HAN}{{2,24}}"
"""Names that may run on without a space: to be asked for surnames."""

_COMPOSED = rf"\{{{HAN}{{2,4}}\}}"
"""A character that the paper's system had no code for, told by its parts: `王{火华}`."""
_ONE = rf"(?:{HAN}|[\ue000-\uf8ff]|{_COMPOSED})"
"""A character of a name, also one of a code of the paper's own."""
_INITIALS = "(?:[A-Z][.·])*"
_NAME_RUN = re.compile(rf"{_INITIALS}{_ONE}+(?:·{_INITIALS}{_ONE}+)*")
_SINGLE = frozenset("·.{")
"""What stands in one name only, never in several that run on."""
_NAMES_ONLY = re.compile(rf"(?>{_NAME_RUN.pattern}|[\s、，/／·]+)++")
"""Runs of names and what parts them, nothing else."""


def split_names(run: str) -> list[str]:
    """The names of a run of characters without a space, divided only when there is just one way to do it.

    Four characters may be one name of a people with long names: they are two only with two common surnames.
    A name has two or three characters from a surname on, four with a compound surname. A run that can't be divided
    surely is one name.
    """
    if len(run) <= 3 or not _SINGLE.isdisjoint(run) or len(run) > 24 or (len(run) == 4 and surname_length(run) == 2):
        return [run]
    if len(run) == 4 and not (run[0] in COMMON and run[2] in COMMON):
        return [run]
    return list(_divided(run))


@functools.lru_cache(maxsize=512)
def _divided(run: str) -> tuple[str, ...]:
    """The names of a run, kept for a while: who is named is asked for the line's shape and again for the people."""
    for family in (surname_length, _likely_surname):
        ways = _ways(run, 0, {}, family)
        if len(ways) == 1:
            return tuple(ways[0])
    return (run,)


def _likely_surname(run: str, at: int) -> int:
    """How many characters of a surname stand at `at` that is common, or seldom anything else."""
    family = surname_length(run, at)
    return family if family != 1 or run[at] in COMMON or words().count(run[at]) < _SELDOM else 0


_SELDOM = 300
"""How often the word list has seen the commonest character that is called seldom but for a surname: 祁, no 平."""


def _ways(run: str, at: int, seen: dict[int, list[list[str]]], family_at: Callable[[str, int], int]) -> list[list[str]]:
    """At most two ways to divide the run from `at` on."""
    if at == len(run):
        return [[]]
    if at not in seen:
        found: list[list[str]] = []
        family = family_at(run, at)
        for given in (1, 2):
            end = at + family + given
            if family and end <= len(run) and len(found) < 2:
                found += [[run[at:end], *rest] for rest in _ways(run, end, seen, family_at)]
        seen[at] = found[:2]
    return seen[at]


def names_in(text: str) -> list[str]:
    """The names in a piece of byline that holds names only: divided at spaces and marks, `王  勇` set solid."""
    runs = _NAME_RUN.findall(text)
    names: list[str] = []
    at = 0
    while at < len(runs):
        run = runs[at]
        apart = at
        while apart < len(runs) and len(runs[apart]) == 1:
            apart += 1
        if apart > at:
            solid = apart - at == 3 and apart == len(runs) and surname_length(run) and runs[-1] not in _TASKS
            names += ["".join(runs[at:apart])] if solid else _letter_spaced(runs[at:apart])
            at = apart
            if at < len(runs) and _is_surname_of(names[-1], runs[at]):
                names[-1] += runs[at]
                at += 1
        elif len(run) == 2 and surname_length(run) == 2 and _is_given(runs, at + 1):
            names.append(run + runs[at + 1])
            at += 2
        else:
            names += split_names(run)
            at += 1
    return [name for name in names if len(name) > 1]


def _letter_spaced(singles: Sequence[str]) -> list[str]:
    """The names that characters set apart make, of two, or of three from a surname on: `王 勇`, `司 马 云`.

    What is left over is the last of them: the surname of the run behind it, or nothing.
    """
    names, at = list[str](), 0
    while at < len(singles):
        left = len(singles) - at
        long = surname_length("".join(singles[at : at + 2])) == 2 and left > 2
        size = min(left, 4) if long and left < 5 else 3 if long else 2
        names.append("".join(singles[at : at + size]))
        at += size
    return names


def _is_surname_of(single: str, given: str) -> bool:
    """Whether a character set apart is the surname of the two behind it: `庄 周梦`, no `高 质量`."""
    if len(single) > 1 or len(given) != 2 or given[1] in _TASKS or not surname_length(single):
        return False
    return words().part_of_speech(single + given) in (None, PartOfSpeech.PERSON)


_TASKS = frozenset("摄绘画图文作著编译")
"""What somebody did, set solid with a given name: `贾 琳摄`."""


def _is_given(runs: Sequence[str], at: int) -> bool:
    """Whether the run at a place is a given name behind a compound surname set apart: `司马 云`, no `东方 红日`."""
    single = at
    while single < len(runs) and len(runs[single]) == 1:
        single += 1
    if single > at:
        return (single - at) % 2 == 1
    return at < len(runs) and len(runs[at]) == 2 and runs[at][0] not in COMMON and runs[at] not in words()


def are_names(text: str) -> bool:
    """Whether a text is nothing but names that begin with surnames, or have a point in them."""
    return all_likely(names_in(text), text)


def all_likely(names: Sequence[str], text: str) -> bool:
    """Whether the names in a text all begin with surnames, or have a point in them, and nothing stands beside them."""
    return (
        bool(names)
        and bool(_NAMES_ONLY.fullmatch(text))
        and all("·" in name or (surname_length(name) and _size(name) <= 2 + surname_length(name)) for name in names)
    )


def _size(name: str) -> int:
    """How many characters a name has; those told by their parts count one each."""
    return len(re.sub(_COMPOSED, "〓", name)) if "{" in name else len(name)


def signature_at(text: str) -> int:
    """Where the names begin that stand behind a paragraph's last full stop, set apart by a space; 0 for none."""
    tail = text[-LONGEST_TAIL:]
    if " " not in tail and "\u3000" not in tail:
        return 0
    found = _SIGNED_TAIL.search(text, max(len(text) - LONGEST_TAIL, 1))
    return found.start(1) if found and are_names(simplified(found[1])) else 0


LONGEST_TAIL = 14
"""Characters of the longest row of names at a paragraph's end."""
_SIGNED_TAIL = re.compile(
    rf"(?<=[。！？”’」』])[ \u3000]+({HAN}{{2,3}}(?:[ \u3000、]+{HAN}{{2,3}}){{0,2}}|{HAN}[ \u3000]{{1,2}}{HAN})$"
)
