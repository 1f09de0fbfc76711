"""Pages that were written to learn from are printed whole, and their truth is what stands on them."""

import json
import random
import re
from pathlib import Path

import pytest

from bench import learn_weights, written

FERRY = (
    "临江渡口的最后一班渡船昨晚停运，摆渡三十一年的船工们在码头上合影留念，沿江大桥今天起全线通车。"
    "渡口管理站站长说，船工们将转岗到大桥养护队，老渡船拆下的舵轮会留在码头的陈列室里，供过往的人参观。"
)
PAGE = f"""\
# 一个例子
F 第2版　2024年3月5日　星期二
=== news
S 【港城新闻】
K 三十一年摆渡路
H 沿江大桥今天通车
U 老船工转岗守大桥
B 本报记者 田禾
P 田禾/reporter; 周牧野/photographer
L 本报讯
T {FERRY}
X 舵轮进了陈列室
T 汽笛响过三声，缆绳最后一次套上铁桩。
E （田禾）
C 图为船工们在码头上合影。
G 周牧野 摄

=== continuation
H 老渡口
Jf 1 （上接第一版）
T 新来的养护工在桥头立了一块牌子。
F 责编 柳青
"""
PAGES = sorted(written.FOLDER.rglob("*.page"))


def printed(truth: written.Json, page: str, n: int) -> list[str]:
    """The lines of the page that the truth says are an article's."""
    first, last = truth["articles"][n]["lines"]
    return [line for line in page.split("\n")[first - 1 : last] if line]


def items(text: str) -> list[str]:
    """The texts of a page's items that are printed."""
    found = (re.fullmatch(r"(J[ft] \d+|[A-Z]) (.+)", line.strip()) for line in text.splitlines())
    return [item[2].strip() for item in found if item and item[1] != "P"]


def test_every_character_of_the_items_is_on_the_page_and_no_other() -> None:
    page, _ = written.read(PAGE, "example")
    assert sorted(page.replace("\n", "")) == sorted("".join(items(PAGE)))


def test_the_lines_of_an_article_are_those_that_hold_its_text() -> None:
    page, truth = written.read(PAGE, "example")
    first, second = printed(truth, page, 0), printed(truth, page, 1)
    assert first[0] == "三十一年摆渡路"
    assert first[-1] == "周牧野 摄"
    assert f"本报讯{FERRY}" in "".join(first)
    assert second == ["老渡口", "（上接第一版）新来的养护工在桥头立了一块牌子。"]


def test_the_truth_tells_what_the_items_tell() -> None:
    first, second = written.read(PAGE, "example")[1]["articles"]
    assert [first[field] for field in ("section", "kicker", "headline", "subheadline")] == [
        *("港城新闻", "三十一年摆渡路", "沿江大桥今天通车", "老船工转岗守大桥")
    ]
    assert [block["type"] for block in first["body"]] == ["paragraph", "crosshead", "paragraph", "caption"]
    assert first["body"][0]["text"] == FERRY
    assert first["people"][1] == {"name": "周牧野", "role": "photographer"}
    assert (second["kind"], second["continued_from"], second["continues_on"]) == ("continuation", 1, None)


def test_a_banner_is_where_an_article_may_begin_too() -> None:
    page, truth = written.read(PAGE, "example")
    lines = page.split("\n")
    assert [lines[number - 1] for number in truth["articles"][0]["start_options"]] == ["三十一年摆渡路", "【港城新闻】"]


def test_a_jump_at_the_end_is_printed_behind_the_last_paragraph() -> None:
    page, truth = written.read("=== news\nH 老渡口\nT 汽笛响过三声。\nJt 4 （下转第四版）\n", "jump")
    assert page == "老渡口\n\n汽笛响过三声。（下转第四版）\n"
    assert truth["articles"][0]["continues_on"] == 4


