"""Make a book from article records.

Reads the records that `newsconvert parse` writes (`-` is stdin), or a file of any format that can be read back, and
makes one file of one format in one script.
"""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from convert.cli.flags import Force, Quiet, format_names, may_replace, takes, variant_names
from convert.cli.selection_flags import SelectionFlags, summary
from convert.cli.variant_flags import VariantFlags
from convert.cli.volume_flags import VolumeFlags, WriterFlags


@takes(selection=SelectionFlags, script=VariantFlags, about=VolumeFlags, writer=WriterFlags)
def write(
    records: Annotated[Path, typer.Argument(metavar="RECORDS.jsonl", help="Article records; - is stdin.")],
    to: Annotated[
        str,
        typer.Option("--to", "-t", metavar="FORMAT", help="Format; see 'formats'.", autocompletion=format_names),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write; - is stdout.")],
    variant: Annotated[
        str,
        typer.Option(metavar="VARIANT", help="Script: original, tw, hk, t, twp or cn.", autocompletion=variant_names),
    ] = "original",
    force: Force = False,
    quiet: Quiet = False,
    *,
    selection: SelectionFlags,
    script: VariantFlags,
    about: VolumeFlags,
    writer: WriterFlags,
) -> None:
    """Read the records, choose among them, convert their script, write the book."""
    from convert import writers
    from convert.batch import recorded, volumes
    from convert.transforms.selection import select

    options = volumes.BookOptions(about=about.given(), writer=writer.given(), variant=script.given())
    writers.check_options([to], options.writer)
    to_stdout = str(output) == "-"
    if not to_stdout:
        may_replace(output, force=force)
    wanted = selection.given()
    with recorded.records_of(records) as articles:
        chosen = select(articles, wanted)
        name = "stdout" if to_stdout else output.stem
        converted = volumes.in_variant(chosen.articles, variant, options)
        with nullcontext(converted) if variant == volumes.ORIGINAL else recorded.made_once(converted) as told:
            book = volumes.volume(told, name, variant, options)
            if to_stdout:
                volumes.write_stdout(book, to, options)
            else:
                volumes.write_file(book, to, output, options)
    if not quiet:
        for line in summary(chosen.left_out):
            print(line, file=sys.stderr)
