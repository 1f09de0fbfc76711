"""Every line of a page with its label, the rule that gave it, and what was changed on it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from convert.reader.bodies import SURE, near_join
from convert.reader.corrected import CORRECTED
from convert.reader.drafts import LABEL_MARKS, Draft
from convert.reader.lines import Line, Lines
from convert.reader.path import CERTAIN, Decision, Label, reasons
from convert.reader.shapes import Shape, shape_of
from convert.reader.sights import Page


class TracedLine(Struct, frozen=True):
    """One line of a page: where it stands, what it was taken for and why.

    `rule` names the shape of the line, `because` the facts that told most for its label against the `rival`; both are
    worked out when asked for. `marks` are what was taken off the line, `changes` what was cleaned (before, after).
    `article` is the place of the line's article on the page, from 1; None for furniture. `at` is 0, or where in the
    line's text a piece begins that a person cut off.
    """

    line: int
    last: int
    label: str
    text: str
    rule: str
    margin: float
    rival: str | None
    marks: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    page: Page
    place: int
    article: int | None
    at: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether the rival came near: a join may be wrong at a distance at which other labels are sure."""
        if self.rival is None or self.label != Label.CONTINUES:
            return self.rival is not None and self.margin < SURE
        above = self.page.above[self.place]
        over = self.page.sights[above].text if above >= 0 else ""
        return near_join(self.margin, over, self.page.sights[self.place].text)

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that told most for the label, the strongest first."""
        decision = Decision(Label(self.label), self.margin, Label(self.rival) if self.rival else None)
        return reasons(self.page, self.place, decision)


class Track(Struct, frozen=True):
    """What reading a page leaves behind, of which its trace is made.

    `taken` are texts that were taken out of the body, each with its line.
    """

    page: Page
    cleaned: Lines
    decisions: Sequence[Decision]
    drafts: Sequence[Draft]
    taken: Sequence[tuple[int, str]] = ()


def traced(track: Track) -> tuple[TracedLine, ...]:
    """The trace of a page's lines."""
    page, cleaned, decisions = track.page, track.cleaned, track.decisions
    articles = {(line.number, line.at): n for n, draft in enumerate(track.drafts, 1) for line in draft.lines()}
    marks = _on_lines(page.lines, track.taken)
    changes: dict[int, list[tuple[str, str]]] = {}
    for change in (*cleaned.changes, *cleaned.removed):
        if change.before != change.after:
            changes.setdefault(change.line, []).append((change.before, change.after))
    aside = Decision(Label.FURNITURE, CERTAIN, None)
    rows = [(line, decision, n) for n, (line, decision) in enumerate(zip(page.lines, decisions, strict=True))]
    rows += [(line, aside, -1) for line in page.furniture]
    return tuple(
        TracedLine(
            line.number,
            line.last,
            str(decision.label),
            line.text,
            decision.rule or _rule(page, n, line, decision),
            decision.margin,
            str(decision.rival) if decision.rival else None,
            (*_marks(line, decision), *(marks[n] if n >= 0 else ())),
            () if line.at or not changes else _changed(line, changes),
            page,
            n,
            articles.get((line.number, line.at)),
            line.at,
        )
        for line, decision, n in sorted(rows, key=lambda row: (row[0].number, row[0].at))
    )


def _changed(line: Line, changes: Mapping[int, Sequence[tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """What was cleaned on a line, and on those that a hard wrap had made of it."""
    return tuple(change for number in range(line.number, line.last + 1) for change in changes.get(number, ()))


def _on_lines(lines: Sequence[Line], taken: Sequence[tuple[int, str]]) -> list[list[str]]:
    """What was taken out, by line; on a line that a person cut, by the piece that has the text."""
    out: dict[int, list[str]] = {}
    for number, text in taken:
        out.setdefault(number, []).append(text)
    found: list[list[str]] = [[] for _ in lines]
    for n in range(len(lines) - 1, -1, -1) if out else ():
        line = lines[n]
        here = out.get(line.number, [])
        found[n] = [text for text in here if not line.at or text in line.text]
        out[line.number] = [text for text in here if text not in found[n]]
    return found


def _rule(page: Page, n: int, line: Line, decision: Decision) -> str:
    """The rule that a line's label rests on: its shape, its twin above, or the weighing of all lines."""
    if line.fix is not None:
        return CORRECTED
    if n < 0:
        return f"shape {shape_of(line.text)}"
    sight = page.sights[n]
    if sight.repeat_of is not None:
        return "repeats a line above"
    if sight.known == "recurring":
        return "a banner of this newspaper or of several pages"
    if decision.rival is None and decision.label is Label.CONTINUES:
        return "closes the bracket above"
    if decision.rival is None and decision.label is Label.PARAGRAPH and sight.shape is not Shape.LEAD:
        return "text under a finished sentence"
    return f"shape {sight.shape}" if sight.shape is not Shape.PLAIN else "weighed"


def _marks(line: Line, decision: Decision) -> tuple[str, ...]:
    """What the reader takes off a line: heading marks, label marks, whole jump and furniture lines."""
    marks = [line.mark] if line.mark else []
    if decision.label in (Label.JUMP, Label.FURNITURE):
        marks.append(line.text)
    elif decision.label is Label.SECTION:
        name = line.text.strip(LABEL_MARKS)
        at = line.text.find(name)
        marks += [part.strip() for part in (line.text[:at], line.text[at + len(name) :]) if part.strip()]
    return tuple(marks)
