"""Everything in one HTML file: template, style and program of the review page, and the pages as JSON in it.

The file asks nothing of the network, and says so to the browser: its policy allows the one style and the one program
that are in it, by their digests, and nothing else. Text of pages is in JSON that can't end its script element.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterable
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

from convert.review.sheets import Sheet, explained

PROGRAM = (
    "strings.js",
    "corrections.js",
    "sheet.js",
    "chart.js",
    "view.js",
    "saving.js",
    "keys.js",
    "acting.js",
    "story.js",
    "main.js",
)
"""The program's files in the order in which they are put together."""

GENERATOR = b'<meta name="generator" content="newsconvert review">'


def document(sheets: Iterable[Sheet], *, served: bool = False, traditional: Callable[[str], str] = str) -> str:
    """The review page; `served` for one whose corrections are written by the server that gave it.

    `traditional` gives the Traditional form of a Simplified text, for readers in Taiwan and Hong Kong.
    """
    style = _part("review.css")
    strings, *others = map(_part, PROGRAM)
    program = "\n".join(('"use strict";', "(() => {", strings, _in_traditional(strings, traditional), *others, "})();"))
    held = list(sheets)
    index = {
        "version": version("newsconvert"),
        "served": served,
        "words": explained(held, traditional),
        "pages": [sheet.index for sheet in held],
    }
    data = [_json("index", index), *(_json(f"page-{n}", sheet.data) for n, sheet in enumerate(held))]
    values = {
        "policy": policy(style, program, served=served),
        "style": style,
        "script": program,
        "data": "\n".join(data),
    }
    pieces = _part("page.html").split("{{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}}")
        filled += (values[name], rest)
    return "".join(filled)


def _in_traditional(strings: str, traditional: Callable[[str], str]) -> str:
    """The part of the program that has in Traditional Chinese what its strings say in Simplified."""
    _, begin, rest = strings.partition("\n  zh: {")
    chinese, end, _ = rest.partition("\n  },\n")
    if not begin or not end:
        raise LookupError("strings.js has no table zh")
    return f"STRINGS.hant = {{{traditional(chinese)}\n}};"


def is_ours(path: Path) -> bool:
    """Whether a file is a review page that this program made."""
    try:
        with path.open("rb") as file:
            return GENERATOR in file.read(1000)
    except OSError:
        return False


def policy(style: str, program: str, *, served: bool) -> str:
    """The Content-Security-Policy of the page."""
    reach = "'self'" if served else "'none'"
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(program)}'; connect-src {reach}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _part(name: str) -> str:
    return resources.files("convert.review").joinpath("web", name).read_text("utf-8")


def _json(name: str, value: Any) -> str:
    """A script element of data: `<` and `>` are escaped, so that no text of a page is markup, and lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = (
        text.replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    lone = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return f'<script type="application/json" id="{name}">{lone}</script>'
