"""Headlines of several lines made even: no last line of two characters, and the lines end at a pause where they can.

Word fills each line as far as it goes. What makes it end one sooner is a narrower paragraph, which stays right when a
person rewrites the headline; a line break inside of it would stand in Word's table of contents too.
"""

from convert.writers.docx.pagination import Metrics
from convert.writers.pauses import phrases, pieces

MOST = 0.34
"""The greatest part of the width by which the lines may differ so that the first ends at a pause."""
LEAST = 0.15
"""The same for a word."""


def indents(text: str, metrics: Metrics, width: int) -> str:
    """The `w:ind` of a headline that stands in several lines, or nothing; `width` in twentieths of a point.

    It takes no more lines than without. A style with indents of its own is an office's, and is left alone.
    """
    count = metrics.lines(text, width)
    if (
        count < 2
        or "\n" in text
        or "\r" in text
        or metrics.indent
        or metrics.first_line
        or metrics.align not in ("", "left", "center")
    ):
        return ""
    narrow = _narrowest(text, metrics, width, count)
    if count == 2:
        narrow = _at_a_pause(text, metrics, narrow, width)
    spare = width - narrow - metrics.em // 10
    if spare < metrics.em:
        return ""
    if metrics.align == "center":
        return f'<w:ind w:left="{spare // 2}" w:right="{spare // 2}"/>'
    return f'<w:ind w:right="{spare}"/>'


def _narrowest(text: str, metrics: Metrics, width: int, count: int) -> int:
    """The narrowest width, in whole characters, in which the text takes no more lines."""
    narrow = -(-_length(text) * metrics.em // (2 * count)) // metrics.em * metrics.em
    while narrow < width and metrics.lines(text, narrow) > count:
        narrow += metrics.em
    return min(narrow, width)


def _at_a_pause(text: str, metrics: Metrics, narrow: int, width: int) -> int:
    """The width in which the first of two lines ends at a pause, or else a word, if that is not much shorter."""
    whole = _length(text)
    for parts, part in ((phrases(text), MOST), ([(piece, "") for piece in pieces(text)], LEAST)):
        at, most = 0, min(width, narrow + round(width * part))
        for phrase, space in parts:
            at += _length(phrase)
            needed = at * metrics.em // 2
            if at < whole <= at * 2 + _length(space) and needed <= most:  # a space at a line's end takes no room
                return needed
            at += _length(space)
    return narrow


def _length(text: str) -> int:
    """How long a text runs, in halves of a character."""
    return 2 * len(text) - sum(char <= "~" for char in text)
