"""Make a page on which a person checks what was read, and corrects it.

The page is one file: printed lines with their labels on one side, the articles as read on the other. What is corrected
there is saved as PAGE.fix.toml; put beside the page, 'parse' and 'build' obey it. With --serve the page is shown on
this machine (127.0.0.1 alone) and writes the fix files itself.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from convert.cli.flags import Force, Pages, may_replace, takes
from convert.cli.reading_flags import ReadingFlags

if TYPE_CHECKING:
    from convert.review.sheet import Sheet


@takes(reading=ReadingFlags)
def review(
    paths: Pages,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.html", help="File to write; - is stdout.")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Show the page on this machine and write the fix files.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port for --serve; 0 is any that is free.")] = 0,
    language: Annotated[
        Literal["zh", "en"] | None, typer.Option(help="Language of the page (default: the browser's).")
    ] = None,
    force: Force = False,
    *,
    reading: ReadingFlags,
) -> None:
    """Read the pages, then write the review page or serve it until stopped."""
    from convert.errors import BadOptionError

    if (output is None) == (not serve):
        raise BadOptionError("say either where to write the page, with -o FILE.html, or --serve")
    sheets, failures = _sheets(paths, reading)
    for message in failures:
        print(f"newsconvert: {message}", file=sys.stderr)
    if serve:
        _serve(sheets, port, language)
    else:
        _write(sheets, output, language, force=force)
    if failures:
        raise typer.Exit(1)


def _sheets(paths: list[Path], reading: ReadingFlags) -> tuple[list["Sheet"], list[str]]:
    """The pages to review, read, and what to say of those that can't be; raises when none can."""
    from convert.batch.inputs import Failure, expand
    from convert.errors import NewsconvertError
    from convert.reader import PageFile, recurring_lines
    from convert.review.sheet import Sheet

    sheets: list[Sheet] = []
    failures: list[NewsconvertError] = []
    options = reading.options()
    for found in expand(paths):
        if isinstance(found, Failure):
            failures.append(found.error)
            continue
        try:
            sheets.append(Sheet(found.path, found.read(), options))
        except NewsconvertError as error:
            failures.append(error)
    recurring = recurring_lines([PageFile(sheet.path, sheet.data) for sheet in sheets], options)
    read = []
    for sheet in sheets:
        sheet.recurring = recurring
        try:
            sheet.read()
            read.append(sheet)
        except NewsconvertError as error:
            failures.append(error)
    if not read:
        raise failures[0]
    return read, [str(error) for error in failures]


def _write(sheets: list["Sheet"], output: Path | None, language: str | None, *, force: bool) -> None:
    from convert.files import written_aside
    from convert.review.page import page

    made = page(sheets, language)
    if str(output) == "-":
        sys.stdout.buffer.write(made)
        return
    assert output is not None
    may_replace(output, force=force)
    with written_aside(output) as out:
        out.write(made)


def _serve(sheets: list["Sheet"], port: int, language: str | None) -> None:
    """Serve until stopped; the address is the one line on stdout."""
    from convert.errors import CannotWriteError
    from convert.review.server import ReviewServer

    try:
        server = ReviewServer(sheets, port, language)
    except OSError as error:
        raise CannotWriteError(f"port {port}", (error.strerror or str(error)).lower(), "name another --port") from error
    with server:
        print(server.address, flush=True)
        print("newsconvert: serving the review on this machine; stop it with Ctrl-C", file=sys.stderr)
        server.serve_forever()
