"""One action with its life: who, what, since when, and every place in the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.history import line as line_of
from tcsg.ledger.history import slips, steps
from tcsg.ledger.query import Row, days_late
from tcsg.output import history
from tcsg.output.actions import as_json as list_json
from tcsg.output.drawing import Column, Table, render, styled
from tcsg.output.table import due_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tcsg.ledger.carry import Link
    from tcsg.ledger.people import Directory
    from tcsg.model import Action, ByHand, Ledger
    from tcsg.output.drawing import Words
    from tcsg.output.text import Jump


def as_json(actions: Sequence[Action], as_of: date, links: Sequence[Link], ledger: Ledger) -> str:
    """The same objects as a list's."""
    rows = [Row(a, days_late(a, as_of)) for a in actions]
    return list_json(rows, as_of, {"id": [a.id for a in actions]}, links, ledger.meetings)


def as_text(
    action: Action, links: Sequence[Link], ledger: Ledger, directory: Directory, today: date, *,
    why: bool = False, width: int, color: bool, ascii_only: bool = False, jump: Jump | None = None,
) -> str:  # fmt: skip
    """The action as paragraphs of name and value, its life as one line, the minuted words below."""
    days = {m.key: m.day for m in ledger.meetings}
    row = Row(action, days_late(action, today))
    words, style = due_words(row, today)
    owners = ", ".join(_owner(o, w) for o, w in zip(action.owners, map(str, directory.owners(action)), strict=True)) or "nobody"
    lines = [
        _line(action.id, f"{action.text}", "bold"),
        _line("", f"{action.status}{f' on {action.closed}' if action.closed else ''}{f': {action.why}' if action.why else ''}"),
    ]
    lines.append(_line("owners", owners))
    if action.status == "open" and words != "–":
        lines.append(
            _line(
                "due", words + (f", minuted as {action.due_words!r}" if action.due and action.due_words not in (None, str(action.due)) else ""), style
            )
        )
    carried = f", carried at {', '.join(action.seen[1:])}" if action.times_carried else ""
    lines.append(_line("raised", f"meeting {action.raised} ({days.get(action.raised, 'its minutes are gone')}){carried}"))
    life = steps(action, links, ledger, directory.committee)
    lines += [_line(*said) for said in history.lines(line_of(life, ledger.meetings), slips(life), ascii_only=ascii_only)]
    promised = {c.id: c.words for c in ledger.commitments}
    lines += [_line("" if n else "serves", f"{i} {promised.get(i, '')}") for n, i in enumerate(action.plan)]
    if action.aliases:
        lines.append(_line("also", ", ".join(action.aliases)))
    lines += [_line("by hand" if n == 0 else "", _entry(e)) for n, e in enumerate(action.by_hand)]
    for n, link in enumerate(sorted(links, key=lambda k: (days[k.meeting], k.path, k.mention.line))):
        lines.append((styled("minutes" if n == 0 else "", "dim"), _place(link, jump)))
        lines.append(_line("", link.mention.text, "dim"))
        lines += [_line("", words) for words in (_why(link) if why else ())]
    return render(_grid(lines), width=width, color=color)


def _place(link: Link, jump: Jump | None) -> Words:
    place = styled(f"{link.path}:{link.mention.line}", link=jump(link.path, link.mention.line) if jump else None)
    return place + styled(f" ({link.mention.status})")


def _why(link: Link) -> Iterator[str]:
    """Why a place is taken for the action, the grounds with their weight; evidence of 0.78 and more is certain."""
    if link.mention.restates is not None:
        yield f"    it says again what line {link.mention.restates} says"
    elif not link.grounds:
        yield "    here it begins"
    for ground in link.grounds if link.mention.restates is None else ():
        yield f"    {ground.weight:+.2f}  {ground.words}"


def _owner(words: str, who: str) -> str:
    return words if who.casefold() == words.casefold() else f"{words} = {who}"


def _line(name: str, value: str, style: str = "") -> tuple[Words, Words]:
    return styled(name, "dim" if style != "bold" else "bold"), styled(value, style)


def _grid(lines: Sequence[tuple[Words, Words]]) -> Table:
    """Names to the left, values wrapped beside them."""
    return Table((Column(least=8, whole=True), Column()), tuple(lines), gap=1)


def _entry(entry: ByHand) -> str:
    said = [
        *([str(entry.status)] if entry.status else []),
        *([f"due {entry.due}"] if entry.due else []),
        *([f"owners {', '.join(entry.owners)}"] if entry.owners is not None else []),
        *([f"the same as {entry.same}"] if entry.same else []),
        *([f"serves {entry.link}"] if entry.link else []),
        *([f"does not serve {entry.unlink}"] if entry.unlink else []),
        *([f"note: {entry.note}"] if entry.note else []),
        *([f"why: {entry.why}"] if entry.why else []),
    ]
    return f"{entry.on} {'; '.join(said)}"
