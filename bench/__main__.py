"""`make bench`: measures the programs on the same pages and writes RESULTS.md and results.svg.

Every command is run `--times` times, the programs taking turns so that a busy machine is busy for all; the fastest
run counts, since all that disturbs makes a run slower and nothing makes it faster. A program that isn't done in its
time isn't asked again, nor one for ten times as much that took a tenth of its time.
"""

import argparse
import compileall
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import pages, results
from bench.measure import Measured, measure
from bench.programs import HERE, Program, programs
from bench.stages import Stage

FOLDER = Path(__file__).resolve().parent
SIZES = (5, 50, 500, 5000)
LARGE = 50_000


def main() -> None:
    """Measure and write down."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--times", type=int, default=3, help="runs of each command (default 3; one at 5,000 pages)")
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked.add_argument("--large", type=int, default=LARGE, help="pages of the large archive; 0 leaves it out")
    asked.add_argument("--keep", type=Path, help="folder for pages and outputs (default: a temporary one)")
    given = asked.parse_args()
    place = given.keep or Path(tempfile.mkdtemp(prefix="newsconvert-bench-"))
    try:
        compileall.compile_dir(FOLDER.parent / "convert", quiet=1)  # as installers do
        bench = Bench(place, given.times)
        bench.one_by_one()
        bench.seeds()
        for size in given.sizes:
            bench.books(size)
            bench.records(size)
            bench.write()  # as far as it is: the rest takes long
        if given.large:
            bench.archive(given.large)
        bench.write()
    finally:
        if not given.keep:
            shutil.rmtree(place, ignore_errors=True)


class Bench:
    """The figures as they come: (what, pages, program) → measured."""

    def __init__(self, place: Path, times: int) -> None:
        self.place = place
        self.times = times
        self.programs = programs()
        self.figures: dict[tuple[str, int, str], Measured] = {}
        self.stages: list[Stage] = []

    def write(self) -> None:
        """Write what is known so far."""
        results.write(FOLDER, self.figures, self.programs, self.stages)

    def one_by_one(self) -> None:
        """Each stage by itself, in a process of its own."""
        command = [sys.executable, "-m", "bench.stages", str(self._pages(500)[0].parent)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=FOLDER.parent) as process:
            for line in process.stdout or ():
                self.stages.append(Stage(**json.loads(line)))
                print(line, end="", flush=True)

    def _pages(self, size: int) -> list[Path]:
        folder = self.place / f"pages{size}"
        if not folder.exists():
            pages.write(folder, size)
        return sorted(folder.glob("*.txt"))

    def _best(self, commands: dict[tuple[str, int, str], tuple[list[str], int]], times: int) -> None:
        """Run each so many times, taking turns; keep the fastest."""
        for _ in range(times):
            for key, (command, limit) in commands.items():
                if self._is_hopeless(key, limit):
                    continue
                shutil.rmtree(self.place / "out", ignore_errors=True)
                (self.place / "out").mkdir(parents=True)
                measured = measure(
                    command, limit=limit, environment={"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
                )
                before = self.figures.get(key)
                if before is None or before.failed or (not measured.failed and measured.wall < before.wall):
                    self.figures[key] = measured
                print(*key, measured, flush=True)

    def _is_hopeless(self, key: tuple[str, int, str], limit: int) -> bool:
        """Whether a program has failed at this already, or took so long at a tenth of it that it would."""
        what, size, program = key
        if key in self.figures:
            return bool(self.figures[key].failed)
        smaller = self.figures.get((what, size // 10, program))
        if smaller and (smaller.failed or smaller.wall > limit / 10):
            took = smaller.failed or f"{smaller.wall:.0f} s"
            self.figures[key] = Measured(failed=f"left out: {took} at {size // 10:,} pages, ended after {limit} s")
            return True
        return False

    def books(self, size: int) -> None:
        """EPUB and DOCX of so many pages, by every program."""
        inputs = self._pages(size)
        whole = self.place / f"all{size}.txt"
        whole.write_text("\n\n".join(page.read_text("utf-8") for page in inputs), encoding="utf-8")
        for ending in ("epub", "docx"):
            target = self.place / "out" / f"book.{ending}"
            commands = {(ending, size, p.name): (p.command(inputs, whole, target), p.limit) for p in self.programs}
            self._best(commands, self.times if size < 5000 else 1)

    def records(self, size: int) -> None:
        """JSON Lines of so many pages, in the original script and in a variant."""
        folder = str(self._pages(size)[0].parent)
        build = [HERE, "build", folder, "-o", str(self.place / "out"), "--to", "jsonl", "--quiet"]
        self._best(
            {
                ("jsonl", size, "newsconvert"): (build, 1200),
                ("jsonl, one worker", size, "newsconvert"): ([*build, "-j1"], 1200),
                ("jsonl, variant tw", size, "newsconvert"): ([*build, "--variant", "tw"], 1200),
            },
            self.times if size < 5000 else 1,
        )

    def seeds(self) -> None:
        """The nine outputs of `make run`, beside ten conversions by each pandoc: five EPUB, five DOCX."""
        seeds = sorted(pages.SEEDS.glob("*.txt"))
        commands = {}
        for program in self.programs:
            if program.name == "calibre":
                continue
            if program.name == "newsconvert":
                command = [HERE, "build", str(pages.SEEDS), "-o", str(self.place / "out"), "--quiet",
                           "--variant", "original", "--variant", "tw", "--variant", "hk"]  # fmt: skip
            else:
                command = ["sh", "-ec", "\n".join(self._one_by_one(program, seeds))]
            commands["seeds", len(seeds), program.name] = command, 600
        self._best(commands, self.times)

    def _one_by_one(self, program: Program, seeds: list[Path]) -> list[str]:
        return [
            " ".join(program.command([seed], seed, self.place / "out" / f"{seed.stem}.{ending}"))
            for ending in ("epub", "docx")
            for seed in seeds
        ]

    def archive(self, size: int) -> None:
        """A large archive by one worker and by two."""
        folder = str(self._pages(size)[0].parent)
        build = [HERE, "build", folder, "-o", str(self.place / "out"), "--to", "jsonl", "--quiet"]
        self._best(
            {
                (f"jsonl, {count} worker{'s'[: count - 1]}", size, "newsconvert"): ([*build, f"-j{count}"], 7200)
                for count in (1, 2)
            },
            1,
        )


if __name__ == "__main__":
    main()
