"""Nothing of an article is lost in its chapter, whatever its text; and what Chinese typesetting asks of the markup."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convert.model import Article, BlockType
from convert.writers.epub.typesetting import Typesetter, corner_quotes
from convert.writers.xmltext import visible
from tests.articles import articles as any_articles
from tests.writers.epub.volumes import XHTML, XML, Opened, article, blocks, by_class, text_of

HOSTILE = (
    "/ : ? * < & > \" ' \x00\x07\x1b\x7f\x85 \ud83d \ufffe\uffff \ue000\U000f0000"
    " \U0001f468\u200d\U0001f469 𠮷𪚥 \r\n ]]> &amp;"
)
LANGUAGES = re.compile(r"zh-Hans|en|und-(Latn|Cyrl|Grek|Arab|Hebr|Deva|Thai|Mong)|zh-Latn-pinyin|ja|ko|bo|zxx|und\Z")


def printed_quotes(text: str) -> str:
    """What a chapter with `data-quotes` was made of, as `data-quotes` says."""
    return text.translate(str.maketrans("「」『』", "“”‘’"))


def read_back(chapter: Any) -> dict[str, Any]:
    """What a chapter holds of its article, quotation marks as the page printed them."""
    given_back = printed_quotes if chapter.get("data-quotes") else str

    def of(name: str) -> str | None:
        found = by_class(chapter, name)
        return given_back(text_of(found[0])) if found else None

    headline = chapter.find(f".//{XHTML}h1")
    for supplied in by_class(headline, "supplied"):
        supplied.text = ""
    return {
        **{name: of(name) for name in ("section", "kicker", "subheadline", "byline", "dateline")},
        "headline": given_back(text_of(headline)) or None,
        "body": [(kind, given_back(text)) for kind, text in _blocks(chapter)],
    }


def _blocks(chapter: Any) -> list[tuple[str, str]]:
    found = []
    for element in chapter:
        kind = element.get("class")
        if element.tag == f"{XHTML}h2":
            found.append(("crosshead", text_of(element)))
        elif element.tag == f"{XHTML}figure":
            found += [(p.get("class"), text_of(p)) for p in element.iter(f"{XHTML}p")]
        elif element.tag == f"{XHTML}p" and kind != "jump":
            found.append((kind or "paragraph", text_of(element)))
    return found


def expected(of: Article) -> dict[str, Any]:
    """What a chapter should hold."""
    names = ("section", "kicker", "subheadline", "byline", "dateline", "headline")
    return {
        **{name: visible(getattr(of, name)) if getattr(of, name) else None for name in names},
        "body": [(block.type.value, visible(block.text)) for block in of.body],
    }


def _with_crossheads_as_read(held: dict[str, Any], of: Article) -> dict[str, Any]:
    """A crosshead of which nothing can be seen is set as a paragraph, since an empty heading is a trap."""
    types = [block.type.value for block in of.body]
    held["body"] = (
        [(types[n], text) for n, (_, text) in enumerate(held["body"])]
        if len(types) == len(held["body"])
        else held["body"]
    )
    return held


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(any_articles, min_size=1, max_size=3))
def test_no_character_of_any_article_is_lost(writing: str, made: list[Article]) -> None:
    book = Opened.of(made, {"writing": writing})
    assert len(book.chapters) == len(made)
    for chapter, of in zip(book.chapters, made, strict=True):
        assert _with_crossheads_as_read(read_back(chapter), of) == expected(of)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_hostile_text_is_kept_in_every_field(writing: str) -> None:
    fields = dict.fromkeys(("section", "kicker", "subheadline", "byline", "dateline"), HOSTILE)
    of = article(HOSTILE, HOSTILE, f"caption:{HOSTILE}", f"credit:{HOSTILE}", **fields)
    (chapter,) = Opened.of([of], {"writing": writing}, title=HOSTILE).chapters
    assert read_back(chapter) == expected(of)


def test_a_headline_of_5000_characters_is_whole_in_its_chapter_and_cut_in_the_contents() -> None:
    headline = "长标题" * 1667
    book = Opened.of([article(headline)])
    assert text_of(book.chapters[0].find(f".//{XHTML}h1")) == headline
    assert text_of(next(book.nav("toc").iter(f"{XHTML}a"))) == headline[:119] + "…"


@pytest.mark.parametrize("headline", [None, "", " \u3000", "\u200b"])
def test_an_article_without_a_headline_has_a_bracketed_one_and_its_first_words_in_the_contents(headline: str) -> None:
    book = Opened.of([article(headline, "今天，市总工会召开会议。")])
    assert text_of(book.chapters[0].find(f".//{XHTML}h1")).startswith("〔无题〕")
    assert text_of(next(book.nav("toc").iter(f"{XHTML}a"))) == "〔无题〕今天，市总工会召开会议。"


@pytest.mark.parametrize(
    ("text", "language", "run"),
    [
        ("使用CPU和Wi-Fi 6的人", "en", ["CPU", "Wi-Fi"]),
        ("人工智能（artificial intelligence）", "en", ["artificial intelligence"]),
        ("A股和B股", "en", []),
        ("拼音lǜsè", "zh-Latn-pinyin", ["lǜsè"]),
        ("Müller先生", "und-Latn", ["Müller"]),
        ("《さくら》", "ja", ["さくら"]),
        ("《아리랑》", "ko", ["아리랑"]),
        ("Правда报", "und-Cyrl", ["Правда"]),
        ("排放CO₂和5m²", "en", []),
        ("又称שלום עולם，", "und-Hebr", ["שלום עולם"]),
        ("《ไทย》", "und-Thai", ["ไทย"]),
    ],
)
def test_a_foreign_run_carries_its_language(text: str, language: str, run: list[str]) -> None:
    (chapter,) = Opened.of([article("标题", text)]).chapters
    paragraph = chapter.findall(f"{XHTML}p")[0]
    spans = paragraph.findall(f"{XHTML}span")
    assert [text_of(span) for span in spans if span.get("lang") == language] == run
    assert text_of(paragraph) == text


def test_every_language_is_said_twice_alike_and_is_one_of_those_known() -> None:
    book = Opened.of([article("Müller的CPU", "Правда与さくら", section="A/B test")])
    for file in book.files:
        if file.endswith(".xhtml"):
            for element in book.tree(file).iter():
                if element.get("lang") is not None:
                    assert element.get("lang") == element.get(f"{XML}lang")
                    assert LANGUAGES.match(element.get("lang"))


def test_a_chapter_is_in_its_article_s_own_language() -> None:
    book = Opened.of([article("甲"), article("乙", language="zh-Hant-TW")])
    assert [book.tree(f"a0000{n}.xhtml").get("lang") for n in (1, 2)] == ["zh-Hans", "zh-Hant-TW"]
    links = [a.get("lang") for a in book.nav("toc").iter(f"{XHTML}a")]
    assert links[:2] == [None, "zh-Hant-TW"]


def test_a_headline_is_kept_together_between_its_pauses() -> None:
    (chapter,) = Opened.of([article("以工会转型为新引擎 大力推进智慧工会建设")]).chapters
    assert [text_of(p) for p in by_class(chapter, "phrase")] == ["以工会转型为新引擎", "大力推进智慧工会建设"]


@pytest.mark.parametrize("text", ["活动名为“شىنجاڭ يېزىقى”。", "又称שלום。"])
def test_a_run_that_is_read_from_the_right_is_set_apart_from_the_line_round_it(text: str) -> None:
    (chapter,) = Opened.of([article("标题", text)]).chapters
    assert [span.get("dir") for span in chapter.findall(f"{XHTML}p/{XHTML}span")] == ["rtl"]


def test_a_long_headline_may_be_broken_between_its_words_only() -> None:
    (chapter,) = Opened.of([article("温家宝在贵州农村考察时指出动员全社会力量")]).chapters
    (words,) = by_class(chapter, "words")
    assert [words.text, *(wbr.tail for wbr in words)] == [
        "温家宝", "在贵州", "农村", "考察时", "指出", "动员", "全社会", "力量",
    ]  # fmt: skip


def test_foreign_runs_and_numbers_of_a_long_headline_are_set_as_in_any_text() -> None:
    headline = "今年GDP增长5.2%而“CPU企业”的12名职工登台领奖"
    (chapter,) = Opened.of([article(headline)], {"writing": "vertical"}).chapters
    heading = chapter.find(f".//{XHTML}h1")
    assert text_of(heading) == "今年GDP增长5.2%而「CPU企业」的12名职工登台领奖"
    assert [text_of(span) for span in by_class(heading, "up")] == ["GDP", "CPU"]
    assert [text_of(span) for span in by_class(heading, "tcy")] == ["12"]


def test_a_line_feed_in_a_title_ends_a_phrase() -> None:
    (chapter,) = Opened.of([article("甲", subheadline="——记一次 座谈会\n第二行副题")]).chapters
    assert [text_of(p) for p in by_class(chapter, "phrase")] == ["——记一次", "座谈会", "第二行副题"]
    assert len(list(chapter.iter(f"{XHTML}br"))) == 1


@given(st.text(st.sampled_from("字“”‘’ab1９.,% "), max_size=30))
def test_corner_quotes_are_given_back_as_printed(text: str) -> None:
    assert printed_quotes(corner_quotes(text)) == text


def test_vertical_lines_have_corner_quotes_and_upright_numbers() -> None:
    set_text = Typesetter(vertical=True, corners=True).inline("“8月31日”1998年‘90%’的GDP达12.5万亿，it’s")
    assert re.sub("<[^>]*>", "", set_text) == "「8月31日」1998年『90%』的GDP达12.5万亿，it’s"
    assert re.findall(r'<span class="(\w+)">([^<]*)</span>', set_text) == [
        ("tcy", "8"),
        ("tcy", "31"),
        ("up", "1998"),
        ("tcy", "90"),
        ("up", "%"),
        ("up", "GDP"),
    ]


def test_a_formula_is_not_torn_apart_in_vertical_lines() -> None:
    assert Typesetter(vertical=True).inline("CO₂和H₂O，100m²") == 'CO₂和H₂O，<span class="up">100</span>m²'


def test_horizontal_lines_are_as_printed() -> None:
    (chapter,) = Opened.of([article("“8月31日”")]).chapters
    assert text_of(chapter.find(f".//{XHTML}h1")) == "“8月31日”"
    assert not by_class(chapter, "tcy")


def test_text_with_corner_quotes_of_its_own_keeps_both_kinds_in_vertical_lines() -> None:
    (chapter,) = Opened.of([article("「甲」与“乙”")], {"writing": "vertical"}).chapters
    assert text_of(chapter.find(f".//{XHTML}h1")) == "「甲」与“乙”"
    assert chapter.get("data-quotes") is None


def test_caption_and_credit_are_one_figure() -> None:
    (chapter,) = Opened.of([article("标题", "正文。", "caption:图为现场。", "credit:白莹 摄")]).chapters
    figure = chapter.find(f"{XHTML}figure")
    assert [(p.get("class"), p.text) for p in figure.iter(f"{XHTML}p")] == [
        ("caption", "图为现场。"),
        ("credit", "白莹 摄"),
    ]


def test_the_blocks_of_the_tests_are_typed() -> None:
    assert [block.type for block in blocks("字", "crosshead:字")] == [BlockType.PARAGRAPH, BlockType.CROSSHEAD]
