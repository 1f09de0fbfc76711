"""Show the settings in force and where each comes from.

What is shown is a settings file itself: `newsconvert config > newsconvert.toml` writes one to begin with.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from convert.cli.language import help_text, say


def config(
    ctx: typer.Context,
    command: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help="Only this command's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Print every option of every command with its value and the file it comes from."""
    from convert.cli import COMMANDS, Commands
    from convert.cli.settings import Settings
    from convert.errors import UnknownNameError

    if command is not None and command not in COMMANDS:
        raise UnknownNameError("command", command, list(COMMANDS))
    settings = ctx.obj if isinstance(ctx.obj, Settings) else Settings()
    group = ctx.find_root().command
    assert isinstance(group, Commands)
    found = {name: _values(group.get_command(ctx, name), settings, ctx) for name in COMMANDS if command in (None, name)}
    if as_json:
        print(json.dumps({name: dict(values) for name, values in found.items()}, ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(_toml(found, settings.path))


def _values(command: Any, settings: Any, ctx: Any) -> dict[str, dict[str, Any]]:
    """Value and origin of each option; the origin of an unset option's value is the program itself."""
    from convert.cli.settings import defaults, key_of, options_of

    set_here = defaults(settings, command, ctx)
    values = {}
    for option in options_of(command):
        name = str(option.name)
        value = set_here.get(name, option.default if not callable(option.default) else None)
        origin = str(settings.path) if name in set_here else None
        values[key_of(option)] = {"value": _plain(value), "from": origin, "help": option.help}
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Path) else value


def _toml(found: dict[str, dict[str, dict[str, Any]]], path: Path | None) -> str:
    first = (
        say("settings in force; from {}", path) if path else say("settings in force; there is no settings file here")
    )
    lines = [f"# {first}"]
    for name, values in found.items():
        lines += ["", f"[{name}]"]
        lines += [line for key, each in values.items() for line in _entry(key, each)]
    return "\n".join(lines) + "\n"


def _entry(key: str, each: dict[str, Any]) -> Iterator[str]:
    """The option's help as a comment, then the setting; one that nobody set is a comment itself."""
    yield f"# {help_text(each['help'])}"
    value = each["value"]
    if each["from"]:
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}  # {say('from {}', each['from'])}"
    else:
        yield f"# {key} = {json.dumps(value, ensure_ascii=False) if value is not None else '…'}"
