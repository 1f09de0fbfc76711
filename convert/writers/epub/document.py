"""The frame that every XHTML file of the book shares."""

from dataclasses import dataclass, field

from convert.writers.epub.outline import Outline
from convert.writers.epub.typesetting import Typesetter, attribute, escape
from convert.writers.epub.words import Words

STYLES = "style.css"
OWN_STYLES = "own.css"
CONTENTS = "nav.xhtml"


@dataclass(frozen=True, slots=True)
class Book:
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
        tag = attribute(language or self.language)
        own = f'\n<link rel="stylesheet" type="text/css" href="{OWN_STYLES}"/>' if self.own_styles else ""
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{tag}" xml:lang="{tag}">\n<head>\n<meta charset="utf-8"/>\n<title>{attribute(title)}</title>\n'
            f'<link rel="stylesheet" type="text/css" href="{STYLES}"/>{own}\n</head>\n'
            f'<body epub:type="{body_type}">\n{body}\n</body>\n</html>\n'
        ).encode()

    def link(self, file: str, label: str, language: str | None = None) -> str:
        """A link with a plain-text label, marked when its language is not the book's."""
        tag = language if language and language != self.language else None
        lang = f' lang="{attribute(tag)}" xml:lang="{attribute(tag)}"' if tag else ""
        return f'<a href="{file}"{lang}>{self.setter.inline(label)}</a>'

    def file_name(self, path: str) -> str:
        """A path as the record has it, which is in no language."""
        if path not in self.file_names:
            self.file_names[path] = f'<span lang="zxx" xml:lang="zxx">{escape(path)}</span>'
        return self.file_names[path]
