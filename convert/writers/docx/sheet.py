"""The style sheet that a document has: the id of each style by its name, and what its paragraphs measure."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct

from convert.writers.docx.pagination import Metrics

NATURAL = 1.3
"""The height of a line of Chinese without a setting, in ems: what 宋体 and its like take in Word."""

NEWSROOM = {"heading 1": "group", "heading 2": "headline", "heading 3": "annex headline"}
"""The newsroom's names of Word's headings: a style that an office has by such a name goes before."""


class Sheet(Struct, frozen=True):
    """Style name (lower case, as Word compares names) → id and measures."""

    ids: dict[str, str]
    metrics: dict[str, Metrics]

    @classmethod
    def of(cls, document: Document) -> "Sheet":
        """Read the sheet of a document, whoever made it."""
        root = document.styles.element
        by_id = {str(style.get(qn("w:styleId"))): style for style in root.findall(qn("w:style"))}
        defaults = root.find(qn("w:docDefaults"))
        ids = {name: key for key, style in by_id.items() for name in names_of(style)}
        ids |= {name: ids[news] for name, news in NEWSROOM.items() if news in ids}
        return cls(ids, {name: _metrics(_chain(by_id, key), defaults) for name, key in ids.items()})

    def id(self, name: str) -> str:
        """The id of a style that the document has."""
        return self.ids[name.lower()]

    def measures(self, name: str) -> Metrics:
        """What paragraphs of a style measure."""
        return self.metrics[name.lower()]


def names_of(style: BaseOxmlElement) -> list[str]:
    """A style's names in lower case: its aliases, then its own."""
    found = [style.find(qn(tag)) for tag in ("w:aliases", "w:name")]
    values = [str(element.get(qn("w:val"))) for element in found if element is not None]
    return [name.strip().lower() for value in values for name in value.split(",")]


def _chain(by_id: dict[str, BaseOxmlElement], key: str) -> list[BaseOxmlElement]:
    """A style and what it is based on, nearest first; a ring of styles ends where it closes."""
    found: list[BaseOxmlElement] = []
    while key in by_id and by_id[key] not in found:
        style = by_id[key]
        found.append(style)
        base = style.find(qn("w:basedOn"))
        key = "" if base is None else str(base.get(qn("w:val")))
    return found


def _metrics(chain: list[BaseOxmlElement], defaults: BaseOxmlElement | None) -> Metrics:
    places = [*chain, *([] if defaults is None else [defaults])]

    def value(path: str, attribute: str) -> str | None:
        """The nearest setting of an attribute."""
        for place in places:
            for element in place.iterfind(_path(path)):
                found = element.get(qn(attribute))
                if found is not None:
                    return str(found)
        return None

    em = round(float(value("w:rPr/w:sz", "w:val") or 20) * 10)

    def distance(name: str) -> int:
        """An indent, in characters where it is given so."""
        chars = value("w:pPr/w:ind", f"w:{name}Chars")
        return int(chars) * em // 100 if chars else int(value("w:pPr/w:ind", f"w:{name}") or 0)

    keep = next((k for place in places for k in place.iterfind(_path("w:pPr/w:keepNext"))), None)
    return Metrics(
        em=em,
        line=_line(em, value("w:pPr/w:spacing", "w:line"), value("w:pPr/w:spacing", "w:lineRule")),
        before=int(value("w:pPr/w:spacing", "w:before") or 0),
        after=int(value("w:pPr/w:spacing", "w:after") or 0),
        ruled=_border(chain),
        indent=distance("left") + distance("right"),
        first_line=distance("firstLine"),
        align=value("w:pPr/w:jc", "w:val") or "",
        keep_next=keep is not None and keep.get(qn("w:val")) not in ("0", "false", "off"),
    )


def _border(chain: list[BaseOxmlElement]) -> int:
    """What the lines over and under a paragraph take of its page: their distance, in points, and eighths of one."""
    borders = next((found for style in chain for found in style.iterfind(_path("w:pPr/w:pBdr"))), None)
    if borders is None:
        return 0
    sides = [side for side in map(borders.find, (qn("w:top"), qn("w:bottom"))) if side is not None]
    return sum(int(s.get(qn("w:space"), 0)) * 20 + int(s.get(qn("w:sz"), 0)) * 20 // 8 for s in sides)


def _path(path: str) -> str:
    """An element path below any element, from prefixed names."""
    return ".//" + "/".join(qn(tag) for tag in path.split("/"))


def _line(em: int, line: str | None, rule: str | None) -> int:
    natural = round(em * NATURAL)
    if line is None:
        return natural
    if rule == "exact":
        return int(line)
    return max(int(line), natural) if rule == "atLeast" else natural * int(line) // 240
