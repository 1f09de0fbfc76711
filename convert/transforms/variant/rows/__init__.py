"""The rules about characters in context: one row a rule, with the texts that show it and those that bound it.

A row speaks of a kind of place, never of a text. The order of a character's rows counts, and they stand together.
"""

from convert.transforms.variant.rows.acts import ACTS
from convert.transforms.variant.rows.names import NAMES
from convert.transforms.variant.rows.things import THINGS

RULES = (*NAMES, *ACTS, *THINGS)
