"""The halves of articles that jump from page to page."""

from convert.model import Article
from convert.reader import PageFile
from tests.reader.pages import BODY, LEAD, MORE, page, texts, together

FRONT = "老厂房里长出“工匠街”"


def front(path: str = "2024-02-01_01.txt", jump: str = "（下转第3版）", title: str = FRONT) -> PageFile:
    return page(title, LEAD, BODY + jump, path=path)


def back(path: str = "2024-02-01_03.txt", jump: str = "（上接第1版）", title: str | None = FRONT) -> PageFile:
    return page(*([title, jump] if title else []), (jump if title is None else "") + MORE, path=path)


def codes(article: Article) -> set[str]:
    return {note.code for note in article.notes}


def test_two_halves_become_one_article_with_both_sources() -> None:
    (whole,) = together(front(), back())
    assert texts(whole)[-2:] == [BODY, MORE]
    assert [source.path for source in whole.source] == ["2024-02-01_01.txt", "2024-02-01_03.txt"]
    assert (whole.kind, whole.continues_on, whole.continued_from) == ("news", None, None)
    assert "unmatched-jump" not in codes(whole)


def test_the_title_over_the_second_half_is_kept_in_a_note() -> None:
    (whole,) = together(front(), back())
    assert [note.text for note in whole.notes if note.code == "jump-title"] == [FRONT]


def test_the_order_of_the_pages_makes_no_difference_to_what_is_joined() -> None:
    assert texts(together(back(), front())[0]) == texts(together(front(), back())[0])


def test_a_second_half_without_a_title_is_matched_by_its_page() -> None:
    (whole,) = together(front(), back(title=None))
    assert texts(whole)[-1] == MORE


def test_a_paragraph_that_the_jump_breaks_is_one_paragraph() -> None:
    first = page(FRONT, LEAD, BODY[:30] + "（下转第3版）", path="2024-02-01_01.txt")
    second = page(FRONT, "（上接第1版）", BODY[30:], MORE, path="2024-02-01_03.txt")
    (whole,) = together(first, second)
    assert texts(whole)[-2:] == [BODY, MORE]


def test_halves_with_other_titles_stay_apart_each_with_a_note() -> None:
    found = together(front(), back(title="海员体检不用下船了"))
    assert [codes(article) >= {"unmatched-jump"} for article in found] == [True, True]
    assert (found[0].continues_on, found[1].continued_from) == (3, 1)


def test_halves_of_two_days_stay_apart() -> None:
    assert len(together(front(), back(path="2024-02-02_03.txt"))) == 2


def test_halves_that_name_other_pages_stay_apart() -> None:
    assert len(together(front(), back(jump="（上接第2版）"))) == 2


def test_a_half_without_a_title_that_fits_two_stays_apart() -> None:
    story = "本报讯（记者 马超）近日，东城区总工会开展全民阅读活动，辖区企业的二十余名职工参加，现场交流了读书的心得。"
    other = page("另一篇也要转到第三版的长文章", story, MORE + "（下转第3版）")
    fronts = PageFile("2024-02-01_01.txt", front().data + b"\n\n" + other.data)
    assert len(together(fronts, back(title=None))) == 3


def test_nothing_is_joined_when_that_is_asked() -> None:
    assert len(together(front(), back(), join=False)) == 2


def test_an_article_over_three_pages_is_one() -> None:
    middle = page(FRONT, "（上接第1版）", MORE + "（下转第5版）", path="2024-02-01_03.txt")
    last = page(
        FRONT,
        "（上接第3版）",
        "到年底，这条街还将再添十个工作室，让更多的年轻人在这里学到真本领。",
        path="2024-02-01_05.txt",
    )
    (whole,) = together(front(), middle, last)
    assert len(whole.source) == 3
