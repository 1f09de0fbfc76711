"""Pages in the structures that digital newspapers and news sites have: what is taken, and that nothing is lost.

The structures are those of real sites, the words are made up.
"""

import datetime
import hashlib
import io
from collections import Counter
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from convert.errors import BadInputError
from convert.model import Article, Person, Role
from convert.reader import formats

FIRST = "近日，河口镇工会在文化宫举办读报会，五十名职工一起读了一天的报纸，大家都说收获很大。"
SECOND = "读报会每月办一次，下一次定在月底，地点还在文化宫二楼。"

ENCODINGS = dict.fromkeys(("old-founder", "comments-only", "multimedia", "portal"), "gb18030") | {
    "hongkong": "big5hkscs"
}
PAGES = {path.stem: path.read_text("utf-8") for path in sorted(Path(__file__).with_name("sites").glob("*.html"))}


def site(name: str) -> Article:
    """The article of a page in the encoding that it declares."""
    return read(PAGES[name], ENCODINGS.get(name, "utf-8"))


def read(text: str, encoding: str = "utf-8", name: str = "page.html") -> Article:
    """The article of a page."""
    [one] = every(text.encode(encoding), name)
    return one


def every(page: str | bytes, name: str = "page.html") -> list[Article]:
    """The articles of a page."""
    reader = formats.reader_for(name)
    assert reader
    return list(reader(io.BytesIO(page if isinstance(page, bytes) else page.encode()), name))


def blocks(one: Article) -> list[tuple[str, str]]:
    """The types and texts of an article's blocks."""
    return [(block.type.value, block.text) for block in one.body]


def left_out(one: Article) -> list[str]:
    """The lines of the note on what stands around the article."""
    return [line for note in one.notes if note.code == "left-out" for line in (note.text or "").split("\n")]


def test_an_article_page_of_a_digital_newspaper_has_all_its_titles_byline_captions_and_folio() -> None:
    one = site("peoples")
    assert (one.kicker, one.headline) == ("职工文化走进车间", "河口镇办起读报会")
    assert one.subheadline == "五十人一起读报\n每月办一次"
    assert (one.paper, one.date, one.page) == ("河口日报", datetime.date(2024, 2, 1), 4)
    assert one.byline == "本报记者　白　莹　通讯员　马超"
    assert one.people[:2] == (Person("白莹", Role.REPORTER), Person("马超", Role.CORRESPONDENT))
    assert one.people[2] == Person("曹立栋", Role.PHOTOGRAPHER)
    assert blocks(one) == [
        ("caption", "图为读报会现场。"), ("credit", "本报记者 曹立栋摄"),
        ("paragraph", FIRST), ("crosshead", "人人有报读"), ("paragraph", SECOND),
    ]  # fmt: skip
    assert "分享到微博" in left_out(one)
    assert "渡口修好了" in left_out(one)
    assert "《河口日报》（2024年02月01日　第 04 版）" in left_out(one)


def test_a_page_of_tables_in_an_old_encoding_is_read_by_the_classes_of_its_cells() -> None:
    one = site("old-founder")
    assert (one.kicker, one.headline, one.subheadline) == ("职工文化", "读报会开到车间", "白班夜班都能来听报")
    assert one.byline == "记者 余翠平\n（作者系东河机械厂职工）"
    assert one.people == (Person("余翠平", Role.REPORTER),)
    assert (one.date, one.page) == (datetime.date(2024, 2, 1), 3)
    assert blocks(one)[1] == ("paragraph", SECOND + "镕")
    assert "放大 ⊕ 缩小 ○ 默认" in left_out(one)


def test_a_post_of_a_blog_system_has_its_author_and_none_of_what_hangs_on_it() -> None:
    one = site("wordpress")
    assert (one.headline, one.paper, one.date) == ("河口镇办起读报会", "河口生活", datetime.date(2024, 2, 1))
    assert one.people == (Person("白莹", Role.AUTHOR),)
    assert blocks(one) == [
        ("paragraph", FIRST), ("caption", "读报会现场"), ("crosshead", "下次何时"), ("paragraph", SECOND),
    ]  # fmt: skip
    assert "广告：好报纸天天读" in left_out(one)
    assert any("说得真好" in line for line in left_out(one))


