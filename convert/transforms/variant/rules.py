"""What a rule about one character in its context is, and how the table of them is asked.

The rows are in `rows`. The first row of a character whose surroundings fit decides; where none fits, the word
that the character stands in does.
"""

import functools
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from convert.transforms.variant.passage import MARK, Passage


class Rule(Struct, frozen=True, kw_only=True):
    """A character's form where its surroundings look so; `form` is in OpenCC's standard forms.

    `before` has to match right up to the character, `after` right from it on. `alone` holds the rule to places where
    the character is a word by itself, `starts` to places where it begins a word. `sure` says that nothing else can
    stand there. `yes` are texts in which the rule decides for 【the character in brackets】, `no` texts in which it
    doesn't; a test runs both through the whole table.
    """

    character: str
    form: str
    reason: str
    before: str = ""
    after: str = ""
    alone: bool = False
    starts: bool = False
    sure: bool = False
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a report calls the rule."""
        return f"{'certain' if self.sure else 'context'}:{self.character}→{self.form}"

    @functools.cache  # noqa: B019 - a rule lives as long as the program
    def pattern(self) -> re.Pattern[str]:
        """The rule's surroundings as a pattern over a window whose character is MARK."""
        return re.compile(f"(?:{self.before}){MARK}(?:{self.after})")


class _Patterns(dict[tuple[str, bool, bool], list[tuple[re.Pattern[str], Rule]]]):
    """(character, is it a word by itself, does it begin one) → the rules that can hold there, with their patterns.

    They are compiled when the character first occurs so: few texts have all.
    """

    def __init__(self, rules: Mapping[str, list[Rule]]) -> None:
        self._rules = rules

    def __missing__(self, key: tuple[str, bool, bool]) -> list[tuple[re.Pattern[str], Rule]]:
        character, alone, starts = key
        self[key] = [
            (rule.pattern(), rule)
            for rule in self._rules.get(character, ())
            if (alone or not rule.alone) and (starts or not rule.starts)
        ]
        return self[key]


class RuleTable:
    """The rules by character."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """`rules` in the order in which they are tried."""
        by_character: dict[str, list[Rule]] = {}
        for rule in rules:
            by_character.setdefault(rule.character, []).append(rule)
        self._patterns = _Patterns(by_character)

    def may_decide(self, word: str, offset: int) -> bool:
        """Whether there is a rule for the character at `offset` of a word, whatever stands around it."""
        return bool(self._patterns[word[offset], len(word) == 1, offset == 0])

    def decide(self, passage: Passage, at: int) -> Rule | None:
        """The rule that decides about the character at `at`, if one does."""
        number = passage.word_at(at)
        key = (passage.masked[at], len(passage.words[number]) == 1, passage.starts[number] == at)
        window = passage.window(at)
        return next((rule for pattern, rule in self._patterns[key] if pattern.search(window)), None)


@functools.cache
def table() -> RuleTable:
    """The table of all rules."""
    from convert.transforms.variant.rows import RULES

    return RuleTable(RULES)
