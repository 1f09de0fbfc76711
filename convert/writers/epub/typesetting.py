"""Text → XHTML inside one element: escaping, language of foreign runs, numbers and quotation marks in vertical lines.

None of it changes the text but the vertical quotation marks, and what a chapter's `data-quotes` says gives those back.
"""

import re
from functools import lru_cache

from msgspec import Struct

from convert.writers.pauses import phrases, pieces
from convert.writers.xmltext import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "<br/>"}
_MARKUP = re.compile("[&<>\r\n]")
_IN_ATTRIBUTE = re.compile('[&<>"]')
_BREAKS = re.compile("[\t\r\n]")

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_OTHER_SCRIPTS = "ぁ-ゖァ-ヺー가-힣Ѐ-ӿͰ-Ͽἀ-῿؀-ۿݐ-ݿ֐-׿ऀ-ॿ฀-๿ༀ-࿿᠀-ᢪ"
_FIGURES = "0-9₀-₉⁰¹²³⁴-⁹"
_RAISED = re.compile("[₀-₉⁰¹²³⁴-⁹]")
_FOREIGN_START = re.compile(f"[{_LATIN}{_OTHER_SCRIPTS}]")
_FOREIGN = re.compile(
    rf"(?P<latin>[{_LATIN}](?:[{_LATIN}{_FIGURES}]|[.'’&+/@:_-]{{1,3}}(?=[{_LATIN}0-9])| (?=[{_LATIN}]))*"
    rf"[{_LATIN}{_FIGURES}])"
    "|(?P<kana>[ぁ-ゖァ-ヺー]{2,})"
    "|(?P<hangul>[가-힣](?:[가-힣 ]*[가-힣])?)"
    "|(?P<cyrillic>[Ѐ-ӿ](?:[Ѐ-ӿ .-]*[Ѐ-ӿ]))"
    "|(?P<greek>[Ͱ-Ͽἀ-῿]{2,})"
    "|(?P<arabic>[؀-ۿݐ-ݿ](?:[؀-ۿݐ-ݿ ]*[؀-ۿݐ-ݿ])?)"
    "|(?P<hebrew>[֐-׿](?:[֐-׿ ]*[֐-׿])?)"
    "|(?P<devanagari>[ऀ-ॿ]+)"
    "|(?P<thai>[฀-๿]+)"
    "|(?P<tibetan>[ༀ-࿿]+)"
    "|(?P<mongolian>[᠀-ᢪ](?:[᠀-ᢪ ]*[᠀-ᢪ])?)"
)
# What any of the steps below would change; most lines of a newspaper have none of it, and are left as they are.
_MARKED = f'\\x00-\\x1f&<>"\ud800-\udfff\ufffe\uffff{_LATIN}{_OTHER_SCRIPTS}'
_CARE = re.compile(f"[{_MARKED}]")
_LANGUAGES = {
    "kana": "ja",
    "hangul": "ko",
    "cyrillic": "und-Cyrl",
    "greek": "und-Grek",
    "arabic": "und-Arab",
    "hebrew": "und-Hebr",
    "devanagari": "und-Deva",
    "thai": "und-Thai",
    "tibetan": "bo",
    "mongolian": "und-Mong",
}
_FROM_THE_RIGHT = frozenset(("und-Arab", "und-Hebr"))
_PINYIN = re.compile("[āēīōūǖǎěǐǒǔǚǜǘ]", re.IGNORECASE)
_LETTERS = re.compile("[A-Za-z]{2}")

_UNITS = "%‰℃"
# A number or a row of capitals, whole: `1998`, `12.5%`, `GDP`, `CO₂`, with the letter or mark before it looked at.
# DEL, which isn't meant, makes `re` look characters up in a table, in half the time that it takes for two ranges.
_ROW = re.compile(
    rf"[0-9A-Z\x7f](?<![#.,/:0-9{_LATIN}-].)(?:[{_LATIN}{_FIGURES}]|[.,/:'’-](?=[{_LATIN}0-9]))*[{_UNITS}]?"
)
_PAIR = re.compile("[0-9]{1,2}")
_STACKED = re.compile("[0-9]{3,8}|[A-Z]{1,4}")
_LINE = 13
"""Characters of a headline that a phone shows in one line."""
_BREAK = "\ufdd0"
"""Stands for a `wbr` in text that isn't escaped yet: a code that is no character."""
_CLOSING = re.compile(rf"(?<![{_LATIN}])’|’(?![{_LATIN}s])")


