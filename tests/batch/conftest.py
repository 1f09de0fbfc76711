"""Pages to build from, and a build that gives what it made."""

import contextlib
import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ARMED = str(Path(__file__).parent / "armed")
"""A folder on `PYTHONPATH` that makes some pages slow or deadly."""

WORDS = "春风吹过田野，工人们走进车间，记者在现场看到新的变化。学校医院道路桥梁都在建设之中！"


def page_text(seed: int) -> str:
    """A page unlike any other."""
    dice = random.Random(seed)
    lines = [
        f"石门大桥工程{seed}标段昨日完工",
        f"本报讯（记者 王勇）1月{seed % 28 + 1}日，石门大桥工程{seed}标段完工。",
    ]
    lines += ["".join(dice.choices(WORDS, k=dice.randint(30, 80))) + "。" for _ in range(8)]
    return "\n\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def make_pages() -> Callable[..., Path]:
    """Writes pages `0000.txt`, `0001.txt` … into a folder."""

    def make(folder: Path, count: int, first: int = 0) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(first, first + count):
            (folder / f"{number:04}.txt").write_text(page_text(number), encoding="utf-8")
        return folder

    return make


@pytest.fixture
def start(request: pytest.FixtureRequest) -> Callable[..., subprocess.Popen[bytes]]:
    """Starts the program without waiting for it; it is gone when the test is."""

    def begin(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        program = Path(sys.executable).with_name("newsconvert")
        process = subprocess.Popen(
            [str(program), "build", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": ARMED} | environment,
        )

        def end() -> None:
            process.kill()
            process.communicate()

        request.addfinalizer(end)
        return process

    return begin


def wait_for(seen: Callable[[], object], seconds: float = 180) -> None:
    """Wait until something can be seen, much longer than it takes: a machine may be busy with other things."""
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def own_children(process: int) -> list[int]:
    """Process ids of a process's children."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, task.read_text().split())
    return found


def children(process: int) -> list[int]:
    """Process ids of all that descend from a process."""
    return [one for child in own_children(process) for one in (child, *children(child))]


def everything(folder: Path) -> dict[str, str]:
    """The digests of all that a run left, but for the lock: their difference names the files that differ."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }
