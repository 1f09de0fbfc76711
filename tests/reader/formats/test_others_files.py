"""Markdown and web pages that somebody else made are read for what they say."""

import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert import record
from convert.errors import BadInputError
from convert.model import Article, Block, BlockType, Person, Role
from convert.reader import formats


def read(name: str, text: str, encoding: str = "utf-8") -> list[Article]:
    """The articles of a file of that name."""
    reader = formats.reader_for(name)
    assert reader
    return list(reader(io.BytesIO(text.encode(encoding)), name))


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.type.value, block.text) for block in article.body]


def test_a_reader_is_chosen_by_the_files_ending() -> None:
    assert set(formats.formats()) >= {"jsonl", "md", "html", "epub", "docx"}
    assert formats.reader_for("a/page.txt") is None
    assert formats.reader_for("a/NOTE.MD") is not None


# --- Markdown


def test_a_post_is_an_article_with_what_its_front_matter_says() -> None:
    front = "---\ntitle: '关于读报'\ndate: 2024-02-01 08:00\nauthor: [辛望, 白莹]\nlang: zh-Hant\n---\n"
    [one] = read("post.md", f"{front}\n第一段，\n接着写。\n\n第二段。\n")
    assert one.headline == "关于读报"
    assert one.date == datetime.date(2024, 2, 1)
    assert one.people == (Person("辛望", Role.AUTHOR), Person("白莹", Role.AUTHOR))
    assert one.language == "zh-Hant"
    assert blocks(one) == [("paragraph", "第一段，接着写。"), ("paragraph", "第二段。")]


def test_headings_of_the_topmost_level_begin_articles_and_lower_ones_are_crossheads() -> None:
    first, second = read("a.md", "# 甲\n\n一。\n\n## 小题\n\n二。\n\n# 乙\n\n> 引文。\n")
    assert (first.headline, second.headline) == ("甲", "乙")
    assert blocks(first) == [("paragraph", "一。"), ("crosshead", "小题"), ("paragraph", "二。")]
    assert first.id != second.id


def test_a_title_right_above_other_headings_names_the_whole() -> None:
    first, second = read("a.md", "# 一月的报纸\n\n## 甲\n\n一。\n\n## 乙\n\n二。\n")
    assert [first.section, second.section] == ["一月的报纸"] * 2
    assert [first.headline, second.headline] == ["甲", "乙"]


def test_text_before_the_first_heading_is_not_lost() -> None:
    lead, article = read("a.md", "导语。\n\n# 甲\n\n一。\n")
    assert (lead.headline, blocks(lead)) == (None, [("paragraph", "导语。")])
    assert article.headline == "甲"


def test_markdown_without_any_heading_is_one_article() -> None:
    [one] = read("a.md", "只有一段。\n\n- 甲\n- 乙\n\n```\n代码\n```\n")
    assert [text for _, text in blocks(one)] == ["只有一段。", "甲", "乙", "代码"]


# --- web pages

FOUNDER = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>劳动午报</title></head>
<body><!--enpproperty <articleid>1</articleid><date>2024-02-01 00:00:00.0</date><author>本报记者 白莹</author>
<title>北京市总工会召开座谈会</title><subtitle>全面推进各项工作</subtitle><introtitle>肩题在此</introtitle>/enpproperty-->
<div class="nav"><p>上一篇 下一篇 这是导航的文字不是正文不是正文不是正文</p></div>
<founder-title>北京市总工会召开座谈会</founder-title>
<div>第 03 版：要闻</div>
<founder-content><P>　　８月１日，市总工会组织召开军转干部座谈会，深入开展学习。镕</P>
<P><STRONG>　　一是加强领导</STRONG></P>
<P>　　会议指出，要做好工作。<BR>　　会议强调，要再接再厉。</P></founder-content></body></html>"""


def test_a_page_of_the_founder_system_is_read_by_its_property_comment_and_tags() -> None:
    [one] = read("a.html", FOUNDER, "gb18030")
    assert (one.kicker, one.headline, one.subheadline) == ("肩题在此", "北京市总工会召开座谈会", "全面推进各项工作")
    assert (one.byline, one.date, one.page) == ("本报记者 白莹", datetime.date(2024, 2, 1), 3)
    assert blocks(one) == [
        ("paragraph", "８月１日，市总工会组织召开军转干部座谈会，深入开展学习。镕"),
        ("crosshead", "一是加强领导"),
        ("paragraph", "会议指出，要做好工作。"),
        ("paragraph", "会议强调，要再接再厉。"),
    ]


ARTICLE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>
<div class="left"><ul><li>一版</li></ul></div>
<div class="article"><h3>肩题</h3><h1>主题</h1><h2>副题</h2>
<p class="sec">人民日报记者　王某 <span class="date">《人民日报》（2024年02月01日　第 04 版）</span></p>
<div id="ozoom"><table><tr><td><img src="a.jpg"></td></tr><tr><td class="picture-words">图为现场。</td></tr></table>
<p>　　第一段的文字，足够长，可以当作正文来读。</p><p>　　第二段的文字。</p></div></div></body></html>"""


def test_a_page_with_titles_around_its_main_title_has_kicker_and_subheadline() -> None:
    [one] = read("a.htm", ARTICLE)
    assert (one.kicker, one.headline, one.subheadline) == ("肩题", "主题", "副题")
    assert (one.date, one.page, one.language) == (datetime.date(2024, 2, 1), 4, "zh-CN")
    assert blocks(one) == [
        ("caption", "图为现场。"),
        ("paragraph", "第一段的文字，足够长，可以当作正文来读。"),
        ("paragraph", "第二段的文字。"),
    ]


def test_structured_data_is_believed_before_the_layout() -> None:
    data = (
        '{"@graph":[{"@type":"NewsArticle","headline":"真标题","datePublished":"2024-02-01T08:00:00+08:00",'
        '"author":[{"name":"白莹"}],"printPage":"5","isPartOf":{"@type":"Newspaper","name":"某报"}}]}'
    )
    page = f'<script type="application/ld+json">{data}</script><h1>网站名</h1><p>{"正文的文字。" * 8}</p>'
    [one] = read("a.html", page)
    assert (one.headline, one.page, one.paper) == ("真标题", 5, "某报")
    assert one.people == (Person("白莹", Role.AUTHOR),)
    assert one.body == (Block(BlockType.PARAGRAPH, "正文的文字。" * 8),)


def test_without_any_sign_the_element_with_most_text_is_the_body() -> None:
    menu, text = "<div><p>菜单里的一句话，不长不短二十个字左右的样子。</p></div>", "正文一段，说了很多话。" * 5
    [one] = read("a.html", f"<title>题</title>{menu}<div><p>{text}</p><p>{text}</p></div>")
    assert [block.text for block in one.body] == [text, text]
    assert one.headline == "题"


def test_a_web_page_without_an_article_is_refused() -> None:
    with pytest.raises(BadInputError, match="no article text"):
        read("a.html", "<html><body><a href='x'>空</a></body></html>")


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.mht", "a.epub", "a.docx", "a.jsonl"])
@given(st.binary(max_size=200) | st.text(st.sampled_from("<>/ap!-[]#*>\"'&;\n{}:文。 x"), max_size=80).map(str.encode))
def test_whatever_a_file_holds_it_gives_articles_or_an_error_that_names_it(name: str, data: bytes) -> None:
    reader = formats.reader_for(name)
    assert reader
    refused = name
    try:
        for one in reader(io.BytesIO(data), name):
            assert record.decode(record.encode(one)) == one
    except BadInputError as error:
        refused = str(error)
    assert refused.startswith(name)
