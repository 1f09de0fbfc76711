"""newsconvert: flattened Chinese newspaper pages → articles → EPUB, DOCX, JSON Lines, in either script.

As a library: `read` gives articles, `variant` puts them into another script, `write` makes a book of them.

>>> from convert import read, variant, write
>>> articles = read("seeds")
>>> write(variant(articles, "tw"), "out/seeds.tw.epub", title="工會新聞")

What is named here is imported when it is used.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from convert.errors import NewsconvertError
    from convert.library import read, variant, write
    from convert.model import Article, Block, BlockType, Kind, Note, Person, Role, Source, Volume
    from convert.writers import Writer

__all__ = [
    "Article",
    "Block",
    "BlockType",
    "Kind",
    "NewsconvertError",
    "Note",
    "Person",
    "Role",
    "Source",
    "Volume",
    "Writer",
    "read",
    "variant",
    "write",
]

_HOMES = {
    **dict.fromkeys(("read", "variant", "write"), "library"),
    **dict.fromkeys(("Article", "Block", "BlockType", "Kind", "Note", "Person", "Role", "Source", "Volume"), "model"),
    "NewsconvertError": "errors",
    "Writer": "writers",
}


def __getattr__(name: str) -> Any:
    """A public name, from its module (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'convert' has no attribute '{name}'")
    value = getattr(importlib.import_module(f"convert.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
