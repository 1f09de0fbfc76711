"""One self-contained web page: a volume to read in any browser, to send or to print.

No script, nothing loaded from elsewhere. Search engines find schema.org `NewsArticle` data in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import resources
from typing import Any, BinaryIO, ClassVar

from convert.carried import as_json, carried
from convert.model import Article, Block, BlockType, Volume
from convert.writers.pauses import phrases
from convert.writers.txt import jumps, printed
from convert.writers.xmltext import visible

_WORDS = {
    "contents": ("目录", "目錄", "目錄"),
    "articles": ("{} 篇", "{} 篇", "{} 篇"),
    "part": ("第{}册，共{}册", "第{}冊，共{}冊", "第{}冊，共{}冊"),
    "volume": ("{}（第{}册）", "{}（第{}冊）", "{}（第{}冊）"),
    "previous": ("上一册：{}", "上一冊：{}", "上一冊：{}"),
    "following": ("下一册：{}", "下一冊：{}", "下一冊：{}"),
    "untitled": ("（无题）", "（無題）", "（無題）"),
}
_EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


@dataclass(frozen=True)
class Html:
    """Cover lines, contents, articles; light and dark, phone, desk and paper."""

    contents: bool = True
    """A table of contents before the articles."""

    extension: ClassVar[str] = "html"
    streams: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """The page in UTF-8, an article at a time."""
        for part in self._parts(volume):
            out.write(visible(part).encode())

    def _parts(self, volume: Volume) -> Iterator[str]:
        yield _head(volume)
        if self.contents:
            yield from _contents(volume)
        yield "<main>\n"
        for number, article in enumerate(volume.articles, 1):
            yield from _article(article, number)
        rights = f"<footer>{_text(volume.rights)}</footer>\n" if volume.rights else ""
        yield f"</main>\n{rights}</body>\n</html>\n"


def _word(name: str, language: str, *values: object) -> str:
    edition = _EDITIONS.index(language) if language in _EDITIONS else int("Hant" in language)
    return _WORDS[name][edition].format(*values)


def _text(text: str) -> str:
    """Text for HTML; a line feed is a line break."""
    return escape(text, quote=False).replace("\n", "<br>")


def _head(volume: Volume) -> str:
    style = resources.files("convert.writers").joinpath("html.css").read_text("utf-8")
    counted = _word("articles", volume.language, len(volume.articles))
    part = _word("part", volume.language, *volume.part) if volume.part else None
    about = [volume.creator, volume.publisher, part, counted]
    description = f'<meta name="description" content="{escape(volume.description)}">\n' if volume.description else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(volume.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" '
        f'content="newsconvert">\n<meta name="color-scheme" content="light dark">\n{description}'
        f"<title>{escape(volume.title, quote=False)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<header>\n<h1>{_text(volume.title)}</h1>\n<p class="about">'
        f"{_text(' · '.join(line for line in about if line))}</p>\n{''.join(_neighbours(volume))}</header>\n"
    )


def _neighbours(volume: Volume) -> Iterator[str]:
    """The volumes before and after, by name: a page that is sent alone could not link to their files."""
    for name, neighbour in (("previous", volume.previous), ("following", volume.following)):
        if neighbour:
            title, number = neighbour.title, neighbour.number
            told = title if number is None else _word("volume", volume.language, title, number)
            yield f'<p class="about">{_text(_word(name, volume.language, told))}</p>\n'


def _contents(volume: Volume) -> Iterator[str]:
    """A line an article, under the date and page it was printed on."""
    word = _word("contents", volume.language)
    yield f'<nav aria-label="{word}">\n<details open>\n<summary>{word}</summary>\n<ol>\n'
    group = ""
    for number, article in enumerate(volume.articles, 1):
        place = printed(article)
        if place and place != group:
            yield f'<li class="group">{_text(place)}</li>\n'
        group = place
        yield f'<li><a href="#a{number}">{_text(_title(article))}</a></li>\n'
    yield "</ol>\n</details>\n</nav>\n"


def _title(article: Article) -> str:
    return article.headline or _word("untitled", article.language)


def _article(article: Article, number: int) -> Iterator[str]:
    yield f'<article id="a{number}" lang="{escape(article.language)}" class="{article.kind}">\n<header>\n'
    for name, value in (("section", article.section), ("kicker", article.kicker)):
        yield from _line(name, value)
    yield f"<h2>{_pausing(_title(article))}</h2>\n"
    yield from _line("subheadline", article.subheadline)
    yield from _line("signed", "　".join(line for line in (article.byline, article.dateline, printed(article)) if line))
    yield '</header>\n<div class="body">\n'
    yield from _body(article.body)
    for jump in jumps(article):
        yield from _line("jump", jump)
    yield "</div>\n"
    yield f'<script type="application/ld+json">{as_json(_linked_data(article))}</script>\n'
    yield f'<script type="application/json" class="record">{as_json(carried(article))}</script>\n</article>\n'


def _pausing(headline: str) -> str:
    """A headline that is broken at its pauses, before it is broken inside of a phrase."""
    return "".join(f"<span>{_text(phrase)}</span>{space}" if phrase else space for phrase, space in phrases(headline))


def _line(name: str, value: str | None) -> Iterator[str]:
    if value:
        yield f'<p class="{name}">{_text(value)}</p>\n'


def _body(body: tuple[Block, ...]) -> Iterator[str]:
    """The blocks in printed order; a caption and the credits after it are one figure."""
    open_figure = False
    for block in body:
        in_figure = block.type in (BlockType.CAPTION, BlockType.CREDIT)
        if open_figure and (not in_figure or block.type is BlockType.CAPTION):
            yield "</figcaption></figure>\n"
            open_figure = False
        if not in_figure:
            tag = "h3" if block.type is BlockType.CROSSHEAD else "p"
            yield f"<{tag}>{_text(block.text)}</{tag}>\n"
            continue
        if not open_figure:
            yield "<figure><figcaption>"
        yield f'<span class="{block.type}">{_text(block.text)}</span>'
        open_figure = True
    if open_figure:
        yield "</figcaption></figure>\n"


def _linked_data(article: Article) -> dict[str, Any]:
    """The article as schema.org `NewsArticle`, what is unknown left out (https://schema.org/NewsArticle)."""
    alternative = [title for title in (article.kicker, article.subheadline) if title]
    values = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": article.id,
        "headline": article.headline,
        "alternativeHeadline": alternative,
        "author": [{"@type": "Person", "name": person.name} for person in dict.fromkeys(article.people)],
        "datePublished": article.date and article.date.isoformat(),
        "inLanguage": article.language,
        "dateline": article.dateline,
        "printPage": None if article.page is None else str(article.page),
        "printSection": article.section,
        "isPartOf": article.paper and {"@type": "Newspaper", "name": article.paper},
    }
    return {name: value for name, value in values.items() if value}
