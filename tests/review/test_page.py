"""The review page in a real browser: open, filter, correct, save, convert again, see the change in the book."""

import http.client
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from convert.reader import ReadingOptions, fixes
from convert.review.page import page as review_page
from convert.review.server import ReviewServer
from convert.review.sheet import Sheet
from tests.conftest import Program

PAGE = """\
7月31日下午，北京市总工会召开会议，部署下半年的重点工作，各区总工会负责人参加会议。

北京市总工会召开军转干部座谈会

本报讯（记者 白莹）8月1日，在建军节之际，市总工会组织召开军转干部座谈会，与会者结合工作实际

作了交流发言，会议要求做好接收安置工作，注重赋能培养，发挥军转干部的优势。

会议由市总工会党组副书记主持。
"""


@pytest.fixture
def pages(tmp_path: Path, root: Path) -> Path:
    """A folder of two pages, one with a name that has a space."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a b.txt").write_text(PAGE, "utf-8")
    shutil.copy(next(iter(sorted((root / "seeds").glob("001*.txt")))), folder / "seed.txt")
    return folder


@pytest.fixture(scope="module")
def browser(need_program: Callable[..., str]) -> Iterator[Any]:
    """Headless Chromium."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = need_program("chromium", "chromium-browser", "google-chrome")
    with playwright.sync_playwright() as driver:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = driver.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()


@pytest.fixture
def browse(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens an address; fails the test when the page's script does, or when the page asks another machine."""
    errors: list[str] = []

    def watch(request: Any) -> None:
        if urlsplit(request.url).hostname not in (None, "127.0.0.1", ""):
            errors.append(request.url)

    def open_page(address: str, width: int = 1280, scheme: str = "light", locale: str = "en-US") -> Any:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, locale=locale, accept_downloads=True)
        tab = context.new_page()
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.on("request", watch)
        tab.goto(address)
        return tab

    yield open_page
    assert errors == []


@pytest.fixture
def written(pages: Path, tmp_path: Path, newsconvert: Program) -> str:
    """The address of a review page of the folder."""
    made = newsconvert("review", pages, "-o", tmp_path / "review.html")
    assert made.returncode == 0, made.stderr
    return (tmp_path / "review.html").as_uri()


@pytest.mark.system
def test_the_page_shows_lines_labels_and_articles(browse: Callable[..., Any], written: str) -> None:
    tab = browse(written)
    assert "2 pages" in tab.inner_text("#counts")
    assert tab.locator("#line-3").get_attribute("data-label") == "title"
    assert "军转干部座谈会" in tab.inner_text("#articles h2 >> nth=1")
    assert tab.locator("#articles .join").count() == 1
    assert tab.locator("#chart button").count() == 2


@pytest.mark.system
def test_filters_leave_what_they_name(browse: Callable[..., Any], written: str) -> None:
    tab = browse(written)
    tab.select_option("#label", "title")
    assert {row.get_attribute("data-label") for row in tab.locator(".row").all()} == {"title"}
    tab.select_option("#label", "")
    tab.select_option("#page", "1")
    assert tab.locator(".row").count() > 20
    tab.select_option("#kind", "photo")
    assert 0 < tab.locator(".row").count() < 20
    assert tab.locator("article").count() == 1
    tab.select_option("#kind", "")
    tab.check("#doubtful")
    assert tab.locator(".row:not(.doubtful)").count() == 0


@pytest.mark.system
def test_it_can_be_used_by_keyboard_alone(browse: Callable[..., Any], written: str) -> None:
    tab = browse(written)
    for key in "jjjj":
        tab.keyboard.press(key)
    assert tab.locator(".row.chosen").get_attribute("data-line") == "7"
    assert tab.locator(".row.chosen").evaluate("node => node === document.activeElement")
    tab.keyboard.press("c")
    assert tab.locator("#line-7").get_attribute("data-label") == "paragraph"
    assert tab.is_enabled("#save")
    tab.keyboard.press("Backspace")
    assert tab.locator("#line-7").get_attribute("data-label") == "continues"
    assert tab.is_disabled("#save")
    tab.keyboard.press("]")
    assert tab.input_value("#page") == "1"
    tab.keyboard.press("?")
    assert tab.is_visible("#help")


@pytest.mark.system
def test_it_speaks_chinese_and_english(browse: Callable[..., Any], written: str) -> None:
    tab = browse(written, locale="zh-CN")
    assert tab.inner_text("h1") == "校读"
    tab.click("#language")
    assert tab.inner_text("h1") == "Review"
    assert tab.evaluate("document.documentElement.lang") == "en"


@pytest.mark.system
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_on_a_phone(browse: Callable[..., Any], written: str, scheme: str) -> None:
    tab = browse(written, width=360, scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert not tab.is_visible("#articles")
    tab.click("#tab-articles")
    assert tab.is_visible("#articles")


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const linear = c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(c => linear(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = node => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
    }
    return "white";
  };
  const watched = ".row span, .edit button, article *, #counts, #chart .name, label, button:not(:disabled)";
  const found = [];
  for (const node of document.querySelectorAll(watched)) {
    if (!node.textContent.trim() || !node.offsetParent) continue;
    const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push([node.className, node.textContent.slice(0, 20), ratio]);
  }
  return found;
}"""
"""Texts whose contrast with what is behind them is below WCAG's 4.5 to 1."""


