"""Whether a report with a lead under text is another story or the next under the same title."""

import pytest

from convert import profiles
from convert.reader.decoding import Decoded
from convert.reader.features import features
from convert.reader.lines import split
from convert.reader.shapes import Shape
from convert.reader.sights import see

TITLE = "九个机场相继竣工通航 新增邮路三十三万公里"
AIRPORTS = (
    "本报北京1月6日讯 去年我国民航机场建设迎来了一个丰收年，九个机场相继竣工通航，成为民航有史以来机场竣工最多的一年。"
)
POST = "据新华社北京1月6日电（记者孙杰）据邮电部最新统计，去年我国新增邮路三十三万公里，邮路总长达二百四十五万公里。"
WHEAT = "本报郑州1月6日讯 眼下正是冬小麦田间管理的时候，全省各地组织农技人员下田，指导农民浇水追肥，麦苗长势喜人。"


def told(*lines: str) -> dict[str, str]:
    """The facts about the last line's lead, by what they are about."""
    page = see(split(Decoded("\n\n".join(lines), "utf-8")).lines, profiles.load())
    assert page.sights[-1].shape is Shape.LEAD
    facts = [fact for fact in features(page, len(page.sights) - 1) if fact.startswith("lead-") and "&" not in fact]
    return {fact.rstrip("-0123456789"): fact.removeprefix(fact.rstrip("-0123456789")) for fact in facts}


def test_a_report_that_the_title_names_has_more_of_its_words_than_one_that_it_does_not() -> None:
    assert told(TITLE, AIRPORTS, POST)["lead-named"] > told(TITLE, AIRPORTS, WHEAT)["lead-named"]


def test_the_leads_since_the_title_are_counted() -> None:
    assert told(TITLE, AIRPORTS, POST)["lead-after"] == "1"
    assert told(TITLE, AIRPORTS, POST, WHEAT)["lead-after"] == "2"


def test_without_a_title_above_none_names_the_report() -> None:
    assert told(AIRPORTS, POST)["lead-named"] == "-1"


@pytest.mark.parametrize("title", [TITLE, "——九个机场"])
def test_a_report_right_under_its_title_is_not_weighed_against_the_story_above(title: str) -> None:
    page = see(split(Decoded(f"{POST}\n\n{title}\n\n{AIRPORTS}", "utf-8")).lines, profiles.load())
    assert not [fact for fact in features(page, 2) if fact.startswith("lead-n")]
