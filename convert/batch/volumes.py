"""Articles → volumes → files: what every run ends with, of pages or of records."""

import dataclasses
import datetime
import shutil
import sys
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Protocol, cast

from msgspec import Struct, field, structs

from convert import record, writers
from convert.batch.receipts import part_name
from convert.batch.sets import Place
from convert.batch.store import Store
from convert.files import written_aside
from convert.model import Article, Articles, Neighbour, Volume, identifier

if TYPE_CHECKING:
    from convert.transforms.variant import DocumentKnowledge

ORIGINAL = "original"
NIL = f"urn:uuid:{uuid.UUID(int=0)}"
"""The identifier of what has none (RFC 9562, 5.9)."""


class BookOptions(Struct, frozen=True, kw_only=True):
    """What a user asks of the books of a run: about the volume, of its script, of the writers."""

    about: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `Volume`: title, creator, publisher, rights."""
    writer: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the writers, by name."""
    variant: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `VariantOptions`."""


class Written(Struct, frozen=True):
    """A file that was made."""

    path: Path
    articles: int
    size: int
    """In bytes."""


def in_variant(
    articles: Articles, variant: str, options: BookOptions, knowledge: "DocumentKnowledge | None" = None
) -> Articles:
    """The articles in that script, with what is known of them; raises UnknownNameError with the variants there are."""
    if variant == ORIGINAL:
        return articles
    from convert.transforms.variant import Converter, VariantOptions

    return Converter(variant, VariantOptions(**options.variant)).articles(articles, knowledge)


class Headed(Protocol):
    """Articles, or what stands at the head of their records."""

    @property
    def id(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def paper(self) -> str | None: ...
    @property
    def date(self) -> datetime.date | None: ...


def volume(
    articles: Articles,
    name: str,
    variant: str,
    options: BookOptions,
    place: Place | None = None,
    *,
    articles_only: bool = False,
) -> Volume:
    """A volume of articles that are in the variant's script already, gone through once.

    `place` is that of one of several volumes. With `articles_only` the volume has the nil UUID and its name for a
    title, as a writer of nothing but articles needs no more: of an archive's articles none is looked at for it.
    """
    papers: set[str | None] = set()
    dates: set[datetime.date] = set()
    language = next((head.language for head in _heads(articles) if head.language), "zh-Hans")

    def ids() -> Iterator[str]:
        for head in _heads(articles):
            papers.add(head.paper)
            if head.date:
                dates.add(head.date)
            yield head.id

    urn = NIL if articles_only else identifier(language, variant, ids())  # which goes through all of them
    plain = Volume(
        name=name,
        title=_title(papers, dates, name),
        language=language,
        articles=articles,
        variant=variant,
        identifier=urn,
    )
    told = {} if place is None else {each.name: getattr(place, each.name) for each in structs.fields(place)}
    said = {**options.about, **told}
    return dataclasses.replace(plain, **(said if variant == ORIGINAL else _in_script(said, variant, options)))


def _heads(articles: Articles) -> Iterable[Headed]:
    return articles.heads() if isinstance(articles, StoredArticles) else articles


IN_SCRIPT = ("title", "series", "publisher", "rights", "description")
"""What a book says of itself in its own script, whoever said it; a creator may be a person, whose name is kept."""


def _in_script(said: Mapping[str, Any], variant: str, options: BookOptions) -> dict[str, Any]:
    """What is said of the volume, in the variant's script: an edition in two scripts is in neither."""
    if not any(value and _is_converted(name, value) for name, value in said.items()):
        return dict(said)  # without loading what converts
    from convert.transforms.variant import Converter, VariantOptions

    convert = Converter(variant, VariantOptions(**options.variant)).text

    def told(value: Any) -> Any:
        return (
            dataclasses.replace(value, title=convert(value.title)) if isinstance(value, Neighbour) else convert(value)
        )

    return {name: told(value) if value and _is_converted(name, value) else value for name, value in said.items()}


def _is_converted(name: str, value: Any) -> bool:
    return name in IN_SCRIPT or isinstance(value, Neighbour)


def _title(papers: set[str | None], dates: set[datetime.date], name: str) -> str:
    """Paper and dates where all articles are of one paper, else the volume's name, as far as that is text."""
    if len(papers) != 1 or None in papers:
        return name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    days = sorted({min(dates), max(dates)}) if dates else []
    return " ".join([str(papers.pop()), "–".join(day.isoformat() for day in days)]).strip()


class Extract(Struct, frozen=True):
    """Records of a bundle: which of them, from `start` up to `stop`, counted from 0."""

    bundle: str
    start: int
    stop: int
    runs: tuple[int, int]
    """The bundle's runs of articles, from the one up to the other, that they are in."""
    skip: int = 0
    """How many articles of the first run come before."""

    def with_next(self, other: "Extract") -> "Extract":
        """This and the one that follows it in the bundle, as one."""
        return Extract(self.bundle, self.start, other.stop, (self.runs[0], other.runs[1]), self.skip)


class StoredArticles(Struct, frozen=True):
    """The articles of a volume, read anew from the run's parts on each pass, so that memory stays flat."""

    opened_anew: ClassVar[bool] = True
    """Each pass opens the parts by itself, so that a fork of this process can go through them at the same time."""

    store: Store
    variant: str
    extracts: tuple[Extract, ...]

    def lines(self) -> Iterator[bytes]:
        """The records, each with its line feed."""
        for bundle, extracts in groupby(self.extracts, key=lambda extract: extract.bundle):
            with self.store.open(part_name(bundle, self.variant)) as file:
                at = 0
                for extract in extracts:
                    if extract.start < at:
                        file.seek(0)
                        at = 0
                    yield from islice(file, extract.start - at, extract.stop - at)
                    at = extract.stop

    def heads(self) -> Iterator[Headed]:
        """What stands at the head of each record."""
        return map(record.decode_head, self.lines())

    def __iter__(self) -> Iterator[Article]:
        """The articles from the first on."""
        return map(record.decode, self.lines())

    def __len__(self) -> int:
        """How many there are."""
        return sum(extract.stop - extract.start for extract in self.extracts)


def write_file(book: Volume, format_name: str, path: Path, options: BookOptions) -> Written:
    """Write one volume in one format to `path`, whole or not at all."""
    writer = writers.make(format_name, options.writer)
    with written_aside(path) as out:
        writer.write(book, out)
    return Written(path, len(book.articles), path.stat().st_size)


def write_stdout(book: Volume, format_name: str, options: BookOptions) -> None:
    """Write one volume in one format to stdout, as it is made where the writer can."""
    writer = writers.make(format_name, options.writer)
    if writer.streams:
        writer.write(book, cast(BinaryIO, sys.stdout.buffer))
    else:
        with tempfile.TemporaryFile() as out:
            writer.write(book, cast(BinaryIO, out))
            out.seek(0)
            shutil.copyfileobj(out, sys.stdout.buffer)
    sys.stdout.buffer.flush()
