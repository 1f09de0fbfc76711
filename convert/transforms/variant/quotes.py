"""Quotation marks of the region: “ ” ‘ ’ become 「 」『 』 and back, nested as the region nests, apostrophes kept.

Pages of the mainland (GB/T 15834) quote with “ ” outside and ‘ ’ inside; Taiwan and Hong Kong (MOE's handbook of
punctuation) with 「 」 outside and 『 』 inside. What counts in the output is how deep a mark stands, not which of
the two was printed: a page that opens with ‘ gets 「 too. Depth is kept from paragraph to paragraph, because a speech
of several paragraphs opens each of them and closes only the last.
"""

import re

from msgspec import Struct

OPEN, CLOSE = "“‘", "”’"
PAIRS = ("「」", "『』")
BACK = str.maketrans("「」『』", "“”‘’")
_MARK = re.compile(r"[“”‘’]")
_OMITTED = re.compile("‘[A-Za-z]’(?= [A-Za-z])")
"""Letters left out on both sides of one: rock ‘n’ roll."""
_DECADE = re.compile("[‘’][0-9]0s")
"""The century left out: the ‘90s."""
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]")


def is_apostrophe(text: str, at: int) -> bool:
    """Whether the ’ or ‘ at `at` belongs to a word in Latin letters: it's, the ’90s, students’, rock ‘n’ roll."""
    if text[at] not in "‘’":
        return False
    if _DECADE.match(text, at):
        return True
    opened = at if text[at] == "‘" else at - 2
    if opened >= 0 and _OMITTED.match(text, opened):
        return True
    before = at > 0 and bool(_LATIN.match(text, at - 1))
    after = at + 1 < len(text) and bool(_LATIN.match(text, at + 1))
    return before and after


DEEPEST = 64
"""How many open marks are kept: a page that never closes one has no more meaning, and costs no more time."""


class QuoteMarks(Struct):
    """The marks that are open at a point of the document; one for each article, fed its texts in order."""

    open: str = ""
    """The opening marks not closed yet, outermost first."""

    def convert(self, text: str) -> str:
        """`text` with its marks changed; as long as before."""
        if not _MARK.search(text):
            return text
        if self.open and _first_mark(text) == self.open[0]:
            self.open = ""  # each paragraph of a long speech opens anew; or the page never closed it
        out = list(text)
        for match in _MARK.finditer(text):
            at = match.start()
            if not is_apostrophe(text, at):
                out[at] = self._mark(text, at)
        return "".join(out)

    def _mark(self, text: str, at: int) -> str:
        mark = text[at]
        if mark in OPEN:
            kept = self.open if len(self.open) < DEEPEST else self.open[2:]  # by twos: inner stays inner
            self.open = kept + mark
            return PAIRS[(len(self.open) - 1) % 2][0]
        twin = OPEN[CLOSE.index(mark)]
        if twin not in self.open:
            # a closing mark without its opening one: a possessive at the end of a Latin word, else as printed outside
            return mark if mark == "’" else PAIRS[0][1]
        depth = self.open.rindex(twin)
        self.open = self.open[:depth]
        return PAIRS[depth % 2][1]


def _first_mark(text: str) -> str:
    match = _MARK.search(text)
    return match[0] if match else ""


def mainland(text: str) -> str:
    """The marks of Taiwan and Hong Kong as those of the mainland, for the Simplified edition."""
    return text.translate(BACK)
