"""What the package says of accessibility is true, and Ace finds nothing to object to."""

import json
import os
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from convert.reader import PageFile, read_pages
from tests.conftest import ROOT
from tests.writers.epub.volumes import OPS, XHTML, Opened, article, day_articles, volume, written

ACE = ROOT / "tests/node_modules/.bin/ace-puppeteer"


@pytest.mark.system
@pytest.mark.parametrize("kind", ["made", "seeds"])
def test_ace_finds_no_violation(need_program: Callable[..., str], tmp_path: Path, kind: str) -> None:
    chromium = need_program("chromium", "chromium-browser", "google-chrome")
    ace = need_program(str(ACE))
    pages = [PageFile(page.name, page.read_bytes()) for page in sorted((ROOT / "seeds").glob("*.txt"))]
    articles = day_articles() if kind == "made" else read_pages(pages)
    book = tmp_path / "book.epub"
    book.write_bytes(written(volume(articles), remarks=True))
    environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": chromium, "ACE_TIMEOUT_INITIAL": "60000"}
    command = [ace, "--force", "--outdir", str(tmp_path / "report"), str(book)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    report = json.loads((tmp_path / "report/report.json").read_text("utf-8"))
    found = [
        (of["earl:testSubject"]["url"], one["earl:test"]["dct:title"])
        for of in report["assertions"]
        for one in of["assertions"]
    ]
    assert (run.returncode, report["earl:result"]["earl:outcome"], found) == (0, "pass", [])


@pytest.fixture(scope="module")
def book() -> Opened:
    """A book with all that a book can have."""
    return Opened.of([*day_articles(), article(None, "没有标题。")])


def _claims(book: Opened, feature: str) -> bool:
    return feature in book.meta("schema:accessibilityFeature")


def test_it_has_what_epub_accessibility_demands_of_every_publication(book: Opened) -> None:
    assert book.meta("schema:accessMode") == ["textual", "visual"]
    assert book.meta("schema:accessModeSufficient") == ["textual"]
    assert book.meta("schema:accessibilityHazard") == ["none"]
    assert len(book.meta("schema:accessibilitySummary")) == 1


def test_no_conformance_is_claimed_that_a_person_would_have_to_check(book: Opened) -> None:
    assert not book.meta("dcterms:conformsTo")
    assert not book.meta("a11y:certifiedBy")


def test_alternative_text_is_claimed_and_every_picture_has_one(book: Opened) -> None:
    assert _claims(book, "alternativeText")
    pictures = [image for file in book.spine for image in book.tree(file).iter(f"{XHTML}img")]
    assert len(pictures) == 1
    assert all(image.get("alt", "").strip() for image in pictures)


def test_structural_navigation_is_claimed_and_every_page_has_one_heading_and_no_level_is_skipped(book: Opened) -> None:
    assert _claims(book, "structuralNavigation")
    for file in book.spine:
        if file == "cover.xhtml":
            continue
        levels = [int(e.tag[-1]) for e in book.tree(file).iter() if e.tag in (f"{XHTML}h{n}" for n in range(1, 7))]
        assert levels[0] == 1, file
        assert levels.count(1) == 1, file
        assert all(after - before <= 1 for before, after in pairwise(levels)), file


def test_reading_order_is_claimed_and_the_spine_is_the_contents_order(book: Opened) -> None:
    assert _claims(book, "readingOrder")
    assert _claims(book, "tableOfContents")
    linked = list(dict.fromkeys(a.get("href") for a in book.nav("toc").iter(f"{XHTML}a")))
    assert linked == [file for file in book.spine if file in linked]
    assert set(book.spine) - set(linked) == {"cover.xhtml", "nav.xhtml"}


def test_page_breaks_are_claimed_only_where_there_are_some(book: Opened) -> None:
    breaks = [e for file in book.spine for e in book.tree(file).iter() if e.get(f"{OPS}type") == "pagebreak"]
    assert len(breaks) == len(list(book.nav("page-list").iter(f"{XHTML}a"))) == 4
    assert _claims(book, "pageBreakMarkers")
    assert _claims(book, "pageNavigation")
    assert book.meta("pageBreakSource") == ["劳动午报"]
    without = Opened.of([article("没有版面")])
    assert without.nav("page-list") is None
    assert not _claims(without, "pageBreakMarkers")
    assert not without.meta("pageBreakSource")


def test_display_can_be_transformed_since_no_text_has_a_colour_or_a_fixed_size(book: Opened) -> None:
    assert _claims(book, "displayTransformability")
    sheet = book.text("style.css")
    rules = [line.strip() for line in sheet.splitlines()]
    assert not [r for r in rules if r.startswith(("color:", "background")) and r != "color: inherit;"]
    assert not [r for r in rules if r.startswith(("font-size", "line-height")) and ("px" in r or "pt" in r)]


def test_every_role_matches_its_type(book: Opened) -> None:
    roles = {"chapter": "doc-chapter", "part": "doc-part", "index": "doc-index", "pagebreak": "doc-pagebreak"}
    roles |= {"toc": "doc-toc", "page-list": "doc-pagelist"}
    for file in book.spine:
        for element in book.tree(file).iter():
            if element.tag != f"{XHTML}a" and (kind := element.get(f"{OPS}type")) in roles:
                assert element.get("role") == roles[kind], (file, kind)
