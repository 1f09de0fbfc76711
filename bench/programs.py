"""The programs that are measured side by side, and how each is asked to make a file of pages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = str(Path(sys.executable).with_name("newsconvert"))

LIMIT, CALIBRE = 600, 100
"""Seconds after which a program is ended; calibre takes 14 for 500 pages, and for 5,000 as long as all the others."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that makes EPUB and DOCX of text."""

    name: str
    path: str
    version: str
    one_file: bool = False
    """It takes a single input: it is given the pages in one file."""
    limit: int = LIMIT
    """Seconds after which it is ended."""

    def command(self, pages: Sequence[Path], whole: Path, target: Path) -> list[str]:
        """What makes `target` of the pages, of which `whole` has all in one file."""
        if self.name == "newsconvert":
            return [self.path, "build", str(pages[0].parent), "-o", str(target.parent), "--name", target.stem,
                    "--to", target.suffix[1:], "--quiet"]  # fmt: skip
        if self.name == "calibre":
            return [self.path, str(whole), str(target), "--language", "zh"]
        return [
            self.path,
            "-f",
            "markdown",
            "-M",
            "lang=zh-CN",
            "-M",
            "title=pages",
            "-o",
            str(target),
            *map(str, pages),
        ]


def programs() -> list[Program]:
    """Those that are installed; the others are named in the results."""
    found = [Program("newsconvert", HERE, _version(HERE, "--version"))]
    for name, path in (("pandoc (Debian)", "/usr/bin/pandoc"), ("pandoc (PyPI)", _pypi_pandoc())):
        if path and os.access(path, os.X_OK):
            found.append(Program(name, path, _version(path, "--version")))
    if path := shutil.which("ebook-convert"):
        found.append(Program("calibre", path, _version(path, "--version"), one_file=True, limit=CALIBRE))
    return found


def _pypi_pandoc() -> str | None:
    """The pandoc that the package pypandoc_binary brings."""
    try:
        import pypandoc  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    return str(pypandoc.get_pandoc_path())


def _version(*command: str) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    words = said.replace(")", " ").split()
    return next((word for word in words if word[:1].isdigit()), "unknown")
