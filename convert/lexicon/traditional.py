"""Traditional characters of the words that rules of reading ask for, each with its Simplified form.

This is no conversion of text (that is `convert.transforms.variant`): it lets one vocabulary and one word list serve
pages in both scripts. The pairs are in `traditional.txt`, from OpenCC's tables (Apache-2.0, see `licences/opencc.txt`).
"""

from pathlib import Path


def _pairs() -> dict[str, str]:
    """Traditional → Simplified character, from the rows of the data file: one row of each after the other."""
    text = Path(__file__).with_name("traditional.txt").read_text("utf-8")
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    return dict(zip("".join(rows[::2]), "".join(rows[1::2]), strict=True))


_PAIRS = _pairs()
_TABLE = str.maketrans(_PAIRS)
_ALL = frozenset(_PAIRS)


def simplified(text: str) -> str:
    """The text with those characters in Simplified form, as long as it was: a place in it is a place in the other."""
    return text if _ALL.isdisjoint(text) else text.translate(_TABLE)
