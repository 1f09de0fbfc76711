"""Who is named in bylines, leads, signatures and credits, and in which role."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.lexicon.surnames import COMMON
from convert.model import Person, Role
from convert.reader.leads import take_closing, take_lead
from convert.reader.names import are_names, names_in, split_names
from convert.reader.people import credited, people_in, signed
from tests.reader.pages import BODY, LEAD, MORE, articles, texts

R, INTERN, C, A, P, E = "reporter", "intern_reporter", "correspondent", "author", "photographer", "editor"


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("本报记者 曹立栋", [("曹立栋", R)]),
        ("（记者 白莹 通讯员 吴洋）", [("白莹", R), ("吴洋", C)]),
        ("本报记者王锦鹄毛磊", [("王锦鹄", R), ("毛磊", R)]),
        ("见习记者 张三丰 实习记者 李四光", [("张三丰", INTERN), ("李四光", INTERN)]),
        ("首席记者 上官明 特约通讯员 欧阳静", [("上官明", R), ("欧阳静", C)]),
        ("本报全媒体记者 张三丰 实习生 李四光", [("张三丰", R), ("李四光", INTERN)]),
        ("□辛望", [("辛望", A)]),
        ("□ 李  响", [("李响", A)]),
        ("□本报特约作者 澹台卫", [("澹台卫", A)]),
        ("■记者 蓝晓峰 文/摄", [("蓝晓峰", R)]),
        ("文/于海棠 图/司空见", [("于海棠", A), ("司空见", P)]),
        ("本报记者 盛丽 通讯员 李响 摄影报道", [("盛丽", R), ("李响", C)]),
        ("特约摄影袁松树 通讯员姚远 张子国摄影报道", [("袁松树", P), ("姚远", C), ("张子国", C)]),
        ("责任编辑 何素心 邢大勇", [("何素心", E), ("邢大勇", E)]),
        ("本报记者 王  勇 李 强", [("王勇", R), ("李强", R)]),
        ("記者王小明", [("王小明", R)]),
        ("□本報特約作者 澹臺衛", [("澹臺衛", A)]),
        ("文/張學友 圖/劉德華", [("張學友", A), ("劉德華", P)]),
        ("■記者 藍曉峯 文/攝", [("藍曉峯", R)]),
        ("（记者 王{火华} 李明）", [("王{火华}", R), ("李明", R)]),
        ("（記者 王{火華} 李國明）", [("王{火華}", R), ("李國明", R)]),
        ("（记者 李\ue123明）", [("李\ue123明", R)]),
        ("（记者 J·史密斯 约翰·F·肯尼迪）", [("J·史密斯", R), ("约翰·F·肯尼迪", R)]),
    ],
)
def test_the_names_of_a_byline_with_their_roles(byline: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in people_in(byline)] == people


@pytest.mark.parametrize(
    ("credit", "people"),
    [
        ("本报记者 曹立栋 摄", [("曹立栋", P)]),
        ("（新华社记者陈天湖摄）", [("陈天湖", P)]),
        ("（周文广摄）", [("周文广", P)]),
        ("（索朗罗布摄）", [("索朗罗布", P)]),
        ("王阿朵/摄", [("王阿朵", P)]),
        ("通讯员 路北辰 供图", [("路北辰", C)]),
        ("青沙港集团工会供图", []),
        ("图片由受访单位提供", []),
        ("（传真照片）", []),
        ("新华社发", []),
        ("通訊員 路北辰 供圖", [("路北辰", C)]),
        ("圖片由受訪單位提供", []),
        ("鮑小滿/攝", [("鮑小滿", P)]),
        ("王{火华}/摄", [("王{火华}", P)]),
    ],
)
def test_the_names_of_a_credit_and_no_office(credit: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in credited(credit)] == people


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("杨洪柯张起河", ["杨洪柯", "张起河"]),
        ("龙晓勤刘洋", ["龙晓勤", "刘洋"]),
        ("欧阳静远", ["欧阳静远"]),
        ("索朗罗布", ["索朗罗布"]),
        ("白莹", ["白莹"]),
    ],
)
def test_run_on_names_are_divided_only_when_there_is_one_way(run: str, names: list[str]) -> None:
    assert split_names(run) == names


def test_a_spaced_name_is_set_solid() -> None:
    assert names_in("王  勇 李 强 张三丰") == ["王勇", "李强", "张三丰"]


def test_words_are_no_names() -> None:
    assert not are_names("一九九七年十二月三十一日")
    assert not are_names("会议现场")


@pytest.mark.parametrize(
    ("text", "dateline", "byline", "rest"),
    [
        ("本报讯（记者 白莹）7月31日下午", None, "本报讯（记者 白莹）", "7月31日下午"),
        ("本报讯连日来", None, "本报讯", "连日来"),
        ("新华社北京１月１２日电（记者杨青）中共", "新华社北京１月１２日电", "（记者杨青）", "中共"),
        ("新华社北京3月12日电中共中央", "新华社北京3月12日电", None, "中共中央"),
        ("本报南京１月１日电记者龚永泉报道：南京", "本报南京１月１日电", "记者龚永泉报道：", "南京"),
        ("本报讯记者赵志文报道：几年来", None, "本报讯记者赵志文报道：", "几年来"),
        (
            "本报北京12月31日讯新华社记者陈雁、本报记者何加正报道：在",
            "本报北京12月31日讯",
            "新华社记者陈雁、本报记者何加正报道：",
            "在",
        ),
        ("本报河内2月28日电　（记者丁子、刘刚）28日", "本报河内2月28日电", "（记者丁子、刘刚）", "28日"),
        ("【本報訊】昨日下午", None, "【本報訊】", "昨日下午"),
        ("〔記者王小明／台北報導〕市府", None, "〔記者王小明／台北報導〕", "市府"),
        ("（中央社記者劉世怡台北27日電）行政院", None, "（中央社記者劉世怡台北27日電）", "行政院"),
        ("香港文匯報訊（記者 白瑩）昨日", None, "香港文匯報訊（記者 白瑩）", "昨日"),
        ("据新华社香港一月一日电香港报纸", "据新华社香港一月一日电", None, "香港报纸"),
        ("记者在现场看到", None, None, "记者在现场看到"),
        ("本报讯《农民日报》记者在河南采访时说", None, "本报讯", "《农民日报》记者在河南采访时说"),
    ],
)
def test_a_lead_is_told_from_the_story(text: str, dateline: str | None, byline: str | None, rest: str) -> None:
    lead = take_lead(text)
    assert (lead.dateline, lead.byline, lead.rest) == (dateline, byline, rest)


def test_the_reporters_of_a_traditional_lead_are_people() -> None:
    assert [p.name for p in take_lead("〔記者王小明／台北報導〕市府昨日").people] == ["王小明"]
    assert [p.name for p in take_lead("（中央社記者劉世怡台北27日電）行政院").people] == ["劉世怡"]
    assert [p.name for p in take_lead("（中央社記者白瑩台北27日電）行政院").people] == ["白瑩"]


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("（記者 白瑩、馬超 廣州報道）", ["白瑩", "馬超"]),
        ("（記者 白瑩 北京報道）", ["白瑩"]),
        ("（記者 白瑩 高峰 報道）", ["白瑩", "高峰"]),
        ("（本报记者 白莹 马超报道）", ["白莹", "马超"]),
        ("（记者白莹报道）", ["白莹"]),
        ("【記者白瑩台北報導】", ["白瑩"]),
        ("〔記者王小明報導〕", ["王小明"]),
    ],
)
def test_the_place_after_reporters_names_is_nobody(lead: str, names: list[str]) -> None:
    assert [p.name for p in take_lead(f"{lead}昨日下午").people] == names


@pytest.mark.parametrize(
    ("text", "before", "people"),
    [
        ("做小板凳。（汤圆圆 车少康）", "做小板凳。", [("汤圆圆", A), ("车少康", A)]),
        ("蛇药箱。（责任编辑 何素心 邢大勇）", "蛇药箱。", [("何素心", E), ("邢大勇", E)]),
        ("回得去的路。（作者系松岭县工会干部）", "回得去的路。", []),
        ("12月3日（路安区环境卫生服务中心工会推荐）", "12月3日", []),
        ("谢谢！（新华社北京12月31日电）", "谢谢！", []),
        ("蛇藥箱。（責任編輯 何素心 邢大勇）", "蛇藥箱。", [("何素心", E), ("邢大勇", E)]),
        ("回得去的路。（作者係松嶺縣工會幹部）", "回得去的路。", []),
        ("（桂望国曹冬蓉）", "", [("桂望国", A), ("曹冬蓉", A)]),
        ("回得去的路。（作者：李小河）", "回得去的路。", [("李小河", A)]),
        ("回得去的路。（作者李小河 王刚，系市总工会干部）", "回得去的路。", [("李小河", A), ("王刚", A)]),
        ("回得去的路。（撰文：張學友）", "回得去的路。", [("張學友", A)]),
        ("（本报北京、首尔6月21日电　记者白阳、马菲）", "", [("白阳", R), ("马菲", R)]),
    ],
)
def test_a_closing_bracket_that_says_who_wrote_is_taken_out(
    text: str, before: str, people: list[tuple[str, str]]
) -> None:
    rest, closing = take_closing(text)
    assert rest == before
    assert closing is not None
    assert [(person.name, person.role) for person in closing.people] == people


@pytest.mark.parametrize(
    "text", ["他说。（笑）", "新年讲话（一九九七年十二月三十一日）", "参会（见图）", "总部（北京）"]
)
def test_other_brackets_stay(text: str) -> None:
    assert take_closing(text) == (text, None)


def test_a_writer_with_a_credit_besides_has_both_roles() -> None:
    (article,) = articles("职工夜校开课了", "本报讯（记者 鲍小满）" + LEAD[11:], BODY, "鲍小满/摄")
    assert [(p.name, p.role) for p in article.people] == [("鲍小满", R), ("鲍小满", P)]


def test_the_lead_is_the_byline_and_not_in_the_text() -> None:
    (article,) = articles("职工夜校开课了", LEAD, BODY)
    assert article.byline == "本报讯（记者 白莹）"
    assert texts(article)[0].startswith("7月31日下午")


def test_a_byline_over_two_lines_is_whole() -> None:
    (article,) = articles("幸福从“头”开始", MORE[:60] + "职工们很高兴。", "本报记者 盛丽\n通讯员 刘淑青 摄影报道")
    assert article.kind == "photo"
    assert [(p.name, p.role) for p in article.people] == [("盛丽", R), ("刘淑青", C)]


@given(
    surname=st.sampled_from(sorted(COMMON)),
    given_name=st.text(st.sampled_from("伟芳明立网社报厂会军"), min_size=1, max_size=2),
)
def test_what_stands_behind_a_post_and_begins_with_a_common_surname_is_one_person(
    surname: str, given_name: str
) -> None:
    found = signed(f"记者 {surname}{given_name}")
    assert found.people == (Person(surname + given_name, Role.REPORTER),)
    assert found.whole


def test_a_day_behind_a_post_is_nobody() -> None:
    assert signed("记者 王三日").people == signed("记者 王 三日").people
