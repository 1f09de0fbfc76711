"""Articles in one script → articles in another."""

from dataclasses import dataclass

from convert.errors import UnknownNameError
from convert.model import Articles


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantOptions:
    """How a variant is made."""


class Converter:
    """Converts into one variant."""

    def __init__(self, variant: str, options: VariantOptions) -> None:
        """No variant is there yet."""
        raise UnknownNameError("variant", variant, ["original"])

    def articles(self, articles: Articles) -> Articles:
        """The articles in the variant's script."""
        return articles
