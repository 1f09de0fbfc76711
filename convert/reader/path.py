"""The best path of labels over a page: every line's reading weighed together with its neighbours' readings."""

import functools
import re
import struct
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from convert.lexicon import words
from convert.reader.columns import may_be_section
from convert.reader.features import features, groups
from convert.reader.forms import Facts
from convert.reader.joinfacts import closes_above
from convert.reader.shapes import Shape
from convert.reader.shortfacts import may_be_byline
from convert.reader.sights import LONG, MARKS, Page


class Label(StrEnum):
    """What a line is in its place on the page."""

    SECTION = "section"
    TITLE = "title"
    SUBTITLE = "title-more"
    BYLINE = "byline"
    JUMP = "jump"
    OPENING = "opening"
    PARAGRAPH = "paragraph"
    CONTINUES = "continues"
    CROSSHEAD = "crosshead"
    SHORT = "short"
    CREDIT = "credit"
    REPEAT = "repeat"
    FURNITURE = "furniture"

    __hash__ = str.__hash__  # Enum's own is a Python function, which every look-up would call


LABELS = tuple(Label)
_NUMBER = {label: n for n, label in enumerate(LABELS)}
_TEXT = (Label.PARAGRAPH, Label.CONTINUES, Label.OPENING)
_NEW_TEXT = (Label.PARAGRAPH, Label.OPENING)
_OLD_TEXT = (Label.PARAGRAPH, Label.CONTINUES)
_OWN_TEXT = (Label.PARAGRAPH,)
_SHORT = (
    Label.SECTION,
    Label.TITLE,
    Label.SUBTITLE,
    Label.BYLINE,
    Label.PARAGRAPH,
    Label.CONTINUES,
    Label.CROSSHEAD,
    Label.SHORT,
)
_HEADINGS = (Label.SECTION, Label.TITLE, Label.SUBTITLE, Label.CROSSHEAD)
"""What a line with a heading mark can be."""
LONGEST_HEADING = 4 * LONG
"""Characters up to which a heading mark is believed: beyond it stands before a paragraph by mistake."""
_OPEN_CLASS = (*_SHORT, Label.OPENING, Label.CREDIT)
_OF_KNOWN = {
    "recurring": (Label.SECTION,),
    "section": (Label.SECTION, Label.TITLE, Label.CROSSHEAD, Label.SHORT, Label.BYLINE),
}
_BANNER = (Label.SECTION,)
_BY_SHAPE: dict[Shape, tuple[Label, ...]] = {
    Shape.JUMP: (Label.JUMP,),
    Shape.CREDIT: (Label.CREDIT, Label.BYLINE),
    Shape.AUTHOR: (Label.BYLINE, Label.CREDIT),
    Shape.BYLINE: (Label.BYLINE, Label.CREDIT, Label.SHORT, Label.CONTINUES),
    Shape.JUMPED: (Label.OPENING,),
    Shape.LABEL: (Label.SECTION, Label.TITLE, Label.CROSSHEAD, Label.SHORT),
    Shape.LEAD: (Label.PARAGRAPH, Label.OPENING),
    Shape.ROW: (Label.SHORT,),
    Shape.CONTACT: (Label.SHORT, Label.CONTINUES),
    Shape.DAY: (Label.SHORT, Label.CONTINUES),
}


class Decision(NamedTuple):
    """The label of a line, how far it is ahead of the next best, and that rival."""

    label: Label
    margin: float
    rival: Label | None
    rule: str | None = None
    """The rule that set the label aside from the weights, if one did."""


class Scales(dict[Facts, int]):
    """What each group of facts tells for and against every label, in one number: so one addition weighs all labels.

    A label has its own field of the number; a label's field may borrow from the next one's, which is made good when
    the groups are added up from `LEVEL`. A group is weighed when it is first met.
    """

    def __init__(self, facts: Mapping[str, Mapping[int, int]]) -> None:
        """`facts`: fact → number of a label → weight."""
        super().__init__()
        self._facts = facts

    def __missing__(self, group: Facts) -> int:
        told = (row for fact in group for row in self._facts.get(fact, {}).items())
        packed = self[group] = sum(weight << FIELD * label for label, weight in told)
        return packed


