"""What is seen of a line in its place: the facts from which a page's labels are weighed."""

from convert.reader.forms import Facts
from convert.reader.joinfacts import join_facts
from convert.reader.leadfacts import lead_facts
from convert.reader.shapes import Shape
from convert.reader.shortfacts import short_facts, slogans
from convert.reader.sights import Page, Sight


def features(page: Page, i: int) -> list[str]:
    """The facts about line i, each a short name; `weights.tsv` says what each tells for or against a label."""
    return [fact for group in groups(page, i) for fact in group]


def groups(page: Page, i: int) -> list[Facts]:
    """The facts about line i as they come together: a group is met again on other lines, and weighed as one."""
    sights = page.sights
    me = sights[i]
    told = [me.form.own, sights[i - 1].form.over if i else _top(me)]
    if i + 1 == len(sights):
        told.append(_PAGE_END)
    elif me.short:
        told.append(sights[i + 1].form.under_short)
        if i + 2 < len(sights):
            told.append(sights[i + 2].form.second)
    else:
        told.append(sights[i + 1].form.under)
    if i and me.shape is _LEAD:
        told.append(_LED_UNDER["short" if sights[i - 1].short else sights[i - 1].end])
        if not sights[i - 1].short:
            told.append(lead_facts(page, i))
    told += join_facts(page, i)
    if me.short:
        told += short_facts(page, i)
    return told


_LED_UNDER = {what: (f"lead-under-{what}",) for what in ("short", *"x.!q):;,")}
_LEAD = Shape.LEAD
_PAGE_END = ("page-end",)


def _top(first: Sight) -> Facts:
    """What the place at the page's head tells."""
    return (f"page-top&slogan{slogans(first.text)}" if first.short else "page-top",)
