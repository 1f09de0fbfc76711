"""The main job: pages in, one volume a format and variant out."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from convert import writers
from convert.batch.inputs import Failure, expand, load_page
from convert.batch.volumes import ORIGINAL, BookOptions, Written, in_variant, volume, write_file
from convert.errors import NewsconvertError
from convert.model import Article
from convert.reader import PageFile, ReadingOptions, join_continuations, read_page, recurring_lines

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is asked to make."""

    paths: Sequence[Path]
    folder: Path
    name: str
    formats: Sequence[str] = ("epub", "docx", "jsonl")
    variants: Sequence[str] = (ORIGINAL,)
    join: bool = True
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    books: BookOptions = field(default_factory=BookOptions)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done."""

    written: tuple[Written, ...]
    pages: int
    failures: tuple[Failure, ...]
    notes: Counter[str]
    """How many notes of each code are in the articles."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the inputs of a run gave."""

    articles: tuple[Article, ...]
    pages: int
    failures: tuple[Failure, ...]


def read_inputs(paths: Iterable[Path], options: ReadingOptions, *, join: bool) -> Read:
    """Read every page that can be read; an input that can't is a failure of its own."""
    pages, failures = _load(paths)
    recurring = recurring_lines(pages, options)
    articles: list[Article] = []
    for page in pages:
        try:
            articles += read_page(page, options, recurring).articles
        except NewsconvertError as error:
            failures.append(Failure(page.path, error))
    joined = join_continuations(articles) if join else tuple(articles)
    unread = {failure.path for failure in failures}
    return Read(joined, sum(page.path not in unread for page in pages), tuple(failures))


def _load(paths: Iterable[Path]) -> tuple[list[PageFile], list[Failure]]:
    pages: list[PageFile] = []
    failures: list[Failure] = []
    for found in expand(paths):
        if isinstance(found, Failure):
            failures.append(found)
            continue
        try:
            pages.append(load_page(found))
        except NewsconvertError as error:
            failures.append(Failure(str(found), error))
    return pages, failures


def run(job: Job, progress: Progress = lambda *_: None) -> Summary:
    """Read the pages and write every volume; inputs that fail are in the summary and stop nothing else."""
    writers.check_options(job.formats, job.books.writer)
    read = read_inputs(job.paths, job.reading, join=job.join)
    written: list[Written] = []
    if read.articles:
        total = len(job.formats) * len(job.variants)
        for variant in job.variants:
            book = volume(in_variant(read.articles, variant, job.books), job.name, variant, job.books)
            for format_name in job.formats:
                progress(f"{format_name} {variant}", len(written), total)
                written.append(write_file(book, format_name, target(job, format_name, variant), job.books))
    notes = Counter(note.code for article in read.articles for note in article.notes)
    return Summary(tuple(written), read.pages, read.failures, notes)


def target(job: Job, format_name: str, variant: str) -> Path:
    """`DIR/NAME.EXT` for the original, `DIR/NAME.VARIANT.EXT` for a variant."""
    extension = writers.find(format_name).extension
    middle = "" if variant == ORIGINAL else f".{variant}"
    return job.folder / f"{job.name}{middle}.{extension}"
