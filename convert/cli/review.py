"""Make a page on which to check what was read, and to correct it.

One HTML file that asks nothing of the network: printed lines beside the articles as read, doubtful places marked.
Corrections are saved as PAGE.fix.toml beside the page; parse, build and trace obey them. With --serve the page is
served on this machine alone until Ctrl-C, and the server writes the corrections itself.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import Pages, Quiet, takes
from convert.cli.language import problem, say, traditional
from convert.cli.reading_flags import ReadingFlags

if TYPE_CHECKING:
    from convert.errors import NewsconvertError
    from convert.reader import PageFile
    from convert.review.desk import Desk


INSTEAD = "where no fix file can be written; the page offers it as a download, to be put beside the page in there"
"""What is said of pages whose corrections the server can't write."""


@takes(reading=ReadingFlags)
def review(
    paths: Pages,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.html", help="The page as one file; - is stdout.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is in the way.")] = False,
    serve: Annotated[bool, typer.Option("--serve", help="Serve the page on this machine; save corrections.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="With --serve: the port (0: any that is free).")] = 0,
    browser: Annotated[bool, typer.Option("--open", help="With --serve: open the page in the browser.")] = False,
    quiet: Quiet = False,
    *,
    reading: ReadingFlags,
) -> None:
    """Read the pages and write the review page, or serve it."""
    from convert.errors import BadOptionError
    from convert.review.desk import Desk

    if serve == (output is not None):
        raise BadOptionError("say either -o FILE.html or --serve")
    pages, unread = _pages(paths)
    desk = Desk(pages, reading.options())
    failures = [*unread, *desk.failures]
    for error in failures:
        print(f"newsconvert: {problem(str(error))}", file=sys.stderr)
    if not desk.sheets:
        raise typer.Exit(failures[0].exit_code)
    if serve:
        if inside := desk.elsewhere():
            named = say("{} and {} more", inside[0], len(inside) - 1) if len(inside) > 1 else inside[0]
            print(f"newsconvert: {say('{}: in an archive, {}', named, say(INSTEAD))}", file=sys.stderr)
        _serve(desk, port, browser)
    elif output is not None:
        _write(desk, output, force, quiet)
    if failures:
        raise typer.Exit(1)


def _pages(paths: list[Path]) -> "tuple[list[PageFile], list[NewsconvertError]]":
    """The pages with their bytes, each file once, whatever ways it was named in; and what can't be had or reviewed."""
    from convert.batch.inputs import Failure, expand
    from convert.errors import BadInputError, NewsconvertError
    from convert.reader import formats

    pages: dict[Path, PageFile] = {}
    errors: list[NewsconvertError] = []
    for found in expand(paths):
        try:
            if isinstance(found, Failure):
                raise found.error
            if formats.reader_for(found.path):
                raise BadInputError(found.path, "holds articles, not printed lines", "review takes pages of text")
            pages.setdefault(Path(found.path).resolve(), found.load())
        except NewsconvertError as error:
            errors.append(error)
    return list(pages.values()), errors


def _write(desk: "Desk", output: Path, force: bool, quiet: bool) -> None:
    """The page as a file, whole or not at all, or on stdout."""
    from convert.errors import CannotWriteError
    from convert.files import kind, written_aside
    from convert.review.html import document, is_ours

    page = document(desk.sheets, traditional=traditional).encode()
    if str(output) == "-":
        sys.stdout.buffer.write(page)
        sys.stdout.buffer.flush()
        return
    if not force and kind(output) and not is_ours(output):
        reason = "there is a file that newsconvert didn't make"
        raise CannotWriteError(str(output), reason, "move it away, or replace it with --force")
    with written_aside(output) as file:
        file.write(page)
    if not quiet:
        print(say("{}: {} pages, {} bytes", output, len(desk.sheets), f"{len(page):,}"), file=sys.stderr)


def _serve(desk: "Desk", port: int, browser: bool) -> None:
    """Serve until stopped; the address is the one line on stdout."""
    import webbrowser

    from convert.errors import BadOptionError
    from convert.review.server import ReviewServer

    try:
        server = ReviewServer(desk, port, traditional)
    except OSError as error:
        raise BadOptionError(f"--port {port}: {(error.strerror or str(error)).lower()}") from error
    with server:
        print(server.address, flush=True)
        if browser:
            webbrowser.open(server.address)
        server.serve_forever()
