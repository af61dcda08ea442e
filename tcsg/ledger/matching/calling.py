"""What calls a meeting together: `Ann to send a poll for the next meeting` is for that one, and the next list means the one after."""

from __future__ import annotations

from tcsg.ledger.matching.stems import stem
from tcsg.reading.text import words_in

CALLING = frozenset(map(stem, "doodle poll invite invitation remind reminder email mail notify calendar".split()))
"""Stems of what people are called together with."""
_FOR = "for "
_MEETINGS = ("meeting", "meetings", "call", "session")
_WORDS = 8
"""Words of a task that says no more than who is called."""


def calls_together(task: str, due_words: str) -> bool:
    """Whether a task that is for a meeting says no more than that people be called to it; else it may be put off to the next."""
    when = words_in(due_words.casefold())
    if not due_words.startswith(_FOR) or when[-1:] not in ([meeting] for meeting in _MEETINGS):
        return False
    said = words_in(task.casefold())
    return len(said) <= _WORDS and not CALLING.isdisjoint(map(stem, said))
