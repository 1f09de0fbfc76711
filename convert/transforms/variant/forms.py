"""The forms of a region: one form a word throughout, and none from which the Simplified text can't be had back."""

import functools
import re
from collections.abc import Mapping

from convert.transforms.variant.decisions import Note
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.tables import ambiguous, preferences, scripts


def regional(passage: Passage, standard: list[str], region: str, note: Note | None = None) -> list[str]:
    """The characters in the region's forms, from OpenCC's standard forms."""
    text = "".join(standard)
    shown = opencc(f"t2{region}")(text) if region != "t" else text
    out = list(standard if shown == text else shown)
    if len(out) != len(passage.masked):
        return out
    _prefer(passage, out, region, note)
    _keep_reversible(passage, out, region, note)
    return out


@functools.cache
def _preferred(region: str) -> re.Pattern[str]:
    """The words that a region has a preference about; what they are a part of is looked at as a whole."""
    return re.compile("|".join(sorted(preferences(region), key=len, reverse=True)))


@functools.cache
def _shortest_first(region: str) -> tuple[tuple[str, str], ...]:
    """The words that a region has a preference about, each with its form in the region's forms."""
    in_region = opencc(f"t2{region}") if region != "t" else str
    rows = sorted(preferences(region).items(), key=lambda row: len(row[0]))
    return tuple((source, in_region(form) if standard else form) for source, (form, standard) in rows)


@functools.lru_cache(maxsize=1 << 16)
def _wanted(region: str, word: str) -> Mapping[int, tuple[str, str]]:
    """Position in the word → the form preferred there and the word it is preferred in; longer words go first."""
    found: dict[int, tuple[str, str]] = {}
    for source, form in _shortest_first(region):
        at = word.find(source)
        while at >= 0:
            found.update((at + i, (character, source)) for i, character in enumerate(form))
            at = word.find(source, at + len(source))
    return found


def _prefer(passage: Passage, out: list[str], region: str, note: Note | None) -> None:
    """Give words that are in print in two forms the one that the region's editors use most."""
    seen, phrases = -1, []
    for match in _preferred(region).finditer(passage.masked):
        first, last = passage.word_at(match.start()), passage.word_at(match.end() - 1)
        for number in range(max(seen + 1, first), last + 1):
            _put(_wanted(region, passage.words[number]), passage.starts[number], out, note)
        if first != last and passage.has_words(*match.span()):
            phrases.append(match)
        seen = last
    for match in phrases:
        _put(_wanted(region, match[0]), match.start(), out, note)


def _put(wanted: Mapping[int, tuple[str, str]], start: int, out: list[str], note: Note | None) -> None:
    """Put in the forms that are wanted of what begins at `start`."""
    for offset, (form, source) in wanted.items():
        at = start + offset
        if out[at] != form:
            out[at] = form
            if note:
                note(Choice(at, form, "preference", source))


@functools.cache
def _reverse(region: str) -> Mapping[int, str]:
    return str.maketrans(dict(scripts().reverse[region]))


@functools.cache
def _reverse_by_number(region: str) -> list[int | str]:
    """The same for the Basic Multilingual Plane as a list, which `translate` asks twice as fast as a mapping."""
    table: list[int | str] = list(range(1 << 16))
    for number, character in _reverse(region).items():
        if number < len(table):
            table[number] = character
    return table


def _keep_reversible(passage: Passage, out: list[str], region: str, note: Note | None) -> None:
    """Take another form where the one chosen wouldn't come back as the character that was printed."""
    text = "".join(out)
    if text.translate(_reverse_by_number(region)) == passage.masked:
        return
    back = text.translate(_reverse(region))
    exact = ""
    for at, (returned, printed) in enumerate(zip(back, passage.masked, strict=True)):
        if returned == printed or out[at] == printed or printed in scripts().traditional:
            continue
        if (out[at], printed) in scripts().in_phrases:
            exact = exact or opencc(BACK[region])(text)
            if exact[at : at + 1] == printed:
                continue
        form = _reversible_form(printed, region)
        if form and form != out[at]:
            out[at] = form
            if note:
                note(Choice(at, form, "reversible", "the form first chosen doesn't come back as printed"))


BACK = {"t": "t2s", "tw": "tw2s", "hk": "hk2s"}
"""Region → OpenCC's configuration that leads back to Simplified."""


@functools.lru_cache(maxsize=1 << 12)
def _reversible_form(character: str, region: str) -> str:
    """The form that comes back as the character: itself where it is one, else the first that does; empty: none."""
    table = scripts().reverse[region]
    forms = ambiguous().get(character, opencc("s2t")(character))
    for form in sorted(forms, key=lambda form: form != character):
        shown = opencc(f"t2{region}")(form) if region != "t" else form
        if table.get(shown, shown) == character:
            return shown
    return ""
