"""The last lines of minutes that have no list of actions: a task each, behind whose it is: `Ann: Order the slates`, `Bo: Call the yard`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LEAST = 3
"""Such lines in a row; what two people said last may be two orders by chance."""
_BEHIND = 3
"""Lines of another kind that may end the minutes: `Next meeting: 4 May`."""
_LONGEST = 60
"""Characters in which the owners stand."""
_SPOKEN = frozenset(
    """
    agree note see thank think feel guess sound like look wait imagine consider discuss welcome introduce present report update review approve
    second move vote propose open close say hope need want
    """.split()
)
"""With these words people speak."""


def last_shares(items: Sequence[Item], names: Names) -> Iterator[Draft]:
    """Those lines of a page on which nothing is listed or marked as given by this meeting."""
    shares: list[tuple[Item, int]] = []
    others = 0
    for item in reversed(items):
        found = [*_shares(item, names)]
        if not found and (shares or others == _BEHIND):
            break
        shares += found
        others += not found
    told = [_share(item.lines[n], names) for item, n in shares]
    pure = sum(verb in w.PURE_VERBS for _, verb in told)  # most of the others are things as well
    if len(told) < _LEAST or len({who for who, _ in told}) == 1 or _LEAST * pure < len(told):
        return
    for item, n in reversed(shares):
        text = item.lines[n] if len(item.lines) > 1 and _is_whole(item, names) else item.text
        first = item.line + n
        last = first if text is not item.text else item.end
        reason = Reason("action", "one of the last lines, which each tell somebody to do something", first)
        yield Draft(first, last, text, Kind.INLINE, item.indent, links=links(text), doubt=UNMARKED, reasons=(reason,))


def _shares(item: Item, names: Names) -> Iterator[tuple[Item, int]]:
    """The lines of an item that are such tasks, the last first: all of them, or its first."""
    if item.shape not in (Shape.LINE, Shape.BULLET) or item.quote or item.boxed or ": " not in item.text[:_LONGEST]:
        return
    for n in range(len(item.lines) - 1, -1, -1) if _is_whole(item, names) else (0,):
        if _share(item.lines[n], names)[0]:
            yield item, n


def _is_whole(item: Item, names: Names) -> bool:
    return all(_share(line, names)[0] for line in item.lines)


def _share(line: str, names: Names) -> tuple[str, str]:
    """Whose a line is that tells somebody known, or with a given name, to do something, and the verb; both are empty for all others."""
    who, _, told = plain(line).partition(": ")
    verb, _, rest = told.casefold().partition(" ")
    if not rest or len(who) > _LONGEST or verb not in w.VERBS or verb in _SPOKEN or told.rstrip()[-1:] in ("?", "!"):
        return "", ""
    owners = split_owners(who, names)
    return (who, verb) if owners and all(names.knows(o) or is_given(o.split()[0]) for o in owners) else ("", "")
