"""The options that say what a run reads and how it goes about it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from convert.cli.flags import Globs


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFlags:
    """Which pages."""

    glob: Globs = None
    files0_from: Annotated[
        str | None, typer.Option(metavar="FILE", help="Take inputs from a file, each ended by NUL; - is stdin.")
    ] = None

    def inputs(self, paths: list[str]) -> list[str]:
        """The inputs as named, `-` replaced by the list that stdin is; raises BadOptionError when there are none."""
        from convert.batch.inputs import listed, open_binary
        from convert.errors import BadOptionError

        named: list[str] = []
        for path in paths:
            named += listed(sys.stdin.buffer.read()) if path == "-" else [path]
        if self.files0_from == "-":
            named += listed(sys.stdin.buffer.read(), separator=b"\0")
        elif self.files0_from:
            with open_binary(Path(self.files0_from)) as file:
                named += listed(file.read(), separator=b"\0")
        if not named:
            raise BadOptionError("no input; name pages, folders or archives")
        return named


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFlags:
    """How a run goes about it."""

    split: Annotated[
        str | None,
        typer.Option(
            metavar="N|article|page|issue|month", help="Volumes of N pages, an article, a page, an issue or a month."
        ),
    ] = None
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Workers (default: one a processor).")
    ] = None
    cluster: Annotated[
        str | None,
        typer.Option(metavar="tcp://HOST:PORT|local:N", help="Work on a Dask cluster: its scheduler, or N workers."),
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Make all anew, and replace files in the way.")] = False
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try pages again that broke the reader (see DIR/failed).")
    ] = False
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove files of earlier runs of this name that are made no more.")
    ] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done and write nothing.")] = False
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Write counts, times and failures there; - is stdout.")
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Write the report to stdout instead of the table.")] = False

    def given(self) -> dict[str, Any]:
        """The fields of a job that these options set."""
        fields = ("split", "cluster", "force", "retry_failed", "prune")
        return {"workers": self.jobs} | {name: getattr(self, name) for name in fields}
