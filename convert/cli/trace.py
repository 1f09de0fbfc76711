"""Show every line of a page with its label and the rule that gave it."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from convert.cli.flags import takes
from convert.cli.reading_flags import ReadingFlags

if TYPE_CHECKING:
    from convert.reader import TracedLine

WIDTH = 44
"""Characters of a line's text that are shown."""


@takes(reading=ReadingFlags)
def trace(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="A page.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with the whole text.")] = False,
    *,
    reading: ReadingFlags,
) -> None:
    """Read the page and write its trace: number, label, rule, why, text."""
    from convert.batch.pages import Page
    from convert.reader import read_page

    found = read_page(Page(str(page)).load(), reading.options())
    for note in found.notes:
        where = f", line {note.line}" if note.line else ""
        print(f"newsconvert: {page}{where}: {note.message}", file=sys.stderr)
    for line in found.trace:
        sys.stdout.write((_json(line) if as_json else _row(line)) + "\n")


def _json(line: "TracedLine") -> str:
    from convert.reader.glossary import explain

    values: dict[str, Any] = {
        "line": line.line,
        "last": line.last,
        "at": line.at,
        "article": line.article,
        "label": line.label,
        "rule": line.rule,
        "because": line.because,
        "in_words": [explain(fact) for fact in line.because],
        "margin": round(line.margin, 2),
        "rival": line.rival,
        "marks": line.marks,
        "changes": line.changes,
        "text": line.text,
    }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def _row(line: "TracedLine") -> str:
    from convert.reader.glossary import explain

    told = "; ".join(explain(fact) for fact in line.because)
    why = f"{line.rule}: {told}" if told else line.rule
    doubt = f"  ? {line.rival}" if line.rival and line.margin < 1 else ""
    text = line.text if len(line.text) <= WIDTH else f"{line.text[: WIDTH - 12]}…{line.text[-10:]}"
    changed = "".join(f"  {before!r} → {after!r}" for before, after in line.changes)
    return f"{line.line:5}  {line.label:<10}  {text}\n{'':19}{why}{doubt}{changed}"
