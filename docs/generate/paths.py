"""Where the documentation's material stands."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
"""The project's top folder."""
PAGES = ROOT / "docs"
"""The pages; one that ends in `.zh.md` is the Chinese of its neighbour."""
