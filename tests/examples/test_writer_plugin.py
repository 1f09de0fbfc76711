"""The writer package in examples/ is installed as a stranger's and used by its name."""

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT, Program

PLUGIN = ROOT / "examples" / "newsconvert-atom"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pip put the package: a folder of its own, so that this environment stays as it is."""
    folder = tmp_path_factory.mktemp("plugin")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    command = [sys.executable, "-m", "pip", "install", *quiet, "--target", str(folder), str(PLUGIN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return str(folder)


def test_the_plugin_is_listed_with_the_package_that_provides_it(newsconvert: Program, installed: str) -> None:
    assert "newsconvert-atom 1.0.0" in newsconvert("formats", PYTHONPATH=installed).stdout.decode()
    assert b"atom" not in newsconvert("formats").stdout


def test_the_plugin_writes_a_feed_of_the_seed_pages_with_its_own_option(
    newsconvert: Program, installed: str, tmp_path: Path
) -> None:
    asked = ["--name", "seeds", "--to", "atom", "--to", "jsonl", "-O", "site=https://news.example/"]
    made = newsconvert("build", ROOT / "seeds", "-o", tmp_path, *asked, PYTHONPATH=installed)
    assert made.returncode == 0, made.stderr.decode()
    feed = etree.parse(tmp_path / "seeds.atom")
    articles = (tmp_path / "seeds.jsonl").read_text("utf-8").splitlines()
    entries = feed.xpath("/a:feed/a:entry", namespaces=ATOM)
    assert len(entries) == len(articles) > 1
    for entry in entries:
        assert entry.xpath("count(a:id) = 1 and count(a:title) = 1 and count(a:updated) = 1", namespaces=ATOM)
        assert entry.xpath("string(a:link/@href)", namespaces=ATOM).startswith("https://news.example/")
        assert entry.xpath("string(a:content)", namespaces=ATOM)


def test_the_plugin_streams_from_records_to_stdout(newsconvert: Program, installed: str, tmp_path: Path) -> None:
    records = newsconvert("parse", ROOT / "seeds").stdout
    made = newsconvert("write", "-", "--to", "atom", "-o", "-", stdin=records, PYTHONPATH=installed, cwd=tmp_path)
    assert made.returncode == 0, made.stderr.decode()
    assert made.stdout.startswith(b"<feed ")
    assert made.stdout.endswith(b"</feed>\n")


def test_the_writer_is_short_enough_to_copy() -> None:
    assert len((PLUGIN / "newsconvert_atom.py").read_text("utf-8").splitlines()) <= 40
