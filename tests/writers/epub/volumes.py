"""Articles, volumes and books made for the tests, and what is read back from a book."""

import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterable
from typing import Any

from lxml import etree

from convert.model import Article, Block, BlockType, Kind, Person, Role, Source, Volume
from convert.writers.epub import Epub

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
XML = "{http://www.w3.org/XML/1998/namespace}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


def blocks(*texts: str) -> tuple[Block, ...]:
    """Paragraphs; a text that begins with `crosshead:`, `caption:` or `credit:` is a block of that type."""
    made = []
    for text in texts:
        kind, colon, rest = text.partition(":")
        typed = colon and kind in tuple(BlockType)
        made.append(Block(BlockType(kind), rest) if typed else Block(BlockType.PARAGRAPH, text))
    return tuple(made)


def article(headline: str | None = "工会送清凉", *texts: str, **fields: Any) -> Article:
    """An article; its id is made from its headline and body unless given."""
    body = blocks(*(texts or ("八月一日，市总工会为一线职工送去清凉用品。",)))
    digest = hashlib.sha256(repr((headline, body, sorted(fields.items()))).encode("utf-8", "surrogatepass")).hexdigest()
    known: dict[str, Any] = {
        "id": digest[:16],
        "kind": Kind.NEWS,
        "language": "zh-Hans",
        "headline": headline,
        "body": body,
    }
    return Article(**(known | fields))


def day_articles() -> list[Article]:
    """Two days of a paper, two pages each, with everything that an article can have."""
    return [
        _full(datetime.date(2023, 8, day), page, number) for day in (1, 2) for page in (1, 2) for number in (1, 2, 3)
    ]


def _full(date: datetime.date, page: int, number: int) -> Article:
    return article(
        f"{date.day}日{page}版 第{number}条新闻",
        "“五一”前夕，CPU企业的12名职工登台，第1998号提案获90%的票。",
        "crosshead:小标题 两处停顿",
        "他们说：“这里‘很好’。”",
        "caption:职工在领取清凉用品。",
        "credit:本报记者 曹立栋 摄",
        paper="劳动午报",
        date=date,
        page=page,
        section="深入学习贯彻",
        kicker="市总工会召开会议",
        subheadline="——记一次座谈会\n第二行副题",
        byline="本报讯（记者 白莹 通讯员 吴洋）",
        people=(Person("白莹", Role.REPORTER), Person("吴洋", Role.CORRESPONDENT), Person("曹立栋", Role.PHOTOGRAPHER)),
        source=(Source(f"{date}_{page:02}.txt", "0" * 64, (number * 10, number * 10 + 8)),),
    )


def volume(articles: Iterable[Article], **fields: Any) -> Volume:
    """A volume of articles."""
    known: dict[str, Any] = {"name": "test", "title": "劳动午报", "language": "zh-Hans", "articles": tuple(articles)}
    return Volume(**(known | fields))


def written(book: Volume, **options: Any) -> bytes:
    """The bytes of the book."""
    out = io.BytesIO()
    Epub(**options).write(book, out)
    return out.getvalue()


class Opened:
    """A book that is read back."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.files = {name.removeprefix("EPUB/"): name for name in self.zip.namelist()}

    @classmethod
    def of(cls, articles: Iterable[Article], options: dict[str, Any] | None = None, **fields: Any) -> "Opened":
        """Write a volume of the articles and open it."""
        return cls(written(volume(articles, **fields), **(options or {})))

    def tree(self, file: str) -> Any:
        """A file's root element."""
        return etree.fromstring(self.zip.read(self.files[file]))

    def text(self, file: str) -> str:
        """A file as text."""
        return self.zip.read(self.files[file]).decode()

    @property
    def package(self) -> Any:
        """The package document's root element."""
        return self.tree("content.opf")

    @property
    def spine(self) -> list[str]:
        """File names in reading order."""
        hrefs = {item.get("id"): item.get("href") for item in self.package.iter(f"{OPF}item")}
        return [hrefs[ref.get("idref")] for ref in self.package.iter(f"{OPF}itemref")]

    @property
    def chapters(self) -> list[Any]:
        """The articles' sections in reading order."""
        return [self.tree(file).find(f".//{XHTML}section") for file in self.spine if file.startswith("a")]

    def meta(self, name: str) -> list[str]:
        """The values of a property of the package."""
        return [m.text for m in self.package.iter(f"{OPF}meta") if m.get("property") == name]

    def nav(self, kind: str) -> Any:
        """The nav element of an epub:type."""
        return next((n for n in self.tree("nav.xhtml").iter(f"{XHTML}nav") if n.get(f"{OPS}type") == kind), None)


def by_class(element: Any, name: str) -> list[Any]:
    """The elements of a class under an element."""
    return [e for e in element.iter() if name in (e.get("class") or "").split()]


def text_of(element: Any) -> str:
    """The text of an element; a line break is a line feed."""
    pieces = [element.text or ""]
    for child in element:
        pieces += ["\n" if child.tag == f"{XHTML}br" else text_of(child), child.tail or ""]
    return "".join(pieces)
