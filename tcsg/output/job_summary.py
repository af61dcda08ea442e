"""Findings as the Markdown summary of a CI job: who is late with how much, then everything, within the platform's limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.ci import UNREADABLE
from tcsg.output.text import count, markdown_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tcsg.model import Finding

SUMMARY_LIMIT = 900_000
"""Bytes of a job summary; beyond 1 MiB GitHub drops the whole."""

_NAMED = 10
"""Actions of an owner that are named in the table by owner."""


def as_summary(findings: Sequence[Finding], as_of: date, limit: int = SUMMARY_LIMIT) -> str:
    """A job summary in Markdown of at most `limit` bytes: what is late by owner, then all findings, the worst first."""
    late = [f for f in findings if f.days_late is not None]
    said = f"{count(len(late), 'action')} overdue, {count(len(findings) - len(late), 'other finding')}."
    if any(f.code == UNREADABLE for f in findings):
        said = "Not checked, because this cannot be read:"
    head = f"## Actions on {as_of}\n\n{said}\n\n"
    lines = [head, *_by_owner(late), *_all(findings)]
    size = sum(_bytes(line) for line in lines)
    if size <= limit:
        return "".join(lines)
    left = 0
    while len(lines) > 1 and size > limit - 100:
        row = lines.pop()
        size -= _bytes(row)
        left += row.startswith("| ")
    return "".join(lines) + f"\n… and {left} more rows.\n"


def _bytes(text: str) -> int:
    return len(text.encode(errors="replace"))


def _by_owner(late: Sequence[Finding]) -> Iterator[str]:
    """Who owes how many late actions, the longest late first; an action of two is counted for both."""
    if not late:
        return
    owed: dict[str, list[Finding]] = {}
    for f in sorted(late, key=lambda f: (-(f.days_late or 0), f.place)):
        for owner in f.owners or ("nobody",):
            owed.setdefault(owner, []).append(f)
    yield "| Owner | Overdue | Days late | Actions |\n| --- | ---: | ---: | --- |\n"
    for owner, theirs in sorted(owed.items(), key=lambda item: (-(item[1][0].days_late or 0), item[0].casefold(), item[0])):
        named = ", ".join(markdown_cell(f.action or "") for f in theirs[:_NAMED]) + (" …" if len(theirs) > _NAMED else "")
        yield f"| {markdown_cell(owner)} | {len(theirs)} | {theirs[0].days_late} | {named} |\n"
    yield "\n"


def _all(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield "| Place | What | Code |\n| --- | --- | --- |\n"
    for f in sorted(findings, key=lambda f: (-(f.days_late or 0), f.place)):
        yield f"| {markdown_cell(str(f.place))} | {markdown_cell(f.message)} | {f.code} |\n"
