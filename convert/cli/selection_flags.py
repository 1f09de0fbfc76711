"""The options that choose among the articles, shared by `parse`, `build` and `write`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convert.transforms.selection import LeftOut, Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionFlags:
    """Which articles, in which order, how many."""

    where: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="Only where it holds: section=工会, page<=4, date=2024-05..2024-06."),
    ] = None
    grep: Annotated[
        list[str] | None, typer.Option("--grep", "-g", metavar="REGEX", help="Only with this in text or titles.")
    ] = None
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", "-v", metavar="REGEX", help="Only without this in text or titles.")
    ] = None
    sort: Annotated[
        str | None, typer.Option(metavar="FIELDS", help="Order, as in date,page; a minus before one that goes down.")
    ] = None
    dedupe: Annotated[bool, typer.Option("--dedupe", help="Leave out what is nearly the same as an earlier one.")] = (
        False
    )
    limit: Annotated[int | None, typer.Option(metavar="N", help="At most so many.")] = None

    def given(self) -> "Selection":
        """What the user asked for; raises BadOptionError or UnknownNameError."""
        from convert.transforms.selection import Selection

        return Selection(
            where=tuple(self.where or ()),
            grep=tuple(self.grep or ()),
            exclude=tuple(self.exclude or ()),
            sort=self.sort,
            dedupe=self.dedupe,
            limit=self.limit,
        )


def summary(left_out: "Iterable[LeftOut]") -> list[str]:
    """What was left out, a line a reason."""
    return [say("left out by {}: {}", reason.reason, reason.articles) for reason in left_out]
