"""The one place that talks to OpenCC: checks that it is OpenCC, loads a configuration once, guards what it can't carry.

OpenCC drops everything after a NUL and raises at a lone surrogate, so both are taken out before and put back at their
places. Its module name is claimed by two other distributions too, opencc-py and opencc-python-reimplemented.
"""

import functools
import importlib
import re
from collections.abc import Callable
from typing import Any

from convert.errors import MissingPartError

_UNSAFE = re.compile("[\x00\ud800-\udfff]")
STAND_IN = "\ufffc"
"""Stands for a character that isn't OpenCC's to see: OpenCC's dictionaries have nothing with it."""
CURE = (
    "newsconvert needs the package OpenCC; put it right with "
    "'pip uninstall opencc-py opencc-python-reimplemented' and 'pip install --force-reinstall OpenCC'"
)


def check() -> Any:
    """The module `opencc`, which must be the official one; raises MissingPartError with the cure."""
    try:
        module = importlib.import_module("opencc")
    except ImportError as error:
        raise MissingPartError(f"the module 'opencc' can't be loaded ({error}); {CURE}") from error
    if not hasattr(module, "opencc_clib"):
        where = getattr(module, "__file__", None) or "an unknown place"
        raise MissingPartError(f"the module 'opencc' at {where} is another package's; {CURE}")
    return module


@functools.cache
def version() -> str:
    """OpenCC's version, on which the output depends."""
    from importlib import metadata

    check()
    return metadata.version("OpenCC")


@functools.cache
def _load(config: str) -> Callable[[str], str]:
    try:
        convert: Callable[[str], str] = check().OpenCC(config).convert
    except (RuntimeError, OSError) as error:
        raise MissingPartError(f"OpenCC has no configuration '{config}' ({error}); {CURE}") from error
    return convert


@functools.cache
def opencc(config: str) -> Callable[[str], str]:
    """A function that converts a text by one of OpenCC's configurations, NUL and lone surrogates unharmed."""
    convert = _load(config)

    def guarded(text: str) -> str:
        if "\x00" not in text:
            try:
                return convert(text)
            except UnicodeEncodeError:
                pass  # a lone surrogate; to look for one in every text would cost more
        pieces = [convert(piece) for piece in _UNSAFE.split(text)]
        unsafe = [*_UNSAFE.findall(text), ""]
        return "".join(part for pair in zip(pieces, unsafe, strict=True) for part in pair)

    return guarded
