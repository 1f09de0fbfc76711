"""Help pages and wrong usage in Chinese: Typer lays them out for languages that put spaces between words."""

import re
import shutil
import sys
from typing import Any, NoReturn

import typer

from convert.cli.language import cells, help_text, problem, say

_NAMES_WIDE = 28
"""Columns of an option's names; a longer one has its help on the next line."""
_UNITS = re.compile(r"[!-~]+[ ]*|.")
"""What a line is not cut inside: words of Latin letters; Chinese is cut anywhere."""
_HANGS = "，。；：、！？）」”"


def page(command: Any, ctx: Any) -> str:
    """The help page of a command or of the program, no wider than the terminal and at most 80 columns."""
    width = max(min(shutil.get_terminal_size().columns, 80) - 4, 40)
    lines = [f"{say('Usage:')}{' '.join((ctx.command_path, *command.collect_usage_pieces(ctx)))}", ""]
    for paragraph in help_text(command.help or "").split("\n\n"):
        lines += [*_wrapped(paragraph, width, "  "), ""]
    groups: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        parameter.help = help_text(parameter.help or "")
        record = parameter.get_help_record(ctx)
        if record:
            groups.setdefault("Arguments" if parameter.param_type_name == "argument" else "Options", []).append(record)
    if hasattr(command, "list_commands"):
        found = ((name, command.short_help_of(name)) for name in command.list_commands(ctx))
        groups["Commands"] = [(name, help_text(text)) for name, text in found]
    for name in ("Arguments", "Options", "Commands"):
        if name in groups:
            lines += [say(name), *_records(groups[name], width), ""]
    return "\n".join(lines).rstrip("\n")


def _records(records: list[tuple[str, str]], width: int) -> list[str]:
    column = min(max(cells(names) for names, _ in records), _NAMES_WIDE) + 4
    lines: list[str] = []
    for names, text in records:
        first, *rest = _wrapped(_facts(text), width - column, "") or [""]
        head = f"  {names}"
        if cells(head) > column - 2:
            lines += [head, " " * column + first]
        else:
            lines.append(head + " " * (column - cells(head)) + first)
        lines += [" " * column + line for line in rest]
    return lines


def _facts(text: str) -> str:
    """What stands in square brackets behind a help text, as `[default: 0]`, in Chinese."""
    about, bracket, facts = text.partition("  [")
    if not bracket:
        return text
    told = []
    for fact in facts.removesuffix("]").split("; "):
        name, colon, value = fact.partition(": ")
        told.append(say("default: {}", value) if colon and name == "default" else help_text(fact))
    return f"{about}{say('[{}]', '；'.join(told))}"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    lines, line = [], indent
    for unit in _UNITS.findall(text):
        if cells(line) + cells(unit.rstrip()) > width and unit not in _HANGS:
            lines.append(line.rstrip())
            line = indent
        line += unit
    return [*lines, line.rstrip()] if line.strip() else lines


def refuse(error: Any) -> NoReturn:
    """Say what is wrong with the command line, and end with its exit code."""
    if error.ctx is not None:
        usage = " ".join((error.ctx.command_path, *error.ctx.command.collect_usage_pieces(error.ctx)))
        print(f"{say('Usage:')}{usage}", file=sys.stderr)
        print(say("Try '{} --help' for help.", error.ctx.command_path), file=sys.stderr)
    print(say("Error: {}", problem(error.format_message())), file=sys.stderr)
    raise typer.Exit(error.exit_code)
