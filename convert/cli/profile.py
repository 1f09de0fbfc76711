"""Propose a profile from a folder of pages.

It lists recurring lines, labels, leads and furniture, with counts.
`newsconvert profile pages/ > mypaper.toml`, then `newsconvert parse --profile mypaper.toml pages/`.
"""

import sys

import typer

from convert.cli.flags import Pages, takes
from convert.cli.language import problem
from convert.cli.reading_flags import ReadingFlags


@takes(reading=ReadingFlags)
def profile(paths: Pages, *, reading: ReadingFlags) -> None:
    """Write the proposed profile as TOML on stdout; pages that can't be read are named on stderr."""
    from convert.batch.inputs import Failure, expand
    from convert.errors import NewsconvertError
    from convert.reader import PageFile, read_page
    from convert.reader.survey import proposal, survey

    options = reading.options()
    pages: list[PageFile] = []
    codes: list[int] = []
    for found in expand(paths):
        try:
            if isinstance(found, Failure):
                raise found.error
            page = PageFile(found.path, found.read())
            read_page(page, options)
        except NewsconvertError as error:
            print(f"newsconvert: {problem(str(error))}", file=sys.stderr)
            codes.append(error.exit_code)
        else:
            pages.append(page)
    if pages:
        sys.stdout.write(proposal(survey(pages, options)))
    if codes:
        raise typer.Exit(1 if pages else codes[0])
