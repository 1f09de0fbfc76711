"""Show every line of a page with its label and the rule that gave it."""

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from convert.cli.flags import takes
from convert.cli.language import in_script, spoken
from convert.cli.reading_flags import ReadingFlags

if TYPE_CHECKING:
    from convert.reader import TracedLine
    from convert.reader.glossary import Language

WIDTH = 44
"""Characters of a line's text that are shown."""


@takes(reading=ReadingFlags)
def trace(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="A page; - is stdin.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with the whole text.")] = False,
    lang: Annotated[
        Literal["en", "zh"] | None, typer.Option(help="Language of labels and reasons (default: the environment's).")
    ] = None,
    *,
    reading: ReadingFlags,
) -> None:
    """Read the page and write its trace: number, label, rule, why, text."""
    from convert.batch.pages import Page, piped
    from convert.errors import MissingInputError
    from convert.files import kind
    from convert.reader import read_page
    from convert.reader.glossary import explain_note

    if kind(page) == stat.S_IFDIR:
        raise MissingInputError(str(page), "is a folder", "name one page of it")
    words = in_script if lang is None else str
    lang = lang or spoken()
    found = read_page((piped(sys.stdin.buffer) if str(page) == "-" else Page(str(page))).load(), reading.options())
    for note in found.notes:
        where = f":{note.line}" if note.line else ""
        print(f"newsconvert: {page}{where}: {words(explain_note(note.code, lang))}", file=sys.stderr)
    for line in found.trace:
        sys.stdout.write((_json(line, lang) if as_json else _row(line, lang, words)) + "\n")


def _json(line: "TracedLine", language: "Language") -> str:
    from convert.reader.glossary import explain

    values: dict[str, Any] = {
        "line": line.line,
        "last": line.last,
        "at": line.at,
        "article": line.article,
        "label": line.label,
        "rule": line.rule,
        "because": line.because,
        "in_words": [explain(fact, language) for fact in line.because],
        "margin": round(line.margin, 2),
        "rival": line.rival,
        "marks": line.marks,
        "changes": line.changes,
        "text": line.text,
    }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def _row(line: "TracedLine", language: "Language", words: Callable[[str], str]) -> str:
    from convert.reader.glossary import explain, explain_label, explain_rule

    rule = explain_rule(line.rule, language)
    between, separator = ("：", "；") if language == "zh" else (": ", "; ")
    shape = line.rule.removeprefix("shape ")
    told = separator.join(explain(fact, language) for fact in line.because if fact != f"is-{shape}")
    why = words(f"{rule}{between}{told}" if told else rule)
    doubt = f"  ? {words(explain_label(line.rival, language))}" if line.rival and line.doubtful else ""
    text = line.text if len(line.text) <= WIDTH else f"{line.text[: WIDTH - 12]}…{line.text[-10:]}"
    changed = "".join(f"  {before!r} → {after!r}" for before, after in line.changes)
    label = words(explain_label(line.label, language))
    pad = " " * (10 - sum(2 if ord(c) > 255 else 1 for c in label))  # a Chinese character is two columns wide
    return f"{line.line:5}  {label}{pad}  {text}\n{'':19}{why}{doubt}{changed}"
