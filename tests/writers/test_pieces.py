"""Books made by several processes are the same as those made by one."""

import io
import os
import signal
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from convert import beside, record
from convert.model import Article, Block, BlockType, Kind, Volume
from convert.reader.formats.enclosed import read_docx, read_epub
from convert.writers import Writer
from convert.writers.docx import Docx
from convert.writers.epub import Epub
from convert.writers.pieces import MANY, Pieces, Work, articles_of, piece_size, pieces_of, records_of

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only"),
    pytest.mark.usefixtures("room_for_a_fork"),
]

ARTICLES = tuple(
    Article(
        id=f"a{number}",
        kind=Kind.NEWS,
        language="zh-Hans",
        paper="新闻日报",
        page=1 + number // 9,
        kicker="眉题" if number % 11 == 0 else None,
        headline=f"第{number}条 <重要> & \ufeff",
        body=(Block(BlockType.PARAGRAPH, f"第{number}条新闻的正文。" * (1 + number % 7)),),
    )
    for number in range(MANY + 50)
)
WRITERS: dict[str, Writer] = {
    "epub": Epub(),
    "vertical": Epub(writing="vertical", records=False),
    "docx": Docx(),
    "columns": Docx(columns=2),
    "digest": Docx(digest="1", annex=True, columns=2),
}


def made(writer: Writer) -> bytes:
    """A volume of many articles."""
    out = io.BytesIO()
    writer.write(Volume(name="many", title="many", language="zh-Hans", articles=ARTICLES), out)
    return out.getvalue()


def use(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    """Have so many processors."""
    monkeypatch.setattr(beside, "processors", lambda: processors)


@pytest.mark.parametrize("name", WRITERS)
def test_several_processes_make_the_same_book_as_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[beside.Fork] = []
    begin = beside.Fork.__init__

    def counted(fork: beside.Fork, work: Callable[[beside.Fork], None]) -> None:
        begun.append(fork)
        begin(fork, work)

    monkeypatch.setattr(beside.Fork, "__init__", counted)
    use(monkeypatch, 1)
    alone = made(WRITERS[name])
    assert not begun
    for processors in (2, 3):
        use(monkeypatch, processors)
        assert made(WRITERS[name]) == alone
        assert begun
        begun.clear()


@pytest.mark.parametrize(("writer", "read"), [(Epub(), read_epub), (Docx(), read_docx)])
def test_records_that_several_processes_enclose_are_read_back(
    writer: Writer, read: Callable[..., Iterator[Article]], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, 2)
    assert tuple(read(io.BytesIO(made(writer)), "book")) == ARTICLES


@pytest.mark.parametrize("writer", [Epub(), Docx()])
def test_a_process_that_dies_over_a_book_costs_time_only(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, 1)
    alone = made(writer)
    use(monkeypatch, 2)
    monkeypatch.setattr(Pieces, "_help", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert made(writer) == alone


def counting(count: int, here: int) -> Work[int]:
    """Work whose pieces say which process made them; a fork of `here` dies over its third."""

    def make(numbers: Iterable[int]) -> Iterator[tuple[int, int, bytes]]:
        for place, number in enumerate(numbers):
            if os.getpid() != here and place == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            yield number, os.getpid(), str(number).encode()

    return Work(count, make)


def test_every_piece_of_every_work_is_made_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, 3)
    works = [counting(count, os.getpid()) for count in (0, 40, 1, 7)]
    with Pieces(*works, shared=True) as pieces:
        for work in works:
            assert [data for _, data in pieces.of(work)] == [str(number).encode() for number in range(work.count)]


def test_an_error_in_a_piece_is_raised_whoever_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, 2)

    def make(numbers: Iterable[int]) -> Iterator[tuple[int, None, bytes]]:
        for number in numbers:
            if number == 9:
                raise ValueError("this one can't be made")
            yield number, None, b""

    work = Work(10, make)
    with Pieces(work, shared=True) as pieces, pytest.raises(ValueError, match="this one"):
        list(pieces.of(work))


class Kept:
    """Articles that are kept as records."""

    def lines(self) -> Iterator[bytes]:
        return record.encode_lines(ARTICLES)

    def __iter__(self) -> Iterator[Article]:
        return iter(ARTICLES)

    def __len__(self) -> int:
        return len(ARTICLES)


@pytest.mark.parametrize("articles", [ARTICLES, Kept()])
def test_pieces_of_a_volume_are_its_articles_in_order(articles: Any) -> None:
    size = piece_size(articles)
    every = [each for _, several in articles_of(articles, range(pieces_of(articles))) for each in several]
    assert tuple(every) == ARTICLES
    ((number, some),) = articles_of(articles, [2])
    assert (number, tuple(some)) == (2, ARTICLES[2 * size : 3 * size])
    ((_, lines),) = records_of(articles, [1])
    assert [record.decode(line) for line in lines] == list(ARTICLES[size : 2 * size])


@pytest.mark.parametrize("kept", [True, False])
def test_pieces_that_are_made_are_not_kept_in_memory(kept: bool) -> None:
    work = Work(50, lambda numbers: ((number, None, bytes(1 << 20)) for number in numbers))
    tracemalloc.start()
    with Pieces(work, shared=False) as pieces:
        assert not kept or len(list(pieces.places(work))) == 50
        assert sum(len(data) for _, data in pieces.of(work)) == 50 << 20
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 << 20
