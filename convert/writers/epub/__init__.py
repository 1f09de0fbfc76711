"""EPUB 3.3: a book of the volume's articles, one chapter each.

The writer's options stand here; what each file of the book says is made in the modules beside.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, ClassVar, Literal

from convert.model import Volume
from convert.writers.zipped import Zip

LEVEL = 3
"""How hard files are deflated: one percent longer here than at the usual 6, and a tenth quicker."""


@dataclass(frozen=True)
class Epub:
    """Writes a volume as an EPUB book: cover, contents by day and page, chapters, index of people, imprint."""

    writing: Literal["horizontal", "vertical"] = "horizontal"
    """The direction of the lines; vertical ones run from right to left, with 「」 for “”."""
    cover: Path | None = None
    """A picture (JPEG, PNG, GIF, WebP or SVG) instead of the cover that is drawn."""
    css: Path | None = None
    """A style sheet that is linked after the book's own, so that its rules win."""
    index: bool = True
    """Add the index of the people who signed."""
    remarks: bool = False
    """Show each article's notes at its foot."""
    records: bool = True
    """Enclose the article records, so that the book can be read back."""

    extension: ClassVar[str] = "epub"
    streams: ClassVar[bool] = False

    @staticmethod
    def prepare() -> None:
        """Load what a book is made with."""
        import convert.writers.epub.binding  # noqa: F401
        from convert.lexicon import words
        from convert.writers.epub import lettering

        lettering.load()
        words()

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """Write the book; articles are gone through a few times and none is kept.

        Raises BadInputError for a volume without articles and for a picture or style sheet that can't be used.
        """
        from convert.writers.epub.binding import bind  # ebooklib and lxml are loaded where a book is made

        with Zip(out, LEVEL) as book:
            bind(volume, self, book)
