"""What the setting of a page makes certain, whatever the weights say: which lines are titles, which briefs begin."""

from collections.abc import Callable, Sequence

from convert.reader.path import Decision
from convert.reader.setting.authors import lower_under_titles, raise_authors, raise_over_names
from convert.reader.setting.banners import raise_banner, raise_columns, raise_labels, raise_slogan
from convert.reader.setting.briefs import is_brief_column, part_briefs, part_leads, part_schedules
from convert.reader.setting.crossheads import lower_series, raise_crossheads
from convert.reader.setting.endings import raise_after_signatures, raise_notices
from convert.reader.setting.grounds import MAYBE_TITLE
from convert.reader.setting.stacks import (
    part_from_theme,
    raise_calls,
    raise_first_titles,
    raise_over_greetings,
    raise_over_tables,
    raise_poems,
    raise_questions,
    raise_stacks,
    raise_under_places,
)
from convert.reader.sights import Page

__all__ = ["is_brief_column", "settled"]

Rule = Callable[[Page, list[Decision]], None]
"""Sets decisions aside that nothing printed can be."""
FIRST: tuple[Rule, ...] = (raise_labels, raise_slogan, lower_under_titles, part_schedules)
"""What is settled on every page before it is looked whether lines are loose, that is, short and no titles."""
RULES: tuple[tuple[Rule, bool], ...] = (
    (raise_authors, False),
    (raise_notices, True),
    (raise_after_signatures, True),
    (raise_columns, False),
    (raise_banner, False),
    (raise_first_titles, True),
    (raise_over_names, True),
    (raise_over_tables, True),
    (lower_series, True),
    (raise_over_greetings, True),
    (raise_questions, True),
    (raise_calls, True),
    (part_from_theme, False),
    (raise_poems, True),
    (raise_stacks, False),
    (raise_under_places, True),
    (part_briefs, False),
    (raise_crossheads, True),
    (part_leads, False),
)
"""The others in the order in which they are asked, each with whether it is about loose lines only: most pages of news
have none. Each sees what those before it have settled."""


def settled(page: Page, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, those set aside that nothing printed can be; what a person said of a line stands."""
    kept = list(decisions)
    for rule in FIRST:
        rule(page, kept)
    loose = any(decision.label in MAYBE_TITLE for decision in kept)
    for rule, of_loose in RULES:
        if loose or not of_loose:
            rule(page, kept)
    if any(line.fix is not None for line in page.lines):
        told = [line.said is not None for line in page.lines]
        return [own if by_person else new for own, new, by_person in zip(decisions, kept, told, strict=True)]
    return kept
