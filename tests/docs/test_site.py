"""The documentation is built without a warning and without the network, and the built pages are whole."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from docs.generate import commands
from tests.conftest import ROOT

OFFLINE = """
import socket, sys
def refuse(*_): raise OSError('the documentation is built without the network')
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from mkdocs.__main__ import cli
sys.argv = ['mkdocs', 'build', '--strict', '--quiet', '--site-dir', sys.argv[1]]
cli()
"""
LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built pages; fails for any warning."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-c", OFFLINE, str(folder)]
    environment = {"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "HOME": str(folder.parent), "LC_ALL": "C.UTF-8"}
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "WARNING" not in built.stdout + built.stderr
    return folder


def pages(site: Path) -> list[tuple[Path, html.HtmlElement]]:
    return [(path, html.parse(path).getroot()) for path in sorted(site.rglob("*.html"))]


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    sources = {path.name.removesuffix(".md") for path in (ROOT / "docs").glob("*.md") if ".zh." not in path.name}
    for name in sources:
        for path, language in ((site / f"{name}.html", "en"), (site / "zh" / f"{name}.html", "zh")):
            assert html.parse(path).getroot().get("lang") == language
        assert (ROOT / "docs" / f"{name}.zh.md").exists(), f"{name} has no Chinese"


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path, page in pages(site):
        for tag, attribute in LOADING.items():
            loaded = [
                each.get(attribute) for each in page.iter(tag) if each.get(attribute) and each.get("rel") != "canonical"
            ]
            assert [each for each in loaded if re.match(r"(https?:)?//", each)] == [], path
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import\s+)['\"]?(?:https?:)?//", sheet.read_text("utf-8")), sheet


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    names = {path: {each.get("id") for each in page.iter() if isinstance(each.tag, str)} for path, page in pages(site)}
    for path, page in pages(site):
        if path.name == "404.html":
            continue
        for link in page.iter("a"):
            target, _, place = (link.get("href") or "").partition("#")
            if re.match(r"\w+:", target) or not (target or place):
                continue
            to = (path.parent / unquote(target)).resolve() if target not in ("", ".") else path
            to = to / "index.html" if to.is_dir() else to
            assert to.exists(), f"{path.name} → {target}"
            assert not place or to.suffix != ".html" or place in names[to] or place.startswith("__"), (
                f"{path.name} → #{place}"
            )


def test_the_commands_can_be_found_by_their_anchor(site: Path) -> None:
    for folder in (site, site / "zh"):
        ids = {
            each.get("id")
            for each in html.parse(folder / "commands.html").getroot().iter()
            if isinstance(each.tag, str)
        }
        assert {each.name for each in commands.commands()} <= ids
        assert "build-output" in ids


def test_the_search_finds_chinese_words(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    assert "zh" in index["config"]["lang"]
    assert "\\u200b" in index["config"]["separator"]
    assert any("\u200b" in entry["text"] for entry in index["docs"]), "Chinese text is not divided into words"


def test_no_part_was_left_unmade(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "make:" not in path.read_text("utf-8"), path
