"""The tables of this room, read once from `data/`: ambiguous characters, scripts, names, overrides, preferences."""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, columns parted by tabs; blank lines and lines that begin with `#` are passed over."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@functools.cache
def ambiguous() -> Mapping[str, str]:
    """Simplified character → the Traditional characters it may stand for, OpenCC's first choice first."""
    return {row[0]: row[1] for row in rows("ambiguous.tsv")}


class Scripts(NamedTuple):
    """Which characters tell a script, and what a Traditional character is in Simplified."""

    reverse: Mapping[str, Mapping[str, str]]
    """Region (t, tw, hk) → Traditional character → Simplified one."""
    in_phrases: frozenset[tuple[str, str]]
    """Further pairs of a Traditional and a Simplified character that hold in some phrases: 覆 is 复 in 答覆."""
    traditional: frozenset[str]
    """Characters that only Traditional text has."""
    simplified: frozenset[str]
    """Characters that only Simplified text has."""
    phrases: Mapping[str, tuple[str, ...]]
    """Region (tw, hk) → words, in standard forms, that it writes otherwise than character by character."""


@functools.cache
def scripts() -> Scripts:
    """The tables of scripts."""
    columns = {row[0]: (row[1], row[2]) for row in rows("reverse.tsv")}
    simplified = frozenset(columns.pop("simplified")[0])
    in_phrases = frozenset(zip(*columns.pop("phrases"), strict=True))
    phrases = {region: tuple(columns.pop(f"phrases-{region}")[0].split()) for region in ("tw", "hk")}
    reverse = {region: dict(zip(keys, values, strict=True)) for region, (keys, values) in columns.items()}
    return Scripts(reverse, in_phrases, frozenset(reverse["t"]), simplified, phrases)


class Override(NamedTuple):
    """A word whose form OpenCC's dictionaries have wrong or don't have, with the reason."""

    source: str
    target: str
    reason: str


@functools.cache
def overrides() -> Mapping[str, Override]:
    """Words that come out otherwise than OpenCC has them, in every Traditional variant, in OpenCC's standard forms."""
    people = {source: Override(source, form, "the name of a person") for source, form in rows("persons.tsv")}
    return people | {row[0]: Override(*row) for row in rows("overrides.tsv")}


@functools.cache
def override_places() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Ambiguous character → (its offset in an override, the override's length), the longest override first.

    Few pairs stand for many words: what stands there is looked up in `overrides`.
    """
    found: dict[str, set[tuple[int, int]]] = {}
    for source in overrides():
        for offset, character in enumerate(source):
            if character in ambiguous():
                found.setdefault(character, set()).add((offset, len(source)))
    return {character: tuple(sorted(pairs, key=lambda pair: -pair[1])) for character, pairs in found.items()}


@functools.cache
def parts_of_overrides() -> frozenset[str]:
    """What can be a word of the list where an override stands: every part of an override."""
    return frozenset(
        source[start:end]
        for source in overrides()
        for start in range(len(source))
        for end in range(start + 1, len(source) + 1)
    )


class Preference(NamedTuple):
    """The form of a word that a region's editors use most, where several are in print."""

    form: str
    standard: bool
    """Whether it is in OpenCC's standard forms, of which the region's have yet to be made."""


@functools.cache
def preferences(region: str) -> Mapping[str, Preference]:
    """Simplified word → the form of it that the region's editors use most."""
    found = [(row[0].split(), row[1], row[2]) for row in rows("preferences.tsv")]
    return {word: Preference(form, len(regions) > 1) for regions, word, form in found if region in regions}


@functools.cache
def newspaper_wording() -> Mapping[str, str]:
    """Simplified word → what Taiwan's edition with Taiwan's wording does about it: =, + or Taiwan's word."""
    return {row[0]: row[1] for row in rows("wording.tsv")}


class NameForm(NamedTuple):
    """What a character is in a person's name: as surname, as part of a given name."""

    surname: str
    given: str
    reason: str


@functools.cache
def name_forms() -> Mapping[str, NameForm]:
    """Characters whose form in a name differs from the one in running text."""
    return {row[0]: NameForm(*row[1:]) for row in rows("names.tsv")}


@functools.cache
def vocabulary(kind: str) -> frozenset[str]:
    """The words of one kind."""
    lines = (DATA / "vocabulary.txt").read_text("utf-8").splitlines()
    return next(frozenset(words) for name, *words in map(str.split, lines) if name == kind)
