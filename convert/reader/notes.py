"""The catalogue of remarks that reading a page can leave: a closed set of codes, each with one sentence."""

from enum import StrEnum

from convert.model import Note


class NoteCode(StrEnum):
    """What a remark is about."""

    REPEAT = "repeat"
    UNCERTAIN_JOIN = "uncertain-join"
    STARTS_IN_MID_SENTENCE = "starts-in-mid-sentence"
    ENDS_IN_MID_SENTENCE = "ends-in-mid-sentence"
    READS_UPWARD = "reads-upward"
    JUMP_TITLE = "jump-title"
    UNMATCHED_JUMP = "unmatched-jump"
    ILLEGAL_CHARACTER = "illegal-character"
    UNDECODABLE_BYTES = "undecodable-bytes"
    MENDED_CHARACTERS = "mended-characters"
    PRIVATE_USE = "private-use"
    LOST_CHARACTERS = "lost-characters"
    UNPLACED = "unplaced"
    STALE_FIX = "stale-fix"
    UNUSED_FIX = "unused-fix"
    LEFT_OUT = "left-out"


SENTENCES = {
    NoteCode.REPEAT: "A strip of text that the page prints twice was left out of the body.",
    NoteCode.UNCERTAIN_JOIN: "Two strips of text were joined, or kept apart, where the page does not tell which is right.",
    NoteCode.STARTS_IN_MID_SENTENCE: "The article starts in mid-sentence: its beginning is not on this page.",
    NoteCode.ENDS_IN_MID_SENTENCE: "The last paragraph stops in mid-sentence: text may be lost.",
    NoteCode.READS_UPWARD: "The line makes words only from its end to its start: a vertical line that was read upward.",
    NoteCode.JUMP_TITLE: "What the second page prints over its half of an article that was joined.",
    NoteCode.UNMATCHED_JUMP: "The other half of this article was not found among the pages read with it.",
    NoteCode.ILLEGAL_CHARACTER: "A character that no book can hold was taken out.",
    NoteCode.UNDECODABLE_BYTES: "Bytes that the page's encoding does not know were taken out.",
    NoteCode.MENDED_CHARACTERS: "Characters of a look-alike form were replaced by the ones they stand for.",
    NoteCode.PRIVATE_USE: "Characters that only the newspaper's own fonts had stand here; nobody else can show them.",
    NoteCode.LOST_CHARACTERS: "The sign for a character that was lost before the page came here stands in the text.",
    NoteCode.UNPLACED: "Text that found no place in the article's fields.",
    NoteCode.STALE_FIX: "The page has changed since its fix file was made; none of its corrections was applied.",
    NoteCode.UNUSED_FIX: "The fix file names a line, a place in a line or a person that the page does not have, or says a thing twice.",
    NoteCode.LEFT_OUT: "What a web page has around its article: menus, advertisements, comments.",
}
"""Each code's one sentence of documentation; it is the message of every note of that code."""


def note(code: NoteCode, line: int | None = None, text: str | None = None) -> Note:
    """A note of the catalogue about a line of the page."""
    return Note(str(code), SENTENCES[code], line, text)
