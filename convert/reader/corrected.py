"""A person's fixes on the lines of a page: lines divided where they cut, labels as they say, before the reader's own."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from convert.model import Note
from convert.reader.fixes import Fix, Fixes, FixLabel
from convert.reader.lines import Line, Lines
from convert.reader.notes import NoteCode, note
from convert.reader.path import CERTAIN, Decision, Label

CORRECTED = "corrected by a fix file"
"""The rule of a line about which a person said something."""

_LABELS = {
    FixLabel.SECTION: Label.SECTION,
    FixLabel.KICKER: Label.TITLE,
    FixLabel.HEADLINE: Label.TITLE,
    FixLabel.SUBHEADLINE: Label.SUBTITLE,
    FixLabel.BYLINE: Label.BYLINE,
    FixLabel.PARAGRAPH: Label.PARAGRAPH,
    FixLabel.CONTINUES: Label.CONTINUES,
    FixLabel.CROSSHEAD: Label.CROSSHEAD,
    FixLabel.CAPTION: Label.PARAGRAPH,
    FixLabel.CREDIT: Label.CREDIT,
    FixLabel.JUMP: Label.JUMP,
    FixLabel.REPEAT: Label.REPEAT,
}
"""The reader's own label for each; kicker, headline, crosshead and caption are told apart where blocks are
made, furniture is set aside before lines are weighed."""
_STARTING = {Label.SUBTITLE: Label.TITLE, Label.PARAGRAPH: Label.OPENING, Label.CONTINUES: Label.OPENING}
_GOING_ON = {Label.TITLE: Label.SUBTITLE, Label.OPENING: Label.PARAGRAPH}
"""What a line becomes of which a person only said that an article starts there, or that none does."""


def apply(cleaned: Lines, fixes: Fixes | None, sha256: str) -> tuple[Lines, tuple[Note, ...]]:
    """Put each fix on its line, lines divided where a fix cuts them; and notes on fixes that found no hold.

    `sha256` is that of the page as it is now.
    """
    if fixes is None:
        return cleaned, ()
    if fixes.sha256 != sha256:
        return cleaned, (note(NoteCode.STALE_FIX),)
    wanted: dict[int, list[Fix]] = {}
    for fix in fixes.fixes:
        wanted.setdefault(fix.line, []).append(fix)
    lines, lost = list[Line](), list[Fix]()
    for line in cleaned.lines:
        if line.number in wanted:
            there = wanted.pop(line.number)
            lines += _divided(line, [fix for fix in there if fix.at < len(line.text)])
            lost += [fix for fix in there if fix.at >= len(line.text)]
        else:
            lines.append(line)
    lost += [fix for rest in wanted.values() for fix in rest]
    unused = tuple(note(NoteCode.UNUSED_FIX, number) for number in sorted(fix.line for fix in lost))
    return replace(cleaned, lines=tuple(lines)), unused


def _divided(line: Line, fixes: Sequence[Fix]) -> Iterable[Line]:
    """The line in pieces, each with the fix that begins it; white space at a cut belongs to neither piece."""
    by_place = {0: None} | {fix.at: fix for fix in fixes}
    starts = sorted(by_place)
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        text = line.text[start:end].strip()
        fix = by_place[start]
        said = fix if fix and fix.of_line else None
        about = fix if fix and fix.of_article else None
        if start and text:
            yield Line(line.number, line.last, text, 1, at=start, fix=said, about=about)
        elif text:
            yield replace(line, text=text, fix=said, about=about)


def decided(lines: Sequence[Line], decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, a person's before the reader's own."""
    return [_decided(line, decision) for line, decision in zip(lines, decisions, strict=True)]


def _decided(line: Line, decision: Decision) -> Decision:
    fix = line.fix
    if fix is None:
        return decision
    if fix.label is not None:
        return Decision(_LABELS[fix.label], CERTAIN, None, CORRECTED)
    become = _STARTING if fix.starts else _GOING_ON
    return Decision(become.get(decision.label, decision.label), CERTAIN, None, CORRECTED)
