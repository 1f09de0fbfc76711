"""Puts the book together: which files it has, in which order, and what the package says of it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from convert.errors import BadInputError
from convert.model import Volume, start_of_day
from convert.writers.enclosed import enclosed, put
from convert.writers.epub import given, matter, navigation, people
from convert.writers.epub.chapters import Chapters
from convert.writers.epub.cover import cover_text, drawn
from convert.writers.epub.document import CONTENTS, OWN_STYLES, STYLES, Book
from convert.writers.epub.outline import is_blank, language_tag, outline
from convert.writers.epub.package import XHTML, Item, Package
from convert.writers.epub.styles import style_sheet
from convert.writers.epub.typesetting import Typesetter
from convert.writers.epub.words import words_for
from convert.writers.pieces import Pieces, can_be_shared
from convert.writers.xmltext import visible
from convert.writers.zipped import Zip

if TYPE_CHECKING:
    from convert.writers.epub import Epub

_GUIDE = {"bodymatter": "text", "imprint": "colophon"}


def bind(volume: Volume, options: "Epub", out: Zip) -> None:
    """Write the book of a volume into `out`."""
    shared = can_be_shared(volume.articles)
    records = enclosed(volume.articles if options.records else ())
    with Pieces(records, shared=shared) as deflated:  # begun while the outline is made, which chapters wait for
        book = _book(volume, options)
        chapters = Chapters(book, volume.articles, options.remarks, out.level)
        with Pieces(chapters.work, shared=shared) as pieces:
            package = _package(book, volume, options, chapters.items(pieces))
            package.write(out, start_of_day(max(book.plan.dates, default=None)))
        if options.records:
            put(records, deflated, out, "META-INF/newsconvert.xml", large=len(volume.articles) > 100_000)


def _book(volume: Volume, options: "Epub") -> Book:
    """What all files of the book are made with; raises BadInputError for a volume without articles."""
    vertical = options.writing == "vertical"
    language = language_tag(volume.language)
    words = words_for(language, vertical)
    plan = outline(volume, words)
    if not plan.entries:
        raise BadInputError(volume.name, "there is no article for a book", "give pages or records that hold some")
    title = _title(volume, words.part_label)
    setter = Typesetter(vertical, corners=vertical)
    return Book(title, language, words, plan, setter, own_styles=options.css is not None)


def _package(book: Book, volume: Volume, options: "Epub", chapters: Iterable[Item]) -> Package:
    """All files of the book, in their order, and what is said of it."""
    vertical = book.setter.vertical
    package = Package(visible(volume.identifier), book.title, book.language, vertical)
    _describe(package, volume, book)
    landmarks = _landmarks(book, options)
    _front(package, book, volume, options, landmarks)
    package.add_many(chapters)
    _back(package, book, volume, landmarks)
    render = partial(navigation.ncx, book, visible(volume.identifier), landmarks)
    package.add(Item("ncx", "toc.ncx", "application/x-dtbncx+xml", render))
    _styles(package, vertical, options.css)
    return package


def _title(volume: Volume, part_label: Callable[[tuple[int, int]], str]) -> str:
    """The volume's title, with its number when it is one of several."""
    title = volume.name if is_blank(volume.title) else volume.title
    title = visible(title) if not is_blank(title) else "—"
    return f"{title}（{part_label(volume.part)}）" if volume.part else title


def _landmarks(book: Book, options: "Epub") -> list[navigation.Landmark]:
    words = book.words
    marks = [
        ("cover", matter.COVER, words.cover),
        ("toc", CONTENTS, words.contents),
        ("bodymatter", _first_file(book), words.start),
    ]
    if options.index and book.plan.people:
        marks.append(("index", people.INDEX, words.index))
    return [*marks, ("imprint", matter.IMPRINT, words.imprint)]


def _first_file(book: Book) -> str:
    first = book.plan.entries[0]
    return first.opens.file if first.opens else first.file


