"""The options that say what a book says of itself and how its writer makes it, shared by `build` and `write`."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from convert.errors import BadOptionError


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeFlags:
    """What the book says of itself."""

    title: Annotated[str | None, typer.Option(help="Title of the book (default: paper and dates, or the name).")] = None
    creator: Annotated[str | None, typer.Option(help="Who made the book.")] = None
    publisher: Annotated[str | None, typer.Option(help="Who publishes the book.")] = None
    rights: Annotated[str | None, typer.Option(help="Rights statement.")] = None

    def given(self) -> dict[str, str]:
        """The fields of a volume that the user set."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterFlags:
    """Options of single formats; see `newsconvert formats NAME`."""

    writing: Annotated[Literal["horizontal", "vertical"] | None, typer.Option(help="epub: direction of writing.")] = (
        None
    )
    cover: Annotated[Path | None, typer.Option(help="epub: a picture for the cover.")] = None
    css: Annotated[Path | None, typer.Option(help="epub: a style sheet used after the built-in one.")] = None
    index: Annotated[bool | None, typer.Option("--index/--no-index", help="epub: index of people.")] = None
    digest: Annotated[
        str | None,
        typer.Option(metavar="lead|N", help="docx: 'lead' or a number of sentences instead of whole articles."),
    ] = None
    annex: Annotated[bool | None, typer.Option("--annex/--no-annex", help="docx: whole articles behind a digest.")] = (
        None
    )
    group_by: Annotated[
        str | None, typer.Option(metavar="date|section|person|kind", help="docx: what stands under one heading.")
    ] = None
    columns: Annotated[int | None, typer.Option(metavar="1|2", help="docx: columns of the body text.")] = None
    reference: Annotated[Path | None, typer.Option(help="docx: a document whose styles and page set-up are used.")] = (
        None
    )
    option: Annotated[
        list[str] | None,
        typer.Option("--option", "-O", metavar="NAME=VALUE", help="Any option of a format, by its name."),
    ] = None

    def given(self) -> dict[str, Any]:
        """The options that the user set, by the writer's field name; raises BadOptionError for a bad `-O`."""
        named = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "option"}
        values = {name: value for name, value in named.items() if value is not None}
        for pair in self.option or []:
            name, equals, value = pair.partition("=")
            if not equals:
                raise BadOptionError(f"-O {pair}: write it as NAME=VALUE")
            values[name.replace("-", "_")] = value
        return values
