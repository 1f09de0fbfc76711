"""Taiwan's words for the mainland's, opt-in: 软件 → 軟體. Every change is counted, so that an editor sees them all.

OpenCC's list of words knows no bounds of words (少数组织 has 数组 in it): here each word is looked up by itself. It is
made for the language of computers (社区 → 社群, 支持 → 支援): what a newspaper says otherwise stands in
`data/wording.tsv` and goes first.
"""

import functools
import re
from collections.abc import Iterator

from convert.model import Note
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.passage import Passage
from convert.transforms.variant.tables import newspaper_wording

CODE = "taiwan-wording"
CUT = "\ufdd1"
"""Stands between two words of the text that is converted; no dictionary has it."""
Wordings = dict[tuple[str, str], int]
"""(the word in Taiwan's forms, Taiwan's word) → how often it was changed."""
AS_IT_IS, AS_LISTED = "=", "+"


def taiwan(passage: Passage, out: list[str], wordings: Wordings) -> list[str]:
    """The characters with Taiwan's words put in; a changed word stands where its first character stood."""
    units = list(_units(passage))
    in_units = CUT.join(passage.masked[start:end] for start, end, _ in units)
    plain, worded = (opencc(config)(in_units).split(CUT) for config in ("s2tw", "s2twp"))
    if not len(plain) == len(worded) == len(units):
        return out
    changed = list(out)
    for (start, end, what), before, listed in zip(units, plain, worded, strict=True):
        after = {AS_IT_IS: before, AS_LISTED: listed}.get(what, what)
        if before != after:
            changed[start:end] = [after, *[""] * (end - start - 1)]
            key = ("".join(out[start:end]), after)
            wordings[key] = wordings.get(key, 0) + 1
    return changed


@functools.cache
def _newspaper_words(*, kept: bool = False) -> re.Pattern[str]:
    """The words of the table, or those that stay as they are; the longest first."""
    found = (word for word, what in newspaper_wording().items() if what == AS_IT_IS or not kept)
    return re.compile("|".join(sorted(map(re.escape, found), key=len, reverse=True)))


def _units(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Start, end and what is to be done of what is looked up by itself: newspapers' words, and words around them."""
    at = 0
    for match in _found(passage):
        yield from _words(passage, at, match.start())
        yield match.start(), match.end(), newspaper_wording()[match[0]]
        at = match.end()
    yield from _words(passage, at, len(passage.masked))


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    """Where newspapers' words stand; one that is to be changed has to be whole words, else those in it that stay."""
    for match in _newspaper_words().finditer(passage.masked):
        if newspaper_wording()[match[0]] == AS_IT_IS or passage.has_words(*match.span()):
            yield match
        else:
            yield from _newspaper_words(kept=True).finditer(passage.masked, *match.span())


def _words(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of a stretch; one that reaches beyond it is cut there."""
    while start < end:
        number = passage.word_at(start)
        stop = min(end, passage.starts[number] + len(passage.words[number]))
        yield start, stop, AS_LISTED
        start = stop


def notes(wordings: Wordings) -> tuple[Note, ...]:
    """One note a word that was changed."""
    return tuple(
        Note(
            CODE, f"{before} is printed as {after} ({count} times)" if count > 1 else f"{before} is printed as {after}"
        )
        for (before, after), count in wordings.items()
    )
