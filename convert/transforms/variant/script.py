"""In what script a text is: by the characters that only one script has."""

import functools

from msgspec import Struct

from convert.transforms.variant.tables import scripts


class Tally(Struct):
    """How many characters of a text only Traditional, only Simplified text has."""

    traditional: int = 0
    simplified: int = 0

    def add(self, other: "Tally") -> None:
        """Count another text in."""
        self.traditional += other.traditional
        self.simplified += other.simplified

    @property
    def is_traditional(self) -> bool:
        """Whether it is Traditional text. A Simplified text may quote a few Traditional characters, and the reverse."""
        return self.traditional > self.simplified

    @property
    def is_simplified(self) -> bool:
        """Whether it is Simplified text."""
        return self.simplified > self.traditional


def tally(text: str) -> Tally:
    """The characters of `text` that tell its script; not to be changed, it may be handed out again."""
    return _remembered(text) if len(text) <= PARAGRAPH else _counted(text)


PARAGRAPH = 4096
"""Up to this length what was counted is remembered: an article's texts are asked about several times in a row."""


def _counted(text: str) -> Tally:
    """Sets are asked, and no pattern: one with all these characters takes 4 ms to compile."""
    traditional, simplified = scripts().traditional, scripts().simplified
    if _is_of_the_mainland(text) and not simplified.isdisjoint(text):
        return Tally(0, 1)
    if traditional.isdisjoint(text):
        return Tally(0, 0 if simplified.isdisjoint(text) else 1)
    return Tally(sum(map(traditional.__contains__, text)), sum(map(simplified.__contains__, text)))


def _is_of_the_mainland(text: str) -> bool:
    """Whether the text has only characters of GB 2312, which has hardly a Traditional one; quick to ask."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


_remembered = functools.lru_cache(maxsize=256)(_counted)
