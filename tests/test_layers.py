"""The plan of the house as a test: who may import whom, where a library lives, who is pure, how long a room may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import tcsg

# A room imports only rooms named before it, and itself.
ROOMS = (
    "__init__",
    "frozen",
    "late",
    "register",
    "model",
    "errors",
    "reading",
    "documents",
    "ledger",
    "plan",
    "figures",
    "checks",
    "output",
    "workspace",
    "cli",
    "__main__",
)
PURE = ROOMS[: ROOMS.index("workspace")]
EXITING = ("cli", "__main__")

# The one place of each library.
HOMES = {
    "yaml": "reading",
    "frontmatter": "reading",
    "markdown_it": "reading.frame",
    "mammoth": "documents.docx",
    "bs4": "documents.html",
    "markdownify": "documents.html",
    "striprtf": "documents.rtf",
    "pdfplumber": "documents.pdf",
    "rich": "output",
    "icalendar": "output.ics",
    "xlsxwriter": "output.workbook",
    "typer": "cli",
}

IMPURE_MODULES = {"glob", "os", "random", "shutil", "socket", "subprocess", "tempfile", "time"}
IMPURE_CALLS = {"open", "print", "input"}
IMPURE_METHODS = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes", "getenv"}
EXITS = {"exit", "quit", "_exit", "SystemExit", "Exit"}

FILE_LINES = 300
FUNCTION_LINES = 40

Modules = Mapping[str, str]
"""Source by the module's name within the package: `model`, `reading.dates`, `reading` for its `__init__`."""
Nodes = Sequence[ast.AST]
"""All nodes of one module."""


def offences(modules: Modules) -> list[str]:
    """Every place that breaks a rule of the house, as `module:line: what`."""
    found: list[str] = []
    graph: dict[str, set[str]] = {}
    for name, source in modules.items():
        nodes = list(ast.walk(ast.parse(source)))
        rules = (_imports(name, nodes, modules), _impurities(name, nodes), _exits(name, nodes), _lengths(source, nodes))
        found += [f"{name}:{line}: {what}" for rule in rules for line, what in rule]
        graph[name] = {target.removeprefix("tcsg.") for _, target in _imported(nodes, modules)}
    return found + _cycles(graph)


def _room(name: str) -> str:
    return name.partition(".")[0]


