"""Whether the words behind before, by, after, until or when tell of something that happens, so that they can be a due phrase."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg.reading import time_words as en

if TYPE_CHECKING:
    from tcsg.reading.time_text import Words

BACK = 6
"""Tokens of the clause before a time in which an event makes the time its own."""
AHEAD = 5
HAPPENS = frozenset("is are has have was were becomes become goes go gets comes".split())
_OF_ONE = frozenset(("is", "has"))
_ANY = frozenset("a an any no some someone somebody anyone".split())
"""With these begins what may happen on many days: `when a member is elected`."""
BARE = frozenset("agm egm f2f".split())
"""Events that are named without an article: "by AGM"."""
_OTHERS = frozenset("before after until till during within".split())
"""With these begins another time."""
_PLACED = frozenset("in at on by with from to of".split())
"""Behind `after` no event begins with them: `how it works after in the drafts`."""


_ASKED = frozenset("how what why whether".split())


def idle(words: Words, start: int) -> bool:
    """Whether nothing happens by itself: "after every call", "before that", "after the fact", "before sending it"."""
    head = words.skip(start, "the", "a", "this", "that")
    pointing = head > start and words.closes(head)
    doing = words[start].endswith("ing") and words[start] not in en.EVENTS and not _is_called(words, start)
    return words[start] in en.RECURRING or pointing or doing or (words[head] in en.NO_EVENTS and words.closes(head + 1) and words[head + 1] != "of")


def _is_called(words: Words, start: int) -> bool:
    """Whether a word on -ing is part of what an event is called, "before mailing deadline", and nothing done, "before holding a meeting"."""
    held = any(words[start].startswith(verb.rstrip("e")) for verb in en.HOLDING)
    return not held and words[start + 1] in en.EVENTS and words.closes(start + 2)


def happens_by(words: Words, at: int, start: int, stop: int) -> bool:  # noqa: ARG001 - one signature for all
    """Not whom or what it is done by."""
    edge = words.skip(start, "the")
    if words.follow(start, "the time") or (words[edge] in en.EDGES and words[edge + 1] == "of"):
        return True
    if words[start] in BARE and words.closes(start + 1):
        return True
    definite = words[start] in en.DEFINITE | en.NEXT or words[start].endswith(("'s", "’s"))
    near = takewhile(lambda n: words[n] not in _OTHERS, range(start + 1, min(stop, start + AHEAD)))  # `by the clerk before the fair`
    return definite and any(words[n] in en.EVENTS and words.closes(n + 1) for n in near)


def happens_before(words: Words, at: int, start: int, stop: int) -> bool:
    """Not "put before the committee", "as before", "before we can start"."""
    if any(words[n] in en.POSSIBLE for n in range(start, stop)):
        return False
    brought = any(words[n] in en.BRINGING for n in range(at - BACK, at)) and any(words[n] in en.BODIES for n in range(start, stop))
    return not brought and words[start] not in {"and", "or"} and words[start][0].isalnum()


def happens_until(words: Words, at: int, start: int, stop: int) -> bool:
    """Not how long a state is to last."""
    return not any(words[n] in en.LASTING for n in range(at - 2 * BACK, at)) and happens_before(words, at, start, stop)


def happens_after(words: Words, at: int, start: int, stop: int) -> bool:
    """Not "look after", "after all", "after discussion"."""
    debated = any(words[n] in en.DEBATES for n in range(start, min(stop, start + AHEAD)))
    return (
        not debated
        and words[start] not in _PLACED
        and words[at - 1] not in en.LOOKING
        and words[start][0].isalnum()
        and not _asks_what_was(words, at)
    )


def _asks_what_was(words: Words, at: int) -> bool:
    """Whether before a time a clause asks what has happened: `see how the figures changed after the storm`."""
    told = words[at - 1].endswith("ed") and words[at - 1] not in en.NO_PARTICIPLES
    return told and any(words[n] in _ASKED for n in range(max(0, at - BACK), at - 1))


def happens_when(words: Words, at: int, start: int, stop: int) -> bool:
    """Not what is asked, what holds whenever something happens, or what begins a later sentence: `Ann rows. When they are in, she will rest`."""
    if at and words[at - 1] in {".", "!", "?"}:
        return False
    one = words[start] not in _ANY and any(words[n] in _OF_ONE for n in range(start + 2, stop - 1))  # `when new paint is delivered`
    known = words[start] in en.DEFINITE or words.capital(start) or ((one or words[start + 1] in HAPPENS) and words[stop - 1] in en.ARRIVED)
    return known and words[at - 1] not in en.ASKING and (words[stop - 1] == "in" or any(words[n] in en.ARRIVED for n in range(start + 1, stop)))


def until_main(words: Words, start: int, stop: int) -> int:
    """Where a clause with `when` at the head of a text ends that no comma parts from the rest: `When the map is out Ann will print it`."""
    return next((n - 1 for n in range(start + 2, stop) if words[n] in {"will", "shall"}), stop)


def happens_ready(words: Words, at: int, start: int, stop: int) -> bool:
    """What is to be ready for an event, "finish it, ready for the fair", not for somebody or for use."""
    apart = not words[at - 1][:1].isalnum() or words[at - 1] in {"be", "is", "and"}
    return apart and words[start] in en.DEFINITE and any(words[n] in en.EVENTS and words.closes(n + 1) for n in range(start + 1, stop))
