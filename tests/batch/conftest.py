"""Pages to build from, and a build that gives what it made."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

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


def everything(folder: Path) -> dict[str, bytes]:
    """All that a run left, but for the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }
