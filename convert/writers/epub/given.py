"""What the user gives to a book: a cover's picture and a style sheet, checked before they go in."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct
from PIL import Image

from convert.errors import BadInputError, MissingInputError

_PICTURES = {
    "JPEG": ("jpg", "image/jpeg"),
    "PNG": ("png", "image/png"),
    "GIF": ("gif", "image/gif"),
    "WEBP": ("webp", "image/webp"),
}
_RESOURCES = {
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<target>.*?)(?P=quote)\s*\)""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)


class File(Struct, frozen=True):
    """A file for the book: its name in the book, its media type and its bytes."""

    name: str
    media_type: str
    data: bytes


def picture(path: Path) -> File:
    """The cover that the user gives.

    Raises MissingInputError, or BadInputError for what no reader could show.
    """
    data = _read(path)
    if (kind := _raster_kind(data)) is not None:
        ending, media_type = _PICTURES[kind]
        return File(f"cover.{ending}", media_type, data)
    if (drawing := _svg(data)) is not None:
        _check_drawing(drawing, path)
        return File("cover.svg", "image/svg+xml", data)
    raise BadInputError(str(path), "not a picture that e-book readers show", "give a JPEG, PNG, GIF, WebP or SVG")


def style_sheet(path: Path, name: str) -> Iterator[File]:
    """The user's style sheet as the file `name`, and the fonts and pictures beside it that it uses.

    Raises MissingInputError, or BadInputError for what would be fetched from elsewhere.
    """
    try:
        text = _read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(str(path), "not UTF-8", "save it as UTF-8") from error
    text = _COMMENT.sub("", text)
    if _IMPORT.search(text):
        raise BadInputError(str(path), "@import can't go into a book", "write its rules into this file")
    taken: dict[str, File] = {}
    sheet = _URL.sub(lambda match: f'url("{_taken(match["target"], path, taken)}")', text)
    yield File(name, "text/css", sheet.encode())
    yield from taken.values()


def _taken(target: str, sheet: Path, taken: dict[str, File]) -> str:
    """The name in the book of what the sheet refers to; the file joins `taken`."""
    if target.startswith(("data:", "#")):
        return target
    media_type = _RESOURCES.get(Path(target).suffix.lower())
    if "://" in target or target.startswith("//") or media_type is None:
        raise BadInputError(str(sheet), f"url({target}) can't go into a book", "name a font or picture file beside it")
    if target not in taken:
        name = f"own{len(taken) + 1:02}{Path(target).suffix.lower()}"
        taken[target] = File(name, media_type, _read(sheet.parent / target))
    return taken[target].name


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingInputError(str(path), (error.strerror or str(error)).lower()) from error


def _raster_kind(data: bytes) -> str | None:
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_PICTURES)) as image:
            image.verify()
            return image.format
    except (OSError, SyntaxError, ValueError):
        return None


def _svg(data: bytes) -> "etree._Element | None":
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    return root if root.tag == "{http://www.w3.org/2000/svg}svg" else None


def _check_drawing(root: "etree._Element", path: Path) -> None:
    """Raise BadInputError for what readers refuse to run or to fetch, and validators to pass."""
    for element in root.iter("*"):
        names = {etree.QName(str(name)).localname: str(value) for name, value in element.attrib.items()}
        if etree.QName(element).localname == "script" or any(name.startswith("on") for name in names):
            raise BadInputError(str(path), "a picture with a script can't go into a book", "take the script out")
        target = names.get("href", "#")
        if etree.QName(element).localname != "a" and not target.startswith(("#", "data:")):
            raise BadInputError(str(path), f"it shows {target}, which isn't in it", "put that picture into the file")
