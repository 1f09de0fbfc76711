"""Bytes of a page → its text: which encoding they are in, and what to do with bytes that are in none."""

import codecs
import re

from msgspec import Struct

from convert.errors import BadInputError, BadOptionError
from convert.lexicon import words
from convert.lexicon.traditional import simplified

COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "这個來時們會對說發學種經過動國為業體當實點電機產現這與於後進將並無區總會記者報訊市長工作年月日今天昨本報社新華"
    "，。、：；！？“”‘’（）《》「」『』　"
)
"""Characters that make up half of any Chinese newspaper, Simplified or Traditional: a wrong decoding has few of them."""

LEGACY = ("gb18030", "big5hkscs", "cp950")
WIDE = ("utf-16-le", "utf-16-be")
SAMPLE = 1 << 16
"""Bytes that are looked at to tell an encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKS_ALONE = tuple(mark for mark, _ in _MARKS)


_RECOGNISE = "recognise the text of it first (OCR)"
_NO_TEXT = {
    b"%PDF-": ("a PDF", "take the text out of it first, with pdftotext or OCR"),
    b"\x89PNG\r\n": ("a picture", _RECOGNISE),
    b"\xff\xd8\xff": ("a picture", _RECOGNISE),
    b"II*\x00": ("a picture", _RECOGNISE),
    b"MM\x00*": ("a picture", _RECOGNISE),
    b"PK\x03\x04": ("a zip, or what is made like one", "name it .zip, .docx or .epub, as what it is"),
    b"\xd0\xcf\x11\xe0": ("an old Word file", "save it as plain text first"),
    b"\x1f\x8b\x08": ("compressed", "unpack it first, or put pages into a .tar.gz"),
    b"\x7fELF": ("a program", "name a page"),
}
"""How files begin that people take for pages of text, what they are, and what to do with them."""
_BEGINNINGS = tuple(_NO_TEXT)


class Decoded(Struct, frozen=True):
    """The text of a page, the encoding it was in, and the bytes that had no meaning, with the line of each.

    Every line of the text ends with a line feed, whatever ended it on the machine it comes from.
    """

    text: str
    encoding: str
    strays: tuple[tuple[int, bytes], ...] = ()


def decode(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """Decode a page; `encoding` overrides what the bytes look like.

    Raises BadInputError for a page that is empty or looks like no text, BadOptionError for an unknown encoding.
    """
    if not data.strip():
        raise BadInputError(path, "the file is empty", "leave it out or put the page's text in it")
    if data.startswith(_BEGINNINGS):
        what, cure = next(said for beginning, said in _NO_TEXT.items() if data.startswith(beginning))
        raise BadInputError(path, f"{what}, not text", cure)
    if data.startswith(_MARKS_ALONE):
        mark, name = next(told for told in _MARKS if data.startswith(told[0]))
        data, encoding = data[len(mark) :], encoding or name
    if encoding and _known(encoding) != "utf-8":
        return _lenient(data, encoding)
    text = _as_utf_8(data)
    if text is None:
        return _lenient(data, encoding or _guess(data, path))
    wide = _widest(data) if not encoding and text.count("\0") * 20 > len(text) else "utf-8"
    return Decoded(_unified(text), wide) if wide == "utf-8" else _lenient(data, wide)


def _as_utf_8(data: bytes) -> str | None:
    """The text of bytes that are UTF-8 throughout, lone surrogates among them; None for others."""
    for errors in ("strict", "surrogatepass"):
        try:
            return data.decode("utf-8", errors)
        except UnicodeDecodeError:
            continue
    return None


_ENDS = re.compile("(?<!\r)\r+\n|\n\x0c|\x0c\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Line ends of other machines and programs: CR, CRLF, NEL, a word processor's own; a form feed by a line end adds none."""


def _unified(text: str) -> str:
    return _ENDS.sub("\n", text) if any(map(text.__contains__, "\r\x0b\x0c\x85\u2028\u2029")) else text


def _widest(data: bytes) -> str:
    """UTF-8 or one of the encodings that have many zero bytes, whichever makes more of the page common characters."""
    scores = {name: _commonness(data[:SAMPLE], name) for name in ("utf-8", *WIDE)}
    best = max(scores, key=lambda name: scores[name])
    told = any(char in COMMON for char in data[:SAMPLE].decode(best, "replace")) or data.count(0) * 5 > 2 * len(data)
    return best if told and scores[best] > max(scores["utf-8"], 0) + 0.1 else "utf-8"


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError as error:
        raise BadOptionError(f"no encoding called '{encoding}'; try utf-8, gb18030, big5 or utf-16") from error


def _guess(data: bytes, path: str) -> str:
    """The encoding under which the start of the page has the greatest share of common characters."""
    sample = data[:SAMPLE]
    scores = {name: _commonness(sample, name) for name in ("utf-8", *LEGACY, *WIDE)}
    if len(data) <= FEW:
        scores = {name: score + _wordiness(sample.decode(name, "replace")) for name, score in scores.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 0.08:
        raise BadInputError(path, "no encoding makes Chinese text of it", "name the right one with --encoding")
    return best


FEW = 200
"""Bytes of the longest page whose words are looked at as well: its characters are too few to tell the encoding."""


def _wordiness(text: str) -> float:
    """Share of the characters that stand in words of two and more."""
    found = [word for word in words().cut(simplified(text)) if len(word) > 1]
    return sum(map(len, found)) / max(len(text), 1)


def _commonness(sample: bytes, encoding: str) -> float:
    """Share of common characters, Latin text counted half, less what can't be decoded or is no text."""
    text = sample.decode(encoding, "replace")
    if not text:
        return 0.0
    common = sum(c in COMMON for c in text)
    latin = sum(" " <= c <= "~" or c in "\r\n\t" for c in text)
    wrong = text.count("\ufffd") + sum((c < " " and c not in "\r\n\t") or "\ue000" <= c <= "\uf8ff" for c in text)
    return (common + latin / 2 - 4 * wrong) / len(text)


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Stand-ins for bytes without a meaning: the last private-use plane, which no page uses, holds their values."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(_PLANE + byte) for byte in error.object[error.start : error.end]), error.end


_PLANE = 0x10FE00
_STAND_INS = re.compile("[\U0010fe00-\U0010feff]+")
codecs.register_error("newsconvert.stray", _stray)


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decode, setting aside the bytes that have no meaning instead of giving the page up."""
    encoding = _known(encoding)
    text = _unified(data.decode(encoding, "newsconvert.stray"))
    strays = list[tuple[int, bytes]]()
    line, seen = 1, 0
    for match in _STAND_INS.finditer(text):
        line, seen = line + text.count("\n", seen, match.start()), match.start()
        strays.append((line, bytes(ord(c) - _PLANE for c in match[0])))
    return Decoded(_STAND_INS.sub("", text) if strays else text, encoding, tuple(strays))
