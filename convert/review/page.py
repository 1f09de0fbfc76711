"""The review page as one file: the sheets as data, with the style and the script that show them."""

from collections.abc import Iterable
from importlib import resources
from typing import Any

from convert.carried import as_json
from convert.reader.path import LABELS
from convert.review.sheet import Sheet


def page(sheets: Iterable[Sheet], language: str | None = None, *, served: bool = False) -> bytes:
    """The page in UTF-8; `language` is `zh` or `en`, else the browser's. A served page saves by itself."""
    data: dict[str, Any] = {
        "language": language,
        "served": served,
        "labels": list(LABELS),
        "pages": [sheet.values for sheet in sheets],
    }
    template = _part("page.html")
    for name, value in (("STYLE", _part("page.css")), ("SCRIPT", _part("page.js")), ("DATA", as_json(data))):
        before, after = template.split(f"[[{name}]]")
        template = before + value + after
    return template.encode("utf-8", "backslashreplace")


def _part(name: str) -> str:
    return resources.files("convert.review").joinpath(name).read_text("utf-8")
