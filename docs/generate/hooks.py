"""MkDocs hook: `<!-- make: NAME ARGUMENTS -->` on a line of its own becomes the part of that name."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # `mkdocs` doesn't have the working folder there

from docs.generate import commands, formats, pictures, tables

MARK = re.compile(r"^<!-- make: (?P<name>[\w-]+)(?P<arguments>[^>]*?) -->$", re.MULTILINE)

PARTS: dict[str, Callable[..., str]] = {
    "commands": commands.page,
    "formats": formats.page,
    "files-read": formats.reading,
    "notes": tables.notes,
    "exit-codes": tables.exit_codes,
    "shapes": tables.shapes,
    "profiles": tables.profile_names,
    "labels": pictures.labels,
    "page-map": lambda language, seed: pictures.page_map(seed, language),
    "trace": lambda language, seed, first, last: pictures.lines(seed, language, int(first), int(last)),
    "before-after": lambda language, seed, number: pictures.before_after(seed, language, int(number)),
    "file": lambda _language, name: tables.file(name),
    "section": lambda _language, name, *heading: tables.section(name, " ".join(heading)),
}


def filled(markdown: str, language: str) -> str:
    """The page with its parts in place; raises KeyError for a part that doesn't exist."""
    return MARK.sub(lambda mark: PARTS[mark["name"]](language, *mark["arguments"].split()), markdown)


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Called by MkDocs for every page."""
    return filled(markdown, "zh" if page.file.src_uri.endswith(".zh.md") else "en")
