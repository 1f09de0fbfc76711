"""An office's own document as the ground: what it keeps, what is added to it, what is refused."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt

from convert import writers
from convert.errors import BadInputError, BadOptionError, MissingInputError
from tests.articles import article
from tests.writers.docx.documents import W, contents, opened, part, style, texts, volume, written

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


def office() -> Document:
    """An office's template: a style of its own, another size of text, a page, a header with a picture, some text."""
    document = docx.Document()
    styles = document.styles
    styles["Normal"].font.size = Pt(16)
    styles["Heading 2"].font.size = Pt(22)
    mark = styles.add_style("Office Mark", WD_STYLE_TYPE.PARAGRAPH)
    mark.font.name = "仿宋_GB2312"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Mm(28), Mm(26), Mm(37)
    section.header.paragraphs[0].text = "某某局办公室"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(PIXEL), width=Mm(5))
    section.footer.paragraphs[0].text = "内部资料"
    document.add_paragraph("机密的旧正文")
    document.add_picture(io.BytesIO(PIXEL))
    return document


def saved(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return saved(office(), tmp_path / "office.docx")


def made(reference: Path, **options: Any) -> bytes:
    articles = [article(n, kicker="引题", page=n) for n in range(1, 4)]
    return written(volume(articles, language="zh-Hant-TW"), reference=reference, **options)


def test_page_header_footer_and_styles_are_the_offices(template: Path) -> None:
    document = opened(made(template))
    section = document.sections[-1]
    lengths = (section.page_width, section.left_margin, section.top_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 28, 37]
    assert section.header.paragraphs[0].text == "某某局办公室"
    assert section.footer.paragraphs[0].text == "内部资料"
    assert document.styles["Normal"].font.size == Pt(16)
    assert document.styles["Heading 2"].font.size == Pt(22)
    names = {s.name for s in docx.Document(str(template)).styles}
    assert names <= {s.name for s in document.styles}


def test_the_headers_picture_stays_and_the_texts_goes(template: Path) -> None:
    data = made(template)
    package = zipfile.ZipFile(io.BytesIO(data))
    assert [n for n in package.namelist() if n.startswith("word/media/")]
    assert "image" in package.read("word/_rels/header1.xml.rels").decode()
    assert "image" not in package.read("word/_rels/document.xml.rels").decode()
    assert "机密的旧正文" not in package.read("word/document.xml").decode()


def test_styles_that_the_office_lacks_are_added_in_its_size(template: Path) -> None:
    document = opened(made(template))
    assert texts(document, "Kicker") == ["引题"] * 3
    size = document.styles["Kicker"].font.size
    assert size is not None
    assert size.pt == pytest.approx(13 * 16 / 12, abs=0.5)


def test_headlines_stand_in_the_offices_heading(template: Path) -> None:
    data = made(template)
    assert len(texts(opened(data), "Heading 2")) == 3
    assert len(contents(data)) == 6


def test_a_style_with_the_newsrooms_name_goes_before_the_built_in_one(tmp_path: Path) -> None:
    document = office()
    document.styles.add_style("Headline", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(30)
    data = made(saved(document, tmp_path / "named.docx"))
    assert len(texts(opened(data), "Headline")) == 3
    own = opened(data).styles["Headline"].element
    assert own.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "1"


def test_styles_are_found_by_name_whatever_their_ids(tmp_path: Path) -> None:
    document = office()
    heading = document.styles["Heading 2"].element
    heading.set(qn("w:styleId"), "2")
    data = made(saved(document, tmp_path / "ids.docx"))
    marked = [p for p in part(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "2"]
    assert len(marked) == 3


def test_the_header_of_an_earlier_section_is_taken_over(tmp_path: Path) -> None:
    document = office()
    document.add_section()
    document.sections[1].footer.is_linked_to_previous = False
    document.sections[1].footer.paragraphs[0].text = "第二节"
    section = opened(made(saved(document, tmp_path / "two.docx"))).sections[-1]
    assert section.header.paragraphs[0].text == "某某局办公室"
    assert section.footer.paragraphs[0].text == "第二节"


def test_an_office_without_header_and_footer_is_given_ours(tmp_path: Path) -> None:
    document = opened(made(saved(docx.Document(), tmp_path / "bare.docx")))
    assert "工会工作摘报" in document.sections[-1].header.paragraphs[0].text


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_taken_too(template: Path, tmp_path: Path, kind: str) -> None:
    other = tmp_path / "office.dotx"
    document = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(template) as package, zipfile.ZipFile(other, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name).replace(document, kind.encode()))
    assert made(other) == made(template)


def test_the_language_is_the_volumes_and_no_field_asks(tmp_path: Path) -> None:
    document = office()
    update = parse_xml(f'<w:updateFields xmlns:w="{W[1:-1]}" w:val="true"/>')
    document.settings.element.insert(0, update)
    data = made(saved(document, tmp_path / "asking.docx"))
    assert not list(part(data, "word/settings.xml").iter(f"{W}updateFields"))
    languages = [e.get(f"{W}eastAsia") for e in part(data, "word/styles.xml").find(f"{W}docDefaults").iter(f"{W}lang")]
    assert languages == ["zh-TW"]


def test_columns_stand_on_the_offices_page(template: Path) -> None:
    data = made(template, columns=2)
    widths = {(s.get(f"{W}w"), s.get(f"{W}h")) for s in part(data).iter(f"{W}pgSz")}
    assert len(widths) == 1
    assert opened(data).sections[0].header.paragraphs[0].text == "某某局办公室"
    assert any(style(p) == "Body Text" for p in opened(data).paragraphs)


def test_a_missing_reference_and_one_that_is_no_document_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"none\.docx"):
        made(tmp_path / "none.docx")
    for data in (b"", b"PK", b"text"):
        (tmp_path / "bad.docx").write_bytes(data)
        with pytest.raises(BadInputError, match=r"bad\.docx"):
            made(tmp_path / "bad.docx")
    with zipfile.ZipFile(tmp_path / "bad.docx", "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(BadInputError, match=r"bad\.docx"):
        made(tmp_path / "bad.docx")


def test_a_reference_can_be_named_by_text_as_settings_do(template: Path) -> None:
    assert writers.make("docx", {"reference": str(template)}) == writers.make("docx", {"reference": template})
    with pytest.raises(BadOptionError):
        writers.make("docx", {"reference": 3})
