"""The page of formats: every writer of this package with its options, as its dataclass declares them."""

from collections.abc import Iterator
from dataclasses import fields

from convert import writers
from convert.cli.volume_flags import WriterFlags
from convert.reader import formats as readers
from convert.writers.about import Told, lines, told
from docs.generate.words import say

FLAGS = {field.name.replace("_", "-") for field in fields(WriterFlags)}
"""Options of writers that have an option of their own on the command line; the others are given by `-O`."""


def page(language: str) -> str:
    """The Markdown of all formats that this package writes, and the list of those it reads."""
    return "\n".join(line for name in writers.formats() for line in _section(name, language))


def reading(language: str) -> str:
    """The Markdown list of the files that are read."""
    head = f"| {say('File', language)} | {say('Provided by', language)} |\n| --- | --- |\n"
    return head + "".join(f"| `.{name}` | {each.provider} |\n" for name, each in readers.formats().items())


def _section(name: str, language: str) -> Iterator[str]:
    found = writers.formats()[name]
    if not found.provider.startswith("newsconvert "):
        return
    writer = found.load()
    yield f"## {name} {{ #{name} }}\n"
    for line in lines(writer):
        yield say(line, language) + "\n"
    facts = [f"`.{writer.extension}`"]
    if writer.streams:
        facts.append(say("can go to a pipe while it is made", language))
    if found.entry.extras:
        facts.append(f"{say('needs', language)} `pip install 'newsconvert[{found.entry.extras[0]}]'`")
    yield "; ".join(facts) + "\n"
    for option in told(writer):
        yield from _option(option, language)


def _option(option: Told, language: str) -> Iterator[str]:
    of_its_own = option.name in FLAGS
    shown = f"--{option.name} {option.value}" if of_its_own else f"-O {option.name}={option.value}"
    default = f' <span class="fact">{say("default", language)}: {option.default}</span>' if option.default else ""
    if of_its_own and option.value == "true|false":
        yield f"`--{option.name}`, `--no-{option.name}`"
    else:
        yield f"`{shown}`"
    yield f":   {say(option.about, language)}{default}\n"
