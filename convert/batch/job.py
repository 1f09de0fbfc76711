"""What a run is asked to make, and whether it can be: a typo is found before the first of a million pages is read."""

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from convert import writers
from convert.batch import keys, remote, splits
from convert.batch.assembly import check_apart, check_ours, file_name
from convert.batch.bundles import Bundle, bundles
from convert.batch.inputs import PATTERNS, expand
from convert.batch.pages import Page
from convert.batch.parts import BundleTask, Plan
from convert.batch.reading import failure_of
from convert.batch.receipts import FileReceipt, PageFailure, file_receipt, load
from convert.batch.store import PRIVATE, Store, store_at
from convert.batch.volumes import ORIGINAL, BookOptions, volume
from convert.errors import BadOptionError
from convert.model import Article, Block, BlockType, Kind
from convert.reader import PageFacts, ReadingOptions
from convert.transforms.selection import Selection

LONGEST = 100
"""Bytes of the longest name of a run: a file's name also says volume, script and format, and 255 are the most."""


class Job(Struct, frozen=True, kw_only=True):
    """What a run is asked to make."""

    paths: Sequence[str | Path]
    folder: str | Path
    name: str
    formats: Sequence[str] = ("epub", "docx", "jsonl")
    variants: Sequence[str] = (ORIGINAL,)
    join: bool = True
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    books: BookOptions = field(default_factory=BookOptions)
    patterns: Sequence[str] = PATTERNS
    selection: Selection = field(default_factory=Selection)
    split: str | None = None
    """A number of pages, `page`, `issue` or `month`."""
    workers: int | None = None
    """None: as many as there are processors, when there is enough to do."""
    cluster: str | None = None
    """Address of a Dask scheduler, or `local:N`."""
    force: bool = False
    retry_failed: bool = False
    """Try pages once more that broke the reader or killed its process."""
    prune: bool = False
    """Take away files of earlier runs of this name that this one makes no more."""

    def store(self) -> Store:
        """Where the run writes; workers on other machines have working folders of their own."""
        folder = str(self.folder)
        return store_at(os.path.abspath(folder) if self.cluster and not remote.is_url(folder) else folder)

    def pages(self, failures: list[PageFailure] | None = None) -> Iterator[Page]:
        """The pages of the inputs; inputs that give none are added to `failures`."""
        for found in expand(self.paths, self.patterns):
            if isinstance(found, Page):
                yield found
            elif failures is not None:
                failures.append(failure_of(found))

    def plan(self) -> Plan:
        """What all bundles of the run have in common."""
        return Plan(
            store=self.store(),
            base=os.getcwd(),
            variants=tuple(self.variants),
            reading=replace(self.reading, meta={}),
            join=self.join,
            books=self.books,
            code=keys.code(),
            force=self.force,
            labelled=self.split in splits.OF_A_PAGE,
            retry=self.retry_failed,
        )

    def tasks(self, failures: list[PageFailure] | None = None) -> Iterator[BundleTask]:
        """A task for each bundle of the input; inputs that give no page are added to `failures`."""
        plan = self.plan()
        for number, bundle in enumerate(bundles(self.pages(failures))):
            yield BundleTask(plan, number, bundle, meta=_told(self.reading.meta, bundle))


def check(job: Job) -> None:
    """Raise for what can't be done, before anything is: BadOptionError, UnknownNameError, a file that can't be used."""
    if os.path.basename(job.name) != job.name or job.name in ("", ".", "..") or job.name.startswith(PRIVATE):
        raise BadOptionError(f"--name {job.name}: not a file name")
    if len(os.fsencode(job.name)) > LONGEST:
        raise BadOptionError(f"--name {job.name}: longer than {LONGEST} bytes")
    if not str(job.folder):
        raise BadOptionError("-o: name the folder for what is made")
    splits.check(job.split)
    writers.check_options(job.formats, job.books.writer)
    for variant in job.variants:
        if variant != ORIGINAL:
            from convert.transforms.variant import specs

            specs.variant(variant)
    check_apart(job.formats, job.variants)
    for name in job.formats:
        _try(writers.make(name, job.books.writer), job)


def _try(writer: writers.Writer, job: Job) -> None:
    """Where a writer is given files (a cover, a style sheet, a template), make a book of one article with them.

    Whether a file can be used is the writer's to say, and any writer's; raises what it raises.
    """
    if any(isinstance(getattr(writer, option), Path) for option in writers.options(type(writer))):
        writer.write(volume((TRIAL,), job.name, ORIGINAL, job.books), io.BytesIO())


TRIAL = Article(
    id="trial", kind=Kind.NEWS, language="zh-Hans", headline="试", body=(Block(BlockType.PARAGRAPH, "试。"),)
)
"""The article of a book that is made only to see whether it can be."""


def refuse_early(job: Job, store: Store) -> None:
    """Raise CannotWriteError for a stranger's file in the way, before hours of reading, where names are known."""
    if job.force or job.split is not None:
        return
    for variant in job.variants:
        for format_name in job.formats:
            name = file_name(job.name, format_name, variant)
            if store.exists(name):
                check_ours(store, name, job.name, load(store, file_receipt(name), FileReceipt), store.digest(name))


def _told(meta: Mapping[str, PageFacts], bundle: Bundle) -> dict[str, PageFacts]:
    """The rows of the user's table that may be about pages of this bundle: by file name, with its ending or without."""
    if not meta:
        return {}
    names = [PurePath(page.path) for page in bundle.pages]
    return {key: meta[key] for name in names for key in (name.name, name.stem) if key in meta}
