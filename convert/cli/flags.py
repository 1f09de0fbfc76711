"""Groups of options that several commands share, each a dataclass whose fields are options.

`@takes(reading=ReadingFlags)` lets a command have a whole group as one typed parameter; Typer sees the single options.
"""

import functools
import inspect
import stat
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from convert.batch.pages import Page
    from convert.model import Article

Command = TypeVar("Command", bound=Callable[..., Any])

Pages = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="Pages, folders of pages, archives.", show_default=False)
]
PagesOrPipe = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…", help="Pages, folders of pages, archives; - is one page on stdin.", show_default=False
    ),
]
Globs = Annotated[
    list[str] | None,
    typer.Option("--glob", metavar="PATTERN", help="Which files of folders and archives are pages (default: *.txt)."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is in the way.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing when all goes well.")]

Verbose = Annotated[bool, typer.Option("--verbose", help="Name every note on stderr, with page and line.")]


def format_names(incomplete: str) -> list[str]:
    """The formats that can be written, for the shell to complete; the last of several with commas between them."""
    from convert import writers

    return _continued(incomplete, writers.formats())


def variant_names(incomplete: str) -> list[str]:
    """The scripts that there are, for the shell to complete; the last of several with commas between them."""
    from convert.transforms.variant import VARIANTS

    return _continued(incomplete, VARIANTS)


def _continued(incomplete: str, names: Iterable[str]) -> list[str]:
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in names if name.startswith(last)]


def profile_names(incomplete: str) -> list[str]:
    """The profiles that come with the program, for the shell to complete; a file's name it completes itself."""
    from convert import profiles

    return [name for name in profiles.names() if name.startswith(incomplete)]


def several(given: list[str] | None) -> tuple[str, ...]:
    """The names of an option that is given more than once, or has several with commas between them; each once."""
    names = (name.strip() for each in given or () for name in each.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def takes(**groups: type) -> Callable[[Command], Command]:
    """Give a command groups of options: parameter name → dataclass with `Annotated[…, typer.Option(…)]` fields."""

    def decorate(command: Command) -> Command:
        own = inspect.signature(command, eval_str=True)
        parameters = [p for p in own.parameters.values() if p.name not in groups]
        for group in groups.values():
            parameters += inspect.signature(group, eval_str=True).parameters.values()

        @functools.wraps(command)
        def run(**given: Any) -> Any:
            for name, group in groups.items():
                given[name] = group(**{f.name: given.pop(f.name) for f in fields(group)})
            return command(**given)

        keyword = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in parameters]
        run.__signature__ = own.replace(parameters=keyword)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in keyword} | {"return": own.return_annotation}
        return run  # type: ignore[return-value]

    return decorate


def tell_notes(article: "Article") -> None:
    """An article's notes on stderr, a line each, as compilers name what they found: `path:line: code: message`."""
    from convert.cli.language import in_script, spoken
    from convert.reader.glossary import explain_note

    path = article.source[0].path if article.source else article.id
    for note in article.notes:
        text = f" — {note.text[:40]}" if note.text else ""
        print(
            f"{path}:{note.line or ''}: {note.code}: {in_script(explain_note(note.code, spoken()))}{text}",
            file=sys.stderr,
        )


def piped_in(paths: list[Path]) -> "list[Path | Page]":
    """The inputs, `-` replaced by the page on stdin."""
    from convert.batch.pages import piped

    return [piped(sys.stdin.buffer) if str(path) == "-" else path for path in paths]


def may_replace(path: Path, *, force: bool) -> None:
    """Raise CannotWriteError for a file that is in the way, unless it may be replaced."""
    from convert.errors import CannotWriteError
    from convert.files import kind

    if not force and kind(path) == stat.S_IFREG:
        raise CannotWriteError(str(path), "the file is there already", "name another, or replace it with --force")
