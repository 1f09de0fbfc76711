"""Where the program begins, as `newsconvert` and as `python -m convert`."""

import gc

GARBAGE = 100_000
"""Objects that are made before cycles among them are looked for. Python's own 700 would have all of the program looked
through again and again while it loads, though it keeps nearly all of that, and makes hardly a cycle later."""


def main() -> None:
    """Run the command line, with a garbage collector that is seldom in its way."""
    gc.set_threshold(GARBAGE)
    from convert.cli import main as run  # not before: to load it is most of what a help page takes

    try:
        run()
    finally:
        gc.freeze()  # else Python would look through all that was loaded once more before it ends


if __name__ == "__main__":
    main()
