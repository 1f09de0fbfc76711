"""The forms of a region: one form a word throughout, and none from which the Simplified text can't be had back."""

import functools
import re
from collections.abc import Callable, Mapping

from convert.transforms.variant.decisions import Note
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.tables import ambiguous, preferences, scripts

Convert = Callable[[str], str]


def regional(passage: Passage, standard: list[str], region: str, note: Note | None = None) -> list[str]:
    """The characters in the region's forms, from OpenCC's standard forms."""
    text = "".join(standard)
    out = list(opencc(f"t2{region}")(text)) if region != "t" else list(standard)
    if len(out) != len(passage.masked):
        return out
    _prefer(passage, out, region, note)
    _keep_reversible(passage, out, region, note)
    return out


@functools.cache
def _preferred(region: str) -> re.Pattern[str]:
    """The characters of the words that a region has a preference about."""
    return re.compile(f"[{''.join(sorted(set().union(*preferences(region))))}]")


@functools.lru_cache(maxsize=1 << 16)
def _wanted(region: str, word: str) -> Mapping[int, tuple[str, str]]:
    """Position in the word → the form preferred there and the word it is preferred in; longer words go first."""
    found: dict[int, tuple[str, str]] = {}
    for source, form in sorted(preferences(region).items(), key=lambda row: len(row[0])):
        at = word.find(source)
        while at >= 0:
            found.update((at + i, (character, source)) for i, character in enumerate(form))
            at = word.find(source, at + len(source))
    return found


def _prefer(passage: Passage, out: list[str], region: str, note: Note | None) -> None:
    """Give words that are in print in two forms the one that the region's editors use most."""
    for match in _preferred(region).finditer(passage.masked):
        at = match.start()
        number = passage.word_at(at)
        form, source = _wanted(region, passage.words[number]).get(at - passage.starts[number], ("", ""))
        if form and out[at] != form:
            out[at] = form
            if note:
                note(Choice(at, form, "preference", source))


@functools.cache
def _reverse(region: str) -> Mapping[int, str]:
    return str.maketrans(dict(scripts().reverse[region]))


def _keep_reversible(passage: Passage, out: list[str], region: str, note: Note | None) -> None:
    """Take another form where the one chosen wouldn't come back as the character that was printed."""
    back = "".join(out).translate(_reverse(region))
    if back == passage.masked:
        return
    for at, (returned, printed) in enumerate(zip(back, passage.masked, strict=True)):
        if returned != printed and not _comes_back(out[at], printed):
            out[at] = _reversible_form(printed, region)
            if note:
                note(Choice(at, out[at], "reversible", "the form first chosen doesn't come back as printed"))


def _comes_back(form: str, printed: str) -> bool:
    known = scripts()
    return form == printed or printed in known.traditional or (form, printed) in known.in_phrases


@functools.lru_cache(maxsize=1 << 12)
def _reversible_form(character: str, region: str) -> str:
    table = scripts().reverse[region]
    for form in ambiguous().get(character, opencc("s2t")(character)):
        shown = opencc(f"t2{region}")(form) if region != "t" else form
        if table.get(shown, shown) == character:
            return shown
    return character
