"""The names of people and places that a whole run knows: told to each worker once, not with each piece of work."""

import functools
import json
from collections.abc import Iterable
from typing import Any

from convert.batch import keys
from convert.batch.store import PRIVATE, Store, clear
from convert.errors import MissingInputError
from convert.files import Synced

KEPT = "names-"
"""What the name of a private file begins with: it keeps them for the workers, as long as these need them."""


class Known:
    """The names; where they go to another process, only what they are kept under goes."""

    def __init__(self, store: Store, names: Iterable[str]) -> None:
        """`store` is where `keep` puts them."""
        self.names = frozenset(names)
        ordered = sorted(self.names)
        self.fingerprint = keys.fingerprint(ordered)
        """Tells them from any others."""
        self._store = store

    @property
    def _name(self) -> str:
        return f"{PRIVATE}/{KEPT}{self.fingerprint}.json"

    def keep(self) -> None:
        """Put them where workers find them."""
        self._store.put(self._name, json.dumps(sorted(self.names)).encode("ascii"), Synced.NOTHING)

    def forget(self) -> None:
        """Take them away, and those that a run left which died."""
        clear(self._store, KEPT)

    def __reduce__(self) -> tuple[Any, ...]:
        """Where another process finds them."""
        return _found, (self._store, self._name)


@functools.lru_cache(maxsize=1)
def _found(store: Store, name: str) -> Known:
    """The names as they were kept, read once in each worker."""
    data = store.read(name)
    if data is None:
        raise MissingInputError(store.show(name), "gone since the pages were read", "run the same command again")
    return Known(store, json.loads(data))
