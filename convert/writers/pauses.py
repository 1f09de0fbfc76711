"""Where a headline pauses, so that its lines may end there before they end anywhere else."""

import re

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
