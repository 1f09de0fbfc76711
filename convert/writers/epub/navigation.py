"""The ways into the book: contents, page list and landmarks (nav.xhtml), and the NCX for old readers."""

from collections.abc import Iterator

from convert.writers.epub.document import Book
from convert.writers.epub.outline import Entry, Group, Issue
from convert.writers.epub.typesetting import attribute

Landmark = tuple[str, str, str]
"""An epub:type, a file, a label."""


def contents(book: Book, landmarks: list[Landmark]) -> Iterator[bytes]:
    """nav.xhtml, piece by piece.

    Of a volume of many days the page itself shows only the days, each of which leads to an opening page; the rest is
    `hidden`, which by EPUB 3.3 §7.4.2 a reading system's own contents list goes past.
    """
    return book.streamed(book.words.contents, _lists(book, landmarks), body_type="frontmatter")


def _back_matter(landmarks: list[Landmark]) -> Iterator[tuple[str, str]]:
    """File and label of the landmarks that stand behind the issues in tables of contents."""
    return ((file, label) for kind, file, label in landmarks if kind in ("index", "imprint"))


def _lists(book: Book, landmarks: list[Landmark]) -> Iterator[str]:
    yield '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">'
    yield f'<h1 id="contents">{book.words.contents}</h1>\n<ol>'
    for issue in book.plan.issues:
        yield from _issue(book, issue)
    for file, label in _back_matter(landmarks):
        yield f"<li>{book.link(file, label)}</li>"
    yield "</ol>\n</nav>"
    yield from _page_list(book)
    yield f'<nav epub:type="landmarks" id="landmarks" aria-label="{book.words.landmarks}" hidden="">\n<ol>'
    for kind, file, label in landmarks:
        yield f'<li><a epub:type="{kind}" href="{file}">{label}</a></li>'
    yield "</ol>\n</nav>"


def _issue(book: Book, issue: Issue) -> Iterator[str]:
    if issue.label is None:
        for group in issue.groups:
            yield from _group(book, group)
        return
    hidden = ' hidden=""' if issue.first.opens is issue else ""
    yield f'<li class="issue">{book.link(issue.target, issue.label)}\n<ol{hidden}>'
    for group in issue.groups:
        yield from _group(book, group)
    yield "</ol></li>"


def _group(book: Book, group: Group) -> Iterator[str]:
    if group.label is None:
        yield from articles(book, group.entries)
        return
    yield f'<li class="group">{book.link(group.entries[0].file, group.label)}\n<ol>'
    yield from articles(book, group.entries)
    yield "</ol></li>"


def articles(book: Book, entries: list[Entry]) -> Iterator[str]:
    """One list item an article."""
    for entry in entries:
        yield f"<li>{book.link_to(entry)}</li>"


def _page_list(book: Book) -> Iterator[str]:
    if not book.plan.pages:
        return
    yield f'<nav epub:type="page-list" role="doc-pagelist" id="pages" aria-label="{book.words.pages}" hidden="">\n<ol>'
    for mark in book.plan.pages.values():
        yield f"<li>{book.link(mark.href, mark.label)}</li>"
    yield "</ol>\n</nav>"


class _Points:
    """Numbers the points of an NCX: ids all different, play order by what a point leads to.

    Points that lead to one place (a day, its first page, the first article there) follow each other.
    """

    def __init__(self) -> None:
        self._count = 0
        self._order = 0
        self._target = ""

    def open(self, element: str, label: str, target: str, kind: str = "") -> str:
        """The start of a point; the caller closes it."""
        self._count += 1
        self._order += target != self._target
        self._target = target
        return (
            f'<{element} id="n{self._count}"{kind} playOrder="{self._order}">'
            f'<navLabel><text>{attribute(label)}</text></navLabel><content src="{target}"/>'
        )

    def leaf(self, label: str, target: str) -> str:
        """A point without others in it."""
        return self.open("navPoint", label, target) + "</navPoint>"


def ncx(book: Book, identifier: str, landmarks: list[Landmark]) -> Iterator[bytes]:
    """toc.ncx: the same contents and page list for EPUB 2 readers."""
    for line in _ncx_lines(book, identifier, landmarks):
        yield f"{line}\n".encode()


def _ncx_lines(book: Book, identifier: str, landmarks: list[Landmark]) -> Iterator[str]:
    points = _Points()
    yield '<?xml version="1.0" encoding="utf-8"?>'
    language = attribute(book.language)
    yield f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">'
    yield f'<head>\n<meta name="dtb:uid" content="{attribute(identifier)}"/>'
    yield f'<meta name="dtb:depth" content="{_depth(book)}"/>'
    yield f'<meta name="dtb:totalPageCount" content="{len(book.plan.pages)}"/>'
    yield '<meta name="dtb:maxPageNumber" content="0"/>\n</head>'
    yield f"<docTitle><text>{attribute(book.title)}</text></docTitle>\n<navMap>"
    for issue in book.plan.issues:
        yield from _ncx_issue(points, issue)
    for file, label in _back_matter(landmarks):
        yield points.leaf(label, file)
    yield "</navMap>"
    yield from _ncx_pages(book, points)
    yield "</ncx>"


def _depth(book: Book) -> int:
    issues = book.plan.issues
    grouped = any(group.label for issue in issues for group in issue.groups)
    return 1 + grouped + any(issue.label for issue in issues)


def _ncx_issue(points: _Points, issue: Issue) -> Iterator[str]:
    if issue.label is not None:
        yield points.open("navPoint", issue.label, issue.target)
    for group in issue.groups:
        if group.label is not None:
            yield points.open("navPoint", group.label, group.entries[0].file)
        for entry in group.entries:
            yield points.leaf(entry.label, entry.file)
        if group.label is not None:
            yield "</navPoint>"
    if issue.label is not None:
        yield "</navPoint>"


def _ncx_pages(book: Book, points: _Points) -> Iterator[str]:
    if not book.plan.pages:
        return
    yield f"<pageList><navLabel><text>{book.words.pages}</text></navLabel>"
    for mark in book.plan.pages.values():
        yield points.open("pageTarget", mark.label, mark.href, ' type="special"') + "</pageTarget>"
    yield "</pageList>"
