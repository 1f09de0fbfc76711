"""Every rule's own examples through the whole table, and the tables of words."""

import pytest

from convert.transforms.variant import DocumentKnowledge, tables
from convert.transforms.variant.decisions import decide
from convert.transforms.variant.passage import Choice, Passage
from convert.transforms.variant.rows import RULES
from convert.transforms.variant.rules import Rule, table


def decided(marked: str) -> tuple[int, str, list[Choice]]:
    """Position of the character in brackets, what the text became without them, and the choices made."""
    choices: list[Choice] = []
    at = marked.index("【")
    text = marked.replace("【", "").replace("】", "")
    return at, decide(Passage(text, []), DocumentKnowledge(), choices.append).text, choices


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.yes])
def test_a_rule_decides_where_its_examples_say(rule: Rule, text: str) -> None:
    at, out, _ = decided(text)
    passage = Passage(text.replace("【", "").replace("】", ""), [])
    assert passage.masked[at] == rule.character, "the bracket isn't around the rule's character"
    decider = table().decide(passage, at)
    assert decider is not None
    assert decider.form == rule.form
    assert out[at] == rule.form


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.no])
def test_a_rule_stays_away_where_its_counterexamples_say(rule: Rule, text: str) -> None:
    at, _, _ = decided(text)
    passage = Passage(text.replace("【", "").replace("】", ""), [])
    assert passage.masked[at] == rule.character, "the bracket isn't around the rule's character"
    decider = table().decide(passage, at)
    assert decider is None or decider.name != rule.name or decider.reason != rule.reason


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.yes] == []


def test_a_rule_gives_a_form_that_its_character_may_have() -> None:
    known = tables.ambiguous()
    assert [rule.name for rule in RULES if rule.form not in known[rule.character] + rule.character] == []


@pytest.mark.parametrize("override", tables.overrides().values(), ids=lambda override: override.source)
def test_an_override_comes_out(override: tables.Override) -> None:
    assert decide(Passage(override.source, []), DocumentKnowledge()).text == override.target
    assert override.reason


def test_the_rows_of_the_tables_are_as_long_as_their_words() -> None:
    for override in tables.overrides().values():
        assert len(override.source) == len(override.target)
    for region in ("tw", "hk", "t"):
        for source, preference in tables.preferences(region).items():
            assert len(source) == len(preference.form), source
