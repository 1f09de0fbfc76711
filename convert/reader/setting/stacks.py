"""Title stacks: what belongs to one by what stands below it, a lead, a byline, poems, a table, a first question."""

import re
from collections.abc import Sequence

from convert.lexicon.surnames import surname_length
from convert.reader.columns import names_column
from convert.reader.names import HAN, are_names
from convert.reader.path import Decision, Label
from convert.reader.people import are_places
from convert.reader.setting.endings import ANSWER, names_sender
from convert.reader.setting.grounds import (
    FULL,
    FULL_OR_REST,
    IN_STACK,
    MAYBE_TITLE,
    MORE_TITLE,
    STRIP,
    TALLEST,
    is_closed,
    may_head,
    sure,
)
from convert.reader.shapes import Shape
from convert.reader.shortfacts import byline_form
from convert.reader.sights import LONG, Page, Sight
from convert.reader.titles import LONGEST_PLACE


def raise_first_titles(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make title lines of 原题： and the short lines right above it, for a translated story has both titles, and of
    those over a first question: 问： ."""
    for i in places:
        if not _FIRST_TITLE.match(page.sights[i].text) and not _asks(page, decisions, i):
            continue
        top = i
        while top and i - top < TALLEST - 1 and may_head(page, decisions, top - 1):
            top -= 1
        if not top or decisions[top - 1].label not in IN_STACK:
            decisions[top] = sure(Label.TITLE, "the first title, or the first question, is told below it")
            decisions[top + 1 : i + 1] = [MORE_TITLE] * (i - top)


def _asks(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a short line stands over the first question of several: no answer is right above it."""
    if decisions[i].label is not Label.SHORT or not may_head(page, decisions, i) or i + 1 == len(decisions):
        return False
    asked = page.sights[i + 1]
    verse = asked.size <= LONGEST_VERSE and not (
        i + 2 < len(page.sights) and page.sights[i + 2].text.startswith(ANSWER)
    )
    return asked.text.startswith(_QUESTION) and not verse and not (i and page.sights[i - 1].text.startswith(ANSWER))


LONGEST_VERSE = 12
"""Characters of the longest line that may ask in a poem, where no answer is marked."""
_QUESTION = ("问：", "问:")
_FIRST_TITLE = re.compile("原(?:题|标题|文题)[：:]")


def part_from_theme(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Begin a paragraph under a lead that ends with the title of its story: 新华社北京2月1日电 题：把冷暖放在心上."""
    for i in places:
        if not i or decisions[i - 1].label is Label.CONTINUES:
            continue
        over = page.sights[i - 1]
        if over.size <= LONG and "题" in over.text and over.end in "x!q" and _THEME.match(over.text):
            decisions[i] = sure(Label.PARAGRAPH, "the line above ends with a title")


_THEME = re.compile(r"[【（]?[^。，]{2,24}(?:电|讯|报道|专电)[】）]?[ \u3000]*题[：:].{4,40}$")
"""A lead, and behind it the title of the story, as agencies send it."""


def raise_over_greetings(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title of a line right over the greeting of a letter, where a text above has ended: 一封家书 over 妈妈：."""
    for i in places:
        if not i or i + 2 >= len(decisions):
            continue
        greeting = page.sights[i + 1]
        if greeting.shape is not Shape.SALUTATION or greeting.size > GREETING:
            continue
        if decisions[i + 2].label not in FULL or not may_head(page, decisions, i):
            continue
        if not is_closed(page, i - 1) and not _signs_text(page, decisions, i - 1):
            continue
        named = surname_length(greeting.text) > 0 and greeting.text[:2] in page.sights[i].text
        answers = named or page.sights[i].text.endswith(greeting.text[:-1])
        if not answers and not names_sender(page.sights[i].text):
            decisions[i] = sure(Label.TITLE, "a greeting stands below it")


def _signs_text(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a short line right under a text at its end signs it."""
    if not i or decisions[i].label is not Label.SHORT or decisions[i - 1].label not in FULL_OR_REST:
        return False
    return is_closed(page, i - 1) and page.sights[i].shape is Shape.PLAIN


GREETING = 10
"""Characters of the longest greeting that is surely one."""


def raise_questions(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make the first line of a title stack of a question right over a title of news, 味道谁说了算？, and of any line
    between a text at its end and such a title that signs nothing."""
    for i in places:
        if not i or i + 2 >= len(decisions) or decisions[i + 1].label is not Label.TITLE:
            continue
        news = page.sights[i + 2].shape is Shape.LEAD or decisions[i + 2].label is Label.BYLINE
        if not news or not is_closed(page, i - 1):
            continue
        if page.sights[i].text[-1] in "？?" and may_head(page, decisions, i):
            decisions[i] = sure(Label.TITLE, "a question over the title of news")
            decisions[i + 1] = MORE_TITLE
        elif names_column(page.sights[i].text):
            decisions[i] = sure(Label.SECTION, "it sounds like a column's name over a title")
        elif _signs_nothing(page, i):
            decisions[i] = sure(Label.TITLE, "between a text at its end and a title of news")
            decisions[i + 1] = MORE_TITLE


def _signs_nothing(page: Page, i: int) -> bool:
    """Whether a line under a text is no signature, no sender and no name: plain, and longer than those are."""
    sight, above = page.sights[i], page.sights[i - 1]
    if above.short or sight.shape is not Shape.PLAIN or not sight.short or not SIGNER < sight.size <= STRIP:
        return False
    return sight.end in "xq" and byline_form(sight.text) == "none" and not names_sender(sight.text)


SIGNER = 7
"""Characters of the longest line that may be a signature without any post or title of courtesy."""


def raise_calls(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make the first line of a title stack of one right above it that ends with a colon or names a place: no story
    ends so."""
    for i in places:
        sight = page.sights[i]
        if not sight.short or i + 1 == len(decisions) or decisions[i + 1].label is not Label.TITLE:
            continue
        calls = sight.end == ":" or (sight.shape is Shape.PLAIN and are_places(sight.text))
        if calls and is_closed(page, page.above[i]):
            decisions[i] = sure(Label.TITLE, "it announces the title below it")
            decisions[i + 1] = MORE_TITLE


def raise_poems(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title of the line over a bracket that says how many poems follow, and a byline of a name under it."""
    for i in places:
        if not i or not _POEMS.fullmatch(page.sights[i].text):
            continue
        if decisions[i - 1].label not in IN_STACK:
            if not page.sights[i - 1].short:
                continue
            decisions[i - 1] = sure(Label.TITLE, "poems are counted below it")
        decisions[i] = MORE_TITLE
        below = i + 1
        if below < len(decisions) and decisions[below].label is Label.SHORT and are_names(page.sights[below].text):
            decisions[below] = sure(Label.BYLINE, "it signs the poems below it")


_POEMS = re.compile(r"[（(](?:外?[一二两三四五六七八九十]{1,2}[首章题阕]|组诗)[）)]")
"""How many poems, or parts of one, follow."""


def raise_signed_poems(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make title and byline of two short lines between verses, the second of which is a name: another poem begins."""
    for i in places:
        around = decisions[i - 1 : i + 4] if i else []
        if len(around) < FEWEST_VERSES or any(decision.label is not Label.SHORT for decision in around):
            continue
        title, name = page.sights[i], page.sights[i + 1]
        if _is_person(page.sights[i + 2].text) or (_is_person(title.text) and _is_person(page.sights[i - 1].text)):
            continue  # a list of names
        if title.size <= LONGEST_VERSE and title.end == "x" and name.size <= NAMED and _is_named(name.text):
            decisions[i] = sure(Label.TITLE, "an author is named below it")
            decisions[i + 1] = sure(Label.BYLINE, "it signs the poems below it")


FEWEST_VERSES = 5
"""Short lines of the fewest in a row of which two may begin a poem."""
NAMED = 4
"""Characters of the longest name of a poet, set apart or not."""


def _is_named(text: str) -> bool:
    return (byline_form(text) == "name" and text[-1] not in _PLACED) or _SET_APART.fullmatch(text) is not None


_PLACED = frozenset("上下里中边前后外旁间")
"""What ends a phrase of place and hardly ever a name: 白云下."""
_SET_APART = re.compile(rf"{HAN}[ \u3000]{{1,2}}{HAN}")


def _is_person(text: str) -> bool:
    return len(text) <= NAMED and (byline_form(text) == "name" or are_names(text))


def raise_clauses(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title line of a clause in a stack that ends with a comma over the title line that ends the sentence:
    一座24小时不打烊的书屋，/ 点亮三班倒职工的夜."""
    for i in places:
        sight = page.sights[i]
        if sight.end != "," or not NAMED < sight.size <= CLAUSE or i + 1 == len(decisions):
            continue
        below = page.sights[i + 1]
        if decisions[i + 1].label is not Label.TITLE or not below.short or below.size > CLAUSE:
            continue
        if i and decisions[i - 1].label in IN_STACK:
            decisions[i] = decisions[i + 1] = MORE_TITLE


CLAUSE = 20
"""Characters of the longest line of a headline that is set in two."""


def raise_under_places(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title line of a crosshead right under a title that is nothing but a place: the news is named there."""
    for i in places:
        if not i or decisions[i - 1].label is not Label.TITLE or page.sights[i].shape is not Shape.PLAIN:
            continue
        over = page.sights[i - 1]
        if over.size <= LONGEST_PLACE and are_places(over.text):
            decisions[i] = MORE_TITLE


def raise_over_jumps(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title of a short line right over a story that goes on from another page, where what is above may end: the
    headline is printed again there."""
    for i in places:
        if i + 1 == len(decisions) or page.sights[i + 1].shape is not Shape.JUMPED:
            continue
        if i and decisions[i - 1].label in MAYBE_TITLE and _is_person(page.sights[i].text):
            if may_head(page, decisions, i - 1):
                decisions[i - 1] = sure(Label.TITLE, "a story from another page goes on below it")
                decisions[i] = sure(Label.BYLINE, "a name between a title and its text")
                decisions[i + 1] = sure(Label.PARAGRAPH, "a story from another page goes on below its headline")
            continue
        ends = is_closed(page, i - 1) or page.sights[i - 1].short
        if ends and may_head(page, decisions, i):
            decisions[i] = sure(Label.TITLE, "a story from another page goes on below it")
            decisions[i + 1] = sure(Label.PARAGRAPH, "a story from another page goes on below its headline")


def raise_places(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make titles of the places that head briefs one after the other, where the first is a title or stands under a
    banner: under a title of their own they part one report from all of them."""
    row: list[int] = []
    for i in (*places, len(decisions)):
        if i + 1 < len(decisions) and page.sights[i].size <= PLACE and _heads_brief(page, decisions, i):
            row.append(i)
        elif row and (i == len(decisions) or decisions[i].label in _ENDS_ROW):
            first = row[0]
            titled = decisions[first].label is Label.TITLE or (first and decisions[first - 1].label is Label.SECTION)
            if len(row) > 1 and titled:
                for n in row:
                    if decisions[n].label is not Label.TITLE:
                        decisions[n] = sure(Label.TITLE, "one of several places with a brief each")
            row = []


PLACE = 6
"""Characters of the longest place that heads a brief."""
_MAYBE_PLACE = frozenset({Label.TITLE, Label.BYLINE, Label.SHORT, Label.CROSSHEAD})
_ENDS_ROW = frozenset({Label.TITLE, Label.SECTION, Label.BYLINE, Label.CROSSHEAD})
PLACE_OR_END = _MAYBE_PLACE | _ENDS_ROW
"""What a row of places is made of and ends with."""


def _heads_brief(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a line is nothing but a place and stands over text, where a text above has ended or under a banner."""
    if decisions[i].label not in _MAYBE_PLACE or decisions[i + 1].label not in FULL:
        return False
    if not are_places(page.sights[i].text):
        return False
    return not i or decisions[i - 1].label is Label.SECTION or is_closed(page, page.above[i])


def raise_stacks(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make title lines of short lines between a title and the lead, byline or jump of its story: nothing else is there."""
    paragraph, lead = Label.PARAGRAPH, Shape.LEAD
    for i in places:
        if decisions[i].label is paragraph and page.sights[i].shape is not lead:
            continue
        top = _top_of_stack(page, decisions, i)
        if top < i and decisions[top].label is not Label.TITLE:
            decisions[top] = sure(Label.TITLE, "between a banner and its story")
        for n in range(top + 1, i):
            if decisions[n].label is not Label.SUBTITLE:
                decisions[n] = MORE_TITLE


UNDER_STACK = frozenset({Label.BYLINE, Label.JUMP, Label.PARAGRAPH})
"""Labels of lines that stand between a title stack and its story, or open that with a lead."""


def _top_of_stack(page: Page, decisions: Sequence[Decision], story: int) -> int:
    """The first title of the short lines right above a story, else the first of those under a banner; `story` itself
    when there is neither."""
    top = story
    for n in range(story - 1, max(story - 2 - TALLEST, -1), -1):
        label = decisions[n].label
        if label is Label.SECTION and n + 1 < story and page.sights[story].shape is Shape.LEAD:
            return n + 1
        if n < story - TALLEST:
            break
        if label is Label.TITLE:
            top = n
        elif label is not Label.SUBTITLE and (label not in MAYBE_TITLE or page.sights[n].shape is not Shape.PLAIN):
            break
    return top


def raise_over_tables(page: Page, decisions: list[Decision], places: Sequence[int]) -> None:
    """Make a title of a short line over a table, or over the names of its columns, where what is above has ended and no
    text goes on below: else it is a table of the story."""
    for i in places:
        if (
            i
            and _may_head_table(page.sights[i])
            and _is_table(page, i + 1)
            and not _goes_on_below(page, decisions, i + 2)
        ):
            above = decisions[i - 1].label
            ended = above in _OVER_TABLE or (above in FULL_OR_REST and is_closed(page, i - 1))
            if ended or _is_row(page.sights[i - 1]):
                decisions[i] = sure(Label.TITLE, "a table stands below it")


def _may_head_table(sight: Sight) -> bool:
    """Whether a line may be the title of a table: not the names of its columns, nor more of a table above, nor text."""
    if not sight.short or sight.size > STRIP or sight.end not in "x!q)" or sight.shape is not Shape.PLAIN:
        return False
    if len(sight.text.split()) > 2 or "：" in sight.text or sight.text.endswith(("如下", "不变")):
        return False
    return not _is_row(sight)


def _is_table(page: Page, first: int) -> bool:
    """Whether a table begins at a line: two rows of it, perhaps under the names of its columns."""
    begin = first if first < len(page.sights) and _is_row(page.sights[first]) else first + 1
    rows = page.sights[begin : begin + 2]
    return len(rows) == 2 and all(map(_is_row, rows))


def _goes_on_below(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether text stands below the table of which line `i` is part."""
    while i < len(decisions) and (_is_row(page.sights[i]) or decisions[i].label is Label.SHORT):
        i += 1
    return i < len(decisions) and decisions[i].label in FULL_OR_REST and decisions[i].label is not Label.OPENING


def _is_row(sight: Sight) -> bool:
    return sight.shape is Shape.ROW or (sight.short and _ROW.fullmatch(sight.text) is not None)


_ROW = re.compile(r"[^\s。，：]{1,10}[ \u3000]+[-+−－]?[0-9０-９][0-9０-９.．,]*[%％]?")
"""A row of a name and one figure."""
_OVER_TABLE = frozenset({Label.BYLINE, Label.CREDIT})
"""Labels of lines that end a story above a table."""
