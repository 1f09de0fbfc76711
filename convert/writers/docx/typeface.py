"""The fonts and language tags of a document, by the language of its text.

Fonts stand in styles only. Word takes the `ascii` font for U+0000–007F and `hAnsi` for the signs between Latin and
Chinese (“ ” … — ·): these must look Chinese in Chinese text, so `hAnsi` names the East Asian font, and the few Latin,
Greek and Cyrillic letters of that range get the character style `Latin`.
"""

from typing import Literal

from msgspec import Struct

Face = Literal["song", "hei", "kai"]


class Font(Struct, frozen=True):
    """A font as Word lists it: its name, its other name, family and charset (ECMA-376 part 1, §17.8.3)."""

    name: str
    other: str
    family: str
    panose: str
    charset: str


class Typefaces(Struct, frozen=True):
    """The fonts of one language and the tag that Word knows the language by."""

    tag: str
    song: Font
    hei: Font
    kai: Font

    def fonts(self, face: Face) -> str:
        """The `w:rFonts` of a style: Latin letters in the face's Latin companion."""
        east = {"song": self.song, "hei": self.hei, "kai": self.kai}[face].name
        latin = LATIN_SANS if face == "hei" else LATIN_SERIF
        return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{east}" w:eastAsia="{east}" w:cs="{latin}"/>'

    def table(self) -> bytes:
        """The font table part: with the other names, a system that knows a font by one of them finds it."""
        east = "".join(
            f'<w:font w:name="{f.name}"><w:altName w:val="{f.other}"/><w:panose1 w:val="{f.panose}"/>'
            f'<w:charset w:val="{f.charset}"/><w:family w:val="{f.family}"/><w:pitch w:val="variable"/></w:font>'
            for f in (self.song, self.hei, self.kai)
        )
        latin = "".join(
            f'<w:font w:name="{name}"><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
            for name, panose, family in (
                (LATIN_SERIF, "02020603050405020304", "roman"),
                (LATIN_SANS, "020B0604020202020204", "swiss"),
            )
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"{east}{latin}</w:fonts>"
        ).encode()


LATIN_SERIF = "Times New Roman"
LATIN_SANS = "Arial"

_HANS = Typefaces(
    tag="zh-CN",
    song=Font("宋体", "SimSun", "auto", "02010600030101010101", "86"),
    hei=Font("黑体", "SimHei", "modern", "02010609060101010101", "86"),
    kai=Font("楷体", "KaiTi", "modern", "02010609060101010101", "86"),
)
_SONG_HANT = Font("新細明體", "PMingLiU", "roman", "02020500000000000000", "88")
_HEI_HANT = Font("微軟正黑體", "Microsoft JhengHei", "swiss", "020B0604030504040204", "88")
_KAI_HANT = Font("標楷體", "DFKai-SB", "script", "03000509000000000000", "88")
_TW = Typefaces("zh-TW", _SONG_HANT, _HEI_HANT, _KAI_HANT)
_HK = Typefaces("zh-HK", _SONG_HANT, _HEI_HANT, _KAI_HANT)


def typefaces(language: str) -> Typefaces:
    """The fonts for a BCP 47 language; Traditional without a region is set as Taiwan sets it."""
    tag = language.lower()
    if tag.endswith(("-hk", "-mo")):
        return _HK
    return _TW if "hant" in tag or tag.endswith("-tw") else _HANS
