"""The errors this program raises, their wording's one form, and the exit code of each.

An error's message is one line that names the file and says the cure. Only the command line prints one or picks an
exit code. Text that can't be placed is a note, never an error.
"""

import difflib


class NewsconvertError(Exception):
    """The root of all errors raised here; `exit_code` follows sysexits.h where it has a number for the case."""

    exit_code = 1

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with the finished message, whatever a subclass is made from."""
        return _revived, (type(self), self.args, self.__dict__)


def _revived(kind: type[NewsconvertError], args: tuple[object, ...], state: dict[str, object]) -> NewsconvertError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class UnknownNameError(NewsconvertError):
    """A format, variant or field that does not exist; the message lists the ones that do."""

    exit_code = 2

    def __init__(self, what: str, name: str, known: list[str]) -> None:
        """`what` is the sort of name, as in 'format'."""
        near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.7)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        super().__init__(f"no {what} called '{name}'; there are: {', '.join(known) or 'none'}{hint}")


class BadOptionError(NewsconvertError):
    """An option's value that can't be used, alone or beside another."""

    exit_code = 2


class BadInputError(NewsconvertError):
    """An input that is there and can't be used: empty, undecodable, not a record."""

    exit_code = 65

    def __init__(self, path: str, problem: str, cure: str) -> None:
        """`path` names the input as the user gave it."""
        super().__init__(f"{path}: {problem}; {cure}")
        self.path = path


class MissingInputError(NewsconvertError):
    """An input that is not there or can't be opened."""

    exit_code = 66

    def __init__(self, path: str, problem: str = "no such file", cure: str = "check the name") -> None:
        """`path` names the input as the user gave it."""
        super().__init__(f"{path}: {problem}; {cure}")
        self.path = path


class MissingPartError(NewsconvertError):
    """A library that is needed for what was asked is missing or is another than it should be."""

    exit_code = 69


class CannotWriteError(NewsconvertError):
    """An output that can't be written."""

    exit_code = 73

    def __init__(self, path: str, problem: str, cure: str) -> None:
        """`path` names the output as the user gave it."""
        super().__init__(f"{path}: {problem}; {cure}")
        self.path = path


class BusyError(NewsconvertError):
    """An output folder that another run is working in."""

    exit_code = 75


class WorkerKilledError(NewsconvertError):
    """Worker processes that are killed, by the system or by what they do, or that it doesn't let begin."""

    exit_code = 71
