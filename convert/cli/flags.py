"""Groups of options that several commands share, each a dataclass whose fields are options.

`@takes(reading=ReadingFlags)` lets a command have a whole group as one typed parameter; Typer sees the single options.
"""

import functools
import inspect
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from convert.model import Article

Command = TypeVar("Command", bound=Callable[..., Any])

Pages = Annotated[list[Path], typer.Argument(metavar="PATH…", help="Pages, folders of pages.", show_default=False)]
Globs = Annotated[
    list[str] | None,
    typer.Option("--glob", metavar="PATTERN", help="Which files of folders and archives are pages (default: *.txt)."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is in the way.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing when all goes well.")]

Verbose = Annotated[bool, typer.Option("--verbose", help="Name every note on stderr, with page and line.")]


def format_names(incomplete: str) -> list[str]:
    """The formats that can be written, for the shell to complete."""
    from convert import writers

    return [name for name in writers.formats() if name.startswith(incomplete)]


def variant_names(incomplete: str) -> list[str]:
    """The scripts that there are, for the shell to complete."""
    from convert.transforms.variant import VARIANTS

    return [name for name in VARIANTS if name.startswith(incomplete)]


def profile_names(incomplete: str) -> list[str]:
    """The profiles that come with the program, for the shell to complete; a file's name it completes itself."""
    from convert import profiles

    return [name for name in profiles.names() if name.startswith(incomplete)]


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


def may_replace(path: Path, *, force: bool) -> None:
    """Raise CannotWriteError for a file that is in the way, unless it may be replaced."""
    from convert.errors import CannotWriteError

    if not force and path.is_file():
        raise CannotWriteError(str(path), "the file is there already", "name another, or replace it with --force")
