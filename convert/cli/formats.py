"""List the formats that can be written and read, and who provides each.

`newsconvert formats NAME` tells what a format is and lists its options, which `-O` sets.
"""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from convert.cli.flags import format_names

if TYPE_CHECKING:
    from convert.plugins import Plugin


def formats(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Only this format, with its options.", autocompletion=format_names),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with the options of each format.")] = False,
) -> None:
    """Print a line a format: name, what it is for (write, read or both), provider; or all that there is of one."""
    from convert import writers
    from convert.reader import formats as readers

    writing, reading = writers.formats(), readers.formats()
    if name is not None and name not in reading:
        writers.find(name)  # an unknown one is answered with those there are
    if name is not None:
        writing, reading = ({key: each for key, each in known.items() if key == name} for known in (writing, reading))
    if as_json:
        details = {key: _details(plugin) for key, plugin in writing.items()}
        print(json.dumps({"write": details, "read": sorted(reading)}, ensure_ascii=False, indent=2))
    elif name is not None and name in writing:
        sys.stdout.write(_page(name, writing[name], name in reading))
    else:
        _list(writing, reading)


def _list(writing: "dict[str, Plugin]", reading: "dict[str, Plugin]") -> None:
    for name in sorted({*writing, *reading}):
        uses = [use for use, known in (("write", writing), ("read", reading)) if name in known]
        provider = (writing.get(name) or reading[name]).provider
        sys.stdout.write(f"{name:<9} {' '.join(uses):<11} {provider}\n")


def _page(name: str, plugin: "Plugin", is_read: bool) -> str:
    """All that there is of a format that can be written, laid out as help pages are."""
    from convert.cli.help import laid_out
    from convert.cli.language import help_text, say
    from convert.writers.about import lines, told

    writer = plugin.load()
    uses = say("is written and read") if is_read else say("is written")
    facts = say("{}: .{}, {}, by {}", name, writer.extension, uses, plugin.provider)
    rows = [
        (f"{each.name}={each.value}", f"{help_text(each.about)}{f'  [default: {each.default}]' * bool(each.default)}")
        for each in told(writer)
    ]
    paragraphs = (help_text(line) for line in lines(writer) if line)
    return laid_out(facts, paragraphs, [(say("Options, each given by -O:"), rows)] if rows else [])


def _details(plugin: "Plugin") -> dict[str, Any]:
    """A writer's options and the ending of its files; one that can't be loaded says why."""
    from msgspec.structs import asdict

    from convert.errors import MissingPartError
    from convert.writers.about import lines, told

    try:
        writer = plugin.load()
    except MissingPartError as error:
        return {"provider": plugin.provider, "problem": str(error)}
    options = {each.name: {key: value for key, value in asdict(each).items() if key != "name"} for each in told(writer)}
    about = " ".join(filter(None, lines(writer)))
    return {"provider": plugin.provider, "extension": writer.extension, "about": about, "options": options}
