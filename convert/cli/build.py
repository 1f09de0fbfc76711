"""Make books, digests and records from pages: the main job.

Reads pages and folders of pages, and writes one volume a format and variant: DIR/NAME.EXT for the original,
DIR/NAME.VARIANT.EXT for a variant.
"""

import contextlib
import functools
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.batch_flags import InputFlags, RunFlags
from convert.cli.flags import Quiet, format_names, several, takes, variant_names
from convert.cli.language import cells, in_script, problem, say, spoken
from convert.cli.progress import Shown
from convert.cli.reading_flags import ReadingFlags
from convert.cli.selection_flags import SelectionFlags
from convert.cli.selection_flags import summary as left_out
from convert.cli.variant_flags import VariantFlags
from convert.cli.volume_flags import VolumeFlags, WriterFlags

if TYPE_CHECKING:
    from convert.batch.ahead import Ahead
    from convert.batch.job import Job
    from convert.batch.run import Summary

FORMATS = ("epub", "docx", "jsonl")
"""What is made unless a user says."""
MANY = 40
"""Files up to which each is named at the end."""

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH…", help="Pages, folders, zip and tar archives; - is a list on stdin."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        "-t",
        metavar="FORMAT",
        help="A format, or several: epub,docx (default: epub, docx, jsonl); see 'formats'.",
        autocompletion=format_names,
    ),
]
Scripts = Annotated[
    list[str] | None,
    typer.Option(
        "--variant",
        metavar="VARIANT",
        help="A script, or several: original, tw, hk, t, twp, cn (default: original).",
        autocompletion=variant_names,
    ),
]


@takes(
    inputs=InputFlags,
    how=RunFlags,
    reading=ReadingFlags,
    choice=SelectionFlags,
    script=VariantFlags,
    about=VolumeFlags,
    writer=WriterFlags,
)
def build(
    paths: Inputs = None,
    *,
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for what is made.")],
    to: Formats = None,
    variant: Scripts = None,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Name of the volume (default: of the first input).")
    ] = None,
    join: Annotated[bool, typer.Option("--join/--no-join", help="Join stories continued on another page.")] = True,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Name every file that is there now, and the seconds of each stage.")
    ] = False,
    inputs: InputFlags,
    how: RunFlags,
    reading: ReadingFlags,
    choice: SelectionFlags,
    script: VariantFlags,
    about: VolumeFlags,
    writer: WriterFlags,
) -> None:
    """Build what was asked for and say what was made."""
    formats, variants = several(to) or FORMATS, several(variant) or ("original",)
    helper = _ahead(paths or (), variants, formats, how, script)
    from convert.batch.job import Job
    from convert.batch.run import run
    from convert.batch.volumes import BookOptions

    job = Job(
        paths=inputs.inputs(paths or []),
        folder=output,
        name=name or _name(paths or []),
        formats=formats,
        variants=variants,
        join=join,
        reading=reading.options(),
        books=BookOptions(about=about.given(), writer=writer.given(), variant=script.given()),
        patterns=inputs.glob or ("*.txt",),
        selection=choice.given(),
        **how.given(),
    )
    if how.dry_run:
        _rehearse(job)
        return
    _check_report(how.report)
    with Shown(quiet=quiet) as shown, _resumable():
        summary = run(job, shown, helper)
    for failure in summary.failures:
        print(f"newsconvert: {problem(failure.message)}", file=sys.stderr)
    if not quiet and not how.json:
        _tell(summary, output, verbose=verbose)
    for path in dict.fromkeys(filter(None, [how.report, Path("-") if how.json else None])):
        _report(summary, path)
    if summary.failures:
        raise typer.Exit(1 if summary.written else summary.failures[0].exit_code)


def _ahead(
    paths: Sequence[str], variants: Sequence[str], formats: Sequence[str], how: RunFlags, script: VariantFlags
) -> "Ahead | None":
    """A process that loads what the variants need, or the formats, while this one loads the rest and reads."""
    pool_converts = how.jobs is not None and set(variants) != {"original"}
    if how.dry_run or how.jobs == 1 or how.cluster or pool_converts:
        return None
    from convert.batch import ahead

    return ahead.begin(paths, variants, script.given(), formats)


def _name(paths: list[str]) -> str:
    """The first input's name without its ending, fit for any system and not too long; of a list or a pipe, `pages`."""
    from convert.batch.job import LONGEST
    from convert.batch.pages import as_name, short
    from convert.files import kind

    first = next((path for path in paths if path != "-"), "pages")
    if kind(Path(first)) == stat.S_IFIFO:
        return "pages"
    last = first.rstrip("/").rsplit("/", 1)[-1] if "://" in first else Path(first).resolve().name
    return short(as_name(last.split(".")[0]), LONGEST) or "pages"


