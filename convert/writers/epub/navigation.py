"""The ways into the book: contents, page list and landmarks (nav.xhtml), and the NCX for old readers."""

from collections.abc import Iterator

from convert.writers.epub.document import Book
from convert.writers.epub.outline import Entry, Group, Issue
from convert.writers.epub.typesetting import attribute

Landmark = tuple[str, str, str]
"""An epub:type, a file, a label."""


def contents(book: Book, landmarks: list[Landmark]) -> bytes:
    """nav.xhtml.

    Of a volume of many days the page itself shows only the days, each of which leads to an opening page; the rest is
    `hidden`, which by EPUB 3.3 §7.4.2 a reading system's own contents list goes past.
    """
    parts = [
        '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">',
        f'<h1 id="contents">{book.words.contents}</h1>',
        "<ol>",
        *(line for issue in book.plan.issues for line in _issue(book, issue)),
        *(f"<li>{book.link(file, label)}</li>" for kind, file, label in landmarks if kind in ("index", "imprint")),
        "</ol>\n</nav>",
        *_page_list(book),
        f'<nav epub:type="landmarks" id="landmarks" aria-label="{book.words.landmarks}" hidden="">\n<ol>',
        *(f'<li><a epub:type="{kind}" href="{file}">{label}</a></li>' for kind, file, label in landmarks),
        "</ol>\n</nav>",
    ]
    return book.document(book.words.contents, "\n".join(parts), body_type="frontmatter")


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
        yield f"<li>{book.link(entry.file, entry.label, entry.language)}</li>"


def _page_list(book: Book) -> Iterator[str]:
    if not book.plan.pages:
        return
    yield f'<nav epub:type="page-list" role="doc-pagelist" id="pages" aria-label="{book.words.pages}" hidden="">\n<ol>'
    for mark in book.plan.pages.values():
        yield f"<li>{book.link(mark.href, mark.label)}</li>"
    yield "</ol>\n</nav>"


class _Points:
    """Numbers the points of an NCX: ids all different, play order by what a point leads to."""

    def __init__(self) -> None:
        self._count = 0
        self._orders: dict[str, int] = {}

    def open(self, element: str, label: str, target: str, kind: str = "") -> str:
        """The start of a point; the caller closes it."""
        self._count += 1
        order = self._orders.setdefault(target, len(self._orders) + 1)
        return (
            f'<{element} id="n{self._count}"{kind} playOrder="{order}">'
            f'<navLabel><text>{attribute(label)}</text></navLabel><content src="{target}"/>'
        )

    def leaf(self, label: str, target: str) -> str:
        """A point without others in it."""
        return self.open("navPoint", label, target) + "</navPoint>"


def ncx(book: Book, identifier: str, landmarks: list[Landmark]) -> bytes:
    """toc.ncx: the same contents and page list for EPUB 2 readers."""
    points = _Points()
    body = [
        *(line for issue in book.plan.issues for line in _ncx_issue(points, issue)),
        *(points.leaf(label, file) for kind, file, label in landmarks if kind in ("index", "imprint")),
    ]
    pages = list(_ncx_pages(book, points))
    language = attribute(book.language)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">',
            f'<head>\n<meta name="dtb:uid" content="{attribute(identifier)}"/>',
            f'<meta name="dtb:depth" content="{_depth(book)}"/>',
            f'<meta name="dtb:totalPageCount" content="{len(book.plan.pages)}"/>',
            '<meta name="dtb:maxPageNumber" content="0"/>\n</head>',
            f"<docTitle><text>{attribute(book.title)}</text></docTitle>",
            "<navMap>",
            *body,
            "</navMap>",
            *pages,
            "</ncx>\n",
        ]
    ).encode()


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