def test_the_same_name_gives_the_same_page_and_names_differ_in_their_cuts() -> None:
    pages = {written.read(PAGE, f"example-{n}")[0] for n in range(20)}
    assert len(pages) > 1
    assert {written.read(PAGE, f"example-{n}")[0] for n in range(20)} == pages
    assert len({page.replace("\n", "") for page in pages}) == 1


def test_a_cut_leaves_no_strip_that_is_too_short_and_none_that_begins_with_a_mark() -> None:
    for seed in range(200):
        strips = list(written.cut(FERRY * 3, random.Random(seed)))
        assert "".join(strips) == FERRY * 3
        assert all(len(strip) >= written.LEAST for strip in strips[:-1])
        assert all(strip[0] not in "，。、；：！？" for strip in strips)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("=== news\nH 老渡口\nQ 汽笛响过三声。\n", "example, line 3: no such item"),
        ("=== news\nH 老渡口\n汽笛响过三声。\n", "example, line 3: no such item"),
        ("=== poem\nH 老渡口\n", "example, line 1: 'poem' is no kind of article"),
        ("F 第2版\n\nH 老渡口\n", "example, line 3: an article begins with ==="),
        ("=== news\nH 老渡口\nE （田禾）\n", "example, line 3: no paragraph stands above"),
        (
            "=== news\nH 老渡口\nL 本报讯\n\n=== news\nT 汽笛响了。\n",
            "example, line 5: no paragraph stands below '本报讯'",
        ),
        ("=== news\nH 老渡口\nL 本报讯\n", "example, line 3: no paragraph stands below '本报讯'"),
        ("=== news\nH 老渡口\nJf 1 （上接第一版）\n=== news\n", "example, line 4: no paragraph stands below"),
        ("=== news\nS 港城新闻\n\n=== news\nH 老渡口\n", "example, line 4: the article above has no line but its"),
        ("=== news\nH 老渡口\n=== news\nS 港城新闻\nF 第2版\n", "example, line 5: the article above has no line but"),
        ("=== news\nH 老渡口\nP 王芳\n", "example, line 3: '王芳' is no name/role"),
        ("=== news\nH 老渡口\nP 田禾/reporter; 王芳/\n", "example, line 3: '王芳/' is no name/role"),
        ("=== news\nH 老渡口\nP 王芳/reporter/editor\n", "example, line 3: '王芳/reporter/editor' is no name/role"),
    ],
)
def test_a_wrong_item_is_refused_with_its_page_and_line(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        written.read(text, "example")


def test_a_folder_of_pages_of_several_kinds_is_not_learnt_from(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.page").write_text(PAGE, "utf-8")
    out = written.write(sorted(tmp_path.glob("*.page")), tmp_path / "out")
    truth = json.loads((out / "truth/b.json").read_text("utf-8"))
    (out / "truth/b.json").write_text(json.dumps({**truth, "written": False}), "utf-8")
    with pytest.raises(ValueError, match="out: pages of one kind are wanted, not whole and written"):
        learn_weights.examples([out])


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_page_that_was_written_can_be_read_and_its_titles_and_blocks_stand_on_it(file: Path) -> None:
    text = file.read_text("utf-8")
    page, truth = written.read(text, file.stem)
    assert sorted(page.replace("\n", "")) == sorted("".join(items(text)))
    assert truth["articles"]
    for n, article in enumerate(truth["articles"]):
        lines = printed(truth, page, n)
        titles = [
            line for field in ("kicker", "headline", "subheadline") for line in (article[field] or "").split("\n")
        ]
        assert {line for line in titles if line} <= set(lines)
        assert all(block["text"] in "".join(lines) for block in article["body"])
        assert all(person["name"] and person["role"] for person in article["people"])


def test_the_pages_to_learn_from_and_those_to_be_asked_are_others() -> None:
    learnt, asked = (
        {text for file in folder.glob("*.page") for text in items(file.read_text("utf-8")) if len(text) > 30}
        for folder in (written.LEARNT, written.ASKED)
    )
    assert learnt
    assert asked
    assert not learnt & asked
