"""Names of people keep their surname's form everywhere in the document."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.model import Block, BlockType, Person, Role
from convert.transforms.variant import Converter, DocumentKnowledge, people, union
from convert.transforms.variant.tables import name_forms
from tests.articles import article

TW = Converter("tw")
NOVEL = ["我跟泽于去看海。", "泽于，你先走。", "那是泽于的伞。", "她对泽于笑。", "和泽于一起等于白等。", "生于上海。"]


def test_a_reporter_of_the_byline_keeps_the_name_in_text_title_and_credit() -> None:
    made = article(
        headline="余翠平：剩余的工作",
        body=(Block(BlockType.PARAGRAPH, "50余人见到了余翠平。"), Block(BlockType.CREDIT, "余翠平 摄")),
    )
    got = TW.article(made, TW.survey([made]))
    assert got.headline == "余翠平：剩餘的工作"
    assert got.byline == "本報訊（記者 余翠平 通訊員 白霖）"
    assert got.people == (Person("余翠平", Role.REPORTER), Person("白霖", Role.CORRESPONDENT))
    assert [block.text for block in got.body] == ["50餘人見到了余翠平。", "余翠平 攝"]


def test_a_name_known_from_another_article_of_the_document_is_known_here() -> None:
    first, second = article(1), article(2, byline=None, people=(), headline="余翠平获奖")
    assert TW.article(second, TW.survey([first, second])).headline == "余翠平獲獎"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("本报讯（记者 余翠平）近日", "本報訊（記者 余翠平）近日"),
        ("据余翠平教授介绍，余翠平教授很忙", "據余翠平教授介紹，余翠平教授很忙"),
    ],
)
def test_a_name_is_found_by_the_role_or_title_beside_it(text: str, target: str) -> None:
    assert TW.text(text) == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("于女士与范师傅同来，姓于的司机在等", "于女士與范師傅同來，姓于的司機在等"),
        ("小钟说，老于、小范都到了", "小鍾說，老于、小范都到了"),
        ("涂先生涂了漆，游小姐在游泳", "涂先生塗了漆，游小姐在游泳"),
        ("于晓东走进法庭", "于曉東走進法庭"),
        ("司机于海生（38岁）受伤", "司機于海生（38歲）受傷"),
        ("出席者包括李国强、于志华、王丽等", "出席者包括李國強、于志華、王麗等"),
        ("记者于洋报道", "記者于洋報道"),
    ],
)
def test_a_name_that_stands_once_is_found_by_a_title_a_deed_an_age_or_a_list(text: str, target: str) -> None:
    assert TW.text(text) == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("位于校长室旁，由于老师请假", "位於校長室旁，由於老師請假"),
        ("有助于同学了解，对于女士很重要", "有助於同學瞭解，對於女士很重要"),
        ("小于三的数，小于和大于", "小於三的數，小於和大於"),
        ("老于世故，适用于您的电脑，存于您的电脑，用于您的家", "老於世故，適用於您的電腦，存於您的電腦，用於您的家"),
        ("，于晚间出席，于明年获得", "，於晚間出席，於明年獲得"),
        (
            "参加园游会，园游会开始，园游会结束。办园游，看园游，",
            "參加園遊會，園遊會開始，園遊會結束。辦園遊，看園遊，",
        ),
    ],
)
def test_a_preposition_before_a_title_is_no_surname(text: str, target: str) -> None:
    assert TW.text(text) == target


def test_a_made_up_name_that_recurs_is_found_and_the_preposition_stays_one() -> None:
    got = TW.text("\n".join(NOVEL)).split("\n")
    assert got[0] == "我跟泽于去看海。".replace("泽", "澤")
    assert got[4] == "和澤于一起等於白等。"
    assert got[5] == "生於上海。"


def test_a_chance_pair_that_recurs_like_a_preposition_is_no_name() -> None:
    lines = [
        "毕业于北大。",
        "就读于清华。",
        "死于非命。",
        "归于平静。",
        "葬于故乡。",
        "葬于北山。",
        "葬于南山。",
        "葬于西山。",
    ]
    knowledge = TW.survey_lines(lines)
    assert knowledge.names == frozenset()


@pytest.mark.parametrize("character", sorted(name_forms()))
def test_every_surname_of_the_table_has_its_form_in_a_byline(character: str) -> None:
    name = f"{character}晓燕"
    made = article(byline=f"本报讯（记者 {name}）", people=(Person(name, Role.REPORTER),))
    got = Converter("t").article(made, Converter("t").survey([made]))
    wanted = name_forms()[character]
    form = wanted.surname if people.surname(name) else wanted.given
    assert got.people[0].name == f"{form}曉燕"
    assert f"{form}曉燕" in (got.byline or "")


def test_the_knowledge_of_parts_is_the_knowledge_of_the_whole() -> None:
    whole = TW.survey_lines(NOVEL)
    for cut in range(len(NOVEL) + 1):
        parts = union([TW.survey_lines(NOVEL[:cut]), TW.survey_lines(NOVEL[cut:])])
        assert parts.names == whole.names == {"泽于"}


def test_knowledge_goes_through_pickle() -> None:
    knowledge = TW.survey([article()])
    copy = pickle.loads(pickle.dumps(knowledge))
    assert isinstance(copy, DocumentKnowledge)
    assert copy.names == knowledge.names == {"余翠平"}


@given(st.text("余于范钟岳里后王小明，。说 的", max_size=12))
def test_the_forms_of_a_name_are_within_the_name(name: str) -> None:
    assert all(0 <= at < len(name) for at in people.forms(name))
