"""What opens and keeps a block of actions; `block_ends` says what closes it."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Status
from tcsg.reading import sentences
from tcsg.reading.aims import is_for
from tcsg.reading.contents import unreferenced
from tcsg.reading.headings import Opening, read_opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.naming import split_owners
from tcsg.reading.notes import COUNTED
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.shares import begins_list
from tcsg.reading.status import leading_status
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Section
    from tcsg.reading.names import Names


ANNOUNCED = late.compile(
    r"\b(?:the following|these) (?:[\w-]+ ){0,2}(?:actions|action items|action points|tasks|to-?dos|next steps)\b[^.:]{0,80}:$", re.IGNORECASE
)
"""How a sentence announces a list: `We will take the following actions before May:`."""
_ABBREVIATION = 5
_TITLE = 9
"""Words of a title."""
_TICKED = 40
"""Characters of one behind a tick."""


@frozen
class Block:
    """An open block: what opened it, and what it says of its items."""

    title: str
    line: int
    shape: Shape
    indent: int
    level: int
    summary: bool = False
    section: Section | None = None
    deeds: bool = False
    """Whether it tells what has been done."""
    owner: str | None = None
    marker: str | None = None
    """The style of the marks of its items, once there is one: a number or the mark itself."""
    floor: int | None = None
    """Column of its outermost items, once there is one."""
    count: int = 0
    """Number of its last item, when they are numbered."""
    discussed: bool = False
    """Whether what stands in it reads as a discussion."""
    part: str = ""
    """The sub-heading that says when what stands below it is due."""
    loose: bool = False
    """Whether blank lines part its items."""
    number: int = 0
    """Number of the title that opened it."""
    place: int = 0
    """The same of a title in bold on a line of its own: `**2. Actions**`."""
    topical: bool = False
    """Whether titles in bold part its items: one stands above the first."""
    within: bool = field(default=False, compare=False)
    """Whether the numbers of its items go on with that of its title: `2.1` below `2. Actions`."""
    boxes: bool = field(default=False, compare=False)
    """Whether all its items so far are task boxes."""

    def having(self, item: Item) -> Block:
        """The block with one more item."""
        first = self.floor is None
        shape, marker = self.shape, self.marker or style(item)
        if first and self.shape is Shape.BULLET and item.indent <= self.indent and style(item) != self.marker:
            shape, marker = Shape.LINE, style(item)  # `- **Actions:**` above `1. …`
        floor = item.indent if self.floor is None else min(self.floor, item.indent)
        count, loose = number(item), self.loose or (item.gap and not first)
        boxes = item.boxed and (first or self.boxes)
        within = self.within or (self.number > 0 and (item.marker or "").startswith(f"{self.number}."))
        if (shape, floor, marker, count, loose, boxes, within) == (
            self.shape,
            self.floor,
            self.marker,
            self.count,
            self.loose,
            self.boxes,
            self.within,
        ):
            return self
        return replace(self, shape=shape, floor=floor, marker=marker, count=count, loose=loose, boxes=boxes, within=within)


def opens(item: Item, following: Item | None, names: Names) -> Opening | None:
    """The opening that an item is, when it stands as a heading does: marked as one, alone on its line, or before a list."""
    if item.shape in (Shape.ROW, Shape.RULE) or (item.boxed and not _is_ticked_title(item, following, names)):
        return None
    if item.shape is Shape.LINE and item.text[-1:] == ":" and following is not None and following.shape is Shape.BULLET:
        closing = _closing(item.text, following, names)
        if closing is not None or len(item.lines) > 1:
            return closing
    opening = read_opening(item.text, names.idiom) if len(item.lines) == 1 else None
    if opening is None:
        return None
    mark = lead_mark(item.text) if "(" in item.text and opening.owner is None else None
    if mark is not None and split_owners(mark.owners, names):
        opening = replace(opening, owner=mark.owners)
    bare = item.lines[0].strip()
    if item.shape is not Shape.HEADING and bare.startswith("[") and unreferenced(bare, names.idiom) != bare:
        deeper = following is not None and following.shape is Shape.BULLET and following.indent > item.indent and following.text[:1] != "["
        return opening if deeper and "](#" not in bare else None  # a title, and no entry of a table of contents
    marked = (
        item.shape is Shape.HEADING
        or bare.rstrip().endswith((":", ":**", ":*", ":_", ":__"))
        or (bare[:1] in "*_" and bare[-1:] in "*_")
        or bool(opening.rest or bare[:7].casefold() == "topic: ")
        or (item.shape is Shape.LINE and item.gap and opening.actions and len(bare) > _ABBREVIATION and bare.isupper())
    )
    if marked:
        return opening
    ends = following is not None and (
        following.gap or following.shape is not Shape.LINE or begins_list(following, names) or looks_like_action(following, names)
    )
    alone = item.shape is Shape.LINE and item.gap and ends
    leads = (
        item.shape is Shape.BULLET
        and following is not None
        and (following.indent > item.indent or is_number(item.marker) or _starts_list(item, following, opening, names))
    )
    return opening if alone or leads else None


def _is_ticked_title(item: Item, following: Item | None, names: Names) -> bool:
    """Whether a tick stands before a title that says the same of the actions below it, and is no box: `✅ Done:`."""
    if not item.checked or len(item.text) > _TICKED or following is None or following.shape is not Shape.BULLET:
        return False
    if following.indent < item.indent or (following.indent == item.indent and item.text[-1:] != ":"):
        return False
    opening, told = read_opening(item.text, names.idiom), plain(following.text)
    if opening is None or opening.actions or opening.status is not Status.DONE:
        return False
    return starts_with_verb(told) or find_owners(told, names, marked=True) is not None


def _closing(text: str, following: Item, names: Names) -> Opening | None:
    """The opening that the last sentence of a paragraph is: `We talked of the roof. Remaining tasks are as follows:`."""
    begin, _ = sentences.spans(text)[-1]
    opening = read_opening(text[begin:].strip(), names.idiom) if begin else None
    if opening is not None and opening.actions and not opening.rest:
        return opening
    if _AGREED.search(text, begin) and read_opening(text, names.idiom) is None and looks_like_action(following, names):
        return Opening(text[begin:].strip(" :"), actions=True, mixed=True)
    announced = ANNOUNCED.search(text, begin) if "these" in text or "following" in text else None
    if announced is not None and (looks_like_action(following, names) or starts_with_verb(plain(following.text))):
        return Opening(announced[0].strip(" :"), actions=True)
    return None


def _starts_list(item: Item, following: Item, opening: Opening, names: Names) -> bool:
    """Whether a bare bullet `Actions` stands above actions of its own level."""
    beside = following.shape is Shape.BULLET and following.indent == item.indent and not following.gap
    return opening.actions and not opening.owner and beside and looks_like_action(following, names)


def is_number(marker: str | None) -> bool:
    """Whether a list mark is a number or a letter that counts: `3.`, `(b)`."""
    if marker is None:
        return False
    first = marker.lstrip("(")[:1]
    return first.isdigit() or (first.isalpha() and marker[-1:] in ".)")


def number(item: Item) -> int:
    """The number of a numbered item, 0 for every other one."""
    digits = item.marker.strip(".()") if item.marker and is_number(item.marker) else ""
    return int(digits) if digits.isdecimal() else 0


_PLACED = late.compile(r"\*\*(\d{1,2})\\?[.)]\s[^*]{2,80}[*]{2}")


def place(item: Item) -> int:
    """The number in a title in bold that stands at the head of a line, 0 where none does: `**3. Roof.** It leaks.`."""
    found = _PLACED.match(item.text) if item.shape is Shape.LINE and item.text[:2] == "**" else None
    return int(found[1]) if found is not None else 0


def style(item: Item) -> str | None:
    """The style of an item's list mark."""
    return "1" if is_number(item.marker) else item.marker


