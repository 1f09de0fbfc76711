"""Labelled lines → drafts of articles: which lines belong together, nothing of their text changed yet."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from convert.reader.fixes import TITLES, Fix, FixLabel
from convert.reader.lines import Line
from convert.reader.path import Decision, Label

LABEL_MARKS = "■□◆◇▲★☆●◎·•・【】〖〗[] \u3000"
"""What stands around the name of a column."""


class Draft(Struct):
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
        stack = self.titles or self.sections
        if not stack or not self.rows:
            return stack[0].number if stack else self.rows[0][0].number
        return min(stack[0].number, self.rows[0][0].number)

    def last(self) -> int:
        """The last line of the article."""
        stack = self.titles or self.sections
        if not stack or not self.rows:
            return stack[-1].last if stack else self.rows[-1][0].last
        return max(stack[-1].last, self.rows[-1][0].last)


def gather(lines: Sequence[Line], decisions: Sequence[Decision]) -> list[Draft]:
    """The drafts of a page in printed order."""
    drafts: list[Draft] = []
    draft: Draft | None = None
    for row in zip(lines, decisions, strict=True):
        line, label = row[0], row[1].label
        if draft is not None and label in _NEVER_FIRST and line.fix is None:
            draft.rows.append(row)
            continue
        if draft is None or (_begins(label, draft) if line.fix is None else _starts(line.fix, label, draft)):
            draft = Draft()
            drafts.append(draft)
        if label is Label.SECTION:
            draft.sections.append(line)
        elif label is Label.TITLE or (label is Label.SUBTITLE and not draft.rows) or line.said in TITLES:
            draft.titles.append(line)
        else:
            draft.rows.append(row)
    return drafts


_NEVER_FIRST = frozenset(Label) - {Label.SECTION, Label.TITLE, Label.SUBTITLE, Label.OPENING}
"""Labels of lines that neither start an article nor stand in its head."""


def _begins(label: Label, draft: Draft) -> bool:
    """Whether a line with this label starts another article."""
    if label is Label.TITLE:
        if not draft.rows and draft.titles and draft.titles[-1].said is FixLabel.KICKER:
            return False
        return bool(draft.titles or draft.rows)
    if label is Label.SECTION:
        return bool(draft.titles or draft.rows)
    return label is Label.OPENING and bool(draft.rows)


def _starts(fix: Fix, label: Label, draft: Draft) -> bool:
    """Whether a line starts another article as a person said of it, else by its label."""
    if fix.starts is not None:
        return fix.starts
    if fix.label in TITLES:
        return bool(draft.rows) and fix.label is not FixLabel.SUBHEADLINE
    return _begins(label, draft)
