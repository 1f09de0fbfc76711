"""One article → its chapter."""

import re
from collections.abc import Iterator

from convert.model import Article, Block, BlockType, Kind, Source
from convert.writers.epub.document import CONTENTS, Book
from convert.writers.epub.outline import Entry, clip, is_blank
from convert.writers.epub.typesetting import Typesetter, attribute, has_corner_quotes

_PICTURE = frozenset((BlockType.CAPTION, BlockType.CREDIT))
_ID = re.compile(r"[A-Za-z0-9_.-]{1,200}\Z")


def chapter(book: Book, entry: Entry, article: Article, remarks: bool = False) -> bytes:
    """The chapter's XHTML; `remarks` adds the article's notes at its foot.

    `data-quotes` says that “” of the record stand as 「」 here, so that they can be given back.
    """
    corners = book.setter.vertical and not _has_corners(article)
    setter = book.setter if corners == book.setter.corners else Typesetter(book.setter.vertical, corners)
    anchor = f' id="id-{article.id}"' if _ID.match(article.id) else ""
    style = "article photo" if article.kind is Kind.PHOTO else "article"
    quotes = ' data-quotes="“”‘’"' if corners else ""
    parts = [
        f'<section epub:type="chapter" role="doc-chapter" aria-labelledby="headline"{anchor} class="{style}"{quotes}>',
        _head(book, entry, article, setter),
        *_body(article, setter),
        *_joined(book, article),
        *_jump(book, entry, article, onwards=True),
        *(_remarks(book, article, setter) if remarks else ()),
        _foot(book, entry, article),
        "</section>",
    ]
    return book.document(entry.label, "\n".join(parts), entry.language)


def _has_corners(article: Article) -> bool:
    heads = (article.section, article.kicker, article.headline, article.subheadline, article.byline, article.dateline)
    return has_corner_quotes("".join([*[text for text in heads if text], *[block.text for block in article.body]]))


def _head(book: Book, entry: Entry, article: Article, setter: Typesetter) -> str:
    """Folio, section, kicker, headline, subheadline, byline."""
    section = f'<p class="section">{setter.title(article.section)}</p>' if article.section else ""
    signed = [
        f'<span class="{name}">{setter.inline(text)}</span>'
        for name, text in (("dateline", article.dateline), ("byline", article.byline))
        if text
    ]
    parts = [
        _folio(book, entry),
        section,
        *_headings(book, article, setter),
        f'<p class="signed">{" ".join(signed)}</p>' if signed else "",
        *_jump(book, entry, article, onwards=False),
    ]
    return "<header>\n" + "\n".join(part for part in parts if part) + "\n</header>"


def _folio(book: Book, entry: Entry) -> str:
    """Where it was printed, as a running line, with the page break of the first article of a page."""
    line = _printed_in(book, entry)
    begins = ""
    if entry.mark:
        label = attribute(entry.mark.label)
        begins = f'<span epub:type="pagebreak" role="doc-pagebreak" id="{entry.mark.id}" aria-label="{label}"></span>'
    return f'<p class="folio">{begins}{line}</p>' if line else begins


def _printed_in(book: Book, entry: Entry) -> str:
    """Paper, day and page; the same for all articles of a page, so that it is set once for each."""
    key = (entry.paper, entry.date, entry.page)
    if key not in book.folios:
        said = [clip(entry.paper)] if entry.paper else []
        said += [book.words.date(entry.date)] if entry.date else []
        said += [book.words.page_label(entry.page)] if entry.page is not None else []
        book.folios[key] = "\u3000".join(f"<span>{book.setter.inline(piece)}</span>" for piece in said)
    return book.folios[key]


def _headings(book: Book, article: Article, setter: Typesetter) -> Iterator[str]:
    grouped = article.kicker or article.subheadline
    if grouped:
        yield "<hgroup>"
    if article.kicker:
        yield f'<p class="kicker">{setter.title(article.kicker)}</p>'
    supplied = f'<span class="supplied">{book.words.untitled}</span>' if is_blank(article.headline) else ""
    yield f'<h1 id="headline">{supplied}{setter.title(article.headline or "")}</h1>'
    if article.subheadline:
        yield f'<p class="subheadline" role="doc-subtitle">{setter.title(article.subheadline)}</p>'
    if grouped:
        yield "</hgroup>"


