"""Where the lines of a headline may end: at a pause best of all, else between words, as a newspaper sets them."""

import re
from collections.abc import Iterator
from itertools import groupby

from convert.lexicon import words
from convert.lexicon.traditional import simplified

_DASH = "[—―─]{2,}"
_MARK = "[^0-9０-９][：，；？！]"
_NEXT = r"[^\s：，；？！”’」』）》〉】〕—―─]"
_PAUSE = re.compile(
    r"(?P<space>[ \u3000\n]+)"
    rf"|(?<=[^\s（《〈“‘「『【〔—―─])(?={_DASH}[^—―─])"  # before a dash with words behind it
    rf"|(?<={_MARK})(?={_NEXT})"
    rf"|(?<={_MARK}[”’」』）》〉】〕])(?={_NEXT})"
    r"|(?<=\S)(?=（[^（）]{1,12}）\Z)"  # before a short remark in brackets that ends it: （附图片）
)
_BETWEEN_WORDS = re.compile("[A-Za-z,.;:!?'’&] [A-Za-z0-9&]|[0-9] [A-Za-z]")
"""A space that Latin words and their numbers have between them: no pause."""


def phrases(headline: str) -> list[tuple[str, str]]:
    """A headline's phrases, each with the space or line feed behind it (none where a dash, mark or remark pauses).

    Put together again they are the headline; spaces before the first phrase are one with an empty text.
    """
    found = []
    start = 0
    for pause in _PAUSE.finditer(headline):
        if pause["space"] and _BETWEEN_WORDS.match(headline, max(pause.start() - 1, 0)):
            continue
        found.append((headline[start : pause.start()], pause["space"] or ""))
        start = pause.end()
    if start < len(headline) or not found:
        found.append((headline[start:], ""))
    return found


_LEANS_BACK = frozenset("的地得了着著过過们們等者化性会會年月日时時好里裡中上下后後前内內外间間")
_LEANS_ON = frozenset("在为為向对對与與和及把被让讓以从從于於将將并並即第约約不全各本每某该該这這")
"""Single characters that no line begins with, and none ends with."""
_CLAUSE_END = re.compile("[，、；：？！。”’」』）》〉】〕]\\Z")


def pieces(phrase: str) -> list[str]:
    """A phrase cut where a line may end when it must: between words, but not after 在 and before 的, 了 and the like.

    Put together again they are the phrase.
    """
    found: list[str] = []
    for ideographs, chars in groupby(phrase, _is_ideograph):
        stretch = "".join(chars)
        if not ideographs:
            _add(found, stretch, joined=not stretch[0].isalnum())
            continue
        joined = bool(found) and not found[-1][-1].isalpha() and not _CLAUSE_END.search(found[-1])
        for place, word in _words(stretch):
            _add(found, word, joined=joined and not place)
    return found


def _is_ideograph(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char > "\U0001ffff" or char == "〇"


def _add(found: list[str], word: str, joined: bool) -> None:
    """Add a word, to the piece before it where no line may end between them."""
    if found and (joined or word in _LEANS_BACK or found[-1] in _LEANS_ON):
        found[-1] += word
    else:
        found.append(word)


def _words(stretch: str) -> Iterator[tuple[int, str]]:
    """The words of some ideographs, each with its place."""
    place = 0
    for word in words().cut(simplified(stretch)):
        yield place, stretch[place : place + len(word)]
        place += len(word)
