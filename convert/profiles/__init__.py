"""What differs between newspapers, as data: names of columns and banners, how leads look, what the furniture says."""

import functools
import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from convert.errors import BadInputError, MissingInputError, UnknownNameError

GENERAL = "general"
HERE = Path(__file__).parent


class Profile(Struct, frozen=True, kw_only=True):
    """A newspaper's habits. `sections` are banners and column names, `opinion` those of them that carry commentary,
    `leads` what its reports open with (`午报讯`), `furniture` whole lines that belong to no article, `paper` its
    name."""

    name: str
    paper: str | None = None
    sections: frozenset[str] = frozenset()
    opinion: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    furniture: frozenset[str] = frozenset()

    @property
    def section_names(self) -> frozenset[str]:
        """All names of columns, those of opinion too."""
        return self.sections | self.opinion


_FIELDS = {"paper", "sections", "opinion", "leads", "furniture", "extends"}


def names() -> list[str]:
    """The profiles that come with the program."""
    return sorted(file.stem for file in HERE.glob("*.toml"))


@functools.cache
def load(name: str = GENERAL) -> Profile:
    """A profile that comes with the program, by name; raises UnknownNameError with the names there are."""
    if name not in names():
        raise UnknownNameError("profile", name, names())
    text = (HERE / f"{name}.toml").read_text("utf-8")
    return _made(name, tomllib.loads(text), name)


def read(path: Path) -> Profile:
    """A profile of the user's own; raises MissingInputError or BadInputError naming the file."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise MissingInputError(str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(str(path), f"not a profile ({error})", "see 'newsconvert profile'") from error
    return _made(path.stem, table, str(path))


def find(name: str) -> Profile:
    """The profile that a user names: one of the program's, or a TOML file."""
    return read(Path(name)) if name.endswith(".toml") else load(name)


def _made(name: str, table: dict[str, Any], where: str) -> Profile:
    """A profile from its table, with what it inherits."""
    unknown = set(table) - _FIELDS
    if unknown:
        raise BadInputError(where, f"unknown field '{min(unknown)}'", f"the fields are {', '.join(sorted(_FIELDS))}")
    lists = {}
    for key in ("sections", "opinion", "leads", "furniture"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise BadInputError(where, f"'{key}' is not a list of strings", 'write it as ["…", "…"]')
        lists[key] = frozenset(value)
    base = table.get("extends", "" if name == GENERAL else GENERAL)
    paper = table.get("paper")
    if base:
        parent = load(base)
        lists = {key: value | getattr(parent, key) for key, value in lists.items()}
        paper = paper or parent.paper
    return Profile(name=name, paper=paper, **lists)
