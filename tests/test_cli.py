"""The command line: its table of verbs, its global options, and the boundary that turns every end into an exit code."""

from __future__ import annotations

import inspect
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Annotated

import pytest
import typer

from conftest import Run
from tcsg import __version__
from tcsg.cli import app
from tcsg.cli.options import Globals, globals_of
from tcsg.errors import LedgerError, ManyErrors, MinutesError, UsageError
from tcsg.model import Place

posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")

Fake = Callable[[Callable[..., int | None]], None]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Make a function the verb `fake`, beside a verb `ghost` whose module does not exist."""
    for name in ("build", "load"):  # which else keep what they made of other verbs
        monkeypatch.setattr(app, name, getattr(app, name).__wrapped__)

    def register(function: Callable[..., int | None]) -> None:
        module = ModuleType("tcsg.cli.fake")
        module.run = function  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)
        verbs = (app.Verb("fake", "fake", "run", app.EVERY_DAY, "Do as told."), app.Verb("ghost", "ghost", "run", app.REST, "Not be there."))
        monkeypatch.setattr(app, "VERBS", verbs)

    return register


def _raising(error: BaseException) -> Callable[[], None]:
    def run() -> None:
        raise error

    return run


# --- the table of verbs ------------------------------------------------------------------------------------------


def test_help_lists_the_verbs_by_panel_without_importing_any(tcsg: Run, fake: Fake) -> None:
    fake(lambda: None)
    code, out, err = tcsg("--help")
    assert (code, err) == (0, "")
    words = [out.index(word) for word in (app.EVERY_DAY, "fake", "Do as told.", app.REST, "ghost", "Not be there.")]
    assert words == sorted(words)


def test_without_a_verb_and_a_folder_it_says_how_to_begin(tcsg: Run) -> None:
    assert tcsg().code == 0
    assert "tcsg init" in tcsg().out


def test_only_the_module_of_the_verb_is_imported(tcsg: Run, fake: Fake) -> None:
    fake(lambda: None)
    assert tcsg("fake").code == 0
    assert tcsg("ghost").code == 3


@pytest.mark.parametrize("verb", app.VERBS, ids=lambda verb: verb.name)
def test_the_help_of_a_verb_begins_with_its_line_in_the_list(verb: app.Verb) -> None:
    if find_spec(f"tcsg.cli.{verb.module}") is None:
        pytest.skip("not written yet")
    function = getattr(import_module(f"tcsg.cli.{verb.module}"), verb.function)
    assert (inspect.getdoc(function) or "").startswith(verb.help.removesuffix("."))


def test_a_verb_takes_its_own_options_and_arguments(tcsg: Run, fake: Fake) -> None:
    def run(words: list[str], owner: Annotated[list[str] | None, typer.Option("--owner")] = None) -> int:
        typer.echo(f"{words} {owner}")
        return 0

    fake(run)
    assert tcsg("fake", "--owner", "RST", "one", "--owner", "UV", "--", "-two").out == "['one', '-two'] ['RST', 'UV']\n"


def test_a_misspelt_verb_and_a_misspelt_option_are_answered_with_the_nearest(tcsg: Run, fake: Fake) -> None:
    fake(lambda: None)
    assert tcsg("fkae") == (2, "", "tcsg: No such command 'fkae'. Did you mean 'fake'?\nTry 'tcsg --help'.\n")
    code, _, err = tcsg("fake", "--tody", "2031-02-03")
    assert code == 2
    assert err.startswith("tcsg fake: No such option: --tody")
    assert "--today" in err
    assert err.endswith("Try 'tcsg fake --help'.\n")


# --- global options ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [False, True], ids=["before the verb", "after the verb"])
@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ([], Globals()),
        (["-C", "papers"], Globals(directory=Path("papers"))),
        (["--directory=papers"], Globals(directory=Path("papers"))),
        (["--today", "2031-02-03"], Globals(today=date(2031, 2, 3))),
        (["--debug"], Globals(debug=True)),
        (["--color", "never"], Globals(color="never")),
        (["--color=always", "--debug", "-Cx"], Globals(Path("x"), None, debug=True, color="always")),
    ],
)
def test_global_options_work_before_the_verb_and_after_it(words: list[str], meaning: Globals, after: bool, tcsg: Run, fake: Fake) -> None:
    seen: list[Globals] = []

    def run(context: typer.Context) -> None:
        seen.append(globals_of(context))

    fake(run)
    assert tcsg(*(["fake", *words] if after else [*words, "fake"])) == (0, "", "")
    assert seen == [meaning]


def test_what_is_said_after_the_verb_is_said_last(tcsg: Run, fake: Fake) -> None:
    seen: list[Globals] = []

    def run(context: typer.Context) -> None:
        seen.append(globals_of(context))

    fake(run)
    tcsg("-C", "one", "--debug", "fake", "-C", "two")
    assert seen == [Globals(Path("two"), debug=True)]


@pytest.mark.parametrize("words", [["--version"], ["fake", "--version"], ["-C", "x", "--version", "fake"]])
def test_the_version_is_told_wherever_it_is_asked(words: list[str], tcsg: Run, fake: Fake) -> None:
    fake(lambda: 1)
    assert tcsg(*words) == (0, f"tcsg {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--today", "2031-02-30"], "'--today': '2031-02-30' is not a day; write it as 2020-01-31"),
        (["--color", "pink"], "'--color': 'pink' is not one of auto, always, never."),
        (["-C"], "Option '-C' requires an argument."),
    ],
)
def test_a_global_option_without_sense_is_refused(words: list[str], said: str, tcsg: Run, fake: Fake) -> None:
    fake(lambda: None)
    for args in (["fake", *words], words):
        code, out, err = tcsg(*args)
        assert (code, out) == (2, "")
        assert err.startswith("tcsg")
        assert said in err.splitlines()[0]
        assert len(err.splitlines()) == 2


def test_the_help_of_a_verb_shows_the_global_options_once(tcsg: Run, fake: Fake) -> None:
    fake(lambda: None)
    out = tcsg("fake", "--help").out
    assert out.count("Global options") == 1
    assert [out.count(name) for name in ("--directory", "--today", "--debug", "--color", "--version")] == [1] * 5


@pytest.mark.parametrize(("color", "painted"), [("always", True), ("never", False), ("auto", False)])
def test_help_is_painted_as_asked(color: str, painted: bool, tcsg: Run, fake: Fake) -> None:
    fake(lambda: None)
    env = {"TERM": "xterm-256color"}
    for words in (["--color", color, "--help"], ["--color", color, "fake", "--help"]):
        assert ("\x1b[" in tcsg(*words, env=env).out) is painted


# --- the boundary ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "code"), [(None, 0), (0, 0), (1, 1), (2, 2)])
def test_what_a_verb_returns_is_the_exit_code(value: int | None, code: int, tcsg: Run, fake: Fake) -> None:
    fake(lambda: value)
    assert tcsg("fake") == (code, "", "")


ENDS = [
    (typer.Exit(1), 1, ""),
    (typer.Abort(), 130, ""),
    (KeyboardInterrupt(), 130, ""),
    (BrokenPipeError(), 141, ""),
    (UsageError("there is no action A9.9"), 2, "there is no action A9.9\n"),
    (LedgerError("duplicate id A1.1", Place("minutes/ledger.yaml", 7)), 2, "minutes/ledger.yaml:7: duplicate id A1.1\n"),
    (ManyErrors((MinutesError("no date", Place("a.md", 1)), MinutesError("no date", Place("b.md", 1)))), 2, "a.md:1: no date\nb.md:1: no date\n"),
    (MinutesError("line\x1b[31m\u202e", Place("a\nb.md", 1)), 2, "a\\x0ab.md:1: line\\x1b[31m<U+202E>\n"),
    (OSError(28, "No space left on device"), 2, "tcsg: cannot write the output: No space left on device\n"),
    (FileNotFoundError(2, "No such file or directory", "x.md"), 2, "tcsg: x.md: No such file or directory\n"),
    (typer.BadParameter("no such thing"), 2, "tcsg fake: Invalid value: no such thing\nTry 'tcsg fake --help'.\n"),
    (ZeroDivisionError("oh\nno"), 3, "tcsg: internal error: ZeroDivisionError: oh\\x0ano - please report this (--debug shows where it is)\n"),
    (SystemExit(1), 3, "tcsg: internal error: SystemExit: 1 - please report this (--debug shows where it is)\n"),
    (RecursionError("too deep"), 3, "tcsg: internal error: RecursionError: too deep - please report this (--debug shows where it is)\n"),
]


@pytest.mark.parametrize(("error", "code", "said"), ENDS, ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None)
def test_every_end_has_its_exit_code_and_its_line(error: BaseException, code: int, said: str, tcsg: Run, fake: Fake) -> None:
    fake(_raising(error))
    assert tcsg("fake") == (code, "", said)


def test_debug_shows_where_an_internal_error_comes_from(tcsg: Run, fake: Fake) -> None:
    fake(_raising(ZeroDivisionError("oh")))
    code, _, err = tcsg("fake", "--debug")
    assert code == 3
    assert err.startswith("Traceback")
    assert "test_cli.py" in err
    assert err.endswith("tcsg: internal error: ZeroDivisionError: oh - please report this\n")


# --- a process of its own ----------------------------------------------------------------------------------------

PRELUDE = """
import signal
import sys
from types import ModuleType
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
from tcsg.cli import app, main
fake = ModuleType("tcsg.cli.fake")
exec(sys.argv.pop(1), fake.__dict__)
sys.modules[fake.__name__] = fake
app.VERBS = (app.Verb("fake", "fake", "run", "", ""),)
sys.exit(main())
"""


def _start(body: str, **env: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PRELUDE, f"def run():\n    {body}", "fake"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **env})


@posix
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_its_code_and_without_a_word(sent: signal.Signals, code: int) -> None:
    with _start("print('ready', flush=True); import time; time.sleep(60)") as program:
        assert program.stdout is not None
        program.stdout.readline()
        program.send_signal(sent)
        _, err = program.communicate()
    assert (program.returncode, err) == (code, b"")


@posix
@pytest.mark.parametrize("lines", [1, 100_000], ids=["broken at the end", "broken in the middle"])
def test_a_reader_that_goes_away_is_no_error(lines: int) -> None:
    with _start(f"import time; time.sleep(0.3); [print('x' * 80) for _ in range({lines})]") as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert (program.wait(), program.stderr.read()) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("lines", [1, 100_000], ids=["full at the end", "full in the middle"])
def test_a_full_disk_behind_the_output_is_told_once(lines: int) -> None:
    command = [sys.executable, "-c", PRELUDE, f"def run():\n    [print('x' * 80) for _ in range({lines})]; return 1", "fake"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"tcsg: cannot write the output: No space left on device\n")


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_is_closed_does_not_make_it_stumble(closed: str) -> None:
    script = f'exec "$0" -c "$1" "$2" fake {closed}'
    body = "import sys\ndef run():\n    return sys.stdout.write('o') + sys.stderr.write('e') + 5"
    done = subprocess.run(["/bin/sh", "-c", script, sys.executable, PRELUDE, body], capture_output=True, check=False)
    assert done.returncode == 7
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}]
)
def test_a_console_that_knows_few_characters_shows_the_others_as_escapes(env: dict[str, str]) -> None:
    with _start(r"print('caf\u00e9 \U0001f600 \udce9')", **env) as program:
        out, err = program.communicate()
    assert (program.returncode, err) == (0, b"")
    assert out.startswith(b"caf")
    assert b"\\udce9" in out


def test_the_module_runs_as_the_program(process: Run) -> None:
    assert process("--version") == (0, f"tcsg {__version__}\n", "")
    assert process("nonsense") == (2, "", "tcsg: No such command 'nonsense'.\nTry 'tcsg --help'.\n")


READY = """
import sys
from tcsg.cli import main
print("ready", flush=True)
sys.exit(main())
"""


def _interrupt_at_random(rounds: int) -> None:
    chance = random.Random(rounds)
    for _ in range(rounds):
        with subprocess.Popen([sys.executable, "-c", READY, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(chance.uniform(0, 0.2))
            program.send_signal(signal.SIGINT)
            _, err = program.communicate()
        # By the signal itself, which a shell calls 130, when it comes after the last line.
        assert (program.returncode in {0, 130, -signal.SIGINT}, err) == (True, b"")


@posix
def test_an_interruption_at_any_time_is_quiet() -> None:
    _interrupt_at_random(5)


@posix
@pytest.mark.soak
def test_an_interruption_at_any_time_is_quiet_many_times() -> None:
    _interrupt_at_random(200)