FIELD = 32
"""Bits of a label's weight among those of all labels."""
LEVEL = sum(1 << FIELD * label + FIELD - 1 for label in range(len(LABELS)))
"""The weight of no facts: in the middle of every field, so that none becomes negative."""
_fields = struct.Struct(f"<{len(LABELS)}I")


Steps = Sequence[Sequence[int]]
"""What one label tells for or against another one beside it, both by number."""


class Weights(Struct, frozen=True):
    """What each fact tells for or against each label, and each label for or against the one below it, in hundredths.

    They are whole numbers, so that sums are the same in whatever order they are added up.
    """

    facts: dict[str, dict[int, int]]
    steps: Steps
    entries: Steps
    """The same, for each label what every label above it tells."""
    scales: Scales


UNIT = 100
"""The weights are kept in hundredths."""
CERTAIN = 99.0
"""The margin of a label that has no rival."""
_NEVER = -(10**8)
_LOWEST = -(10**18)
"""Less than any path can come to."""


def _may_follow(above: Label, label: Label) -> bool:
    """Whether the label can stand below the other at all: a second title line needs a first, a title needs a story."""
    in_stack = above in (Label.TITLE, Label.SUBTITLE)
    if label is Label.SUBTITLE:
        return in_stack
    if above is Label.CROSSHEAD:
        return label not in (Label.TITLE, Label.SECTION, Label.OPENING, Label.CONTINUES, Label.CROSSHEAD)
    return not (in_stack and label in (Label.TITLE, Label.SECTION, Label.CONTINUES, Label.REPEAT))


@functools.cache
def weights() -> Weights:
    """The weights that come with the program, from `weights.tsv`."""
    return table(Path(__file__).with_name("weights.tsv").read_text("utf-8"))


def table(text: str) -> Weights:
    """Weights from rows of fact or 'label>', label, weight, parted by tabs."""
    numbers = {str(label): n for label, n in _NUMBER.items()}
    facts: dict[str, dict[int, int]] = {}
    steps = [[_NEVER if not _may_follow(above, label) else 0 for label in LABELS] for above in LABELS]
    for row in text.splitlines():
        if row.startswith("#") or not row:
            continue
        fact, label, told = row.split("\t")
        weight = round(float(told) * UNIT)
        if fact[-1] == ">":
            steps[numbers[fact[:-1]]][numbers[label]] += weight
        elif fact in facts:
            facts[fact][numbers[label]] = weight
        else:
            facts[fact] = {numbers[label]: weight}
    return Weights(facts, tuple(map(tuple, steps)), tuple(zip(*steps, strict=True)), Scales(facts))


def candidates(page: Page, i: int) -> tuple[Label, ...]:
    """The labels that a line can have at all, by its shape, its length and what stands above it."""
    sight = page.sights[i]
    if sight.repeat_of is not None:
        return (Label.REPEAT,)
    if closes_above(page, i):
        return (Label.CONTINUES,)
    if sight.known:
        return _BANNER if _is_banner(page, i) else _OF_KNOWN[sight.known]
    by_shape = _BY_SHAPE.get(sight.shape)
    if by_shape:
        return by_shape
    if sight.marked and sight.end != "." and sight.size <= LONGEST_HEADING:
        return _HEADINGS
    if sight.size > LONG or (sight.size > 30 and not sight.short):
        return _text_labels(page, i)
    if _heads_table(page, i):
        return (Label.SHORT,)
    if _is_cut(page, i):
        return _OLD_TEXT
    if _heads_letter(page, i):
        return _TITLES
    list_call = sight.end == "!" and sight.shape is Shape.ITEM
    return _open_labels(
        sight.size > 4, list_call, may_be_byline(sight), sight.inside, sight.inside or may_be_section(sight, i)
    )


