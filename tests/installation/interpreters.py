"""Which Pythons this machine has: those on the PATH, and those that pyenv or uv keep beside it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LOWEST = (3, 11)
NEWEST = (3, 20)

_PROBE = (
    "import sys, json, ensurepip, venv;"
    "print(json.dumps([sys.executable, list(sys.version_info[:2]), sys.version_info.releaselevel]))"
)


@dataclass(frozen=True, order=True)
class Interpreter:
    """A CPython that can make virtual environments."""

    version: tuple[int, int]
    program: str

    def __str__(self) -> str:
        """As in `python3.12`; pytest shows it as the name of the case."""
        return f"python{self.version[0]}.{self.version[1]}"


def interpreters() -> list[Interpreter]:
    """One for each supported version, lowest first; the running one always among them."""
    found: dict[tuple[int, int], Interpreter] = {}
    for program in _candidates():
        interpreter = _probe(program)
        if interpreter and interpreter.version >= LOWEST:
            found.setdefault(interpreter.version, interpreter)
    return sorted(found.values())


def lowest_and_newest() -> list[Interpreter]:
    """The two ends of what this machine has: one interpreter where it has just one."""
    found = interpreters()
    return [found[0], found[-1]] if len(found) > 1 else found


def _candidates() -> Iterator[str]:
    yield getattr(sys, "_base_executable", sys.executable)
    for minor in range(LOWEST[1], NEWEST[1]):
        if program := shutil.which(f"python3.{minor}"):
            yield program
    if root := _said("pyenv", "root"):
        yield from (str(path) for path in sorted(Path(root).glob("versions/3.*/bin/python")))
    if listed := _said("uv", "python", "list", "--only-installed", "--output-format", "json"):
        yield from (str(each["path"]) for each in json.loads(listed))


def _said(*command: str) -> str:
    """What a program prints, nothing when it is missing or fails."""
    program = shutil.which(command[0])
    if not program:
        return ""
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def _probe(program: str) -> Interpreter | None:
    """The interpreter behind a name; none for a shim without a version, a pre-release, one that can't make a venv."""
    try:
        done = subprocess.run([program, "-I", "-c", _PROBE], capture_output=True, text=True, check=False, timeout=180)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        return None
    real, version, level = json.loads(done.stdout)
    return Interpreter((version[0], version[1]), real) if level == "final" else None
