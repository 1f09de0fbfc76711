"""Pictures of how a page is read, drawn from the reading itself: the map of a page, its lines, an article's joins.

All are HTML or SVG inside the page, so that they follow its colours, light and dark, and their text can be found.
"""

from collections.abc import Iterator, Sequence
from html import escape

from convert.model import Article
from convert.reader import PageFile, Reading, TracedLine, read_page
from convert.reader.glossary import Language, explain, explain_label, explain_rule
from docs.generate.paths import ROOT
from docs.generate.words import say

ROW = 54
"""Characters in one row of the map."""
WIDTH, STEP, TOP = 5, 7, 6
"""Width of a character, height of a row and margin of the map, in units of the drawing."""

MEANINGS = {
    "section": "A banner or column name over one or more articles",
    "title": "The first line of an article's titles",
    "title-more": "Another line of the same titles",
    "byline": "Who wrote or sent it, on a line of its own",
    "jump": "Says on which page the article goes on, or comes from",
    "opening": "First paragraph of an article that has no title",
    "paragraph": "Begins a paragraph",
    "continues": "Goes on with the paragraph above: the page cut it there",
    "crosshead": "A crosshead, over the paragraphs that it names",
    "short": "A short line inside an article: an item, a verse, a signature",
    "credit": "Who took the picture",
    "repeat": "Printed twice; kept in a note",
    "furniture": "The page's own: folio, editors, imprint",
}
"""What each label of the reader means."""


def read(seed: str) -> Reading:
    """The reading of a page of `seeds/`, by the beginning of its name."""
    path = next((ROOT / "seeds").glob(f"{seed}*"))
    return read_page(PageFile(path.name, path.read_bytes()))


