"""Volume → file: what a writer is, and how one is found by its name.

A writer is a dataclass whose fields are its options. It is published as an entry point of the group
`newsconvert.writers`; the built-in ones come through the same table as anybody's. Listing them loads none.
"""

import dataclasses
import typing
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, Literal, Protocol

import msgspec

from convert import plugins
from convert.errors import BadOptionError
from convert.model import Volume
from convert.plugins import Plugin

GROUP = "newsconvert.writers"


class Writer(Protocol):
    """Writes a volume into one file.

    `extension` is the file name's ending without a dot. `streams` says that the output can go to a pipe while it is
    made; otherwise `out` can seek. A writer whose files hold the articles and nothing of the volumes before and after
    may say `articles_only: ClassVar[bool] = True`; it isn't asked anew when only those change, and the volume that it
    gets has no identifier and no title but its name. The same volume must give the same bytes, whatever the clock.
    `write` doesn't close `out`. A writer that loads much when it first writes may have a static method `prepare` that
    loads it, for when there is time.
    """

    extension: ClassVar[str]
    streams: ClassVar[bool]

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """Write the whole volume to `out`; raise a NewsconvertError for what can't be done."""


def formats() -> dict[str, Plugin]:
    """The installed writers by name, sorted; none is imported."""
    return plugins.installed(GROUP, "format")


def find(name: str) -> type[Writer]:
    """The writer class of a format; raises UnknownNameError with the formats there are."""
    return typing.cast(type[Writer], plugins.find(GROUP, "format", name))


def prepare(names: Iterable[str]) -> None:
    """Load what the writers of these formats need, those that say how."""
    for _ in prepared(names):
        pass


def prepared(names: Iterable[str]) -> Iterator[str]:
    """The same, one format after the other."""
    for name in names:
        getattr(find(name), "prepare", lambda: None)()
        yield name


def options(writer: type[Writer]) -> dict[str, Any]:
    """A writer's options: field name → type."""
    if not dataclasses.is_dataclass(writer):
        return {}
    hints = typing.get_type_hints(writer)
    return {f.name: hints[f.name] for f in dataclasses.fields(writer) if f.init}


def make(name: str, given: Mapping[str, Any]) -> Writer:
    """A writer of the format `name` with those of the given options that it has, values converted to their types.

    Raises UnknownNameError for the format and BadOptionError for a value that its option can't take.
    """
    writer = find(name)
    known = options(writer)
    values = {key: _converted(name, key, value, known[key]) for key, value in given.items() if key in known}
    try:
        return writer(**values)
    except ValueError as error:
        raise BadOptionError(f"format '{name}': {error}") from error


def _converted(name: str, option: str, value: Any, wanted: Any) -> Any:
    """The value in its option's type; a command line's `yes` and `no` are truth values too."""
    if wanted in (bool, bool | None) and isinstance(value, str):
        value = {"yes": True, "on": True, "no": False, "off": False}.get(value.lower(), value)
    try:
        return msgspec.convert(value, wanted, strict=False, dec_hook=_path)
    except (msgspec.ValidationError, ValueError) as error:
        kinds = [wanted, *typing.get_args(wanted)]
        choices = [str(each) for kind in kinds if typing.get_origin(kind) is Literal for each in typing.get_args(kind)]
        problem = f"'{value}' is none of {', '.join(choices)}" if choices else str(error)
        raise BadOptionError(f"format '{name}': {option.replace('_', '-')}: {problem}") from error


def _path(wanted: type, value: Any) -> Any:
    """A path that came as text: from a command line's NAME=VALUE, or a file of settings."""
    if wanted is Path and isinstance(value, str | Path):
        return Path(value)
    raise ValueError(f"expected {wanted.__name__}, got {value!r}")


def check_options(names: Iterable[str], given: Iterable[str]) -> None:
    """Raise BadOptionError for an option that none of the formats has, with the ones they have."""
    known = {option: name for name in names for option in options(find(name))}
    for option in given:
        if option not in known:
            there = ", ".join(sorted(known)) or "none"
            raise BadOptionError(f"no format asked for has an option '{option.replace('_', '-')}'; there are: {there}")
