"""Words in, words out: the command `newsconvert` and the table of its commands."""

import contextlib
import functools
import importlib
import inspect
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer
import typer.core

from convert.cli.language import problem
from convert.errors import CannotWriteError, NewsconvertError, UnknownNameError, WorkerKilledError

COMMANDS = {
    "build": "Make books, digests and records from pages: the main job.",
    "parse": "Read pages into article records, one a line on stdout.",
    "write": "Make a book from article records.",
    "variant": "Convert plain text into another script, line for line.",
    "review": "Make a page on which to check what was read, and to correct it.",
    "trace": "Show every line of a page with its label and the rule that gave it.",
    "profile": "Propose a profile from a folder of pages.",
    "formats": "List the formats that can be written and read, and who provides each.",
    "config": "Show the settings in force and where each comes from.",
}
"""Each command is the function of its name in the module of its name; a module is imported when its command is used."""


class Command(typer.core.TyperCommand):
    """A command, whose help page is in the person's language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _help(self, ctx)


def _help(command: Any, ctx: Any) -> str:
    from convert.cli.help import page

    return page(command, ctx)


HELP = {"help_option_names": ["-h", "--help"]}
"""How a help page is asked for."""


class Commands(typer.core.TyperGroup):
    """The table of commands, and the one place where an error becomes a line on stderr and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"convert.cli.{cmd_name}")
        app = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=HELP)
        app.command(cmd_name, cls=Command, help=module.__doc__, short_help=COMMANDS[cmd_name])(
            _with_settings(getattr(module, cmd_name))
        )
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; an unknown one is answered with those there are."""
        if args and args[0] not in COMMANDS and args[0][:1] != "-" and not ctx.resilient_parsing:
            raise UnknownNameError("command", args[0], list(COMMANDS))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help page of the program."""
        return _help(self, ctx)

    def short_help_of(self, name: str) -> str:
        """A command's line in the list of commands, from the table alone: nothing is imported for it."""
        return COMMANDS[name]

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """The state of a run; wrong usage is said in the person's language."""
        with _usage_told():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error of ours is one line on stderr and its exit code."""
        with _usage_told():
            return self._run(ctx)

    def _run(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except NewsconvertError as error:
            print(f"newsconvert: {problem(str(error))}", file=sys.stderr)
            raise typer.Exit(error.exit_code) from error
        except MemoryError as error:
            told = "memory is short; ask for fewer workers with -j, or make smaller volumes with --split"
            print(f"newsconvert: {problem(told)}", file=sys.stderr)
            raise typer.Exit(WorkerKilledError.exit_code) from error
        except BrokenPipeError as error:
            _drop_stdout()  # its reader has gone, as `head` does
            raise typer.Exit(128 + signal.SIGPIPE) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(128 + signal.SIGINT) from error
        except _StoppedError as error:
            raise typer.Exit(128 + error.signal) from error
        return result


@contextlib.contextmanager
def _usage_told() -> Iterator[None]:
    """Say wrong usage in the person's language."""
    try:
        yield
    except Exception as error:
        is_usage = hasattr(error, "format_message") and hasattr(error, "ctx")
        if not is_usage or type(error).__name__ == "NoArgsIsHelpError":
            raise
        from convert.cli.help import refuse

        refuse(error)


def _with_settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """The command with `--config`, which is read before the other options and gives them their defaults."""

    def use(ctx: typer.Context, path: Path | None) -> None:
        if ctx.resilient_parsing:
            return
        from convert.cli import settings

        ctx.obj = settings.load(path)
        settings.check(ctx.obj, ctx)
        ctx.default_map = settings.defaults(ctx.obj, ctx.command, ctx)

    @functools.wraps(function)
    def run(config: None = None, **given: Any) -> Any:  # noqa: ARG001 (used before the command begins)
        return function(**given)

    wanted = "Settings file (default: newsconvert.toml in the working folder)."
    option = typer.Option("--config", metavar="FILE", help=wanted, is_eager=True, callback=use)
    config = inspect.Parameter("config", inspect.Parameter.KEYWORD_ONLY, default=None)
    config = config.replace(annotation=Annotated[Path | None, option])
    own = inspect.signature(function, eval_str=True)
    keyword = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own.parameters.values()]
    run.__signature__ = own.replace(parameters=[*keyword, config])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in [*keyword, config]} | {"return": own.return_annotation}
    return run


class _StoppedError(BaseException):
    """SIGTERM, or SIGHUP of a terminal that is closed, raised where the program stands: it tidies up on the way out."""

    def __init__(self, sent: int) -> None:
        super().__init__(sent)
        self.signal = sent


def _stop(sent: int, _frame: FrameType | None) -> NoReturn:
    raise _StoppedError(sent)


def _listen() -> None:
    """Be ready for signals that end the program; under `nohup` the terminal's end is none of its business."""
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _stop)


app = typer.Typer(
    cls=Commands, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False, context_settings=HELP
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"newsconvert {version('newsconvert')}")
        raise typer.Exit


@app.callback()
def newsconvert(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Turn flattened Chinese newspaper pages into e-books, Word digests, records and Traditional editions.

    To begin with: newsconvert build PAGES -o FOLDER makes books of a folder of pages.
    newsconvert COMMAND --help tells more of each command.

    Exit codes: 0 done, 1 some inputs failed and the rest is done, 2 usage, 65 bad input, 66 missing input,
    69 a part of the program is missing, 71 workers are killed, 73 can't write, 75 another run is at work there,
    129, 130 and 143 stopped, 141 nobody reads the output.
    """


def main() -> None:
    """Run the command line; UTF-8 on stdout and stderr whatever the locale."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115, PTH123 (open to the end)
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")
    _listen()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # nobody listens any more, as after `--help | head -1`
        _drop_stdout()
    except OSError as error:
        if error.filename is not None or error.errno is None:
            raise
        _drop_stdout()
        from convert.files import refused

        with contextlib.suppress(OSError):
            print(f"newsconvert: {problem(str(refused('stdout', error)))}", file=sys.stderr)
        sys.exit(CannotWriteError.exit_code)


def _drop_stdout() -> None:
    """Let what is left to say go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