@contextlib.contextmanager
def _resumable() -> Iterator[None]:
    """Say to a user who stops the run that nothing is lost."""
    try:
        yield
    except BaseException as stop:
        if not isinstance(stop, Exception):
            print(f"newsconvert: {say('stopped; the same command goes on from here')}", file=sys.stderr)
        raise


def _rehearse(job: "Job") -> None:
    """Say on stdout what a run would do; an input that can't be had is named and sets the exit code as in a run."""
    from convert.batch.rehearsal import rehearse

    seen = rehearse(job)
    for failure in seen.failures:
        print(f"newsconvert: {problem(failure.message)}", file=sys.stderr)
    print(f"read {seen.unread} of {seen.pages} pages")
    if seen.files is None:
        print(f"make volumes by {job.split}, known when the pages are read")
    for name, fate in seen.files or ():
        print(f"{fate} {name}")
    if seen.failures:
        raise typer.Exit(1)


def _tell(summary: "Summary", folder: str, *, verbose: bool) -> None:
    """What was written and which notes were made, on stderr: stdout is for data."""
    from convert.reader.glossary import explain_note

    tell = functools.partial(print, file=sys.stderr)
    told = say("{} pages read, {} articles", f"{summary.pages:,}", f"{summary.articles:,}")
    tell(say("{}, {} failed", told, f"{len(summary.failures):,}") if summary.failures else told)
    shown = summary.written if verbose or len(summary.written) <= MANY else summary.written[: MANY // 2]
    for line in left_out(summary.left_out):
        tell(line)
    rows = [(f"{folder.rstrip('/')}/{made.name}", f"{made.articles:,}", f"{made.size:,}") for made in shown]
    if rows:
        _table([(say("file"), say("articles"), say("bytes")), *rows])
    if len(summary.written) > len(shown):
        tell(say("… and {} more files", f"{len(summary.written) - len(shown):,}"))
    if summary.made < len(summary.written):
        there = f"{len(summary.written) - summary.made:,}"
        tell(say("{} of {} files were there already", there, f"{len(summary.written):,}"))
    for names, fate in (
        (summary.earlier.removed, "removed"),
        (summary.earlier.left, "not renewed; --prune removes what nobody changed"),
    ):
        if names:
            first = ", ".join(names[:3])
            listed = say("{} and {} more", first, f"{len(names) - 3:,}") if len(names) > 3 else first
            tell(say("of earlier runs: {}: {}", listed, say(fate)))
    if verbose:
        tell(", ".join(say(f"{stage} {{}} s", f"{seconds:.1f}") for stage, seconds in summary.seconds.items()))
    if summary.notes:
        tell()
        meanings = ("", *(in_script(explain_note(code, spoken())) for code in sorted(summary.notes)))
        counted = [(say("note"), say("times")), *((code, f"{summary.notes[code]:,}") for code in sorted(summary.notes))]
        _table(counted, meanings)


def _table(rows: Sequence[tuple[str, ...]], meanings: Sequence[str] = ()) -> None:
    """Columns: the first to the left, numbers to the right, and what a row means behind them."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for place, (first, *rest) in enumerate(rows):
        numbers = (" " * (width - cells(cell)) + cell for cell, width in zip(rest, widths[1:], strict=True))
        row = [first + " " * (widths[0] - cells(first)), *numbers, *meanings[place : place + 1]]
        print("  ".join(row).rstrip(), file=sys.stderr)


def _check_report(path: Path | None) -> None:
    """Raise CannotWriteError for a report that couldn't be written when the work is done."""
    if path is None:
        return
    from convert.errors import CannotWriteError
    from convert.files import kind

    folder = next(folder for folder in path.absolute().parents if kind(folder))
    is_folder = kind(path) == stat.S_IFDIR
    if is_folder or kind(folder) != stat.S_IFDIR or not os.access(folder, os.W_OK):
        reason = "is a folder" if is_folder else f"nothing can be written into {folder}"
        raise CannotWriteError(str(path), reason, "name a file for the report")


def _report(summary: "Summary", path: Path) -> None:
    """Counts, times and failures, for programs."""
    import json

    from convert.files import written_aside

    content = {
        "pages": summary.pages,
        "articles": summary.articles,
        "seconds": {stage: round(seconds, 3) for stage, seconds in summary.seconds.items()},
        "made": summary.made,
        "files": [
            {"name": f.name, "format": f.format, "variant": f.variant, "articles": f.articles, "bytes": f.size,
             "sha256": f.sha256}
            for f in summary.written
        ],
        "earlier": {"left": summary.earlier.left, "removed": summary.earlier.removed},
        "failures": [{"path": f.path, "reason": f.message, "exit_code": f.exit_code} for f in summary.failures],
        "notes": dict(sorted(summary.notes.items())),
    }  # fmt: skip
    data = json.dumps(content, indent=1).encode("ascii") + b"\n"
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return
    with written_aside(path) as file:
        file.write(data)
