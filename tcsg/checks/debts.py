"""What a finding is about, whatever the day and the line: so that one of today can be known again as one of before."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tcsg.model import Finding

_LINES = re.compile(r"\blines? \d+(?:, \d+)*(?: …)?")
"""Where a message says lines of the file, which move when something is written above them."""


@frozen
class Debt:
    """A finding without what moves: a late action is the same while its due day is the same.

    `path` and `words` are None where action and due day, or action and path, say enough.
    """

    code: str
    action: str | None = None
    due: date | None = None
    path: str | None = None
    words: str | None = None

    def __str__(self) -> str:
        about = self.action or self.words or self.path
        return f"{about} ({self.code}{f', due {self.due}' if self.due else ''})"


def debt_of(finding: Finding) -> Debt:
    """What the finding is about."""
    if finding.action and finding.due:
        return Debt(finding.code, finding.action, finding.due)
    if finding.action:
        return Debt(finding.code, finding.action, path=finding.place.path)
    return Debt(finding.code, path=finding.place.path, words=_LINES.sub("line …", finding.message))


def without(found: Iterable[Finding], debts: Iterable[Debt]) -> tuple[list[Finding], Counter[Debt]]:
    """The findings that none of the debts stands for, and the debts that stand for none; each stands for one."""
    left, new = Counter(debts), []
    for finding in found:
        debt = debt_of(finding)
        if left[debt] > 0:
            left[debt] -= 1
        else:
            new.append(finding)
    return new, +left
