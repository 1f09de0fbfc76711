"""Makes newspaper pages for measuring: each unlike the others, the same for the same seed, set and broken as real ones.

`python -m bench.pages FOLDER COUNT [--seed N]` writes `FOLDER/DATE_PAGE.txt`, eight pages to a day's issue. Sentences
are those of the seed pages, recombined, with made-up names, places, figures and subjects put in.
"""

import argparse
import datetime
import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PAGES_OF_AN_ISSUE = 8

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰文斌建国红梅志鹏晨宇欣怡子涵浩然思远雪"
PLACES = "东城西山南湖北苑长河新桥石门青峰白塔清源安平永宁康乐丰台柳林龙泉凤鸣云岭江滨"
UNITS = ("街道总工会", "建筑公司", "第二医院", "实验小学", "社区服务中心", "机械厂", "公交集团", "图书馆", "消防救援站")
DEEDS = (
    "举行职工技能竞赛", "启动暖心服务月", "推进老旧小区改造", "开展安全生产检查", "发布年度工作计划", "慰问一线劳动者",
    "建成智慧停车场", "举办读书分享会", "完善志愿服务机制", "签订集体合同", "试行弹性工作制", "开通社区巴士",
)  # fmt: skip
SAID = ("表示，", "介绍说，", "告诉记者，", "指出，", "认为，")


def pages(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """File names and texts of so many pages."""
    stock = _sentences()
    first = datetime.date(2001, 1, 1)
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")
        day = first + datetime.timedelta(days=number // PAGES_OF_AN_ISSUE)
        yield f"{day}_{number % PAGES_OF_AN_ISSUE + 1:02}.txt", _page(dice, stock)


def _sentences() -> list[str]:
    """The seed pages' sentences, without what belongs to one article only: its lead, its marks."""
    text = "".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    found = re.findall(r"[^。！？\n#（）]{12,120}[。！？]", text)
    return sorted({s for s in found if "一" <= s[0] <= "龥" and not any(mark in s for mark in ("本报", "“", "”"))})


def _page(dice: random.Random, stock: list[str]) -> str:
    """Five to seven articles of about 10 kB together, titles and paragraphs a blank line apart as in the seeds."""
    articles = [_article(dice, stock) for _ in range(dice.randint(5, 7))]
    return "\n\n".join(block for article in articles for block in article) + "\n"


def _article(dice: random.Random, stock: list[str]) -> list[str]:
    place, unit, deed = "".join(dice.sample(PLACES, 2)), dice.choice(UNITS), dice.choice(DEEDS)
    title = [f"{place}{unit}{deed}"]
    if dice.random() < 0.4:
        title.append(f"{dice.randint(2, 98)}家单位{dice.randint(100, 9900)}名职工受益")
    lead = f"本报讯（记者 {_name(dice)}）{dice.randint(1, 12)}月{dice.randint(1, 28)}日，{place}{unit}{deed}。"
    paragraphs = [lead + _paragraph(dice, stock)]
    paragraphs += [_paragraph(dice, stock) for _ in range(dice.randint(1, 4))]
    return [*title, *(piece for paragraph in paragraphs for piece in _broken(dice, paragraph))]


def _paragraph(dice: random.Random, stock: list[str]) -> str:
    told = dice.sample(stock, dice.randint(2, 4))
    figures = f"今年投入{dice.randint(3, 900)}万元，覆盖{dice.choice(PLACES)}区{dice.randint(2, 60)}个站点。"
    told.insert(dice.randint(0, len(told)), f"{_name(dice)}{dice.choice(SAID)}{figures}")
    return "".join(told)


def _broken(dice: random.Random, paragraph: str) -> list[str]:
    """One paragraph in four is cut where a column ends, in the middle of a sentence."""
    if dice.random() > 0.25 or len(paragraph) < 60:
        return [paragraph]
    cut = dice.randint(20, len(paragraph) - 20)
    while paragraph[cut - 1] in "。！？，、；：" and cut > 20:
        cut -= 1
    return [paragraph[:cut], paragraph[cut:]]


def _name(dice: random.Random) -> str:
    return dice.choice(SURNAMES) + "".join(dice.sample(GIVEN, dice.randint(1, 2)))


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write the pages into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(count, seed):
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("count", type=int)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    write(given.folder, given.count, given.seed)
