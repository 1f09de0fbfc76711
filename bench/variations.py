"""New pages to learn from, made of known articles set as other newspapers might have set them.

The articles of all folders are shuffled onto pages, their paragraphs cut at other places; many get another title
stack, another lead or none. What is learnt from such pages holds better for newspapers that were never seen: see
`bench.held_out`.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.restyling import LOAD, TEXT, Row, restyled, stock_of
from convert.reader import path
from convert.reader.lines import Line
from convert.reader.path import Label
from convert.reader.sights import Page, see

STARTS = (Label.TITLE, Label.OPENING, Label.SECTION)
RECOMBINED = {"whole": 16.0, "partial": 4.0, "written": 3.0}
"""How many pages are made for each page of a folder, by its kind: pages written to learn from are to widen what is
learnt from printed ones, not to outweigh them."""
RESTYLED = 0.7
"""The share of articles that are set in another way."""
JOINT = 0.3
"""The share of articles that come from any folder instead of the page's own."""


@dataclass(slots=True)
class Example:
    """A page as it is seen, and the label of each of its lines."""

    lines: list[Line]
    labels: list[Label]
    partial: bool = False
    written: bool = False
    """Whether it was written to learn from, and not printed."""

    def kind(self) -> str:
        """The kind of page, by what its truth is and where it comes from."""
        return "partial" if self.partial else "written" if self.written else "whole"

    def seen(self) -> Page:
        """The page as the reader sees it."""
        return see(self.lines, LOAD)

    def fitted(self) -> "Example":
        """The page without what the reader sets aside as furniture, each line with a label that it can have at all."""
        seen = self.seen()
        told = {line.number: label for line, label in zip(self.lines, self.labels, strict=True)}
        labels = []
        for i, line in enumerate(seen.lines):
            allowed = path.candidates(seen, i)
            likely = (told[line.number], Label.PARAGRAPH, *allowed)
            labels.append(next(label for label in likely if label in allowed))
        return Example(list(seen.lines), labels, self.partial, self.written)


def articles(examples: Sequence[Example]) -> Iterator[list[Row]]:
    """The articles of pages, paragraphs made whole, repeats left out."""
    for page in examples:
        rows: list[Row] = []
        for n, (line, label) in enumerate(zip(page.lines, page.labels, strict=True)):
            if rows and label in STARTS and not all(row.label is Label.SECTION for row in rows):
                yield rows
                rows = []
            if label is Label.REPEAT:
                continue
            if label is Label.CONTINUES and rows and rows[-1].label in (*TEXT, Label.CROSSHEAD, Label.SHORT):
                rows[-1] = rows[-1]._replace(text=rows[-1].text + line.text)
            else:
                rows.append(Row(line.text, line.mark, label, n > 0 and not line.gap))
        if rows:
            yield rows


def recut(rows: Sequence[Row], dice: random.Random, rate: float) -> Iterator[Row]:
    """The article with some of its paragraphs cut as column ends cut them."""
    for row in rows:
        if row.label not in TEXT or len(row.text) <= 40 or dice.random() > rate * min(1, len(row.text) / 160):
            yield row
            continue
        rest = row
        while True:
            size = len(rest.text)
            cut = dice.randint(18, size - 5) if size > 45 else size
            cut -= rest.text[cut - 1] in "。！？”；：" and cut < size
            yield rest._replace(text=rest.text[:cut])
            rest = Row(rest.text[cut:], "", Label.CONTINUES, False)
            if not rest.text or dice.random() > 0.35:
                break
        if rest.text:
            yield rest


def unique(examples: Sequence[Example]) -> list[list[Row]]:
    """The articles of pages, each once however often it is printed."""
    return list({"".join(row.text for row in rows): rows for rows in articles(examples)}.values())


def recombined(own: list[list[Row]], everything: list[list[Row]], count: int, seed: int) -> Iterator[Example]:
    """New pages from articles, most of one kind; the same seed gives the same pages."""
    dice = random.Random(seed)
    stock = stock_of(everything)
    for _ in range(count):
        chosen = [dice.choice(everything if dice.random() < JOINT else own) for _ in range(dice.randint(4, 9))]
        yield _page([restyled(rows, stock, dice) if dice.random() < RESTYLED else rows for rows in chosen], dice)


def _page(chosen: Sequence[Sequence[Row]], dice: random.Random) -> Example:
    """A page of these articles, some parted by wide gaps; on one page of ten some titles have a heading mark."""
    made, number, marked = Example([], []), 2, dice.random() < 0.1
    for place, rows in enumerate(chosen):
        wide = place > 0 and dice.random() < 0.15
        for n, row in enumerate(recut(rows, dice, dice.choice((0.2, 0.4, 0.6)))):
            gap = 0 if row.tight else 3 if wide and not n else 1
            number += gap + 1
            titled = row.label in (Label.TITLE, Label.SUBTITLE) and marked and dice.random() < 0.6
            made.lines.append(Line(number, number, row.text, gap, "##" if titled else row.mark))
            made.labels.append(row.label)
    return made.fitted()
