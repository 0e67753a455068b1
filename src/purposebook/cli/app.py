"""The command line as a whole: which commands there are, and how errors end."""

from __future__ import annotations

import _thread
import codecs
import contextlib
import io
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from purposebook.cli import imports, make, private, products, quality, reviews
from purposebook.cli.console import complain, settings
from purposebook.errors import PurposebookError, UsageError
from purposebook.version import __version__

DONE: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130

_ANYWHERE: Final = ("--debug", "--quiet")

app = typer.Typer(
    name="purposebook",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        typer.echo(f"purposebook {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: purposebook build")
def _whole(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print results and errors, nothing else.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Lead a product team from its mission to measured impact, and publish a purpose report."""
    del version
    settings.debug, settings.quiet = debug, quiet


products.register(app)
quality.register(app)
make.register(app)
reviews.register(app)
imports.register(app)
private.register(app)


def end(code: int) -> NoReturn:
    """End this process: what was begun is put away, and the system frees memory quicker than Python takes it apart."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # nobody may be listening any more
            stream.flush()
    logging.shutdown()
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every error becomes a sentence on stderr."""
    _print_anything()
    _end_tidily()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes longer than our own models
    settings.debug = "--debug" in arguments
    try:
        app(_hoisted(arguments), prog_name="purposebook")
    except SystemExit as end:
        return _stopped() if end.code == INTERRUPTED else end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:  # while modules are read; later typer makes it an exit code
        return _stopped()
    except PurposebookError as error:
        return _explain(error, WRONG_USAGE if isinstance(error, UsageError) else FAILED)
    except Exception as error:  # noqa: BLE001 - the last wall: whoever runs a command sees a sentence, never a traceback
        return _explain(error if settings.debug else _unexpected(error), FAILED)
    return DONE


def _stopped() -> int:
    """Say that a command was ended from outside; return its code."""
    with contextlib.suppress(OSError):  # the terminal may be gone
        complain("Stopped. Each published site is whole, either as it was before or new.")
    return INTERRUPTED


def _explain(error: BaseException, code: int) -> int:
    """Print `error` as a sentence, or whole with `--debug`; return `code`."""
    if settings.debug:
        sys.excepthook(type(error), error, error.__traceback__)
    else:
        complain(str(error))
    return code


def _unexpected(error: Exception) -> PurposebookError:
    """Describe an error that nobody foresaw, with nothing of its text."""
    if isinstance(error, OSError) and error.strerror:
        place = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else "a file"
        return PurposebookError(f"The system refused {place}: {error.strerror}. Nothing was half written.")
    return PurposebookError(
        f"Something went wrong that should not ({type(error).__name__}). Run the command again with --debug and "
        "report what it prints."
    )


def _hoisted(arguments: Sequence[str]) -> list[str]:
    """Move the options that hold for every command to the front, so that they may stand anywhere."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    found = [option for option in _ANYWHERE if option in arguments[:end]]
    return found + [word for word in arguments[:end] if word not in found] + list(arguments[end:])


def _end_tidily() -> None:
    """Let a request to end, or a terminal that was closed, end a command as Ctrl+C does: with everything put away."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        with contextlib.suppress(ValueError):  # raised off the main thread, where nobody sends signals
            if number and signal.getsignal(number) is signal.SIG_DFL:  # nohup's wish to go on is respected
                signal.signal(number, _interrupt)
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _interrupt_again


def _interrupt_again(missed: sys.UnraisableHookArgs) -> None:
    """Repeat an interrupt that came while Python took an object apart, where it would be printed and forgotten."""
    if issubclass(missed.exc_type, KeyboardInterrupt):
        threading.Timer(0.01, _ask_main_to_end).start()
    elif settings.debug:
        sys.__unraisablehook__(missed)


def _interrupt(number: int, frame: object) -> NoReturn:
    """End what runs; a second request must not disturb the putting away."""
    del frame
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _ask_main_to_end() -> None:
    """Send the main thread an interrupt that also wakes it from waiting, where the system can."""
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


_PLAINER: Final = {
    "\u00a0": " ",
    "\u202f": " ",
    "−": "-",
    "–": "-",
    "→": "->",
    "…": "...",
    "“": '"',
    "”": '"',
    "×": "x",
}


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Stand in for characters that a terminal cannot show."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAINER.get(sign, ascii(sign)[1:-1]) for sign in missing), error.end


def _print_anything() -> None:
    """Let a terminal that lacks a character show a plainer one, or its code, instead of failing."""
    codecs.register_error("plainer", _plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError):
                stream.reconfigure(errors="plainer")
