"""List the formats that can be written, and who provides each."""

import sys


def formats() -> None:
    """Print a line a format: name, provider."""
    from convert import writers

    for found in writers.formats().values():
        sys.stdout.write(f"{found.name}\t{found.provider}\n")
