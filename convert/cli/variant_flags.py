"""The options that say how a variant is made, shared by every command that makes one."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import typer


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantFlags:
    """How text is converted into another script."""

    quotes: Annotated[
        Literal["convert", "keep"], typer.Option(help="Variants: 「」 for “”, or quotation marks as printed.")
    ] = "convert"
    terms: Annotated[
        Path | None,
        typer.Option(help="Variants: own words; source, tab, target; one column keeps a word as it is."),
    ] = None

    def given(self) -> dict[str, Any]:
        """The fields of VariantOptions; the file of own words is read now.

        Raises what `read_terms` raises.
        """
        if self.terms is None:
            return {"quotes": self.quotes, "terms": ()}
        from convert.transforms.variant.terms import read_terms

        return {"quotes": self.quotes, "terms": read_terms(self.terms)}
