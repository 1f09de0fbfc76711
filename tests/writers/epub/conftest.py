"""Files that a user gives to a book."""

from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A small JPEG."""
    path = tmp_path / "封面.jpg"
    Image.new("RGB", (60, 80), "#345").save(path, "JPEG")
    return path


@pytest.fixture
def style(tmp_path: Path) -> Path:
    """A style sheet that uses a picture beside it."""
    Image.new("RGB", (8, 8), "#eee").save(tmp_path / "paper.png", "PNG")
    path = tmp_path / "mine.css"
    path.write_text("/* mine */ section { background-image: url('paper.png') } p { text-indent: 1em }", "utf-8")
    return path
