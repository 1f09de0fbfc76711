"""What the setting of a page makes certain, whatever the weights say: which lines are titles, which briefs begin."""

from collections.abc import Callable, Sequence

from convert.reader.path import Decision
from convert.reader.setting.authors import lower_under_titles, raise_authors, raise_over_names
from convert.reader.setting.banners import raise_banner, raise_columns, raise_slogan
from convert.reader.setting.briefs import is_brief_column, part_briefs, part_leads, part_schedules
from convert.reader.setting.crossheads import lower_series, raise_crossheads
from convert.reader.setting.endings import raise_after_signatures, raise_notices
from convert.reader.setting.stacks import (
    part_from_theme,
    raise_calls,
    raise_first_titles,
    raise_over_tables,
    raise_poems,
    raise_stacks,
    raise_under_places,
)
from convert.reader.sights import Page

__all__ = ["is_brief_column", "settled"]

Rule = Callable[[Page, list[Decision]], None]
"""Sets decisions aside that nothing printed can be."""
RULES: tuple[Rule, ...] = (
    raise_slogan,
    lower_under_titles,
    part_schedules,
    raise_authors,
    raise_notices,
    raise_after_signatures,
    raise_columns,
    raise_banner,
    raise_first_titles,
    raise_over_names,
    raise_over_tables,
    lower_series,
    raise_calls,
    part_from_theme,
    raise_poems,
    raise_stacks,
    raise_under_places,
    part_briefs,
    raise_crossheads,
    part_leads,
)
"""In the order in which they are asked: each sees what those before it have settled."""


def settled(page: Page, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, those set aside that nothing printed can be; what a person said of a line stands."""
    kept = list(decisions)
    for rule in RULES:
        rule(page, kept)
    said = [line.said is not None for line in page.lines]
    if any(said):
        return [own if told else new for own, new, told in zip(decisions, kept, said, strict=True)]
    return kept
