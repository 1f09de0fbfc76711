"""Plain text: a volume to read or to search anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from convert.model import Article, BlockType, Volume
from convert.writers.xmltext import visible


@dataclass(frozen=True)
class PlainText:
    """Titles, byline and blocks, a blank line between blocks and a line of `rule` between articles."""

    rule: str = "＊　＊　＊"
    """The line between articles."""
    indent: bool = False
    """Begin paragraphs with two ideographic spaces, as Chinese print does."""

    extension: ClassVar[str] = "txt"
    streams: ClassVar[bool] = True
    articles_only: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """The articles in order, UTF-8 with line feeds; what text can't hold is shown as a sign."""
        for number, article in enumerate(volume.articles):
            text = "\n\n".join(self._parts(article))
            before = f"\n{self.rule}\n\n" if number else ""
            out.write(visible(f"{before}{text}\n").encode())

    def _parts(self, article: Article) -> Iterator[str]:
        titles = [article.section, article.kicker, article.headline, article.subheadline]
        below = [" ".join(signed(article)), printed(article)]
        before, after = (f"（{jump}）" if jump else None for jump in jumps(article))
        yield from filter(None, ["\n".join(filter(None, titles)), "\n".join(filter(None, below)), before])
        for block in article.body:
            yield "　　" + block.text if self.indent and block.type is BlockType.PARAGRAPH else block.text
        if after:
            yield after


def signed(article: Article) -> list[str]:
    """Byline and dateline as printed, those that there are."""
    return [line for line in (article.byline, article.dateline) if line]


def printed(article: Article) -> str:
    """Where an article was printed, what is known of it: `河口日报 2024-02-01 第3版`."""
    date = article.date.isoformat() if article.date else None
    return " ".join(filter(None, [article.paper, date, f"第{article.page}版" if article.page else None]))


def jumps(article: Article) -> tuple[str | None, str | None]:
    """Where an article's beginning is, and where it goes on, as print says it: `上接第2版`, `下转第3版`."""
    turn = "轉" if "Hant" in article.language else "转"
    before = None if article.continued_from is None else f"上接第{article.continued_from}版"
    return before, None if article.continues_on is None else f"下{turn}第{article.continues_on}版"
