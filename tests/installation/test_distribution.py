"""The wheel and the sdist are whole: what they hold, and that the main job runs from them where nothing else is."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from convert import writers
from tests.conftest import ROOT
from tests.installation.interpreters import LOWEST, Interpreter, lowest_and_newest

PYTHONS = lowest_and_newest()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel that is made from the unpacked sdist, not from this folder."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))


def files_of(*tops: str) -> set[str]:
    """The project's files below these folders: what git keeps, or all that isn't made when there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z", "--", *tops], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        return {name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}
    made = {"__pycache__", "node_modules"}
    found = (path for top in tops for path in (ROOT / top).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if not made & set(path.parts)}


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(distributions: tuple[Path, Path]) -> None:
    names = set(zipfile.ZipFile(distributions[1]).namelist())
    assert not files_of("convert") - names, "data files are missing from the wheel"
    assert {name.split("/")[0] for name in names} == {"convert", f"newsconvert-{PROJECT['version']}.dist-info"}


def test_the_sdist_holds_what_is_needed_to_run_the_tests_and_the_benchmark(distributions: tuple[Path, Path]) -> None:
    top = f"newsconvert-{PROJECT['version']}/"
    with tarfile.open(distributions[0]) as archive:
        names = {name.removeprefix(top) for name in archive.getnames()}
    tops = ("convert", "seeds", "tests", "docs", "examples", "bench", "mkdocs.yml", "Makefile", "README.md", "LICENSE")
    assert not files_of(*tops) - names, "files are missing from the sdist"


def test_the_licence_and_the_readme_travel_with_the_wheel(distributions: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(distributions[1]) as wheel:
        described = next(name for name in wheel.namelist() if name.endswith("/METADATA"))
        text = wheel.read(described).decode()
        assert any(name.endswith("/licenses/LICENSE") for name in wheel.namelist())
    assert "License-Expression: AGPL-3.0-or-later" in text
    assert (ROOT / "README.md").read_text("utf-8").splitlines()[0] in text


def test_the_licences_of_the_data_travel_with_the_wheel(distributions: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(distributions[1]) as wheel:
        named = {name: wheel.read(f"convert/{name}").decode() for name in LICENCES}
    for name, (files, licence) in LICENCES.items():
        assert licence in named[name]
        assert all(file in named[name].splitlines()[0] for file in files), f"{name} doesn't say what it is about"


LICENCES = {
    "lexicon/licences/jieba.txt": (("words.marisa", "words.counts"), "The MIT License"),
    "lexicon/licences/opencc.txt": (("traditional.txt",), "Apache License"),
    "transforms/variant/data/licence-opencc.txt": (("ambiguous.tsv", "reverse.tsv"), "Apache License"),
}
"""Where the wheel has the licence of data that was made from another project's: the files, and what it is."""


def lowest_requirements() -> list[str]:
    """The requirements, each at the lowest version that pyproject.toml allows."""
    named = [re.match(r"([\w.-]+)(?:\[[\w,]+\])?\s*(?:>=|==|~=)\s*([\w.]+)", each) for each in PROJECT["dependencies"]]
    assert all(named), "a requirement without a lower bound"
    return [f"{match[1]}=={match[2]}" for match in named if match]


def environment(python: Interpreter, wheel: Path, constraints: list[str], folder: Path) -> Path:
    """An empty environment with the wheel in it; gives its folder of programs."""
    subprocess.run([python.program, "-I", "-m", "venv", str(folder)], check=True, timeout=600)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    limits = folder / "constraints.txt"
    limits.write_text("".join(f"{each}\n" for each in constraints))
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-compile", "--only-binary", ":all:"]
    command = [str(programs / "python"), "-m", "pip", "install", *quiet, "--constraint", str(limits), str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, f"{python} with {constraints or 'the newest libraries'}: {done.stderr}"
    return programs


def run(programs: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The installed program, in a folder of its own and without anything of this environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    command = [str(programs / "newsconvert"), *arguments]
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, check=False, timeout=600)


def cases() -> list[tuple[Interpreter, list[str]]]:
    """The lowest Python with the lowest libraries, the newest with the newest: both on one where there is one."""
    return [(PYTHONS[0], lowest_requirements()), (PYTHONS[-1], [])]


@pytest.mark.parametrize(
    ("python", "constraints"), cases(), ids=lambda value: f"{value}" if isinstance(value, Interpreter) else ""
)
def test_the_main_job_runs_from_the_wheel_in_an_empty_environment(
    python: Interpreter, constraints: list[str], distributions: tuple[Path, Path], tmp_path: Path
) -> None:
    programs = environment(python, distributions[1], constraints, tmp_path / "env")
    assert run(programs, tmp_path, "--version").stdout.decode().strip() == f"newsconvert {PROJECT['version']}"

    entries = {
        entry.name: entry for entry in metadata.distribution("newsconvert").entry_points.select(group=writers.GROUP)
    }
    listed = run(programs, tmp_path, "formats").stdout.decode()
    assert all(re.search(rf"^\W*{name}\b", listed, re.MULTILINE) for name in entries)

    plain = [name for name, entry in entries.items() if not entry.extras]
    asked = [word for name in plain for word in ("--to", name)]
    scripts = [word for name in ("original", "tw", "hk") for word in ("--variant", name)]
    built = run(programs, tmp_path, "build", str(ROOT / "seeds"), "-o", "out", "--name", "seeds", *asked, *scripts)
    assert built.returncode == 0, built.stderr.decode()
    for name in plain:
        ending = entries[name].load().extension
        for middle in ("", ".tw", ".hk"):
            assert (tmp_path / "out" / f"seeds{middle}.{ending}").stat().st_size > 1000
    first = json.loads((tmp_path / "out" / "seeds.tw.jsonl").read_text("utf-8").splitlines()[0])
    assert first["language"] == "zh-Hant-TW"

    for name in entries.keys() - set(plain):
        refused = run(programs, tmp_path, "build", str(ROOT / "seeds"), "-o", "out", "--to", name)
        assert refused.returncode == 69
        assert f"newsconvert[{entries[name].extras[0]}]" in refused.stderr.decode()


def test_the_lowest_supported_python_is_the_one_that_the_package_asks_for() -> None:
    assert PROJECT["requires-python"] == f">={LOWEST[0]}.{LOWEST[1]}"


def test_both_ends_of_the_supported_pythons_are_here() -> None:
    if len(PYTHONS) < 2:
        pytest.skip(
            f"this machine has {PYTHONS[0]} alone: the wheel was tried on that one, with both sets of libraries"
        )
    assert PYTHONS[0].version < PYTHONS[1].version
