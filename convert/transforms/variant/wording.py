"""Taiwan's words for the mainland's, opt-in: 项目 → 專案. Every change is counted, so that an editor sees them all.

OpenCC's list of words knows no bounds of words (少数组织 has 数组 in it): a change that begins or ends inside a word
is not made.
"""

from convert.model import Note
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.passage import Passage

CODE = "taiwan-wording"
Wordings = dict[tuple[str, str], int]
"""(the word in Taiwan's forms, Taiwan's word) → how often it was changed."""


def taiwan(passage: Passage, out: list[str], wordings: Wordings) -> list[str]:
    """The characters with Taiwan's words put in; a changed word stands where its first character stood."""
    from difflib import SequenceMatcher

    plain, worded = opencc("s2tw")(passage.masked), opencc("s2twp")(passage.masked)
    if plain == worded or len(plain) != len(out):
        return out
    changed = list(out)
    for tag, start, end, to_start, to_end in SequenceMatcher(None, plain, worded, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        first, last = _word_bounds(passage, start, end)
        if not _whole(passage, start, end, first, last):
            continue
        changed[start:end] = [worded[to_start:to_end], *[""] * (end - start - 1)] if end > start else []
        key = ("".join(out[first:last]), "".join(changed[first:last]))
        wordings[key] = wordings.get(key, 0) + 1
    return changed


def _word_bounds(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The start of the word in which the stretch begins, the end of the one in which it ends."""
    first = passage.word_at(start)
    last = passage.word_at(max(start, end - 1))
    return passage.starts[first], passage.starts[last] + len(passage.words[last])


def _whole(passage: Passage, start: int, end: int, first: int, last: int) -> bool:
    """Whether the stretch lies within one word, or is made of whole ones."""
    return end > start and (passage.word_at(start) == passage.word_at(end - 1) or (start, end) == (first, last))


def notes(wordings: Wordings) -> tuple[Note, ...]:
    """One note a word that was changed."""
    return tuple(
        Note(
            CODE, f"{before} is printed as {after} ({count} times)" if count > 1 else f"{before} is printed as {after}"
        )
        for (before, after), count in wordings.items()
    )
