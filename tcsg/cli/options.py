"""The options that every verb knows, before its name and after it, and the one value they end in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperOption

from tcsg.frozen import frozen

PANEL = "Global options"
COLORS = ("auto", "always", "never")


@frozen
class Globals:
    """What the global options say; None is "not given"."""

    directory: Path | None = None
    today: date | None = None
    debug: bool = False
    color: str = "auto"


def globals_of(context: typer.Context) -> Globals:
    """The global options of the command that is running."""
    given = context.obj
    assert isinstance(given, Globals)  # noqa: S101 - the boundary puts it there
    return given


def global_options() -> list[TyperOption]:
    """The options, made anew: the group takes one set and each verb another."""
    return [
        _option("-C", "--directory", type=Path, metavar="DIR", help="Work in the committee's folder DIR instead of the current one."),
        _option("--today", type=_day, metavar="DATE", help="Take DATE (YYYY-MM-DD) for today."),
        _option("--color", type=_color, metavar="|".join(COLORS), help="Color the output; auto: only on a terminal.", is_eager=True),
        _option("--debug", is_flag=True, help="Show where an internal error comes from."),
        _option("--version", is_flag=True, help="Show the version and exit.", is_eager=True, callback=_version),
    ]


def _option(*names: str, **settings: Any) -> TyperOption:
    # Not exposed: a verb's function takes its own parameters only, the globals wait in the context.
    return TyperOption(param_decls=list(names), **{"callback": _keep, "expose_value": False, "rich_help_panel": PANEL, **settings})


def _keep(context: typer.Context, option: TyperOption, value: object) -> None:
    if value:
        context.obj = replace(context.obj, **{str(option.name): value})


def _version(context: typer.Context, _option: TyperOption, asked: bool) -> None:
    from tcsg import __version__

    if asked and not context.resilient_parsing:  # the shell only completes
        typer.echo(f"tcsg {__version__}")
        raise typer.Exit


def _day(text: str) -> date:
    from tcsg.workspace import iso_day

    try:
        return iso_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _color(text: str) -> str:
    if text not in COLORS:
        raise typer.BadParameter(f"{text!r} is not one of {', '.join(COLORS)}.")
    return text
