"""The variants there are, what a user may choose about them, and their names; nothing here loads a library."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from convert.errors import BadOptionError, UnknownNameError

Quotes = Literal["convert", "keep"]


class VariantSpec(Struct, frozen=True):
    """One variant: its name, the BCP 47 tag its text carries, the suffix of its files, and a sentence about it."""

    name: str
    language: str
    suffix: str
    description: str


VARIANTS: Mapping[str, VariantSpec] = MappingProxyType(
    {
        spec.name: spec
        for spec in (
            VariantSpec("original", "zh-Hans", "", "as printed"),
            VariantSpec("tw", "zh-Hant-TW", ".tw", "Traditional characters in Taiwan's forms, wording untouched"),
            VariantSpec("hk", "zh-Hant-HK", ".hk", "Traditional characters in Hong Kong's forms, wording untouched"),
            VariantSpec("t", "zh-Hant", ".t", "Traditional characters in OpenCC's own standard forms"),
            VariantSpec("twp", "zh-Hant-TW", ".twp", "as tw, and Taiwan's words: every change of wording is noted"),
            VariantSpec("cn", "zh-Hans", ".cn", "Traditional pages in Simplified characters"),
        )
    }
)
"""The variants by name, in the order in which a user is shown them."""


def variant(name: str) -> VariantSpec:
    """The variant of that name; raises UnknownNameError with the names there are."""
    if name not in VARIANTS:
        raise UnknownNameError("variant", name, list(VARIANTS))
    return VARIANTS[name]


class Term(Struct, frozen=True):
    """A user's own word: `source` as it stands in the text comes out as `target`, whatever the rules say."""

    source: str
    target: str


class VariantOptions(Struct, frozen=True, kw_only=True):
    """What a user may choose: quotation marks of the region or as printed, and own words."""

    quotes: Quotes = "convert"
    terms: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a value that is none of the choices."""
        if self.quotes not in ("convert", "keep"):
            raise BadOptionError(f"quotes can be 'convert' or 'keep', not '{self.quotes}'")
