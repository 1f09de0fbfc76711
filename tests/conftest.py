"""What all tests share: where the material stands, and programs that only the system gives."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

settings.register_profile("newsconvert", deadline=None)  # the first example pays for imports
settings.load_profile("newsconvert")

os.environ["NEWSCONVERT_PROGRESS"] = "0"  # on a machine that is slow today, stderr holds what it holds on any other

os.environ["LC_ALL"] = "C.UTF-8"  # the program speaks the language of its environment; these tests read English

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of truth and development pages beside the project; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("the development pages are not here")
    return SHARED


@pytest.fixture(scope="session")
def need_program() -> Callable[..., str]:
    """Gives the path of the first of some programs that is there.

    Without any the test says so and is skipped, but fails where CI=true: a check that CI skips is no check.
    """

    def find(*names: str) -> str:
        for name in names:
            path = shutil.which(name)
            if path:
                return path
        message = f"needs {' or '.join(names)}, which .ci/run installs"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)

    return find


@pytest.fixture(scope="session")
def browser(need_program: Callable[..., str]) -> Iterator[Browser]:
    """Chromium without a window: one for all tests of a process, which can drive only one at a time."""
    path = need_program("chromium", "chromium-browser", "google-chrome")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        expect.set_options(timeout=60_000)  # milliseconds; what is there at once on an idle machine may take its time
        yield browser
        browser.close()


@pytest.fixture
def room_for_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, and a process without the threads that libraries of earlier tests have left in it."""
    left, alive = set(threading.enumerate()) - {threading.main_thread()}, threading.enumerate
    monkeypatch.setattr(threading, "enumerate", lambda: [thread for thread in alive() if thread not in left])
    monkeypatch.setattr("convert.beside.processors", lambda: 2)


class Program(Protocol):
    """Runs the installed `newsconvert` with these arguments, as a user's shell does."""

    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        """What came out: returncode, stdout, stderr."""


@pytest.fixture(scope="session")
def newsconvert() -> Program:
    """The installed program; never raises for an exit code."""
    program = Path(sys.executable).with_name("newsconvert")

    def run(
        *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        command = [str(program), *map(str, arguments)]
        return subprocess.run(
            command, input=stdin, cwd=cwd, env=os.environ | environment, capture_output=True, timeout=600, check=False
        )

    return run
