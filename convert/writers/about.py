"""What a writer says of itself, for help pages and documentation: its lines, and its options with their values."""

import ast
import inspect
import itertools
import re
import textwrap
import types
import typing
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from convert.writers import Writer, options


class Told(Struct, frozen=True):
    """An option as a user meets it."""

    name: str
    """The field's name, with dashes as on the command line."""
    value: str
    """What stands for its value: the choices, or a word in capitals."""
    default: str
    """What it is unless it is given; empty where that is nothing."""
    about: str
    """What it does, in a sentence; empty where its class doesn't say."""


def lines(writer: type[Writer]) -> tuple[str, str]:
    """What the format is, and what the writer makes of a volume: first paragraphs of the module and of the class."""
    return _first_paragraph(inspect.getdoc(inspect.getmodule(writer))), _first_paragraph(writer.__doc__)


def told(writer: type[Writer]) -> tuple[Told, ...]:
    """The options of a writer, in the order of its fields."""
    kinds = options(writer)
    about = _field_docs(writer) if kinds else {}
    declared = fields(typing.cast(Any, writer)) if kinds else ()
    return tuple(
        Told(
            field.name.replace("_", "-"), _value(kinds[field.name]), _default(field.default), about.get(field.name, "")
        )
        for field in declared
        if field.name in kinds
    )


def _first_paragraph(text: str | None) -> str:
    return " ".join((text or "").split("\n\n", maxsplit=1)[0].split())


def _value(kind: Any) -> str:
    """What stands for an option's value."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return "|".join(map(str, inner))
    if origin in (typing.Union, types.UnionType):
        return _value(next(each for each in inner if each is not type(None)))
    return {bool: "true|false", int: "N", Path: "FILE", str: "TEXT"}.get(kind, "TEXT")


def _default(value: Any) -> str:
    if value is MISSING or value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _field_docs(writer: type) -> dict[str, str]:
    """Field → the docstring that stands below it in the class; none where the source isn't there."""
    try:
        source = textwrap.dedent(inspect.getsource(writer))
    except OSError:
        return {}
    body = typing.cast(ast.ClassDef, ast.parse(source).body[0]).body
    found = {}
    for field, below in itertools.pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            found[field.target.id] = re.sub(r"\s+", " ", str(ast.literal_eval(below.value)))
    return found
