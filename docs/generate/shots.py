"""Draws the pictures of books, documents and the review page in `docs/assets/`: `python -m docs.generate.shots`.

Needs Chromium, LibreOffice and poppler's pdftoppm; the pictures are kept, so building the pages needs none of them.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from PIL import Image

from docs.generate.paths import PAGES, ROOT

ASSETS = PAGES / "assets"
WIDTH, HEIGHT = 620, 860


def newsconvert(*arguments: str | Path) -> None:
    """Run the program."""
    subprocess.run([sys.executable, "-m", "convert", *map(str, arguments), "--quiet"], cwd=ROOT, check=True)


def browser(page: Path, picture: str) -> None:
    """A picture of a chapter as a browser shows it."""
    with tempfile.TemporaryDirectory() as profile:
        shot = Path(profile) / "shot.png"
        size = f"--window-size={WIDTH},{HEIGHT}"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}", size]
        command = ["chromium", *flags, f"--screenshot={shot}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        keep(shot.read_bytes(), picture)


def paper(document: Path, picture: str, page: int) -> None:
    """A picture of a page of a Word document as LibreOffice prints it."""
    folder = document.parent
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(command, check=True, capture_output=True)
    one = ["pdftoppm", "-png", "-r", "75", "-f", str(page), "-l", str(page), str(document.with_suffix(".pdf"))]
    keep(subprocess.run(one, check=True, capture_output=True).stdout, picture)


def reviewing(page: Path, locale: str, picture: str) -> None:
    """A picture of the review page at its first doubtful place."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(locale=locale, viewport={"width": 1240, "height": 800})
        tab.goto(page.as_uri())
        tab.keyboard.press("n")
        tab.wait_for_timeout(1000)
        keep(tab.screenshot(), picture)


def keep(png: bytes, name: str) -> None:
    """Keep a picture, small."""
    Image.open(io.BytesIO(png)).convert("RGB").save(ASSETS / f"{name}.webp", quality=82, method=6)


def main() -> None:
    """Make the books, draw their pages."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        build = ("build", "seeds", "-o", folder, "--name")
        newsconvert(*build, "plain", "--to", "epub")
        newsconvert(*build, "v", "--to", "epub", "--variant", "tw", "--writing", "vertical")
        newsconvert(*build, "digest", "--to", "docx", "--digest", "lead", "--annex", "--title", "工会新闻摘报")
        for book, picture in (("plain.epub", "book"), ("v.tw.epub", "book-vertical")):
            with zipfile.ZipFile(folder / book) as opened:
                opened.extractall(folder / picture)
            browser(chapter(folder / picture), picture)
        paper(folder / "digest.docx", "digest", 1)
        newsconvert("review", "seeds", "-o", folder / "review.html")
        for locale, picture in (("en-GB", "review"), ("zh-CN", "review-zh")):
            reviewing(folder / "review.html", locale, picture)


def chapter(book: Path) -> Path:
    """The first chapter by 余翠平, whose name is the same in both scripts."""
    texts = {path: path.read_text("utf-8") for path in sorted(book.rglob("a*.xhtml"))}
    return next(path for path, text in texts.items() if "余翠平" in text)


if __name__ == "__main__":
    main()
