"""Records → files, each with a receipt: the second half of a run, in any process."""

import hashlib
import itertools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from convert import beside, writers
from convert.batch import keys
from convert.batch.receipts import DIGEST, FileReceipt, file_receipt, load, save
from convert.batch.sets import Place, places
from convert.batch.store import Store, digest_of
from convert.batch.volumes import ORIGINAL, BookOptions, StoredArticles, volume
from convert.batch.workers import Pair
from convert.errors import BadOptionError, CannotWriteError

if TYPE_CHECKING:  # they load the reader, which a process that only writes needn't
    from convert.batch.parts import BundleDone
    from convert.batch.splits import Cut


class FileTask(Struct, frozen=True):
    """A file to be made."""

    store: Store
    name: str
    """In the output folder."""
    stem: str
    """Name of the volume, without variant and ending."""
    format: str
    articles: StoredArticles
    place: Place | None
    """Among the volumes of the run, when it makes several."""
    books: BookOptions
    key: str
    """What the file is made of."""
    run: str = ""
    """The name of the run."""
    force: bool = False
    processors: int = 0
    """How many processors there are for it while others write other files; 0 is all."""


class FileDone(Struct, frozen=True):
    """A file that is there now, and whether it had to be made."""

    receipt: FileReceipt
    made: bool


def file_name(stem: str, format_name: str, variant: str) -> str:
    """`NAME.EXT` for the original, `NAME.VARIANT.EXT` for a variant."""
    middle = "" if variant == ORIGINAL else f".{variant}"
    return f"{stem}{middle}.{writers.find(format_name).extension}"


def check_apart(formats: Iterable[str], variants: Iterable[str]) -> None:
    """Raise BadOptionError for formats whose files would have the same names: one would replace the other."""
    whose: dict[str, str] = {}
    for variant, format_name in itertools.product(variants, formats):
        other = whose.setdefault(file_name("", format_name, variant).casefold(), format_name)
        if other != format_name:
            raise BadOptionError(
                f"formats '{other}' and '{format_name}' give files of the same names; build them into two folders"
            )


def file_tasks(
    store: Store,
    name: str,
    cuts: "Sequence[Cut]",
    split: str | None,
    done: "Iterable[BundleDone]",
    formats: Sequence[str],
    variants: Sequence[str],
    books: BookOptions,
    ready: Collection[str] | None = None,
) -> Iterator[FileTask]:
    """Every file of a run, by volume, then variant, then format.

    `ready` are the variants whose records are there: only their files then, under the names that they have among all.
    """
    parts = {bundle.bundle: bundle.parts for bundle in done}
    kinds = {f: _kind(f, books) for f in formats}
    common = keys.fingerprint(books.about, keys.code())
    stems = _stems(name, cuts, split, [(f, variant) for variant in variants for f in formats])
    for cut, stem, place in zip(cuts, stems, _places(name, cuts, split, books), strict=True):
        for variant in (variant for variant in variants if ready is None or variant in ready):
            content = keys.fingerprint(_made_of(cut, parts, variant), stem, variant, common)
            for format_name, kind in kinds.items():
                yield FileTask(
                    store=store,
                    name=file_name(stem, format_name, variant),
                    stem=stem,
                    format=format_name,
                    articles=StoredArticles(store, variant, cut.extracts),
                    place=place,
                    books=books,
                    run=name,
                    key=keys.fingerprint(content, kind, None if _holds_articles_only(format_name) else place),
                )


def _made_of(cut: "Cut", parts: Mapping[str, Mapping[str, bytes]], variant: str) -> str:
    """The digest of the records of a volume in a variant; `parts` are those of the bundles, by their ids."""
    digest = hashlib.sha256()
    for extract in cut.extracts:
        first, last = extract.runs
        digest.update(parts[extract.bundle][variant][first * DIGEST : last * DIGEST])
        digest.update(f"{extract.skip} {extract.stop - extract.start}\n".encode())
    return digest.hexdigest()


def _stems(name: str, cuts: "Iterable[Cut]", split: str | None, kinds: Sequence[tuple[str, str]]) -> list[str]:
    """The name of each volume, with a number where a file of it would have the name of another volume's.

    So `a.tw.txt` beside the `tw` edition of `a.txt`, both volumes of a page; `kinds` are formats and variants. Only
    names with a dot can clash, and they give way.
    """
    plain = [_stem(name, cut.suffix, split) for cut in cuts]
    if not any("." in stem for stem in plain):
        return plain
    stems, taken = list(plain), set[str]()
    for at in sorted(range(len(plain)), key=lambda at: plain[at].count(".")):
        number = 1
        while not taken.isdisjoint(_names(stems[at], kinds)):
            number += 1
            stems[at] = f"{plain[at]}-{number}"
        taken |= _names(stems[at], kinds)
    return stems


