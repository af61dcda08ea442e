"""`tcsg plan`: what the committee has promised for some years, and how each promise stands."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import Terminal, note, terminal, write
from tcsg.errors import UsageError
from tcsg.plan.days import DayKind, next_self_assessment, plan_days
from tcsg.plan.read import NO_PERIOD
from tcsg.plan.state import standings

if TYPE_CHECKING:
    from tcsg.ledger.carry import Carried
    from tcsg.plan.days import PlanDay
    from tcsg.plan.state import Standing
    from tcsg.plan.values import Plan


class Format(StrEnum):
    """The values of `--format`."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    MD = "md"


class By(StrEnum):
    """The values of `--by`."""

    THEME = "theme"
    OWNER = "owner"


class StateFilter(StrEnum):
    """The values of `--state`."""

    NOT_STARTED = "not-started"
    IN_HAND = "in-hand"
    STALLED = "stalled"
    DONE = "done"
    DROPPED = "dropped"


What = Annotated[
    str | None,
    typer.Argument(metavar="WHAT", help="A plan, P2025; a commitment, P2025.3; or `import`.", autocompletion=complete.commitments),
]
File = Annotated[Path | None, typer.Argument(metavar="FILE", help="For `import`: the plan as it is, a text or Markdown file.")]
Period = Annotated[str | None, typer.Option("--period", metavar="PERIOD", help="For `import`: the period, when the file tells none: 2025-2027.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="For `import`: print what would be written, and write nothing.")]


def plan(
    context: typer.Context,
    what: What = None,
    file: File = None,
    by: Annotated[By | None, typer.Option("--by", help="Group by theme or by owner.")] = None,
    state: Annotated[list[StateFilter] | None, typer.Option("--state", help="Only commitments in this state; several may be given.")] = None,
    format: Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal and plain lines elsewhere.")] = None,  # noqa: A002
    period: Period = None,
    dry_run: DryRun = False,
) -> None:
    """List what the action plans promise: who, by when, which actions, and whether it moves.

    A plan is a Markdown file in minutes/ with `kind: action-plan` and a `period` in its front matter. Plain lines hold id,
    state, due, owners, themes, actions and text between tabs. With the id of a commitment, all about it with the evidence.

    `tcsg plan import FILE` takes a plan as it is, reads it, and copies it to minutes/ with front matter; nothing is
    overwritten.

    For example `tcsg plan --by theme`, `tcsg plan P2025.3`, or `tcsg plan import plan.txt --dry-run`.
    """
    if what == "import":
        from tcsg.cli.plan_import import import_plan

        import_plan(context, file, period, dry_run=dry_run)
        return
    if file is not None or period is not None or dry_run:
        raise UsageError("FILE, --period and --dry-run go with `tcsg plan import FILE`")
    _list(context, what, by, state, format)


def _undated(desk: Desk) -> tuple[str, ...]:
    """The paths of action plans that tell no period."""
    from tcsg.reading.kind import ACTION_PLAN, is_plan, kind_of

    return tuple(s.path for s in desk.files if kind_of(s.data) == ACTION_PLAN and not is_plan(s.data))


def _list(context: typer.Context, what: str | None, by: By | None, state: list[StateFilter] | None, wanted: Format | None) -> None:
    desk, screen = open_desk(context), terminal(context)
    plans, found = planned(desk)
    for path in _undated(desk):
        note(f"{path}:1: {NO_PERIOD} (left out)")
    if not plans:
        raise UsageError("there is no action plan; write one into minutes/ with `kind: action-plan` in its front matter, or `tcsg plan import FILE`")
    plans, found = _chosen(plans, found, what)
    if what and "." in what and wanted in (None, Format.TABLE):
        from tcsg.output.plan import details

        write("\n".join(map(details, found)))
        return
    if state:
        found = tuple(one for one in found if StateFilter(one.state.replace(" ", "-")) in state)
    _write(desk, plans, found, by, wanted or (Format.TABLE if screen.interactive else Format.PLAIN), screen)


def planned(desk: Desk, carried: Carried | None = None) -> tuple[tuple[Plan, ...], tuple[Standing, ...]]:
    """The plans, and each commitment as it stands today by the minutes as they are now, or as they were `carried`."""
    if carried is None:
        _, carried = desk.carried(strict=False)
    return desk.plans, standings(desk.plans, carried.ledger, carried.links, desk.committee, desk.today)


def coming_days(desk: Desk, plans: tuple[Plan, ...]) -> tuple[PlanDay, ...]:
    """The days ahead that plans and the scheme bring, of the self-assessments only the next."""
    last = max((p.end for p in plans), default=desk.today)
    assessment = next_self_assessment(desk.committee, desk.today)
    days = [d for d in plan_days(plans, desk.committee, max(last, assessment or last)) if d.on >= desk.today]
    first = next((d for d in days if d.kind is DayKind.SELF_ASSESSMENT), None)
    return tuple(d for d in days if d.kind is not DayKind.SELF_ASSESSMENT or d is first)


def _chosen(plans: tuple[Plan, ...], found: tuple[Standing, ...], what: str | None) -> tuple[tuple[Plan, ...], tuple[Standing, ...]]:
    if what is None:
        return plans, found
    key = what.casefold()
    if "." in key:
        one = tuple(s for s in found if s.id.casefold() in (key, f"p{key}"))
        chosen = tuple(p for p in plans if any(s.plan is p for s in one))
    else:
        chosen = tuple(p for p in plans if p.name.casefold() in (key, f"p{key}"))
        one = tuple(s for s in found if s.plan in chosen)
    if not chosen:
        raise UsageError(f"there is no {'commitment' if '.' in key else 'plan'} {what!r}; there are {', '.join(_there(plans))}")
    return chosen, one


def _there(plans: tuple[Plan, ...]) -> list[str]:
    return [f"{p.name} ({p.commitments[0].id} to {p.commitments[-1].id})" if p.commitments else p.name for p in plans]


def _write(desk: Desk, plans: tuple[Plan, ...], found: tuple[Standing, ...], by: By | None, wanted: Format, screen: Terminal) -> None:
    from tcsg.output import plan as out

    days = coming_days(desk, plans)
    ahead = out.days_line(d for d in days if d.kind is not DayKind.COMMITMENT)  # theirs stand beside them
    if wanted is Format.JSON:
        write(out.as_json(plans, found, days, desk.today))
    elif wanted is Format.MD:
        write(out.as_markdown(plans, found, by))
    elif wanted is Format.TABLE:
        write(out.as_table(plans, found, by, f"Ahead: {ahead}" if ahead else "", width=screen.width, color=screen.color))
    else:
        write(out.as_plain(found, by))
        if ahead:
            note(f"ahead: {ahead}")
    for one in plans:
        if not one.commitments:
            note(f"{one.path}: no commitments were found in it")
