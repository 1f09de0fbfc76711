"""List the formats that can be written and read, and who provides each."""

import json
import sys
from typing import Annotated, Any

import typer


def formats(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with the options of each format.")] = False,
) -> None:
    """Print a line a format: name, what it is for (write, read or both), provider."""
    from convert import writers
    from convert.reader import formats as readers

    writing, reading = writers.formats(), readers.formats()
    if as_json:
        print(json.dumps({"write": _details(writing), "read": sorted(reading)}, ensure_ascii=False, indent=2))
        return
    for name in sorted({*writing, *reading}):
        uses = [use for use, known in (("write", writing), ("read", reading)) if name in known]
        provider = (writing.get(name) or reading[name]).provider
        sys.stdout.write(f"{name:<9} {' '.join(uses):<11} {provider}\n")


def _details(writing: dict[str, Any]) -> dict[str, Any]:
    """Each writer's options with their types and the ending of its files; a writer that can't be loaded says why."""
    from convert import writers
    from convert.errors import MissingPartError

    found: dict[str, Any] = {}
    for name, plugin in writing.items():
        try:
            writer = plugin.load()
        except MissingPartError as error:
            found[name] = {"provider": plugin.provider, "problem": str(error)}
            continue
        options = {
            key.replace("_", "-"): getattr(kind, "__name__", str(kind)) for key, kind in writers.options(writer).items()
        }
        found[name] = {"provider": plugin.provider, "extension": writer.extension, "options": options}
    return found
