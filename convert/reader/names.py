"""Names of people in bylines: where one begins and ends, told by surnames and by how names are set."""

import re
from collections.abc import Sequence

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
    ways = _ways(run, 0, {})
    return ways[0] if len(ways) == 1 else [run]


def _ways(run: str, at: int, seen: dict[int, list[list[str]]]) -> list[list[str]]:
    """At most two ways to divide the run from `at` on."""
    if at == len(run):
        return [[]]
    if at not in seen:
        found: list[list[str]] = []
        family = surname_length(run, at)
        for given in (1, 2):
            end = at + family + given
            if family and end <= len(run) and len(found) < 2:
                found += [[run[at:end], *rest] for rest in _ways(run, end, seen)]
        seen[at] = found[:2]
    return seen[at]


def names_in(text: str) -> list[str]:
    """The names in a piece of byline that holds names only: divided at spaces and marks, `王  勇` set solid."""
    names: list[str] = []
    single = ""
    for run in _NAME_RUN.findall(text):
        if len(run) == 1:
            if single:
                names.append(single + run)
                single = ""
            else:
                single = run
            continue
        if single:
            names.append(single)
            single = ""
        names += split_names(run)
    return [name for name in [*names, single] if len(name) > 1]


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
    found = _SIGNED_TAIL.search(text, max(len(text) - LONGEST_TAIL, 1))
    return found.start(1) if found and are_names(simplified(found[1])) else 0


LONGEST_TAIL = 14
"""Characters of the longest row of names at a paragraph's end."""
_SIGNED_TAIL = re.compile(
    rf"(?<=[。！？”’」』])[ \u3000]+({HAN}{{2,3}}(?:[ \u3000、]+{HAN}{{2,3}}){{0,2}}|{HAN}[ \u3000]{{1,2}}{HAN})$"
)
