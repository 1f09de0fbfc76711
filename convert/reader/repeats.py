"""Strips of text that a page prints twice: the second printing, found by comparing a line with those just above."""

from collections.abc import Sequence

SLACK = 3
"""Characters by which the two printings may differ at their start: the strip was cut a little higher or lower."""
SHORTEST = 6
STRIP = 17
"""A short line is a repeat only under a paragraph that a column end broke; a shorter line above is verse or a list."""
REACH = 2
"""How many lines above are compared."""


def repeats(texts: Sequence[str]) -> list[int | None]:
    """For each line the index of the line whose text it prints again, or None."""
    tails = [text[-SHORTEST:] for text in texts]
    if len(set(tails)) == len(tails):
        return [None] * len(tails)
    return [
        _repeated(texts, i) if tail in tails[max(i - REACH, 0) : i] else None  # hardly a line ends as one above it
        for i, tail in enumerate(tails)
    ]


def _repeated(texts: Sequence[str], i: int) -> int | None:
    """The index of the line that line i prints again, or None."""
    return next((j for j in range(i - 1, max(i - 1 - REACH, -1), -1) if _again(texts, j, i)), None)


def _again(texts: Sequence[str], j: int, i: int) -> bool:
    """Whether line i is line j once more, a few characters at the start forgiven."""
    first, second = texts[j], texts[i]
    if abs(len(first) - len(second)) > SLACK or len(second) < SHORTEST or first[-SHORTEST:] != second[-SHORTEST:]:
        return False
    sure = len(second) >= 2 * SHORTEST
    above = texts[j - 1] if j else ""
    if first == second:
        return sure or (i - j == 1 and len(above) > STRIP and above[-1] not in "。！？…”）")
    extra = len(second) - len(first)
    if extra > 0:
        return second.endswith(first) and (sure or above.endswith(second[:extra]))
    return sure and first.endswith(second)
