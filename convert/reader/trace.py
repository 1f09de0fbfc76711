"""Every line of a page with its label, the rule that gave it, and what was changed on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from convert.reader.drafts import LABEL_MARKS
from convert.reader.features import Page
from convert.reader.lines import Line, Lines
from convert.reader.path import CERTAIN, Decision, Label, reasons
from convert.reader.shapes import Shape, shape_of


@dataclass(frozen=True, slots=True)
class TracedLine:
    """One line of a page: where it stands, what it was taken for and why.

    `rule` names the shape of the line, `because` the facts that told most for its label against the `rival`; both are
    worked out when asked for. `marks` are what was taken off the line, `changes` what was cleaned (before, after).
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

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that told most for the label, the strongest first."""
        decision = Decision(Label(self.label), self.margin, Label(self.rival) if self.rival else None)
        return reasons(self.page, self.place, decision)


def traced(
    page: Page, cleaned: Lines, decisions: Sequence[Decision], taken: Sequence[tuple[int, str]] = ()
) -> tuple[TracedLine, ...]:
    """The trace of a page's lines; `taken` are texts that were taken out of the body, each with its line."""
    out: dict[int, list[str]] = {}
    for number, text in taken:
        out.setdefault(number, []).append(text)
    changes: dict[int, list[tuple[str, str]]] = {}
    for change in (*cleaned.changes, *cleaned.removed):
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
            decision.rule or _rule(page, n, line),
            decision.margin,
            str(decision.rival) if decision.rival else None,
            (*_marks(line, decision), *out.get(line.number, ())),
            tuple(changes.get(line.number, ())),
            page,
            n,
        )
        for line, decision, n in sorted(rows, key=lambda row: row[0].number)
    )


def _rule(page: Page, n: int, line: Line) -> str:
    """The rule that a line's label rests on: its shape, its twin above, or the weighing of all lines."""
    if n < 0:
        return f"shape {shape_of(line.text)}"
    sight = page.sights[n]
    if sight.repeat_of is not None:
        return "repeats a line above"
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
