"""`tcsg plan import`: a plan as somebody wrote it, copied into minutes/ with front matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unicodedata import normalize

import typer

from tcsg.cli.bringing import ledger_now
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import note, write
from tcsg.errors import MinutesError, UsageError
from tcsg.model import Place
from tcsg.output.text import count
from tcsg.plan.importing import front_matter, tells_period
from tcsg.plan.period import read_period
from tcsg.plan.read import read_plan
from tcsg.plan.values import Plan
from tcsg.reading.text import decode
from tcsg.workspace import MINUTES, loose_file


def import_plan(context: typer.Context, file: Path | None, period: str | None, *, dry_run: bool) -> None:
    """Read a plan, say what was found in it, and write it; UsageError when there is nothing to take or the text is there already."""
    if file is None:
        raise UsageError("name the file: tcsg plan import FILE")
    given = None if period is None else read_period(period)
    if period is not None and given is None:
        raise UsageError(f"{period!r} is no period; write 2025-2027, 2018-06..2020-05 or 2018-06, 24 months")
    desk = open_desk(context)
    source = loose_file(file, desk.limits)
    text = normalize("NFC", decode(source.data, source.path))
    if text.startswith("---") and "\nkind:" in text.partition("\n---")[0]:
        raise UsageError(f"{file}: has front matter with a `kind` already; put it into {MINUTES}/ as it is")
    people = [p for m in ledger_now(desk).meetings for p in m.people]
    year = (date(desk.today.year, 1, 1), date(desk.today.year, 12, 31))
    plan = read_plan(text, source.path, source.sha256, desk.committee, people, given or year, first=given)
    if not (plan.commitments or plan.initiatives or plan.ongoing or plan.passages):
        raise MinutesError(
            "no commitment was found: no table with themes or owners, no list below a theme or a heading of a plan", Place(source.path, 1)
        )
    _refuse_twice(desk, text)
    body = text.lstrip("\n")
    data = f"{front_matter(plan, desk.committee, source=file.name)}\n{body}"
    path = _free(desk, plan)
    for line in _found(plan):
        note(line)
    if given is None and not tells_period(text, desk.committee):
        note(f"the file tells no period: {plan.start.year}, the year of today, was taken")
        note("correct `period` before you run `tcsg carry`: the ids begin with its year")
    if dry_run:
        write(data)
        note(f"would write {path}")
        return
    desk.workspace.create(path, data.encode())
    note(f"wrote {path}; look it over, then run `tcsg carry`")


def _refuse_twice(desk: Desk, text: str) -> None:
    for source in desk.plan_sources:
        if decode(source.data, source.path).rstrip().endswith(text.strip()):
            raise UsageError(f"{source.path} holds this text already; nothing was changed")


def _free(desk: Desk, plan: Plan) -> str:
    """A name that no file has: action-plan-2025.md, then action-plan-2025b.md and so on."""
    for letter in ("", *"bcdefghijklmnopqrstuvwxyz"):
        path = f"{MINUTES}/action-plan-{plan.start.year}{letter}.md"
        if not (desk.workspace.root / path).exists():
            return path
    raise UsageError(f"there are too many plans of {plan.start.year} in {MINUTES}/")


def _found(plan: Plan) -> list[str]:
    """What was read, in words."""
    said = [
        count(len(plan.commitments), "commitment"),
        count(len(plan.initiatives), "initiative"),
        count(len(plan.ongoing), "item") + " still going on",
    ]
    lines = [f"found {', '.join(said)}, for {plan.start} to {plan.end}"]
    for name in plan.themes:
        parts = [
            f"{n} {word}"
            for word, listed in (("committed to", plan.commitments), ("so far", plan.initiatives))
            if (n := sum(name in c.themes for c in listed))
        ]
        lines += [f"  {name}: {', '.join(parts)}"] if parts else []
    elsewhere = next((p for p in plan.passages if p.topic == "plan"), None)
    if elsewhere is not None and not plan.commitments:
        lines.append(f"  no commitments; where the plan is asked for, line {elsewhere.line} says: {elsewhere.text[:80]}")
    return lines
