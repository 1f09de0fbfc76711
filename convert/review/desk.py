"""The pages under review: what was read of each, and the writing of their fix files."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from convert.errors import BadInputError, CannotWriteError, NewsconvertError
from convert.files import written_aside
from convert.reader import PageFile, ReadingOptions, recurring_lines
from convert.reader.fixes import ENDING, load
from convert.review.sheets import Sheet, sheet


class ChangedError(Exception):
    """The page or its fix file is no longer what the review page was made of."""


class Desk:
    """Pages in their order, each with what was read of it; pages that can't be read are failures."""

    def __init__(self, pages: Sequence[PageFile], options: ReadingOptions) -> None:
        """Read all pages."""
        self._options = options
        self._recurring = recurring_lines(pages, options)
        self._pages: list[PageFile] = []
        self.sheets: list[Sheet] = []
        self.failures: list[NewsconvertError] = []
        for page in pages:
            try:
                self.sheets.append(self._sheet(page))
                self._pages.append(page)
            except NewsconvertError as error:
                self.failures.append(error)

    def elsewhere(self) -> list[str]:
        """The pages that are no files of their own, but members of archives: no fix file can be written beside them."""
        return [sheet.index["path"] for sheet in self.sheets if sheet.index["elsewhere"]]

    def _sheet(self, page: PageFile) -> Sheet:
        return sheet(page, self._options, self._recurring)

    def reread(self, number: int, data: bytes) -> Sheet:
        """Read a page as these corrections would have it, and write nothing.

        Raises IndexError for a number that is no page's, BadInputError for what is no fix file of this page.
        """
        return self._corrected(number, data)[1]

    def _corrected(self, number: int, data: bytes) -> tuple[PageFile, Sheet]:
        """The page with these corrections, and what is read of it."""
        page = self._pages[number]
        beside = page.path + ENDING
        corrected = replace(page, fixes=data if load(data, beside).fixes else None)
        made = self._sheet(corrected)
        if made.index["stale"]:
            raise BadInputError(beside, "made for another page", "open the review page again")
        return corrected, made

    def correct(self, number: int, data: bytes) -> Sheet:
        """Write the fix file of a page, or take it away if it says nothing, and read the page again.

        Raises what `reread` raises, ChangedError when page or fix file were changed by somebody else, CannotWriteError,
        and for a page that is no file of its own.
        """
        page = self._pages[number]
        beside = Path(page.path + ENDING)
        if self.sheets[number].index["elsewhere"]:
            raise CannotWriteError(str(beside), "the page is in an archive", "download the fix file and put it there")
        if _bytes(Path(page.path)) != page.data or _bytes(beside) != page.fixes:
            raise ChangedError
        corrected, made = self._corrected(number, data)
        if corrected.fixes is not None:
            with written_aside(beside) as file:
                file.write(data)
        else:
            beside.unlink(missing_ok=True)
        self._pages[number], self.sheets[number] = corrected, made
        return made


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