@lru_cache(1)
def _vertical_care() -> re.Pattern[str]:
    """The same for vertical lines; compiled for these alone, since it takes a millisecond."""
    return re.compile(f"[{_MARKED}0-9]")


def escape(text: str) -> str:
    """Text as XML character data; a line feed becomes a line break element, a carriage return a reference."""
    return _MARKUP.sub(lambda match: _ENTITIES[match[0]], visible(text)) if _CARE.search(text) else text


def attribute(text: str) -> str:
    """Text as the value of an attribute in double quotes; line feeds become spaces there."""
    if not _CARE.search(text):
        return text
    return _IN_ATTRIBUTE.sub(lambda match: _ENTITIES[match[0]], _BREAKS.sub(" ", visible(text)))


def has_corner_quotes(text: str) -> bool:
    """Whether the text has 「」『』 of its own, so that turning “” into them could not be undone."""
    return "「" in text or "」" in text or "『" in text or "』" in text


def corner_quotes(text: str) -> str:
    """“” and ‘’ as 「」 and 『』, for vertical lines; an apostrophe inside a Latin word stays."""
    text = text.replace("“", "「").replace("”", "」").replace("‘", "『")
    return _CLOSING.sub("』", text) if "’" in text else text


class Typesetter(Struct, frozen=True):
    """Sets text into lines of one direction; `corners` turns “” into 「」."""

    vertical: bool = False
    corners: bool = False

    def inline(self, text: str) -> str:
        """The text as the content of an element: foreign runs carry their language, short numbers stand upright."""
        if self.corners:
            text = corner_quotes(text)
        care = (_vertical_care() if self.vertical else _CARE).search(text)
        if care is None:
            return text
        if self.vertical and not _CARE.search(text, care.start()):
            return _ROW.sub(_upright, text)
        pieces = []
        end = at = 0
        while start := _FOREIGN_START.search(text, at):
            run = _FOREIGN.match(text, start.start())
            at = run.end() if run else start.end()
            if run:
                pieces += [self._chinese(text[end : run.start()]), self._foreign(run)]
                end = at
        pieces.append(self._chinese(text[end:]))
        return "".join(pieces)

    def title(self, text: str) -> str:
        """As `inline`, with each phrase that a pause sets off kept on one line where it fits, and no word broken."""
        parts = phrases(text)
        if sum(phrase != "" for phrase, _ in parts) < 2:
            return self._unbroken(text)
        return "".join(
            f'<span class="phrase">{self._unbroken(phrase)}</span>{escape(space)}' if phrase else escape(space)
            for phrase, space in parts
        )

    def _unbroken(self, phrase: str) -> str:
        """As `inline`, with the places between words marked where a line may end; a short phrase needs none."""
        if len(phrase) <= _LINE or _BREAK in phrase:
            return self.inline(phrase)
        return f'<span class="words">{self.inline(_BREAK.join(pieces(phrase))).replace(_BREAK, "<wbr/>")}</span>'

    def _foreign(self, match: re.Match[str]) -> str:
        run, kind = match[0], match.lastgroup or ""
        language = _latin_language(run) if kind == "latin" else _LANGUAGES[kind]
        content = self._chinese(run) if kind == "latin" else escape(run)
        direction = ' dir="rtl"' if language in _FROM_THE_RIGHT else ""
        return f'<span lang="{language}" xml:lang="{language}"{direction}>{content}</span>' if language else content

    def _chinese(self, text: str) -> str:
        escaped = escape(text)
        return _ROW.sub(_upright, escaped) if self.vertical else escaped


def _latin_language(run: str) -> str:
    """English for plain letters, pinyin by its tone marks, else a Latin script of unknown language; "" for no word."""
    if _RAISED.search(run):  # a formula or a measure: CO₂, m²
        return ""
    if _PINYIN.search(run):
        return "zh-Latn-pinyin"
    if run.isascii() or "’" in run:
        return "en" if _LETTERS.search(run) else ""
    return "und-Latn"


def _upright(match: re.Match[str]) -> str:
    return _set_upright(match[0])


@lru_cache(4096)
def _set_upright(row: str) -> str:
    """Two figures side by side, three to eight and short acronyms one by one; all else lies on its side."""
    unit = row[-1] if row[-1] in _UNITS else ""
    bare = row.removesuffix(unit)
    kind = "tcy" if _PAIR.fullmatch(bare) else "up" if _STACKED.fullmatch(bare) else None
    if kind is None:
        return row
    return f'<span class="{kind}">{bare}</span>' + (f'<span class="up">{unit}</span>' if unit else "")
