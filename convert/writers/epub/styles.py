"""The book's style sheet: one source with logical sides, made into physical ones for the direction of the lines."""

import re
from importlib.resources import files

_SIDES = {
    False: {"block-start": "top", "block-end": "bottom", "inline-start": "left", "inline-end": "right"},
    True: {"block-start": "right", "block-end": "left", "inline-start": "top", "inline-end": "bottom"},
}
_SIZES = {
    False: {"inline": "width", "block": "height"},
    True: {"inline": "height", "block": "width"},
}
_SIDE = re.compile(r"\b(margin|padding|border)-((?:block|inline)-(?:start|end))\b")
_SIZE = re.compile(r"\b(inline|block)-size\b")


def style_sheet(vertical: bool) -> bytes:
    """The sheet for one direction."""
    folder = files("convert.writers.epub")
    text = (folder / "style.css").read_text("utf-8")
    if vertical:
        text += (folder / "vertical.css").read_text("utf-8")
    sides, sizes = _SIDES[vertical], _SIZES[vertical]
    text = _SIDE.sub(lambda match: f"{match[1]}-{sides[match[2]]}", text)
    return _SIZE.sub(lambda match: sizes[match[1]], text).encode()
