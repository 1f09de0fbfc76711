"""Articles as an Atom feed (RFC 4287): one entry an article, for feed readers and web sites."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, ClassVar
from xml.sax.saxutils import escape, quoteattr

from convert.model import Article, Volume
from convert.writers.xmltext import visible


@dataclass(frozen=True)
class Atom:
    """The fields are the options: `-O site=https://…` fills this one."""

    site: str = "https://example.org/"
    extension: ClassVar[str] = "atom"
    streams: ClassVar[bool] = True

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """One entry at a time, so that memory stays flat. Nothing here asks the clock: same volume, same bytes."""
        day = volume.modified().date()
        out.write(f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{volume.language}">\n'.encode())
        head = {"id": volume.identifier, "title": volume.title, "updated": f"{day}T00:00:00Z"}
        out.write("".join(f"<{name}>{escape(visible(text))}</{name}>\n" for name, text in head.items()).encode())
        for article in volume.articles:
            out.write("".join(self._entry(article, f"{article.date or day}T00:00:00Z")).encode())
        out.write(b"</feed>\n")

    def _entry(self, article: Article, updated: str) -> Iterator[str]:
        link = quoteattr(f"{self.site}{article.id}")
        yield f"<entry><id>urn:newsconvert:{article.id}</id><updated>{updated}</updated><link href={link}/>\n"
        yield f"<title>{escape(visible(article.headline or article.text[:20]))}</title>\n"
        for name in [person.name for person in article.people] or [article.paper or "?"]:
            yield f"<author><name>{escape(visible(name))}</name></author>\n"
        yield f"<content>{escape(visible(article.text))}</content></entry>\n"
