"""Records that are deflated beside the making of a book are the same as those deflated after it."""

import io
import os
import signal
import sys
from collections.abc import Callable

import pytest

from convert import beside
from convert.model import Article, Block, BlockType, Kind, Volume
from convert.writers.enclosed import MANY, Enclosure
from convert.writers.epub import Epub

pytestmark = pytest.mark.usefixtures("room_for_a_fork")


def book() -> bytes:
    """A book of many articles."""
    articles = tuple(
        Article(
            id=f"a{number}",
            kind=Kind.NEWS,
            language="zh-Hans",
            headline=f"第{number}条",
            body=(Block(BlockType.PARAGRAPH, f"第{number}条新闻的正文。" * (1 + number % 7)),),
        )
        for number in range(MANY)
    )
    out = io.BytesIO()
    Epub().write(Volume(name="many", title="many", language="zh-Hans", articles=articles), out)
    return out.getvalue()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The book made by one process."""
    monkeypatch.setattr(beside, "processors", lambda: 1)
    made = book()
    monkeypatch.setattr(beside, "processors", lambda: 2)
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_records_deflated_beside_make_the_same_book(alone: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[beside.Fork] = []
    begin = beside.Fork.__init__

    def counted(fork: beside.Fork, work: Callable[[beside.Fork], None]) -> None:
        begun.append(fork)
        begin(fork, work)

    monkeypatch.setattr(beside.Fork, "__init__", counted)
    assert book() == alone
    assert len(begun) == 1


def test_a_process_that_dies_over_the_records_costs_time_only(alone: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Enclosure, "_deflate", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert book() == alone
