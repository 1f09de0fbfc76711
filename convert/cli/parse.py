"""Read pages into article records, one a line on stdout.

`newsconvert parse pages/ | jq -r .headline` lists the headlines of a folder of pages.
"""

import sys
from typing import Annotated

import typer

from convert.cli.flags import Pages, takes
from convert.cli.reading_flags import ReadingFlags


@takes(reading=ReadingFlags)
def parse(
    paths: Pages,
    join: Annotated[bool, typer.Option("--join/--no-join", help="Join stories continued on another page.")] = True,
    *,
    reading: ReadingFlags,
) -> None:
    """Write the records of all pages that can be read; name the others on stderr."""
    from convert import record
    from convert.batch.inputs import load_pages
    from convert.batch.parts import read_pages

    pages, unread = load_pages(paths)
    articles, refused = read_pages(pages, reading.options(), join=join)
    for line in record.encode_lines(articles):
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
    failures = [(str(f.error), f.error.exit_code) for f in unread] + [(f.message, f.exit_code) for f in refused]
    for message, _ in failures:
        print(f"newsconvert: {message}", file=sys.stderr)
    if failures:
        raise typer.Exit(1 if len(pages) > len(refused) else failures[0][1])
