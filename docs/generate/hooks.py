"""MkDocs hook: `<!-- make: NAME ARGUMENTS -->` on a line of its own becomes the part of that name."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # `mkdocs` doesn't have the working folder there

from docs.generate import commands, formats, pictures, tables
from docs.generate.paths import PAGES

MARK = re.compile(r"^<!-- make: (?P<name>[\w-]+)(?P<arguments>[^>]*?) -->$", re.MULTILINE)

PARTS: dict[str, Callable[..., str]] = {
    "commands": commands.page,
    "formats": formats.page,
    "files-read": formats.reading,
    "notes": tables.notes,
    "exit-codes": tables.exit_codes,
    "results": tables.results,
    "accuracy": tables.accuracy,
    "shapes": tables.shapes,
    "profiles": tables.profile_names,
    "labels": pictures.labels,
    "page-map": lambda language, seed: pictures.page_map(seed, language),
    "trace": lambda language, seed, first, last: pictures.lines(seed, language, int(first), int(last)),
    "before-after": lambda language, seed, number: pictures.before_after(seed, language, int(number)),
    "file": lambda _language, name: tables.file(name),
    "section": lambda _language, name, *heading: tables.section(name, " ".join(heading)),
}


SAME = "<!-- make: the-same -->"
"""In a Chinese page: the next fenced block of the English one, so that sessions stand in one place."""
RUN_ON = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uff00-\uffef\[]|\*\*)")
"""A line's end between Chinese characters, which would show as a space."""
FENCE = re.compile(r"^```\w.*?^```$", re.MULTILINE | re.DOTALL)


def filled(markdown: str, language: str) -> str:
    """The page with its parts in place; raises KeyError for a part that doesn't exist."""
    return MARK.sub(lambda mark: PARTS[mark["name"]](language, *mark["arguments"].split()), markdown)


def with_blocks(chinese: str, english: str) -> str:
    """The Chinese page with the English one's fenced blocks, in their order; raises ValueError if any is left over."""
    pieces, blocks = chinese.split(SAME), FENCE.findall(english)
    if len(pieces) != len(blocks) + 1:
        raise ValueError(f"{len(blocks)} blocks in English, {len(pieces) - 1} in Chinese")
    return pieces[0] + "".join(block + piece for block, piece in zip(blocks, pieces[1:], strict=True))


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Called by MkDocs for every page."""
    source = PAGES / page.file.src_uri
    if not source.name.endswith(".zh.md"):
        return filled(markdown, "en")
    english = source.with_name(source.name.replace(".zh.md", ".md"))
    return filled(with_blocks(RUN_ON.sub("", markdown), english.read_text("utf-8")), "zh")
