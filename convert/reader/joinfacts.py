"""Facts that tell whether a line goes on with the sentence above: how that ends, and whether the join makes a word."""

import functools

from convert.lexicon import words
from convert.reader.forms import Facts
from convert.reader.sights import Page

COMMON_WORD = -11.5
"""Log-probability from which a word of two characters is common."""
_OPEN_WORDS = frozenset("的和在与對对把是为為及或将將从從向由以于於被让使并而且但就也都不、之")
"""Characters that a phrase hardly ends with."""
_BOUND_WORDS = frozenset("的了着过們们等之地得者性化")
"""Characters that a phrase hardly begins with."""
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"), ("『", "』"))
BRACKETED = 40
"""Characters on either side of a break within which a bracket is looked for."""


def closes_above(page: Page, i: int) -> bool:
    """Whether a line closes a bracket that the text above leaves open: it can only be the rest of it."""
    begin = page.sights[i].text[:BRACKETED]
    if "）" not in begin and ")" not in begin:
        return False
    at = min(n for n in (begin.find("）"), begin.find(")")) if n >= 0)
    above = page.above[i]
    if above < 0 or "（" in begin[:at] or "(" in begin[:at]:
        return False
    tail = page.sights[above].text[-BRACKETED:]
    return max(tail.rfind("（"), tail.rfind("(")) > max(tail.rfind("）"), tail.rfind(")"))


def join_facts(page: Page, i: int) -> list[Facts]:
    """What tells whether line i goes on with the sentence above."""
    above, me = page.above[i], page.sights[i]
    if above < 0:
        return []
    over = page.sights[above]
    told = [over.form.text]
    if over.end not in ".!;:":
        told.append(me.form.open_strip if over.size > STRIP else me.form.open)
        if over.end not in "q)" and (over.short or me.short):
            told.append(_word_facts(page, over.text, me.text))
            told.append(seam(over.text[-4:], me.text[:4]))
    if me.text[0] in "，。、；：！？”’）》」』·%％":
        told.append(_STARTS_WITH_CLOSER)
    if over.end == ")" and _signed(over.text):
        told.append(_TEXT_SIGNED)
    if over.short and over.end in "xq)":
        told.append(_cut_short(_begun(page, above), over.bucket))
    return told


STRIP = 17
"""A longer line that ends in mid-sentence is a strip of text, not a title."""
_STARTS_WITH_CLOSER = ("starts-with-closer",)
_TEXT_SIGNED = ("text-signed",)


def _begun(page: Page, above: int) -> str:
    """Whether the short line above goes on with an open sentence itself or stands first under a finished one.

    A column end that cuts a paragraph in its first two or three words is rare; a crosshead is not.
    """
    over = page.above[above]
    if over < 0:
        return "above-first"
    return "above-in-stack" if page.sights[over].short else f"above-under{page.sights[over].end}"


@functools.cache
def _cut_short(begun: str, bucket: int) -> Facts:
    return (f"{begun}&long{bucket}",)


def _word_facts(page: Page, above: str, below: str) -> Facts:
    """Whether the join makes a word: one of the list, or a pair of characters that the page has elsewhere too."""
    tail, head = above[-4:], below[:4]
    last, first = tail[-1], head[0]
    return _makes(
        word_over(tail, head), last + first in page.text, last in _OPEN_WORDS, first in _BOUND_WORDS, _unclosed(above)
    )


@functools.cache
def _makes(word: str, paired: bool, wants_more: bool, leans: bool, unclosed: bool) -> Facts:
    told = {
        "pair-on-page": paired,
        "above-wants-more": wants_more,
        "leans-on-above": leans,
        "quotation-open": unclosed,
        f"makes-{word}": True,
    }
    return tuple(fact for fact, holds in told.items() if holds)


@functools.lru_cache(maxsize=64)
def word_over(tail: str, head: str) -> str:
    """The most telling word of the list that lies over the join: a long one, a common one, a rare one or none."""
    known, found = words(), "no-word"
    for before in (1, 2, 3):
        start = tail[-before:]
        for word in known.beginnings(start + head):
            if len(word) > before and len(start) == before:
                if len(word) > 2:
                    return "long-word"
                found = (
                    "common-word"
                    if found == "common-word" or known.log_probability(word) > COMMON_WORD
                    else "rare-word"
                )
    return found


def seam(tail: str, head: str, way: str = "") -> Facts:
    """What sorts of words meet at a break; `way` is put before the facts' names."""
    return _seam_facts(_last_sort(tail), _first_sort(head), way)


@functools.cache
def _seam_facts(last: int, first: int, way: str) -> Facts:
    return (f"{way}seam-ends{last}", f"{way}seam-begins{first}")


@functools.lru_cache(maxsize=64)
def _last_sort(tail: str) -> int:
    """The part of speech of the longest word that a text ends with, -1 for none."""
    known = words()
    for size in (4, 3, 2, 1):
        sort = known.part_of_speech(tail[-size:])
        if sort is not None:
            return int(sort)
    return -1


@functools.lru_cache(maxsize=64)
def _first_sort(head: str) -> int:
    """The part of speech of the longest word that a text begins with, -1 for none."""
    begun = words().beginnings(head)
    return int(words().part_of_speech(begun[-1]) or 0) if begun else -1


def _unclosed(text: str) -> bool:
    """Whether a quotation, title or bracket that opens in the text is still open at its end."""
    for opening, closing in _PAIRS:
        at = text.rfind(opening)
        if at >= 0 and at > text.rfind(closing):
            return True
    return False


def _signed(text: str) -> bool:
    """Whether a paragraph ends with a short bracket after a full stop, as a signature does."""
    opened = max(text.rfind("（"), text.rfind("("))
    return opened > 0 and len(text) - opened < 34 and text[opened - 1] in "。！？”’』」…"
