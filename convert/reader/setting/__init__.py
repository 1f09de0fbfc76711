"""What the setting of a page makes certain, whatever the weights say: which lines are titles, which briefs begin."""

from collections.abc import Callable, Sequence

from convert.reader.path import Decision, Label
from convert.reader.setting.apart import (
    join_after_pictures,
    lower_labels,
    part_contents,
    part_pictures,
    part_words_to_readers,
)
from convert.reader.setting.authors import lower_people, lower_under_titles, raise_authors, raise_over_names
from convert.reader.setting.banners import lower_institutions, raise_banner, raise_columns, raise_labels, raise_slogan
from convert.reader.setting.briefs import is_brief_column, part_briefs, part_leads, part_schedules, raise_small_heads
from convert.reader.setting.crossheads import lower_series, raise_crossheads
from convert.reader.setting.endings import lower_senders, raise_after_signatures, raise_notices
from convert.reader.setting.grounds import MAYBE_TITLE
from convert.reader.setting.stacks import (
    part_from_theme,
    raise_calls,
    raise_first_titles,
    raise_over_greetings,
    raise_over_jumps,
    raise_over_tables,
    raise_places,
    raise_poems,
    raise_questions,
    raise_signed_poems,
    raise_stacks,
    raise_under_places,
)
from convert.reader.sights import Page

__all__ = ["is_brief_column", "settled"]

Rule = Callable[[Page, list[Decision]], None]
"""Sets decisions aside that nothing printed can be."""
LOOSE = MAYBE_TITLE
"""Lines that are short and no titles: most pages of news have none."""
ANY = frozenset(Label)
RULES: tuple[tuple[Rule, frozenset[Label]], ...] = (
    (raise_labels, frozenset({Label.BYLINE, Label.SHORT})),
    (raise_slogan, ANY),
    (lower_under_titles, frozenset({Label.SUBTITLE, Label.BYLINE})),
    (part_schedules, ANY),
    (part_contents, frozenset({Label.SECTION})),
    (join_after_pictures, frozenset({Label.OPENING})),
    (lower_labels, frozenset({Label.SECTION})),
    (lower_people, ANY),
    (lower_senders, ANY),
    (raise_authors, LOOSE | {Label.SUBTITLE}),
    (raise_notices, LOOSE),
    (raise_after_signatures, LOOSE),
    (raise_columns, ANY),
    (raise_banner, ANY),
    (lower_institutions, frozenset({Label.SECTION})),
    (raise_first_titles, LOOSE),
    (raise_over_names, LOOSE),
    (raise_over_tables, LOOSE),
    (lower_series, LOOSE),
    (raise_over_greetings, LOOSE),
    (raise_over_jumps, LOOSE),
    (raise_questions, LOOSE | {Label.CREDIT}),
    (raise_calls, LOOSE),
    (part_from_theme, frozenset({Label.CONTINUES})),
    (raise_poems, LOOSE),
    (raise_signed_poems, LOOSE),
    (raise_stacks, LOOSE),
    (raise_places, ANY),
    (raise_under_places, LOOSE),
    (part_briefs, ANY),
    (raise_small_heads, LOOSE),
    (raise_crossheads, LOOSE),
    (part_leads, frozenset({Label.OPENING})),
    (part_pictures, frozenset({Label.CREDIT})),
    (part_words_to_readers, ANY),
)
"""All rules in the order in which they are asked, each with the labels of which one must be on the page: each sees what
those before it have settled."""


def settled(page: Page, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, those set aside that nothing printed can be; what a person said of a line stands."""
    kept = list(decisions)
    before, present = list(kept), {decision.label for decision in kept}
    for rule, about in RULES:
        if present.isdisjoint(about):
            continue
        rule(page, kept)
        if kept != before:
            before, present = list(kept), {decision.label for decision in kept}
    if page.corrected:
        told = [line.said is not None for line in page.lines]
        return [own if by_person else new for own, new, by_person in zip(decisions, kept, told, strict=True)]
    return kept
