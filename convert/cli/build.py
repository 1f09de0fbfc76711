"""Make books, digests and records from pages: the main job.

Reads pages and folders of pages, and writes one volume a format and variant: DIR/NAME.EXT for the original,
DIR/NAME.VARIANT.EXT for a variant.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import Pages, Quiet, takes
from convert.cli.volume_flags import VolumeFlags, WriterFlags

if TYPE_CHECKING:
    from convert.batch.run import Summary


@takes(about=VolumeFlags, writer=WriterFlags)
def build(
    paths: Pages,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for what is made.")],
    to: Annotated[list[str] | None, typer.Option("--to", "-t", help="Formats (default: epub, docx, jsonl).")] = None,
    variant: Annotated[list[str] | None, typer.Option("--variant", "-v", help="Scripts (default: original).")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the volume (default: of the first input).")] = None,
    join: Annotated[bool, typer.Option("--join/--no-join", help="Join stories continued on another page.")] = True,
    quiet: Quiet = False,
    *,
    about: VolumeFlags,
    writer: WriterFlags,
) -> None:
    """Build what was asked for and say what was made."""
    from convert.batch.run import Job, run
    from convert.batch.volumes import BookOptions

    job = Job(
        paths=paths,
        folder=output,
        name=name or paths[0].resolve().stem,
        formats=tuple(dict.fromkeys(to or ("epub", "docx", "jsonl"))),
        variants=tuple(dict.fromkeys(variant or ("original",))),
        join=join,
        books=BookOptions(about=about.given(), writer=writer.given()),
    )
    summary = run(job)
    for failure in summary.failures:
        print(f"newsconvert: {failure.error}", file=sys.stderr)
    if not quiet:
        report(summary)
    if summary.failures:
        raise typer.Exit(1 if summary.written else summary.failures[0].error.exit_code)


def report(summary: "Summary") -> None:
    """A table of what was written and of the notes made, on stderr: stdout is for data."""
    from rich.console import Console
    from rich.table import Table

    files = Table("file", "articles", "bytes", title=f"{summary.pages} pages read", title_justify="left")
    for made in summary.written:
        files.add_row(str(made.path), str(made.articles), f"{made.size:,}")
    console = Console(stderr=True)
    console.print(files)
    if summary.notes:
        notes = Table("note", "times", title="notes", title_justify="left")
        for code, times in sorted(summary.notes.items()):
            notes.add_row(code, str(times))
        console.print(notes)
