"""Measures the reader on pages that it has not learnt from: by folds of articles, and by whole kinds of page.

    python -m bench.held_out FOLDER… [--folds 4] [--score ../shared/tools/score.py] [--show 20] [--write]

Each folder has `pages/*.txt` and `truth/*.json` as `bench.learn_weights` reads them. Articles are dealt out into
folds, an article with all its other printings and both its halves, the pages of a partial truth by the newspaper's
issue. For each fold weights are learnt from the other folds of all folders, and the fold's articles are read on pages
of their own. Then each folder is read with weights that have seen none of it. The figures are those of `score.py`.
"""

import argparse
import importlib.util
import json
import multiprocessing
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench import learn_weights
from convert import record
from convert.reader import PageFile, path, read_pages

SCORE = Path(__file__).resolve().parents[2] / "shared/tools/score.py"
COLUMNS = ("start", "extent", "block", "article", "title", "section", "people", "photo", "headline")
FILE = Path(__file__).with_name("held_out.json")
"""The figures that the documentation tells."""
KINDS_OF_TRIAL = {"fold": "folds", "kinds": "kinds"}
Json = dict[str, Any]
Figures = dict[str, dict[str, dict[str, float]]]
"""Kind of trial → folder → figure → value."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article of a page's truth, its line numbers counted from the end of the article above, and those lines."""

    page: str
    partial: bool
    article: Json
    lines: list[str]
    tops: bool
    """Whether it is the first of its page."""
    written: bool
    """Whether its page was written to learn from."""

    def moved(self, by: int) -> Json:
        """The article with its line numbers moved down."""
        options = self.article.get("start_options")
        moved = dict(self.article, lines=[n + by for n in self.article["lines"]])
        return moved | ({"start_options": [n + by for n in options]} if options else {})

    def fold(self, folds: int) -> int:
        """The fold that it falls into: by its headline or first words, on a page of partial truth by the issue."""
        article = self.article
        name = article.get("headline") or article["body"][0]["text"]
        return zlib.crc32((self.page.rpartition("_")[0] if self.partial else name).encode()) % folds


def pieces(folder: Path) -> Iterator[Piece]:
    """The articles of a folder in the order of its pages."""
    for file in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(file.read_text("utf-8"))
        lines = (folder / "pages" / truth["page"]).read_text("utf-8").split("\n")
        begin = 0
        for article in truth["articles"]:
            end = article["lines"][1]
            partial, written = bool(truth.get("partial")), bool(truth.get("written"))
            piece = Piece(truth["page"], partial, article, lines[begin:end], begin == 0, written)
            yield replace(piece, article=piece.moved(-begin))
            begin = end


