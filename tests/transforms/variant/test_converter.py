"""The converter as the rest of the program uses it."""

import pickle

import pytest

from convert.errors import BadOptionError, UnknownNameError
from convert.model import Block, BlockType, Note
from convert.transforms.variant import VARIANTS, Converter, VariantOptions
from convert.transforms.variant.tables import newspaper_wording
from tests.articles import article


def test_the_variants_are_named_in_order_with_their_languages() -> None:
    assert {name: spec.language for name, spec in VARIANTS.items()} == {
        "original": "zh-Hans",
        "tw": "zh-Hant-TW",
        "hk": "zh-Hant-HK",
        "t": "zh-Hant",
        "twp": "zh-Hant-TW",
        "cn": "zh-Hans",
    }


def test_an_unknown_variant_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="twp, cn"):
        Converter("mo")


def test_options_can_be_pickled_and_refuse_what_is_no_choice() -> None:
    options = VariantOptions(quotes="keep")
    assert pickle.loads(pickle.dumps(options)) == options
    with pytest.raises(BadOptionError, match="maybe"):
        VariantOptions(quotes="maybe")  # type: ignore[arg-type]


def test_the_original_is_the_same_object() -> None:
    articles = (article(),)
    assert Converter("original").articles(articles) is articles


@pytest.mark.parametrize("name", ["tw", "hk", "t", "twp", "cn"])
def test_a_converted_article_carries_the_variants_language(name: str) -> None:
    got = next(iter(Converter(name).articles((article(),))))
    assert got.language == VARIANTS[name].language


def test_every_text_is_converted_and_notes_quote_the_page_as_printed() -> None:
    made = article(
        paper="劳动午报",
        section="体育",
        kicker="会议",
        subheadline="发展",
        dateline="新华社广州1月1日电",
        notes=(Note("repeat", "left out", 3, "头发"),),
    )
    got = next(iter(Converter("tw").articles((made,))))
    assert (got.paper, got.section, got.kicker, got.subheadline) == ("勞動午報", "體育", "會議", "發展")
    assert got.dateline == "新華社廣州1月1日電"
    assert got.body[0].text == "「這裡的頭髮由志願者理，」余翠平說，「大家都很滿意。」"
    assert got.notes == made.notes
    assert (got.id, got.source) == (made.id, made.source)


def test_converted_articles_can_be_gone_through_again_and_have_a_length() -> None:
    got = Converter("hk").articles((article(1), article(2)))
    assert len(got) == 2
    assert list(got) == list(got)


def test_traditional_text_is_left_as_it_is() -> None:
    text = "乾隆皇后後來在後宮裡面，隻身發現頭髮，台灣的鐘錶行。"
    for name in ("tw", "hk", "t", "twp"):
        assert Converter(name).text(text) == text


def test_a_title_that_tells_no_script_follows_its_article() -> None:
    made = article(headline="皇后里面", byline=None, people=(), body=(Block(BlockType.PARAGRAPH, "這裡是臺灣。"),))
    assert next(iter(Converter("tw").articles((made,)))).headline == "皇后里面"


def test_a_simplified_text_that_quotes_a_traditional_character_is_converted() -> None:
    assert Converter("tw").text("王丙乾说，这里发现问题") == "王丙乾說，這裡發現問題"


def test_simplified_editions_come_back_from_every_region() -> None:
    text = "“这里的头发由志愿者理，”他说，着重卫生，台灣".replace("灣", "湾")
    for name in ("tw", "hk", "t"):
        assert Converter("cn").text(Converter(name).text(text)) == text


def test_simplified_text_is_left_as_it_is_in_a_simplified_edition() -> None:
    assert Converter("cn").text("瞭望乾坤，著名的后来发现「这个」") == "瞭望乾坤，著名的后来发现“这个”"


def test_taiwans_words_come_with_a_note_for_each() -> None:
    made = article(
        headline="软件项目", body=(Block(BlockType.PARAGRAPH, "这个软件项目的信息。"),), byline=None, people=()
    )
    got = next(iter(Converter("twp").articles((made,))))
    assert got.headline == "軟體項目"
    assert got.body[0].text == "這個軟體項目的資訊。"
    messages = [note.message for note in got.notes]
    assert "軟件 is printed as 軟體 (2 times)" in messages
    assert {note.code for note in got.notes} == {"taiwan-wording"}


def test_taiwans_words_are_not_put_in_across_the_end_of_a_word() -> None:
    assert Converter("twp").text("少数组织的士兵") == "少數組織的士兵"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("通过法律，大力支持社区工作", "通過法律，大力支持社區工作"),
        ("比赛项目，重点项目，项目经理", "比賽項目，重點項目，專案經理"),
        ("按程序审批文件，编写应用程序", "按程序審批文件，編寫應用程式"),
        ("设备运行平稳，质量一公斤", "設備運行平穩，質量一公斤"),
        ("统计数据入数据库", "統計數據入資料庫"),
        ("新华社万象电，万象更新，包罗万象", "新華社永珍電，萬象更新，包羅萬象"),
        ("安全局发布消息，发表声明", "安全局發布消息，發表聲明"),
        ("密切联系群众，联系电话", "密切聯繫群眾，聯絡電話"),
        ("骏马奔驰，奔驰汽车", "駿馬奔馳，賓士汽車"),
        ("下载软件，打印短信，视频会议，视频信号", "下載軟體，列印簡訊，視訊會議，視訊訊號"),
        ("意大利、肯尼亚的出租车和自行车", "義大利、肯亞的計程車和腳踏車"),
        ("佳音频传，不胜枚举，良性循环", "佳音頻傳，不勝枚舉，良性循環"),
        ("网络设备", "網路設備"),
    ],
)
def test_taiwans_words_are_those_of_its_newspapers_not_of_its_computers(source: str, target: str) -> None:
    assert Converter("twp").text(source) == target


def test_a_word_that_is_changed_is_one_that_stands_in_the_list_of_wording_or_is_opencc_s() -> None:
    for word, what in newspaper_wording().items():
        got = Converter("twp").text(word)
        if what == "=":
            assert got == Converter("tw").text(word), word
        elif what != "+":
            assert got == what, word


def test_one_form_of_a_word_comes_out_throughout() -> None:
    got = Converter("tw").text("了解。更加了解。深刻了解到。他了解台湾。")
    assert got.count("瞭解") + got.count("了解") == 4
    assert got.count("瞭解") in (0, 4)


def test_a_regions_preference_holds_in_compounds() -> None:
    assert Converter("tw").text("计划经济和生产计划") == "計畫經濟和生產計畫"
    assert Converter("hk").text("计划经济和生产计划") == "計劃經濟和生產計劃"
