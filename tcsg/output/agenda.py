"""The matters arising for the next meeting, as a page of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.query import days_late
from tcsg.ledger.standing import Standing
from tcsg.output.text import count, markdown_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from tcsg.ledger.people import Directory
    from tcsg.ledger.standing import Matter
    from tcsg.ledger.upcoming import Upcoming
    from tcsg.model import Ledger

OTHERS = "Other matters"
NOBODY = "Nobody"


def by_item(matter: Matter) -> tuple[str, ...]:
    """The agenda item that a matter came from."""
    return (matter.item or OTHERS,)


def by_owner(directory: Directory) -> Callable[[Matter], tuple[str, ...]]:
    """Everybody who owns a matter, by name."""
    return lambda matter: tuple(map(str, directory.owners(matter.action))) or (NOBODY,)


def page(matters: Sequence[Matter], ledger: Ledger, meeting: Upcoming, today: date, groups_of: Callable[[Matter], tuple[str, ...]]) -> str:
    """The page: a line of figures, what was closed since the last meeting, then the open matters in groups, the urgent first in each."""
    closed = [m for m in matters if m.standing is Standing.CLOSED]
    grouped: dict[str, list[Matter]] = {}
    for matter in sorted((m for m in matters if m.standing is not Standing.CLOSED), key=_raised(ledger)):
        for group in groups_of(matter):
            grouped.setdefault(group, []).append(matter)
    last = f"meeting {ledger.meetings[-1].key}" if ledger.meetings else "the last meeting"
    parts = [f"# Matters arising{_when(meeting)}\n\n{_figures(matters, ledger)}\n"]
    parts += [_section(f"Closed since {last}", closed, today)] if closed else []
    late = {OTHERS: 1, NOBODY: 1}
    for group, listed in sorted(grouped.items(), key=lambda g: late.get(g[0], 0)):
        parts.append(_section(group, sorted(listed, key=matters.index), today))
    return "\n".join(parts)


def with_front_matter(text: str, meeting: Upcoming) -> str:
    """The page as a file that no command takes for minutes, wherever it stands."""
    return "".join(["---\nkind: agenda\n", f"date: {meeting.day}\n" if meeting.day else "", "---\n\n", text])


def place(matter: Matter) -> str:
    """Where the minutes say it, as path:line."""
    return f"{matter.link.path}:{matter.link.mention.line}" if matter.link else "agreed between meetings"


def _raised(ledger: Ledger) -> Callable[[Matter], int]:
    order = {a.id: n for n, a in enumerate(ledger.actions)}
    return lambda matter: order[matter.action.id]


def _when(meeting: Upcoming) -> str:
    if meeting.number is None:
        return f" for {meeting.day}" if meeting.day else ""
    return f" for meeting {markdown_cell(meeting.number)}" + (f" on {meeting.day}" if meeting.day else "")


def _figures(matters: Sequence[Matter], ledger: Ledger) -> str:
    found = [m.standing for m in matters]
    of = {s: found.count(s) for s in Standing}
    open_now = len(found) - of[Standing.CLOSED]
    said = [count(open_now, "open action"), *(f"{of[s]} {s}" for s in (Standing.OVERDUE, Standing.DUE, Standing.UNMENTIONED) if of[s])]
    said += [f"{of[Standing.CLOSED]} closed"] if of[Standing.CLOSED] else []
    since = f" The last meeting was {ledger.meetings[-1].key} on {ledger.meetings[-1].day}." if ledger.meetings else ""
    return f"{', '.join(said)}.{since}"


def _section(title: str, matters: Iterable[Matter], today: date) -> str:
    return f"## {markdown_cell(title)}\n\n" + "".join(f"- {line(m, today)}\n" for m in matters)


def line(matter: Matter, today: date) -> str:
    """One matter on one line: id, owners, how it stands, the minuted words and their place."""
    action = matter.action
    owners = markdown_cell(", ".join(action.owners) or "nobody")
    said = [*_state(matter, today)]
    times = action.times_carried
    said += [f"carried {'once' if times == 1 else 'twice' if times == 2 else f'{times} times'}"] if times else []
    told = f" – {', '.join(said)}" if said else ""
    return f"**{markdown_cell(action.id)}** {owners}{told}: {markdown_cell(matter.words)} ({markdown_cell(place(matter))})"


def _state(matter: Matter, today: date) -> Iterable[str]:
    action = matter.action
    match matter.standing:
        case Standing.CLOSED:
            yield f"**{action.status}** on {action.closed}" + (f" ({markdown_cell(action.why)})" if action.why else "")
        case Standing.OVERDUE:
            yield f"**overdue** by {count(days_late(action, today) or 0, 'day')} (due {action.due})"
        case Standing.DUE:
            yield f"**due** {action.due}"
        case Standing.UNMENTIONED:
            yield f"**unmentioned** at the last {count(matter.silent, 'meeting')}"
        case Standing.OPEN if action.due:
            yield f"due {action.due}"
    if matter.standing is not Standing.CLOSED and action.due is None and action.due_words:
        yield f"due “{markdown_cell(action.due_words)}”"
