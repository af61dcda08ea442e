"""Items made ready for the grammar: paragraphs cut where a new thing begins, and what opens, keeps and closes a block."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.model import Section, Status
from tcsg.reading.headings import Opening, read_opening, unreferenced
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark, strip_log
from tcsg.reading.naming import split_owners
from tcsg.reading.notes import COUNTED, is_field
from tcsg.reading.orders import is_labelled_order
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_report
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.reading.names import Names

_PAGED = late.compile(r"\bpage\b|\b\d{4}\b|\s{2}\d{1,3}$|^\d{1,3}\s{2}", re.IGNORECASE)
_LABEL = late.compile(r"(?:\*\*|__)[^*_]{1,40}(?:\*\*|__)|[A-Z]{1,12}:\s|[→⇒➜➡👉➔►▶]|-{1,3}\\?>\s|=\\?>\s")
"""A label in bold or capitals that begins a new thing: `**INFO:** …`."""
_LETTER = late.compile(r"[A-Z][.)]\s+[A-Z]")
_NAMED = late_names(r"[*_]{0,2}[A-Z][\w.&/, -]{0,30}:[*_]{0,2}\s")
_TITLE = late.compile(r"\d{1,4}[/.]\d{1,3}\.?\s+[A-Z]")


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
    status: Status = Status.OPEN
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

    def having(self, item: Item) -> Block:
        """The block with one more item."""
        first = self.floor is None
        shape, marker = self.shape, self.marker or style(item)
        if first and self.shape is Shape.BULLET and item.indent <= self.indent and style(item) != self.marker:
            shape, marker = Shape.LINE, style(item)  # `- **Actions:**` above `1. …`
        floor = item.indent if self.floor is None else min(self.floor, item.indent)
        return replace(self, shape=shape, floor=floor, marker=marker, count=_number(item), loose=self.loose or (item.gap and not first))


def prepare(items: Iterable[Item], names: Names) -> tuple[Item, ...]:
    """The items with each paragraph cut at lines that begin a new thing: a mark, a log entry, a heading of a block."""
    out: list[Item] = []
    for item in items:
        out.extend(_cut(item, names) if len(item.lines) > 1 and item.shape is not Shape.ROW else (item,))
    return tuple(out)


def _cut(item: Item, names: Names) -> Iterator[Item]:
    start, opened = 0, is_opening_line(item.lines[0], names) or _each_somebodys(item, names)
    for n in range(1, len(item.lines)):
        line = item.lines[n]
        above = item.lines[n - 1]
        if not line:  # a page was turned within a sentence
            continue
        breaks = (
            _begins(line, above, names)
            or strip_log(above)[0] != above
            or (n == start + 1 and _ends(above, line, n, names, numbered=_is_number(item.marker) and len(above) <= 50))
        )
        if breaks or (opened and (n == 1 or _new_line(item.lines[n - 1], line, names))):
            yield _part(item, start, n)
            start = n
            opened = opened or is_opening_line(line, names)
    yield _part(item, start, len(item.lines))


def _each_somebodys(item: Item, names: Names) -> bool:
    """Whether every line of a paragraph tells somebody to do something: a list without list marks."""
    if item.shape is not Shape.LINE or not all(" to " in line[:100] for line in item.lines):
        return False
    owned = [find_owners(plain(line), names) for line in item.lines]
    return all(o is not None and o.strong and o.form == "to" and o.start == 0 for o in owned)


def _part(item: Item, start: int, end: int) -> Item:
    if start == 0:
        return replace(item, end=item.line + end - 1, lines=item.lines[:end])
    return Item(
        Shape.LINE,
        item.line + start,
        item.line + end - 1,
        item.lines[start:end],
        item.indent + (1 if item.shape is Shape.BULLET else 0),
        quote=item.quote,
    )


def _ends(above: str, line: str, n: int, names: Names, *, numbered: bool) -> bool:
    """Whether a line ends what it began, though no blank line follows: a marked line, or a title with its number."""
    if not line[:1].isupper() and not line.startswith("<"):
        return read_report(plain(line), names.idiom) is not None and lead_mark(above, names.idiom) is not None
    if n == 1 and len(above) <= 60 and above[-1:] not in (".", ",", ";", ":") and (_TITLE.match(above) or (numbered and len(above) < len(line))):
        return True
    return lead_mark(above, names.idiom) is not None and len(above) <= 60 and above.count("**") % 2 == 0


def _begins(line: str, above: str, names: Names) -> bool:
    rest, command = strip_log(line)
    if command or (rest != line and len(rest) < len(line) - 6 and line[:1].isdigit()):
        return True
    if nothing(line) or (COUNTED.match(line) and COUNTED.match(above)):
        return True
    if _LETTER.match(line) and above[-1:] in (".", "!", "?"):
        return True
    mark = lead_mark(line, names.idiom)
    if _LABEL.match(line) and (above[-1:] in tuple(".!?:)*_") or _LABEL.match(above) or not line[0].isascii() or line[0] in "-="):
        return True
    return (mark is not None and (mark.word[0].isupper() or line[0] in "*_[" or mark.word == "-->" or line[mark.end :][:1] == "@")) or (
        is_opening_line(line, names) and line.rstrip("*_ ").endswith(":")
    )


def is_opening_line(line: str, names: Names) -> bool:
    """Whether a line is the heading of a block of actions and nothing else."""
    opening = read_opening(line, names.idiom)
    return opening is not None and opening.actions and not opening.rest


def _new_line(above: str, line: str, names: Names) -> bool:
    """Whether a line below `Actions:` begins another action or goes on with the one above."""
    owned = find_owners(plain(line), names)
    labelled = _NAMED.match(above) is not None and _NAMED.match(line) is not None
    return bool(owned and owned.strong) or labelled or (above.rstrip()[-1:] in ".;)" and line[:1].isupper())


def opens(item: Item, following: Item | None, names: Names) -> Opening | None:
    """The opening that an item is, when it stands as a heading does: marked as one, alone on its line, or before a list."""
    if item.shape in (Shape.ROW, Shape.RULE) or item.boxed or len(item.lines) > 1:
        return None
    opening = read_opening(item.text, names.idiom)
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
        or bool(opening.rest)
    )
    if marked:
        return opening
    ends = following is not None and (following.gap or following.shape is not Shape.LINE or looks_like_action(following, names))
    alone = item.shape is Shape.LINE and item.gap and ends
    leads = (
        item.shape is Shape.BULLET
        and following is not None
        and (following.indent > item.indent or _is_number(item.marker) or _starts_list(item, following, opening, names))
    )
    return opening if alone or leads else None


def _starts_list(item: Item, following: Item, opening: Opening, names: Names) -> bool:
    """Whether a bare bullet `Actions` stands above actions of its own level."""
    beside = following.shape is Shape.BULLET and following.indent == item.indent and not following.gap
    return opening.actions and not opening.owner and beside and looks_like_action(following, names)


def _is_number(marker: str | None) -> bool:
    return marker is not None and marker[0].isdigit()


def _number(item: Item) -> int:
    """The number of a numbered item, 0 for every other one."""
    digits = item.marker.strip(".()") if item.marker and _is_number(item.marker) else ""
    return int(digits) if digits.isdecimal() else 0


def style(item: Item) -> str | None:
    """The style of an item's list mark."""
    return "1" if _is_number(item.marker) else item.marker


