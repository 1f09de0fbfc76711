"""The formats a person reads as they are: Markdown, the web page, plain text, the table."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from convert import writers
from convert.model import Article, Block, BlockType, Volume
from convert.reader import formats
from tests.articles import article, articles


def volume(*of: Article, **about: str) -> Volume:
    """A small volume."""
    return Volume(**{"name": "v", "title": "劳动午报 2024-02-01", "language": "zh-Hans", **about}, articles=of)  # type: ignore[arg-type]


def written(name: str, book: Volume, **options: object) -> str:
    """What the format's writer makes of it."""
    out = io.BytesIO()
    writers.make(name, options).write(book, out)
    return out.getvalue().decode()


READABLE = ("md", "html", "txt", "csv")


@pytest.mark.parametrize("name", READABLE)
def test_all_that_was_printed_is_in_the_file(name: str) -> None:
    one = article(kicker="肩题在此", subheadline="副题在此", section="栏目在此", dateline="新华社北京１月１日电")
    text = written(name, volume(one))
    printed = [one.kicker, one.headline, one.subheadline, one.section, one.byline, one.dateline]
    for piece in [*printed, *(block.text for block in one.body)]:
        assert piece
        assert piece in text.replace("<span>", "").replace("</span>", "")


@pytest.mark.parametrize("name", ["md", "html", "txt"])
@pytest.mark.parametrize(("language", "turn"), [("zh-Hans", "转"), ("zh-Hant-TW", "轉")])
def test_a_jump_says_where_the_rest_is_and_is_no_text(name: str, language: str, turn: str) -> None:
    one = article(language=language, continued_from=2, continues_on=3)
    text = written(name, volume(one))
    assert "上接第2版" in text
    assert f"下{turn}第3版" in text
    if reader := formats.reader_for(f"a.{name}"):
        assert list(reader(io.BytesIO(text.encode()), f"a.{name}")) == [one]


@pytest.mark.parametrize("name", [*READABLE, "ninjs", "corpus", "parquet"])
@given(st.lists(articles, max_size=3))
def test_any_text_makes_a_file_and_the_same_one_each_time(name: str, some: list[Article]) -> None:
    def made() -> bytes:
        out = io.BytesIO()
        writers.make(name, {}).write(volume(*some), out)
        return out.getvalue()

    assert made() == made()


# --- Markdown


