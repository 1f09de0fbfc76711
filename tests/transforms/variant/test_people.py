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