@functools.cache
def _open_labels(many: bool, list_call: bool, byline: bool, inside: bool, section: bool) -> tuple[Label, ...]:
    """What a short line without a shape can be: more than a name, an entry of a list that calls, perhaps a byline, in
    the midst of an article, perhaps a banner."""
    never = {
        *((Label.CROSSHEAD,) if list_call else ()),
        *(() if byline else (Label.BYLINE,)),
        *((Label.SECTION, Label.TITLE, Label.OPENING) if inside else ()),
        *(() if section else (Label.SECTION,)),
    }
    return tuple(label for label in (_OPEN_CLASS if many else _SHORT) if label not in never)


def _is_banner(page: Page, i: int) -> bool:
    """Whether a known name is surely no title: it heads the page and a title, or names what papers print besides news."""
    if i + 1 == len(page.sights):
        return False
    below = page.sights[i + 1]
    heads_title = not i and below.short and below.size > NAME and below.shape is Shape.PLAIN
    return heads_title or page.sights[i].text.strip(MARKS) in BESIDES


BESIDES = frozenset({"更正", "订正", "遗失声明", "今日导读", "本版导读", "导读", "内容提要"})
"""Names of notices and of lists of contents: each stands by itself, whatever is printed around it."""
NAME = 4
"""Characters of the longest name without a point."""


def _heads_letter(page: Page, i: int) -> bool:
    """Whether a line that is closed off above stands right over the greeting of a letter to the paper."""
    if i + 1 == len(page.sights) or not _GREETING.fullmatch(page.sights[i + 1].text):
        return False
    above = page.above[i]
    return page.sights[i].short and (above < 0 or page.sights[above].end != "x" or page.sights[above].shape in _CLOSES)


_GREETING = re.compile(r".{0,8}(?:编辑(?:部|同志|老师|先生|们)*|记者(?:同志|先生|老师))[:：]")
"""How letters to a newspaper begin."""
_CLOSES = frozenset({Shape.SIGNATURE, Shape.BYLINE, Shape.DAY, Shape.CONTACT, Shape.LABEL})
"""Shapes of lines that end what stands above them, though with no stop."""
_TITLES = (Label.TITLE, Label.SUBTITLE)


def _is_cut(page: Page, i: int) -> bool:
    """Whether a column end surely has cut a short line from the one below: a figure from what it counts, or who says
    something from what is said."""
    if i + 1 == len(page.sights):
        return False
    text, below = page.sights[i].text, page.sights[i + 1].text
    counted = below[0] in _COUNTED and len(text) >= STRIP and _QUANTITY.search(text) is not None and _is_counted(below)
    return counted or (below[0] == "说" and below[1:2] in _SAYS)


def _is_counted(below: str) -> bool:
    """Whether a line begins with what is counted, and not with a word that begins the same way: 年轻, 家乡."""
    first = words().cut(below[:6])[0]
    return first in _COUNTED or (first[0] in "余多万亿" and first[1:] in _COUNTED)


STRIP = 8
"""Characters of the shortest strip of a column that is surely no title when it ends with a figure."""
_QUANTITY = re.compile(r"(?<![0-9０-９:：.．])(?!(?:19|20|１９|２０)[0-9０-９]{2}$)[0-9０-９]+$")
"""A figure that is no year and no result: 我的2023, 4：2."""
_COUNTED = frozenset("家个名人年月日万亿元次位项条多余％%")
_SAYS = ("，", "：", ":", "“")


def _heads_table(page: Page, i: int) -> bool:
    """Whether a line names the columns of the table whose first row stands below it."""
    if i + 1 == len(page.sights) or page.sights[i + 1].shape is not Shape.ROW:
        return False
    return len(page.sights[i].text.split()) > 2


BULLETS = "●○◆◇■□▲△★☆※▶►◎✦•【"
"""Marks that begin an entry of a list or a labelled part of a story, never the rest of a sentence."""


def _text_labels(page: Page, i: int) -> tuple[Label, ...]:
    """What a long line can be: it goes on only with an open sentence, and a story without a title shows where it begins."""
    above = page.above[i]
    open_above = above >= 0 and page.sights[above].end not in ".!" and page.sights[i].text[0] not in BULLETS
    if open_above and page.sights[above].size > GREETING and page.sights[above].text[-1] in "，、":
        return _GOES_ON
    begins = page.sights[i].gap or not i or page.sights[i - 1].size <= LONG
    if begins:
        return _TEXT if open_above else _NEW_TEXT
    return _OLD_TEXT if open_above else _OWN_TEXT


