"""The document as a whole, read back with python-docx."""

import io

import docx
import pytest

from convert.model import Article, Block, BlockType, Kind, Volume
from convert.writers.docx import Docx


def article(number: int, headline: str | None = "标题", *paragraphs: str) -> Article:
    body = tuple(Block(BlockType.PARAGRAPH, text) for text in paragraphs or ("正文第一段。",))
    return Article(id=f"a-{number}", kind=Kind.NEWS, language="zh-Hans", headline=headline, body=body)


def written(volume: Volume, **options: object) -> bytes:
    out = io.BytesIO()
    Docx(**options).write(volume, out)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.fixture
def volume() -> Volume:
    return Volume(
        name="v", title="卷", language="zh-Hans", articles=(article(1, "甲"), article(2, "乙", "一。", "二。"))
    )


def test_headlines_are_real_headings(volume: Volume) -> None:
    document = docx.Document(io.BytesIO(written(volume)))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"] == ["甲", "乙"]


def test_the_same_volume_gives_the_same_bytes(volume: Volume) -> None:
    assert written(volume) == written(volume)
