"""Articles in one script → articles in another: Traditional editions for Taiwan and Hong Kong, and Simplified ones.

Importing this loads neither OpenCC nor a dictionary; a Converter does when it first converts.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from convert.transforms.variant.converter import Converter
    from convert.transforms.variant.findings import Findings
    from convert.transforms.variant.knowledge import DocumentKnowledge, occurring, of_findings, survey, union
    from convert.transforms.variant.specs import VARIANTS, Term, VariantOptions, VariantSpec, variant
    from convert.transforms.variant.terms import read_terms

__all__ = [
    "VARIANTS",
    "Converter",
    "DocumentKnowledge",
    "Findings",
    "Term",
    "VariantOptions",
    "VariantSpec",
    "occurring",
    "of_findings",
    "read_terms",
    "survey",
    "union",
    "variant",
]

_HOME = {
    "Converter": "converter",
    "DocumentKnowledge": "knowledge",
    "Findings": "findings",
    "Term": "specs",
    "VARIANTS": "specs",
    "VariantOptions": "specs",
    "VariantSpec": "specs",
    "occurring": "knowledge",
    "of_findings": "knowledge",
    "read_terms": "terms",
    "survey": "knowledge",
    "union": "knowledge",
    "variant": "specs",
}
"""Name → its module, which is loaded when the name is first asked for: a run's receipts need the least of them."""


def __getattr__(name: str) -> Any:
    """A public name, from its module."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