def _body(article: Article, setter: Typesetter) -> Iterator[str]:
    """The blocks in printed order; captions and credits that stand together are one picture's."""
    picture: list[Block] = []
    for block in article.body:
        if block.type in _PICTURE:
            picture.append(block)
            continue
        if picture:
            yield _picture(picture, setter)
            picture = []
        if block.type is BlockType.CROSSHEAD and not is_blank(block.text):
            yield f"<h2>{setter.title(block.text)}</h2>"
        else:
            yield f"<p>{setter.inline(block.text)}</p>"
    if picture:
        yield _picture(picture, setter)


def _picture(blocks: list[Block], setter: Typesetter) -> str:
    """What was printed with a picture; the picture itself was lost when the page was flattened."""
    lines = "".join(f'<p class="{block.type.value}">{setter.inline(block.text)}</p>' for block in blocks)
    if any(block.type is BlockType.CAPTION for block in blocks):
        return f"<figure><figcaption>{lines}</figcaption></figure>"
    return lines


def _jump(book: Book, entry: Entry, article: Article, onwards: bool) -> Iterator[str]:
    """上接 and 下转 as the page printed them, linked to the other half, or to the page it stands on."""
    page = article.continues_on if onwards else article.continued_from
    if page is None:
        return
    words, plan = book.words, book.plan
    label = book.setter.inline(words.page_label(page))
    other = (plan.rests if onwards else plan.starts).get(entry.number)
    mark = plan.page_of(entry, page)
    if other is not None:
        label = f'<a href="{plan.entries[other - 1].file}">{label}</a>'
    elif mark is not None:
        label = f'<a href="{mark.href}">{label}</a>'
    said = (words.to_page if onwards else words.from_page).format(label)
    yield f'<p class="jump">（{said}）</p>'


def _joined(book: Book, article: Article) -> Iterator[str]:
    """The pages from which the rest of a joined article was taken, linked."""
    for source in article.source[1:]:
        mark = book.plan.page_of_file.get(source.path)
        if mark is None:
            label = book.file_name(source.path)
        else:
            page = mark.entry.page
            label = book.setter.inline(mark.label if page is None else book.words.page_label(page))
            label = f'<a href="{mark.href}">{label}</a>'
        yield f'<p class="jump">（{book.words.joined.format(label)}）</p>'


def _remarks(book: Book, article: Article, setter: Typesetter) -> Iterator[str]:
    if not article.notes:
        return
    yield f'<aside class="remarks" role="note" aria-label="{book.words.remarks}"><p>{book.words.remarks}</p><ol>'
    for note in article.notes:
        text = f"<br/>{setter.inline(note.text)}" if note.text else ""
        yield f'<li><span class="code">{setter.inline(note.code)}</span> {setter.inline(note.message)}{text}</li>'
    yield "</ol></aside>"


def _foot(book: Book, entry: Entry, article: Article) -> str:
    """The lines of the page files that the article was read from, and the way to its neighbours."""
    parts = ["<footer>"]
    if article.source:
        places = "；".join(_place(book, source) for source in article.source)
        parts.append(f'<p class="source">{book.words.source}：{places}</p>')
    return "\n".join([*parts, _turn(book, entry), "</footer>"])


def _place(book: Book, source: Source) -> str:
    first, last = (book.words.number(line) for line in source.lines)
    return f"{book.file_name(source.path)} {book.words.lines.format(first, last)}"


def _turn(book: Book, entry: Entry) -> str:
    """Previous, contents, next."""
    words, entries = book.words, book.plan.entries
    lines = [f'<nav class="turn" aria-label="{words.turn}">']
    if entry.number > 1:
        lines.append(_turn_line(book, "previous", words.previous, entries[entry.number - 2]))
    lines.append(f'<p class="contents"><a href="{CONTENTS}">{words.contents}</a></p>')
    if entry.number < len(entries):
        lines.append(_turn_line(book, "following", words.following, entries[entry.number]))
    return "\n".join([*lines, "</nav>"])


def _turn_line(book: Book, name: str, word: str, other: Entry) -> str:
    return f'<p class="{name}"><span>{word}</span> {book.link_to(other, 40)}</p>'
