"""Which Chinese script a page is in, told by characters that only one of the two has."""

import re

_SIMPLIFIED = re.compile(
    "[们这个来说对发会时国学过动为业电产现与将进并区总记报讯长见关开问间东车马门员议选达运还边远连设让认许论证评识]"
)
_TRADITIONAL = re.compile(
    "[們這個來說對發會時國學過動為業電產現與將進並區總記報訊長見關開問間東車馬門員議選達運還邊遠連設讓認許論證評識]"
)
SAMPLE = 1200
"""Characters that are looked at."""


def language_of(text: str) -> str:
    """`zh-Hant` where characters that only the Traditional script has are in the majority, else `zh-Hans`."""
    sample = text[:SAMPLE]
    traditional = len(_TRADITIONAL.findall(sample))
    return "zh-Hant" if traditional and traditional > len(_SIMPLIFIED.findall(sample)) else "zh-Hans"