GREETING = 8
"""Characters of the longest greeting that a comma may end; after a longer line with one the sentence goes on."""
_GOES_ON = (Label.CONTINUES,)
Emissions = tuple[int, ...]
"""What is told for each label, by its number."""
_CERTAIN: Emissions = (0,) * len(LABELS)


def emissions(page: Page, i: int, scales: Scales) -> Emissions:
    """What the facts about line i tell for each label, above an unknown level that is the same for all of them."""
    weighed = sum(map(scales.__getitem__, groups(page, i)), LEVEL)
    return _fields.unpack(weighed.to_bytes(_fields.size, "little"))


def best_path(page: Page) -> list[Decision]:
    """The labels of all lines whose weights, with the steps between them, sum to the most (Viterbi)."""
    table = weights()
    scales = table.scales
    choices = [_numbers(candidates(page, i)) for i in range(len(page.sights))]
    told = [emissions(page, i, scales) if len(choice) > 1 else _CERTAIN for i, choice in enumerate(choices)]
    chosen = _viterbi(choices, told, table)
    enter = [_CERTAIN, *map(table.steps.__getitem__, chosen)]
    leave = [*map(table.entries.__getitem__, chosen[1:]), _CERTAIN]
    return list(map(_decision, chosen, choices, told, enter, leave))


@functools.lru_cache(maxsize=256)
def _numbers(labels: tuple[Label, ...]) -> tuple[int, ...]:
    """The numbers of the labels that a line can have: few combinations occur."""
    return tuple(_NUMBER[label] for label in labels)


def _viterbi(choices: Sequence[Sequence[int]], told: Sequence[Emissions], table: Weights) -> list[int]:
    """The numbers of the labels on the best path."""
    steps, entries = table.steps, table.entries
    best: dict[int, int] = {}
    back: list[dict[int, int]] = []
    for here, row in zip(choices, told, strict=True):
        if len(best) == 1:
            (above, score) = best.popitem()
            enter = steps[above]
            best = {label: score + enter[label] + row[label] for label in here}
            back.append(dict.fromkeys(here, above))
            continue
        origin: dict[int, int] = {}
        reached: dict[int, int] = {}
        scores = best.items()
        for label in here:
            value, source, enter = _LOWEST, 0, entries[label]
            for above, score in scores:
                reach = score + enter[above]
                if reach > value:
                    value, source = reach, above
            reached[label], origin[label] = (value if best else 0) + row[label], source
        best = reached
        back.append(origin)
    if not back:
        return []
    label = max(best, key=best.__getitem__)
    path = [label]
    for origin in reversed(back[1:]):
        label = origin[label]
        path.append(label)
    return path[::-1]


_ALONE = tuple(Decision(label, CERTAIN, None) for label in LABELS)
"""The decisions about lines that can have one label only."""


def _decision(
    mine: int, choice: Sequence[int], told: Emissions, enter: Sequence[int], leave: Sequence[int]
) -> Decision:
    """The decision about one line: its margin is measured with the neighbours' labels as chosen, of which `enter` and
    `leave` hold what the one above and the one below tell for each label."""
    if len(choice) == 1:
        return _ALONE[mine]
    values = [told[label] + enter[label] + leave[label] for label in choice]
    at = choice.index(mine)
    own, values[at] = values[at], _LOWEST
    best = max(values)
    return Decision(LABELS[mine], (own - best) / UNIT, LABELS[choice[values.index(best)]])


def reasons(page: Page, i: int, decision: Decision, most: int = 3) -> tuple[str, ...]:
    """The facts that told most for a line's label against its rival, the strongest first."""
    if decision.rival is None:
        return ()
    mine, other = _NUMBER[decision.label], _NUMBER[decision.rival]
    table = weights().facts
    told = []
    for fact in features(page, i):
        tells = table.get(fact, {})
        weight = tells.get(mine, 0) / UNIT - tells.get(other, 0) / UNIT
        if weight > 0.05:
            told.append((weight, fact))
    return tuple(fact for _, fact in sorted(told, reverse=True)[:most])
