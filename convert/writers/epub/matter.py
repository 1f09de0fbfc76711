"""The pages round the articles: cover page, the opening page of a day, the imprint."""

from collections.abc import Iterator
from importlib.metadata import version

from convert.model import Volume
from convert.writers.epub.document import CONTENTS, Book
from convert.writers.epub.navigation import articles
from convert.writers.epub.outline import Issue, clip
from convert.writers.epub.typesetting import attribute

COVER = "cover.xhtml"
IMPRINT = "imprint.xhtml"


def cover_page(book: Book, picture: str, description: str) -> bytes:
    """The picture, alone; `description` says in words all that is written on it."""
    body = (
        f'<section epub:type="cover" class="cover" aria-label="{attribute(book.words.cover)}">\n'
        f'<img src="{picture}" alt="{attribute(description)}" role="doc-cover"/>\n</section>'
    )
    return book.document(book.words.cover, body, body_type="frontmatter")


def issue_page(book: Book, issue: Issue) -> bytes:
    """What a day's newspaper holds, page by page."""
    label = issue.label or ""
    parts = [
        '<section epub:type="part" role="doc-part" class="issue" aria-labelledby="issue">',
        f'<h1 id="issue">{book.setter.title(label)}</h1>',
        f'<nav aria-label="{attribute(book.words.contents)}">',
        *_issue_lists(book, issue),
        "</nav>",
        f'<p class="contents"><a href="{CONTENTS}">{book.words.contents}</a></p>',
        "</section>",
    ]
    return book.document(label, "\n".join(parts))


def _issue_lists(book: Book, issue: Issue) -> Iterator[str]:
    for group in issue.groups:
        if group.label is not None:
            yield f"<h2>{book.link(group.entries[0].file, group.label)}</h2>"
        yield "<ol>"
        yield from articles(book, group.entries)
        yield "</ol>"


def imprint(book: Book, volume: Volume) -> bytes:
    """What was converted from what, with which version."""
    words = book.words
    program = f'<span lang="en" xml:lang="en">newsconvert</span> {version("newsconvert")}'
    said = words.converted.format(program)
    if volume.variant != "original":
        said += words.transformed.format(dict(words.languages).get(volume.language, volume.language))
    parts = [
        '<section epub:type="imprint" class="imprint" aria-labelledby="imprint">',
        f'<h1 id="imprint">{words.imprint}</h1>',
        "<dl>",
        *(f"<div><dt>{term}</dt><dd>{book.setter.inline(value)}</dd></div>" for term, value in _facts(book, volume)),
        "</dl>",
        f"<p>{said}</p>",
        *_sources(book),
        "</section>",
    ]
    return book.document(words.imprint, "\n".join(parts), body_type="backmatter")


def _facts(book: Book, volume: Volume) -> Iterator[tuple[str, str]]:
    words, plan = book.words, book.plan
    yield words.title, volume.title
    if volume.series or volume.part:
        said = [clip(volume.series)] if volume.series else []
        said += [words.part_label(volume.part)] if volume.part else []
        yield words.whole, "\u3000".join(said)
    for term, neighbour in ((words.earlier, volume.previous), (words.later, volume.following)):
        if neighbour:
            yield term, words.volume_label(clip(neighbour.title), neighbour.number)
    if plan.papers:
        yield words.papers, "、".join(map(clip, plan.papers))
    if plan.dates:
        yield words.dates, words.span(plan.dates)
    if (volume.series or volume.part) and plan.pages:
        first, *_, last = [*plan.pages.values()] * 2
        yield words.covers, first.label if first is last else f"{first.label} — {last.label}"
    yield words.language, dict(words.languages).get(volume.language, volume.language)
    yield words.size, words.extent.format(words.number(len(plan.entries)), words.number(len(plan.pages)))
    given = ((words.creator, volume.creator), (words.publisher, volume.publisher), (words.rights, volume.rights))
    yield from ((term, value) for term, value in given if value)
    yield words.identifier, volume.identifier


def _sources(book: Book) -> Iterator[str]:
    if not book.plan.sources:
        return
    yield f'<h2>{book.words.sources}</h2>\n<p>{book.words.sources_note}</p>\n<ol class="sources">'
    for path, digest in book.plan.sources.items():
        yield f'<li>{book.file_name(path)} <code lang="zxx" xml:lang="zxx">{attribute(digest)}</code></li>'
    yield "</ol>"
