"""Which articles stay, in which order, and what is said of the others."""

import dataclasses
import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.errors import BadOptionError, UnknownNameError
from convert.model import Article, Block, BlockType, Kind, Person, Role
from convert.transforms.selection import LeftOut, Selection, Sieve, select

STORY = (
    "昨日上午，市总工会召开职工之家建设现场会，一百二十名基层工会主席到场。会议通报了全年建家进度，"
    "朝阳、海淀、丰台三个区的做法在会上作了介绍。与会人员参观了两处新建的暖心驿站，"
    "驿站内设有微波炉、饮水机、雨具和急救箱。市总工会有关负责人表示，下一步将把驿站建到产业园区，"
    "让快递员、网约车司机就近歇脚。目前全市已有驿站一万一千家，年内还要增加八百家。"
    "参加会议的还有市直机关工会的代表，他们提出了六条建议，涉及选址、管护、经费和评价。"
)


def article(number: int, **fields: object) -> Article:
    text = str(fields.pop("text", f"第{number}篇的正文。"))
    plain = Article(
        id=f"a-{number}", kind=Kind.NEWS, language="zh-Hans", headline=f"标题{number}",
        body=(Block(BlockType.PARAGRAPH, text),),
    )  # fmt: skip
    return dataclasses.replace(plain, **fields)  # type: ignore[arg-type]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


ARTICLES = (
    article(1, section="工会\n职工之家", date=day("2024-04-30"), page=1, people=(Person("白莹", Role.REPORTER),)),
    article(2, section="工会", date=day("2024-05-01"), page=2, kind=Kind.PHOTO,
            people=(Person("于佳", Role.PHOTOGRAPHER),)),
    article(3, section=None, date=day("2024-05-31"), page=4, people=(Person("于佳", Role.REPORTER),)),
    article(4, section="要闻", date=None, page=None, kind=Kind.OTHER, headline=None),
)  # fmt: skip


def numbers(**asked: object) -> list[int]:
    selected = select(ARTICLES, Selection(**asked))  # type: ignore[arg-type]
    assert len(selected.articles) == len(list(selected.articles))
    return [int(a.id[2:]) for a in selected.articles]


@pytest.mark.parametrize(
    ("condition", "stay"),
    [
        ("section=工会", [1, 2]),
        ("section=职工之家", [1]),
        ("section=要闻,工会", [1, 2, 4]),
        ("section!=工会", [3, 4]),
        ("section=", [3]),
        ("section!=", [1, 2, 4]),
        ("section~^职工", [1]),
        ("section!~工", [3, 4]),
        ("kind=photo", [2]),
        ("kind!=other", [1, 2, 3]),
        ("person=于佳", [2, 3]),
        ("photographer=于佳", [2]),
        ("headline=", [4]),
        ("date=2024-05", [2, 3]),
        ("date=2024", [1, 2, 3]),
        ("date=2024-05-01", [2]),
        ("date=..2024-05-01", [1, 2]),
        ("date=2024-05-02..", [3]),
        ("date=2024-04-01..2024-05-01", [1, 2]),
        ("date>2024-05", []),
        ("date>=2024-05", [2, 3]),
        ("date<2024-05", [1]),
        ("date<=2024-05", [1, 2, 3]),
        ("date=", [4]),
        ("page=1..2", [1, 2]),
        ("page=1,4", [1, 3]),
        ("page>1", [2, 3]),
        ("page!=1", [2, 3, 4]),
        ("length>0", [1, 2, 3, 4]),
    ],
)
def test_a_condition_keeps_the_articles_it_holds_for(condition: str, stay: list[int]) -> None:
    assert numbers(where=(condition,)) == stay


def test_all_conditions_have_to_hold() -> None:
    assert numbers(where=("section=工会", "page=2")) == [2]


@pytest.mark.parametrize(
    "condition", ["section", "page=x", "date=2024-13", "date=..", "kind=story", "section<3", "page~1", "section~["]
)
def test_a_condition_that_says_nothing_is_refused(condition: str) -> None:
    with pytest.raises(BadOptionError):
        Selection(where=(condition,))


def test_an_unknown_field_is_answered_with_the_fields_there_are() -> None:
    with pytest.raises(UnknownNameError, match="section"):
        Selection(where=("colour=red",))
    with pytest.raises(UnknownNameError, match="length"):
        Selection(sort="colour")


def test_grep_looks_into_text_and_titles() -> None:
    assert numbers(grep=("标题2",)) == [2]
    assert numbers(grep=("第[34]篇",)) == [3, 4]
    assert numbers(grep=("第",), exclude=("标题",)) == [4]


