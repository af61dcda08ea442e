"""A sign that a writer sets between whoever is to do something and the task, on several lines of a page: `Ann ::: sweep the yard`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading.doubt import SIGNED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.naming import HANDLE, INITIALS, is_group, split_owners
from tcsg.reading.text import late_names, signs_of, words_in
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

PARTING = (" ::: ", " :::: ", " >> ", " >>> ", " » ", " // ", " || ", " ~> ", " ¦ ", " |> ")
"""The signs; one that stands in other places as well, such as an arrow or a dash, is none."""
_BARE = tuple(map(signs_of, PARTING))
_PARTED = late_names(r"(?P<who>[*_]{0,3}[A-Z@][\w.@'’/&+,* -]{0,60}?)(?P<sign> (?::{3,4}|>{2,3}|»|//|\|\||~>|¦|\|>) )\s*(?=\S)")
_LEAST = 3
"""Lines of a page that have the same sign."""
_STEP = late.compile(r"\s+")


def parted_drafts(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> tuple[Draft, ...]:
    """The lines that have such a sign, where three of a page have the same one and it stands behind people in most of its places."""
    page = "\n".join([line for item in items for line in item.lines])
    if not any(map(signs_of(page).__contains__, _BARE)):
        return ()
    texts = [item for item in items if item.shape in (Shape.BULLET, Shape.LINE) and any(map(item.text.__contains__, PARTING))]
    places: dict[str, list[tuple[Item, int, int, str, str]]] = {}
    for item in texts:
        for start, end, who, sign, task in _places(item):
            places.setdefault(_STEP.sub("", sign), []).append((item, start, end, who, task))
    taken = {line for draft in drafts for line in range(draft.line, draft.end + 1)}
    said = Counter(word for item in items for word in words_in(item.text) if word[:1].isupper())
    found = [place for several in places.values() if _are_peoples(several, names, said) for place in several]
    return tuple(_draft(*place) for place in found if place[0].line + place[1] not in taken)


def _places(item: Item) -> Iterator[tuple[int, int, str, str, str]]:
    """First and last line in the item of each task behind such a sign, whose it is, the sign, and the task."""
    begun = [(n, found) for n, line in enumerate(item.lines) if (found := _PARTED.match(line)) is not None]
    ends = [n for n, _ in begun[1:]] + [len(item.lines)]
    for (n, found), end in zip(begun, ends, strict=False):
        yield n, end - 1, found["who"], found["sign"], " ".join((item.lines[n][found.end() :], *item.lines[n + 1 : end]))


def _are_peoples(places: Sequence[tuple[Item, int, int, str, str]], names: Names, said: Counter[str]) -> bool:
    owned = [split_owners(plain(who), names) for _, _, _, who, _ in places]
    sure = sum(bool(owners) and all(_is_somebody(o, names, said) for o in owners) for owners in owned)
    return len(places) >= _LEAST and all(owned) and 3 * sure >= 2 * len(places)


def _is_somebody(owner: str, names: Names, said: Counter[str]) -> bool:
    """Whether an owner is known, or may be somebody: a given name, initials, or where nobody is listed a word that the page has again."""
    if names.full or names.knows(owner) or is_group(owner):
        return names.knows(owner) or is_group(owner)
    first = owner.split(maxsplit=1)[0]
    return is_given(first) or said[first] > 1 or bool(INITIALS.match(owner) or HANDLE.match(owner))


def _draft(item: Item, start: int, end: int, who: str, task: str) -> Draft:
    line = item.line + start
    reason = Reason("action", "a sign between somebody and a task, as elsewhere on the page", line)
    return Draft(line, item.line + end, task, Kind.INLINE, item.indent, plain(who), links=links(task), doubt=SIGNED, reasons=(reason,))