def test_a_page_from_taiwan_gives_the_printed_title_where_its_data_cut_it_short() -> None:
    one = site("taiwan")
    assert (one.headline, one.section, one.paper) == ("河口鎮辦起讀報會 五十人同讀", "地方", "河口時報")
    assert (one.language, one.date) == ("zh-Hant-TW", datetime.date(2024, 2, 1))
    assert one.byline == "〔記者劉世怡／台北報導〕"
    assert one.people[0] == Person("劉世怡", Role.REPORTER)
    assert one.body[0].text.startswith("近日，河口鎮")
    assert ("caption", "讀報會現場（記者劉世怡攝）") in blocks(one)
    assert "渡口修好了新橋通車" in left_out(one)


def test_a_page_in_big5_names_its_paper_in_the_title_of_its_window() -> None:
    one = site("hongkong")
    assert (one.headline, one.paper, one.byline) == ("讀報會開到碼頭", "河口商報", "【專訊】")
    assert [kind for kind, _ in blocks(one)] == ["paragraph", "paragraph"]


def test_a_folio_of_a_number_and_the_word_for_page_is_the_page() -> None:
    one = site("bright")
    assert (one.kicker, one.headline, one.page, one.date) == (
        "职工文化", "读报会开到车间", 5, datetime.date(2024, 2, 1),
    )  # fmt: skip
    assert one.byline == "本报记者 白莹\n本报讯（通讯员 马超）"
    assert one.people == (Person("白莹", Role.REPORTER), Person("马超", Role.CORRESPONDENT))
    assert blocks(one)[0] == ("paragraph", FIRST)


TITLED = ("职工文化走进车间", "读报会开到车间", "白班夜班都能来听报")
"""Kicker, headline and subheadline of most pages."""


@pytest.mark.parametrize(
    ("name", "titles", "byline", "facts"),
    [
        ("founder-new", TITLED, "作者：本报记者 白莹", ("河口日报", 1, 2)),
        ("founder-ids", TITLED, "□本报记者 白莹 通讯员 马超", ("河口日报", None, None)),
        ("founder-plain", TITLED, "白莹", (None, 1, 3)),
        ("workers", TITLED, "本报记者 白莹", ("河口工人报", 1, None)),
        ("multimedia", (*TITLED[:2], None), "作者：白莹", ("河口日报", None, None)),
        ("study", TITLED, None, ("河口时报", None, None)),
        ("noon", TITLED, "□本报记者 白莹", ("河口午报", 1, 3)),
        ("total-title", TITLED, "作者：白莹", (None, 1, 3)),
        ("comments-only", (None, TITLED[1], None), "白莹", ("河口晚报", 2009, 3)),
        ("peoples-old", TITLED, "本报记者　白　莹", ("河口日报", 2014, 4)),
        ("agency", (None, TITLED[1], None), None, (None, 1, None)),
        ("portal", TITLED, "白莹\n(责编：余翠平、马超)", (None, 1, None)),
        ("taiwan-second", (None, "讀報會開到車間", None), "記者劉世怡／台北即時報導", (None, 1, None)),
        ("nested-sections", (None, TITLED[1], None), None, ("微信公众平台", 1, None)),
        ("founder-header", (None, *TITLED[1:]), "■本报记者 白莹 通讯员 马超", (None, 1, 3)),
        ("south", (None, "读报会开到车间 五十人一起读", TITLED[2]), "作者：白莹", ("河口日报", 1, None)),
        ("youth", (None, TITLED[1], "——河口镇工会文化活动侧记"), "本报记者 白莹", ("河口青年报", 1, 3)),
        ("bright-old", (None, TITLED[1], None), "作者：白莹", ("河口日报", 2014, 5)),
        ("bare", (None, TITLED[1], None), "白莹", (None, None, None)),
        ("peoples-hidden", TITLED, "本报记者　白　莹", ("河口日报", 1, 4)),
        ("founder-comment", TITLED, "白莹", ("河口午报", 1, 3)),
        ("marked-parts", TITLED, "白莹", ("河口晚报", 1, 3)),
        ("paper-as-title", TITLED, None, ("河口晚报", 1, 3)),
        ("hongkong-second", (None, "讀報會開到車間", None), "【河口報訊】記者白瑩報道：", (None, 1, None)),
        ("hongkong-third", (None, "讀報會開到車間", "白班夜班都來聽報"), "【河報專訊】", ("每日河報", 1, None)),
        ("taiwan-third", (None, "讀報會開到車間", None), "〔記者白瑩／台北報導〕", ("河口時報", 1, None)),
    ],
)  # fmt: skip
def test_each_systems_page_gives_its_titles_byline_paper_day_and_number(
    name: str,
    titles: tuple[str | None, ...],
    byline: str | None,
    facts: tuple[str | None, int | None, int | None],
) -> None:
    one = site(name)
    assert (one.kicker, one.headline, one.subheadline) == titles
    assert one.byline == byline
    year = facts[1] if facts[1] != 1 else 2024
    assert (one.paper, one.date, one.page) == (facts[0], datetime.date(year, 2, 1) if year else None, facts[2])
    assert [block.text[-6:] for block in one.body if block.type == "paragraph"] in (
        ["家都说收获很大。"[-6:], "在文化宫二楼。"[-6:]], ["友說很有用。"[-6:], "迎街坊參加。"[-6:]],
    )  # fmt: skip


