"""Bytes of a page in the encodings that newspapers' text comes in."""

import pytest

from convert.errors import BadInputError, BadOptionError
from convert.reader import PageFile, ReadingOptions, read_page
from convert.reader.decoding import decode
from tests.reader.pages import BODY, LEAD, MORE

SIMPLIFIED = "\n\n".join(("公交保修分公司工会慰问雨中值守职工", LEAD, BODY, MORE))
TRADITIONAL = "\n\n".join(
    (
        "災後重建工作展開 市民積極參與",
        "【本報訊】昨日下午，政府宣佈將會撥款協助災民重建家園，並且會在各區設立服務中心，為有需要的市民提供支援。",
        "有關部門表示，今次的工作由社會福利署負責，預計本月底完成，市民可以致電查詢，亦可以到各區辦事處登記。",
    )
)
HONG_KONG = TRADITIONAL.replace("到各區", "嚟到各區啲嘅")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_simplified_page_is_read_in_any_of_its_encodings(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), "p").text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "cp950", "big5hkscs", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_traditional_page_is_read_in_any_of_its_encodings(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "p").text == TRADITIONAL


def test_characters_of_hong_kong_are_read() -> None:
    assert decode(HONG_KONG.encode("big5hkscs"), "p").text == HONG_KONG


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("length", [24, 60, 200])
def test_a_short_page_is_enough(encoding: str, length: int) -> None:
    assert decode(SIMPLIFIED[:length].encode(encoding), "p").text == SIMPLIFIED[:length]


def test_one_broken_byte_costs_one_note_and_not_the_page() -> None:
    data = SIMPLIFIED.encode()
    broken = data[:150] + b"\xff" + data[150:]
    reading = read_page(PageFile("p", broken))
    assert [
        (note.text, note.line) for a in reading.articles for note in a.notes if note.code == "undecodable-bytes"
    ] == [("\\xff", 3)]
    assert "\ufffd" not in "".join(article.text for article in reading.articles)


def test_a_page_cut_in_the_middle_of_a_character_is_still_utf_8() -> None:
    assert decode(SIMPLIFIED.encode()[:200], "p").encoding == "utf-8"


def test_a_lone_surrogate_goes_into_a_note_in_escaped_form() -> None:
    data = SIMPLIFIED.replace("会上", "会\ud800上").encode("utf-8", "surrogatepass")
    (article,) = read_page(PageFile("p", data)).articles
    assert BODY in article.text
    assert [note.text for note in article.notes if note.code == "illegal-character"] == ["\\ud800"]


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\n"])
def test_an_empty_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(BadInputError, match=r"^p: the file is empty; "):
        decode(data, "p")


def test_a_picture_is_refused_by_name() -> None:
    with pytest.raises(BadInputError, match=r"^p: "):
        decode(bytes(range(128, 256)) * 20, "p")


def test_the_user_can_name_the_encoding() -> None:
    options = ReadingOptions(encoding="gbk")
    assert read_page(PageFile("p", SIMPLIFIED.encode("gbk")), options).encoding == "gbk"


def test_an_encoding_that_does_not_exist_is_a_wrong_option() -> None:
    with pytest.raises(BadOptionError, match="no encoding called 'klingon'"):
        decode(b"x", "p", "klingon")


def test_the_script_of_a_page_is_its_language() -> None:
    assert read_page(PageFile("p", SIMPLIFIED.encode())).articles[0].language == "zh-Hans"
    assert read_page(PageFile("p", TRADITIONAL.encode("big5"))).articles[0].language == "zh-Hant"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF, not text; take the text out of it first"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture, not text; recognise the text"),
        (b"\xff\xd8\xff\xe0\x00", "a picture, not text"),
        (b"PK\x03\x04\x14\x00", "a zip, or what is made like one, not text; name it .zip"),
    ],
)
def test_a_file_that_is_no_text_is_called_what_it_is(data: bytes, problem: str) -> None:
    with pytest.raises(BadInputError, match=problem):
        decode(data, "page.txt")


@pytest.mark.parametrize(
    ("text", "encoding"), [("臺灣", "big5"), ("工會", "cp950"), ("职工之家", "utf-16-le"), ("捷運新線", "utf-16-be")]
)
def test_a_page_of_a_few_characters_is_told_by_its_words(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "p").text == text