def _imported(nodes: Nodes, modules: Modules) -> Iterator[tuple[int, str]]:
    """The line and the full name of every module that is imported, at the top or inside a function."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                child = f"{base}.{alias.name}"
                yield node.lineno, child if child.removeprefix("tcsg.") in modules else base


def _imports(name: str, nodes: Nodes, modules: Modules) -> Iterator[tuple[int, str]]:
    room = _room(name)
    if room not in ROOMS:
        yield 1, f"{room} is no room of the house"
        return
    for line, target in _imported(nodes, modules):
        top, _, inner = target.partition(".")
        if top == "tcsg":
            if ROOMS.index(_room(inner or "__init__")) > ROOMS.index(room):
                yield line, f"imports {target}, which stands after {room}"
        elif top in HOMES:
            if not f"{name}.".startswith(f"{HOMES[top]}."):
                yield line, f"imports {top}, which belongs in {HOMES[top]}"
            if any(part.startswith("_") for part in inner.split(".")):
                yield line, f"imports {target}, which is private to {top}"
        elif not top:
            yield line, "imports by a relative name"
        elif top not in sys.stdlib_module_names:
            yield line, f"imports {top}, which belongs nowhere"


def _impurities(name: str, nodes: Nodes) -> Iterator[tuple[int, str]]:
    if _room(name) not in PURE:
        return
    for line, target in _imported(nodes, {}):
        if _room(target) in IMPURE_MODULES:
            yield line, f"imports {target} in a pure room"
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=called)) if called in IMPURE_CALLS:
                yield node.lineno, f"calls {called} in a pure room"
            case ast.Call(func=ast.Attribute(attr=called)) if called in IMPURE_METHODS:
                yield node.lineno, f"calls .{called} in a pure room"
            case ast.Attribute(value=ast.Name(id="sys"), attr="stdin" | "stdout" | "stderr" | "argv" as stream):
                yield node.lineno, f"uses sys.{stream} in a pure room"


def _exits(name: str, nodes: Nodes) -> Iterator[tuple[int, str]]:
    if _room(name) in EXITING:
        return
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=called)) | ast.Call(func=ast.Attribute(attr=called)) | ast.Raise(exc=ast.Name(id=called)):
                if called in EXITS:
                    yield node.lineno, f"exits by {called} outside cli"


def _lengths(source: str, nodes: Nodes) -> Iterator[tuple[int, str]]:
    lines = len(source.splitlines())
    if lines > FILE_LINES:
        yield 1, f"is {lines} lines long, of {FILE_LINES}"
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield node.lineno, f"{node.name} is {length} lines long, of {FUNCTION_LINES}"


def _cycles(graph: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter({name: targets & graph.keys() for name, targets in graph.items()}).prepare()
    except CycleError as error:
        return [f"{error.args[1][0]}:1: imports itself by way of {' > '.join(reversed(error.args[1]))}"]
    return []


# --- the rules, on the house and on toys -------------------------------------------------------------------------


def _house() -> Modules:
    root = Path(tcsg.__file__).parent
    modules = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)
        modules[name] = path.read_text("utf-8")
    return modules


def test_the_house_keeps_its_rules() -> None:
    house = _house()
    assert {"model", "errors", "workspace", "cli.boundary"} <= house.keys()
    assert offences(house) == []


@pytest.mark.parametrize(
    "modules",
    [
        {"errors": "from tcsg.model import Place"},
        {"model": "", "cli.app": "import typer\nfrom typer.core import TyperGroup\nfrom tcsg import __version__, model\nraise typer.Exit(2)"},
        {"reading.dates": "from datetime import date\nday = date(2031, 2, 3)", "reading.minutes": "from tcsg.reading import dates"},
        {"reading.frame": "def scan():\n    from markdown_it import MarkdownIt"},
        {"reading": "from tcsg.reading.one import x", "reading.one": "from tcsg.reading.two import x", "reading.two": "x = 1"},
        {"ledger.query": "def f(today, finding):\n    return finding.open or today.now"},
        {"workspace": "import os\nfrom datetime import datetime\nprint(open('x'), datetime.now())"},
        {"model": "x = 1\n" * 300, "errors": "def f():\n" + "    x = 1\n" * 39},
    ],
)
def test_what_is_allowed_is_not_reported(modules: Modules) -> None:
    assert offences(modules) == []


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"model": "from tcsg.errors import TcsgError"}, "model:1: imports tcsg.errors, which stands after model"),
        ({"ledger.carry": "def f():\n    import tcsg.cli.app"}, "ledger.carry:2: imports tcsg.cli.app, which stands after ledger"),
        ({"reading.dates": "from tcsg import cli", "cli": ""}, "reading.dates:1: imports tcsg.cli, which stands after reading"),
        ({"output.table": "if 0:\n    from tcsg.workspace import today"}, "output.table:2: imports tcsg.workspace, which stands after output"),
        ({"attic": ""}, "attic:1: attic is no room of the house"),
        ({"ledger.carry": "from rich.table import Table"}, "ledger.carry:1: imports rich, which belongs in output"),
        ({"reading.framed": "import markdown_it"}, "reading.framed:1: imports markdown_it, which belongs in reading.frame"),
        ({"checks": "import yaml"}, "checks:1: imports yaml, which belongs in reading"),
        ({"cli.app": "import click"}, "cli.app:1: imports click, which belongs nowhere"),
        ({"cli.app": "from typer._click import Context"}, "cli.app:1: imports typer._click, which is private to typer"),
        ({"cli.app": "from . import show"}, "cli.app:1: imports by a relative name"),
        ({"reading.minutes": "def f(path):\n    return open(path)"}, "reading.minutes:2: calls open in a pure room"),
        ({"reading.minutes": "text = path.read_text()"}, "reading.minutes:1: calls .read_text in a pure room"),
        ({"checks": "print(1)"}, "checks:1: calls print in a pure room"),
        ({"checks": "from datetime import date\nnow = date.today()"}, "checks:2: calls .today in a pure room"),
        ({"ledger": "import datetime\nnow = datetime.datetime.now()"}, "ledger:2: calls .now in a pure room"),
        ({"output": "import os\n"}, "output:1: imports os in a pure room"),
        ({"output": "from os import environ\n"}, "output:1: imports os in a pure room"),
        ({"output": "import sys\nwide = sys.stdout.isatty()"}, "output:2: uses sys.stdout in a pure room"),
        ({"workspace": "import sys\nsys.exit(2)"}, "workspace:2: exits by exit outside cli"),
        ({"workspace": "import os\nos._exit(2)"}, "workspace:2: exits by _exit outside cli"),
        ({"errors": "raise SystemExit"}, "errors:1: exits by SystemExit outside cli"),
        ({"errors": "raise SystemExit(1)"}, "errors:1: exits by SystemExit outside cli"),
        ({"model": "x = 1\n" * 301}, "model:1: is 301 lines long, of 300"),
        ({"model": "class A:\n    def f(self):\n" + "        x = 1\n" * 40}, "model:2: f is 41 lines long, of 40"),
        (
            {"reading.one": "from tcsg.reading import two", "reading.two": "def f():\n    from tcsg.reading.one import x"},
            "reading.one:1: imports itself by way of reading.one > reading.two > reading.one",
        ),
    ],
)
def test_an_offence_is_named_with_its_place(modules: Modules, said: str) -> None:
    assert offences(modules) == [said]
