"""Volume → file: what a writer is, and how one is found by its name.

A writer is a dataclass whose fields are its options. It is published as an entry point of the group
`newsconvert.writers`; the built-in ones come through the same table as anybody's. Listing them loads none.
"""

import dataclasses
import typing
from collections.abc import Iterable, Mapping
from importlib import metadata
from typing import Any, BinaryIO, ClassVar, Protocol

import msgspec

from convert.errors import BadOptionError, MissingPartError, UnknownNameError
from convert.model import Volume

GROUP = "newsconvert.writers"


class Writer(Protocol):
    """Writes a volume into one file.

    `extension` is the file name's ending without a dot. `streams` says that the output can go to a pipe while it is
    made; otherwise `out` can seek. The same volume must give the same bytes, whatever the clock. `write` doesn't
    close `out`.
    """

    extension: ClassVar[str]
    streams: ClassVar[bool]

    def write(self, volume: Volume, out: BinaryIO) -> None:
        """Write the whole volume to `out`; raise a NewsconvertError for what can't be done."""


@dataclasses.dataclass(frozen=True)
class Format:
    """A writer that is installed: its name, and the package that provides it."""

    name: str
    provider: str
    entry: metadata.EntryPoint

    def load(self) -> type[Writer]:
        """Import the writer's class."""
        try:
            return typing.cast(type[Writer], self.entry.load())
        except ImportError as error:
            raise MissingPartError(
                f"format '{self.name}' needs a module that is missing ({error}); "
                f"install {self.provider} again with the extra it names"
            ) from error


def formats() -> dict[str, Format]:
    """The installed writers by name, sorted; none is imported.

    Raises BadOptionError when two packages claim one name: which of them would write is nobody's guess.
    """
    found: dict[str, Format] = {}
    for entry in metadata.entry_points(group=GROUP):
        provider = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "unknown"
        other = found.get(entry.name)
        if other and (other.provider, other.entry.value) != (provider, entry.value):
            raise BadOptionError(
                f"format '{entry.name}' is claimed twice: {other.entry.value} ({other.provider}) and "
                f"{entry.value} ({provider}); uninstall one"
            )
        found[entry.name] = Format(entry.name, provider, entry)
    return dict(sorted(found.items()))


def find(name: str) -> type[Writer]:
    """The writer class of a format; raises UnknownNameError with the formats there are."""
    known = formats()
    if name not in known:
        raise UnknownNameError("format", name, list(known))
    return known[name].load()


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
    try:
        values = {key: msgspec.convert(value, known[key], strict=False) for key, value in given.items() if key in known}
        return writer(**values)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadOptionError(f"format '{name}': {error}") from error


def check_options(names: Iterable[str], given: Iterable[str]) -> None:
    """Raise BadOptionError for an option that none of the formats has, with the ones they have."""
    known = {option: name for name in names for option in options(find(name))}
    for option in given:
        if option not in known:
            there = ", ".join(sorted(known)) or "none"
            raise BadOptionError(f"no format asked for has an option '{option.replace('_', '-')}'; there are: {there}")