def page_map(seed: str, language: Language) -> str:
    """The whole page at a glance: each line a block in its label's colour, a bracket beside each article."""
    reading = read(seed)
    rows = {line.line: -(-len(line.text) // ROW) for line in reading.trace}
    tops, y = {}, TOP
    for line in reading.trace:
        if any(article.source[0].lines[0] == line.line for article in reading.articles):
            y += STEP
        tops[line.line] = y
        y += rows[line.line] * STEP + 3
    parts = [shape for line in reading.trace for shape in _blocks(line, tops[line.line])]
    for article in reading.articles:
        parts += _bracket(article, tops, rows, reading.trace)
    label = say("A page of 43 lines as it was read", language).replace("43", str(len(reading.trace)))
    drawing = f'<svg viewBox="0 0 640 {y + TOP}" role="img" aria-label="{label}">{"".join(parts)}</svg>'
    return f'<figure class="page-map" markdown="0">{drawing}{_legend(reading.trace, language)}</figure>\n'


def _blocks(line: TracedLine, top: int) -> Iterator[str]:
    """A row of the map for every ROW characters of the line."""
    for n in range(0, len(line.text), ROW):
        width = WIDTH * min(ROW, len(line.text) - n)
        title = f"<title>{line.line} {line.label}: {escape(line.text[:40])}</title>" if n == 0 else ""
        place = f'x="40" y="{top + n // ROW * STEP}" width="{width}" height="{STEP - 2}"'
        yield f'<rect class="label-{line.label}" {place} rx="1">{title}</rect>'


def _bracket(article: Article, tops: dict[int, int], rows: dict[int, int], trace: Sequence[TracedLine]) -> list[str]:
    """The extent of an article and its headline."""
    first, last = article.source[0].lines
    inside = [line.line for line in trace if first <= line.line <= last]
    top, bottom = tops[inside[0]], tops[inside[-1]] + rows[inside[-1]] * STEP - 2
    headline = escape(article.headline or article.text[:12] + "…")
    return [
        f'<path class="bracket" d="M34 {top}h-10v{bottom - top}h10"/>',
        f'<text x="316" y="{top + 9}">{headline[:28]}{"…" if len(headline) > 28 else ""}</text>',
    ]


def _legend(trace: Sequence[TracedLine], language: Language) -> str:
    there = [label for label in MEANINGS if any(line.label == label for line in trace)]
    items = (f'<span class="chip label-{label}">{explain_label(label, language)}</span>' for label in there)
    return f"<figcaption>{say('Labels on this page:', language)} {' '.join(items)}</figcaption>"


def lines(seed: str, language: Language, first: int, last: int) -> str:
    """Lines of a page with label and rule, as `newsconvert trace` tells them."""
    rows = "".join(_row(line, language) for line in read(seed).trace if first <= line.line <= last)
    heads = "".join(f"<th>{say(each, language)}</th>" for each in ("Line", "Label", "Text", "Rule"))
    head = f"<thead><tr>{heads}</tr></thead>"
    return f'<table class="trace" markdown="0">{head}<tbody>{rows}</tbody></table>\n'


def _row(line: TracedLine, language: Language) -> str:
    text = line.text if len(line.text) < 46 else f"{line.text[:26]}…{line.text[-16:]}"
    between, separator = ("：", "；") if language == "zh" else (": ", "; ")
    told = separator.join(explain(fact, language) for fact in line.because)
    why = explain_rule(line.rule, language) + (between + told if told else "")
    chip = f'<span class="chip label-{line.label}">{explain_label(line.label, language)}</span>'
    return f"<tr><td>{line.line}</td><td>{chip}</td><td lang='zh'>{escape(text)}</td><td>{escape(why)}</td></tr>"


def labels(language: Language) -> str:
    """The table of labels."""
    head = f"| {say('Label', language)} | {say('Meaning', language)} |\n| --- | --- |\n"
    rows = (
        f'| <span class="chip label-{name}">{_chip(name, language)}</span> | {say(text, language)} |\n'
        for name, text in MEANINGS.items()
    )
    return head + "".join(rows)


def _chip(name: str, language: Language) -> str:
    """A label as traces show it, and behind it the name by which programs know it."""
    shown = explain_label(name, language)
    return shown if shown == name else f"{shown} {name}"


def before_after(seed: str, language: str, number: int) -> str:
    """An article as it stands in the page file, and as it was read."""
    reading = read(seed)
    article = reading.articles[number]
    first, last = article.source[0].lines
    raw = [line for line in reading.trace if first <= line.line <= last]
    before = "".join(f"<p>{escape(line.text)}</p>" for line in raw)
    titles = (say("As printed, flattened", language), say("As read", language))
    return (
        '<div class="before-after" lang="zh-Hans" markdown="0">'
        f'<section><p class="as">{titles[0]}</p>{before}</section>'
        f'<section><p class="as">{titles[1]}</p>{_as_read(article, raw, language)}</section></div>\n'
    )


def _as_read(article: Article, raw: Sequence[TracedLine], language: str) -> str:
    parts = [
        f"<p class='{name}'>{escape(text)}</p>" for name in ("section", "kicker") if (text := getattr(article, name))
    ]
    parts.append(f"<p class='headline'>{escape(article.headline or '')}</p>")
    if article.subheadline:
        parts.append(f"<p class='subheadline'>{escape(article.subheadline)}</p>")
    people = "、".join(f"{escape(each.name)} <small>{say(str(each.role), language)}</small>" for each in article.people)
    if people:
        parts.append(f"<p class='people'>{people}</p>")
    mended = [line.text for line in raw if line.label == "continues"]
    parts += (f"<p class='{block.type}'>{_with_joins(block.text, mended, language)}</p>" for block in article.body)
    return "".join(parts)


def _with_joins(text: str, mended: Sequence[str], language: str) -> str:
    """The paragraph with the two characters marked between which the page had cut it."""
    for strip in mended:
        at = text.find(strip)
        if at > 0:
            title = say("cut here by the page, joined again", language)
            before, cut, after = text[: at - 1], text[at - 1 : at + 1], text[at + 1 :]
            return f"{escape(before)}<mark title='{title}'>{escape(cut)}</mark>{_with_joins(after, mended, language)}"
    return escape(text)
