"""The page of commands: every command and option as the command line itself knows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer.main

from convert import cli
from convert.cli.help import groups_of, value_word
from docs.generate.words import say

NAME = re.compile(r"(?<![\w<|-])--?[A-Za-z][\w-]*")


@dataclass(frozen=True)
class Option:
    """An option or an argument of a command; `names` is empty for an argument."""

    names: tuple[str, ...]
    value: str
    """What stands for its value in a usage line; empty for a switch."""
    help: str
    facts: str
    """What the help page adds in brackets: required, default, range."""
    group: str
    """What the options of its group are about; empty for the command's own."""


@dataclass(frozen=True)
class Command:
    """A command as a user types it; a command of commands has no options of its own."""

    name: str
    about: str
    options: tuple[Option, ...]


def commands() -> list[Command]:
    """All commands, in the order of the help page."""
    group: Any = typer.main.get_command(cli.app)
    return [found for name in cli.COMMANDS for found in _tree(name, group.get_command(None, name), name)]


def _tree(name: str, command: Any, module: str) -> Iterator[Command]:
    """The command and its sub-commands."""
    context = command.make_context(name, [], resilient_parsing=True)
    groups = groups_of(module)
    records = [(each.name, each.get_help_record(context)) for each in command.params if each.name != "help"]
    options = tuple(_option(key, record[0], record[1], groups) for key, record in records if record)
    yield Command(name, command.help or "", options)
    for sub, found in getattr(command, "commands", {}).items():
        yield from _tree(f"{name} {sub}", found, module)


def _option(key: str, left: str, right: str, groups: dict[str, str]) -> Option:
    """An option from the two columns of the help page."""
    names = tuple(sorted(NAME.findall(left), key=lambda name: (name.startswith("--no-"), -len(name))))
    rest = NAME.sub("", left).strip(" ,/")
    value = value_word(rest.strip("<>")) if rest.startswith("<") else rest.split(" <")[0]
    text, _, facts = right.partition("  [")
    return Option(names, value, text.strip(), facts.rstrip("]"), groups.get(key, ""))


def page(language: str) -> str:
    """The Markdown of all commands."""
    return "\n".join(line for command in commands() for line in _section(command, language))


def _section(command: Command, language: str) -> Iterator[str]:
    slug = command.name.replace(" ", "-")
    yield f"## {command.name} {{ #{slug} }}\n"
    for paragraph in command.about.strip().split("\n\n"):
        yield say(" ".join(paragraph.split()), language) + "\n"
    arguments = " ".join(option.value for option in command.options if not option.names)
    yield f"```text\nnewsconvert {' '.join(filter(None, (command.name, arguments)))} …\n```\n"
    group = ""
    for option in sorted(command.options, key=lambda each: (bool(each.names), bool(each.group))):
        if option.group != group:
            group = option.group
            yield f"**{say(group, language).rstrip('.。')}**\n"
        yield from _entry(option, slug, language)


def _entry(option: Option, slug: str, language: str) -> Iterator[str]:
    value = f" {option.value}" if option.value else ""
    shown = ", ".join(f"`{name}{value}`" for name in option.names) or f"`{option.value}`"
    anchor = f"{slug}-{(option.names or (option.value,))[0].strip('-.…').lower()}"
    text = say(option.help, language).replace("<", "&lt;")
    facts = "; ".join(_fact(fact, language) for fact in option.facts.split("; ") if fact)
    shown_facts = f' <span class="fact">{facts}</span>' if facts else ""
    yield f'<span id="{anchor}"></span>{shown}'
    yield f":   {text}{shown_facts}\n"


def _fact(fact: str, language: str) -> str:
    name, colon, value = fact.partition(": ")
    return f"{say(name, language)}{colon}{value}" if colon else say(fact, language)
