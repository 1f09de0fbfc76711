"""Make books, digests and records from pages: the main job.

Reads pages and folders of pages, and writes one volume a format and variant: DIR/NAME.EXT for the original,
DIR/NAME.VARIANT.EXT for a variant.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import Quiet, takes
from convert.cli.volume_flags import VolumeFlags, WriterFlags

if TYPE_CHECKING:
    from convert.batch.run import Summary

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH…", help="Pages, folders, zip and tar archives; - is a list on stdin."),
]


@takes(about=VolumeFlags, writer=WriterFlags)
def build(
    paths: Inputs = None,
    *,
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for what is made.")],
    to: Annotated[list[str] | None, typer.Option("--to", "-t", help="Formats (default: epub, docx, jsonl).")] = None,
    variant: Annotated[list[str] | None, typer.Option("--variant", "-v", help="Scripts (default: original).")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the volume (default: of the first input).")] = None,
    join: Annotated[bool, typer.Option("--join/--no-join", help="Join stories continued on another page.")] = True,
    glob: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Which files of folders are pages (default: *.txt).")
    ] = None,
    files0_from: Annotated[
        str | None, typer.Option(metavar="FILE", help="Take inputs from a file, each ended by NUL; - is stdin.")
    ] = None,
    split: Annotated[
        str | None, typer.Option(metavar="N|page|issue|month", help="Volumes of N pages, a page, an issue or a month.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Workers (default: one a processor).")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Make all anew, and replace files that are in the way.")
    ] = False,
    quiet: Quiet = False,
    about: VolumeFlags,
    writer: WriterFlags,
) -> None:
    """Build what was asked for and say what was made."""
    from convert.batch.run import Job, run
    from convert.batch.volumes import BookOptions

    inputs = _inputs(paths or [], files0_from)
    job = Job(
        paths=inputs,
        folder=output,
        name=name or _name(paths or []),
        formats=tuple(dict.fromkeys(to or ("epub", "docx", "jsonl"))),
        variants=tuple(dict.fromkeys(variant or ("original",))),
        join=join,
        books=BookOptions(about=about.given(), writer=writer.given()),
        patterns=glob or ("*.txt",),
        split=split,
        workers=jobs,
        force=force,
    )
    summary = run(job)
    for failure in summary.failures:
        print(f"newsconvert: {failure.message}", file=sys.stderr)
    if not quiet:
        report(summary, output)
    if summary.failures:
        raise typer.Exit(1 if summary.written else summary.failures[0].exit_code)


def _inputs(paths: list[str], files0_from: str | None) -> list[str]:
    """The inputs as named, `-` replaced by the list that stdin is."""
    from convert.batch.inputs import listed, open_binary
    from convert.errors import BadOptionError

    named: list[str] = []
    for path in paths:
        named += listed(sys.stdin.buffer.read()) if path == "-" else [path]
    if files0_from == "-":
        named += listed(sys.stdin.buffer.read(), separator=b"\0")
    elif files0_from:
        with open_binary(Path(files0_from)) as file:
            named += listed(file.read(), separator=b"\0")
    if not named:
        raise BadOptionError("no input; name pages, folders or archives")
    return named


def _name(paths: list[str]) -> str:
    """The first input's name without its ending; of a list, `pages`."""
    first = next((path for path in paths if path != "-"), "pages")
    return Path(first).resolve().name.split(".")[0] or "pages"


def report(summary: "Summary", folder: str) -> None:
    """A table of what was written and of the notes made, on stderr: stdout is for data."""
    from rich.console import Console
    from rich.table import Table

    files = Table("file", "articles", "bytes", title=f"{summary.pages} pages read", title_justify="left")
    for made in summary.written:
        files.add_row(f"{folder.rstrip('/')}/{made.name}", str(made.articles), f"{made.size:,}")
    console = Console(stderr=True)
    console.print(files)
    if summary.notes:
        notes = Table("note", "times", title="notes", title_justify="left")
        for code, times in sorted(summary.notes.items()):
            notes.add_row(code, str(times))
        console.print(notes)
