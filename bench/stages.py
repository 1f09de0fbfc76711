"""What each stage costs by itself: loading, reading, converting (OpenCC, the segmenter, all of it), writing.

`python -m bench.stages FOLDER` prints one JSON object a stage. Times are of the processor, the least of several rounds
in one process, so that nothing else on the machine counts and neither does what is only loaded once.
"""

import argparse
import io
import json
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.programs import HERE
from convert import beside
from convert.model import Article, Volume
from convert.reader import PageFile, read_page

ROUNDS = 5
ENOUGH = 2.0
"""CPU seconds for which what takes next to no time is done over and over, or its quickest round is a matter of luck."""
PAGES = 200
"""Generated pages that are looked at: enough for what is done once a book to weigh little."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What was measured, what it took, and for how much."""

    stage: str
    what: str
    seconds: float
    """CPU seconds."""
    pages: int = 0
    size: int = 0
    """Bytes of UTF-8 text."""


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The CPU seconds of the quickest round of so many, or of all that `ENOUGH` has time for."""
    taken = list[float]()
    while len(taken) < rounds or sum(taken) < ENOUGH:
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def loading() -> Iterator[Stage]:
    """Programs that do next to nothing, each from the start of its process to the end."""
    says = "from convert.transforms.variant import Converter; Converter('tw').text('着手发展后台')"
    for what, command in (
        ("python", [sys.executable, "-c", "pass"]),
        ("newsconvert --help", [HERE, "--help"]),
        ("newsconvert build --help", [HERE, "build", "--help"]),
        ("the reader", [sys.executable, "-c", "import convert.reader"]),
        ("OpenCC", [sys.executable, "-c", "import opencc; opencc.OpenCC('s2tw').convert('着手')"]),
        ("the segmenter", [sys.executable, "-c", "import rjieba; rjieba.cut('着手', False)"]),
        ("a variant", [sys.executable, "-c", says]),
        ("EPUB", [sys.executable, "-c", "import convert.writers.epub as w; w.Epub.prepare()"]),
        ("DOCX", [sys.executable, "-c", "import convert.writers.docx as w; w.Docx.prepare()"]),
    ):
        yield Stage("start-up", what, min(_process(command) for _ in range(ROUNDS)))


def _process(command: list[str]) -> float:
    """The CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def read(what: str, pages: list[PageFile]) -> tuple[Stage, tuple[Article, ...]]:
    """Reading pages into articles."""
    articles = tuple(article for page in pages for article in read_page(page).articles)
    seconds = least(lambda: [read_page(page) for page in pages])
    return Stage("reading", what, seconds, len(pages), sum(len(page.data) for page in pages)), articles


def conversion(text: str, pages: int) -> Iterator[Stage]:
    """Converting plain text: OpenCC by itself, the segmenter by itself, and all that a variant does."""
    import opencc
    import rjieba

    from convert.transforms.variant import Converter

    size = len(text.encode())
    lines = text.split("\n")
    plain = opencc.OpenCC("s2twp")
    yield Stage("conversion", "OpenCC alone (s2twp)", least(lambda: list(map(plain.convert, lines))), pages, size)
    cut = rjieba.cut
    yield Stage("conversion", "the segmenter alone", least(lambda: [cut(line, False) for line in lines]), pages, size)
    for variant in ("tw", "hk"):
        converter = Converter(variant)
        converter.text(text)
        yield Stage("conversion", f"variant {variant}, all of it", least(lambda c=converter: c.text(text)), pages, size)  # type: ignore[misc]


def writing(articles: tuple[Article, ...], pages: int) -> Iterator[Stage]:
    """Writing one volume in each of the formats that are made unless others are asked for, by one process."""
    from convert.writers.docx import Docx
    from convert.writers.epub import Epub
    from convert.writers.jsonl import JsonLines

    volume = Volume(name="pages", title="pages", language="zh-Hans", articles=articles)
    for what, writer in (
        ("JSON Lines", JsonLines()),
        ("DOCX", Docx()),
        ("EPUB", Epub()),
        ("EPUB without records", Epub(records=False)),
        ("EPUB without records, vertical", Epub(writing="vertical", records=False)),
    ):
        out = io.BytesIO()
        with beside.allotted(1):
            seconds = least(lambda w=writer: w.write(volume, io.BytesIO()), 3)  # type: ignore[misc]
        yield Stage("writing", what, seconds, pages)
        if what.startswith("EPUB without"):
            writer.write(volume, out)
            yield Stage("writing", f"{what}: its finished files into a zip", _zipped(out), pages)


def _zipped(book: io.BytesIO) -> float:
    """The CPU seconds of putting a book's finished files into a zip with Python's own module."""
    with zipfile.ZipFile(book) as made:
        members = [(info.filename, made.read(info)) for info in made.infolist()]

    def work() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as again:
            for name, data in members:
                again.writestr(name, data)

    return least(work, 3)


def stages(seeds: list[Path], generated: list[Path]) -> Iterator[Stage]:
    """All of them."""
    yield from loading()
    ours, _ = read("the seed pages", [PageFile(str(path), path.read_bytes()) for path in seeds])
    yield ours
    files = [PageFile(str(path), path.read_bytes()) for path in generated]
    stage, articles = read("generated pages", files)
    yield stage
    yield from conversion("\n".join(file.data.decode() for file in files), len(files))
    yield from writing(articles, len(files))


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("pages", type=Path, help="folder of generated pages")
    given = asked.parse_args()
    from bench.pages import SEEDS

    for one in stages(sorted(SEEDS.glob("*.txt")), sorted(given.pages.glob("*.txt"))[:PAGES]):
        print(json.dumps(asdict(one), ensure_ascii=False), flush=True)
