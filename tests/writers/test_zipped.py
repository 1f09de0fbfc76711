"""Zips are read back by another program, whatever is in them, and say nothing of when or where they were made."""

import io
import tempfile
import zipfile
import zlib
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.writers.zipped import Zip, block, joined_crc


def made(members: dict[str, bytes], *, streamed: bool = False) -> bytes:
    out = io.BytesIO()
    with Zip(out, 6) as book:
        for name, content in members.items():
            if streamed:
                with book.stream(name) as stream:
                    stream.write(content)
            else:
                book.add(name, content)
    return out.getvalue()


def read_back(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


names = st.text(st.characters(min_codepoint=0x20, exclude_characters="/\\", codec="utf-8"), min_size=1, max_size=9)


@given(st.dictionaries(names, st.binary(max_size=300), max_size=5), st.booleans())
def test_members_are_read_back_in_their_order(members: dict[str, bytes], streamed: bool) -> None:
    found = read_back(made(members, streamed=streamed))
    assert list(found.items()) == list(members.items())


def test_a_member_is_the_same_whether_added_or_streamed() -> None:
    members = {"a.xhtml": "工会".encode() * 5000, "b.xhtml": b""}
    assert made(members) == made(members, streamed=True)


def test_what_is_streamed_and_too_large_to_be_held_is_deflated_as_it_comes() -> None:
    content = "工会".encode() * 300_000
    data = made({"a": content, "b": b"small"}, streamed=True)
    assert read_back(data) == {"a": content, "b": b"small"}
    assert len(data) < 10_000


def test_every_member_has_the_first_day_of_the_calendar_and_plain_rights() -> None:
    with zipfile.ZipFile(io.BytesIO(made({"a": b"x", "b": b"y"}))) as book:
        for info in book.infolist():
            assert (info.date_time, info.external_attr >> 16, info.create_system) == ((1980, 1, 1, 0, 0, 0), 0o644, 3)
            assert (info.extra, info.comment, info.flag_bits) == (b"", b"", 0)


def test_a_stored_member_stands_there_as_it_is() -> None:
    out = io.BytesIO()
    with Zip(out, 6) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
    assert out.getvalue()[30:58] == b"mimetypeapplication/epub+zip"


def test_more_members_than_a_plain_zip_holds() -> None:
    out = io.BytesIO()
    with Zip(out, 1) as book:
        for number in range(70_000):
            book.add(f"{number}", b"x")
    with zipfile.ZipFile(out) as read:
        assert len(read.namelist()) == 70_000
        assert read.read("69999") == b"x"


def test_members_behind_what_a_plain_zip_reaches() -> None:
    with tempfile.TemporaryFile() as out:
        out.seek(5 << 30)  # a hole: nothing of it is on the disk
        with Zip(cast(BinaryIO, out), 6) as book:
            book.add("far", b"away")
            with book.stream("farther", large=True) as stream:
                stream.write(b"away too")
        with zipfile.ZipFile(out) as read:
            assert (read.read("far"), read.read("farther")) == (b"away", b"away too")


def test_a_work_that_breaks_off_leaves_no_zip() -> None:
    out = io.BytesIO()
    with pytest.raises(TypeError), Zip(out, 6) as book:
        book.add("a", None)  # type: ignore[arg-type]
    assert not zipfile.is_zipfile(out)


@given(st.binary(max_size=2000), st.binary(max_size=2000))
def test_the_checksum_of_two_parts_is_that_of_the_whole(first: bytes, second: bytes) -> None:
    assert joined_crc(zlib.crc32(first), zlib.crc32(second), len(second)) == zlib.crc32(first + second)


@given(st.lists(st.binary(max_size=300), max_size=6), st.booleans(), st.booleans())
def test_a_member_of_blocks_is_read_back_whole(parts: list[bytes], large: bool, known: bool) -> None:
    out = io.BytesIO()
    before = [b"".join(parts[:number]) if known else b"" for number in range(len(parts))]
    with Zip(out, 6) as book:
        book.add("before", b"x")
        book.join("blocks", [block(part, 6, told) for part, told in zip(parts, before, strict=True)], large=large)
        book.add("behind", b"y")
    assert read_back(out.getvalue()) == {"before": b"x", "blocks": b"".join(parts), "behind": b"y"}


def test_a_block_that_knows_what_stands_before_it_is_shorter() -> None:
    text = "".join(f"第{number}届职工代表大会" for number in range(500)).encode()
    assert len(block(text, 6, text).data) < len(block(text, 6).data) / 2
