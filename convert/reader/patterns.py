"""Patterns that are made when they are first asked for: to make all takes 40 ms, and few pages need every one."""

import functools
import re


@functools.cache
def made(expression: str) -> re.Pattern[str]:
    """The pattern of an expression."""
    return re.compile(expression)
