"""Articles in one script → articles in another: Traditional editions for Taiwan and Hong Kong, and Simplified ones.

Importing this loads neither OpenCC nor a dictionary; a Converter does when it first converts.
"""

from convert.transforms.variant.converter import Converter
from convert.transforms.variant.knowledge import DocumentKnowledge, Findings, occurring, of_findings, survey, union
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
