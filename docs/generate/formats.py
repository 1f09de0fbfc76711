"""The page of formats: every writer of this package with its options, as its dataclass declares them."""

import ast
import inspect
import itertools
import re
import textwrap
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Literal

from convert import writers
from convert.cli.volume_flags import WriterFlags
from convert.reader import formats as readers
from docs.generate.words import say

FLAGS = {field.name for field in fields(WriterFlags)}
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
    yield say(_first_paragraph(inspect.getdoc(inspect.getmodule(writer)) or ""), language) + "\n"
    yield say(_first_paragraph(writer.__doc__ or ""), language) + "\n"
    facts = [f"`.{writer.extension}`"]
    if writer.streams:
        facts.append(say("can go to a pipe while it is made", language))
    if found.entry.extras:
        facts.append(f"{say('needs', language)} `pip install 'newsconvert[{found.entry.extras[0]}]'`")
    yield "; ".join(facts) + "\n"
    about = field_docs(writer)
    for field in fields(typing.cast(Any, writer)):
        yield from _option(field, about.get(field.name, ""), typing.get_type_hints(writer)[field.name], language)


def _first_paragraph(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


def _option(field: Any, about: str, kind: Any, language: str) -> Iterator[str]:
    flag = field.name.replace("_", "-")
    shown = f"--{flag}" if field.name in FLAGS else f"-O {flag}="
    default = (
        ""
        if field.default in (MISSING, None)
        else f' <span class="fact">{say("default", language)}: {_plain(field.default)}</span>'
    )
    value = _value(kind)
    if kind is bool and field.name in FLAGS:
        yield f"`{shown}`, `--no-{flag}`"
    else:
        yield f"`{shown}{'' if shown.endswith('=') else ' '}{value}`"
    yield f":   {say(about, language)}{default}\n"


def _plain(value: Any) -> str:
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _value(kind: Any) -> str:
    """What stands for an option's value."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return "|".join(map(str, inner))
    if origin in (typing.Union, types.UnionType):
        return _value(next(each for each in inner if each is not type(None)))
    return {bool: "true|false", int: "N", Path: "FILE", str: "TEXT"}.get(kind, "TEXT")


def field_docs(cls: type) -> dict[str, str]:
    """Field → the docstring that stands below it in the class."""
    body = typing.cast(ast.ClassDef, ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]).body
    found = {}
    for field, below in itertools.pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            found[field.target.id] = re.sub(r"\s+", " ", str(ast.literal_eval(below.value)))
    return found
