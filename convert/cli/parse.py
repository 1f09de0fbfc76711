"""Read pages into article records, one a line on stdout.

`newsconvert parse pages/ | jq -r .headline` lists the headlines of a folder of pages.
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import Pages, takes
from convert.cli.reading_flags import ReadingFlags

if TYPE_CHECKING:
    from convert.batch.pages import Page


@takes(reading=ReadingFlags)
def parse(
    paths: Pages,
    join: Annotated[bool, typer.Option("--join/--no-join", help="Join stories continued on another page.")] = True,
    *,
    reading: ReadingFlags,
) -> None:
    """Write the records of all pages that can be read; name the others on stderr."""
    from convert import record
    from convert.batch.bundles import bundles
    from convert.batch.inputs import Failure, expand
    from convert.batch.parts import read_pages
    from convert.errors import NewsconvertError
    from convert.reader import Copies, PageFile

    options, copies = reading.options(), Copies()
    codes: list[int] = []
    done = 0

    def fail(message: str, code: int) -> None:
        print(f"newsconvert: {message}", file=sys.stderr)
        codes.append(code)

    def named() -> "Iterator[Page]":
        for found in expand(paths):
            if isinstance(found, Failure):
                fail(str(found.error), found.error.exit_code)
            else:
                yield found

    for bundle in bundles(named()):
        files: list[PageFile] = []
        for page in bundle.pages:
            try:
                files.append(copies.numbered(PageFile(page.path, page.read())))
            except NewsconvertError as error:
                fail(str(error), error.exit_code)
        articles, failures = read_pages(files, options, join=join)
        sys.stdout.buffer.writelines(record.encode_lines(articles))
        for failure in failures:
            fail(failure.message, failure.exit_code)
        done += len(files) - len(failures)
    sys.stdout.buffer.flush()
    if codes:
        raise typer.Exit(1 if done else codes[0])
