"""`python -m convert` does what `newsconvert` does."""

from convert.cli import main

if __name__ == "__main__":
    main()
