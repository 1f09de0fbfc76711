"""Which rule decides about which character of a Simplified text: names, places, own words, context, then OpenCC.

The order is the order of certainty: a user's own word, a person's name, a place or a foreign name, a word of the
table of overrides, the character's surroundings, and last what OpenCC's dictionaries say within the bounds of words.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from itertools import compress
from typing import NamedTuple

from convert.transforms.variant import people, places, rules, words
from convert.transforms.variant.knowledge import DocumentKnowledge
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.tables import name_forms, override_places, overrides, parts_of_overrides

Note = Callable[[Choice], None]


class Decided(NamedTuple):
    """A passage's words in OpenCC's standard Traditional forms."""

    words: list[str]
    changed: set[int]
    """The numbers of the words that have another form than they have by themselves."""

    @property
    def text(self) -> str:
        """The words joined."""
        return "".join(self.words)


def decide(passage: Passage, knowledge: DocumentKnowledge, note: Note | None = None) -> Decided:
    """The words of the passage in OpenCC's standard Traditional forms; `note` hears of every choice of a rule."""
    read = words.convert(passage)
    settled: set[int] = set()
    choices = [*_named(passage, knowledge, settled), *_chosen(passage, knowledge, settled)]
    decided = _with(passage, read.words, read.phrases | {choice.at: choice.form for choice in choices})
    if note:
        for choice in [*_refused(passage, read), *choices]:
            note(choice)
    return decided


def _with(passage: Passage, standard: list[str], forms: Mapping[int, str]) -> Decided:
    """The words with other forms in some places."""
    changed: set[int] = set()
    for at, form in forms.items():
        number = passage.word_at(at)
        word, offset = standard[number], at - passage.starts[number]
        if word[offset] != form:
            standard[number] = f"{word[:offset]}{form}{word[offset + 1 :]}"
            changed.add(number)
    return Decided(standard, changed)


def _refused(passage: Passage, read: words.Reading) -> Iterator[Choice]:
    for at, other in read.refused.items():
        number = passage.word_at(at)
        form = read.phrases.get(at) or words.by_itself(passage.words[number])[at - passage.starts[number]]
        yield Choice(at, form, "words", f"not {other}, which OpenCC reads across the end of a word")


def _named(passage: Passage, knowledge: DocumentKnowledge, settled: set[int]) -> Iterator[Choice]:
    """Give the people of the document their forms; every character of their names is settled by that."""
    if not knowledge.names:
        return
    for start, name in people.occurrences(passage, knowledge.names, knowledge.certain):
        settled.update(range(start, start + len(name)))
        for offset, form in people.forms(name).items():
            yield Choice(start + offset, form, "person", name)


def _chosen(passage: Passage, knowledge: DocumentKnowledge, settled: Set[int]) -> Iterator[Choice]:
    """What overrides and rules say of what no name has settled."""
    places_of = list(map(_places.__getitem__, passage.words))
    for start, found in compress(zip(passage.starts, places_of, strict=True), places_of):
        for offset, overridden, surrounded in found:
            at = start + offset
            if at in settled:
                continue
            choice = _overridden(passage, at) if overridden else None
            if not choice and surrounded:
                choice = _by_surroundings(passage, knowledge, at)
            if choice:
                yield choice


class _Places(dict[str, tuple[tuple[int, bool, bool], ...]]):
    """Word → where a rule may speak in it: the character's offset, whether an override, whether its surroundings may.

    Most words have no such place, wherever they stand; kept, as a text's words recur.
    """

    def __missing__(self, word: str) -> tuple[tuple[int, bool, bool], ...]:
        if len(self) >= 1 << 18:
            self.clear()
        self[word] = tuple(place for place in map(_place, [word] * len(word), range(len(word))) if any(place[1:]))
        return self[word]


_places = _Places()


def _place(word: str, offset: int) -> tuple[int, bool, bool]:
    within = override_places().get(word[offset], ())
    overridden = bool(within) and (
        word in parts_of_overrides()
        or any(word[max(0, offset - first) : offset - first + length] in overrides() for first, length in within)
    )
    return offset, overridden, _may_surroundings_speak(word, offset)


def _may_surroundings_speak(word: str, offset: int) -> bool:
    character = word[offset]
    return (
        character == "里"
        or (character in people.CALLED and people.may_be_family_name(word, offset))
        or (character in places.FOREIGN and places.may_be_sound(word))
        or rules.table().may_decide(word, offset)
    )


def _overridden(passage: Passage, at: int) -> Choice | None:
    text = passage.masked
    for offset, length in override_places()[text[at]]:
        start = at - offset
        found = overrides().get(text[start : start + length]) if start >= 0 else None
        if found and len(found.source) == length and passage.has_words(start, start + length):
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
    rule = rules.table().decide(passage, at)
    return Choice(at, rule.form, rule.name, rule.reason) if rule else None
