"""The page of commands of the manual, made from the command line itself."""

from __future__ import annotations

import re
from typing import Any

import typer

from tcsg.cli.app import VERBS, build, load
from tcsg.cli.options import PANEL, global_options

_HEAD = """# The commands

Made from the program's own help; `tcsg VERB --help` says the same.

"""


def reference() -> str:
    """Every verb with its arguments and options, as Markdown."""
    context: Any = typer.Context(build())
    parts = [_HEAD, "## Options of every command\n\n", "".join(_option(o, context) for o in global_options()), "\n"]
    panel = None
    for verb in VERBS:
        if verb.panel != panel:
            panel = verb.panel
            parts.append(f"## {panel}\n\n")
        parts.append(_verb(load(verb), verb.name, context))
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).rstrip() + "\n"


def _verb(command: Any, name: str, context: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.rich_help_panel != PANEL and p.name != "help"]
    usage = " ".join(["tcsg", name, *(["[OPTIONS]"] if options else []), *(called(a) for a in arguments)])
    listed = [f"- `{called(a)}` {a.help}\n" for a in arguments if a.help] + [_option(o, context) for o in options]
    return f"### {name}\n\n`{usage}`\n\n{_paragraphs(command.help or '')}\n\n{''.join(listed)}\n"


def called(argument: Any) -> str:
    """An argument as usage lines write it."""
    return str(argument.metavar) if argument.required else f"[{argument.metavar}]"


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _option(option: Any, context: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.type.get_metavar(option, context) or option.type.name.upper()}"
    names = ", ".join(f"`{name}{value}`" for name in option.opts)
    return f"- {names} {option.help or ''}\n"