def closes(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether an item stands outside the block that is open."""
    if item.shape is Shape.HEADING:
        return block.shape is not Shape.HEADING or item.level <= block.level
    if item.shape is Shape.RULE:
        return block.shape is not Shape.HEADING
    if block.shape is Shape.HEADING:
        return False
    if item.shape is Shape.ROW:
        return block.shape is Shape.BULLET
    if block.shape is Shape.BULLET and item.indent > block.indent:
        return False
    if item.shape is Shape.BULLET:
        return _outer_bullet_closes(block, item, following, names)
    nested = (block.floor is not None and item.indent > block.floor) or any(map(is_field, item.lines[1:]))
    return not nested and item.gap and not looks_like_action(item, names) and not is_labelled_order(item)


def _outer_bullet_closes(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """A list goes on at the outer level after a page break, so long as its items still read as actions."""
    if _is_next_title(block, item, names):
        return True
    if block.shape is Shape.BULLET:
        if block.floor is None and _number(item) == 1 and not _is_number(block.marker):
            return False
        broken = block.floor is None or item.gap or block.floor <= block.indent
        return not (broken and style(item) == block.marker and looks_like_action(item, names))
    if block.marker is None:
        owned = find_owners(plain(item.text), names, marked=True)
        if owned is not None and owned.start == 0 and all(map(names.knows, owned.owners)):
            return False
        return _is_number(item.marker) and item.gap and not looks_like_action(item, names) and not _starts_numbers(item, following)
    if style(item) != block.marker:
        return (block.floor is not None and item.indent <= block.floor and _is_number(item.marker)) or (
            item.gap and not looks_like_action(item, names)
        )
    return False


def _starts_numbers(item: Item, following: Item | None) -> bool:
    """Whether a numbered item is the first of a list and no title: its next follows at once."""
    return _number(item) == 1 and following is not None and _number(following) == 2 and following.indent == item.indent and not following.gap


def _is_next_title(block: Block, item: Item, names: Names) -> bool:
    """Whether a numbered item is the next title of the agenda and not the next of the numbered actions."""
    number = _number(item)
    if not number or not item.gap or block.marker != "1" or block.floor is None or item.indent > block.floor or number == 1:
        return False
    owned = find_owners(plain(item.text), names)
    if owned is not None and owned.strong and owned.form == "to":
        return False
    return number != block.count + 1 or not (block.loose or (owned is not None and owned.strong))


def is_running_title(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether a line is the head or foot of a page that a list of actions goes over."""
    if item.shape is not Shape.LINE or not item.gap or following is None or following.shape is not Shape.BULLET or not _PAGED.search(item.text):
        return False
    return style(following) == block.marker and following.indent == block.floor and looks_like_action(following, names)


def is_elsewhere(title: str) -> bool:
    """Whether a casefolded title heads what holds no actions: an agenda, attendance, decisions."""
    return title in w.ELSEWHERE_HEADINGS or (not title.startswith("all ") and bool(w.ELSEWHERE & set(title.split())))


def is_other_label(item: Item) -> bool:
    """Whether an item is a bold or plain label of something that is no list of actions, such as `**Decisions**`."""
    if item.shape not in (Shape.LINE, Shape.BULLET) or len(item.lines) > 1 or item.boxed:
        return False
    bare = item.lines[0].strip()
    if not (bare.endswith((":", ":**", ":*")) or (bare[:2] == "**" and bare[-2:] == "**")):
        return False
    return is_elsewhere(plain(bare).casefold().strip(" :"))


def looks_like_action(item: Item, names: Names) -> bool:
    """Whether an item reads as a task by itself: somebody `to` do something, a trailing owner, a box, a mark."""
    if item.boxed or lead_mark(item.text, names.idiom):
        return True
    text = plain(item.text)
    owned = find_owners(text, names)
    return owned is not None and owned.strong


def following(items: Sequence[Item], n: int) -> Item | None:
    """The item after the one at `n`."""
    return items[n + 1] if n + 1 < len(items) else None
