"""Labelled lines → drafts of articles: which lines belong together, nothing of their text changed yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from convert.reader.fixes import TITLES, FixLabel
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

    def lines(self) -> Iterator[Line]:
        """All lines of the article, by what they are."""
        yield from self.sections
        yield from self.titles
        yield from (line for line, _ in self.rows)

    def first(self) -> int:
        """The line on which the article starts: its title, else its label, else its text."""
        head = (self.titles or self.sections)[:1] + [line for line, _ in self.rows[:1]]
        return min(line.number for line in head)

    def last(self) -> int:
        """The last line of the article."""
        tail = (self.titles or self.sections)[-1:] + [line for line, _ in self.rows[-1:]]
        return max(line.last for line in tail)


def gather(lines: Sequence[Line], decisions: Sequence[Decision]) -> list[Draft]:
    """The drafts of a page in printed order."""
    drafts: list[Draft] = []
    for line, decision in zip(lines, decisions, strict=True):
        label = decision.label
        draft = drafts[-1] if drafts else None
        if draft is None or _starts(line, label, draft):
            draft = Draft()
            drafts.append(draft)
        if label is Label.SECTION:
            draft.sections.append(line)
        elif line.said in TITLES or label is Label.TITLE or (label is Label.SUBTITLE and not draft.rows):
            draft.titles.append(line)
        else:
            draft.rows.append((line, decision))
    return drafts


def _starts(line: Line, label: Label, draft: Draft) -> bool:
    """Whether a line starts another article: as a person said, else by its label."""
    if line.fix is not None and line.fix.starts is not None:
        return line.fix.starts
    if line.said in TITLES:
        return bool(draft.rows) and line.said is not FixLabel.SUBHEADLINE
    if label is Label.TITLE and not draft.rows and draft.titles and draft.titles[-1].said is FixLabel.KICKER:
        return False
    return _begins(label, draft)


def _begins(label: Label, draft: Draft) -> bool:
    """Whether a line with this label starts another article."""
    if label is Label.SECTION:
        return bool(draft.titles or draft.rows)
    if label is Label.TITLE:
        return bool(draft.titles or draft.rows)
    return label is Label.OPENING and bool(draft.rows)
