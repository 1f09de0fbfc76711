"""Which Chinese script a page is in, told by characters that only one of the two has."""

_SIMPLIFIED = frozenset(
    "们这个来说对发会时国学过动为业体当实电机产现与于将进并无区总记报讯长见关开问间东车马门员议选达运还边远连设让认许论证评识"
)
_TRADITIONAL = frozenset(
    "們這個來說對發會時國學過動為業體當實電機產現與於將進並無區總記報訊長見關開問間東車馬門員議選達運還邊遠連設讓認許論證評識"
)
_SHARED = _SIMPLIFIED & _TRADITIONAL
SAMPLE = 4000
"""Characters that are looked at."""


def language_of(text: str) -> str:
    """`zh-Hant` where characters that only the Traditional script has are in the majority, else `zh-Hans`."""
    sample = text[:SAMPLE]
    simplified = sum(char in _SIMPLIFIED for char in sample)
    traditional = sum(char in _TRADITIONAL for char in sample)
    return "zh-Hant" if traditional > simplified else "zh-Hans"
