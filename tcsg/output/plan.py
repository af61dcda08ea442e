"""Action plans as lists, tables and JSON: each commitment with who, when, the actions that serve it and whether it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.output.drawing import Column, Table, render, styled
from tcsg.output.text import cell, clean, count, json_text, markdown_cell
from tcsg.plan.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.model import Place
    from tcsg.output.drawing import Piece, Words
    from tcsg.plan.days import PlanDay
    from tcsg.plan.state import Evidence, Serving, Standing
    from tcsg.plan.values import Commitment, Entry, Plan

COLUMNS = ("id", "state", "due", "owners", "themes", "actions", "text")
NO_THEME, NOBODY = "no theme", "nobody"


def grouped(found: Sequence[Standing], by: str | None) -> tuple[tuple[str | None, tuple[Standing, ...]], ...]:
    """The commitments in groups: one without a name, or by `theme` or `owner`; what has several stands in each."""
    if by is None:
        return ((None, tuple(found)),)
    groups: dict[str, list[Standing]] = {}
    if by == "theme":
        groups = {name: [] for one in found for name in one.plan.themes}
    for one in found:
        names = one.commitment.themes if by == "theme" else one.commitment.owners
        for name in names or ((NO_THEME if by == "theme" else NOBODY),):
            groups.setdefault(name, []).append(one)
    return tuple((name, tuple(listed)) for name, listed in groups.items() if listed)


def fields(one: Standing) -> tuple[str, ...]:
    """The columns of a commitment as text."""
    c = one.commitment
    state = f"{one.state} ({one.why})" if one.why else str(one.state)
    actions = ", ".join(f"{s.action.id} ({word})" if (word := _how(s)) else s.action.id for s in one.actions)
    return one.id, state, when(c), ", ".join(c.owners), ", ".join(c.themes), actions, c.text


def when(c: Commitment) -> str:
    """The day that the plan sets, or the words that set none."""
    return "" if c.timescale is None else str(c.timescale.day or c.timescale.words)


def _how(serving: Serving) -> str:
    return "overdue" if serving.late is not None else "" if serving.action.status is Status.OPEN else str(serving.action.status)


def as_plain(found: Sequence[Standing], by: str | None) -> str:
    """One commitment a line, its fields between tabs, the name of its group first where there are groups."""
    rows = [(*([name] if name is not None else []), *fields(one)) for name, listed in grouped(found, by) for one in listed]
    return "".join("\t".join(map(cell, row)) + "\n" for row in rows)


def as_markdown(plans: Sequence[Plan], found: Sequence[Standing], by: str | None) -> str:
    """A table a plan, or a group of a plan."""
    parts = []
    for plan in plans:
        mine = [one for one in found if one.plan is plan]
        parts.append(f"## {markdown_cell(heading(plan, mine))}\n")
        for name, listed in grouped(mine, by):
            lines = [f"### {markdown_cell(name)}\n"] if name is not None else []
            if listed:
                heads = ("Id", "State", "By", "Who", "Themes", "Actions", "Commitment")
                lines += ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
                lines += ["| " + " | ".join(markdown_cell(f) for f in fields(one)) + " |" for one in listed]
                lines += [""]
            parts.append("\n".join(lines))
    return "\n".join(parts)


def heading(plan: Plan, found: Sequence[Standing]) -> str:
    """`P2025 Action plan (2025-01-01 to 2027-12-31): 12 commitments, 5 in hand, 7 not started`."""
    counts = [f"{n} {state}" for state in State if (n := sum(one.state is state for one in found))]
    extra = [count(len(plan.ongoing), "item") + " still going on"] if plan.ongoing else []
    extra += [count(len(plan.initiatives), "initiative") + " so far"] if plan.initiatives else []
    return f"{plan.name} {plan.title} ({plan.start} to {plan.end}): {', '.join([count(len(found), 'commitment'), *counts, *extra])}"


def as_table(plans: Sequence[Plan], found: Sequence[Standing], by: str | None, said: str, *, width: int, color: bool) -> str:
    """The same for people at a terminal; on a narrow one each commitment takes a few lines instead of columns."""
    parts: list[Piece] = []
    heads = ("Id", "State", "Who", "Actions", "Commitment") if width >= 80 else ("Id", "Commitment")
    columns = tuple(Column(head, most=_WIDTHS.get(head), whole=head == "Id") for head in heads)
    for n, plan in enumerate(plans):
        mine = [one for one in found if one.plan is plan]
        parts += [styled("")] if n else []
        parts.append(styled(heading(plan, mine), "bold"))
        for name, listed in grouped(mine, by):
            parts += [styled(name, "underline")] if name is not None else []
            rows = tuple(_row(one, roomy=width >= 80) for one in listed)
            parts += [Table(columns, rows)] if rows else []
    return render(*parts, *([styled(""), styled(said, "dim")] if said else []), width=width, color=color)


def _row(one: Standing, *, roomy: bool) -> tuple[Words, ...]:
    ident, state, due, owners, _, actions, text = fields(one)
    words = f"{text} (by {due})" if due else text
    if not roomy:
        return styled(ident, "bold"), styled("; ".join(filter(None, (words, state, owners, actions))))
    return styled(ident, "bold"), styled(state, _STYLES.get(one.state, "")), styled(owners or "–"), styled(actions or "–"), styled(words)


_WIDTHS = {"State": 18, "Who": 16, "Actions": 18}
_STYLES = {State.STALLED: "bold red", State.DONE: "green", State.NOT_STARTED: "magenta", State.DROPPED: "dim"}


def days_line(days: Iterable[PlanDay]) -> str:
    """The days ahead in one line."""
    return "; ".join(f"{day.on} {day.words}" for day in days)


def agenda_section(found: Sequence[Standing], days: Sequence[PlanDay]) -> str:
    """What the plan brings to a meeting: the days near ahead, what is stalled and what is late; nothing when there is nothing."""
    lines = [f"- **{day.on}** {markdown_cell(day.words)}" for day in days]
    for one in found:
        late = [f"{count(one.late, 'day')} late"] if one.late is not None else []
        said = [*([f"stalled, {one.why}"] if one.state is State.STALLED else []), *late]
        if said:
            who = ", ".join(one.commitment.owners) or NOBODY
            lines.append(f"- **{one.id}** {markdown_cell(who)} – **{'; '.join(said)}**: {markdown_cell(one.commitment.text)} ({c_place(one)})")
    return "\n## Action plan\n\n" + "\n".join(lines) + "\n" if lines else ""


def details(one: Standing) -> str:
    """One commitment with all that its plan says of it, the actions that serve it, and the evidence."""
    c = one.commitment
    rows = [
        (one.id, c.text),
        ("", f"{one.state} ({one.why})" if one.why else str(one.state)),
        ("plan", f"{one.plan.title}, {c_place(one)}"),
        *((name, value) for name, value in _said(c) if value),
    ]
    rows += [("" if n else "actions", _action(s)) for n, s in enumerate(one.actions)]
    rows += [("" if n else "evidence", evidence_line(e)) for n, e in enumerate(one.evidence)]
    if not one.actions:
        rows.append(("actions", f"none; `tcsg link ACTION {one.id}` links one"))
    return "".join(f"{clean(name):<9}{clean(value)}\n" for name, value in rows)


def c_place(one: Standing) -> str:
    """Where the plan states a commitment, as path:line."""
    return f"{one.plan.path}:{one.commitment.line}"


def _said(c: Commitment) -> tuple[tuple[str, str | None], ...]:
    return (
        ("themes", ", ".join(c.themes)),
        ("who", c.who),
        ("by", when(c)),
        ("activity", c.activity if c.activity != c.text else None),
        ("impact", c.impact),
        ("measure", c.measure),
    )


def _action(serving: Serving) -> str:
    action, how = serving.action, _how(serving) or "open"
    return f"{action.id} {how}, {', '.join(action.owners) or NOBODY}: {action.text}{_at(serving.place)}"


def _at(place: Place | None) -> str:
    return f" ({place})" if place else ""


def evidence_line(evidence: Evidence) -> str:
    """`A24.5, done on 2025-07-02: words (minutes/2025-06-18.md:56)`."""
    hand = ", recorded by hand" if evidence.by_hand else ""
    return f"{evidence.action.id}, done on {evidence.on}{hand}: {evidence.words}{_at(evidence.place)}"


# --- JSON --------------------------------------------------------------------------------------------------------


def as_json(plans: Sequence[Plan], found: Sequence[Standing], days: Iterable[PlanDay], today: date) -> str:
    """The schema `tcsg/plan/1`; keys are never missing."""
    listed = [_plan(plan, [one for one in found if one.plan is plan], today) for plan in plans]
    coming = [{"date": str(d.on), "kind": str(d.kind), "id": d.id, "text": d.words, "path": d.path} for d in days]
    return json_text({"schema": "tcsg/plan/1", "as_of": str(today), "count": len(found), "plans": listed, "days": coming})


def _plan(plan: Plan, found: Sequence[Standing], today: date) -> dict[str, object]:
    return {
        "id": plan.name,
        "title": plan.title,
        "path": plan.path,
        "period": {"from": str(plan.start), "until": str(plan.end)},
        "running": plan.start <= today <= plan.end,
        "themes": list(plan.themes),
        "commitments": [_commitment(one) for one in found],
        "ongoing": [_entry(e) for e in plan.ongoing],
        "initiatives": [_entry(e) for e in plan.initiatives],
        "passages": [{"topic": str(p.topic), "line": p.line, "end_line": p.end_line, "text": p.text} for p in plan.passages],
    }


def _commitment(one: Standing) -> dict[str, object]:
    c = one.commitment
    return {
        "id": one.id,
        "line": c.line,
        "end_line": c.end_line,
        "text": c.text,
        "themes": list(c.themes),
        "who": c.who,
        "owners": list(c.owners),
        "purpose": c.purpose,
        "activity": c.activity,
        "impact": c.impact,
        "measure": c.measure,
        "group": c.group,
        "timescale": {"text": c.timescale.words, "date": str(c.timescale.day) if c.timescale.day else None} if c.timescale else None,
        "suggested": c.suggested,
        "state": str(one.state),
        "why": one.why or None,
        "days_late": one.late,
        "silent": one.silent,
        "actions": [_serving(s) for s in one.actions],
        "evidence": [_evidence(e) for e in one.evidence],
    }


def _serving(s: Serving) -> dict[str, object]:
    action, place = s.action, s.place
    return {
        "id": action.id,
        "status": str(action.status),
        "overdue": s.late is not None,
        "owners": list(action.owners),
        "text": action.text,
        "path": place.path if place else None,
        "line": place.line if place else None,
    }


def _evidence(e: Evidence) -> dict[str, object]:
    return {
        "action": e.action.id,
        "date": str(e.on) if e.on else None,
        "text": e.words,
        "meeting": e.meeting,
        "path": e.place.path if e.place else None,
        "line": e.place.line if e.place else None,
        "by_hand": e.by_hand,
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {"line": entry.line, "end_line": entry.end_line, "number": entry.number, "text": entry.text, "themes": list(entry.themes)}
