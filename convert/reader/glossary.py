"""What the facts that a page is weighed by mean, in words for a person who asks why."""

import re

_ENDS = {".": "a full stop", "!": "a call or question", "q": "a quotation", ")": "a bracket", ":": "a colon",
         ";": "a semicolon", ",": "a comma", "x": "no mark"}  # fmt: skip
_SIZES = (
    "1–2",
    "3–4",
    "5–7",
    "8–10",
    "11–13",
    "14–16",
    "17–20",
    "21–25",
    "26–31",
    "32–40",
    "41–60",
    "61–110",
    "over 110",
)
_LITTLE_TO_MUCH = ("none", "few", "some", "many", "most")

_MEANINGS: tuple[tuple[str, str], ...] = (
    (r"1", "how common the label is"),
    (r"long(\d+)", "{size} characters long"),
    (r"ends(.)", "ends with {end}"),
    (r"long(\d+)&ends(.)", "{size} characters that end with {end}"),
    (r"is-(.+)", "has the shape of a line of the kind '{word}'"),
    (r"after-long(\d+)", "the line above has {size} characters"),
    (r"before-long(\d+)", "the line below has {size} characters"),
    (r"second-long(\d+)", "the second line below has {size} characters"),
    (r"after-ends(.)", "the line above ends with {end}"),
    (r"before-ends(.)", "the line below ends with {end}"),
    (r"text-ends(.)", "the text above ends with {end}"),
    (r"text-ends(.)&long(\d+)", "the text above ends with {end} and its strip has {size} characters"),
    (r"open&long(\d+)&ends(.)", "the text above is open, and this has {size} characters that end with {end}"),
    (r"open-strip&ends(.)", "the text above is a strip that stays open, and this ends with {end}"),
    (r"after-marked", "the line above has a heading mark"),
    (r"before-gap", "a wide gap follows"),
    (r"before-name", "a name follows"),
    (r"after-(.+)", "the line above has the shape '{word}'"),
    (r"before-(.+)", "the line below has the shape '{word}'"),
    (r"second-(.+)", "the second line below has the shape '{word}'"),
    (r"text-below-(.+)", "the next text below has the shape '{word}'"),
    (r"gap", "a wide gap stands above"),
    (r"tight", "it follows without a blank line"),
    (r"marked", "it has a heading mark"),
    (r"unmarked", "other lines of the page have heading marks and it has none"),
    (r"page-top(?:&slogan(\d))?", "it stands at the head of the page"),
    (r"page-end", "it is the last line of the page"),
    (r"pair-on-page", "the two characters at the join stand together elsewhere on the page"),
    (r"makes-(no|rare|common|long)-word", "the join makes {word} word"),
    (r"above-wants-more", "the text above ends with a word that wants another"),
    (r"leans-on-above", "it begins with a character that no phrase begins with"),
    (r"quotation-open", "a quotation or bracket above is still open"),
    (r"starts-with-closer", "it begins with a mark that closes"),
    (r"text-signed", "the text above ends with a signature"),
    (r"commas(\d)", "{count} commas in it"),
    (r"spaced", "a space stands in it"),
    (r"genre-bracket", "it ends with what a picture or poem is, in brackets"),
    (r"colon-inside", "a colon stands in it"),
    (r"starts-dash", "it begins with a dash"),
    (r"column-like", "it sounds like the name of a column"),
    (r"slogan(\d)(?:-top)?", "{count} words that banners are made of"),
    (r"name-like(\d)(?:-word)?", "it looks like a name"),
    (r"shorts-above(\d)", "{count} short lines right above"),
    (r"shorts-below(\d)", "{count} short lines right below"),
    (r"below-opens", "the text below begins like a story"),
    (r"below-leans", "the text below leans on what was told before"),
    (r"below-neutral", "the text below begins like any other"),
    (r"leads(\d)&(lead|none)", "how many stories of the page have leads, and whether this has"),
    (r"over-lead(\d)", "it stands right over a lead"),
    (r"above-concludes", "the text above ends like a report"),
    (r"credit-soon", "a picture's credit follows the text below"),
    (r"shares-below(\d)", "{much} of its words stand in the text below"),
    (r"shares-above(\d)", "{much} of its words stand in the text above"),
    (r"cohesion(-?\d)", "{much} of the words below stand above it too"),
    (r"kin-(above|below)-none", "no other line over text is near"),
    (r"kin-(above|below)-(lead|text)", "the next such line {word} stands over a {last}"),
    (r"kin-(above|below)-(lead|text)-alike", "the next such line {word}, as long as this, stands over a {last}"),
)
_TABLE = tuple((re.compile(pattern), words) for pattern, words in _MEANINGS)


def explain(fact: str) -> str:
    """A fact's name in words; the name itself for one that has none."""
    for pattern, words in _TABLE:
        match = pattern.fullmatch(fact)
        if match:
            return words.format(**_values(pattern.pattern, match))
    return fact


def _values(pattern: str, match: re.Match[str]) -> dict[str, str]:
    """The parts of a fact's name as words."""
    groups = [group for group in match.groups() if group]
    numbers = [group for group in groups if group.lstrip("-").isdigit()]
    end = next((group for group in groups if group in _ENDS), "x") if "ends" in pattern else "x"
    number = int(numbers[-1]) if numbers else 0
    return {
        "size": _SIZES[min(number, len(_SIZES) - 1)],
        "end": _ENDS[end],
        "word": groups[0] if groups else "",
        "last": groups[-1] if groups else "",
        "count": str(number),
        "much": _LITTLE_TO_MUCH[min(max(number, 0), 4)],
    }
