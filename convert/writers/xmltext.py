"""Text that any XML document may hold, for the writers whose format is XML inside.

XML 1.0 (§2.2, Char) has no place for most control characters, lone surrogates, U+FFFE and U+FFFF. Left in, they make
the libraries raise, or drop the rest of a chapter; here each is shown as a visible sign instead, so none is lost.
"""

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """The text with what XML can't hold made visible: U+0000–001F as U+2400–241F, all else as `⟨U+XXXX⟩`."""
    return _ILLEGAL.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
