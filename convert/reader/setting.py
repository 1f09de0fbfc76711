"""What the setting of a page makes certain, whatever the weights say: which lines are titles, which briefs begin."""

import re
from collections.abc import Sequence
from itertools import pairwise

from convert.lexicon import words
from convert.reader.drafts import LABEL_MARKS
from convert.reader.names import HAN, are_names
from convert.reader.path import BULLETS, CERTAIN, NAME, Decision, Label
from convert.reader.people import are_places
from convert.reader.shapes import Shape
from convert.reader.shortfacts import byline_form
from convert.reader.sights import LONG, Page
from convert.reader.titles import LONGEST_PLACE


def settled(page: Page, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, those set aside that nothing printed can be."""
    kept = list(decisions)
    _raise_slogan(page, kept)
    _lower_under_titles(page, kept)
    _part_schedules(page, kept)
    _raise_authors(page, kept)
    _raise_notices(page, kept)
    _raise_after_signatures(page, kept)
    _raise_columns(page, kept)
    _raise_banner(page, kept)
    _raise_first_titles(page, kept)
    _raise_over_names(page, kept)
    _raise_over_tables(page, kept)
    _lower_series(page, kept)
    _raise_calls(page, kept)
    _part_from_theme(page, kept)
    _raise_poems(page, kept)
    _raise_stacks(page, kept)
    _raise_under_places(page, kept)
    _part_briefs(page, kept)
    _raise_crossheads(page, kept)
    _part_leads(page, kept)
    said = [line.said is not None for line in page.lines]
    if any(said):  # by a person, whom nothing overrules
        return [own if told else new for own, new, told in zip(decisions, kept, said, strict=True)]
    return kept


_IN_STACK = (Label.TITLE, Label.SUBTITLE)
_MORE_TITLE = Decision(Label.SUBTITLE, CERTAIN, None, "between a title and its story")


def _raise_slogan(page: Page, decisions: list[Decision]) -> None:
    """Make the page's banner of a slogan that heads it, over the first headline."""
    if len(decisions) < 2 or (decisions[0].label, decisions[1].label) != (Label.TITLE, Label.SUBTITLE):
        return
    if _SLOGAN.fullmatch(page.sights[0].text) and page.sights[1].text[0] not in _SUBTITLE_MARKS:
        decisions[:2] = [Decision(Label.SECTION, CERTAIN, None, "a slogan at the head of the page"), _FIRST_TITLE_BELOW]


_SLOGAN = re.compile(
    r"(?:深入)?(?:学习|贯彻|落实|宣传|高举|牢记|凝心聚力|不忘初心|喜迎|庆祝|聚焦|弘扬|践行|奋进|奋力|决胜|团结|推进|开展|走进)"
    r"[^，。：“”]{2,28}(?:精神|新征程|新时代|新局面|新篇章|新辉煌|新业绩|新作为|新功|在行动|进行时|伟业|主题教育|[一二三四五六七八九十]大)"
)
"""What a campaign is called: it begins with what is done, and ends with what for."""


def _lower_under_titles(page: Page, decisions: list[Decision]) -> None:
    """Make a byline of a name right under a title and over its text, and a crosshead of what stands under a byline."""
    for i in range(1, len(decisions) - 1):
        label, above = decisions[i].label, decisions[i - 1].label
        if decisions[i + 1].label is not Label.PARAGRAPH:
            continue
        text = page.sights[i].text
        if (
            label is Label.SUBTITLE
            and above is Label.TITLE
            and len(text) < NAME
            and text not in words()
            and are_names(text)
        ):
            decisions[i] = Decision(Label.BYLINE, CERTAIN, None, "a name between a title and its text")
        elif label is Label.TITLE and above is Label.BYLINE and i > 1 and decisions[i - 2].label in _IN_STACK:
            decisions[i] = Decision(Label.CROSSHEAD, CERTAIN, None, "between a byline and its text")


def _part_schedules(page: Page, decisions: list[Decision]) -> None:
    """Make no title of the rows of a schedule, each with its hour, and a title of the title line below them."""
    rows = [sight.text[0].isdecimal() and bool(_HOUR.match(sight.text)) for sight in page.sights]
    if not any(rows):
        return
    for i, decision in enumerate(decisions):
        beside = rows[i - 1 : i] == [True] or rows[i + 1 : i + 2] == [True]
        if rows[i] and beside and decision.label in (Label.SUBTITLE, Label.CROSSHEAD, Label.TITLE):
            decisions[i] = Decision(Label.SHORT, CERTAIN, None, "a row of a schedule")
        elif i and rows[i - 1] and decision.label is Label.SUBTITLE and decisions[i - 1].label is Label.SHORT:
            decisions[i] = Decision(Label.TITLE, CERTAIN, None, "the first title below a schedule")


_HOUR = re.compile(r"[0-2]?[0-9][:：︰][0-5][0-9][ \u3000]+\S")


def _raise_columns(page: Page, decisions: list[Decision]) -> None:
    """Make the name of a column of a few characters over a title that a story above it can't end with, and of four
    that would be a headline shorter than the line below it."""
    for i, (decision, below) in enumerate(pairwise(decisions)):
        if decision.label not in _OVER_COLUMN or page.sights[i].size > LONGEST_COLUMN:
            continue
        if not _names_column(page.sights[i].text):
            continue
        ends = not i or page.sights[i - 1].end in ".!q)" or (i == 1 and _is_parted(page))
        if decision.label in _MAYBE_TITLE and below.label is Label.TITLE and ends:
            decisions[i] = _COLUMN
        elif decision.label is Label.TITLE and below.label in _LOWER and _is_first_of_two(page, decisions, i):
            decisions[i], decisions[i + 1] = _COLUMN, _FIRST_TITLE_BELOW


_OVER_COLUMN = frozenset({Label.SHORT, Label.CROSSHEAD, Label.TITLE})
_LOWER = (Label.SUBTITLE, Label.CROSSHEAD)
_SUBTITLE_MARKS = frozenset("—－-（(" + BULLETS)
_COLUMN = Decision(Label.SECTION, CERTAIN, None, "a few characters over a title")
_FIRST_TITLE_BELOW = Decision(Label.TITLE, CERTAIN, None, "the first title of its column")
_COLUMN_NAME = re.compile(
    rf"{HAN}{{1,4}}(?![部处局组室会社委厅院系班]){HAN}|连载[ \u3000]*[（(]?[0-9一二三四五六七八九十]{{1,3}}[）)]?"
)
"""What may be the name of a column: no office, which signs what is above it."""
LONGEST_COLUMN = 10
"""Characters of the longest of these names."""
FOUR = 4
"""Characters of most columns' names: 以案释法, 健康提示."""


def _names_column(text: str) -> bool:
    if not _COLUMN_NAME.fullmatch(text) or are_places(text):
        return False
    return text in words() or not are_names(text)


def _is_first_of_two(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether four characters stand over a longer line, the last of the stack and no subtitle by its mark."""
    below = page.sights[i + 1]
    last = i + 2 == len(decisions) or decisions[i + 2].label is not Label.SUBTITLE
    return (
        page.sights[i].size == FOUR < below.size
        and last
        and below.shape is Shape.PLAIN
        and below.text[0] not in _SUBTITLE_MARKS
    )


def _raise_banner(page: Page, decisions: list[Decision]) -> None:
    """Make the page's banner of a short first line between which and the first title the folio stands."""
    if len(decisions) < 2 or decisions[0].label is not Label.TITLE or decisions[1].label not in _UNDER_BANNER:
        return
    if _BANNER.fullmatch(page.sights[0].text) and _is_parted(page):
        decisions[0] = Decision(Label.SECTION, CERTAIN, None, "the folio stands between it and the first title")
        if decisions[1].label is Label.SUBTITLE:
            decisions[1] = Decision(Label.TITLE, CERTAIN, None, "the first title of the page")


def _is_parted(page: Page) -> bool:
    """Whether the folio stands between the page's first two lines."""
    first, second = page.lines[0].number, page.lines[1].number
    return any(first < line.number < second for line in page.furniture)


_UNDER_BANNER = (*_IN_STACK, Label.SECTION)


_BANNER = re.compile(rf"{HAN}{{2,6}}")
"""What a banner is set in: no marks, few characters."""


def _raise_authors(page: Page, decisions: list[Decision]) -> None:
    """Make a byline of a person under a title who is told with school, class, works or office: 机电学院 高远.

    Over a poem, whose lines say little themselves, the line above such a person is made its title.
    """
    for i, (above, decision) in enumerate(pairwise(decisions), 1):
        if decision.label not in _NO_AUTHOR or not _is_author(page, i):
            continue
        below = i + 1
        if below == len(decisions) or _is_author(page, below) or (i > 1 and _is_author(page, i - 1)):
            continue  # a list of people
        over = page.sights[i - 1]
        if (
            above.label in _MAYBE_TITLE
            and over.short
            and over.shape is Shape.PLAIN
            and _is_closed(page, page.above[i - 1])
        ):
            decisions[i - 1] = Decision(Label.TITLE, CERTAIN, None, "an author is named below it")
        if decisions[i - 1].label in _IN_STACK:
            decisions[i] = Decision(Label.BYLINE, CERTAIN, None, "a person, told with where that belongs")


_NO_AUTHOR = frozenset({Label.SHORT, Label.CROSSHEAD, Label.SUBTITLE})
"""What such a person may be taken for by the weights."""
_AUTHOR = re.compile(
    r"(?:[^\s，。：:、；！？“”—]{2,20}(?:[ \u3000]+[^\s，。：:、；！？“”—]{2,14})?"
    r"(?:学院|大学|中学|小学|学校|幼儿园|[系班级厂矿部处科局院所站队社]|公司|集团|车间|工会|社区|街道|支队|银行|分行|医院|中心|协会)[ \u3000]+"
    rf"|[\[【〔（(]{HAN}{{2,6}}[\]】〕）)] ?|(?:口述|讲述|主讲)人?[：:](?:\S{{2,16}} )?)"
    rf"(?P<name>{HAN}{{2,3}}|{HAN}[ \u3000]{HAN})"
    rf"|(?P<told>{HAN}{{2,3}})[（(]{HAN}{{2,8}}[／/，、 ]?{HAN}{{0,8}}[）)]"
)
"""A person with where that belongs or comes from, or who told the story."""


def _is_author(page: Page, i: int) -> bool:
    found = _AUTHOR.fullmatch(page.sights[i].text) if page.sights[i].short else None
    return found is not None and are_names(found["name"] or found["told"])


def _raise_notices(page: Page, decisions: list[Decision]) -> None:
    """Make a title of a line that is the name of a notice, where what is above may end."""
    for i, (sight, decision) in enumerate(zip(page.sights, decisions, strict=True)):
        if decision.label not in _MAYBE_TITLE or not sight.short or not _NOTICE.fullmatch(sight.text):
            continue
        if i + 1 < len(decisions) and page.sights[i + 1].size > sight.size and _may_end(page, decisions, i):
            decisions[i] = Decision(Label.TITLE, CERTAIN, None, "the name of a notice")


_NOTICE = re.compile(rf"(?!特此|此致|以上|现将|现予){HAN}{{0,14}}(?:公告|启事|通知|讣告|公示|通告|声明|招聘)")


def _may_end(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether what is above a line may end there: with a sentence, or with who signs a notice, when, and whom to call."""
    above = page.sights[i - 1] if i else None
    return above is None or above.end in ".!q)" or decisions[i - 1].label is Label.SHORT


def _raise_after_signatures(page: Page, decisions: list[Decision]) -> None:
    """Make titles of the short lines between the signature or source at an article's end and the next text."""
    for i, decision in enumerate(decisions):
        if decision.label not in _MAYBE_TITLE or not i or not _signs_off(page, decisions, i - 1):
            continue
        end = i
        while end < len(decisions) and end - i < TALLEST and _may_head(page, decisions, end):
            end += 1
        if end == i or end == len(decisions) or not (decisions[end].label in _STORY or page.sights[end].size > STRIP):
            continue
        if decisions[end].label in _MAYBE_TITLE:
            decisions[end] = Decision(Label.PARAGRAPH, CERTAIN, None, "a strip of text under a title")
        decisions[i] = Decision(Label.TITLE, CERTAIN, None, "what is above is signed off")
        decisions[i + 1 : end] = [_MORE_TITLE] * (end - i - 1)


STRIP = 30
"""Characters of the longest title line; what is longer and open is a strip of text."""
_STORY = frozenset({Label.PARAGRAPH, Label.OPENING, Label.BYLINE})


def _may_head(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    sight = page.sights[i]
    return (
        decisions[i].label in _MAYBE_TITLE
        and sight.short
        and sight.size <= STRIP
        and sight.shape is Shape.PLAIN
        and sight.end in "x!q"
    )


def _signs_off(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a text ends with who wrote it, or with where it was taken from, in brackets, or a notice as notices do."""
    if i < 1 or decisions[i].label is Label.CREDIT or decisions[i - 1].label in _IN_STACK:
        return False
    sight = page.sights[i]
    if sight.shape is Shape.CONTACT or (sight.shape is Shape.DAY and decisions[i - 1].label is Label.SHORT):
        return decisions[i].label is Label.SHORT  # whom to call, or when a notice was signed
    found = _SIGNED.search(sight.text)
    if found is None or _PICTURED.search(found[1]):
        return False
    return bool(_SOURCE.search(found[1])) or are_names(_POSTS.sub("", found[1]).strip())


_SIGNED = re.compile(r"(?:^|[。！？”’])[ \u3000]*[（(]([^（）()。]{2,40})[）)]$")
_PICTURED = re.compile("[摄绘图影]")
"""Who took or gave a picture signs no text."""
_SOURCE = re.compile("摘自|摘编|选自|转自|原载|转载|整理|供稿|编译|译$|^据《|^《[^》]+》.{0,16}$")
_POSTS = re.compile(rf"^(?:(?:本报|本刊)?(?:{HAN}{{0,2}}记者|通讯员)|作者|文/)[:：]?|[/／ ](?:文|编译)$")


def _raise_over_names(page: Page, decisions: list[Decision]) -> None:
    """Make title and byline of a short line and a name under it that stand over a text, where a text above has ended."""
    for i in range(len(decisions) - 2):
        labels = decisions[i].label, decisions[i + 1].label, decisions[i + 2].label
        if labels != (Label.SHORT, Label.SHORT, Label.PARAGRAPH) or not _may_head(page, decisions, i):
            continue
        ends = not i or page.sights[i - 1].end in ".!q)"
        if ends and page.sights[i].size > NAME and _is_signer(page.sights[i + 1].text):
            decisions[i] = Decision(Label.TITLE, CERTAIN, None, "an author is named below it")
            decisions[i + 1] = Decision(Label.BYLINE, CERTAIN, None, "a name between a title and its text")


def _is_signer(text: str) -> bool:
    """Whether a text is a name, alone or with an office."""
    return len(text) <= LONGEST_AUTHOR and (byline_form(text) in ("name", "office") or are_names(text))


LONGEST_AUTHOR = 16
"""Characters of the longest author told with an office."""


def _raise_over_tables(page: Page, decisions: list[Decision]) -> None:
    """Make a title of a short line over a table, or over the names of its columns, where a text above has ended."""
    for i in range(1, len(decisions) - 3):
        if decisions[i].label is not Label.SHORT or not _may_head(page, decisions, i):
            continue
        rows = [page.sights[n].shape is Shape.ROW for n in range(i + 2, i + 4)]
        if all(rows) and decisions[i - 1].label in _FULL_OR_REST and page.sights[i - 1].end in ".!q)":
            decisions[i] = Decision(Label.TITLE, CERTAIN, None, "a table stands below it")


def _lower_series(page: Page, decisions: list[Decision]) -> None:
    """Make a crosshead of a line under a title that tells whose story follows, as the crossheads after it do:
    泽州港区：海员体检不用下船."""
    for i, (above, decision) in enumerate(pairwise(decisions), 1):
        if (
            decision.label is not Label.SUBTITLE
            or above.label is not Label.TITLE
            or not _WHOSE.match(page.sights[i].text)
        ):
            continue
        later = next((n for n in range(i + 1, len(decisions)) if decisions[n].label in _HEADS), 0)
        if later and decisions[later].label is Label.CROSSHEAD and _WHOSE.match(page.sights[later].text):
            decisions[i] = Decision(Label.CROSSHEAD, CERTAIN, None, "the first of several of one form")


_HEADS = frozenset({Label.TITLE, Label.SECTION, Label.CROSSHEAD, Label.OPENING})
_WHOSE = re.compile(rf"{HAN}{{2,8}}：(?!“)")
"""How a line begins that tells whose story follows."""


def _raise_first_titles(page: Page, decisions: list[Decision]) -> None:
    """Make title lines of 原题： and the short lines right above it, for a translated story has both titles, and of
    those over a first question: 问： ."""
    for i, decision in enumerate(decisions):
        if decision.label not in _MAYBE_TITLE or not (
            _FIRST_TITLE.match(page.sights[i].text) or _asks(page, decisions, i)
        ):
            continue
        top = i
        while top and i - top < TALLEST - 1 and _may_head(page, decisions, top - 1):
            top -= 1
        if not top or decisions[top - 1].label not in _IN_STACK:
            decisions[top] = Decision(
                Label.TITLE, CERTAIN, None, "the first title, or the first question, is told below it"
            )
            decisions[top + 1 : i + 1] = [_MORE_TITLE] * (i - top)


def _asks(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a short line stands over the first question of several: no answer is right above it."""
    if decisions[i].label is not Label.SHORT or not _may_head(page, decisions, i) or i + 1 == len(decisions):
        return False
    return page.sights[i + 1].text.startswith(_QUESTION) and not (i and page.sights[i - 1].text.startswith(_ANSWER))


_QUESTION = ("问：", "问:")
_ANSWER = ("答：", "答:")
_FIRST_TITLE = re.compile("原(?:题|标题|文题)[：:]")


def _part_from_theme(page: Page, decisions: list[Decision]) -> None:
    """Begin a paragraph under a lead that ends with the title of its story: 新华社北京2月1日电 题：把冷暖放在心上."""
    for i, (decision, below) in enumerate(pairwise(decisions)):
        sight = page.sights[i]
        if below.label is not Label.CONTINUES or decision.label is Label.CONTINUES or sight.end not in "x!q":
            continue
        if sight.size <= LONG and "题" in sight.text and _THEME.match(sight.text):
            decisions[i + 1] = Decision(Label.PARAGRAPH, CERTAIN, None, "the line above ends with a title")


_THEME = re.compile(r"[【（]?[^。，]{2,24}(?:电|讯|报道|专电)[】）]?[ \u3000]*题[：:].{4,40}$")
"""A lead, and behind it the title of the story, as agencies send it."""


def _raise_calls(page: Page, decisions: list[Decision]) -> None:
    """Make the first line of a title stack of one right above it that ends with a colon or names a place: no story
    ends so."""
    for i, (decision, below) in enumerate(pairwise(decisions)):
        sight = page.sights[i]
        if below.label is not Label.TITLE or decision.label is not Label.SHORT or not sight.short:
            continue
        calls = sight.end == ":" or (sight.shape is Shape.PLAIN and are_places(sight.text))
        if calls and _is_closed(page, page.above[i]):
            decisions[i] = Decision(Label.TITLE, CERTAIN, None, "it announces the title below it")
            decisions[i + 1] = _MORE_TITLE


def _is_closed(page: Page, above: int) -> bool:
    """Whether the text above, -1 for none, ends as a story may."""
    return above < 0 or page.sights[above].end not in "x,;:"


def _raise_poems(page: Page, decisions: list[Decision]) -> None:
    """Make a title of the line over a bracket that says how many poems follow, and a byline of a name under it."""
    for i, (sight, decision) in enumerate(zip(page.sights, decisions, strict=True)):
        if decision.label not in _MAYBE_TITLE or not i or not _POEMS.fullmatch(sight.text):
            continue
        if decisions[i - 1].label not in _IN_STACK:
            if not page.sights[i - 1].short:
                continue
            decisions[i - 1] = Decision(Label.TITLE, CERTAIN, None, "poems are counted below it")
        decisions[i] = _MORE_TITLE
        below = i + 1
        if below < len(decisions) and decisions[below].label is Label.SHORT and are_names(page.sights[below].text):
            decisions[below] = Decision(Label.BYLINE, CERTAIN, None, "it signs the poems below it")


_POEMS = re.compile(r"[（(](?:外?[一二两三四五六七八九十]{1,2}[首章题阕]|组诗)[）)]")
"""How many poems, or parts of one, follow."""


def _raise_under_places(page: Page, decisions: list[Decision]) -> None:
    """Make a title line of a crosshead right under a title that is nothing but a place: the news is named there."""
    for i, (above, decision) in enumerate(pairwise(decisions), 1):
        over, sight = page.sights[i - 1], page.sights[i]
        if decision.label is not Label.CROSSHEAD or above.label is not Label.TITLE or sight.shape is not Shape.PLAIN:
            continue
        if over.size <= LONGEST_PLACE and are_places(over.text):
            decisions[i] = _MORE_TITLE


TALLEST = 4
"""Lines of the tallest title stack."""
_UNDER_STACK = frozenset({Label.BYLINE, Label.JUMP})
"""Labels of lines that stand between a title stack and its story."""


def _raise_stacks(page: Page, decisions: list[Decision]) -> None:
    """Make title lines of short lines between a title and the lead, byline or jump of its story: nothing else is there."""
    lead = Shape.LEAD
    for i, (decision, sight) in enumerate(zip(decisions, page.sights, strict=True)):
        label = decision.label
        if label not in _UNDER_STACK and (sight.shape is not lead or label is not Label.PARAGRAPH):
            continue
        top = _top_of_stack(page, decisions, i)
        if top < i and decisions[top].label is not Label.TITLE:
            decisions[top] = Decision(Label.TITLE, CERTAIN, None, "between a banner and its story")
        for n in range(top + 1, i):
            if decisions[n].label is not Label.SUBTITLE:
                decisions[n] = _MORE_TITLE


def _raise_crossheads(page: Page, decisions: list[Decision]) -> None:
    """Make titles of crossheads that part no story: right under a banner, over a lead, over a picture's text and credit,
    or one by itself in a news story, or over the last of many paragraphs. A story that is parted has more of them."""
    found = [i for i, decision in enumerate(decisions) if decision.label is Label.CROSSHEAD]
    for n, i in enumerate(found):
        sight = page.sights[i]
        if sight.shape is not Shape.PLAIN or sight.size > STRIP or not i:
            continue
        if _heads_news(page, i) or decisions[i - 1].label is Label.SECTION or _heads_picture(decisions, i):
            decisions[i] = _NO_CROSSHEAD
            continue
        begin, end = _story_about(decisions, i)
        alone = (not n or found[n - 1] < begin) and (n + 1 == len(found) or found[n + 1] >= end)
        if (
            alone
            and not _parts_otherwise(page, decisions, begin, end)
            and _parts_nothing(page, decisions, begin, i, end)
        ):
            decisions[i] = _NO_CROSSHEAD


_NO_CROSSHEAD = Decision(Label.TITLE, CERTAIN, None, "a crosshead would part no story here")
_BEGINS = frozenset({Label.TITLE, Label.OPENING, Label.SECTION})


def _story_about(decisions: Sequence[Decision], i: int) -> tuple[int, int]:
    """Where the story around a line begins and ends."""
    begin, end = i, i + 1
    while begin and decisions[begin].label not in _BEGINS:
        begin -= 1
    while end < len(decisions) and decisions[end].label not in _BEGINS:
        end += 1
    return begin, end


def _parts_otherwise(page: Page, decisions: Sequence[Decision], begin: int, end: int) -> bool:
    """Whether a line of the story stands over text as a crosshead does, whatever it was taken for."""
    short, text = Label.SHORT, (Label.PARAGRAPH,)
    for n in range(begin + 1, end - 1):
        if decisions[n].label is short and decisions[n - 1].label in _FULL_OR_REST and decisions[n + 1].label in text:
            sight = page.sights[n]
            if sight.shape is Shape.PLAIN and sight.short and sight.size > NAME and sight.end in "x!q":
                return True
    return False


def _part_leads(page: Page, decisions: list[Decision]) -> None:
    """Make an opening of each lead in a row of briefs that begins with one."""
    brief = False
    for i, decision in enumerate(decisions):
        if decision.label in _BEGINS:
            brief = decision.label is Label.OPENING and page.sights[i].shape is Shape.LEAD
        elif brief and decision.label is Label.PARAGRAPH and page.sights[i].shape is Shape.LEAD:
            decisions[i] = Decision(Label.OPENING, CERTAIN, None, "a lead in a row of briefs")


def _heads_news(page: Page, i: int) -> bool:
    """Whether a line stands over a lead and is no place: places part reports from all of them."""
    over_lead = i + 1 < len(page.sights) and page.sights[i + 1].shape is Shape.LEAD
    return over_lead and page.sights[i].size > NAME and not are_places(page.sights[i].text)


def _heads_picture(decisions: Sequence[Decision], i: int) -> bool:
    """Whether one paragraph and a credit stand below, and then another story."""
    labels = [decision.label for decision in decisions[i + 1 : i + 1 + PICTURE]]
    if labels[:1] != [Label.PARAGRAPH]:
        return False
    n = 1
    while labels[n : n + 1] == [Label.CONTINUES]:
        n += 1
    return labels[n : n + 1] == [Label.CREDIT] and labels[n + 1 : n + 2] in ([Label.TITLE], [Label.SECTION])


PICTURE = 8
"""Lines of the longest picture's story."""


def _parts_nothing(page: Page, decisions: Sequence[Decision], begin: int, i: int, end: int) -> bool:
    """Whether the one crosshead of a story stands in a news story, or over its last paragraph of many."""
    paragraphs = [n for n in range(begin, end) if decisions[n].label in _FULL]
    before = [n for n in paragraphs if n < i]
    if not before or page.sights[i + 1].text.startswith(REFERS_BACK):
        return False
    return page.sights[before[0]].shape is Shape.LEAD or (len(before) >= MANY and len(paragraphs) == len(before) + 1)


_FULL = (Label.PARAGRAPH, Label.OPENING)
_FULL_OR_REST = (*_FULL, Label.CONTINUES)
REFERS_BACK = (
    *(
        "据了解",
        "据介绍",
        "据悉",
        "此外",
        "同时",
        "另外",
        "对此",
        "为此",
        "因此",
        "然而",
        "随后",
        "其间",
        "期间",
        "其中",
    ),
    *("会上", "会议", "会后", "活动中", "活动现场", "现场", "与此同时", "除了", "不仅", "目前", "下一步", "接下来"),
    *("他", "她", "它", "该", "这", "那", "而", "但", "“", "「"),
)
"""How a paragraph begins that goes on with a story."""
MANY = 3
"""Paragraphs above the last from which on a crosshead over that would be odd."""
_BRIEFS = re.compile(rf"(?:{HAN}{{0,4}}(?:简讯|短讯|快讯|短波|简报|快报|微讯)|(?:简明|一句话)新闻|新闻速览)")
"""Names of columns of briefs."""


def is_brief_column(text: str) -> bool:
    """Whether a label names a column of briefs, which have no titles."""
    return bool(_BRIEFS.fullmatch(text.strip(LABEL_MARKS)))


def _part_briefs(page: Page, decisions: list[Decision]) -> None:
    """Make an article of each brief under the name of their column: of each paragraph, or of those with a mark or lead."""
    section = Label.SECTION
    for i, decision in enumerate(decisions):
        if decision.label not in _OVER_BRIEFS or not is_brief_column(page.sights[i].text):
            continue
        if decision.label is not section:
            if i + 1 == len(decisions) or page.sights[i + 1].shape is not Shape.ITEM:
                continue
            decisions[i] = Decision(section, CERTAIN, None, "the name of a column of briefs")
        end = i + 1
        while end < len(decisions) and decisions[end].label in _OF_BRIEFS:
            end += 1
        begins = [n for n in range(i + 1, end) if decisions[n].label is Label.PARAGRAPH]
        marked = [n for n in begins if page.sights[n].shape in (Shape.ITEM, Shape.LEAD)]
        for n in marked if marked and marked[0] == i + 1 else begins:
            decisions[n] = Decision(Label.OPENING, CERTAIN, None, "a brief in its column")


_OVER_BRIEFS = (Label.SECTION, Label.TITLE, Label.SHORT)
_OF_BRIEFS = (Label.PARAGRAPH, Label.CONTINUES, Label.CREDIT, Label.REPEAT, Label.SHORT)


def _top_of_stack(page: Page, decisions: Sequence[Decision], story: int) -> int:
    """The first title of the short lines right above a story, else the first of those under a banner; `story` itself
    when there is neither."""
    top = story
    for n in range(story - 1, max(story - 2 - TALLEST, -1), -1):
        label = decisions[n].label
        if label is Label.SECTION and top == story and page.sights[story].shape is Shape.LEAD:
            return n + 1
        if n < story - TALLEST:
            break
        if label is Label.TITLE:
            top = n
        elif label is not Label.SUBTITLE and (label not in _MAYBE_TITLE or page.sights[n].shape is not Shape.PLAIN):
            break
    return top


_MAYBE_TITLE = frozenset({Label.SHORT, Label.CROSSHEAD})
"""What a line of a title stack was taken for by itself: nothing of the kind stands between a title and its lead."""
