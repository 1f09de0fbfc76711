"""What stands before the articles: a title page or a letterhead, and the running header and footer."""

from collections.abc import Iterator

from msgspec import Struct

from convert.model import Neighbour, Volume
from convert.writers.docx import markup
from convert.writers.docx.choices import Front
from convert.writers.docx.sheet import Sheet
from convert.writers.docx.story import Line
from convert.writers.docx.wording import Wording


class Imprint(Struct, frozen=True, kw_only=True):
    """What a document says of itself beside its title."""

    volume: Volume
    title: str
    """The volume's, without the days that stand beside it in words."""
    dates: str
    """The days of its articles; empty when none is known."""
    papers: tuple[str, ...]
    counted: str

    def part(self, words: Wording) -> str:
        """Which of several volumes this is."""
        return words.part.format(*self.volume.part) if self.volume.part else ""

    def neighbours(self, words: Wording) -> list[str]:
        """The volumes before and after this one."""
        pairs = ((words.earlier, self.volume.previous), (words.later, self.volume.following))
        return [said.format(_named(neighbour, words)) for said, neighbour in pairs if neighbour]


def _named(neighbour: Neighbour, words: Wording) -> str:
    return neighbour.title if neighbour.number is None else words.volume.format(neighbour.title, neighbour.number)


def lines(front: Front, imprint: Imprint, words: Wording) -> Iterator[Line]:
    """The paragraphs of the title page or the letterhead."""
    if front == "page":
        yield from _title_page(imprint, words)
    elif front == "letterhead":
        yield from _letterhead(imprint, words)


def _title_page(imprint: Imprint, words: Wording) -> Iterator[Line]:
    volume = imprint.volume
    yield Line("Title", imprint.title)
    papers = words.joint.join(imprint.papers)
    subtitle = " · ".join(t for t in (papers, imprint.dates) if t and t not in imprint.title)
    if subtitle:
        yield Line("Subtitle", subtitle)
    if volume.description:
        yield Line("Title Note", volume.description)
    about = (volume.creator, volume.publisher, volume.rights)
    for note in (imprint.part(words), imprint.counted, *about, *imprint.neighbours(words)):
        if note:
            yield Line("Title Note", note)


def _letterhead(imprint: Imprint, words: Wording) -> Iterator[Line]:
    """The title over a line that names number, publisher and date, as briefings have it."""
    volume = imprint.volume
    yield Line("Masthead", imprint.title)
    left = imprint.part(words) or imprint.counted
    yield Line("Masthead Line", "\t".join((left, volume.publisher or volume.creator or "", imprint.dates)))
    if neighbours := imprint.neighbours(words):
        yield Line("Contents Note", "　".join(neighbours))


def header(sheet: Sheet, imprint: Imprint) -> str:
    """The running header: the volume's name, and its days at the other edge."""
    dates = "" if imprint.dates in imprint.title else imprint.dates
    text = f"{imprint.title}\t{dates}" if dates else imprint.title
    return markup.paragraph(sheet.id("header"), markup.runs(text))


def footer(sheet: Sheet, words: Wording, pages: int) -> str:
    """The footer: page of pages."""
    before, between, after = words.of_pages
    content = (
        markup.runs(before) + markup.field("PAGE", "1") + markup.runs(between)
        + markup.field("NUMPAGES", str(pages)) + markup.runs(after)
    )  # fmt: skip
    return markup.paragraph(sheet.id("footer"), content)
