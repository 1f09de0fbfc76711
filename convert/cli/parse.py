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
    from convert.batch.run import read_inputs

    read = read_inputs(paths, reading.options(), join=join)
    for line in record.encode_lines(read.articles):
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
    for failure in read.failures:
        print(f"newsconvert: {failure.error}", file=sys.stderr)
    if read.failures:
        raise typer.Exit(1 if read.pages else read.failures[0].error.exit_code)
