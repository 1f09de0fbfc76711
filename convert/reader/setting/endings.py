"""What an article surely ends with, so that another title follows: signatures, sources, whom to call; notices."""

import re
from collections.abc import Sequence

from convert.reader.names import HAN, are_names
from convert.reader.path import Decision, Label
from convert.reader.setting.grounds import (
    FULL,
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
from convert.reader.sights import Page


def raise_notices(page: Page, decisions: list[Decision]) -> None:
    """Make a title of a line that is the name of a notice, where what is above may end."""
    for i, (sight, decision) in enumerate(zip(page.sights, decisions, strict=True)):
        if decision.label not in MAYBE_TITLE or not sight.short or not _NOTICE.fullmatch(sight.text):
            continue
        if i + 1 < len(decisions) and page.sights[i + 1].size > sight.size and _may_end(page, decisions, i):
            decisions[i] = sure(Label.TITLE, "the name of a notice")


_NOTICE = re.compile(rf"(?!特此|此致|以上|现将|现予){HAN}{{0,14}}(?:公告|启事|通知|讣告|公示|通告|声明|招聘)")


def _may_end(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether what is above a line may end there: with a sentence, or with who signs a notice, when, and whom to call."""
    return is_closed(page, i - 1) or decisions[i - 1].label is Label.SHORT


def raise_after_signatures(page: Page, decisions: list[Decision]) -> None:
    """Make titles of the short lines between the signature or source at an article's end and the next text."""
    for i, decision in enumerate(decisions):
        if decision.label not in MAYBE_TITLE or not i or not _signs_off(page, decisions, i - 1):
            continue
        end = i
        while end < len(decisions) and end - i < TALLEST and may_head(page, decisions, end):
            end += 1
        if end == i or end == len(decisions) or not (decisions[end].label in _STORY or page.sights[end].size > STRIP):
            continue
        if decisions[end].label in MAYBE_TITLE:
            decisions[end] = sure(Label.PARAGRAPH, "a strip of text under a title")
        decisions[i] = sure(Label.TITLE, "what is above is signed off")
        decisions[i + 1 : end] = [MORE_TITLE] * (end - i - 1)


_STORY = (*FULL, Label.BYLINE)


def _signs_off(page: Page, decisions: Sequence[Decision], i: int) -> bool:
    """Whether a text ends with who wrote it, or with where it was taken from, in brackets, or a notice as notices do."""
    if i < 1 or decisions[i].label is Label.CREDIT or decisions[i - 1].label in IN_STACK:
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
