"""The program as a library: `read`, `write` and `variant`, as `from convert import …` gives them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from convert.errors import BadInputError, BadOptionError, MissingInputError, NewsconvertError
from convert.model import Article, Volume

if TYPE_CHECKING:
    from convert.batch.receipts import PageFailure

Paths = str | Path | bytes | Iterable[str | Path]


def read(
    paths: Paths,
    *,
    join: bool = True,
    glob: str | Iterable[str] = "*.txt",
    on_failure: Callable[[str, str], None] | None = None,
    **options: Any,
) -> tuple[Article, ...]:
    """The articles of pages, folders and archives of pages, and of files that hold articles already.

    Bytes are those of one page of text. `glob` says which files of folders and archives are pages. `options` are fields
    of `convert.reader.ReadingOptions` (`paper`, `date`, `encoding` …). `join` puts together stories that continue on
    another page. An input that can't be read raises a NewsconvertError, unless `on_failure` is there to be told its
    path and the problem: then the others are still read.
    """
    from convert.batch.reading import Read, read_bundle, read_inputs
    from convert.batch.receipts import PageFailure
    from convert.reader import PageFile, ReadingOptions

    wanted = ReadingOptions(**options)
    found: Iterable[Article | PageFailure]
    if isinstance(paths, bytes):
        one: Read = read_bundle([PageFile(IN_MEMORY, paths)], wanted, join=join)
        found = (*one.articles, *one.failures)
    else:
        patterns = (glob,) if isinstance(glob, str) else tuple(glob)
        found = read_inputs(_listed(paths), wanted, join=join, patterns=patterns)
    articles: list[Article] = []
    for each in found:
        if not isinstance(each, PageFailure):
            articles.append(each)
        elif on_failure is None:
            raise _raised(each)
        else:
            on_failure(each.path, each.message)
    return tuple(articles)


IN_MEMORY = "page.txt"
"""What a page given as bytes is called."""


def _listed(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _raised(failure: "PageFailure") -> NewsconvertError:
    """The error that an input met, of its class where that has an exit code of its own."""
    kinds = (each for each in (BadInputError, MissingInputError) if each.exit_code == failure.exit_code)
    kind: type[NewsconvertError] = next(kinds, NewsconvertError)
    error = kind.__new__(kind, failure.message)
    error.__dict__.update(exit_code=failure.exit_code, path=failure.path)
    return error


def write(articles: Iterable[Article], to: str | Path | BinaryIO, format: str | None = None, **options: Any) -> None:
    """Write articles as one volume into a file, whole or not at all, or into a binary stream that can seek.

    The format is that of the file's ending unless it is named. `options` are fields of `convert.model.Volume`
    (`title`, `creator`, `publisher`, `rights` …) and the options of the writer. Raises UnknownNameError for the format,
    BadOptionError for an option that neither has, CannotWriteError for the file.
    """
    from convert import writers
    from convert.batch import volumes
    from convert.files import written_aside
    from convert.reader.formats import ending

    path = Path(to) if isinstance(to, str | Path) else None
    name = format or (ending(path.name) if path else "")
    if not name:
        raise BadOptionError(
            f"no format is named, nor has the file an ending; there are: {', '.join(writers.formats())}"
        )
    about = {key: options.pop(key) for key in list(options) if key in _ABOUT}
    writers.check_options([name], options)
    book = volumes.volume(
        tuple(articles), path.name.split(".")[0] if path else "volume", "original", volumes.BookOptions(about=about)
    )
    writer = writers.make(name, options)
    if path is None:
        writer.write(book, to)  # type: ignore[arg-type]
        return
    with written_aside(path) as out:
        writer.write(book, out)


_ABOUT = {"name", "title", "language", "variant", "creator", "publisher", "rights", "description", "identifier"}
assert set(Volume.__dataclass_fields__) >= _ABOUT


def variant(articles: Iterable[Article], to: str, **options: Any) -> tuple[Article, ...]:
    """The articles in another script: `tw`, `hk`, `t` … as `newsconvert build --variant` names them.

    `options` are fields of `convert.transforms.variant.VariantOptions`: `quotes`, and own words as `terms`, which may
    be the file that lists them. Raises UnknownNameError with the variants there are.
    """
    from convert.batch import volumes
    from convert.transforms.variant.terms import read_terms

    if isinstance(options.get("terms"), str | Path):
        options["terms"] = read_terms(Path(options["terms"]))
    return tuple(volumes.in_variant(tuple(articles), to, volumes.BookOptions(variant=options)))
