"""Whether two texts tell of the same matter."""

from convert.reader.topics import NAMED, SHARES, STEPS, named, pairs_of, share, shared

WHEAT = "眼下正是冬小麦播种的关键时期，全省各地抢抓晴好天气，组织农机手昼夜作业，冬小麦播种进度快于去年同期。"
MORE_WHEAT = "农业农村厅派出专家组深入田间地头，指导农机手抢抓晴好天气，确保冬小麦种足种好。"
LIBRARY = "晚上九点，市图书馆三楼的自习区依然座无虚席，每晚接待读者超过四百人，其中一半是下班后赶来的年轻人。"


def near(above: str, below: str) -> int:
    """How much two texts share."""
    return shared(pairs_of(above), pairs_of(below))


def has(line: str, other: str) -> int:
    """How much of a line another text has."""
    return share(pairs_of(line), pairs_of(other))


def test_two_texts_about_one_matter_share_more_than_two_about_others() -> None:
    assert near(WHEAT, MORE_WHEAT) > near(WHEAT, LIBRARY)


def test_a_text_shares_all_with_itself_and_nothing_is_shared_with_no_text() -> None:
    assert near(WHEAT, WHEAT) == len(STEPS)
    assert near("", WHEAT) == -1
    assert near(WHEAT, "一") == -1


def test_marks_digits_and_the_commonest_words_tell_nothing() -> None:
    assert near("１２３，“。”（３）——", "１２３，“。”（３）——") == 0


def test_the_share_of_a_line_is_that_of_its_different_pairs() -> None:
    line = "抢抓晴好天气"
    assert has(line, WHEAT) == len(SHARES)
    assert has(line, LIBRARY) == 0
    assert 0 < has("抢抓机遇", WHEAT) < len(SHARES)
    assert has("天天天天", "一天天") == len(SHARES)


def test_the_pairs_of_a_text_are_as_many_as_its_different_neighbours() -> None:
    assert len(pairs_of("天天向上")) == 3
    assert len(pairs_of("天天天天")) == 1
    assert pairs_of("天") == pairs_of("") == set()
    assert pairs_of("向上天") & pairs_of("天天向上") == pairs_of("向上")


def test_the_pairs_of_rare_characters_and_broken_ones_are_found_too() -> None:
    assert len(pairs_of("𠮷野家")) == 2
    assert len(pairs_of("天\ud800天")) == 2


def test_a_text_has_what_a_title_names_or_a_part_or_nothing() -> None:
    title = pairs_of("冬小麦播种快于去年")
    assert named(title, pairs_of(WHEAT)) == len(NAMED)
    assert 0 < named(title, pairs_of("这里的冬小麦长势很好，等到明年夏天才能收割入仓。")) < len(NAMED)
    assert named(title, pairs_of(LIBRARY)) == 0


def test_a_title_of_marks_and_digits_names_nothing() -> None:
    assert named(pairs_of("１９９８——２００８"), pairs_of("１９９８——２００８")) == 0
    assert named(set(), pairs_of(WHEAT)) == 0
