"""Writers are found by name through one table, built-in ones and strangers' alike."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from convert import writers
from convert.errors import BadOptionError, UnknownNameError
from convert.model import Volume
from tests.articles import article


def test_the_built_in_formats_come_through_the_entry_point_table() -> None:
    assert {"epub", "docx", "jsonl"} <= set(writers.formats())


def test_listing_the_formats_loads_no_writer() -> None:
    code = (
        "import sys; from convert import writers; writers.formats();"
        "print([m for m in sys.modules if m in ('ebooklib', 'docx', 'lxml') or m.startswith('convert.writers.')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_an_unknown_format_is_answered_with_the_ones_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"'pdf'.*epub"):
        writers.find("pdf")


def test_a_name_claimed_twice_is_an_error_that_shows_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(tmp_path)  # what is installed is looked up once for a path
    twice = [metadata.EntryPoint("epub", f"{package}:Epub", writers.GROUP) for package in ("one", "other")]
    monkeypatch.setattr(metadata, "entry_points", lambda **_: twice)
    with pytest.raises(BadOptionError, match=r"one:Epub.*other:Epub"):
        writers.formats()


def test_an_option_that_no_format_has_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadOptionError, match="'paper-size'"):
        writers.check_options(["jsonl"], ["paper_size"])


PLUGIN = '''
"""A writer of headlines."""
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Headlines:
    bullet: str = "-"
    extension: ClassVar[str] = "txt"
    streams: ClassVar[bool] = True

    def write(self, volume, out):
        for article in volume.articles:
            out.write(f"{self.bullet} {article.headline}\\n".encode())
'''


@pytest.fixture
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package with a writer of its own, installed as pip lays it out."""
    (tmp_path / "headlines.py").write_text(PLUGIN)
    info = tmp_path / "headlines-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: headlines\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newsconvert.writers]\nheadlines = headlines:Headlines\n")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("stranger")
def test_a_strangers_writer_is_used_by_its_name_with_its_options(tmp_path: Path) -> None:
    assert writers.formats()["headlines"].provider == "headlines 1.0"
    writer = writers.make("headlines", {"bullet": "●", "columns": 2})
    with (tmp_path / "x.txt").open("wb") as out:
        writer.write(Volume(name="x", title="X", language="zh-Hans", articles=(article(7),)), out)
    assert (tmp_path / "x.txt").read_text() == f"● {article(7).headline}\n"


@pytest.mark.usefixtures("stranger")
def test_an_option_of_the_wrong_type_names_the_format() -> None:
    with pytest.raises(BadOptionError, match="format 'headlines'"):
        writers.make("headlines", {"bullet": None})
