"""How parts of the program are found by name: entry points, the built-in ones through the same table as anybody's."""

import functools
import sys
from importlib import metadata
from typing import Any

from msgspec import Struct

from convert.errors import BadOptionError, MissingPartError, UnknownNameError


class Plugin(Struct, frozen=True, dict=True):
    """A part that is installed: what it is (`format`, `reader`), its name, and the package that provides it."""

    what: str
    name: str
    entry: metadata.EntryPoint

    @property
    def provider(self) -> str:
        """Name and version of the package that provides it; asked for rarely, since a package's whole page is read."""
        return f"{self.entry.dist.name} {self.entry.dist.version}" if self.entry.dist else "unknown"

    def load(self) -> Any:
        """Import it; raises MissingPartError with the command that installs what is missing."""
        try:
            return self.entry.load()
        except ImportError as error:
            package = self.provider.split()[0]
            extras = f"[{','.join(self.entry.extras)}]" if self.entry.extras else ""
            raise MissingPartError(
                f"{self.what} '{self.name}' needs a module that is missing ({error}); "
                f"install it with: pip install '{package}{extras}'"
            ) from error


def installed(group: str, what: str) -> dict[str, Plugin]:
    """The parts of an entry-point group by name, sorted; none is imported.

    Raises BadOptionError when two packages claim one name: which of them would work is nobody's guess.
    """
    return _installed(group, what, tuple(sys.path))


@functools.lru_cache(maxsize=8)
def _installed(group: str, what: str, _path: tuple[str, ...]) -> dict[str, Plugin]:
    """Looked up once: every package on the path is asked, and a run of many files needs its writer for each."""
    found: dict[str, Plugin] = {}
    for entry in metadata.entry_points(group=group):
        here, other = Plugin(what, entry.name, entry), found.get(entry.name)
        if other and (other.provider, other.entry.value) != (here.provider, entry.value):
            raise BadOptionError(
                f"{what} '{entry.name}' is claimed twice: {other.entry.value} ({other.provider}) and "
                f"{entry.value} ({here.provider}); uninstall one"
            )
        found[entry.name] = here
    return dict(sorted(found.items()))


def find(group: str, what: str, name: str) -> Any:
    """The part of that name, imported; raises UnknownNameError with those there are."""
    known = installed(group, what)
    if name not in known:
        raise UnknownNameError(what, name, list(known))
    return known[name].load()
