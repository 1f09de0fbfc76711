"""What the setting of a page makes certain, whatever the weights say: which lines are titles, which briefs begin."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from convert.reader.path import Decision, Label
from convert.reader.setting.apart import (
    MAYBE_WORD,
    join_after_pictures,
    lower_captions,
    lower_labels,
    part_contents,
    part_pictures,
    part_words_to_readers,
)
from convert.reader.setting.authors import (
    MAYBE_PERSON,
    NO_AUTHOR,
    lower_people,
    lower_under_titles,
    raise_authors,
    raise_over_names,
)
from convert.reader.setting.banners import (
    NAMED,
    OVER_COLUMN,
    lower_institutions,
    raise_banner,
    raise_columns,
    raise_labels,
    raise_named_columns,
    raise_slogan,
)
from convert.reader.setting.briefs import (
    OVER_BRIEFS,
    is_brief_column,
    part_briefs,
    part_leads,
    part_schedules,
    raise_small_heads,
    raise_titles_of_pieces,
)
from convert.reader.setting.crossheads import lower_book_data, lower_series, lower_turns, raise_crossheads
from convert.reader.setting.endings import MAYBE_NOTICE, NO_SENDER, lower_senders, raise_after_signatures, raise_notices
from convert.reader.setting.grounds import IN_STACK, MAYBE_TITLE
from convert.reader.setting.stacks import (
    PLACE_OR_END,
    UNDER_STACK,
    part_from_theme,
    raise_calls,
    raise_clauses,
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

__all__ = ["RULES", "is_brief_column", "settled"]

Rule = Callable[[Page, list[Decision], Sequence[int]], None]
"""Sets decisions aside that nothing printed can be; it is handed the places of the lines that it is about, as they are
before it begins."""
_SHORT, _CROSSHEAD, _SECTION = frozenset({Label.SHORT}), frozenset({Label.CROSSHEAD}), frozenset({Label.SECTION})
RULES: Mapping[Rule, frozenset[Label]] = {
    raise_labels: frozenset({Label.BYLINE, Label.SHORT}),
    raise_slogan: OVER_COLUMN,
    lower_under_titles: frozenset(IN_STACK),
    part_schedules: frozenset({*IN_STACK, Label.CROSSHEAD}),
    part_contents: _SECTION,
    join_after_pictures: frozenset({Label.OPENING}),
    lower_labels: _SECTION,
    lower_captions: frozenset({Label.TITLE}),
    lower_people: MAYBE_PERSON,
    lower_senders: NO_SENDER,
    raise_authors: NO_AUTHOR,
    raise_notices: MAYBE_NOTICE,
    raise_after_signatures: MAYBE_TITLE,
    raise_columns: OVER_COLUMN,
    raise_named_columns: NAMED,
    raise_banner: frozenset({Label.TITLE}),
    lower_institutions: _SECTION,
    raise_first_titles: MAYBE_TITLE,
    raise_over_names: _SHORT,
    raise_over_tables: _SHORT,
    lower_series: frozenset({Label.SUBTITLE}),
    lower_turns: _CROSSHEAD,
    lower_book_data: frozenset({Label.TITLE}),
    raise_over_greetings: _SHORT,
    raise_over_jumps: MAYBE_TITLE,
    raise_questions: MAYBE_TITLE | {Label.CREDIT},
    raise_calls: _SHORT,
    raise_clauses: frozenset({Label.PARAGRAPH, Label.OPENING}),
    part_from_theme: frozenset({Label.CONTINUES}),
    raise_poems: MAYBE_TITLE,
    raise_signed_poems: _SHORT,
    raise_stacks: UNDER_STACK,
    raise_places: PLACE_OR_END,
    raise_under_places: _CROSSHEAD,
    part_briefs: OVER_BRIEFS,
    raise_small_heads: _SECTION,
    raise_titles_of_pieces: frozenset({Label.TITLE}),
    raise_crossheads: _CROSSHEAD,
    part_leads: frozenset({Label.OPENING}),
    part_pictures: frozenset({Label.CREDIT}),
    part_words_to_readers: MAYBE_WORD,
}
"""All rules in the order in which they are asked, each with the labels of the lines that it is about: each sees what
those before it have settled."""


def settled(page: Page, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, those set aside that nothing printed can be."""
    kept = list(decisions)
    before, places = list(kept), _Places(kept)
    for rule, about in RULES.items():
        if places[about]:
            rule(page, kept, places[about])
            if kept != before:
                before, places = list(kept), _Places(kept)
    return kept


class _Places(dict[frozenset[Label], list[int]]):
    """The places of the lines with certain labels, in printed order; several rules are about the same ones."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        super().__init__()
        self._by_label: dict[Label, list[int]] = {}
        for i, decision in enumerate(decisions):
            self._by_label.setdefault(decision.label, []).append(i)

    def __missing__(self, about: frozenset[Label]) -> list[int]:
        found = self[about] = sorted(chain.from_iterable(filter(None, map(self._by_label.get, about))))
        return found
