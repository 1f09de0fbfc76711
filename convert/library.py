"""The program as a library: `read`, `write` and `variant`, as `from convert import …` gives them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

from convert.errors import NewsconvertError
from convert.model import Article, Volume

Paths = str | Path | Iterable[str | Path]


def read(
    paths: Paths,
    *,
    join: bool = True,
    on_failure: Callable[[str, str], None] | None = None,
    **options: Any,
) -> tuple[Article, ...]:
    """The articles of pages, folders and archives of pages, and of files that hold articles already.

    `options` are fields of `convert.reader.ReadingOptions` (`paper`, `date`, `encoding` …). `join` puts together
    stories that continue on another page. An input that can't be read raises a NewsconvertError, unless `on_failure`
    is there to be told its path and the problem: then the others are still read.
    """
    from convert.batch.reading import read_inputs
    from convert.batch.receipts import PageFailure
    from convert.reader import ReadingOptions

    articles: list[Article] = []
    for found in read_inputs(_listed(paths), ReadingOptions(**options), join=join):
        if not isinstance(found, PageFailure):
            articles.append(found)
        elif on_failure is None:
            raise _raised(found.message, found.exit_code)
        else:
            on_failure(found.path, found.message)
    return tuple(articles)


def _listed(paths: Paths) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _raised(message: str, exit_code: int) -> NewsconvertError:
    error = NewsconvertError(message)
    error.exit_code = exit_code
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

    `options` are fields of `convert.transforms.variant.VariantOptions`. Raises UnknownNameError with the variants
    there are.
    """
    from convert.batch import volumes

    return tuple(volumes.in_variant(tuple(articles), to, volumes.BookOptions(variant=options)))
