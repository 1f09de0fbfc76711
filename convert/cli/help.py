"""Help pages and wrong usage in the person's language, laid out for a terminal: options stand in groups."""

import importlib
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any, NoReturn

import typer

from convert.cli.language import cells, help_text, problem, say

_NAMES_WIDE = 24
"""Columns of an option's names; a longer one has its help on the next line."""
_UNITS = re.compile(r"\[[^][]{1,40}\]|［[^］]{1,20}］|[!-~–…“”‘’]+[ ]*|.")
"""What a line is not cut inside: words of Latin letters; Chinese is cut anywhere."""
_HANGS = "，。；：、！？）」”"
_TYPES = {"str": "TEXT", "path": "FILE", "int": "N", "float": "X", "%Y-%m-%d": "YYYY-MM-DD"}
"""How the value of an option without a word of its own is shown."""
_RANGE = re.compile(r"(?:(\d+)<=)?x(?:>=(\d+)|<=(\d+))")


def page(command: Any, ctx: Any) -> str:
    """The help page of a command or of the program."""
    usage = " ".join((ctx.command_path, *command.collect_usage_pieces(ctx)))
    paragraphs = help_text(command.help or "").split("\n\n")
    return laid_out(say("Usage: {}", usage), paragraphs, _sections(command, ctx)).rstrip("\n")


def laid_out(first: str, paragraphs: Iterable[str], sections: list[tuple[str, list[tuple[str, str]]]]) -> str:
    """A page no wider than the terminal and at most 80 columns: paragraphs, then headings with rows of two columns."""
    width = max(min(shutil.get_terminal_size().columns, 80) - 4, 40)
    lines = [first, ""]
    for paragraph in paragraphs:
        lines += [*_wrapped(" ".join(paragraph.split()), width, "  "), ""]
    wide = max((cells(names) for _, rows in sections for names, _ in rows if cells(names) <= _NAMES_WIDE), default=0)
    for heading, rows in sections:
        lines += [heading, *_records(rows, width, wide + 4), ""]
    return "\n".join(lines)


def _sections(command: Any, ctx: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Headings with the rows below them: arguments, the command's own options, those of each group, commands."""
    about = groups_of(str(command.name))
    found: dict[str, list[tuple[str, str]]] = {say("Arguments:"): [], say("Options:"): []}
    for parameter in sorted(command.get_params(ctx), key=lambda each: each.name in LAST):
        parameter.help = help_text(parameter.help or "")
        record = parameter.get_help_record(ctx)
        if not record:
            continue
        is_argument = parameter.param_type_name == "argument"
        told = about.get(parameter.name, "")
        heading = help_text(told).rstrip(".。") + say(":") if told else say("Options:")
        row = (_usual(record[0]), record[1])
        found.setdefault(say("Arguments:") if is_argument else heading, []).append(row)
    if hasattr(command, "list_commands"):
        rows = ((name, command.short_help_of(name)) for name in command.list_commands(ctx))
        found[say("Commands:")] = [(name, help_text(text)) for name, text in rows]
    return [(heading, records) for heading, records in found.items() if records]


LAST = ("config", "help")
"""Parameters that every command has, shown after its own."""


def groups_of(command: str) -> dict[str, str]:
    """Parameter → first sentence of the docstring of the group of options that it is a field of."""
    try:
        names = vars(importlib.import_module(f"convert.cli.{command}"))
    except ModuleNotFoundError:  # the program itself
        return {}
    groups = [value for name, value in names.items() if name.endswith("Flags") and is_dataclass(value)]
    return {
        field.name: " ".join((group.__doc__ or "").split("\n\n", maxsplit=1)[0].split())
        for group in groups
        for field in fields(group)
    }


def _usual(names: str) -> str:
    """An option's names with what stands for its value in capitals, or the choices that there are."""
    return re.sub(r"<(.+)>$", lambda match: value_word(match[1]), names)


def value_word(kind: str) -> str:
    """What stands for the value of an option of a type: `TEXT` for `str`; choices as they are."""
    return _TYPES.get(kind.removeprefix("list[").removesuffix("]"), kind)


def _records(records: list[tuple[str, str]], width: int, column: int) -> list[str]:
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
    """A help text with what stands in square brackets behind it, as `[default: 0]`, in the person's language."""
    about, bracket, facts = text.partition("  [")
    if not bracket:
        return text
    told = "; ".join(fact_told(fact) for fact in facts.removesuffix("]").split("; "))
    return f"{about}{say(' [{}]', told)}"


def fact_told(fact: str) -> str:
    """What Typer says of an option, as `default: 0` or `x>=1`, in the person's language."""
    name, colon, value = fact.partition(": ")
    if colon and name == "default":
        return say("default: {}", value)
    between = _RANGE.fullmatch(fact)
    if between:
        low, least, most = between.groups()
        return say("{} to {}", low, most) if low else say("at least {}", least)
    return help_text(fact)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    lines, line = [], indent
    for unit in _UNITS.findall(text):
        if cells(line) + cells(unit.rstrip()) > width and unit not in _HANGS:
            lines.append(line.rstrip())
            line = indent
        line += unit
    return [*lines, line.rstrip()] if line.strip() else lines


_WHOLE = re.compile(r" is not a valid (?:int|integer)(?: range)?\.$")
_DAY = re.compile(r" does not match the formats? '%Y-%m-%d'\.$")


def refuse(error: Any) -> NoReturn:
    """Say what is wrong with the command line, and end with its exit code."""
    if error.ctx is not None:
        usage = " ".join((error.ctx.command_path, *error.ctx.command.collect_usage_pieces(error.ctx)))
        print(say("Usage: {}", usage), file=sys.stderr)
        print(say("Try '{} --help' for help.", error.ctx.command_path), file=sys.stderr)
    message = _DAY.sub(" is no day; write it as 2024-02-01.", error.format_message())
    message = _WHOLE.sub(" is no whole number.", message).replace("argument(s)", "argument")
    print(say("Error: {}", problem(message)), file=sys.stderr)
    raise typer.Exit(error.exit_code)
