"""The forms of a region: one form a word throughout, and none from which the Simplified text can't be had back."""

import functools
import re
from collections.abc import Callable, Mapping

from convert.transforms.variant.decisions import Decided, Note
from convert.transforms.variant.engine import STAND_IN, opencc
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.tables import ambiguous, preferences, scripts
from convert.transforms.variant.words import by_itself


def regional(passage: Passage, standard: Decided, region: str, note: Note | None = None) -> str:
    """The passage in the region's forms, from OpenCC's standard forms; as long as before."""
    quick = None if note else _word_by_word(passage, standard, region)
    return _as_a_whole(passage, standard.text, region, note) if quick is None else quick


def _word_by_word(passage: Passage, standard: Decided, region: str) -> str | None:
    """The words in the region's forms, each kept from the last time; None where they have to be seen together."""
    made = _made(region)
    out = list(map(made.__getitem__, passage.words))
    for number in standard.changed:
        out[number] = made.in_form(passage.words[number], standard.words[number])
    if None in out or _is_of_several_words(passage, standard, region):
        return None
    return "".join(out)  # type: ignore[arg-type]


class _Made(dict[str, str | None]):
    """Word → the word by itself in the region's forms; None when what stands around it decides how it comes back."""

    def __init__(self, region: str) -> None:
        self.region = region
        self.in_form = functools.lru_cache(maxsize=1 << 14)(self._in_form)

    def __missing__(self, word: str) -> str | None:
        if len(self) >= 1 << 18:
            self.clear()
        self[word] = self._in_form(word, by_itself(word))
        return self[word]

    def _in_form(self, word: str, standard: str) -> str | None:
        """The word in the region's forms, from a standard form of it."""
        if STAND_IN in word:  # for what the segmenter can't be given, which has no other form
            word = "".join(form if c == STAND_IN else c for c, form in zip(word, standard, strict=True))
        made = _as_a_whole(Passage(word, [], [word]), standard, self.region)
        doubtful = any(pair in scripts().in_phrases for pair in zip(standard, word, strict=True))
        return None if doubtful and opencc(BACK[self.region])(standard) != word else made


@functools.cache
def _made(region: str) -> _Made:
    return _Made(region)


def _is_of_several_words(passage: Passage, standard: Decided, region: str) -> bool:
    """Whether a preference or a phrase of the region's holds for several words together."""
    if region != "t" and _phrases(region).search(standard.text):
        return True
    return any(
        passage.word_at(match.start()) != passage.word_at(match.end() - 1) and passage.has_words(*match.span())
        for match in _long_preferences(region).finditer(passage.masked)
    )


@functools.cache
def _phrases(region: str) -> re.Pattern[str]:
    return re.compile("|".join(scripts().phrases[region]))


@functools.cache
def _long_preferences(region: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted((word for word in preferences(region) if len(word) > 1), key=len, reverse=True)))


PRINTED = {"hk": dict(zip("羣啓峯牀麪嫺豔恆", "群啟峰床麵嫻艷恒", strict=True))}
"""Forms of OpenCC's for a region, after a list for schools, → those that the region's newspapers print."""


@functools.cache
def in_region(region: str) -> Callable[[str], str]:
    """A function from OpenCC's standard forms to the region's."""
    if region == "t":
        return str
    convert = opencc(f"t2{region}")
    if region not in PRINTED:
        return convert
    printed = PRINTED[region]
    of_schools = re.compile(f"[{''.join(printed)}]")
    return lambda text: of_schools.sub(lambda match: printed[match[0]], convert(text))


def _as_a_whole(passage: Passage, text: str, region: str, note: Note | None = None) -> str:
    shown = in_region(region)(text)
    if len(shown) != len(passage.masked):
        return shown
    out = list(shown)
    _prefer(passage, out, region, note)
    _keep_reversible(passage, out, region, note)
    return "".join(out)


@functools.cache
def _preferred(region: str) -> re.Pattern[str]:
    """The words that a region has a preference about; what they are a part of is looked at as a whole."""
    return re.compile("|".join(sorted(preferences(region), key=len, reverse=True)))


@functools.cache
def _shortest_first(region: str) -> tuple[tuple[str, str], ...]:
    """The words that a region has a preference about, each with its form in the region's forms."""
    shown = in_region(region)
    rows = sorted(preferences(region).items(), key=lambda row: len(row[0]))
    return tuple((source, shown(form) if standard else form) for source, (form, standard) in rows)


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
        shown = in_region(region)(form)
        if table.get(shown, shown) == character:
            return shown
    return ""
