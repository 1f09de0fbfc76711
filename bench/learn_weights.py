"""Learns `convert/reader/weights.tsv` from pages whose articles are known.

    pip install python-crfsuite
    python -m bench.learn_weights FOLDER…

The table that comes with the program is learnt from the pages put together, the daily of 1998, the five seed pages and
the pages written for it (`bench.written`), in this order.

Each folder has `pages/*.txt` and `truth/*.json`, one a page: `{"articles": [{"lines": [first, last], …, "body": […]}]}`
in the fields of the article record, "partial" where only headlines and blocks are known. What a line is follows from
the truth by looking up its text. Beside the pages themselves it learns from `bench.variations` of them: several times,
each time from another draw, and the weights of all draws are averaged, which holds better for pages that were never
seen than any single draw does. No text of a page gets into the weights: they say what facts such as "ends with a full
stop" tell for or against a label.
"""

import argparse
import functools
import json
import math
import multiprocessing
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.restyling import LOAD
from bench.variations import RECOMBINED, Example, recombined, unique
from convert.lexicon.surnames import surname_length
from convert.reader import features, shapes
from convert.reader.decoding import Decoded
from convert.reader.lines import Line, split
from convert.reader.path import Label
from convert.reader.repeats import SLACK
from convert.reader.shortfacts import byline_form
from convert.reader.sights import Sight, see

TARGET = Path(__file__).parent.parent / "convert/reader/weights.tsv"
SETTINGS = {"c1": 0.5, "c2": 2.5, "max_iterations": 150, "feature.minfreq": 3, "feature.possible_transitions": True}

DRAWS = 6
"""How many times pages are made anew and learnt from."""
AS_PRINTED = {"whole": 2, "partial": 3, "written": 1}
"""How many times a page counts as it is printed, by its kind, beside those made of its articles."""
LEAST = 0.02
"""A weight smaller than this is left out of the table."""


def squeeze(text: str | None) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text or "")


class Aligner:
    """Walks down the lines of one article and says what each is, from the article's truth."""

    def __init__(self, article: dict[str, Any]) -> None:
        self.titles = {squeeze(article.get(key)) for key in ("kicker", "headline", "subheadline") if article.get(key)}
        self.sections = {squeeze(name) for name in (article.get("section") or "").split("\n") if name.strip()}
        self.blocks = [squeeze(block["text"]) for block in article["body"]]
        self.heads = {squeeze(block["text"]) for block in article["body"] if block["type"] == "crosshead"}
        self.place = self.offset = 0
        self.started = False
        self.last = ""

    def label(self, line: Line, following: str) -> Label:
        """The label of the next line; `following` is the text of the one after it."""
        text = squeeze(line.text)
        known = self._outside(text)
        if known:
            return known
        repeated = self.last and any(text[n:] == self.last[m:] for n in range(SLACK) for m in range(SLACK))
        took = self._take(text)
        if took is None and repeated and len(text) > 6:
            return Label.REPEAT
        if took is None and not self.place and not self.offset and shapes.shape_of(line.text) is shapes.Shape.LEAD:
            took = self._take_lead(text, following)
        self.last = text
        return took or (Label.BYLINE if not self.place and not self.offset else Label.CREDIT)

    def _outside(self, text: str) -> Label | None:
        if text in self.titles:
            label = Label.SUBTITLE if self.started else Label.TITLE
            self.started = True
            return label
        if not self.place and not self.offset and {text, text.strip("■◆◇●□【】")} & self.sections:
            return Label.SECTION
        return Label.JUMP if re.fullmatch(shapes.JUMP, text) else None

    def _take(self, text: str) -> Label | None:
        """Match the line with what comes next in the body: the rest of a block, or one with a lead or signature."""
        if self.place >= len(self.blocks):
            return None
        rest = self.blocks[self.place][self.offset :]
        used = _overlap(rest, text, fresh=self.offset == 0)
        return None if used is None else self._advance(used)

    def _take_lead(self, text: str, following: str) -> Label | None:
        """A lead that is itself cut: the block's text begins on the next line."""
        both = text + following
        at = both.find(self.blocks[0][:8]) if self.blocks else -1
        if at < 0:
            return None
        self.blocks[0] = both[:at] + self.blocks[0]
        return self._advance(len(text))

    def _advance(self, used: int) -> Label:
        label = Label.CONTINUES if self.offset else Label.PARAGRAPH if self.started else Label.OPENING
        if label is Label.PARAGRAPH and self.blocks[self.place] in self.heads:
            label = Label.CROSSHEAD
        self.started = True
        self.offset += used
        if self.offset >= len(self.blocks[self.place]):
            self.place, self.offset = self.place + 1, 0
        return label


