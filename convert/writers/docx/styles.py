"""The styles of a document: one row a style, as data, and their XML.

Names are those that a person restyles in Word: built-in ones where Word has one (its navigation pane, table of
contents and accessibility checker know them), the newsroom's else. Word shows an alias beside the built-in name.
Distances are in twentieths of a point, sizes in half points, as the format has them.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from convert.writers.docx.typeface import LATIN_SERIF, Face, Typefaces

Form = Literal["full", "digest"]

SIZE = 24
"""The body's size: 12 points (小四), of which 37 make a line."""
LINE = 400
"""The body's line: 20 points, of which 34 make a page. `atLeast`, so that a larger size needs no other setting."""
LATIN = "Latin"
"""The character style of letters that are neither ASCII nor Chinese."""
RED = "B00000"
GREY = "595959"


class Style(Struct, frozen=True, kw_only=True):
    """A paragraph style; what is 0, empty or None is inherited from the style it is based on."""

    name: str
    alias: str = ""
    following: str = "Body Text"
    face: Face | None = None
    size: int = 0
    bold: bool = False
    color: str = ""
    tracking: int = 0
    line: int = 0
    before: int = 0
    after: int = 0
    align: Literal["", "left", "center", "right", "both"] = ""
    first_line: int = 0
    """First-line indent in hundredths of a character."""
    left: int = 0
    """Left indent in hundredths of a character."""
    keep_next: bool = False
    outline: int | None = None
    """Outline level, 0 for the topmost."""
    single_lines: bool = False
    """Whether one line of a paragraph may stand alone in a column: short columns couldn't be made equal else."""
    rule: tuple[Literal["top", "bottom"], int, str] | None = None
    """A line over or under the paragraph: side, width in eighths of a point, colour."""
    tabs: tuple[tuple[Literal["center", "right"], int], ...] = ()
    """Tab stops: kind, and position in fractions of the text width, in hundredths."""
    leader: bool = False

    @property
    def style_id(self) -> str:
        """The id by which paragraphs name it, as Word makes it from the name."""
        return "".join(part[:1].upper() + part[1:] for part in self.name.split())


def paragraph_styles(form: Form, columns: int) -> tuple[Style, ...]:
    """The paragraph styles of a form: a digest's entries stand to the left, whole articles have centred heads."""
    alone = columns > 1
    head: Literal["left", "center"] = "center" if form == "full" else "left"
    headline = Style(
        name="heading 2", alias="Headline", face="hei", size=32, bold=True, line=520, before=440, align=head,
        keep_next=True, outline=1,
    )  # fmt: skip
    return (
        Style(name="Title", following="Subtitle", face="song", size=60, bold=True, color=RED, line=960, before=4000,
              align="center", keep_next=True, rule=("bottom", 18, RED)),
        Style(name="Subtitle", face="kai", size=30, line=560, before=320, align="center"),
        Style(name="Title Note", face="song", size=24, color=GREY, before=160, align="center"),
        Style(name="Masthead", following="Masthead Line", face="song", size=72, bold=True, color=RED, tracking=60,
              line=1100, align="center", keep_next=True),
        Style(name="Masthead Line", face="kai", size=24, line=440, before=120, after=240, align="left",
              rule=("bottom", 18, RED), tabs=(("center", 50), ("right", 100))),
        Style(name="TOC Heading", following="Normal", face="hei", size=32, bold=True, line=520, before=240, after=160,
              align="center", keep_next=True),
        Style(name="toc 1", following="Normal", face="hei", size=22, before=120, align="left",
              tabs=(("right", 100),), leader=True, keep_next=True),
        Style(name="toc 2", following="Normal", face="song", size=22, left=200, align="left",
              tabs=(("right", 100),), leader=True),
        Style(name="Contents Note", face="kai", size=21, color=GREY, before=120, align="right"),
        Style(name="heading 1", alias="Group", face="hei", size=36, bold=True, color=RED, line=600, before=560,
              align="left", keep_next=True, outline=0, rule=("bottom", 8, RED)),
        headline,
        Style(name="heading 3", alias="Annex Headline", face="hei", size=32, bold=True, line=520, before=440,
              align="center", keep_next=True, outline=2),
        Style(name="Kicker", following="heading 2", face="kai", size=26, line=420, before=440, align=head,
              keep_next=True),
        Style(name="Subheadline", face="kai", size=26, line=420, align=head, keep_next=True),
        Style(name="Byline", face="kai", size=22, line=380, before=40, align=head, keep_next=True),
        Style(name="Source Line", face="song", size=19, color=GREY, line=340, before=40, after=60, align=head,
              keep_next=True),
        Style(name="Body Text", following="Body Text", face="song", first_line=200, align="both",
              single_lines=alone),
        Style(name="Crosshead", face="hei", bold=True, before=160, after=40, left=200, align="left", keep_next=True,
              outline=2),
        Style(name="caption", following="Body Text", face="kai", size=21, line=340, before=80, left=200, align="both",
              single_lines=alone),
        Style(name="Credit", face="kai", size=21, line=340, align="right"),
        Style(name="Jump", face="kai", size=21, line=340, align="right"),
        Style(name="Reference Line", face="song", size=21, line=360, before=60, align="left"),
        Style(name="header", following="header", face="song", size=18, color=GREY, line=280, align="left",
              tabs=(("right", 100),), rule=("bottom", 4, "A6A6A6")),
        Style(name="footer", following="footer", face="song", size=18, color=GREY, line=280, align="center"),
    )  # fmt: skip


