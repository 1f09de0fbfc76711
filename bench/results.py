"""The figures as a page to read, `RESULTS.md`, with a plot, `results.svg`."""

import math
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.measure import Measured
from bench.programs import CALIBRE, LIMIT, Program
from bench.stages import Stage
from bench.targets import Figures, asked

COLOURS = ("#1b6ca8", "#c0392b", "#e08e0b", "#5b8c3a")


def write(folder: Path, figures: Figures, programs: Sequence[Program], stages: Sequence[Stage]) -> None:
    """Write both files into the folder."""
    (folder / "results.svg").write_text(_plot(figures, programs), encoding="utf-8")
    (folder / "RESULTS.md").write_text("\n".join(_page(figures, programs, stages)) + "\n", encoding="utf-8")


def _page(figures: Figures, programs: Sequence[Program], stages: Sequence[Stage]) -> list[str]:
    lines = [
        "# Speed beside peers",
        "",
        "Written by `make bench`. The same generated pages for all (`bench/pages.py`), 12 kB each, none like another.",
        "Time is that of the fastest of several runs, start-up included; CPU is that of all processes; memory is the",
        "peak of the largest process and, behind the stroke, of all together (memory that processes share counts for",
        "each). pandoc is given the pages as so many files, calibre, which takes one, as one. A program is ended after",
        f"{LIMIT} s, calibre after {CALIBRE} s.",
        "",
        f"Machine: {_processor()}, {os.cpu_count()} processors, {_memory()}, {platform.system()} {platform.release()}, "
        f"Python {_python()}.",
        f"Load while it was measured (1, 5, 15 minutes): {', '.join(f'{x:.1f}' for x in os.getloadavg())}.",
        *(["The machine had other work at the time: compare CPU seconds, the clock says little."] if _busy() else []),
        "",
        "Versions: " + ", ".join(f"{p.name} {p.version}" for p in programs) + ".",
        "",
        "Only newsconvert finds the articles; pandoc and calibre make one text with the pages' lines as paragraphs.",
        "",
        "![Seconds by pages](results.svg)",
        *asked(figures, stages),
        *_stages(stages),
    ]
    for what in dict.fromkeys(what for what, _, _ in figures):
        rows = [(size, name, m) for (kind, size, name), m in figures.items() if kind == what]
        lines += [
            "",
            f"## {_title(what)}",
            "",
            "| pages | program | seconds | CPU seconds | ms CPU a page | MiB |",
            "|--:|---|--:|--:|--:|--:|",
        ]
        lines += [_row(size, name, measured) for size, name, measured in rows]
    return lines


def _title(what: str) -> str:
    return {
        "epub": "EPUB",
        "docx": "DOCX",
        "seeds": "The five seed pages: newsconvert's nine outputs, pandoc's ten",
    }.get(what, what.replace("jsonl", "JSON Lines"))


def _row(size: int, name: str, m: Measured) -> str:
    if m.failed:
        return f"| {size:,} | {name} | {m.failed} | | | |"
    return (
        f"| {size:,} | {name} | {m.wall:.2f} | {m.cpu:.2f} | {1000 * m.cpu / size:.2f} | "
        f"{m.largest:.0f} / {m.together:.0f} |"
    )


def _stages(stages: Sequence[Stage]) -> list[str]:
    if not stages:
        return []
    lines = [
        "",
        "## Each stage by itself",
        "",
        "CPU time, the least of several rounds; but for start-up, in a process that has all loaded.",
        "",
        "| stage | what | CPU seconds | ms a page | MB/s |",
        "|---|---|--:|--:|--:|",
    ]
    for one in stages:
        page = f"{1000 * one.seconds / one.pages:.2f}" if one.pages else ""
        speed = f"{one.size / one.seconds / 1e6:.2f}" if one.size else ""
        lines.append(f"| {one.stage} | {one.what} | {one.seconds:.3f} | {page} | {speed} |")
    return lines


def _plot(figures: Figures, programs: Sequence[Program]) -> str:
    """Seconds by pages, both axes logarithmic, EPUB and DOCX side by side."""
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 400" font-family="sans-serif" font-size="13">',
             '<rect width="900" height="400" fill="white"/>']  # fmt: skip
    for number, ending in enumerate(("epub", "docx")):
        parts += _panel(60 + number * 430, ending, figures, programs)
    for place, program in enumerate(programs):
        x = 60 + place * 200
        parts.append(f'<rect x="{x}" y="372" width="14" height="14" fill="{COLOURS[place % 4]}"/>')
        parts.append(f'<text x="{x + 20}" y="384">{program.name} {program.version}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(left: int, ending: str, figures: Figures, programs: Sequence[Program]) -> list[str]:
    width, top, height = 360, 40, 290

    def x(pages: float) -> float:
        return left + width * (math.log10(pages) - 0.5) / 3.4

    def y(seconds: float) -> float:
        return top + height * (1 - (math.log10(max(seconds, 0.05)) + 1.4) / 4.4)

    parts = [f'<text x="{left}" y="24" font-size="16">{ending.upper()}: seconds by pages</text>']
    parts += [
        f'<text x="{x(pages):.0f}" y="{top + height + 18}" text-anchor="middle">{pages:,}</text>'
        for pages in (5, 50, 500, 5000)
    ]
    for seconds in (0.1, 1, 10, 100):
        parts.append(
            f'<line x1="{left}" x2="{left + width}" y1="{y(seconds):.0f}" y2="{y(seconds):.0f}" stroke="#ddd"/>'
        )
        parts.append(f'<text x="{left - 6}" y="{y(seconds) + 4:.0f}" text-anchor="end">{seconds:g}</text>')
    for place, program in enumerate(programs):
        points = sorted(
            (size, m.wall) for (what, size, name), m in figures.items()
            if (what, name) == (ending, program.name) and not m.failed
        )  # fmt: skip
        line = " ".join(f"{x(size):.1f},{y(wall):.1f}" for size, wall in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{COLOURS[place % 4]}" stroke-width="2.5"/>')
        parts += [f'<circle cx="{x(s):.1f}" cy="{y(w):.1f}" r="4" fill="{COLOURS[place % 4]}"/>' for s, w in points]
    return parts


def _busy() -> bool:
    """Whether more was at work than what was measured, which keeps two processors busy at most."""
    return os.getloadavg()[2] > 3


def _python() -> str:
    """Python's version, and whose it is when it is the system's: one that was built otherwise may take a fifth more."""
    system = platform.freedesktop_os_release()["NAME"].split()[0] if sys.base_prefix == "/usr" else ""
    return platform.python_version() + (f" ({system})" if system else "")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (ValueError, OSError):
        return "memory unknown"
