"""Taiwan's words for the mainland's, opt-in: 项目 → 專案. Every change is counted, so that an editor sees them all.

OpenCC's list of words knows no bounds of words (少数组织 has 数组 in it): here each word is looked up by itself.
"""

from convert.model import Note
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.passage import Passage

CODE = "taiwan-wording"
CUT = "\ufdd1"
"""Stands between two words of the text that is converted; no dictionary has it."""
Wordings = dict[tuple[str, str], int]
"""(the word in Taiwan's forms, Taiwan's word) → how often it was changed."""


def taiwan(passage: Passage, out: list[str], wordings: Wordings) -> list[str]:
    """The characters with Taiwan's words put in; a changed word stands where its first character stood."""
    in_words = CUT.join(passage.words)
    plain, worded = (opencc(config)(in_words).split(CUT) for config in ("s2tw", "s2twp"))
    if plain == worded or not len(plain) == len(worded) == len(passage.words):
        return out
    changed = list(out)
    for number, (before, after) in enumerate(zip(plain, worded, strict=True)):
        if before != after:
            start, length = passage.starts[number], len(passage.words[number])
            changed[start : start + length] = [after, *[""] * (length - 1)]
            key = ("".join(out[start : start + length]), after)
            wordings[key] = wordings.get(key, 0) + 1
    return changed


def notes(wordings: Wordings) -> tuple[Note, ...]:
    """One note a word that was changed."""
    return tuple(
        Note(
            CODE, f"{before} is printed as {after} ({count} times)" if count > 1 else f"{before} is printed as {after}"
        )
        for (before, after), count in wordings.items()
    )
