"""The figures of a report as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.text import json_text

if TYPE_CHECKING:
    from datetime import date

    from tcsg.figures.values import Band, Figures, Item, Load, Since, Span, Thread, Weave
    from tcsg.plan.state import Standing


def as_json(figures: Figures) -> str:
    """The schema `tcsg/report/1`; keys are never missing, days are ISO, and `owners` is null without names."""
    scope = figures.scope
    return json_text({
        "schema": "tcsg/report/1",
        "committee": scope.committee,
        "as_of": str(scope.as_of),
        "filter": dict(scope.filter),
        "names": scope.names,
        "count": figures.actions,
        "open": figures.open,
        "done": figures.done,
        "dropped": figures.dropped,
        "undated": figures.undated,
        "overdue": {"count": figures.overdue_count, "actions": [_item(i) for i in figures.overdue]},
        "oldest": figures.oldest and _item(figures.oldest),
        "since": figures.since and _since(figures.since),
        "owners": [_load(o) for o in figures.loads] if scope.names else None,
        "holders": figures.holders,
        "ages": [_band(b) for b in figures.bands],
        "course": [{"date": str(m.day), "raised": m.raised, "closed": m.closed, "open": m.open} for m in figures.course],
        "year": _span(figures.year),
        "year_before": _span(figures.year_before),
        "years": [_span(s) for s in figures.years],
        "threads": _weave(figures.weave),
        "plan": [_standing(s) for s in figures.standings],
    })  # fmt: skip


def _standing(one: Standing) -> dict[str, object]:
    return {
        "id": one.id,
        "text": one.commitment.text,
        "themes": list(one.commitment.themes),
        "state": str(one.state),
        "why": one.why or None,
        "days_late": one.late,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)


def _item(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "text": item.text,
        "owners": list(item.owners),
        "via": item.group,
        "status": str(item.status),
        "due": _day(item.due),
        "days_late": item.days_late,
        "raised": {"meeting": item.meeting, "date": _day(item.raised)},
        "closed": _day(item.closed),
        "why": item.why,
        "age": item.age,
        "times_carried": item.times_carried,
    }


def _since(since: Since) -> dict[str, object]:
    changes = [{"change": str(c.kind), "from": c.before, "to": c.after, "action": _item(c.item)} for c in since.changes]
    return {"meeting": since.meeting, "date": str(since.day), "changes": changes}


def _load(load: Load) -> dict[str, object]:
    return {"owner": load.owner, "open": load.open, "overdue": load.overdue, "actions": [_item(i) for i in load.items], "left_out": load.left_out}


def _band(band: Band) -> dict[str, object]:
    return {"from_days": band.start, "below_days": band.end, "open": band.open, "overdue": band.overdue}


def _span(span: Span) -> dict[str, object]:
    return {
        "from": str(span.start),
        "to": str(span.end),
        "raised": span.raised,
        "done": span.done,
        "dropped": span.dropped,
        "median_days": span.median_days,
        "open": span.open,
    }


def _weave(weave: Weave) -> dict[str, object]:
    meetings = [{"meeting": key, "date": str(day)} for key, day in weave.meetings]
    return {"meetings": meetings, "earlier_meetings": weave.earlier, "left_out": weave.left_out, "actions": [_thread(t) for t in weave.threads]}


def _thread(thread: Thread) -> dict[str, object]:
    points = [{"mark": str(p.mark), "meeting": p.meeting, "date": str(p.day)} for p in thread.points]
    slips = [{"meeting": k.meeting, "date": str(k.day), "from": str(k.before), "to": str(k.after), "days": k.days} for k in thread.knots]
    return {"id": thread.item.id, "text": thread.item.text, "points": points, "slips": slips if thread.known else None}
