"""A first carry begun while minutes are still being read: each meeting is followed as soon as the next one has been read.

Without an old ledger nothing that happens at a meeting depends on later ones, but for ids of those that its minutes cite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.fold import Fold
from tcsg.ledger.following import CLOSED_FOR, following
from tcsg.ledger.keys import new_meeting, split_id
from tcsg.ledger.thread_records import derived
from tcsg.model import Ledger

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from tcsg.ledger.fold import Folded
    from tcsg.ledger.following import Following
    from tcsg.ledger.keys import Held
    from tcsg.model import Committee, Minutes


class Ahead:
    """The fold of the minutes read so far, but for the last of them: that one waits, since it may turn out to be the last of all.

    The records of closed actions that nobody has spoken of for long are made as well, while there are others that read.
    """

    def __init__(self, committee: Committee) -> None:
        self._committee = committee
        self._calendar: dict[str, date] = {}
        """The day of the next minutes after each meeting."""
        self._held: list[Held] = []
        self._taken: set[str] = set()
        self._fold: Fold | None = Fold(self._held, Ledger(), following((), Ledger()))

    def add(self, minutes: Minutes) -> None:
        """Take the minutes that were read next. They should be of a later day; once they are not, nothing more is followed."""
        last = self._held[-1].meeting if self._held else None
        if self._fold is None or minutes.day is None or (last is not None and (minutes.day, minutes.path) < (last.day, last.path)):
            self._fold = None
            return
        self._held.append(new_meeting(minutes, minutes.day, self._taken))
        place = len(self._held) - 1
        self._fold.state.order[self._held[-1].meeting.key] = place
        if last is not None:
            self._calendar[last.key] = minutes.day
            self._fold.follow(place - 1, keep=False)
            self._record(self._fold.state, place - 1)

    def _record(self, state: Following, place: int) -> None:
        """Make the records of the actions that are looked for by their words no more since the meeting at a place."""
        for n in state.at.get(place - CLOSED_FOR - 1, ()):
            if n in state.forgotten:
                state.threads[n].record = derived(state.threads[n], self._committee, self._calendar)

    def folded(self, held: Sequence[Held], known: Ledger, keep: Collection[int]) -> Folded | None:
        """What `fold` gives; None when it has to be asked: these are not the meetings that were followed, or not by themselves."""
        fold, last = self._fold, len(held) - 1
        if fold is None or known.meetings or known.actions or known.answers or not {last}.issuperset(keep) or not _are_same(held, self._held):
            return None
        fold.follow(last, keep=last in keep)
        if any(split_id(missed)[0] in fold.state.order for missed in fold.state.missed):
            return None  # the minutes cite an id that may be of a meeting after theirs, which they cannot have meant
        return fold.folded()


def _are_same(held: Sequence[Held], others: Sequence[Held]) -> bool:
    """Whether they are the same meetings with the very same minutes, and any at all."""
    both = zip(held, others, strict=False)
    return len(held) == len(others) > 0 and all(a.minutes is b.minutes and a.meeting == b.meeting for a, b in both)
