"""The program as a library: typed, lazily imported, the same results as the command's."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

import convert
from convert.errors import BadInputError, BadOptionError, MissingInputError
from tests.articles import article


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, convert; print([m for m in sys.modules if m.startswith('convert.')])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    for name in convert.__all__:
        assert getattr(convert, name) is not None
    assert set(convert.__all__) <= set(dir(convert))
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = convert.nothing_of_the_kind


def test_pages_are_read_and_a_book_is_written(tmp_path: Path, root: Path) -> None:
    articles = convert.read(root / "seeds", paper="劳动午报")
    assert {each.paper for each in articles} == {"劳动午报"}
    for name in ("book.epub", "book.md", "book.docx"):
        convert.write(articles, tmp_path / name, title="试刊")
    assert convert.read(tmp_path / "book.md") == articles


def test_a_stream_is_written_to_and_the_format_named(tmp_path: Path) -> None:
    out = io.BytesIO()
    convert.write([article()], out, "csv", bom=False)
    assert out.getvalue().startswith(b"id,")
    with pytest.raises(convert.NewsconvertError, match="no format called 'pdf'"):
        convert.write([article()], tmp_path / "x.pdf")
    with pytest.raises(convert.NewsconvertError, match="option 'colour'"):
        convert.write([article()], tmp_path / "x.txt", colour="red")


def test_an_input_that_cannot_be_read_raises_or_is_told(tmp_path: Path) -> None:
    page, missing = tmp_path / "p.txt", tmp_path / "missing.txt"
    page.write_text("标题在此\n\n正文一段，说了几句话，然后结束了。\n", "utf-8")
    with pytest.raises(convert.NewsconvertError, match="no such file") as raised:
        convert.read([page, missing])
    assert raised.value.exit_code == 66
    told: list[str] = []
    articles = convert.read([page, missing], on_failure=lambda path, _: told.append(path))
    assert len(articles) == 1
    assert told == [str(missing)]


def test_bytes_are_a_page_and_a_glob_says_which_files_of_a_folder_are(tmp_path: Path, root: Path) -> None:
    page = next((root / "seeds").glob("000*.txt"))
    assert [each.headline for each in convert.read(page.read_bytes())] == [e.headline for e in convert.read(page)]
    convert.write([article()], tmp_path / "one.md")
    assert convert.read(tmp_path, glob="*.md") == convert.read(tmp_path / "one.md")
    with pytest.raises(convert.NewsconvertError, match=r"there are \.md files, which --glob '\*\.md' takes"):
        convert.read(tmp_path)


def test_an_error_is_of_its_class_and_names_the_input(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError) as missing:
        convert.read(tmp_path / "missing.txt")
    assert missing.value.path == str(tmp_path / "missing.txt")
    with pytest.raises(BadInputError):
        convert.read(b"")
    with pytest.raises(BadOptionError, match="no format is named"):
        convert.write([article()], io.BytesIO())


def test_own_words_may_be_the_file_that_lists_them(tmp_path: Path) -> None:
    (tmp_path / "words.tsv").write_text("头发\t髮絲\n", "utf-8")
    [one] = convert.variant([article()], "tw", terms=tmp_path / "words.tsv")
    assert "髮絲" in one.text


def test_articles_are_put_into_another_script() -> None:
    [one] = convert.variant([article()], "tw")
    assert one.language == "zh-Hant-TW"
    assert "頭髮" in one.text
    assert one.people[0].name == "余翠平"