@pytest.mark.system
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_enough_contrast(browse: Callable[..., Any], written: str, scheme: str) -> None:
    tab = browse(written, scheme=scheme)
    tab.keyboard.press("j")
    assert tab.evaluate(CONTRAST) == []


@pytest.mark.system
def test_a_correction_saved_beside_the_page_changes_the_book(
    browse: Callable[..., Any], written: str, pages: Path, tmp_path: Path, newsconvert: Program
) -> None:
    before = newsconvert("parse", pages / "a b.txt").stdout.decode()
    assert "工作实际作了交流" in before
    tab = browse(written)
    tab.click("#line-7 .t")
    tab.click("#line-7 .edit button:has-text('Cut')")
    with tab.expect_download() as download:
        tab.click("#save")
    assert download.value.suggested_filename == "a b.txt.fix.toml"
    download.value.save_as(pages / "a b.txt.fix.toml")
    assert newsconvert("parse", pages / "a b.txt").stdout.decode() != before
    built = newsconvert("build", pages, "-o", tmp_path / "out", "--name", "v", "--to", "txt")
    assert built.returncode == 0, built.stderr
    assert "结合工作实际\n\n作了交流发言" in (tmp_path / "out/v.txt").read_text("utf-8")


# --- served


@pytest.fixture
def server(pages: Path) -> Iterator[ReviewServer]:
    """A served review of the folder."""
    sheets = [Sheet(str(path), path.read_bytes(), ReadingOptions()) for path in sorted(pages.glob("*.txt"))]
    for sheet in sheets:
        sheet.read()
    with ReviewServer(sheets) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


@pytest.mark.system
def test_a_served_page_writes_the_fix_file_and_shows_the_article_anew(
    browse: Callable[..., Any], server: ReviewServer, pages: Path
) -> None:
    tab = browse(server.address)
    tab.click("#line-7 .t")
    tab.keyboard.press("c")
    tab.keyboard.press("s")
    tab.wait_for_selector("#said.on")
    assert tab.locator("#articles .join").count() == 0
    found = fixes.beside(str(pages / "a b.txt"))
    assert found
    assert dict(found.labels) == {7: "paragraph"}
    tab.keyboard.press("Backspace")
    tab.keyboard.press("s")
    tab.wait_for_function("document.querySelectorAll('#articles .join').length === 1")
    assert fixes.beside(str(pages / "a b.txt")) is None


def ask(server: ReviewServer, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    """What the server answers."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_the_server_listens_on_loopback_alone_and_answers_only_who_has_the_address(server: ReviewServer) -> None:
    path = urlsplit(server.address).path
    assert server.server_address[0] == "127.0.0.1"
    assert ask(server, "GET", path)[0] == 200
    assert ask(server, "GET", "/")[0] == 404
    assert ask(server, "POST", "/fix")[0] == 404
    assert ask(server, "GET", path, Host="evil.example")[0] == 404


@pytest.mark.parametrize(
    "asked",
    [b"", b"[]", b'{"page": 9, "labels": {}}', b'{"page": 0, "labels": {"2": "title"}}',
     b'{"page": 0, "labels": {"3": "headline"}}', b'{"page": 0, "labels": 3}'],
)  # fmt: skip
def test_a_correction_that_cannot_be_is_refused_and_nothing_written(
    server: ReviewServer, pages: Path, asked: bytes
) -> None:
    status, answer = ask(server, "POST", f"{urlsplit(server.address).path}fix", asked)
    assert status == 400
    assert json.loads(answer)["error"]
    assert not list(pages.glob("*.toml"))


def test_text_of_a_page_cannot_break_out_of_the_review() -> None:
    sheet = Sheet(
        "x.txt",
        "</script><script>alert(1)</script>是一行正文，说了很多话，也没有别的意思。\n".encode(),
        ReadingOptions(),
    )
    sheet.read()
    assert b"<script>alert" not in review_page([sheet])


def test_the_page_script_begins_fix_files_as_the_program_does(root: Path) -> None:
    script = (root / "convert/review/page.js").read_text("utf-8")
    head = re.search(r"return `(# Corrections[^`]*)`", script)
    assert head
    assert head[1].replace("\\n", "\n") == fixes.render({}, "${page.sha256}", {}).decode()


def test_review_serve_stops_quietly(pages: Path) -> None:
    program = Path(sys.executable).with_name("newsconvert")
    serving = subprocess.Popen([program, "review", pages, "--serve"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert serving.stdout
    assert serving.stdout.readline().startswith(b"http://127.0.0.1:")
    serving.terminate()
    assert serving.wait(10) == 143
    assert b"Traceback" not in serving.communicate()[1]
