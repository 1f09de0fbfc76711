"""How a long run is seen: a bar on a terminal, else a line every few seconds, on stderr."""

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from convert.cli.language import say
from convert.errors import BadOptionError

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from convert.batch.run import Progress

PATIENCE = 1.0
"""Seconds that pass in silence: a short run shows nothing and loads nothing to show it with."""
EVERY = 5.0
"""Seconds between two lines where there is no terminal, unless the environment says another number."""
VARIABLE = "NEWSCONVERT_PROGRESS"
"""The environment's variable of that number; 0 is no lines at all."""
UNITS = {"reading": "pages", "converting": "pages", "writing": "files"}


class Shown:
    """Shows the progress of a run while the block lasts."""

    def __init__(self, *, quiet: bool) -> None:
        """`quiet` shows nothing."""
        self._terminal = sys.stderr.isatty()
        self._every = _every()
        self._quiet = quiet or (self._every == 0 and not self._terminal)
        self._started = self._said = time.monotonic()
        self._stage = ""
        self._stage_started = self._started
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __call__(self, progress: "Progress") -> None:
        """Take note of how far the run is."""
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._stage_started = progress.stage, now
            self._task = None
        if self._quiet or now - self._started < PATIENCE:
            return
        if self._terminal:
            self._draw(progress)
        elif now - self._said >= self._every:
            self._said = now
            print(self._line(progress, now), file=sys.stderr, flush=True)

    def _line(self, progress: "Progress", now: float) -> str:
        rate = progress.done / max(now - self._stage_started, 1e-6)
        values = [say(progress.stage), f"{progress.done:,}", say(UNITS[progress.stage]), f"{rate:,.0f}"]
        if progress.total:
            values.insert(2, f"{progress.total:,}")
        said = say("{}: {} of {} {}, {} a second" if progress.total else "{}: {} {}, {} a second", *values)
        if progress.total and rate:
            said = say("{}, {} left", said, _time((progress.total - progress.done) / rate))
        return say("{}, {} failed", said, f"{progress.failures:,}") if progress.failures else said

    def _draw(self, progress: "Progress") -> None:
        from rich import progress as rich
        from rich.console import Console

        if self._bar is None:
            self._bar = rich.Progress(
                rich.TextColumn("{task.description}"),
                rich.BarColumn(),
                rich.MofNCompleteColumn(),
                rich.TextColumn("{task.fields[rate]}"),
                rich.TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._bar.start()
        if self._task is None:
            self._task = self._bar.add_task(say(progress.stage), total=progress.total, rate="")
        seconds = max(time.monotonic() - self._stage_started, 1e-6)
        rate = f"{progress.done / seconds:,.0f}/s" + (f", {progress.failures} failed" if progress.failures else "")
        self._bar.update(self._task, completed=progress.done, total=progress.total, rate=rate)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _every() -> float:
    """Seconds between two lines; raises BadOptionError where the environment gives no number."""
    told = os.environ.get(VARIABLE, "")
    if not told:
        return EVERY
    try:
        return max(float(told), 0.0)
    except ValueError as error:
        raise BadOptionError(f"{VARIABLE}={told}: give a number of seconds, 0 for no lines") from error


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return say("{} h {} min", hours, f"{minutes:02}")
    return say("{} min {} s", minutes, f"{rest:02}") if minutes else say("{} s", rest)
