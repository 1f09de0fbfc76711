"""Settings: options that a user writes down once, in `newsconvert.toml`, instead of typing them each time.

At the top of the file stand options for every command that has them, in a table named after a command those for it
alone. The command line wins over both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer.core

from convert.errors import BadInputError, BadOptionError, MissingInputError, UnknownNameError

FILE = "newsconvert.toml"
"""The file that is used when it is in the working folder and `--config` names no other."""

_NEVER = {"config", "help"}
"""Options that are no settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says; without a file, nothing."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    def of_command(self, command: str) -> dict[str, Any]:
        """The settings for a command by the option's long name, its own table before what stands at the file's top."""
        shared = {key: value for key, value in self.values.items() if not isinstance(value, dict)}
        own = self.values.get(command, {})
        return {key.replace("_", "-"): value for key, value in {**shared, **own}.items()}


def load(path: Path | None) -> Settings:
    """The settings of that file, or of the one in the working folder if it is there.

    Raises MissingInputError for a file that was named and is not there, BadInputError for one that is no TOML.
    """
    file = path or Path(FILE)
    try:
        written = file.read_bytes()
    except FileNotFoundError as error:
        if path is None:
            return Settings()
        raise MissingInputError(str(path)) from error
    except OSError as error:
        raise MissingInputError(str(file), (error.strerror or str(error)).lower(), "check your permission") from error
    import tomllib  # it takes 2 ms, and most users have no such file

    try:
        return Settings(file, tomllib.loads(written.decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(str(file), f"not TOML ({error})", "see 'newsconvert config'") from error


def check(settings: Settings, ctx: Any) -> None:
    """Raise UnknownNameError for a table that is named after no command, or a key at the top that no command has."""
    group = ctx.find_root().command
    commands = group.list_commands(ctx)
    top = [key for key, value in settings.values.items() if not isinstance(value, dict)]
    for key in settings.values:
        if key not in top and key not in commands:
            raise UnknownNameError(f"command for the table [{key}] of {settings.path}", key, commands)
    mine = {key_of(option) for option in options_of(ctx.command)}
    unknown = [key for key in top if key.replace("_", "-") not in mine]
    if not unknown:  # the other commands' modules are imported only where a key may be theirs
        return
    known = {key_of(option) for name in commands for option in options_of(group.get_command(ctx, name))}
    for key in unknown:
        if key.replace("_", "-") not in known:
            raise UnknownNameError(f"option in {settings.path}", key, sorted(known))


def defaults(settings: Settings, command: Any, ctx: Any) -> dict[str, Any]:
    """The settings as the defaults of a command's options, in the form in which the option takes them.

    Raises UnknownNameError for a key of the command's own table that is none of its options, and BadOptionError for a
    value that its option can't take.
    """
    name = str(command.name)
    options = {key_of(option): option for option in options_of(command)}
    for key in settings.values.get(name, {}):
        if key.replace("_", "-") not in options:
            raise UnknownNameError(f"option of '{name}' in {settings.path}", key, sorted(options))
    given = settings.of_command(name)
    return {
        str(options[key].name): _usable(options[key], value, settings, ctx)
        for key, value in given.items()
        if key in options
    }


def options_of(command: Any) -> list[typer.core.TyperOption]:
    """The options of a command that can be settings; each is written as its long name without the dashes."""
    return [each for each in command.params if isinstance(each, typer.core.TyperOption) and each.name not in _NEVER]


def key_of(option: typer.core.TyperOption) -> str:
    """The name by which an option stands in the file: its long name on the command line without the dashes."""
    return next(name for name in option.opts if name.startswith("--")).removeprefix("--")


def _usable(option: typer.core.TyperOption, value: Any, settings: Settings, ctx: Any) -> Any:
    """The value in the form in which its option takes it; raises BadOptionError with the file for one it can't."""
    typed = _as_typed(option, value)
    try:
        option.process_value(ctx, typed)
    except typer.BadParameter as error:
        problem = (
            "true or false is wanted" if option.is_flag else error.message.removeprefix("Value error, ").rstrip(".")
        )
        raise BadOptionError(
            f"{settings.path}: {key_of(option)} = {value!r}: {problem}; see 'newsconvert config'"
        ) from error
    return typed


def _as_typed(option: typer.core.TyperOption, value: Any) -> Any:
    """The value as if typed: numbers and dates as text for their options to read, one value for many as a list."""
    if option.multiple:
        return [str(each) for each in (value if isinstance(value, list) else [value])]
    if isinstance(value, list | dict):
        raise BadInputError(str(option.name), "one value is wanted, not several", "see 'newsconvert config'")
    return value if isinstance(value, bool) else str(value)
