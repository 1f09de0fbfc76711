"""What one part of a large document is to remember of people and places; by itself, as receipts keep it."""

from typing import NamedTuple


class Findings(NamedTuple):
    """What is known of a part of a large document, in a form that can be kept, small, and told to the other parts."""

    names: tuple[str, ...]
    certain: tuple[str, ...]
    """Those of the names that there is no doubt about."""
    full: tuple[str, ...]
    """Those of the names that the other parts are to know: with a surname, and with something beside them to say so."""
    hamlets: tuple[str, ...]
    script: tuple[int, int]
    """How many characters only Traditional, only Simplified text has."""
    has_aspect: bool
