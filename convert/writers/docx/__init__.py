"""DOCX: a Word document of whole articles, or a digest of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, ClassVar, Literal

from convert.errors import BadOptionError
from convert.model import Volume
from convert.writers.docx.choices import Front, GroupBy
from convert.writers.docx.leads import measure
from convert.writers.zipped import Zip

LEVEL = 5
"""How hard the parts of a document are deflated: two percent longer here than at zlib's usual 6, a quarter quicker."""
ENCLOSED = 2000
"""How many articles' records are enclosed in a document without being asked for: they double its size and time."""


@dataclass(frozen=True, kw_only=True)
class Docx:
    """Writes a volume as a Word document.

    Raises BadOptionError for options that don't go together.
    """

    extension: ClassVar[str] = "docx"
    streams: ClassVar[bool] = False

    digest: str | None = None
    """'lead' or a number of sentences instead of whole articles."""
    annex: bool = False
    """The whole articles behind the digest, linked both ways."""
    group_by: GroupBy = "auto"
    """What stands under one heading: date and page, section, person or kind; auto: date and page where known."""
    columns: Literal[1, 2] = 1
    """Columns of the text; headlines stand across both."""
    front: Front = "auto"
    """A title page, a letterhead or neither; auto: a title page, for a digest a letterhead."""
    contents: bool = True
    """A table of contents."""
    reference: Path | None = None
    """A document whose styles, page, header and footer are used."""
    records: bool | None = None
    """Enclose the article records, so that the document can be read back; unless said, in documents of whole articles,
    up to 2,000 of them: a digest that is sent out holds what it shows, and a large document is no larger."""

    def __post_init__(self) -> None:
        """Check the options."""
        if self.digest is not None:
            measure(self.digest)
        elif self.annex:
            raise BadOptionError("annex: a digest's; ask for a digest too, 'lead' or a number of sentences")

    @staticmethod
    def prepare() -> None:
        """Load what a document is made with."""
        import convert.writers.docx.making  # noqa: F401
        from convert.lexicon import words

        words()

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """Write the whole volume to `out`."""
        from convert.writers.docx.making import Making

        making = Making(volume, self)
        whole = self.digest is None and len(volume.articles) <= ENCLOSED
        enclosed = whole if self.records is None else self.records
        with Zip(out, LEVEL) as package:
            making.write(package, records=enclosed)
