"""Every option of the book, as a user gives it on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest

from convert.model import Note
from convert.record import encode_lines
from tests.conftest import Program
from tests.writers.epub.volumes import DC, OPF, XHTML, Opened, by_class, day_articles, text_of


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Article records of two days."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(encode_lines(day_articles())))
    return path


class Making:
    """Makes books of the records with the installed program."""

    def __init__(self, program: Program, records: Path) -> None:
        self._program = program
        self._records = records

    def __call__(self, *options: str | Path) -> Opened:
        """The book that is made with these options."""
        book = self._records.with_name("book.epub")
        run = self._program("write", self._records, "--to", "epub", "--force", "-o", book, *options)
        assert run.returncode == 0, run.stderr.decode()
        return Opened(book.read_bytes())

    def refused(self, *options: str | Path) -> str:
        """What is said where the options can't be used; nothing is written then."""
        book = self._records.with_name("refused.epub")
        run = self._program("write", self._records, "--to", "epub", "-o", book, *options)
        assert run.returncode != 0
        assert not list(self._records.parent.glob("*refused*"))
        said = run.stderr.decode()
        assert "Traceback" not in said
        return said


@pytest.fixture
def make(newsconvert: Program, records: Path) -> Making:
    """Makes books with the installed program."""
    return Making(newsconvert, records)


def test_without_options_it_has_a_drawn_cover_an_index_and_horizontal_lines(make: Making) -> None:
    book = make()
    assert {"cover.png", "people.xhtml"} <= set(book.files)
    assert "vertical" not in book.text("style.css").replace("vertical lines", "")


def test_title_creator_publisher_and_rights_are_the_user_s(make: Making) -> None:
    given = {"title": "我的书：甲/乙?", "creator": "某人", "publisher": "某社", "rights": "CC BY <4.0>"}
    book = make(*(word for name, value in given.items() for word in (f"--{name}", value)))
    assert {name: book.package.find(f".//{DC}{name}").text for name in given} == given
    imprint = [text_of(e) for e in book.tree("imprint.xhtml").iter(f"{XHTML}dd")]
    assert set(given.values()) <= set(imprint)
    assert "我的书" in next(book.tree("cover.xhtml").iter(f"{XHTML}img")).get("alt")


MODE = "primary-writing-mode"
"""What Kindle goes by."""


def test_writing_vertical_makes_a_vertical_book(make: Making) -> None:
    book = make("--writing", "vertical")
    assert "writing-mode: vertical-rl" in book.text("style.css")
    assert next(book.package.iter(f"{OPF}spine")).get("page-progression-direction") == "rtl"
    modes = [meta.get("content") for meta in book.package.iter(f"{OPF}meta") if meta.get("name") == MODE]
    assert modes == ["vertical-rl"]
    assert "「五一」" in text_of(book.chapters[0])
    assert "二〇二三年八月一日" in text_of(by_class(book.chapters[0], "folio")[0])


def test_no_index_leaves_the_index_out_everywhere(make: Making) -> None:
    book = make("--no-index")
    assert "people.xhtml" not in book.files
    assert "people.xhtml" not in book.text("nav.xhtml") + book.text("toc.ncx") + book.text("content.opf")


def test_a_cover_of_one_s_own_takes_the_place_of_the_drawn_one(make: Making, picture: Path) -> None:
    book = make("--cover", picture)
    assert book.zip.read("EPUB/cover.jpg") == picture.read_bytes()
    assert "cover.png" not in book.files
    image = next(book.tree("cover.xhtml").iter(f"{XHTML}img"))
    assert image.get("src") == "cover.jpg"
    assert "劳动午报" in image.get("alt")


def test_an_svg_can_be_the_cover(make: Making, tmp_path: Path) -> None:
    drawing = tmp_path / "c.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><path d="M0 0h3v4z"/></svg>')
    assert "image/svg+xml" in make("--cover", drawing).text("content.opf")


def test_a_style_sheet_of_one_s_own_comes_after_the_book_s_with_the_files_it_uses(make: Making, style: Path) -> None:
    book = make("--css", style)
    for file in book.spine:
        links = [link.get("href") for link in book.tree(file).iter(f"{XHTML}link")]
        assert links == ["style.css", "own.css"], file
    assert 'url("own01.png")' in book.text("own.css")
    assert book.zip.read("EPUB/own01.png") == style.with_name("paper.png").read_bytes()


def test_remarks_show_each_article_s_notes(make: Making, records: Path) -> None:
    noted = [replace(a, notes=(Note("repeat", "重复的一段", 7, "重复文字"),)) for a in day_articles()[:1]]
    records.write_bytes(b"".join(encode_lines(noted)))
    assert not by_class(make().chapters[0], "remarks")
    (remarks,) = by_class(make("-O", "remarks=true").chapters[0], "remarks")
    assert "重复文字" in text_of(remarks)


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--cover", b"not a picture", "not a picture"),
        ("--cover", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "script"),
        ("--cover", b'<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>', "script"),
        ("--cover", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://a.org/b.png"/></svg>', "a.org/b.png"),
        ("--css", b"\xff\xfe\x00", "not UTF-8"),
        ("--css", b"@import 'x.css';", "@import"),
        ("--css", b"p { background: url(http://example.com/a.png) }", "can't go into a book"),
        ("--css", b"p { background: url(missing.png) }", "missing.png"),
    ],
)
def test_a_file_that_can_t_be_used_is_named_and_nothing_is_written(
    make: Making, tmp_path: Path, option: str, content: bytes, said: str
) -> None:
    path = tmp_path / "given.file"
    path.write_bytes(content)
    message = make.refused(option, path)
    assert said in message
    assert len(message.strip().splitlines()) == 1


@pytest.mark.parametrize("option", ["--cover", "--css"])
def test_a_missing_file_is_named(make: Making, option: str) -> None:
    assert "nowhere.file" in make.refused(option, "nowhere.file")


def test_an_unknown_direction_is_refused(make: Making) -> None:
    assert "diagonal" in make.refused("--writing", "diagonal")
