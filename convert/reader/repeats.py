"""Strips of text that a page prints twice: the second printing, found by comparing a line with those just above."""

from collections.abc import Sequence

SLACK = 3
"""Characters by which the two printings may differ at their start: the strip was cut a little higher or lower."""
SHORTEST = 6
REACH = 3
"""How many lines above are compared."""


def repeats(texts: Sequence[str]) -> list[int | None]:
    """For each line the index of the line whose text it prints again, or None."""
    return [
        next((j for j in range(i - 1, max(i - 1 - REACH, -1), -1) if _again(texts, j, i)), None)
        for i in range(len(texts))
    ]


def _again(texts: Sequence[str], j: int, i: int) -> bool:
    """Whether line i is line j once more, a few characters at the start forgiven."""
    first, second = texts[j], texts[i]
    if abs(len(first) - len(second)) > SLACK or len(second) < SHORTEST or first[-SHORTEST:] != second[-SHORTEST:]:
        return False
    if first == second:
        return len(second) >= 2 * SHORTEST or i - j == 1
    extra = len(second) - len(first)
    if extra > 0:
        return second.endswith(first) and (len(first) >= 2 * SHORTEST or texts[j - 1].endswith(second[:extra]))
    return len(second) >= 2 * SHORTEST and first.endswith(second)
