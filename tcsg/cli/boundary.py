"""The one boundary of the program: whatever happens below it ends here, as a line on stderr and an exit code.

0 ran to the end, 1 findings, 2 could not run, 3 a bug in tcsg, 130 interrupted, 141 the reader has gone, 143 terminated.
An exception that escapes a Python program exits with 1, which here means findings: so none escapes.
"""

from __future__ import annotations

# Nothing else at the top: Ctrl-C is caught from the moment that `main` begins.
import sys

TYPE_CHECKING = False  # typing's own takes long to import
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType
    from typing import NoReturn

FAILED, BUG, INTERRUPTED, READER_GONE = 2, 3, 130, 141
_YOUNG = 500_000
"""New objects after which Python looks for cycles: what is read from minutes has none, and looking is dear."""


class _Stopped(BaseException):
    """A signal has come; an exception, so that temporary files are removed on the way out."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line, by default the process's own, and return its exit code; no exception comes out."""
    own = argv is None
    words = list(sys.argv[1:] if argv is None else argv)
    code = _settle(lambda: _run(words, own=own), debug="--debug" in words)
    lost = _settle(_flush, debug=False)
    if own:
        _leave_signals()
        _leave_copy()
        _leave_memory()
    return lost or code


def _settle(work: Callable[[], int], *, debug: bool) -> int:
    """The exit code of `work`, or of the exception that ended it."""
    try:
        return work()
    except BaseException as error:  # noqa: BLE001 - this is the boundary
        return _verdict(error, debug=debug)


def _run(words: list[str], *, own: bool) -> int:
    if own:
        _take_signals()
        _spare_memory()
    _harden()
    if own and words[:1] == ["carry"]:
        from tcsg.cli.aside import begin

        begin()

    import os

    import typer

    from tcsg.cli.app import build
    from tcsg.cli.options import Globals

    group = build()
    if "_TCSG_COMPLETE" in os.environ:  # the shell asks what could stand here; typer answers and exits
        try:
            group.main(words, prog_name="tcsg", obj=Globals())
        except SystemExit as end:
            return int(end.code or 0)
    try:
        # Not `group.main`: it exits by itself, and with 1 when a pipe breaks.
        with group.make_context("tcsg", words, obj=Globals()) as context:
            return int(group.invoke(context) or 0)
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return INTERRUPTED


def _verdict(error: BaseException, *, debug: bool) -> int:
    from tcsg.errors import ManyErrors, TcsgError

    if isinstance(error.__cause__, (KeyboardInterrupt, _Stopped)):  # Python wraps what happens while a class is made
        error = error.__cause__
    if isinstance(error, SystemExit) and isinstance(error.__context__, BrokenPipeError):
        error = error.__context__  # rich turns the one into the other when it writes a help page
    match error:
        case TcsgError():
            for one in error.errors if isinstance(error, ManyErrors) else (error,):
                _say(str(one))
            return error.exit_code
        case KeyboardInterrupt():
            return INTERRUPTED
        case _Stopped():
            return error.code
        case BrokenPipeError():
            _abandon_stdout()
            return READER_GONE
        case OSError():
            _abandon_stdout()
            _say(f"tcsg: {error.filename or 'cannot write the output'}: {error.strerror or error}")
            return FAILED
    # The base class of typer's usage errors is private in some versions; what they all have is this method.
    if (message := getattr(error, "format_message", None)) is not None:
        path = getattr(getattr(error, "ctx", None), "command_path", "tcsg")
        _say(f"{path}: {message()}")
        _say(f"Try '{path} --help'.")
        return FAILED
    return _bug(error, debug=debug)


def _bug(error: BaseException, *, debug: bool) -> int:
    if debug:
        import traceback

        for line in "".join(traceback.format_exception(error)).splitlines():
            _say(line)
    _say(f"tcsg: internal error: {type(error).__name__}: {error} - please report this{'' if debug else ' (--debug shows where it is)'}")
    return BUG


def _leave_copy() -> None:
    """End the copy that may have begun to read minutes, if none were to be read."""
    if (aside := sys.modules.get("tcsg.cli.aside")) is not None:
        aside.leave()


# --- signals, in a process of our own ----------------------------------------------------------------------------


def _take_signals() -> None:
    import signal

    # One that is ignored, as in the background of a shell, stays ignored.
    for number, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGTERM, signal.SIG_DFL)):
        if signal.getsignal(number) is usual:
            signal.signal(number, _stop)
    sys.unraisablehook = _end_if_stopped


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    _leave_signals()
    raise _Stopped(128 + number)


def _leave_signals() -> None:
    """From here on a signal ends the process at once and without a word."""
    import signal

    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_DFL)


def _end_if_stopped(unraisable: sys.UnraisableHookArgs) -> None:
    """Python drops what is raised in some callbacks; a signal is not to be dropped."""
    if isinstance(unraisable.exc_value, _Stopped):
        import os

        os._exit(unraisable.exc_value.code)
    sys.__unraisablehook__(unraisable)


# --- memory ------------------------------------------------------------------------------------------------------


def _spare_memory() -> None:
    """Let Python look for cycles less often, from before the first library comes."""
    import gc

    gc.set_threshold(_YOUNG)


def _leave_memory() -> None:
    """Leave all memory to the system: at its end Python would look for cycles in everything, which takes a tenth of a short command."""
    import gc

    gc.freeze()


# --- the two streams ---------------------------------------------------------------------------------------------


def _harden() -> None:
    """Let no console be the reason of a failure: what it cannot show is shown as an escape, and one that is closed swallows."""
    import io
    import os

    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _flush() -> int:
    """Bring out what is still buffered, here, where a full disk or a closed pipe can be told."""
    sys.stdout.flush()
    return 0


def _abandon_stdout() -> None:
    """Send what is left in the buffer nowhere, or the interpreter tries once more at its end and exits with 120."""
    import os
    from contextlib import suppress

    with suppress(OSError):  # a stdout that is no file has nothing left
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _say(text: str) -> None:
    """Write one line to stderr."""
    from contextlib import suppress

    from tcsg.output.text import clean, without_commands

    with suppress(OSError, ValueError):  # a stderr that is gone changes nothing
        print(without_commands(clean(text)), file=sys.stderr, flush=True)