def _overlap(rest: str, text: str, *, fresh: bool) -> int | None:
    """How much of `rest` the line takes, None when it doesn't."""
    if rest.startswith(text):
        return len(text)
    if text.startswith(rest) and re.fullmatch(r"([（(〔].*[）)〕])+|.{0,14}", text[len(rest) :]):
        return len(rest)
    at = text.find(rest[:8]) if fresh else -1
    if 0 < at < 90:
        tail = text[at:]
        return len(tail) if rest.startswith(tail) else len(rest) if tail.startswith(rest) else None
    return None


def example(page: Path, truth: dict[str, Any]) -> Example:
    """The page with the label of each line."""
    lines = list(split(Decoded(page.read_text("utf-8"), "utf-8")).lines)
    labels: dict[int, Label] = {}
    for article in truth["articles"]:
        first = min([article["lines"][0], *(article.get("start_options") or [])])
        inside = [line for line in lines if first <= line.number <= article["lines"][1]]
        aligner = Aligner(article)
        for n, line in enumerate(inside):
            following = squeeze(inside[n + 1].text) if n + 1 < len(inside) else ""
            labels[line.number] = aligner.label(line, following)
    text = list(see(lines, LOAD).lines)
    known = [labels.get(line.number, Label.PARAGRAPH) for line in text]
    made = Example(text, known, bool(truth.get("partial")), bool(truth.get("written")))
    _refine(made)
    return made.fitted()


def _refine(made: Example) -> None:
    """Say of short lines what they are, as far as their form and the truth together tell."""
    sights, labels = made.seen().sights, made.labels
    if made.partial:
        for i in range(len(labels)):
            _refine_partial(sights, labels, i)
    for i, sight in enumerate(sights):
        below = next((label for label in labels[i + 1 :] if label not in (Label.CREDIT, Label.REPEAT)), None)
        if labels[i] is Label.PARAGRAPH and sight.short and below is not Label.CONTINUES:
            labels[i] = Label.CROSSHEAD if made.partial and _heads(sights, labels, i) else Label.SHORT
        if sight.shape is shapes.Shape.JUMPED:
            labels[i] = Label.OPENING


_NO_HEAD = tuple(shapes.Shape(name) for name in ("signature", "salutation", "contact", "day", "byline"))


def _heads(sights: Sequence[Sight], labels: Sequence[Label], i: int) -> bool:
    """Whether a short line inside an article stands over text as a crosshead does."""
    if i + 1 == len(sights) or sights[i].shape in _NO_HEAD or sights[i].size < 2 or sights[i].end in ",;:":
        return False
    under = sights[i + 1]
    return (
        labels[i + 1] is Label.PARAGRAPH
        and not under.short
        and under.size > sights[i].size
        and (i == 0 or labels[i - 1] is not Label.SHORT)
    )


def _refine_partial(sights: Sequence[Sight], labels: list[Label], i: int) -> None:
    """What a short line may be where the truth tells headlines and text only."""
    sight = sights[i]
    if labels[i] is Label.TITLE and sight.known == "section":
        labels[i] = Label.SECTION
        if labels[i + 1 : i + 2] == [Label.PARAGRAPH]:
            labels[i + 1] = Label.OPENING
    if labels[i] is not Label.PARAGRAPH:
        return
    by_shape = {shapes.Shape.CREDIT: Label.CREDIT, shapes.Shape.BYLINE: Label.BYLINE, shapes.Shape.AUTHOR: Label.BYLINE}
    if sight.shape in by_shape:
        labels[i] = by_shape[sight.shape]
    elif i and labels[i - 1] in (Label.TITLE, Label.SUBTITLE, Label.BYLINE) and sight.short:
        labels[i] = _under_title(sights, labels, i)


