"""What an editor is to look at: every ambiguous character with its context, the choice, the others, and who chose.

An entry's doubt is between 0 and 1: how likely its rule is to be wrong here, as measured or judged, not a probability.
"""

import json
from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import asdict

from convert.lexicon import words
from convert.transforms.variant.engine import opencc
from convert.transforms.variant.forms import in_region
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.tables import ambiguous

CONTEXT = 14
"""Characters shown on each side."""

DOUBT = {
    "term": 0.0,
    "override": 0.05,
    "preference": 0.05,
    "dictionary": 0.1,
    "word": 0.1,
    "certain": 0.1,
    "place": 0.2,
    "person": 0.25,
    "context": 0.3,
    "sound": 0.4,
    "reversible": 0.4,
    "words": 0.5,
    "single": 0.15,
}
"""Rule → doubt."""
UNDECIDED = 0.7
"""The doubt of a character that stands alone, could well be either and has no rule that fits."""
OPEN_ALONE = frozenset("只干余系征冲面发表钟卷制准尽签松斗云谷复折尝胡荡喂范郁咸涂姜台里占志")
"""Characters of which more than one form is a common word by itself."""
NOT_IN_PRINT = frozenset("孃箇喫纔竈譭慼谿鬨剋譟侷隄闇衹簷牀粧菓閤衚衕榦鈡囌寀疈蒐癥甦")
"""Forms that are no alternative for an editor: the region's print doesn't have them beside the common one."""


class Entry(Struct, frozen=True):
    """One ambiguous character of the text."""

    where: str
    """The line of a plain text, or the article's id and the part of it."""
    at: int
    """Offset in that text, in characters, from 0."""
    before: str
    source: str
    after: str
    chosen: str
    alternatives: str
    rule: str
    reason: str
    word: str
    """The word of the source that the character stands in; one that stands alone has its neighbours with it."""
    converted: str
    """The same stretch as it came out."""
    in_word: int
    """Offset of the character in `word`."""
    alone: bool
    """Whether the character is a word by itself."""
    doubt: float


class Report(Struct):
    """Collects the entries of a conversion, held in memory until they are sorted."""

    region: str
    entries: list[Entry] = field(default_factory=list)
    where: str = ""
    """Where the next passage stands; whoever converts says it."""

    def add(self, passage: Passage, out: list[str], choices: Iterable[Choice], own: list[tuple[int, int, str]]) -> None:
        """Take in a passage that was converted: its characters and what rules said about them."""
        chosen_by = {choice.at: choice for choice in choices}
        for start, end, target in own:
            chosen_by.update((at, Choice(at, target, "term", "your own word")) for at in range(start, end))
        for at, character in enumerate(passage.source):
            if character in ambiguous():
                self._one(passage, out, at, chosen_by.get(at))

    def _one(self, passage: Passage, out: list[str], at: int, choice: Choice | None) -> None:
        source = passage.source
        others = alternatives(source[at], self.region).replace(out[at], "")
        if not others:
            return
        choice = choice or _by_dictionary(passage, at, out[at])
        start, end = _stretch(passage, at)
        self.entries.append(
            Entry(
                where=self.where,
                at=at,
                before=source[max(0, at - CONTEXT) : at],
                source=source[at],
                after=source[at + 1 : at + 1 + CONTEXT],
                chosen=out[at],
                alternatives=others,
                rule=choice.rule,
                reason=choice.reason,
                word=source[start:end],
                converted="".join(out[start:end]),
                in_word=at - start,
                alone=len(passage.words[passage.word_at(at)]) == 1,
                doubt=_doubt(choice, source[at]),
            )
        )

    def sorted(self) -> list[Entry]:
        """The entries, most doubtful first, else as they stand in the text."""
        return sorted(self.entries, key=lambda entry: -entry.doubt)


def alternatives(character: str, region: str) -> str:
    """The forms that a region prints for a Simplified character; one means that it isn't ambiguous there."""
    forms = ambiguous().get(character, "")
    shown = in_region(region)(forms)
    return "".join(form for form in dict.fromkeys(shown) if form not in NOT_IN_PRINT)


def _stretch(passage: Passage, at: int) -> tuple[int, int]:
    """What a term for this place would name: the character's word, or the character with its neighbours."""
    number = passage.word_at(at)
    start, length = passage.starts[number], len(passage.words[number])
    return (start, start + length) if length > 1 else (max(0, at - 1), at + 2)


def _by_dictionary(passage: Passage, at: int, form: str) -> Choice:
    """Where no rule of ours spoke: OpenCC's entry for a word, or its first choice for a character."""
    word = passage.words[passage.word_at(at)]
    if len(word) > 1:
        known = "a word of the list" if word in words() else "not in the list of words"
        return Choice(at, form, "word", f"{word}: {known}")
    if form != opencc("s2t")(passage.masked[at]):
        return Choice(at, form, "dictionary", "an entry of OpenCC's dictionaries")
    return Choice(at, form, "single", "a word by itself: the commoner form")


def _doubt(choice: Choice, character: str) -> float:
    kind = choice.rule.partition(":")[0]
    if kind == "single" and character in OPEN_ALONE:
        return UNDECIDED
    return DOUBT[kind]


def json_lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    """One JSON object an entry and line."""
    for entry in entries:
        text = json.dumps(asdict(entry), ensure_ascii=False)
        yield text.encode("utf-8", "backslashreplace") + b"\n"
