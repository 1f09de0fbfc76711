"""What a line tells by its form alone: of itself, and of the lines above and below it that see it.

A form is few words about a line (its length class, its end, its shape …) that thousands of lines have in common, so what
it tells is put together once and the same tuples are handed out again.
"""

import functools

from msgspec import Struct

from convert.reader.shapes import Shape

Facts = tuple[str, ...]
"""A group of facts that come together, each a short name; `weights.tsv` says what each tells for or against a label."""


class Form(Struct, frozen=True):
    """The facts that follow from a line's form, by the place that the line has to the one that they are about."""

    own: Facts
    """About the line itself."""
    over: Facts
    """About the line below it."""
    under: Facts
    """About the line above it."""
    under_short: Facts
    """About the line above it when that is a short one."""
    second: Facts
    """About a short line two above it."""
    text: Facts
    """About the next line of text below it."""
    open: Facts
    """About itself when the sentence above is open."""
    open_strip: Facts
    """About itself when a whole strip above ends in an open sentence."""


@functools.lru_cache(maxsize=1 << 14)
def form_of(
    bucket: int, end: str, shape: Shape, gap: bool, tight: bool, marked: bool, unmarked: bool, known: str
) -> Form:
    """The facts of a form: length class, end, shape, whether a gap is above it or none at all, a heading mark or the
    lack of one on a page that has them, and a name that is known."""
    own = ["1", f"long{bucket}", f"ends{end}", f"is-{shape}", f"long{bucket}&ends{end}"]
    over = [f"after-{shape}", f"after-long{bucket}", f"after-ends{end}"]
    under = [f"before-{shape}", f"before-long{bucket}"]
    if gap:
        own.append("gap")
        under.append("before-gap")
    if tight:
        own.append("tight")
    if marked:
        own.append("marked")
    if unmarked:
        own.append("unmarked")
    if known:
        own.append(f"is-{known}")
        over.append(f"after-{known}")
    if marked:
        over.append("after-marked")
    goes_on = f"open&long{min(bucket, 9)}&ends{end}"
    return Form(
        tuple(own),
        tuple(over),
        tuple(under),
        (*under, f"before-ends{end}"),
        (f"second-{shape}", f"second-long{bucket}"),
        (f"text-ends{end}", f"text-ends{end}&long{bucket}"),
        (goes_on,),
        (goes_on, f"open-strip&ends{end}"),
    )
