"""The page: A4 with a text area of whole Chinese characters and whole lines."""

from docx.section import Section
from docx.shared import Length
from msgspec import Struct


class Page(Struct, frozen=True, kw_only=True):
    """A page's measures in twentieths of a point."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    header: int = 850
    footer: int = 900

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Between the margins."""
        return self.height - self.top - self.bottom

    @classmethod
    def of(cls, section: Section) -> "Page":
        """The page of a section; what it doesn't say is as on our own page."""
        return cls(
            width=_twips(section.page_width, PAGE.width),
            height=_twips(section.page_height, PAGE.height),
            left=_twips(section.left_margin, PAGE.left) + _twips(section.gutter, 0),
            right=_twips(section.right_margin, PAGE.right),
            top=abs(_twips(section.top_margin, PAGE.top)),
            bottom=abs(_twips(section.bottom_margin, PAGE.bottom)),
        )

    def xml(self) -> str:
        """The children of a `w:sectPr`."""
        return (
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}" '
            f'w:header="{self.header}" w:footer="{self.footer}" w:gutter="0"/><w:cols w:space="425"/>'
        )


def _twips(length: Length | None, otherwise: int) -> int:
    return otherwise if length is None else length.twips


PAGE = Page(width=11906, height=16838, left=1513, right=1513, top=1640, bottom=1598)
"""A4 with room for 37 characters of 12 points and 34 lines of 20."""