def _under_title(sights: Sequence[Sight], labels: Sequence[Label], i: int) -> Label:
    """What a short line under a title or byline is where the truth says only that it is no headline."""
    sight = sights[i]
    if (sight.size <= 4 and surname_length(sight.text)) or byline_form(sight.text) in ("name", "names"):
        return Label.BYLINE if labels[i - 1] is not Label.BYLINE else Label.PARAGRAPH
    if labels[i - 1] is Label.BYLINE or sight.size <= 5:
        return Label.PARAGRAPH
    if sight.text.startswith(("——", "●")):
        return Label.SUBTITLE
    below = next((s for s in sights[i + 1 : i + 4] if not _names(s)), None)
    over_text = below is not None and (below.size > 42 or below.shape is shapes.Shape.LEAD)
    return Label.SUBTITLE if over_text and sight.shape is shapes.Shape.PLAIN and sight.end in "x)q" else Label.PARAGRAPH


def _names(sight: Sight) -> bool:
    return sight.shape in (shapes.Shape.BYLINE, shapes.Shape.AUTHOR) or byline_form(sight.text) in ("name", "names")


def read_folder(folder: Path) -> list[Example]:
    """The examples of a folder in the order of their names."""
    return [
        example(folder / "pages" / f"{truth.stem}.txt", json.loads(truth.read_text("utf-8")))
        for truth in sorted((folder / "truth").glob("*.json"))
    ]


def examples(folders: Sequence[Path], draw: int = 0) -> list[Example]:
    """All pages to learn from: those of the folders and those made anew from them, other ones for each draw.

    Raises ValueError for a folder whose pages are of several kinds, or that has none.
    """
    read = [read_folder(folder) for folder in folders]
    pools = [unique(pages) for pages in read]
    everything = [rows for pool in pools for rows in pool]
    found: list[Example] = []
    kinds = [_kind_of(folder, pages) for folder, pages in zip(folders, read, strict=True)]
    for place, (pages, pool, kind) in enumerate(zip(read, pools, kinds, strict=True)):
        seed = draw * SEEDS + place
        made = recombined(pool, everything, round(len(pages) * RECOMBINED[kind]), seed)
        found += [*pages * AS_PRINTED[kind], *made]
    return found


def _kind_of(folder: Path, pages: Sequence[Example]) -> str:
    """The kind of a folder's pages, by which all of them are weighed; raises ValueError when it isn't one."""
    kinds = sorted({page.kind() for page in pages})
    if len(kinds) != 1:
        raise ValueError(f"{folder}: pages of one kind are wanted, not {' and '.join(kinds) or 'none'}")
    return kinds[0]


SEEDS = 10
"""How far the seeds of two draws are apart: more than there are folders."""
Weighed = dict[tuple[str, str], float]
"""The weight of each fact, or label of the line above with '>', for each label."""


def train(pages: Sequence[Example]) -> Weighed:
    """Train a conditional random field on pages."""
    import pycrfsuite  # needed for learning alone, which users don't do

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for page in pages:
        seen = page.seen()
        trainer.append([features.features(seen, i) for i in range(len(page.labels))], [str(x) for x in page.labels])
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "model")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        model = tagger.info()
        tagger.close()
    return {**model.state_features, **{(f"{above}>", label): w for (above, label), w in model.transitions.items()}}


def _draw(folders: Sequence[Path], draw: int) -> Weighed:
    return train(examples(folders, draw))


def learn(folders: Sequence[Path], jobs: int = 1) -> list[tuple[str, str, float]]:
    """Learn from folders; the mean weights of all draws as rows of fact, label, weight."""
    draw = functools.partial(_draw, folders)
    if jobs > 1:
        with multiprocessing.Pool(jobs) as pool:
            drawn = pool.map(draw, range(DRAWS), chunksize=1)
    else:
        drawn = [draw(n) for n in range(DRAWS)]
    told = {key for weighed in drawn for key in weighed}
    mean = {key: math.fsum(weighed.get(key, 0.0) for weighed in drawn) / DRAWS for key in told}
    return sorted((fact, label, weight) for (fact, label), weight in mean.items() if abs(weight) >= LEAST)


def text_of(rows: Sequence[tuple[str, str, float]]) -> str:
    """The table of weights, one a line."""
    text = "".join(f"{fact}\t{label}\t{weight:.2f}\n" for fact, label, weight in rows)
    return "# learnt by bench/learn_weights.py: fact (or label of the line above, with >), label, weight\n" + text


def main() -> None:
    """Learn from the folders given and write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    arguments.add_argument("--output", type=Path, default=TARGET)
    arguments.add_argument("--jobs", type=int, default=2)
    given = arguments.parse_args()
    rows = learn(given.folders, given.jobs)
    given.output.write_text(text_of(rows), "utf-8")
    print(f"{DRAWS} draws, {len(rows)} weights")


if __name__ == "__main__":
    main()