def test_paragraphs_in_elements_of_their_own_are_one_text_without_a_known_place_too() -> None:
    page = PAGES["nested-sections"].replace("js_content", "x").replace("rich_media_content", "y")
    assert blocks(read(page)) == [("paragraph", FIRST), ("paragraph", SECOND)]


def test_a_place_after_a_reporters_name_is_nobody() -> None:
    assert site("taiwan-second").people == (Person("劉世怡", Role.REPORTER),)


def test_words_to_a_sites_visitors_are_no_part_of_the_text() -> None:
    assert [kind for kind, _ in blocks(site("taiwan-third"))] == ["caption", "paragraph", "paragraph"]
    assert left_out(site("taiwan-third"))[:2] == ["2024/02/01 05:30", "請繼續往下閱讀..."]
    assert [kind for kind, _ in blocks(site("hongkong-third"))] == ["paragraph", "paragraph"]
    assert "相關字詞﹕讀報 工會" in left_out(site("hongkong-third"))
    told = f"<h1>读报</h1><div id='ozoom'><p>{FIRST}</p><p>{{}}</p><p>{SECOND}</p></div>"
    assert len(read(told.format("他说：点击查看，就能读报。")).body) == 3
    assert len(read(told.format("更多报道：<a href='a'>渡口修好了</a>")).body) == 2


def test_a_paragraph_that_tells_of_the_picture_above_it_is_its_caption() -> None:
    assert blocks(site("hongkong-second"))[0] == ("caption", "圖：讀報會現場　河口報記者馬超攝")
    told = f"<h1>读报</h1><div id='ozoom'>{{}}<p>图为读报会现场。</p><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert blocks(read(told.format("<p><img src='a'></p><p> </p>")))[0] == ("caption", "图为读报会现场。")
    assert blocks(read(told.format(f"<p>{SECOND}</p>")))[1] == ("paragraph", "图为读报会现场。")


def test_a_day_and_the_papers_name_are_no_byline_whatever_their_element_is_called() -> None:
    assert site("hongkong-second").people == (Person("白瑩", Role.REPORTER),)
    assert "2024-02-01 04:24:10河口報" in left_out(site("hongkong-second"))


def test_the_number_of_another_page_that_a_menu_links_to_is_not_the_pages() -> None:
    assert "A01版：要闻" in left_out(site("founder-ids"))
    assert site("founder-ids").page is None


def test_a_picture_between_titles_and_text_gives_its_caption() -> None:
    assert blocks(site("founder-ids"))[0] == ("caption", "图为读报会现场。 曹立栋 摄")
    assert blocks(site("founder-plain"))[0] == ("caption", "读报会现场")


def test_a_page_that_holds_several_articles_gives_each() -> None:
    first, second = every(PAGES["whole-page"])
    assert [one.headline for one in (first, second)] == ["读报会开到车间", "渡口修好了"]
    assert first.byline == "本报记者 白莹"
    assert {(one.paper, one.date, one.page) for one in (first, second)} == {
        ("河口日报", datetime.date(2024, 2, 1), 3),
    }  # fmt: skip
    assert left_out(first) == ["河口日报 2024年2月1日 第3版"]
    assert not second.notes
    assert first.id != second.id
    assert in_the_article(first) + in_the_article(second) == on_the_page(PAGES["whole-page"])


def test_a_page_with_teasers_of_others_is_one_article() -> None:
    teaser = f'<article><h3><a href="b.html">渡口修好了</a></h3><p>{SECOND}{SECOND}</p></article>'
    page = f"<h1>读报会开到车间</h1><article><p>{FIRST}</p><p>{SECOND}</p></article>{teaser}{teaser}"
    one = read(page)
    assert (one.headline, len(one.body)) == ("读报会开到车间", 2)


def test_a_language_that_a_template_declares_of_everything_is_not_believed() -> None:
    assert read(f'<html lang="en"><h1>读报</h1><p>{FIRST}</p></html>').language == "zh-Hans"
    assert (
        read("<html><h1>讀報</h1><p>近日，河口鎮工會舉辦讀報會，五十名職工一起讀報，大家都說有用。</p></html>").language
        == "zh-Hant"
    )


@pytest.mark.parametrize(
    ("page", "cure"),
    [
        ('<html><frameset><frame src="a.htm"></frameset></html>', "open the frame"),
        ('<html><body><div id="app"></div><script src="app.js"></script></body></html>', "once the text is shown"),
        ("<html><body><p>短</p></body></html>", "save the page of one article"),
    ],
)
def test_a_page_without_its_text_is_refused_with_what_to_do(page: str, cure: str) -> None:
    with pytest.raises(BadInputError, match=cure):
        read(page)


# --- encodings and single files


def test_utf_8_is_believed_before_what_the_page_declares() -> None:
    assert site("comments-only") != read(PAGES["comments-only"])
    assert read(PAGES["comments-only"]).body == site("comments-only").body


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_a_page_that_declares_no_encoding_is_read_as_it_looks(encoding: str) -> None:
    assert read(PAGES["bare"].replace('<meta charset="utf-8">', ""), encoding).headline == "读报会开到车间"


@pytest.mark.parametrize(("name", "encoding"), [("comments-only", "gb18030"), ("founder-ids", "utf-8")])
def test_a_broken_byte_costs_itself_and_is_noted(name: str, encoding: str) -> None:
    data = PAGES[name].encode(encoding)
    at = data.index("五十名".encode(encoding))
    [one] = every(data[:at] + b"\xff" + data[at:])
    assert one.body[-2] == read(PAGES[name], encoding).body[-2]
    assert [note.text for note in one.notes if note.code == "undecodable-bytes"] == ["\\xff"]


@given(
    st.sampled_from(["utf-8", "gbk", "x-unknown", "undefined", "rot13", "a\\0b", "", "utf-7", "idna"]),
    st.sampled_from(["8bit", "base64", "quoted-printable", "x-uuencode", "?"]),
    st.binary(max_size=60) | st.sampled_from([PAGES["bare"].encode(), PAGES["bare"].encode("gb18030")]),
)
def test_whatever_a_single_file_says_of_itself_it_gives_articles_or_an_error_that_names_it(
    charset: str, encoding: str, data: bytes
) -> None:
    head = f'Content-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: {encoding}\n\n'
    refused = "page.mht"
    try:
        every(head.encode() + data, "page.mht")
    except BadInputError as error:
        refused = str(error)
    assert refused.startswith("page.mht")


def test_a_browsers_single_file_gives_the_frame_that_holds_the_text() -> None:
    saved = MIMEMultipart("related")
    saved.attach(MIMEText('<html><frameset><frame src="cid:1"></frameset></html>', "html", "utf-8"))
    saved.attach(MIMEText(PAGES["comments-only"], "html", "gb2312"))
    data = saved.as_bytes()
    [one] = every(data, "page.mht")
    assert (one.headline, one.body) == ("读报会开到车间", site("comments-only").body)
    assert one.source[0].sha256 == hashlib.sha256(data).hexdigest()
    with pytest.raises(BadInputError, match="no web page in it"):
        every(b"Subject: nothing\n\ntext", "page.mhtml")


def test_the_list_of_a_pages_articles_is_refused_with_what_to_save_instead() -> None:
    links = "".join(f'<li><a href="nw.D1-0{n}.htm">第{n}条新闻的题目在此</a></li>' for n in range(1, 9))
    areas = "".join(f'<area coords="1,1" href="nw.D1-0{n}.htm">' for n in range(1, 9))
    page = f'<body><img usemap="#m"><map name="m">{areas}</map><ul class="news-list">{links}</ul></body>'
    with pytest.raises(BadInputError, match="save the pages it links to"):
        read(page)


def test_a_photo_page_is_a_photo_story() -> None:
    picture = '<td><img src="a.jpg"></td></tr><tr><td>图为职工们在文化宫二楼一起读报的情形。<br>本报记者 曹立栋 摄</td>'
    one = read(f'<h1>读报</h1><div id="ozoom"><table><tr>{picture}</tr></table></div>')
    assert (one.kind, one.people) == ("photo", (Person("曹立栋", Role.PHOTOGRAPHER),))
    assert [kind for kind, _ in blocks(one)] == ["paragraph", "credit"]


def test_of_several_main_headings_the_one_that_the_window_is_titled_by_is_the_headline() -> None:
    head = "<head><title>读报会开到车间_河口日报</title></head>"
    one = read(f"{head}<body><h1>河口日报</h1><h1>读报会开到车间</h1><div><p>{FIRST}</p></div></body>")
    assert (one.headline, one.paper) == ("读报会开到车间", "河口日报")
    assert left_out(one) == ["河口日报"]


# --- nothing lost


def solid(text: str) -> Counter[str]:
    """The characters of a text that are not white space."""
    return Counter("".join(text.split()))


def on_the_page(text: str) -> Counter[str]:
    """The characters that a page shows."""
    tree = lxml_html.document_fromstring(text)
    for unseen in tree.xpath("//script | //style | //head | //map | //comment() | //noscript"):
        unseen.drop_tree()
    return solid(str(tree.text_content()))


def in_the_article(one: Article) -> Counter[str]:
    """The characters of an article's fields and notes."""
    texts = (one.section, one.kicker, one.headline, one.subheadline, one.byline, one.dateline)
    return solid("".join(text or "" for text in (*texts, *(b.text for b in one.body), *left_out(one))))


ONLY_IN_DATA = {"taiwan": "地方", "comments-only": "白莹", "founder-comment": f"{''.join(TITLED)}白莹"}
"""What a page says in its data and does not print."""


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ONLY_IN_DATA and name != "whole-page"])
def test_every_character_that_a_page_shows_is_in_one_field_or_in_the_note(name: str) -> None:
    assert in_the_article(site(name)) == on_the_page(PAGES[name])


@pytest.mark.parametrize("name", ONLY_IN_DATA)
def test_what_only_a_pages_data_say_is_all_that_it_does_not_show(name: str) -> None:
    assert in_the_article(site(name)) - on_the_page(PAGES[name]) == solid(ONLY_IN_DATA[name])
    assert not on_the_page(PAGES[name]) - in_the_article(site(name))


PIECE = st.sampled_from([
    f"<p>{FIRST}</p>", f"<div>{SECOND}<br>{FIRST}</div>", "<h1>读报会</h1>", "<h3>肩题</h3>", "<h2>副题</h2>",
    '<p class="sec">本报记者 白莹 <span class="date">2024年2月1日 <time>早</time></span></p>', "<aside>广告</aside>",
    '<ul><li><a href="a">甲</a></li><li><a href="b">乙</a></li></ul>', '<span class="author">马超</span>尾', "散字",
    '<figure><img><figcaption>图为现场。<br>马超 摄</figcaption></figure>', '<div class="nav">导航</div>',
    "<div>2024年2月1日　作者：白莹　来源：某报</div>", "<p>作者：马超 <b>《某报》</b></p>",
    "<!-- 注 -->", f"<!--enpcontent--><p>{FIRST}</p><!--/enpcontent-->", "<!--enpcontent-->", "<!--/enpcontent-->散",
    '<div class="attachment"><img><p>图为甲地。</p></div>', "<b>读报会</b>", '<div class="subtitle">副题</div>',
    '<p class="author"><a href="z">白莹</a> 文</p>', f"<article><h2>甲</h2><p>{FIRST}{SECOND}</p></article>",
    '<h4>本报记者 马超</h4>', '<div class="title">读报</div>', f"<section>{FIRST}</section>",
    "<table><tr><td><img></td></tr><tr><td>图为乙地。</td></tr></table>",
        "<figure><img><figcaption>图为丙地。<time>昨天</time></figcaption></figure>",
])  # fmt: skip
WRAPPED = st.recursive(
    st.lists(PIECE, max_size=5).map("".join),
    lambda inner: st.builds(
        '<div class="{}">{}</div>{}'.format, st.sampled_from(["article", "content", "x", "share"]), inner, inner
    ),
    max_leaves=5,
)


@given(WRAPPED)
def test_nothing_that_a_page_shows_is_lost_or_doubled_however_it_is_built(inner: str) -> None:
    page = f'<body><div id="ozoom"><p>{FIRST}</p></div>{inner}</body>'
    assert sum(map(in_the_article, every(page)), Counter[str]()) == on_the_page(page)


@given(WRAPPED)
def test_nothing_is_lost_either_where_no_place_of_the_text_is_known(inner: str) -> None:
    page = f"<head><title>读报会</title></head><body><p>{FIRST}</p>{inner}<div>{SECOND}{SECOND}</div></body>"
    found = sum(map(in_the_article, every(page)), Counter[str]())
    assert not on_the_page(page) - found
    assert not (found - on_the_page(page)) - solid("读报会")
