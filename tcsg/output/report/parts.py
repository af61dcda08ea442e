"""The sections of the chair's report, in their order; each makes a part from the figures, or nothing when there is nothing to tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tcsg.figures.values import Kind
from tcsg.output.report import loom
from tcsg.output.report.bars import Bar, bars
from tcsg.output.report.blocks import Line, Listing, Number, Numbers, Part, Picture, Report, Sentence, Table, Woven
from tcsg.output.report.course import burn_down
from tcsg.output.report.lines import line, meeting, owned
from tcsg.output.report.plan import plan
from tcsg.output.report.words import are, day, listed, long_day, number, span
from tcsg.output.text import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tcsg.figures.values import Band, Change, Figures, Item, Load, Moment, Span
    from tcsg.output.report.blocks import Block

OWNERS = 15
"""Owners that the chart names; what is behind them is in the lists."""
RECENT = 24
"""Days of the burn-down that its table lists, the latest."""


def report(figures: Figures) -> Report:
    """The whole report."""
    parts = tuple(part for section in SECTIONS if (part := section(figures)) is not None)
    title = f"Actions on {long_day(figures.scope.as_of)}"
    return Report(figures.scope.committee, title, _meetings(figures), _scope(figures), parts, FOOTER)


FOOTER = (
    "An action counts from the day of the meeting that raised it to the day it was closed; overdue is what is open and was due before the day of "
    "the report. Made by tcsg from the minutes; who owns what is as minuted."
)


def _scope(figures: Figures) -> tuple[str, ...]:
    scope, found = figures.scope, []
    if scope.filter:
        found.append("only actions with " + ", ".join(f"{name} {value}" for name, value in scope.filter))
    if not scope.names:
        found.append("without names: where a text named somebody who is known, it says [name]")
    return tuple(found)


def _meetings(figures: Figures) -> str | None:
    last = figures.since
    if last is None:
        return None
    said = f"on {long_day(last.day)}" if last.meeting == str(last.day) else f"{last.meeting} on {long_day(last.day)}"
    return f"{count(figures.meetings, 'meeting')}, the last one {said}"


def overview(figures: Figures) -> Part:
    """The state in four figures and a sentence."""
    year, before = figures.year, figures.year_before
    numbers = (
        Number(str(figures.open), "open", f"{figures.undated} without a date" if figures.undated else None),
        Number(str(figures.overdue_count), "overdue", _latest(figures), alarm=figures.overdue_count > 0),
        Number(str(year.done), "done in twelve months", f"{before.done} in the twelve before"),
        Number(number(year.median_days), "days to done, median", f"{number(before.median_days)} in the twelve before"),
    )
    return Part("overview", "At a glance", (Numbers(numbers), Sentence(_in_words(figures))))


def _latest(figures: Figures) -> str | None:
    days = figures.overdue[0].days_late if figures.overdue else None
    return None if days is None else f"by up to {span(days)}"


def _in_words(figures: Figures) -> str:
    if not figures.actions:
        return "No action answers the filter." if figures.scope.filter else "No action is recorded here yet."
    said = f"{are(figures.open, 'action').capitalize()} open, {figures.done} done and {figures.dropped} dropped"
    if figures.oldest is not None and figures.oldest.age is not None:
        said += f"; the oldest of the open ones, {figures.oldest.id}, is {span(figures.oldest.age)} old"
    if figures.scope.names or not figures.open:
        return f"{said}."
    holders = "one person or group" if figures.holders == 1 else f"{figures.holders} people and groups"
    return f"{said}. What is open lies with {holders}."


def overdue(figures: Figures) -> Part:
    """What is late, the latest first."""
    if not figures.overdue_count:
        return Part("overdue", "Overdue", (Sentence("Nothing is overdue."),))
    more = figures.overdue_count - len(figures.overdue)
    return Part("overdue", "Overdue", (Listing(None, tuple(map(line, figures.overdue)), more),))


_TITLES = {
    Kind.RAISED: "Raised",
    Kind.DONE: "Done",
    Kind.DROPPED: "Dropped",
    Kind.REOPENED: "Opened again",
    Kind.MOVED: "New date",
    Kind.HANDED: "Handed over",
}


_SAID = {kind: str(kind) for kind in Kind} | {Kind.REOPENED: "opened again", Kind.MOVED: "given a new date"}


def since(figures: Figures) -> Part | None:
    """What changed at the last meeting and after it."""
    if figures.since is None:
        return None
    title = f"Since the last meeting ({meeting(figures.since.meeting, figures.since.day)})"
    groups = [(kind, figures.since.of(kind)) for kind in Kind]
    said = listed([f"{len(changes)} {_SAID[kind]}" for kind, changes in groups if changes]) if figures.since.changes else ""
    blocks: list[Block] = [Sentence(f"At that meeting and since: {said}." if said else "Nothing changed at that meeting or since.")]
    for kind, changes in groups:
        shown = changes[: figures.scope.limit]
        if changes:
            lines = tuple(map(_changed, shown))
            blocks.append(Listing(_TITLES[kind], lines, len(changes) - len(shown), str(len(changes))))
    return Part("since", title, tuple(blocks))


def _changed(change: Change) -> Line:
    item = change.item
    if change.kind in (Kind.MOVED, Kind.HANDED):
        nothing = "no date" if change.kind is Kind.MOVED else "nobody"
        before, after = (v and day(date.fromisoformat(v)) if change.kind is Kind.MOVED else v for v in (change.before, change.after))
        said = f"{before or nothing} → {after or nothing}" if before or after else ""  # nothing is said of people without names
        return Line(item.id, item.text, owned(item), said)
    if change.kind is Kind.DONE and item.age is not None:
        return Line(item.id, item.text, owned(item), day(item.closed) if item.closed else "", f"after {span(item.age)}")
    if change.kind is Kind.DROPPED:
        return Line(item.id, item.text, owned(item), day(item.closed) if item.closed else "", item.why or "")
    return line(item)


def owners(figures: Figures) -> Part | None:
    """What everybody has open."""
    if not figures.open:
        return None
    if not figures.scope.names:
        return Part("owners", "Open by owner", (Sentence("Left out: this report names nobody."),))
    loads = figures.loads
    rows = [Bar(o.owner, o.open, o.overdue) for o in loads[:OWNERS]]
    title = "Open actions by owner"
    table = Table(title, ("Owner", "Open", "Overdue"), tuple((o.owner, str(o.open), str(o.overdue)) for o in loads), frozenset((1, 2)))
    picture = Picture("owners", title, _loads_in_words(loads), bars(rows), table, remark=_undrawn(loads[OWNERS:]))
    blocks: list[Block] = [Sentence("An action of two owners counts for each of them.", quiet=True), picture]
    blocks += [Listing(o.owner, tuple(map(_beside, o.items)), o.left_out, _load(o)) for o in loads if o.items]
    unlisted = [o for o in loads if not o.items]
    if unlisted:
        said = f"Not listed: the actions of {count(len(unlisted), 'owner')} more. `tcsg actions --owner WHO` lists them."
        blocks.append(Sentence(said, quiet=True))
    return Part("owners", "Open by owner", tuple(blocks))


def _beside(item: Item) -> Line:
    """An action below the name of its owner, which need not be said again."""
    return line(item) if len(item.owners) > 1 else replace(line(item), owners="")


def _undrawn(rest: Sequence[Load]) -> str | None:
    return f"Not drawn: {count(len(rest), 'owner')} with {count(sum(o.open for o in rest), 'open action')}." if rest else None


def _load(load: Load) -> str:
    return f"{load.open} open" + (f", {load.overdue} overdue" if load.overdue else "")


def _loads_in_words(loads: Sequence[Load]) -> str:
    return "; ".join(f"{o.owner}: {_load(o)}" for o in loads[:5]) + (f"; and {len(loads) - 5} more" if len(loads) > 5 else "")


def ages(figures: Figures) -> Part | None:
    """How old what is open is."""
    if not figures.open:
        return None
    rows = [Bar(_band(b), b.open, b.overdue) for b in figures.bands]
    said = "; ".join(f"{row.label}: {row.open}" + (f", {row.overdue} overdue" if row.overdue else "") for row in rows)
    heads = ("Age", "Open", "Overdue")
    table = Table("Open actions by age", heads, tuple((r.label, str(r.open), str(r.overdue)) for r in rows), frozenset((1, 2)))
    return Part("ages", "Open by age", (Picture("ages", "Open actions by age", said, bars(rows), table),))


_BANDS = {
    0: "under 3 months",
    91: "3 to 6 months",
    183: "6 to 12 months",
    365: "1 to 2 years",
    730: "over 2 years",
}


def _band(band: Band) -> str:
    return _BANDS.get(band.start, f"{band.start} days and more")


def course(figures: Figures) -> Part | None:
    """The burn-down."""
    moments = figures.course
    if len(moments) < 2:
        return None
    most = max(moments, key=lambda m: m.open)
    said = f"From {day(moments[0].day)} to {day(moments[-1].day)}: {most.open} open at most, on {day(most.day)}; {moments[-1].open} at the end."
    table = Table(_recently(moments), ("Day", "Raised", "Closed", "Open"), tuple(_moment(m) for m in moments[-RECENT:]), frozenset((1, 2, 3)))
    return Part("course", "Burn-down", (Picture("course", "Open actions over time", said, burn_down(moments), table, wide=True),))


def _recently(moments: Sequence[Moment]) -> str:
    return "Open actions over time" + (f": the latest {RECENT} of {len(moments)} days on which something changed" if len(moments) > RECENT else "")


def _moment(m: Moment) -> tuple[str, ...]:
    return day(m.day), str(m.raised), str(m.closed), str(m.open)


def threads(figures: Figures) -> Part | None:
    """The carry-forward picture."""
    weave = figures.weave
    if not weave.threads:
        return None
    knots = [t for t in weave.threads if t.knots]
    said = f"{count(len(weave.threads), 'action')} through {count(len(weave.meetings), 'meeting')}; the date of {len(knots)} slipped."
    table = Table("Actions through the meetings", ("Id", "Action", "Due", "Life"), tuple(loom.rows(weave)))
    blocks: list[Block] = [Woven("threads", "Actions through the meetings", said, weave, table, f"{loom.KEY}.")]
    left = [f"{count(weave.left_out, 'action')} (shown are the open ones that were carried most, then those closed last)"] if weave.left_out else []
    left += [f"{count(weave.earlier, 'earlier meeting')}"] if weave.earlier else []
    unknown = sum(not t.known for t in weave.threads)
    blocks += [Sentence(f"Not looked up: where the date of {count(unknown, 'action')} slipped.", quiet=True)] if unknown else []
    blocks += [Sentence(f"Not shown: {listed(left)}.", quiet=True)] if left else []
    return Part("threads", "Carried forward", tuple(blocks))


def years(figures: Figures) -> Part | None:
    """The year in numbers, and the years before it."""
    if not figures.years:
        return None
    heads = ("", "Raised", "Done", "Dropped", "Median days to done", "Open at the end")
    twelve = [("The last twelve months", figures.year), ("The twelve before", figures.year_before)]
    rows = [(label, *_span(s)) for label, s in twelve]
    rows += [(_years(s), *_span(s)) for s in reversed(figures.years)]
    return Part("years", "The year in numbers", (Table("What became of actions", heads, tuple(rows), frozenset((1, 2, 3, 4, 5))),))


def _span(s: Span) -> tuple[str, ...]:
    return str(s.raised), str(s.done), str(s.dropped), number(s.median_days), str(s.open)


def _years(s: Span) -> str:
    return str(s.start.year) if s.start.year == s.end.year else f"{s.start.year}–{s.end.year}"


SECTIONS: tuple[Callable[[Figures], Part | None], ...] = (overview, overdue, since, owners, ages, course, threads, years, plan)
"""The sections in their order."""


def pictures(parts: Iterable[Part]) -> Iterable[Picture | Woven]:
    """The charts of a report, which are had as files too."""
    return (b for part in parts for b in part.blocks if isinstance(b, Picture | Woven))