def pages(given: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces as pages: whole pages as they are, single articles dealt out under those that open a page."""
    whole: dict[str, list[Piece]] = {}
    single: list[Piece] = []
    for piece in given:
        if piece.partial:
            whole.setdefault(piece.page, []).append(piece)
        else:
            single.append(piece)
    yield from whole.values()
    heads = [piece for piece in single if piece.tops]
    rest = [piece for piece in single if not piece.tops]
    for n, head in enumerate(heads):
        yield [head, *rest[n :: len(heads)]]


def write(given: Iterable[list[Piece]], folder: Path) -> Path:
    """Write pages with their truth as a folder to learn from or to measure on."""
    for kind in ("pages", "truth"):
        (folder / kind).mkdir(parents=True)
    for n, page in enumerate(given):
        lines: list[str] = []
        articles = []
        for piece in page:
            articles.append(piece.moved(len(lines)))
            lines += piece.lines
        name = f"page_{n:04d}"
        (folder / "pages" / f"{name}.txt").write_text("\n".join(lines), "utf-8")
        marks = {"partial": page[0].partial, "written": page[0].written}
        truth = {"page": f"{name}.txt", "articles": articles} | {mark: True for mark, told in marks.items() if told}
        (folder / "truth" / f"{name}.json").write_text(json.dumps(truth), "utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Trial:
    """Folders to learn from, and for each name the folder to measure on."""

    name: str
    learnt: tuple[Path, ...]
    asked: dict[str, Path]


Records = dict[str, list[Json]]


def read(folder: Path) -> Records:
    """The records of a folder's pages."""
    files = sorted((folder / "pages").glob("*.txt"))
    articles = read_pages([PageFile(file.name, file.read_bytes()) for file in files], join=False)
    found: Records = {}
    for line in record.encode_lines(articles):
        row = json.loads(line)
        found.setdefault(row["source"][0]["path"], []).append(row)
    return found


def attempt(trial: Trial) -> dict[str, Records]:
    """Learn, then read each folder asked with what was learnt."""
    table = path.table(learn_weights.text_of(learn_weights.learn(trial.learnt)))
    path.weights = lambda: table  # type: ignore[assignment]
    return {name: read(folder) for name, folder in trial.asked.items()}


def by_fold(folders: dict[str, Path], folds: int, place: Path) -> Iterator[Trial]:
    """A trial for each fold of articles."""
    dealt = {name: list(pieces(folder)) for name, folder in folders.items()}
    for fold in range(folds):
        here = place / f"fold{fold}"
        learnt = tuple(
            write(pages(p for p in all_ if p.fold(folds) != fold), here / "learnt" / name)
            for name, all_ in dealt.items()
        )
        asked = {
            name: write(pages(p for p in all_ if p.fold(folds) == fold), here / "asked" / name)
            for name, all_ in dealt.items()
        }
        yield Trial(f"fold {fold}", learnt, asked)


def by_kind(folders: dict[str, Path], place: Path) -> Iterator[Trial]:
    """For each folder a trial that learns from all others."""
    for name in folders if len(folders) > 1 else ():
        learnt = tuple(folder for other, folder in folders.items() if other != name)
        asked = write(pages(pieces(folders[name])), place / "kinds" / name)
        yield Trial("kinds", learnt, {name: asked})


def load_score(file: Path) -> Callable[[list[Json], Records], tuple[dict[str, float], list[Any]]]:
    """The function `score` of the scoring program."""
    spec = importlib.util.spec_from_file_location("score", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score  # type: ignore[no-any-return]


def truth_of(folder: Path) -> list[Json]:
    """The truth of a folder's pages."""
    return [json.loads(file.read_text("utf-8")) for file in sorted((folder / "truth").glob("*.json"))]


def measure(trials: list[Trial], score_file: Path, show: int, jobs: int) -> Figures:
    """Run the trials, print and give the figures of each kind of page over all of them, by kind of trial."""
    score = load_score(score_file)
    truth: dict[tuple[str, str], list[Json]] = {}
    said: dict[tuple[str, str], Records] = {}
    with multiprocessing.Pool(jobs) as pool:
        for n, (trial, found) in enumerate(zip(trials, pool.imap(attempt, trials), strict=True)):
            for name, records in found.items():
                key = (trial.name.partition(" ")[0], name)
                for page in truth_of(trial.asked[name]):
                    truth.setdefault(key, []).append(page | {"page": f"{n}-{page['page']}"})
                for page, rows in records.items():
                    for row in rows:
                        row["source"][0]["path"] = f"{n}-{page}"
                    said.setdefault(key, {})[f"{n}-{page}"] = rows
    measured: Figures = {}
    for (what, name), pages_ in truth.items():
        figures, wrong = score(pages_, said[what, name])
        print(f"{what:6} {name:8}", *(f"{c} {figures[c]:.3f}" for c in COLUMNS if c in figures), flush=True)
        told = {c: round(figures[c], 3) for c in COLUMNS if figures.get(c) is not None}
        measured.setdefault(KINDS_OF_TRIAL[what], {})[name] = told
        for page, article, _ in wrong[:show]:
            print(
                f"    {trials[int(page.split('-')[0])].asked[name]}/pages/{page.split('-')[1]} {article['lines']}",
                article.get("headline"),
            )
    return measured


def main() -> None:
    """Measure the folders given."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    asked.add_argument("--folds", type=int, default=4)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--score", type=Path, default=SCORE)
    asked.add_argument("--show", type=int, default=0, metavar="N", help="name N articles of each that are not right")
    asked.add_argument("--keep", type=Path, help="folder for the pages made (default: a temporary one)")
    asked.add_argument(
        "--write", action="store_true", help=f"write the figures into {FILE.name}, for the documentation"
    )
    given = asked.parse_args()
    folders = {folder.name: folder for folder in given.folders}
    with tempfile.TemporaryDirectory() as folder:
        place = given.keep or Path(folder)
        trials = [*by_fold(folders, given.folds, place), *by_kind(folders, place)]
        measured = measure(trials, given.score, given.show, given.jobs)
    if given.write:
        FILE.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
