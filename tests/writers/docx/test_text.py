"""Nothing of an article is lost in a document, whatever its text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convert.model import Article, Block, BlockType, Volume
from convert.writers.docx import markup
from convert.writers.docx.leads import excerpt, sentences
from convert.writers.docx.wording import day
from tests.articles import article
from tests.articles import articles as any_articles
from tests.writers.docx.documents import as_read, expected, opened, part, read_back, texts, volume, written

HOSTILE = (
    "<w:p> & > \" ' ]]> &amp; \x00\x07\x1b\x7f\x85 \ud83d \udc00 \ufffe\uffff \ue000 \U000f0000 \u2028"
    " \U0001f468\u200d\U0001f469 𠮷𪚥 \t \r\n \r \n é ü Ω Я"
)


def _held(made: list[Article], found: list[dict[str, object]], count: int | None = None) -> None:
    assert len(found) == len(made)
    for of, held in zip(made, found, strict=True):
        blocks = None if count is None else excerpt(of, count)
        for name, value in expected(of, blocks):
            assert held.get(name) == value
        if of.headline and of.headline.strip():
            assert held["headline"] == as_read(of.headline)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(any_articles, min_size=1, max_size=3))
def test_no_character_of_any_article_is_lost(made: list[Article]) -> None:
    _held(made, read_back(opened(written(volume(made), group_by="none"))))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(any_articles, min_size=1, max_size=3))
def test_a_digest_has_each_lead_and_its_annex_every_character(made: list[Article]) -> None:
    document = opened(written(volume(made), group_by="none", digest="lead", annex=True, columns=2))
    _held(made, read_back(document), 0)
    _held(made, read_back(document, "Heading 3"))


def test_hostile_text_stands_in_titles_and_properties_too() -> None:
    made = article(1, headline=HOSTILE, section=HOSTILE, paper=HOSTILE, byline=HOSTILE)
    of = Volume(
        name="n", title=HOSTILE, language="zh-Hans", articles=(made,), creator=HOSTILE, description=HOSTILE * 9,
    )  # fmt: skip
    document = opened(written(of))
    assert texts(document, "Heading 2") == [as_read(HOSTILE)]
    assert texts(document, "Title") == [as_read(HOSTILE)]
    assert document.core_properties.title.startswith("<w:p> & >")
    assert len(document.core_properties.comments) == 255


def test_a_source_line_says_where_an_article_was_printed() -> None:
    made = article(1, section="工会\n职工之家")
    assert made.date is not None
    line = f"劳动午报 · {day(made.date)} · 第3版 · 工会 · 职工之家"
    assert texts(opened(written(volume([made]))), "Source Line") == [line]


def test_jumps_are_said_at_both_ends() -> None:
    found = texts(opened(written(volume([article(1, continued_from=2, continues_on=4)]))), "Jump")
    assert found == ["（上接第2版）", "（下转第4版）"]


def test_letters_that_are_neither_ascii_nor_chinese_have_a_latin_font() -> None:
    runs = markup.runs("在Café Ωμέγα听“新闻”——")
    assert '<w:rStyle w:val="Latin"/></w:rPr><w:t xml:space="preserve">é</w:t>' in runs
    assert "“新闻”——</w:t>" in runs


def test_a_headline_that_is_missing_is_supplied_from_the_opening_words_in_brackets() -> None:
    body = (Block(BlockType.PARAGRAPH, "各级工会坚持公益性，服务职工。"),)
    found = texts(opened(written(volume([article(1, headline=None, body=body)]))), "Heading 2")
    assert found == ["〔各级工会坚持公益性……〕"]


@given(st.text(st.sampled_from("甲乙。！？…”』）. \n"), max_size=40))
def test_the_sentences_of_a_paragraph_are_the_paragraph(text: str) -> None:
    assert "".join(sentences(text)) == text


def test_a_sentence_ends_after_the_quotes_that_close_behind_it() -> None:
    text = "他说：“今天能办好吗？”大家答：“能！”于是都笑了……会后合影。没有句号"
    assert list(sentences(text)) == [
        "他说：“今天能办好吗？”", "大家答：“能！”", "于是都笑了……", "会后合影。", "没有句号",
    ]  # fmt: skip


def test_no_run_has_a_font_of_its_own() -> None:
    assert not list(part(written(volume([article(n) for n in range(3)]), digest="2", annex=True)).iter("{*}rFonts"))
