"""A committee's own words, as `words` of committee.yaml lists them, beside those of the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Status

if TYPE_CHECKING:
    from tcsg.model import Committee

_NONE: frozenset[str] = frozenset()


@frozen
class Idiom:
    """The words of one committee; all are in the form that `key` gives them."""

    headings: frozenset[str] = _NONE
    """Titles of blocks of actions, and of table columns that hold actions."""
    marks: frozenset[str] = _NONE
    """Words that mark a line as an action wherever it stands, `JOB: …`."""
    owners: frozenset[str] = _NONE
    """Titles of table columns that hold owners."""
    due: frozenset[str] = _NONE
    """Titles of table columns that hold due dates."""
    done: frozenset[str] = _NONE
    dropped: frozenset[str] = _NONE
    open: frozenset[str] = _NONE
    ignore: frozenset[str] = _NONE
    """Titles of sections and items whose lines are no actions, whatever they look like."""

    # Much is remembered by text and idiom, as it is by text and names.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def credit(self, words: str) -> str:
        """What a reason adds to words that are the committee's own; "" when they are not."""
        if self is NO_IDIOM:
            return ""
        own = key(words)
        return " (committee.yaml)" if any(own in getattr(self, name) for name in KEYS) else ""

    def status(self, words: str) -> Status | None:
        """The status that words tell which are the committee's own, and nothing else."""
        if not (self.done or self.dropped or self.open):
            return None  # most committees have none
        own = key(words)
        for status, known in ((Status.DONE, self.done), (Status.DROPPED, self.dropped), (Status.OPEN, self.open)):
            if own in known:
                return status
        return None


NO_IDIOM = Idiom()
KEYS: tuple[str, ...] = Idiom.__match_args__


def key(words: str) -> str:
    """Words as they are compared: any case, single blanks, without the signs around them."""
    return " ".join(words.casefold().replace("_", " ").replace("-", " ").split()).strip(" .:–!*~")


def idiom_of(committee: Committee) -> Idiom:
    """The words that a committee has of its own."""
    return Idiom(**{name: frozenset(filter(None, map(key, values))) for name, values in committee.words}) if committee.words else NO_IDIOM
