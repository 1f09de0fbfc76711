"""Which rule decides about which character of a Simplified text: names, places, own words, context, then OpenCC.

The order is the order of certainty: a user's own word, a person's name, a place or a foreign name, a word of the
table of overrides, the character's surroundings, and last what OpenCC's dictionaries say within the bounds of words.
"""

import functools
import re
from collections.abc import Callable

from convert.transforms.variant import people, places, rules, words
from convert.transforms.variant.knowledge import DocumentKnowledge
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.tables import name_forms, override_neighbours, override_places, overrides

Note = Callable[[Choice], None]


@functools.cache
def _watched() -> re.Pattern[str]:
    """The characters that a rule may speak about."""
    return re.compile(
        f"[{''.join(sorted({*rules.table().characters, *places.FOREIGN, *people.CALLED, *override_places()}))}]"
    )


def decide(passage: Passage, knowledge: DocumentKnowledge, note: Note | None = None) -> list[str]:
    """The characters of the passage in OpenCC's standard Traditional forms; `note` hears of every choice of a rule."""
    out, refused = words.convert(passage)
    if len(out) != len(passage.masked):
        return out
    if note:
        for at, other in refused.items():
            note(Choice(at, out[at], "words", f"not {other}, which OpenCC reads across the end of a word"))
    settled = _names(passage, knowledge, out, note)
    for match in _watched().finditer(passage.masked):
        at = match.start()
        if at in settled:
            continue
        choice = _overridden(passage, at) or _by_surroundings(passage, knowledge, at)
        if choice:
            out[at] = choice.form
            if note:
                note(choice)
    return out


def _names(passage: Passage, knowledge: DocumentKnowledge, out: list[str], note: Note | None) -> set[int]:
    """Give the people of the document their forms; returns the positions that are settled by that."""
    settled: set[int] = set()
    if not knowledge.names:
        return settled
    for start, name in people.occurrences(passage, knowledge.names, knowledge.certain):
        form = people.forms(name)
        settled.update(range(start, start + len(name)))
        for offset in form:
            out[start + offset] = form[offset]
            if note:
                note(Choice(start + offset, form[offset], "person", name))
    return settled


def _overridden(passage: Passage, at: int) -> Choice | None:
    text = passage.masked
    beside = override_neighbours().get(text[at])
    if not beside or (text[at - 1 : at] not in beside and text[at + 1 : at + 2] not in beside):
        return None
    for offset, length in override_places()[text[at]]:
        start = at - offset
        found = overrides().get(text[start : start + length]) if start >= 0 else None
        if found and passage.has_words(start, start + length):
            return Choice(at, found.target[offset], "override", f"{found.source}: {found.reason}")
    return None


def _by_surroundings(passage: Passage, knowledge: DocumentKnowledge, at: int) -> Choice | None:
    character = passage.masked[at]
    if character == "里" and (places.known(passage, at, knowledge.hamlets) or places.hamlet(passage, at)):
        return Choice(at, "里", "place", places.hamlet_name(passage, at))
    if character in people.CALLED and people.family_name(passage, at):
        return Choice(at, name_forms()[character].surname, "person", "a surname beside a title")
    if character in places.FOREIGN and places.sound(passage, at):
        return Choice(at, places.FOREIGN[character], "sound", "a foreign name")
    if character in rules.table().characters:
        rule = rules.table().decide(passage, at)
        if rule:
            return Choice(at, rule.form, rule.name, rule.reason)
    return None
