"""The digest: its entries, its annex, and the links between them."""

import re

import pytest

from convert.errors import BadOptionError
from convert.model import Block, BlockType, Kind
from convert.writers.docx import Docx
from convert.writers.docx.leads import excerpt
from tests.articles import article
from tests.writers.docx.documents import W, contents, opened, part, texts, volume, written

P, CROSSHEAD, CAPTION, CREDIT = BlockType.PARAGRAPH, BlockType.CROSSHEAD, BlockType.CAPTION, BlockType.CREDIT
BODY = (Block(CROSSHEAD, "小标"), Block(P, "一句。二句！"), Block(P, "三句？四句。"), Block(CREDIT, "某某 摄"))


def test_the_lead_is_the_first_paragraph() -> None:
    assert excerpt(article(body=BODY), 0) == (Block(P, "一句。二句！"),)


def test_sentences_are_counted_across_paragraphs_and_whole() -> None:
    assert excerpt(article(body=BODY), 1) == (Block(P, "一句。"),)
    assert excerpt(article(body=BODY), 3) == (Block(P, "一句。二句！"), Block(P, "三句？"))
    assert excerpt(article(body=BODY), 99) == (Block(P, "一句。二句！"), Block(P, "三句？四句。"))


def test_a_picture_without_text_is_digested_by_its_caption() -> None:
    body = (Block(CREDIT, "某某 摄"), Block(CAPTION, "图为现场。"))
    assert excerpt(article(kind=Kind.PHOTO, body=body), 0) == (Block(CAPTION, "图为现场。"),)
    assert excerpt(article(body=()), 2) == ()


@pytest.mark.parametrize("digest", ["0", "-1", "all", "", "１", "1.5"])
def test_a_digest_is_lead_or_a_number(digest: str) -> None:
    with pytest.raises(BadOptionError):
        Docx(digest=digest)


def test_an_annex_belongs_to_a_digest() -> None:
    with pytest.raises(BadOptionError):
        Docx(annex=True)


def test_each_entry_links_to_its_whole_text_and_back() -> None:
    data = written(volume([article(n) for n in range(4)]), digest="lead", annex=True)
    root = part(data)
    headings = {"Heading2": "entry", "Heading3": "article"}
    names: dict[str, list[str]] = {"entry": [], "article": []}
    links: list[str] = []
    for paragraph in root.iter(f"{W}p"):
        name = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if name in headings:
            marks = [b.get(f"{W}name") for b in paragraph.iter(f"{W}bookmarkStart")]
            names[headings[name]] += [m for m in marks if m.startswith(headings[name])]
        elif not name.startswith("Toc"):
            links += [link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink")]
    assert links == names["article"] + names["entry"]
    assert len(names["article"]) == len(names["entry"]) == 4


def test_the_page_of_a_link_is_the_page_of_the_table_of_contents() -> None:
    data = written(volume([article(n) for n in range(30)]), digest="lead", annex=True)
    lines = texts(opened(data), "Body Text", "Reference Line")
    pages = [page for label, _, page in contents(data) if label.startswith("台北")]
    assert re.findall("（返回摘要，第.*?页）", "".join(lines)) == [f"（返回摘要，第{p}页）" for p in pages]
    assert len(set(pages)) > 1


def test_a_reference_stands_behind_a_paragraph_and_below_what_is_none() -> None:
    body = (Block(P, "职工们一起读报。"), Block(P, "他们很满意。"), Block(CREDIT, "本报记者 曹立栋 摄"))
    document = opened(written(volume([article(1, body=body[:2]), article(2, body=body)]), digest="lead", annex=True))
    ends = [line[line.index("（") :] for line in texts(document, "Body Text") if "（" in line]
    assert [re.sub(r"\d", "", end) for end in ends] == ["（全文见第页）", "（全文见第页）", "（返回摘要，第页）"]
    assert len(texts(document, "Reference Line")) == 1


def test_the_annex_is_one_line_of_the_table_of_contents_and_its_articles_are_none() -> None:
    data = written(volume([article(n) for n in range(3)]), digest="lead", annex=True)
    labels = [label for label, _, _ in contents(data)]
    assert labels == ["第3版（3篇）", *(f"台北工会参观康复医院（之{n}）" for n in range(3)), "附：全文"]
    assert len(texts(opened(data), "Heading 3")) == 3
