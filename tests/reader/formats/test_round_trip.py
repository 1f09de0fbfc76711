"""What this program wrote is read back: nothing is lost, and what a person changed in it is taken."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert import writers
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType, Volume
from convert.reader import formats
from tests.articles import article, articles

READABLE = ("jsonl", "md", "html")
BOOKS = ("epub", "docx")


def written(name: str, *of: Article) -> bytes:
    """A volume of the articles in that format."""
    out = io.BytesIO()
    writers.make(name, {}).write(Volume(name="v", title="题", language="zh-Hans", articles=of), out)
    return out.getvalue()


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a file of that format."""
    reader = formats.reader_for(f"v.{name}")
    assert reader
    return list(reader(io.BytesIO(data), f"v.{name}"))


@pytest.mark.parametrize("name", READABLE)
def test_a_crosshead_keeps_spaces_that_a_heading_cant_show(name: str) -> None:
    spaced = article(body=(Block(BlockType.CROSSHEAD, "王  勇 "), Block(BlockType.PARAGRAPH, "说。")))
    assert read(name, written(name, spaced)) == [spaced]


@pytest.mark.parametrize("name", READABLE)
@given(st.lists(articles, min_size=1, max_size=3))
def test_a_round_trip_loses_nothing(name: str, some: list[Article]) -> None:
    assert read(name, written(name, *some)) == some


@pytest.mark.parametrize("name", BOOKS)
@settings(max_examples=15)
@given(st.lists(articles, min_size=1, max_size=3))
def test_a_books_round_trip_loses_nothing(name: str, some: list[Article]) -> None:
    assert read(name, written(name, *some)) == some


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_without_records_says_what_is_missing(name: str) -> None:
    out = io.BytesIO()
    writers.make(name, {"records": "no"}).write(
        Volume(name="v", title="题", language="zh-Hans", articles=(article(),)), out
    )
    with pytest.raises(BadInputError, match="no article records in it"):
        read(name, out.getvalue())
    with pytest.raises(BadInputError, match="damaged"):
        read(name, out.getvalue()[:-30])


def test_a_book_that_unpacks_without_end_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("META-INF/newsconvert.xml", "<records>" + " " * 2**22 + "</records>")
    with pytest.raises(BadInputError, match="claims to hold 4,194,323 bytes"):
        read("epub", out.getvalue())


def test_entities_of_a_book_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    records = '<records xmlns="urn:newsconvert:records"><record>&x;</record></records>'
    for entity in (f'SYSTEM "{(tmp_path / "secret").as_uri()}"', '"secret"'):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as book:
            book.writestr("META-INF/newsconvert.xml", f"<!DOCTYPE r [<!ENTITY x {entity}>]>{records}")
        with pytest.raises(BadInputError) as raised:
            read("epub", out.getvalue())
        assert "secret" not in str(raised.value)


@pytest.mark.parametrize("name", [*READABLE, *BOOKS])
def test_a_round_trip_gives_the_same_bytes(name: str) -> None:
    once = written(name, article(), article(2, headline=None, body=()))
    assert written(name, *read(name, once)) == once


@pytest.mark.parametrize("name", ["md", "html"])
def test_what_a_person_changed_in_the_text_is_taken(name: str) -> None:
    text = written(name, article(), article(2)).decode()
    text = re.sub("(## |<h2>)(?:<span>)?台北工会参观康复医院(?:</span><span>)?（之2）", r"\1新的标题", text)
    text = text.replace("大家都很满意", "人人都很满意")
    first, second = read(name, text.encode())
    assert (first.headline, second.headline) == (article().headline, "新的标题")
    assert "人人都很满意" in first.text
    assert first.people == article().people


def test_an_article_taken_out_of_markdown_is_gone_and_the_others_keep_their_records() -> None:
    text = written("md", article(), article(2), article(3)).decode()
    start, end = text.index("\n## 台北工会参观康复医院（之2）"), text.index("\n## 台北工会参观康复医院（之3）")
    assert read("md", (text[:start] + text[end:]).encode()) == [article(), article(3)]


def test_an_article_put_into_markdown_by_hand_is_named() -> None:
    text = written("md", article(), article(2)).decode() + "\n## 外来的一篇\n\n文字。\n"
    with pytest.raises(BadInputError, match="外来的一篇"):
        read("md", text.encode())


@pytest.mark.parametrize("name", ["md", "html"])
def test_a_record_of_another_schema_is_refused(name: str) -> None:
    data = written(name, article()).replace(b"newsconvert.article/1", b"newsconvert.article/9")
    with pytest.raises(BadInputError, match="article/9"):
        read(name, data)


def test_a_broken_record_is_an_error_of_its_file() -> None:
    with pytest.raises(BadInputError, match=r"v\.jsonl:1"):
        read("jsonl", b"{}\n")
    with pytest.raises(BadInputError, match=r"v\.md: the record in it is broken"):
        read("md", b"---\nrecord: {]}\n---\n# x\n")
