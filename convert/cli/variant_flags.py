"""The options that say how a Traditional or Simplified edition is made, shared by `build` and `write`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantFlags:
    """What a user may choose about variants."""

    quotes: Annotated[str | None, typer.Option(help="Variants: convert (「」 for “”) or keep quotation marks.")] = None
    terms: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Variants: own words: source, tab, target; or one kept as is.")
    ] = None

    def given(self) -> dict[str, Any]:
        """The fields of `VariantOptions` that the user set; raises for a table that can't be used."""
        from convert.transforms.variant import VariantOptions, read_terms

        given: dict[str, Any] = {}
        if self.quotes is not None:
            given["quotes"] = self.quotes
        if self.terms is not None:
            given["terms"] = tuple(read_terms(self.terms))
        VariantOptions(**given)
        return given
