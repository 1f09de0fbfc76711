"""Read pages into article records, one a line on stdout.

`newsconvert parse pages/ | jq -r .headline` lists the headlines of a folder of pages.
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import Globs, PagesOrPipe, Quiet, Verbose, piped_in, takes, tell_notes
from convert.cli.language import problem
from convert.cli.reading_flags import ReadingFlags
from convert.cli.selection_flags import SelectionFlags, summary

if TYPE_CHECKING:
    from convert.model import Article


@takes(reading=ReadingFlags, selection=SelectionFlags)
def parse(
    paths: PagesOrPipe,
    glob: Globs = None,
    join: Annotated[bool, typer.Option("--join/--no-join", help="Join stories continued on another page.")] = True,
    quiet: Quiet = False,
    verbose: Verbose = False,
    *,
    reading: ReadingFlags,
    selection: SelectionFlags,
) -> None:
    """Write the records of all pages that can be read; name the others on stderr."""
    from convert import record
    from convert.batch.inputs import PATTERNS
    from convert.batch.reading import read_inputs
    from convert.batch.receipts import PageFailure
    from convert.transforms.selection import Sieve, select

    wanted = selection.given()
    inputs = piped_in(paths)
    failures: list[PageFailure] = []
    read = 0

    def articles() -> Iterator["Article"]:
        nonlocal read
        for found in read_inputs(inputs, reading.options(), join=join, patterns=glob or PATTERNS):
            if isinstance(found, PageFailure):
                failures.append(found)
            else:
                read += 1
                yield found

    sieve = Sieve(wanted)
    if wanted.keys:  # sorting needs them all; everything else is written as it is read
        chosen = select(tuple(articles()), wanted)
        kept, left_out = iter(chosen.articles), chosen.left_out
    else:
        kept, left_out = filter(sieve.keeps, articles()), ()
    for article in kept:
        sys.stdout.buffer.write(record.encode(article) + b"\n")
        if verbose:
            tell_notes(article)
    sys.stdout.buffer.flush()
    for line in [] if quiet else summary(left_out or sieve.left_out()):
        print(line, file=sys.stderr)
    for failure in failures:
        print(f"newsconvert: {problem(failure.message)}", file=sys.stderr)
    if failures:
        raise typer.Exit(1 if read else failures[0].exit_code)
