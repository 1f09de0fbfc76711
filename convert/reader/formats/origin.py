"""Where articles come from that have no record of their own: a file, as a whole."""

import hashlib

from msgspec import Struct

from convert.model import Source


class Origin(Struct, frozen=True):
    """The file that articles without a record of their own come from: its name, bytes and number of lines."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The digest of the file."""
        return hashlib.sha256(self.data).hexdigest()

    def source(self) -> Source:
        """The whole file as where an article was printed."""
        return Source(self.name, self.sha256, (1, self.data.count(b"\n") + 1))

    def identifier(self, number: int) -> str:
        """The id of the file's n-th article, the same for the same bytes."""
        return f"{self.sha256[:16]}-{number}"
