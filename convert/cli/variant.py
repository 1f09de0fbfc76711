"""Convert plain text into another script, line for line.

Reads FILE twice, first for the names and places in it, or a pipe of which up to 64 MB are held for that. Writes UTF-8.
A file of article records (.jsonl) comes out as article records.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convert.cli.flags import Force, may_replace, takes, variant_names
from convert.cli.variant_flags import VariantFlags

if TYPE_CHECKING:
    from convert.transforms.variant import Converter
    from convert.transforms.variant.report import Report

STDIN = Path("-")


@takes(script=VariantFlags)
def variant(
    file: Annotated[Path, typer.Argument(metavar="[FILE]", help="Text or article records; - is stdin.")] = STDIN,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            "-t",
            metavar="VARIANT",
            help="Script: tw, hk, t, twp or cn.",
            show_default=False,
            autocompletion=variant_names,
        ),
    ] = ...,  # type: ignore[assignment]
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write; - is stdout.")] = STDIN,
    report: Annotated[
        Path | None, typer.Option(help="List every ambiguous character, most doubtful first: .jsonl or .html.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Of the input (default: found out).")] = None,
    force: Force = False,
    *,
    script: VariantFlags,
) -> None:
    """Convert, write, and list what is doubtful."""
    from convert.transforms.variant import Converter, VariantOptions
    from convert.transforms.variant.report_page import check_report_name

    if report:
        check_report_name(report)
    for target in (output, report):
        if target and target != STDIN:
            may_replace(target, force=force)
    converter = Converter(to, VariantOptions(**script.given()))
    asked = converter.report() if report else None
    _write(_converted(file, encoding, converter, asked), output)
    if report and asked:
        from convert.cli.language import say, spoken
        from convert.transforms.variant.report_page import encoded

        _write(encoded(asked, report, converter.spec, str(file), say, spoken()), report)


def _converted(file: Path, encoding: str | None, converter: "Converter", report: "Report | None") -> Iterable[bytes]:
    import sys

    from convert.transforms.variant import plain

    if file == STDIN:
        return plain.convert_pipe(sys.stdin.buffer, encoding or "utf-8-sig", converter, report)
    if file.suffix == ".jsonl":
        return _records(file, converter, report)
    return plain.convert_file(file, encoding or _encoding_of(file), converter, report)


def _records(file: Path, converter: "Converter", report: "Report | None") -> Iterable[bytes]:
    from convert import record
    from convert.batch import recorded

    with recorded.records_of(file) as articles:
        knowledge = converter.survey(articles)
        yield from record.encode_lines(converter.article(article, knowledge, report) for article in articles)


def _encoding_of(file: Path) -> str:
    """The encoding that the beginning of the file is in; an empty file is UTF-8."""
    from convert.errors import MissingInputError
    from convert.reader.decoding import SAMPLE, decode

    try:
        with file.open("rb") as opened:
            sample = opened.read(SAMPLE)
    except OSError as error:
        raise MissingInputError(str(file), (error.strerror or "can't be read").lower()) from error
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample
    found = decode(whole_lines, str(file)).encoding if whole_lines.strip() else "utf-8"
    return {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(found, found)


def _write(pieces: Iterable[bytes], output: Path) -> None:
    import sys

    from convert.files import written_aside

    if output == STDIN:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    with written_aside(output) as out:
        for piece in pieces:
            out.write(piece)
