"""The life of an action as one line, and what each meeting changed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tcsg.ledger.history import Mark, What
from tcsg.output.drawing import Column, Table, render, styled
from tcsg.output.text import cell, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tcsg.ledger.history import Happened, Point, Step
    from tcsg.model import Action, Ledger
    from tcsg.output.drawing import Piece, Words

_GLYPHS = {Mark.RAISED: "●", Mark.MENTIONED: "○", Mark.SILENT: "·", Mark.DONE: "✓", Mark.DROPPED: "✗", Mark.REOPENED: "●"}
_ASCII = {Mark.RAISED: "*", Mark.MENTIONED: "o", Mark.SILENT: ".", Mark.DONE: "v", Mark.DROPPED: "x", Mark.REOPENED: "*"}

GLYPHS = "".join(_GLYPHS.values())
"""What a console must be able to show for a life to be drawn as it should be."""


def drawn(points: Iterable[Point], *, ascii_only: bool) -> str:
    """A life as one mark a meeting."""
    glyphs = _ASCII if ascii_only else _GLYPHS
    return "".join(glyphs[p.mark] for p in points)


def told(points: Sequence[Point]) -> str:
    """The same life in words: `raised at 8, silent at 9 to 11, done at 12`."""
    return ", ".join(_run(list(run)) for _, run in groupby(points, key=lambda p: (p.mark, p.meeting is None)))


def _run(points: Sequence[Point]) -> str:
    mark, first, last = points[0].mark, points[0], points[-1]
    if first.meeting is None:
        return f"{mark} by hand on {first.day}" if mark is not Mark.RAISED else f"agreed on {first.day}"
    if len(points) == 1:
        return f"{mark} at {first.meeting}"
    return f"{mark} at {first.meeting} and {last.meeting}" if len(points) == 2 else f"{mark} at {first.meeting} to {last.meeting}"


def slipped(days: Sequence[int]) -> str:
    """How often a date slipped, and by how many days: `twice, by 14 and 30 days`."""
    times = {1: "once", 2: "twice"}.get(len(days), f"{len(days)} times")
    if len(days) == 1:
        return f"{times}, by {count(days[0], 'day')}"
    return f"{times}, by {', '.join(map(str, days[:-1]))} and {days[-1]} days, {sum(days)} in all"


# --- what each meeting changed -----------------------------------------------------------------------------------


def changes_plain(found: Iterable[Happened]) -> str:
    """One change a line, fields between tabs: meeting (`-` by hand), date, id, what, from, to, words."""
    return "".join("\t".join(map(cell, _fields(one))) + "\n" for one in found)


def changes_json(found: Sequence[Happened]) -> str:
    """The schema `tcsg/changes/1`; keys are never missing."""
    # Lazy: only this format needs it.
    import json

    listed = []
    for one in found:
        meeting, day, action, what, before, after, text = _fields(one)
        value = {"meeting": meeting or None, "date": day, "action": action, "change": what, "from": before or None, "to": after or None, "text": text}
        listed.append(value)
    return json.dumps({"schema": "tcsg/changes/1", "count": len(listed), "changes": listed}, ensure_ascii=False, indent=2) + "\n"


def changes_text(found: Sequence[Happened], ledger: Ledger, *, width: int, color: bool) -> str:
    """The changes below each meeting and each day of entries made by hand, as sentences."""
    told_of: dict[tuple[date, bool, str | None], list[Happened]] = {(m.day, False, m.key): [] for m in ledger.meetings}
    for one in found:
        told_of.setdefault((one.step.day, one.step.meeting is None, one.step.meeting), []).append(one)
    parts: list[Piece] = []
    for (day, by_hand, key), listed in sorted(told_of.items(), key=lambda t: t[0][:2]):
        title = f"by hand on {day}" if by_hand else f"meeting {key} on {day}"
        parts += [styled(title, "bold"), _listed(listed)] if listed else [styled(f"{title}: nothing changed", "dim")]
    return render(*parts, width=width, color=color)


def _listed(found: Sequence[Happened]) -> Table:
    """Ids to the left, sentences wrapped beside them."""
    rows = tuple((styled(one.step.after.id, "bold"), _sentence(one)) for one in found)
    return Table((Column(whole=True), Column()), rows, gap=1, indent=2)


def _fields(one: Happened) -> tuple[str, ...]:
    step = one.step
    before, after = _values(step, one.what)
    return step.meeting or "", str(step.day), step.after.id, str(one.what), before, after, step.after.text


def _values(step: Step, what: What) -> tuple[str, str]:
    if what is What.DUE:
        return _due(step.before), _due(step.after)
    if what is What.OWNERS:
        return _owners(step.before), _owners(step.after)
    return "", _owners(step.after) if what is What.RAISED else ""


def _due(action: Action | None) -> str:
    return str(action.due) if action and action.due else ""


def _owners(action: Action | None) -> str:
    return ", ".join(action.owners) if action else ""


def _sentence(one: Happened) -> Words:
    before, after = _values(one.step, one.what)
    action = one.step.after
    said = {
        What.RAISED: f"raised{f' for {after}' if after else ''}",
        What.DONE: "done",
        What.DROPPED: f"dropped{f' ({action.why})' if action.why else ''}",
        What.REOPENED: "open again",
        What.DUE: f"due {before or 'at no date'} → {after or 'at no date'}{_by(one.step)}",
        What.OWNERS: f"{before or 'nobody'} → {after or 'nobody'}",
    }[one.what]
    return styled(f"{said}: {action.text}")


def _by(step: Step) -> str:
    """By how many days a date was moved."""
    before, after = step.before.due if step.before else None, step.after.due
    if before is None or after is None:
        return ""
    days = (after - before).days
    return f" ({count(abs(days), 'day')} {'later' if days > 0 else 'earlier'})"


def lines(points: Sequence[Point], slips: Sequence[int], *, ascii_only: bool) -> Iterator[tuple[str, str]]:
    """Name and value of what `show` tells of a life."""
    if points:
        yield "life", f"{drawn(points, ascii_only=ascii_only)}  {told(points)}"
    if slips:
        yield "slipped", slipped(slips)
