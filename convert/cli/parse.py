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
    from convert.batch.receipts import PageFailure
    from convert.batch.run import read_inputs

    written = False
    failures: list[PageFailure] = []
    for read in read_inputs(paths, reading.options(), join=join):
        if isinstance(read, PageFailure):
            failures.append(read)
        else:
            written = True
            sys.stdout.buffer.write(record.encode(read) + b"\n")
    sys.stdout.buffer.flush()
    for failure in failures:
        print(f"newsconvert: {failure.message}", file=sys.stderr)
    if failures:
        raise typer.Exit(1 if written else failures[0].exit_code)