def heads(item: Item, following: Item) -> bool:
    """Whether a bullet has another below it, be it one with another mark that begins where a numbered point does: `1. Old actions`, `- Ann: …`."""
    return following.indent > item.indent or (following.indent == item.indent and style(item) == "1" != style(following))


_AGREED = late.compile(r"\b(?:agreed|decided|resolved)(?: that| to)?\s?:$", re.IGNORECASE)
"""The end of a sentence that goes on with what each is to do: `It was agreed that:`."""


def is_counted(item: Item) -> bool:
    """Whether the number of an action stands at the head of an item: `A3. Order the rope`, `#0188 Ann: …`."""
    head = item.text[:12].lstrip("*_")
    return (head[:1] in "#[({0123456789" or head[:1].isupper()) and has_digit(head) and COUNTED.match(item.text) is not None


def is_elsewhere(title: str) -> bool:
    """Whether a casefolded title heads what holds no actions: an agenda, attendance, decisions."""
    words = title.split()
    named = len(words) <= _TITLE and not title.startswith("all ") and not w.ELSEWHERE.isdisjoint(words)  # a sentence may name attendance as well
    return named or title.removeprefix("upcoming ") in w.ELSEWHERE_HEADINGS


_PICTURE = late.compile(r"\s:[a-z][a-z0-9_+-]{1,30}:$")


def is_other_label(item: Item) -> bool:
    """Whether an item is a bold or plain label of something that is no list of actions, such as `**Decisions**`."""
    if item.shape not in (Shape.LINE, Shape.BULLET) or len(item.lines) > 1 or item.boxed:
        return False
    bare = item.lines[0].strip()
    if bare.casefold().strip(" .:*_") in w.FRAMING:
        return True
    if bare[-1:] == ":" and " :" in bare and _PICTURE.search(bare):
        return False  # `- **Ann** - send the agenda :tada:`
    if not (bare.endswith((":", ":**", ":*")) or (bare[:2] == "**" and bare[-2:] == "**")):
        return False
    title = plain(bare).casefold().strip(" :")
    return is_elsewhere(title) or is_for(title)


def looks_like_action(item: Item, names: Names) -> bool:
    """Whether an item reads as a task by itself: somebody `to` do something, a trailing owner, a box, a mark, how it went before it."""
    if item.boxed or lead_mark(item.text, names.idiom) or (item.text[:1] in ("[", "(") and leading_status(item.text, names.idiom) is not None):
        return True
    text = plain(item.text)
    owned = find_owners(text, names)
    return owned is not None and owned.strong


def following(items: Sequence[Item], n: int) -> Item | None:
    """The item after the one at `n`."""
    return items[n + 1] if n + 1 < len(items) else None


def below(items: Sequence[Item], n: int) -> Iterator[Item]:
    """The items after the one at `n`, as far as somebody asks; those before it are not gone over, however many they are."""
    return map(items.__getitem__, range(n + 1, len(items)))