def style_xml(style: Style, faces: Typefaces, width: int, ids: Mapping[str, str], based: str = "Normal") -> str:
    """The `w:style` of a row.

    `width` is that of the text in twips, `ids` has the id of each style by its name, `based` is the default
    paragraph style's.
    """
    alias = f'<w:aliases w:val="{style.alias}"/>' if style.alias else ""
    custom = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{ids[style.name]}"><w:name w:val="{style.name}"/>{alias}'
        f'{parent}<w:next w:val="{ids.get(style.following, based or ids[style.name])}"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style, width)}</w:pPr><w:rPr>{_run_properties(style, faces)}</w:rPr></w:style>"
    )


BUILT_IN = frozenset(
    ("Normal", "Title", "Subtitle", "TOC Heading", "toc 1", "toc 2", "heading 1", "heading 2", "heading 3",
     "Body Text", "caption", "header", "footer", "Hyperlink")
)  # fmt: skip
"""Names that Word has itself; a style of another name is marked as the document's own."""


def _paragraph_properties(style: Style, width: int) -> str:
    """The inside of `w:pPr`, in the order that the schema asks for."""
    parts = ["<w:keepNext/>"] if style.keep_next else []
    if style.outline is not None or style.keep_next:
        parts.append("<w:keepLines/>")
    if style.single_lines:
        parts.append('<w:widowControl w:val="0"/>')
    if style.rule:
        side, thick, color = style.rule
        parts.append(f'<w:pBdr><w:{side} w:val="single" w:sz="{thick}" w:space="4" w:color="{color}"/></w:pBdr>')
    if style.tabs:
        leader = ' w:leader="dot"' if style.leader else ""
        stops = "".join(f'<w:tab w:val="{kind}"{leader} w:pos="{width * at // 100}"/>' for kind, at in style.tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    parts.append(_spacing(style))
    parts.append(_indent(style))
    if style.align:
        parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{style.outline}"/>')
    return "".join(parts)


def _spacing(style: Style) -> str:
    line = f' w:line="{style.line}" w:lineRule="atLeast"' if style.line else ""
    return f'<w:spacing w:before="{style.before}" w:after="{style.after}"{line}/>'


def _indent(style: Style) -> str:
    """The indent in characters, and in twips for programs that don't know characters."""
    em = (style.size or SIZE) * 10
    parts = []
    if style.left:
        parts.append(f'w:leftChars="{style.left}" w:left="{style.left * em // 100}"')
    if style.first_line:
        parts.append(f'w:firstLineChars="{style.first_line}" w:firstLine="{style.first_line * em // 100}"')
    return f"<w:ind {' '.join(parts)}/>" if parts else ""


def _run_properties(style: Style, faces: Typefaces) -> str:
    """The inside of `w:rPr`, in the order that the schema asks for."""
    parts = [faces.fonts(style.face)] if style.face else []
    if style.bold:
        parts.append("<w:b/><w:bCs/>")
    if style.color:
        parts.append(f'<w:color w:val="{style.color}"/>')
    if style.tracking:
        parts.append(f'<w:spacing w:val="{style.tracking}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>')
    return "".join(parts)


def character_styles(faces: Typefaces) -> dict[str, str]:
    """The run properties of the character styles, by name."""
    return {
        "Dateline": faces.fonts("kai"),
        LATIN: f'<w:rFonts w:ascii="{LATIN_SERIF}" w:hAnsi="{LATIN_SERIF}" w:cs="{LATIN_SERIF}"/>',
        "Hyperlink": '<w:color w:val="0B4F9E"/>',
    }


def character_style_xml(name: str, properties: str, style_id: str) -> str:
    """The `w:style` of a character style."""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="10"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )


def foundation(faces: Typefaces) -> str:
    """The document's defaults and the styles that all others are based on."""
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{faces.fonts("song")}<w:kern w:val="0"/>'
        f'<w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>'
        f'<w:lang w:val="en-US" w:eastAsia="{faces.tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:line="{LINE}" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )
