"""Dirty text is cleaned only where that is certain, and every change can be seen."""

import pytest

from convert.model import Article
from convert.reader import PageFile, lines, read_page
from tests.reader.pages import BODY, LEAD, MORE, articles, page, texts

TITLE = "公交保修分公司工会慰问雨中值守职工"


def changes(*lines: str) -> list[tuple[str, str]]:
    return [change for line in read_page(page(*lines)).trace for change in line.changes]


def test_the_line_ends_of_another_system_make_no_difference() -> None:
    text = "\n\n".join((TITLE, LEAD, BODY))
    dos = read_page(PageFile("p", text.replace("\n", "\r\n").encode())).articles[0]
    mac = read_page(PageFile("p", text.replace("\n", "\r").encode())).articles[0]
    unix = read_page(PageFile("p", text.encode())).articles[0]
    assert dos.body == mac.body == unix.body
    assert dos.source[0].lines == unix.source[0].lines


def test_kangxi_radicals_become_the_characters_they_stand_for() -> None:
    (article,) = articles(
        TITLE, LEAD, "会上，⾼⽼师说，⻓期以来⼤家都很⽀持这项⼯作，取得了不错的成绩和良好的社会反响。"
    )
    assert "高老师说，长期以来大家都很支持这项工作" in article.text
    assert "mended-characters" in {note.code for note in article.notes}


def test_radicals_outside_the_kangxi_block_are_mended_too() -> None:
    assert ("⻓⻔", "长门") in changes(
        TITLE, LEAD, "会上，⻓⻔分公司的代表说，大家都很支持这项工作，取得了不错的成绩和良好的社会反响。"
    )


def test_vertical_marks_become_upright_ones() -> None:
    assert (
        "「市民」（記者）《書》"
        in articles(
            "標題在這裡", "昨日﹁市民﹂︵記者︶︽書︾在這裡出現，有關部門表示將會跟進事件，並且會盡快公佈結果。"
        )[0].text
    )


def test_letter_spaced_text_is_set_solid() -> None:
    assert ("甚 麼 是 學 以 致 用", "甚麼是學以致用") in changes("甚 麼 是 學 以 致 用", LEAD, BODY)


def test_two_phrases_with_a_space_between_stay_apart() -> None:
    title = "服务大局担使命 凝心聚力抓落实 切实转化为实绩"
    assert articles(title, LEAD, BODY)[0].headline == title


def test_full_width_figures_and_half_width_marks_stay_as_printed() -> None:
    line = "网易集团(北京)１９９８年１月成立,首批共有699名职工入会,集团党委书记说,工会要紧跟公司发展的需要。"
    assert line in articles("网易集团(北京)工会正式成立", LEAD, line)[0].text


def test_control_characters_go_into_a_note() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:10] + "\x07" + BODY[10:])
    assert texts(article)[-1] == BODY
    assert [(note.code, note.text, note.line) for note in article.notes] == [("illegal-character", "\\x07", 5)]


def test_invisible_characters_go_into_a_note_and_words_stay_whole() -> None:
    (article,) = articles(TITLE, LEAD, BODY[:10] + "\u200b" + BODY[10:])
    assert texts(article)[-1] == BODY


@pytest.mark.parametrize("char", ["\u00ad", "\u200e", "\u202b", "\u2060", "\u2064", "\ufeff", "\u200d"])
def test_no_character_that_only_directs_the_setting_is_left_between_ideographs(char: str) -> None:
    (article,) = articles(TITLE, LEAD, BODY[:10] + char + BODY[10:])
    assert texts(article)[-1] == BODY
    assert [note.code for note in article.notes] == ["illegal-character"]


@pytest.mark.parametrize("joined", ["👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "مى\u200cروم"])
def test_what_joiners_join_stays_joined(joined: str) -> None:
    (article,) = articles(TITLE, LEAD, BODY[:10] + joined + BODY[10:])
    assert joined in article.text
    assert not article.notes


def test_private_use_characters_stay() -> None:
    assert "\ue5d2" in articles(TITLE, LEAD, BODY[:10] + "\ue5d2" + BODY[10:])[0].text


def test_heading_marks_are_taken_off_and_kept_in_the_trace() -> None:
    reading = read_page(page("## " + TITLE, LEAD, BODY))
    assert reading.articles[0].headline == TITLE
    assert reading.trace[0].marks == ("##",)


def wrapped(text: str, width: int = 30) -> str:
    return "\n".join(text[n : n + width] for n in range(0, len(text), width))


def test_hard_wrapped_lines_are_put_together_again() -> None:
    paragraphs = (LEAD + BODY + "大家都说好。", BODY + MORE + "掌声响起来了。", MORE + LEAD[15:] + "会后还参观了现场。")
    text = "\n".join((TITLE, *(wrapped("\u3000\u3000" + paragraph) for paragraph in paragraphs)))
    (article,) = read_page(PageFile("p", text.encode())).articles
    assert article.headline == TITLE
    assert texts(article) == [paragraphs[0].replace("本报讯（记者 白莹）", ""), *paragraphs[1:]]


def test_a_page_that_is_not_wrapped_keeps_its_lines() -> None:
    (article,) = read_page(PageFile("p", "\n".join((TITLE, LEAD, BODY, MORE)).encode())).articles
    assert len(texts(article)) == 3


@pytest.mark.parametrize("end", ["\r\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_the_line_ends_of_word_processors_are_line_ends(end: str) -> None:
    text = "\n".join((TITLE, LEAD, BODY))
    assert read_page(PageFile("p", text.replace("\n", end).encode())).articles[0].body == articles_of(text).body


def articles_of(text: str) -> Article:
    return read_page(PageFile("p", text.encode())).articles[0]


def test_a_form_feed_at_a_line_end_counts_no_line() -> None:
    assert [line.line for line in read_page(PageFile("p", f"{TITLE}\n\x0c{LEAD}\n{BODY}".encode())).trace] == [1, 2, 3]


@pytest.mark.parametrize(
    ("spaced", "solid"),
    [
        ("职  工  大  讲  堂", "职工大讲堂"),
        ("职\xa0工\xa0大\xa0讲\xa0堂", "职工大讲堂"),
        ("安 居 乐 业", "安居乐业"),
        ("张 三 李 四 王 五", "张 三 李 四 王 五"),
        ("新 春 走 基", "新 春 走 基"),
    ],
)
def test_letter_spacing_is_undone_where_no_names_may_stand(spaced: str, solid: str) -> None:
    assert read_page(page(spaced, LEAD, BODY)).trace[0].text == solid


@pytest.mark.parametrize(("bad", "good"), [("\uf9f4", "林"), ("\uf900", "豈"), ("\U0002f804", "你"), ("\uf0b7", "•")])
def test_characters_that_another_set_has_twice_are_mended(bad: str, good: str) -> None:
    (article,) = articles(TITLE, LEAD, f"会上，有关部门负责人{bad}汇报了工作进展，与会人员进行了深入交流和讨论。")
    assert f"负责人{good}汇报" in article.text
    assert "mended-characters" in {note.code for note in article.notes}


def test_the_sign_for_a_lost_character_is_noted_and_stays() -> None:
    (article,) = articles(TITLE, LEAD, "会上，有关部门负责人李\ufffd汇报了工作进展，与会人员进行了深入交流和讨论。")
    assert "李\ufffd汇报" in article.text
    assert [note.line for note in article.notes if note.code == "lost-characters"] == [5]


def test_every_character_that_is_cleaned_is_looked_for() -> None:
    everything = "".join(map(chr, range(0x110000)))
    looked_for = set("".join(lines._SUSPECT.findall(everything)))
    cleaned = (lines._SEPARATOR, lines._ILLEGAL, lines._UNSHOWN, lines._WIDE_SPACES, lines._INVISIBLE, lines._MENDABLE)
    for pattern in cleaned:
        assert set("".join(pattern.findall(everything))) <= looked_for
    assert looked_for.isdisjoint("报纸，。“”《》—…　ＡＢ１２abc12\n\t")
