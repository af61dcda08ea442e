"""The front matter that makes a plan's text a plan of the committee."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tcsg.errors import MinutesError
from tcsg.plan.read import read_plan
from tcsg.reading.themes import SETS, USUAL

if TYPE_CHECKING:
    from datetime import date

    from tcsg.model import Committee
    from tcsg.plan.values import Plan


def front_matter(plan: Plan, committee: Committee, source: str) -> str:
    """The lines from `---` to `---`: kind, title, period, the file it came from, and themes that are nobody's usual ones."""
    usual = [t.name for t in committee.themes or SETS[USUAL]]
    themes = [f"themes: [{', '.join(map(_quoted, plan.themes))}]"] if [*plan.themes] != usual and plan.themes else []
    lines = ["kind: action-plan", f"title: {_quoted(plan.title)}", f"period: {_period(plan.start, plan.end)}", f"source: {_quoted(source)}", *themes]
    return "\n".join(["---", *lines, "---", ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _period(start: date, end: date) -> str:
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole:
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    return f"{start}..{end}"


def tells_period(text: str, committee: Committee) -> bool:
    """Whether a text itself tells the period of its plan."""
    try:
        read_plan(text, "-", "", committee)
    except MinutesError:
        return False
    return True
