"""Known articles set as other newspapers might have set them: other stacks, leads, bylines, labels, crossheads, verse.

Every line that is put in comes from the articles themselves or is made up of names; what it says has no say, what it
looks like has.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from convert import profiles
from convert.lexicon.surnames import COMMON
from convert.reader import leads
from convert.reader.path import Label
from convert.reader.shapes import Shape, shape_of

LOAD = profiles.load()
TEXT = (Label.PARAGRAPH, Label.OPENING)


class Row(NamedTuple):
    """A line of an article, its paragraph whole."""

    text: str
    mark: str
    label: Label
    tight: bool
    """Whether it follows the line above without a blank line."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What articles can be given: lines of title stacks, and clauses of their paragraphs, as verses are long."""

    titles: tuple[str, ...]
    clauses: tuple[str, ...]


_CLAUSE = re.compile(r"[^\s，。！？；：、“”‘’《》（）「」『』…—0-9０-９A-Za-z.．·％%]{4,13}(?=[，。；])")


def stock_of(articles: Sequence[Sequence[Row]]) -> Stock:
    """The stock of lines of these articles."""
    titles, clauses = [], list[str]()
    for rows in articles:
        for row in rows:
            if row.label is Label.SUBTITLE or (row.label is Label.TITLE and len(row.text) > 6):
                titles.append(row.text)
            elif row.label in TEXT:
                clauses += _CLAUSE.findall(row.text)[:8]
    return Stock(tuple(titles), tuple(clauses))


LEADS = (
    "本报讯（记者 {}）",
    "本报讯（通讯员 {}）",
    "本报北京{}日电（记者{}）",
    "新华社北京{}月{}日电（记者{}）",
    "【本报讯】",
)
"""Ways in which a report opens; what fills them has no say."""
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂文华玉兰志红建国春梅海燕晓东立新永庆"
_FAMILIES = sorted(COMMON)


def name(dice: random.Random) -> str:
    """A name of a person whom nobody knows."""
    return dice.choice(_FAMILIES) + "".join(dice.choices(_GIVEN, k=dice.choice((1, 2, 2))))


BYLINES: tuple[Callable[[random.Random], str], ...] = (
    name,
    name,
    name,
    lambda dice: name(dice) + name(dice),
    lambda dice: f"{name(dice)} {name(dice)}",
    lambda dice: f"本报记者 {name(dice)}",
    lambda dice: f"本报记者{name(dice)} 通讯员{name(dice)}",
    lambda dice: f"□{name(dice)}",
    lambda dice: f"文/{name(dice)}",
)
"""Ways to print who wrote an article on a line of its own."""


def _title_end(rows: Sequence[Row]) -> int:
    """Where the title stack of an article ends, 0 without one."""
    end = next((n for n, row in enumerate(rows) if row.label is Label.TITLE), None)
    if end is None:
        return 0
    end += 1
    while end < len(rows) and rows[end].label is Label.SUBTITLE:
        end += 1
    return end


