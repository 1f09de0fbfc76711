"""Places, and foreign names written by their sound."""

import pytest

from convert.transforms.variant import Converter

TW, HK = Converter("tw"), Converter("hk")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("临河里社区的居民", "臨河里社區的居民"),
        ("和平里街道总工会", "和平里街道總工會"),
        ("永安里小区", "永安里小區"),
        ("家里社区的人", "家裡社區的人"),
        ("小区里社区工作者", "小區裡社區工作者"),
        ("走到庙里打算", "走到廟裡打算"),
    ],
)
def test_a_hamlet_stays_one_and_the_inside_of_something_does_not(source: str, target: str) -> None:
    assert TW.text(source) == target


def test_a_neighbourhood_is_known_again_where_nothing_follows_it() -> None:
    got = TW.text("临河里社区成立。\n她住在临河里。\n河里有鱼。").split("\n")
    assert got[1] == "她住在臨河里。"
    assert got[2] == "河裡有魚。"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("摩里臣山道", "摩里臣山道"),
        ("碧咸的大胆告白", "碧咸的大膽告白"),
        ("普里什蒂纳", "普里什蒂納"),
        ("厚布里", "厚布裏"),
    ],
)
def test_a_character_of_a_foreign_name_stands_for_its_sound(source: str, target: str) -> None:
    assert HK.text(source) == target
