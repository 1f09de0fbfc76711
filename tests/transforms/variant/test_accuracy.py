"""How well the variants do on text that people converted; the figures are those to hold, not to reach."""

import json
from pathlib import Path
from typing import Any

import pytest

from convert import record
from convert.model import Article, Block, BlockType, Kind, Person, Role, Source
from convert.transforms.variant import Converter, VariantOptions

SAME = (
    "為爲 群羣 眾衆 裡裏 著着 台臺檯枱 啟啓 說説 溫温 戶户 衛衞 脫脱 閱閲 悅悦 秘祕 線綫 污汙 峰峯 床牀 麵麪 "
    "麼麽 吃喫 痴癡 灶竈 敘敍 銳鋭 稅税 蛻蜕 醞醖 鉤鈎 鉢缽 針鍼 才纔 唇脣 煙菸 踴踊 嫻嫺 妝粧 艷豔 恆恒 臥卧 "
    "蔥葱 偽僞 踪蹤 嘆歎 濕溼 雞鷄 強强 沖冲 淨凈 產産 顏顔 蘊藴 冊册 內内 沒没 虛虚 錄録 綠緑 黃黄 豬猪 貓猫 "
    "曬晒 牆墻 匯滙彙 棱稜 週周 了瞭 仿彷 佛彿 布佈 占佔 扎紮 煉鍊 梁樑 核覈 弦絃 鑒鑑 杯盃 托託 回迴 游遊 "
    "借藉 志誌 注註 岩巖 迹跡蹟 泄洩 唸念 伙夥 鋪舖 升昇 采採彩 讚贊"
)
"""Forms that editors use side by side count as the same."""
FOLD = {ord(form): group[0] for group in SAME.split() for form in group}


def wrong_per_10_000(path: Path, name: str) -> float:
    pairs = [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]
    converter = Converter(name, VariantOptions(quotes="keep"))
    sources = [source for source, _ in pairs]
    total = wrong = 0
    for (source, wanted), got in zip(pairs, converter.lines(sources, converter.survey_lines(sources)), strict=True):
        assert len(got) == len(source)
        for character, want, have in zip(source, wanted.translate(FOLD), got.translate(FOLD), strict=True):
            if character >= "\u3400":
                total += 1
                wrong += want != have
    return 1e4 * wrong / total


@pytest.mark.parametrize(
    ("texts", "name", "opencc_alone"), [("tw_lit", "tw", 27.2), ("hk_lit", "hk", 10.1), ("hk_news", "hk", 21.9)]
)
def test_at_most_half_of_what_opencc_alone_has_wrong(shared: Path, texts: str, name: str, opencc_alone: float) -> None:
    assert wrong_per_10_000(shared / "dev" / "variant" / f"{texts}.tsv", name) <= opencc_alone / 2


def article_of(page: str, number: int, part: dict[str, Any]) -> Article:
    people = tuple(Person(person["name"], Role(person["role"])) for person in part.get("people", ()))
    return Article(
        id=f"{page}-{number}",
        kind=Kind.NEWS,
        language="zh-Hans",
        people=people,
        section=part.get("section"),
        kicker=part.get("kicker"),
        headline=part.get("headline"),
        subheadline=part.get("subheadline"),
        body=tuple(Block(BlockType(block["type"]), block["text"]) for block in part["body"]),
        source=(Source(page, "", tuple(part["lines"])),),
    )


def pages(shared: Path) -> list[Article]:
    truth = [json.loads(path.read_text("utf-8")) for path in sorted((shared / "gold" / "seeds").glob("*.json"))]
    return [article_of(page["page"], n, part) for page in truth for n, part in enumerate(page["articles"], 1)]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["tw", "hk"])
def test_nothing_is_wrong_on_the_five_pages(shared: Path, name: str) -> None:
    accepted = json.loads((shared / "gold" / f"gold_{name}_accept.json").read_text("utf-8"))
    made = pages(shared)
    wrong, compared = [], 0
    for before, after in zip(made, Converter(name).articles(tuple(made)), strict=True):
        page = before.source[0].path
        printed = (shared / "seeds" / page).read_text("utf-8")
        gold = (shared / "gold" / f"traditional_{name}" / page).read_text("utf-8")
        at = [i for i, character in enumerate(printed) if not character.isspace()]
        whole = squeezed(printed)
        for old, new in zip(before.body, after.body, strict=True):
            start = whole.find(squeezed(old.text))
            for offset, (source, form) in enumerate(zip(squeezed(old.text), squeezed(new.text), strict=True)):
                i = at[start + offset]
                if start >= 0 and source >= "\u3400" and source not in "“”":
                    compared += 1
                    if form != gold[i] and form not in accepted.get(page, {}).get(str(i), "") and "一" <= form <= "鿿":
                        wrong.append(f"{gold[max(0, i - 4) : i + 5]}: {form}")
    assert wrong == []
    assert compared > 13_000


def test_records_come_out_as_records(shared: Path) -> None:
    made = pages(shared)
    lines = list(record.encode_lines(Converter("tw").articles(tuple(made))))
    assert [article.language for article in record.decode_lines(lines, "x")] == ["zh-Hant-TW"] * len(made)
