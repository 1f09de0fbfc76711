"""Plain text in and out, line for line, memory flat: a file is read twice, a pipe is held up to a size.

Bytes that are no text in the file's encoding go through unharmed where it is UTF-8.
"""

import contextlib
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from convert.errors import MissingInputError
from convert.transforms.variant.converter import Converter
from convert.transforms.variant.report import Report

HELD = 64 << 20
"""Bytes of a pipe that are held, on disk beyond the first 8 MB, to learn the document's names; what comes after is
converted with the names of what came before."""
IN_MEMORY = 8 << 20


def convert_file(path: Path, encoding: str, converter: Converter, report: Report | None = None) -> Iterator[bytes]:
    """The file's text in the variant's script, in UTF-8, a line at a time with its line end.

    Raises MissingInputError when the file can't be opened.
    """
    try:
        with path.open("rb") as file:
            yield from _convert(file, None, encoding, converter, report)
    except OSError as error:
        raise MissingInputError(str(path), (error.strerror or "can't be read").lower()) from error


def convert_pipe(pipe: BinaryIO, encoding: str, converter: Converter, report: Report | None = None) -> Iterator[bytes]:
    """The pipe's text in the variant's script, in UTF-8, a line at a time with its line end."""
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as held:
        while held.tell() < HELD and (block := pipe.read1(1 << 20) if hasattr(pipe, "read1") else pipe.read(1 << 20)):
            held.write(block)
        held.seek(0)
        yield from _convert(held, pipe, encoding, converter, report)


def _convert(
    held: BinaryIO | tempfile.SpooledTemporaryFile[bytes],
    rest: BinaryIO | None,
    encoding: str,
    converter: Converter,
    report: Report | None,
) -> Iterator[bytes]:
    knowledge = converter.survey_lines(_lines(held, None, encoding))
    held.seek(0)
    ends: list[str] = []
    for line in converter.lines(_without_ends(_lines(held, rest, encoding), ends), knowledge, report):
        yield (line + ends.pop()).encode("utf-8", "surrogateescape")


def _without_ends(lines: Iterator[str], ends: list[str]) -> Iterator[str]:
    """The lines without their ends, which go into `ends` to be put back."""
    for line in lines:
        text = line.rstrip("\r\n")
        ends.append(line[len(text) :])
        yield text


def _lines(
    held: BinaryIO | tempfile.SpooledTemporaryFile[bytes], rest: BinaryIO | None, encoding: str
) -> Iterator[str]:
    """The decoded lines with their ends; only a line feed ends one."""
    source = io.BufferedReader(_Joined(held, rest))
    errors = "surrogateescape" if encoding in ("utf-8", "utf-8-sig") else "replace"
    text = io.TextIOWrapper(source, encoding, errors, newline="\n")
    try:
        yield from text
    finally:
        with contextlib.suppress(ValueError):  # whoever reads us stopped early and has closed the file
            text.detach()


class _Joined(io.RawIOBase):
    """What is held and then what is still to come, as one stream."""

    def __init__(self, held: BinaryIO | tempfile.SpooledTemporaryFile[bytes], rest: BinaryIO | None) -> None:
        self._parts = [held, *([rest] if rest else [])]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while self._parts:
            block = self._parts[0].read(len(buffer))
            if block:
                buffer[: len(block)] = block
                return len(block)
            self._parts.pop(0)
        return 0
