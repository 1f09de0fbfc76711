"""`make accuracy`: measures reading and conversion against known truth and writes accuracy.json.

The documentation's tables are made of that file, and a test compares it with what is measured.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from opencc import OpenCC

from bench import written
from convert import record
from convert.reader import PageFile, read_pages
from convert.transforms.variant import Converter, VariantOptions

FOLDER = Path(__file__).resolve().parent
FILE = FOLDER / "accuracy.json"
SHARED = FOLDER.parent.parent / "shared"
READING = {"gold/seeds": "seeds", "dev/mix/truth": "dev/mix/pages", "dev/day/truth": "dev/day/pages"}
"""Folders of truth, and those of the pages that it is about."""
ASKED = "written/asked"
"""The pages that were written to be asked and never learnt from: see `bench.written`."""
TEXTS = {"tw_lit": ("tw", "s2tw"), "hk_lit": ("hk", "s2hk"), "hk_news": ("hk", "s2hk")}
"""Texts that people converted, the variant that they are in, and OpenCC's own configuration for it."""
FIGURES = ("start", "extent", "block", "article", "title", "people", "photo")


def main() -> None:
    """Measure all and write it down."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("shared", type=Path, nargs="?", default=SHARED, help="folder of truth, pages and scoring tools")
    shared: Path = asked.parse_args().shared
    measured = {
        "reading": {truth: reading(shared, truth) for truth in (*READING, ASKED)},
        "variant": {text: variant(shared, text) for text in TEXTS},
    }
    FILE.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")
    print(FILE.read_text("utf-8"), end="")


def reading(shared: Path, truth: str) -> dict[str, float]:
    """Pages and articles of a folder of truth, and the figures of reading its pages, to three places."""
    with tempfile.TemporaryDirectory() as folder:
        known, pages = shared / truth, shared / READING.get(truth, "")
        if truth == ASKED:
            made = written.write(sorted(written.ASKED.glob("*.page")), Path(folder))
            known, pages = made / "truth", made / "pages"
        files = sorted(pages.glob("*.txt"))
        articles = read_pages([PageFile(str(file), file.read_bytes()) for file in files], join=False)
        records = Path(folder) / "records.jsonl"
        records.write_bytes(b"".join(record.encode_lines(articles)))
        figures: dict[str, Any] = json.loads(_scored(shared / "tools/score.py", known, records, "--json"))
    told = {name: round(figures[name], 3) for name in FIGURES if figures.get(name) is not None}
    return {"pages": figures["pages"], "articles": figures["articles"], **told}


def variant(shared: Path, text: str) -> dict[str, float]:
    """Characters of a text, and how many in 10,000 OpenCC alone and this program have wrong."""
    pairs = shared / "dev/variant" / f"{text}.tsv"
    sources = [line.split("\t")[0] for line in pairs.read_text("utf-8").split("\n") if line]
    name, configuration = TEXTS[text]
    converter, alone = Converter(name, VariantOptions(quotes="keep")), OpenCC(configuration)
    characters, opencc = _wrong(shared, pairs, [alone.convert(source) for source in sources])
    _, ours = _wrong(shared, pairs, list(converter.lines(sources, converter.survey_lines(sources))))
    return {"characters": characters, "opencc": opencc, "newsconvert": ours}


def _wrong(shared: Path, pairs: Path, converted: list[str]) -> tuple[int, float]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "converted.txt"
        out.write_text("\n".join(converted) + "\n", "utf-8")
        said = _scored(shared / "tools/score_variant.py", "lines", pairs, out)
    wrong, characters = re.findall(r"\d+", said.splitlines()[-1])[:2]
    return int(characters), round(1e4 * int(wrong) / int(characters), 1)


def _scored(*command: str | Path) -> str:
    return subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