def restacked(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """A title stack with a kicker or a subheadline more, or with its last line alone."""
    end = _title_end(rows)
    top = next((n for n, row in enumerate(rows) if row.label is Label.TITLE), 0)
    stack = rows[top:end]
    if not stack:
        return rows
    made = list(stack)
    if dice.random() < 0.2:
        made.append(Row(dice.choice(stock.titles), "", Label.SUBTITLE, False))
    if dice.random() < 0.2:
        made.insert(0, Row(dice.choice(stock.titles), "", Label.TITLE, made[0].tight))
        made[1] = made[1]._replace(label=Label.SUBTITLE, tight=False)
    elif len(stack) > 1 and dice.random() < 0.3:
        made = [stack[-1]._replace(label=Label.TITLE, tight=stack[0].tight)]
    return [*rows[:top], *made, *rows[end:]]


def led_otherwise(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article with its lead taken off, or with one put before its text."""
    first = next((n for n, row in enumerate(rows) if row.label is Label.PARAGRAPH), None)
    if first is None or not _title_end(rows):
        return rows
    text, made = rows[first].text, list(rows)
    if shape_of(text) is Shape.LEAD:
        rest = leads.take_lead(text).rest
        if dice.random() < 0.4 and 10 < len(rest) < len(text):
            made[first] = rows[first]._replace(text=rest)
    elif len(text) > 40 and dice.random() < 0.25 and not any(row.label is Label.BYLINE for row in rows):
        lead = dice.choice(LEADS).replace("{}", str(dice.randint(1, 12)))
        made[first] = rows[first]._replace(text=lead + text)
    return made


def led_again(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article as two reports of one matter under one title, the second with a lead of its own."""
    places = [n for n in range(_title_end(rows) + 2, len(rows)) if _parts(rows[n - 1], rows[n])]
    places = [n for n in places if len(rows[n].text) > 50]
    if not _title_end(rows) or not places:
        return rows
    at = dice.choice(places)
    lead = dice.choice(LEADS[:-1] + AGENCIES).replace("{}", str(dice.randint(1, 12)))
    return [*rows[:at], rows[at]._replace(text=lead + rows[at].text), *rows[at + 1 :]]


AGENCIES = ("据新华社北京{}月{}日电（记者{}）", "新华社上海{}月{}日电", "本报广州{}月{}日讯")
"""Leads of a second report."""
BRACKETS = (
    "（图片）",
    "（附图片1张）",
    "（附图片２张）",
    "（附表）",
    "（摄影）",
    "（漫画）",
    "（外一首）",
    "（组诗）",
    "（书法）",
)
"""What stands in brackets after a title."""


def bracketed(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article with a word in brackets after its title: that it has a picture, or what it is."""
    end = _title_end(rows)
    if not end or rows[end - 1].text[-1] in "）)":
        return rows
    last = rows[end - 1]
    return [*rows[: end - 1], last._replace(text=last.text + dice.choice(BRACKETS)), *rows[end:]]


def calling(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article with a line of its title that calls or asks."""
    end = _title_end(rows)
    places = [n for n in range(end) if rows[n].label in (Label.TITLE, Label.SUBTITLE) and rows[n].text[-1].isalpha()]
    if not places:
        return rows
    n = dice.choice(places)
    return [*rows[:n], rows[n]._replace(text=rows[n].text + dice.choice("？？！")), *rows[n + 1 :]]


def untitled(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """A report of a few lines without its title, as columns of short news print it."""
    end = _title_end(rows)
    body = rows[end:]
    if not end or len(body) > 4 or not body or body[0].label is not Label.PARAGRAPH or len(body[0].text) < 40:
        return rows
    text = body[0].text
    if shape_of(text) is not Shape.LEAD:
        text = dice.choice(LEADS).replace("{}", str(dice.randint(1, 12))) + text
    return [Row(text, "", Label.OPENING, False), *body[1:]]


def bylined(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article with another line that says who wrote it, or with one where it had none."""
    end = _title_end(rows)
    if not end or end == len(rows):
        return rows
    body = rows[end:]
    if body[0].label is Label.BYLINE:
        body = body[1:]
    elif body[0].label is not Label.PARAGRAPH or shape_of(body[0].text) is Shape.LEAD:
        return rows
    return [*rows[:end], Row(dice.choice(BYLINES)(dice), "", Label.BYLINE, False), *body]


def signed(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article with its writer in brackets at the end, on a line of its own or after the last full stop."""
    if rows[-1].label not in TEXT or not rows[-1].text.endswith("。"):
        return rows
    bracket = f"（{name(dice)}{name(dice) if dice.random() < 0.3 else ''}）"
    if dice.random() < 0.5:
        return [*rows[:-1], rows[-1]._replace(text=rows[-1].text + bracket)]
    return [*rows, Row(bracket, "", Label.SHORT, False)]


MARKS = ("■{}", "【{}】", "◆{}", "●{}", "{}", "{}", "{}")
ENDINGS = ("论坛", "动态", "人物", "故事", "新闻", "之声", "扫描", "观察", "园地", "随笔")


def labelled(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """The article under the label of a column."""
    if rows[0].label is not Label.TITLE:
        return rows
    known = dice.random() < 0.5
    text = dice.choice(sorted(LOAD.section_names)) if known else dice.choice(stock.clauses)[:2] + dice.choice(ENDINGS)
    return [Row(dice.choice(MARKS).format(text), "", Label.SECTION, rows[0].tight), *rows]


def crossheaded(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """A long article with other crossheads: words of the paragraphs below them."""
    if not _title_end(rows) or sum(row.label is Label.PARAGRAPH for row in rows) < 6:
        return rows
    made = [row for row in rows if row.label is not Label.CROSSHEAD]
    places = [n for n in range(_title_end(made) + 2, len(made)) if _parts(made[n - 1], made[n])]
    for n in reversed(places[:: dice.choice((2, 3, 4))]):
        head = _head_of(made[n].text, dice)
        if head:
            made.insert(n, Row(head, "", Label.CROSSHEAD, False))
    return made


def _parts(above: Row, below: Row) -> bool:
    """Whether a crosshead can stand between two rows."""
    return above.label is Label.PARAGRAPH and above.text[-1] in "。！？”" and below.label is Label.PARAGRAPH


def _head_of(text: str, dice: random.Random) -> str:
    """A crosshead from a paragraph's own words: a clause of it, or two."""
    clauses = _CLAUSE.findall(text)
    if not clauses:
        return ""
    head: str = dice.choice(clauses)
    if len(clauses) > 1 and dice.random() < 0.5:
        one, other = dice.sample(clauses, 2)
        head = one[: len(one) // 2 + 1] + other[len(other) // 2 :]  # in words of the text, but none of its phrases
    if len(clauses) > 1 and dice.random() < 0.35:
        head = dice.choice("， ，：").join((head, dice.choice(clauses)))
    return f"“{head}”" if dice.random() < 0.1 else head


def versed(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """A poem under the article's title: its writer's name and lines as long as clauses are."""
    end = _title_end(rows)
    if not end:
        return rows
    lines = dice.choices(stock.clauses, k=dice.randint(6, 24))
    made = [*rows[:end], Row(dice.choice(BYLINES)(dice), "", Label.BYLINE, False)]
    if dice.random() < 0.25 and end < len(rows) and rows[end].label is Label.PARAGRAPH:
        made.append(rows[end])
    mark = "，。" if dice.random() < 0.1 else ""
    tight, stanza = dice.random() < 0.4, dice.choice((4, 5, 8, 99))
    for n, line in enumerate(lines):
        made.append(Row(line + (mark[n % 2] if mark else ""), "", Label.SHORT, tight and n % stanza > 0))
    return made


def _day(dice: random.Random) -> str:
    year = dice.choice(("", f"{dice.randint(1950, 2024)}年", f"二〇二{dice.choice('〇一二三四')}年"))
    numbers = "一二三四五六七八九" if year[:1] == "二" else "123456789"
    return f"{year}{dice.choice(numbers)}月{dice.choice(numbers)}日"


def _short(text: str) -> Row:
    return Row(text, "", Label.SHORT, False)


def noticed(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """The article as a notice: under it who gives it, and the day."""
    if len(rows) > 8 or rows[-1].label not in TEXT or not rows[-1].text.endswith("。"):
        return rows
    giver = dice.choice(stock.clauses)[:6] + dice.choice(("工会", "办公室", "公司", "委员会", "中心"))
    return [*rows, _short(giver), *([_short(_day(dice))] if dice.random() < 0.8 else ())]


def lettered(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """The article as a letter: whom it greets, and at its end who wrote it."""
    end = _title_end(rows)
    if not end or len(rows) > 10 or end == len(rows) or rows[end].label is not Label.PARAGRAPH:
        return rows
    if rows[-1].label is not Label.PARAGRAPH or shape_of(rows[end].text) is Shape.LEAD:
        return rows
    greeting = [_short(dice.choice(("编辑同志：", "编者：", "尊敬的读者：")))] if dice.random() < 0.6 else []
    place = dice.choice(stock.clauses)[:3]
    writer = dice.choice((f"{place} {name(dice)}", f"读者 {name(dice)}", f"{place}{name(dice)}", name(dice)))
    return [*rows[:end], *greeting, *rows[end:], _short(writer)]


def asked(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """The article as a talk: each paragraph an answer under a question."""
    end = _title_end(rows)
    body = rows[end:]
    if not end or len(body) < 3 or any(row.label is not Label.PARAGRAPH for row in body):
        return rows
    who, made = name(dice), rows[:end]
    for row in body:
        made.append(_short(f"{dice.choice(('记者', '记者', '问'))}：{dice.choice(stock.clauses)}？"))
        made.append(row._replace(text=f"{who}：{row.text}"))
    return made


def numbered(rows: list[Row], _: Stock, dice: random.Random) -> list[Row]:
    """The article in parts that have a number each and nothing more."""
    end = _title_end(rows)
    places = [n for n in range(end + 1, len(rows)) if _parts(rows[n - 1], rows[n])]
    if not end or len(places) < 4:
        return rows
    made = list(rows)
    chosen = sorted(dice.sample(places, 3))
    for number, place in zip("三二一", reversed(chosen), strict=True):
        made.insert(place, _short(number))
    return made


def ranked(rows: list[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """A list under the article's title: names or clauses with a figure each."""
    end = _title_end(rows)
    if not end:
        return rows
    form = dice.choice(("{n}{who}{m}．{n}", "{who}（{what}）{m}分", "{n}、{what} {who}", "{what}{m}元", "{what} {who}"))
    lines = [
        form.format(n=n, m=dice.randint(2, 99), who=name(dice), what=dice.choice(stock.clauses)[:7])
        for n in range(1, dice.randint(4, 9))
    ]
    return [*rows[:end], *map(_short, lines)]


STYLES: tuple[tuple[float, Callable[[list[Row], Stock, random.Random], list[Row]]], ...] = (
    (1.0, restacked),
    (1.0, led_otherwise),
    (0.03, led_again),
    (0.05, bracketed),
    (0.05, calling),
    (0.15, bylined),
    (0.15, crossheaded),
    (0.1, signed),
    (0.1, labelled),
    (0.25, untitled),
    (0.04, versed),
    (0.03, noticed),
    (0.03, lettered),
    (0.02, asked),
    (0.02, numbered),
    (0.02, ranked),
)
"""How often an article is set in each way."""


def restyled(rows: Sequence[Row], stock: Stock, dice: random.Random) -> list[Row]:
    """The article as another newspaper might set it."""
    made = list(rows)
    for rate, style in STYLES:
        if dice.random() < rate:
            made = style(made, stock, dice)
    return made