def shown_by_commonmark(markdown: str) -> list[str]:
    """The text of each block as a CommonMark renderer shows it."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    return [
        "".join("\n" if child.type == "hardbreak" else child.content for child in token.children or [])
        for token in tokens
        if token.type == "inline"
    ]


FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

printable = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1)
SIGNS = [*"#*_`\\~|=$:!文字。a", "***", "---", "[a](b)", "<b>", "&amp;", "9)", "://x.y"]
markdown_like = st.lists(
    st.sampled_from([*SIGNS, "- ", "1. ", "> ", "+ ", "    ", "　", "\n", "\n\n"]), min_size=1
).map("".join)


@given(printable | markdown_like)
def test_a_paragraph_is_shown_by_markdown_as_it_is(text: str) -> None:
    if not text.strip() or "\ufeff" in text:
        return
    one = article(byline=None, body=(Block(BlockType.PARAGRAPH, text),))
    assert shown_by_commonmark(FRONT.sub("", written("md", volume(one))))[1:] == [text]


def test_captions_are_quotes_and_credits_quotes_in_emphasis() -> None:
    picture = (Block(BlockType.CAPTION, "图为*现场*"), Block(BlockType.CREDIT, "本报记者 曹立栋 摄"))
    text = written("md", volume(article(body=picture)))
    assert "\n> 图为\\*现场\\*\n" in text
    assert "\n> *本报记者 曹立栋 摄*\n" in text


def test_the_front_matter_is_yaml() -> None:
    yaml = pytest.importorskip("yaml")
    front = FRONT.match(written("md", volume(article(), article(2, notes=()), creator="档案馆")))
    assert front
    values = yaml.safe_load(front[0].strip("-\n"))
    assert values["creator"] == "档案馆"
    assert [each["id"] for each in values["records"]] == [article().id, article(2).id]


@given(articles)
def test_the_front_matter_is_yaml_whatever_the_text(one: Article) -> None:
    yaml = pytest.importorskip("yaml")
    front = FRONT.match(written("md", volume(one)))
    assert front
    assert set(yaml.safe_load(front[0][4:-4])) >= {"title", "record", "lang"}


def test_a_volume_of_one_article_has_the_front_matter_that_sites_know() -> None:
    text = written("md", volume(article(section="要闻")))
    assert f'title: "{article().headline}"\n' in text
    assert 'date: "2024-02-01"\n' in text
    assert 'author: ["余翠平", "白霖"]\n' in text
    assert f"\n# {article().headline}\n" in text


def test_a_volume_of_several_says_of_each_article_where_it_was_printed() -> None:
    text = written("md", volume(article(section="要闻"), article(2)))
    assert f"\n## {article().headline}\n\n*要闻*\n" in text
    assert text.count("\n*劳动午报 2024-02-01 第3版*\n") == 2
    assert "第3版*" not in written("md", volume(article()))
    assert written("txt", volume(article(), article(2))).count("\n劳动午报 2024-02-01 第3版\n") == 2


# --- the web page


class Outline(HTMLParser):
    """Collects tags and what they refer to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def outline(text: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    parser = Outline()
    parser.feed(text)
    return iter(parser.tags)


def test_the_web_page_loads_nothing_from_elsewhere() -> None:
    text = written("html", volume(article(), article(2)))
    for tag, attributes in outline(text):
        assert tag not in ("link", "img", "iframe")
        assert "src" not in attributes
        assert tag != "script" or str(attributes["type"]).startswith("application/")
    assert "url(" not in text
    assert "@import" not in text


def test_every_line_of_the_contents_leads_to_its_article() -> None:
    tags = list(outline(written("html", volume(article(), article(2), article(3, headline=None)))))
    targets = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert targets == [f"#{attributes['id']}" for tag, attributes in tags if tag == "article"]
    assert len(targets) == 3


def test_the_web_page_says_its_language_and_speaks_it() -> None:
    text = written("html", volume(article(language="zh-Hant-TW"), language="zh-Hant-TW"))
    assert '<html lang="zh-Hant-TW">' in text
    assert "目錄" in text


def test_markup_in_the_text_is_text() -> None:
    text = written("html", volume(article(headline="<script>alert(1)</script>", section="</script><b>")))
    assert "<script>alert" not in text
    assert text.count("</script>") == 2


def test_search_engines_find_a_news_article() -> None:
    text = written("html", volume(article()))
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found
    data = json.loads(found[1])
    assert (data["@type"], data["printPage"], data["datePublished"]) == ("NewsArticle", "3", "2024-02-01")
    assert [author["name"] for author in data["author"]] == ["余翠平", "白霖"]


# --- plain text and table


def test_plain_text_can_be_indented_as_print_is() -> None:
    text = written("txt", volume(article(), article(2)), indent="yes", rule="◆")
    assert "\n　　“这里的头发" in text
    assert "\n从点滴做起\n" in text
    assert text.count("\n◆\n") == 1


def test_the_table_is_one_row_an_article_for_any_csv_reader() -> None:
    cells = article(body=(Block(BlockType.PARAGRAPH, '他说，"好",\n换行'),))
    text = written("csv", volume(cells, article(2)))
    assert text.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["id"] for row in rows] == [cells.id, article(2).id]
    assert rows[0]["text"] == cells.text
    assert rows[0]["people"] == "余翠平 (reporter); 白霖 (correspondent)"
    assert written("csv", volume(), bom="no").startswith("id,")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(1)", "\t=1", "＝1"])
def test_no_text_of_a_page_is_a_formula_in_a_spreadsheet(text: str) -> None:
    one = article(headline=text, byline="—白莹")
    [row] = csv.DictReader(io.StringIO(written("csv", volume(one), bom="no"), newline=""))
    assert (row["headline"], row["byline"]) == (f"'{text}", "—白莹")
    [row] = csv.DictReader(io.StringIO(written("csv", volume(one), bom="no", guard="no"), newline=""))
    assert row["headline"] == text