def test_sort_goes_down_after_a_minus_and_leaves_the_unknown_last() -> None:
    assert numbers(sort="-date") == [3, 2, 1, 4]
    assert numbers(sort="page") == [1, 2, 3, 4]
    assert numbers(sort="section") == [2, 1, 4, 3]
    assert numbers(sort="kind,-page") == [3, 1, 2, 4]


def test_the_limit_counts_after_sorting() -> None:
    assert numbers(sort="-date", limit=2) == [3, 2]


def test_what_is_left_out_is_counted_by_reason() -> None:
    left = select(ARTICLES, Selection(where=("kind!=other",), exclude=("标题1",), limit=1)).left_out
    assert left == (LeftOut("where kind!=other", 1), LeftOut("exclude 标题1", 1), LeftOut("limit", 1))


def test_nothing_asked_leaves_the_articles_as_they_are() -> None:
    assert select(ARTICLES, Selection()).articles is ARTICLES


def test_the_same_story_in_two_editions_stays_once() -> None:
    again = STORY.replace("一万一千家", "一万两千家").replace("六条", "七条")
    pair = (article(1, text=STORY), article(2, text=again, headline="职工有了歇脚处"), article(3))
    selected = select(pair, Selection(dedupe=True))
    assert [a.id for a in selected.articles] == ["a-1", "a-3"]
    assert selected.same == (("a-2", "a-1"),)
    assert selected.left_out == (LeftOut("dedupe", 1),)


def test_stories_of_one_event_with_words_of_their_own_both_stay() -> None:
    other = (
        STORY[: len(STORY) // 2]
        + "记者在现场看到，驿站门前排起了队，不少骑手是第一次来，他们说，以后午饭能吃上热的了。"
    )
    pair = (article(1, text=STORY), article(2, text=other))
    assert not select(pair, Selection(dedupe=True)).left_out


def test_short_notices_that_differ_in_one_figure_both_stay() -> None:
    pair = (article(1, text="本市今日晴，最高气温12度。"), article(2, text="本市今日晴，最高气温13度。"))
    assert not select(pair, Selection(dedupe=True)).left_out
    twins = (article(1, text="本市今日晴，最高气温12度。"), article(2, text="本市今日晴，最高气温12度。"))
    assert len(select(twins, Selection(dedupe=True)).articles) == 1


def test_dedupe_keeps_the_first_in_the_order_that_sort_gives() -> None:
    pair = (article(1, text=STORY, date=day("2024-05-01")), article(2, text=STORY, date=day("2024-05-02")))
    assert [a.id for a in select(pair, Selection(dedupe=True, sort="-date")).articles] == ["a-2"]


def test_a_phrase_in_every_article_does_not_make_them_one() -> None:
    many = tuple(
        article(n, text=f"新华社北京电。{STORY[n : n + 30]}，编号{n}之文，其余{n * 7}各不相同。") for n in range(99)
    )
    assert len(select(many, Selection(dedupe=True)).articles) == 99


def test_articles_that_come_one_at_a_time_pass_the_same_sieve() -> None:
    asked = Selection(where=("section=工会",), limit=1)
    sieve = Sieve(asked)
    assert [a.id for a in ARTICLES if sieve.keeps(a)] == [a.id for a in select(ARTICLES, asked).articles]
    assert sieve.full
    assert sieve.left_out() == select(ARTICLES, asked).left_out


class Once:
    """Articles that are made anew on each pass, as those of a file are."""

    def __init__(self) -> None:
        self.passes = 0

    def __iter__(self) -> Iterator[Article]:
        self.passes += 1
        return (dataclasses.replace(a) for a in ARTICLES)

    def __len__(self) -> int:
        return len(ARTICLES)


def test_sorted_articles_can_be_gone_through_more_than_once_without_reading_the_source_again() -> None:
    source = Once()
    chosen = select(source, Selection(sort="-page")).articles
    assert list(chosen) == list(chosen)
    assert source.passes == 1


@given(
    st.lists(st.sampled_from(["section=工会", "page=1..2", "kind!=other", "date=2024-05", "person=于佳"]), max_size=3),
    st.sampled_from([None, "date", "-page", "section,-length"]),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 5)),
)
def test_every_article_is_kept_or_counted(where: list[str], sort: str | None, dedupe: bool, limit: int | None) -> None:
    selected = select(ARTICLES, Selection(where=tuple(where), sort=sort, dedupe=dedupe, limit=limit))
    assert len(selected.articles) + sum(left.articles for left in selected.left_out) == len(ARTICLES)
    assert len({a.id for a in selected.articles}) == len(selected.articles)
