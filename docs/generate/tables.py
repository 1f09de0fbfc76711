"""Smaller parts of the documentation that come from the program: notes, exit codes, shapes, profiles, files."""

import json
import re

from convert import errors, profiles
from convert.reader.glossary import Language, explain_note
from convert.reader.notes import NoteCode
from convert.reader.shapes import TABLE
from docs.generate.paths import ROOT
from docs.generate.words import say, told


def notes(language: Language) -> str:
    """The catalogue of notes."""
    head = f"| {say('Code', language)} | {say('Meaning', language)} |\n| --- | --- |\n"
    return head + "".join(f"| `{code}` | {explain_note(code, language)} |\n" for code in NoteCode)


EXIT_CODES = {
    0: "Done.",
    1: "Some inputs failed, each named on stderr; the rest is done.",
    2: "Usage: an option, format, variant or field that does not exist; the answer lists those that do.",
    65: "Bad input: empty, undecodable, not a record.",
    66: "Missing input, or one that can't be opened.",
    69: "A part of the program is missing; the answer names the command that installs it.",
    71: "Worker processes were killed again and again, by the system or by what they do, or it has no room for them.",
    73: "The output can't be written, or is somebody else's file (`--force` replaces it).",
    75: "Another run is at work in the same output folder.",
    129: "Stopped because its terminal was closed (SIGHUP); `nohup` prevents it.",
    130: "Stopped by Ctrl-C.",
    141: "Nobody reads the output any more, as after `| head`.",
    143: "Stopped by SIGTERM.",
}


def exit_codes(language: str) -> str:
    """The exit codes; a test compares them with the classes of errors and with the help page."""
    head = f"| {say('Code', language)} | {say('Meaning', language)} |\n| --- | --- |\n"
    return head + "".join(f"| {code} | {say(text, language)} |\n" for code, text in EXIT_CODES.items())


def error_codes() -> set[int]:
    """The exit codes that the program's errors carry."""
    found = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    return {int(each.exit_code) for each in found}  # type: ignore[attr-defined]


def shapes(language: str) -> str:
    """The table of shapes of line, with the examples that the tests run through it."""
    heads = (say("Shape", language), say("A line with it", language), say("A line without it", language))
    head = f"| {' | '.join(heads)} |\n| --- | --- | --- |\n"
    rows = (f"| `{row.shape}` | {_example(row.yes[0])} | {_example(row.no[0])} |\n" for row in TABLE)
    return head + "".join(rows)


def _example(text: str) -> str:
    text = re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text if len(text) <= 40 else text[:39] + "…")
    return f'<span lang="zh">{text}</span>'


def profile_names(_language: str) -> str:
    """The profiles that come with the program."""
    return "".join(f"- `{name}`\n" for name in profiles.names())


def file(name: str) -> str:
    """A file of the project as a block of code."""
    text = (ROOT / name).read_text("utf-8").rstrip()
    return f'```{name.rpartition(".")[2]} title="{name}"\n{text}\n```\n'


READING = {
    "gold/seeds": "the five seed pages (26 articles), truth read by hand",
    "dev/mix/truth": "60 pages put together from single articles (335)",
    "dev/day/truth": "96 pages of a daily of January 1998 (1,037)",
    "written/asked": "126 pages of many newspapers, written for this and never learnt from (1,202)",
}
"""The sets of pages whose articles are known; numbers are those of the file of figures, which a test compares."""
TEXTS = {"tw_lit": "Taiwan, literature", "hk_lit": "Hong Kong, literature", "hk_news": "Hong Kong, news"}


def figures() -> dict[str, dict[str, dict[str, float]]]:
    """What `make accuracy` measured."""
    found: dict[str, dict[str, dict[str, float]]] = json.loads((ROOT / "bench" / "accuracy.json").read_text("utf-8"))
    return found


UNSEEN = {
    "folds": {
        "mix": "put together from single articles",
        "day": "daily of January 1998",
        "written": "written to learn from",
    },
    "kinds": {
        "mix": "put together, learnt from the others",
        "day": "daily, learnt from the others",
        "written": "written, learnt from the printed ones",
    },
}
"""The pages that were read with weights which had not seen them, by kind of trial."""


def unseen() -> dict[str, dict[str, dict[str, float]]]:
    """What `python -m bench.held_out … --write` measured."""
    found: dict[str, dict[str, dict[str, float]]] = json.loads((ROOT / "bench" / "held_out.json").read_text("utf-8"))
    return found


def accuracy(language: str, what: str) -> str:
    """The table of reading, or of variants, as `make accuracy` measured it, or of pages that weights had not seen."""
    if what in UNSEEN:
        return _table_of_reading(UNSEEN[what], unseen()[what], language)
    return _table_of_reading(READING, figures()["reading"], language) if what == "reading" else _variants(language)


def _table_of_reading(named: dict[str, str], rows: dict[str, dict[str, float]], language: str) -> str:
    names = ("start", "extent", "block", "article", "title", "people", "photo")
    head = f"| {say('Pages', language)} | {' | '.join(names)} |\n| --- |{' --- |' * len(names)}\n"
    cells = {key: [f"{row[name]:.3f}" if name in row else "" for name in names] for key, row in rows.items()}
    return head + "".join(f"| {say(told, language)} | {' | '.join(cells[key])} |\n" for key, told in named.items())


def _variants(language: str) -> str:
    heads = (say("Text", language), say("OpenCC alone", language), "newsconvert")
    head = f"| {' | '.join(heads)} |\n| --- | --- | --- |\n"
    rows = figures()["variant"]
    return head + "".join(
        f"| {say(told, language)} ({row['characters']:,}) | {row['opencc']} | {row['newsconvert']} |\n"
        for told, row in ((told, rows[key]) for key, told in TEXTS.items())
    )


def results(language: str) -> str:
    """What `make bench` wrote, with its plot in place and its headings a level down."""
    text = (ROOT / "bench" / "RESULTS.md").read_text("utf-8").partition("\n")[2].strip()
    plot = (ROOT / "bench" / "results.svg").read_text("utf-8")
    drawing = f'<div class="plot" markdown="0">{plot[plot.index("<svg") :].strip()}</div>'
    parts = (drawing if "(results.svg)" in part else _result(part, language) for part in text.split("\n\n"))
    return "\n\n".join(parts) + "\n"


def _result(part: str, language: str) -> str:
    """A heading, a table or a paragraph of the results in that language."""
    if part.startswith("#"):
        marks, _, heading = part.partition(" ")
        return f"#{marks} {told(heading, language)}"
    if part.startswith("|"):
        return "\n".join(_translated(row, language) for row in part.split("\n"))
    return told(" ".join(part.split()), language)


def _translated(row: str, language: str) -> str:
    return "|".join(f" {told(cell.strip(), language)} " if cell.strip() else cell for cell in row.split("|"))


def section(name: str, heading: str) -> str:
    """A section of a Markdown file of the project, without its heading."""
    text = (ROOT / name).read_text("utf-8")
    found = re.search(rf"^(#+) {re.escape(heading)}\n(.*?)(?=^\1 |^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise LookupError(f"{name} has no section '{heading}'")
    return found[2].strip() + "\n"
