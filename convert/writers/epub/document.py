"""The frame that every XHTML file of the book shares."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from convert.writers.epub.outline import LABEL_LENGTH, Entry, Outline, clip
from convert.writers.epub.typesetting import Typesetter, attribute, escape
from convert.writers.epub.words import Words

STYLES = "style.css"
OWN_STYLES = "own.css"
CONTENTS = "nav.xhtml"
_CLOSING = "\n</body>\n</html>\n"


class Book(Struct, frozen=True):
    """What every page of the book is made with."""

    title: str
    language: str
    words: Words
    plan: Outline
    setter: Typesetter
    own_styles: bool = False
    """Whether the user's own style sheet is linked after the book's."""
    folios: dict[tuple[object, ...], str] = field(default_factory=dict)
    """The running line of each newspaper page, kept as it is set."""
    file_names: dict[str, str] = field(default_factory=dict)
    """The same of each page file's name."""

    def document(self, title: str, body: str, language: str | None = None, body_type: str = "bodymatter") -> bytes:
        """A whole XHTML file; `title` is plain text, `body` is markup, `language` is the book's when not given."""
        return f"{self._opening(title, language or self.language, body_type)}\n{body}{_CLOSING}".encode()

    def streamed(self, title: str, body: Iterable[str], body_type: str) -> Iterator[bytes]:
        """The same for a file that grows with the volume, its body line by line."""
        yield self._opening(title, self.language, body_type).encode()
        for line in body:
            yield f"\n{line}".encode()
        yield _CLOSING.encode()

    def _opening(self, title: str, language: str, body_type: str) -> str:
        tag = attribute(language)
        own = f'\n<link rel="stylesheet" type="text/css" href="{OWN_STYLES}"/>' if self.own_styles else ""
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{tag}" xml:lang="{tag}">\n<head>\n<meta charset="utf-8"/>\n<title>{attribute(title)}</title>\n'
            f'<link rel="stylesheet" type="text/css" href="{STYLES}"/>{own}\n</head>\n'
            f'<body epub:type="{body_type}">'
        )

    def link(self, file: str, label: str, language: str | None = None) -> str:
        """A link with a plain-text label, marked when its language is not the book's."""
        return f'<a href="{file}"{self._foreign(language)}>{self.setter.inline(label)}</a>'

    def link_to(self, entry: Entry, most: int = LABEL_LENGTH) -> str:
        """A link to an article by its label, of `most` characters."""
        if len(entry.label) > most:
            return self.link(entry.file, clip(entry.label, most), entry.language)
        if entry.shown is None:
            shown = self.setter.inline(entry.label)
            entry.shown = entry.label if shown == entry.label else shown
        return f'<a href="{entry.file}"{self._foreign(entry.language)}>{entry.shown}</a>'

    def _foreign(self, language: str | None) -> str:
        if not language or language == self.language:
            return ""
        tag = attribute(language)
        return f' lang="{tag}" xml:lang="{tag}"'

    def file_name(self, path: str) -> str:
        """A path as the record has it, which is in no language."""
        if path not in self.file_names:
            self.file_names[path] = f'<span lang="zxx" xml:lang="zxx">{escape(path)}</span>'
        return self.file_names[path]
