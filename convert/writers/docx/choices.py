"""What a document's options may be: said apart from what makes one, so that asking loads no library."""

from typing import Literal

GroupBy = Literal["auto", "date", "section", "person", "kind", "none"]
"""What stands under one heading."""
Front = Literal["auto", "page", "letterhead", "none"]
"""What stands before the articles."""
