"""What is seen of a line in its place: the facts from which a page's labels are weighed."""

from convert.reader.joinfacts import begun, join_facts
from convert.reader.shortfacts import short_facts, slogans
from convert.reader.sights import Page, text_above


def features(page: Page, i: int) -> list[str]:
    """The facts about line i, each a short name; `weights.tsv` says what each tells for or against a label."""
    sights = page.sights
    me = sights[i]
    size = len(sights)
    before = sights[i - 1] if i else None
    after = sights[i + 1] if i + 1 < size else None
    second = sights[i + 2] if i + 2 < size else None
    above = text_above(page, i)
    joint = sights[above] if above >= 0 else None
    facts = ["1", f"long{me.bucket}", f"ends{me.end}", f"is-{me.shape}", f"long{me.bucket}&ends{me.end}"]
    if me.gap:
        facts.append("gap")
    if me.tight:
        facts.append("tight")
    if me.marked:
        facts.append("marked")
    elif page.has_marks and me.short:
        facts.append("unmarked")
    if me.known:
        facts.append(f"is-{me.known}")
    if before is None:
        facts.append(f"page-top&slogan{slogans(me.text)}" if me.short else "page-top")
    else:
        facts += (f"after-{before.shape}", f"after-long{before.bucket}", f"after-ends{before.end}")
        if before.known:
            facts.append(f"after-{before.known}")
        if before.marked:
            facts.append("after-marked")
    if after is None:
        facts.append("page-end")
    else:
        facts += (f"before-{after.shape}", f"before-long{after.bucket}")
        if after.gap:
            facts.append("before-gap")
        if me.short:
            facts += (f"before-ends{after.end}",)
    if second is not None and me.short:
        facts += (f"second-{second.shape}", f"second-long{second.bucket}")
    if joint is not None:
        facts += join_facts(page, joint, me)
        if joint.short and joint.end in "xq)":
            facts.append(f"{begun(page, above)}&long{joint.bucket}")
    if me.short:
        facts += short_facts(page, i)
    return facts
