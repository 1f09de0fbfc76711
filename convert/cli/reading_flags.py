"""The options that say how pages are read, shared by the commands that read pages."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import profile_names

if TYPE_CHECKING:
    from convert.reader import ReadingOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFlags:
    """What is known of the pages; the rest is found out."""

    profile: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE.toml",
            help="The newspaper's habits: a name, or a FILE.toml.",
            autocompletion=profile_names,
        ),
    ] = None
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the pages (default: found out for each).")
    ] = None
    paper: Annotated[str | None, typer.Option(metavar="NAME", help="Name of the newspaper.")] = None
    date: Annotated[
        datetime.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Date of the newspaper's issue.")
    ] = None
    meta: Annotated[
        Path | None, typer.Option(metavar="CSV", help="Table with the columns file, paper, date, page.")
    ] = None
    name_pattern: Annotated[
        str | None,
        typer.Option(metavar="REGEX", help="Regular expression for file names with groups paper, date, page."),
    ] = None

    def options(self) -> "ReadingOptions":
        """The options for the reader; raises for a profile or a table that can't be used."""
        from convert import profiles
        from convert.reader import ReadingOptions
        from convert.reader.pagefacts import checked_pattern, read_table

        return ReadingOptions(
            profile=profiles.find(self.profile) if self.profile else None,
            encoding=self.encoding,
            paper=self.paper,
            date=self.date.date() if self.date else None,
            meta=read_table(self.meta) if self.meta else {},
            name_pattern=checked_pattern(self.name_pattern),
        )
