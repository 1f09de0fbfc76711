"""Shell sessions in Markdown: what a page shows, taken apart so that it can be run and compared.

A block fenced as `console` is a session: lines after `$ ` are typed (a line that ends in a backslash goes on), those
below are what is shown, where `…` stands for anything, and for any lines when it stands alone. A session that shows
nothing says nothing about what is shown. A block with `title="NAME"` is a file that the page asks the reader to write.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>[\w-]+)(?P<rest>[^\n]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    kind: str
    title: str | None
    body: str


@dataclass(frozen=True)
class Step:
    """A command that is typed and what is shown below it."""

    command: str
    shown: tuple[str, ...]

    def matches(self, output: str) -> bool:
        """Whether the output is what is shown."""
        if not self.shown:
            return True
        pattern = "".join(_line(line) for line in self.shown)
        return re.fullmatch(pattern, output.rstrip("\n") + "\n", re.DOTALL) is not None


def _line(line: str) -> str:
    if line.strip() == "…":
        return r"(?:[^\n]*\n)*?"
    return r"[^\n]*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ ]*\n"


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order, without their indent."""
    for found in FENCE.finditer(page.read_text("utf-8")):
        title = TITLE.search(found["rest"])
        indent = found["indent"]
        body = "".join(line.removeprefix(indent) for line in found["body"].splitlines(keepends=True))
        yield Block(found["kind"], title[1] if title else None, body)


def steps(session: str) -> Iterator[Step]:
    """The commands of a session with what each shows."""
    command, going_on = "", False
    shown: list[str] = []
    for line in session.splitlines():
        if going_on or line.startswith("$ "):
            if command and not going_on:
                yield Step(command, tuple(shown))
                command, shown = "", []
            command += line.removeprefix("$ ") if not going_on else line.removeprefix("> ")
            going_on = command.endswith("\\")
            command = command.removesuffix("\\")
        elif command:
            shown.append(line)
    if command:
        yield Step(command, tuple(shown))


def typed(page: Path) -> Iterator[str]:
    """Every command line of a page, in sessions and in shell blocks that aren't run."""
    for block in blocks(page):
        if block.kind == "console":
            yield from (step.command for step in steps(block.body))
        elif block.kind in ("sh", "bash", "shell"):
            yield from block.body.replace("\\\n", " ").splitlines()