def _front(package: Package, book: Book, volume: Volume, options: "Epub", landmarks: list[navigation.Landmark]) -> None:
    """Cover and contents."""
    if options.cover is not None:
        cover, said = given.picture(options.cover), book.title
    else:
        text = cover_text(book, volume)
        cover, said = given.File("cover.png", "image/png", drawn(text, book.setter.vertical)), text.description
    page = partial(matter.cover_page, book, cover.name, book.words.cover_text.format(visible(said)))
    package.add(Item("cover", matter.COVER, XHTML, page, spine=True))
    package.add(_file_item("cover-image", cover, ("cover-image",)))
    package.legacy("cover", "cover-image")
    for kind, file, label in landmarks:
        package.guide(_GUIDE.get(kind, kind), label, file)
    render = partial(navigation.contents, book, landmarks)
    package.add(Item("nav", CONTENTS, XHTML, render, ("nav",), spine=True))


def _file_item(uid: str, file: given.File, properties: tuple[str, ...] = ()) -> Item:
    return Item(uid, file.name, file.media_type, lambda: file.data, properties)


def _styles(package: Package, vertical: bool, own: Path | None) -> None:
    """The book's style sheet, and the user's with the files that it uses."""
    package.add(Item("style", STYLES, "text/css", partial(style_sheet, vertical)))
    for number, file in enumerate(given.style_sheet(own, OWN_STYLES) if own else ()):
        package.add(_file_item(f"own{number}", file))


def _back(package: Package, book: Book, volume: Volume, landmarks: list[navigation.Landmark]) -> None:
    if any(kind == "index" for kind, _, _ in landmarks):
        letters = people.letters(book)
        package.add(Item("people", people.INDEX, XHTML, partial(people.index, book, letters), spine=True))
        for number, letter in enumerate(letters if people.is_long(book) else (), 1):
            render = partial(people.letter, book, letter)
            package.add(Item(f"people{number}", letter.file, XHTML, render, spine=True))
    package.add(Item("imprint", matter.IMPRINT, XHTML, partial(matter.imprint, book, volume), spine=True))


def _describe(package: Package, volume: Volume, book: Book) -> None:
    plan = book.plan
    for name in ("creator", "publisher", "rights", "description"):
        value = getattr(volume, name)
        if value and not is_blank(value):
            package.describe(name, visible(value))
    if len(plan.dates) == 1:
        package.describe("date", plan.dates[0].isoformat())
    for paper in plan.papers:
        package.describe("source", visible(paper))
    if plan.dates:
        first_and_last = dict.fromkeys(day.isoformat() for day in (plan.dates[0], plan.dates[-1]))
        package.property("dcterms:temporal", "/".join(first_and_last))
    _describe_set(package, volume, book)
    _accessibility(package, book)


def _describe_set(package: Package, volume: Volume, book: Book) -> None:
    """The set that the volume is one of, as the libraries of reading systems sort by it, and its neighbours there."""
    if volume.series:
        package.property("belongs-to-collection", visible(volume.series), id="series")
        package.property("collection-type", "series", refines="#series")
        if volume.part:
            package.property("group-position", str(volume.part[0]), refines="#series")
    words = book.words
    for term, neighbour in ((words.earlier, volume.previous), (words.later, volume.following)):
        if neighbour:
            package.describe("relation", visible(f"{term}：{words.volume_label(neighbour.title, neighbour.number)}"))


def _accessibility(package: Package, book: Book) -> None:
    """What the book offers to readers who can't see, or not well; a test checks each of these claims."""
    package.property("schema:accessMode", "textual")
    package.property("schema:accessMode", "visual")
    package.property("schema:accessModeSufficient", "textual")
    features = ["alternativeText", "tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    if book.plan.pages:
        features += ["pageBreakMarkers", "pageNavigation"]
        package.property("pageBreakSource", visible(" ".join(book.plan.papers)) or book.words.sources)
    for feature in features:
        package.property("schema:accessibilityFeature", feature)
    package.property("schema:accessibilityHazard", "none")
    package.property("schema:accessibilitySummary", book.words.summary)