def _stem(name: str, suffix: str, split: str | None) -> str:
    """The run's name and what tells the volume from others; the page that a run is named after isn't said twice."""
    number = suffix.removeprefix(f"{name}-")
    is_its_page = split == "page" and suffix == name
    is_its_article = split == "article" and number != suffix and number.isdecimal()
    if is_its_page or is_its_article:
        return suffix
    return f"{name}-{suffix}" if suffix else name


def _names(stem: str, kinds: Iterable[tuple[str, str]]) -> set[str]:
    """The names of a volume's files, as a system sees them that is blind to case."""
    return {file_name(stem, format_name, variant).casefold() for format_name, variant in kinds}


def _places(name: str, cuts: "Sequence[Cut]", split: str | None, books: BookOptions) -> Iterable[Place | None]:
    if split is None:
        return [None] * len(cuts)
    suffixes = [cut.suffix for cut in cuts]
    return places([cut.covered for cut in cuts], suffixes, split, name, books.about.get("title"))


def _holds_articles_only(format_name: str) -> bool:
    """Whether files of a format say nothing of the other volumes, so that these may change without them."""
    return bool(getattr(writers.find(format_name), "articles_only", False))


def _kind(format_name: str, books: BookOptions) -> str:
    """What a format's files depend on beside their articles: the writer with its options, and who provides it."""
    plugin = writers.formats()[format_name]
    provider = "" if plugin.entry.value.startswith("convert.") else plugin.provider
    return keys.fingerprint(format_name, provider, writers.make(format_name, books.writer))


def make_files(tasks: tuple[FileTask, ...]) -> tuple[FileDone, ...]:
    """Make files that belong to one piece of work; see `make_file`."""
    made = []
    for task in tasks:
        with beside.allotted(task.processors):
            made.append(make_file(task))
    return tuple(made)


def make_in_pair(tasks: Sequence[FileTask]) -> Iterator[tuple[FileDone, ...]]:
    """Make a few files, in this process and a fork of it: each begins with formats that the other needn't load."""
    mine = list(dict.fromkeys(task.format for task in tasks))[::2]
    own = [(task,) for task in tasks if task.format in mine]
    others = [(task,) for task in tasks if task.format not in mine]
    for _, made in Pair().share(make_files, own, others):
        yield made


def make_file(task: FileTask) -> FileDone:
    """Write a file and its receipt, unless it is there as it should be.

    The receipt comes first and knows the digest of the file that it announces and of the one that is replaced, so
    that a crash between the two leaves a file that is known as ours. Raises CannotWriteError for a file in the way
    that this program didn't make.
    """
    kept = load(task.store, file_receipt(task.name), FileReceipt)
    there = task.store.digest(task.name)
    if not task.force:
        if kept is not None and there == kept.sha256 and kept.key == task.key:
            return FileDone(replace(kept, replaces=None), made=False)
        check_ours(task.store, task.name, task.run, kept, there)
    writer = writers.make(task.format, task.books.writer)
    only = _holds_articles_only(task.format)
    book = volume(task.articles, task.stem, task.articles.variant, task.books, task.place, articles_only=only)
    with task.store.writing(task.name) as out:
        writer.write(book, out)
        size = out.seek(0, os.SEEK_END)
        out.seek(0)
        digest = digest_of(out)
        receipt = FileReceipt(
            name=task.name,
            format=task.format,
            variant=task.articles.variant,
            key=task.key,
            sha256=digest,
            size=size,
            articles=len(task.articles),
            run=task.run,
        )
        save(task.store, file_receipt(task.name), replace(receipt, replaces=there))
    return FileDone(receipt, made=True)


def check_ours(store: Store, name: str, run: str, kept: FileReceipt | None, there: str | None) -> None:
    """Raise CannotWriteError for a file in the way of that run: one that it hasn't made, or that was changed since.

    `there` is the digest of the file.
    """
    if there is None:
        return
    if kept is None:
        problem = "there already, and not made by a run in this folder"
    elif there not in (kept.sha256, kept.replaces):
        problem = "changed since it was made"
    elif kept.run != run:
        problem = f"there already, made by the run '{kept.run}'"
    else:
        return
    raise CannotWriteError(store.show(name), problem, "move it away, or replace it with --force")
