"""Fingerprints: what a result was made of, as one short text, so that a run knows what it needn't make again."""

import functools
import hashlib
import json
import os
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec

from convert.errors import MissingPartError

LIBRARIES = ("OpenCC", "rjieba", "ebooklib", "python-docx", "lxml", "msgspec", "deflate")
"""What output bytes depend on beside this package."""


def fingerprint(*parts: Any) -> str:
    """A digest of values: Structs, dataclasses, mappings, lists; a path counts with the bytes of the file it names.

    Raises TypeError for a value that has no stable form.
    """
    try:
        data = msgspec.json.encode(parts, enc_hook=_plain, order="deterministic")
    except UnicodeEncodeError:  # a file name in another encoding is held with lone surrogates
        data = json.dumps(msgspec.to_builtins(parts, enc_hook=_plain, order="deterministic")).encode()
    return hashlib.sha256(data).hexdigest()[:32]


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        try:
            return ["file", hashlib.sha256(value.read_bytes()).hexdigest()]
        except OSError:
            return ["no file", str(value)]
    if hasattr(value, "pattern"):
        return ["pattern", value.pattern, value.flags]
    if isinstance(value, (range, frozenset)):
        return sorted(value)
    if hasattr(value, "items"):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} can't be part of a fingerprint")


@functools.cache
def code() -> str:
    """A fingerprint of this program: its own files and the versions of the libraries that output depends on."""
    digest = hashlib.sha256()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for path in sorted(_files(root)):
        with open(path, "rb", buffering=0) as file:
            digest.update(path[len(root) :].replace(os.sep, "/").encode() + b"\0")
            digest.update(hashlib.sha256(file.read()).digest())
    for library in LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()[:32]


def check(expected: str) -> None:
    """Raise MissingPartError where this process has another program than the run: it would make other bytes."""
    if code() != expected:
        raise MissingPartError("a worker has another version of newsconvert than this one; install the same on all")


def _files(folder: str) -> Iterator[str]:
    """The files below a folder, but for those that Python makes itself."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif not entry.name.endswith((".pyc", ".pyo")):
                yield entry.path


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"
