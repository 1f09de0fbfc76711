"""Labelled lines → drafts of articles: which lines belong together, nothing of their text changed yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from convert.reader.lines import Line
from convert.reader.path import Decision, Label

LABEL_MARKS = "■□◆◇▲★☆●【】〖〗[] \u3000"
"""What stands around the name of a column."""


@dataclass(slots=True)
class Draft:
    """The lines of one article, sorted by what they are."""

    sections: list[Line] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    rows: list[tuple[Line, Decision]] = field(default_factory=list)
    """Everything below the title stack, in printed order."""

    def first(self) -> int:
        """The line on which the article starts: its title, else its label, else its text."""
        head = self.titles or self.sections or [line for line, _ in self.rows]
        return head[0].number

    def last(self) -> int:
        """The last line of the article."""
        tail = [line for line, _ in self.rows] or self.titles or self.sections
        return tail[-1].last


def gather(lines: Sequence[Line], decisions: Sequence[Decision]) -> list[Draft]:
    """The drafts of a page in printed order."""
    drafts: list[Draft] = []
    for line, decision in zip(lines, decisions, strict=True):
        label = decision.label
        draft = drafts[-1] if drafts else None
        fresh = draft is None or _begins(label, draft)
        if draft is None or fresh:
            draft = Draft()
            drafts.append(draft)
        if label is Label.SECTION:
            draft.sections.append(line)
        elif label is Label.TITLE or (label is Label.SUBTITLE and not draft.rows):
            draft.titles.append(line)
        else:
            draft.rows.append((line, decision))
    return drafts


def _begins(label: Label, draft: Draft) -> bool:
    """Whether a line with this label starts another article."""
    if label is Label.SECTION:
        return bool(draft.titles or draft.rows)
    if label is Label.TITLE:
        return bool(draft.titles or draft.rows)
    return label is Label.OPENING and bool(draft.rows)
