"""Whether two texts tell of the same matter."""

from convert.reader.topics import SHARES, STEPS, pairs_of, share, shared

WHEAT = "眼下正是冬小麦播种的关键时期，全省各地抢抓晴好天气，组织农机手昼夜作业，冬小麦播种进度快于去年同期。"
MORE_WHEAT = "农业农村厅派出专家组深入田间地头，指导农机手抢抓晴好天气，确保冬小麦种足种好。"
LIBRARY = "晚上九点，市图书馆三楼的自习区依然座无虚席，每晚接待读者超过四百人，其中一半是下班后赶来的年轻人。"


def test_two_texts_about_one_matter_share_more_than_two_about_others() -> None:
    assert shared(WHEAT, MORE_WHEAT) > shared(WHEAT, LIBRARY)


def test_a_text_shares_all_with_itself_and_nothing_is_shared_with_no_text() -> None:
    assert shared(WHEAT, WHEAT) == len(STEPS)
    assert shared("", WHEAT) == -1
    assert shared(WHEAT, "一") == -1


def test_marks_digits_and_the_commonest_words_tell_nothing() -> None:
    assert shared("１２３，“。”（３）——", "１２３，“。”（３）——") == 0


def test_the_share_of_a_line_is_that_of_its_different_pairs() -> None:
    line = "抢抓晴好天气"
    assert share(line, pairs_of(line), WHEAT) == len(SHARES)
    assert share(line, pairs_of(line), LIBRARY) == 0
    assert 0 < share("抢抓机遇", pairs_of("抢抓机遇"), WHEAT) < len(SHARES)
    assert share("天天天天", pairs_of("天天天天"), "一天天") == len(SHARES)
