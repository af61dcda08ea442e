"""What closes a block of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.blocks import ANNOUNCED, Block, is_counted, is_number, looks_like_action, number, place, style
from tcsg.reading.bold import is_bold_title
from tcsg.reading.labelled import is_field
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.numbering import PLACE
from tcsg.reading.orders import is_labelled_order, starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.shares import is_for_all, is_share_of
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_SKIPPED = 2
"""By how much the number of the next title may be more: one point was left out."""
_TITLE = 9
"""Words of a title."""
_SHORT = 100
"""Characters of an order on a line of its own."""
_NEXT_TITLE = late.compile(r"\*{2,3}(?!1\b)\d{1,2}\\?[.):]?\s[^*]{2,80}\*{2,3}$")
"""A title of the agenda in bold and with its number, and perhaps who leads it: `**3. Survey (Ann)**`."""
_CAPITALS = late.compile(r"\d{1,2}[.)]?\s+(?![A-Z]{2,4} TO )[A-Z][A-Z ,&'’/()-]{3,60}$")  # `4  ANY OTHER BUSINESS`


def closes(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether an item stands outside the block that is open."""
    if item.shape is Shape.HEADING:
        return block.shape is not Shape.HEADING or item.level <= block.level
    if item.shape is Shape.RULE:
        return block.shape is not Shape.HEADING and block.floor is not None  # right below a title a rule only underlines it
    if block.shape is Shape.HEADING:
        return block.boxes and item.gap and number(item) == 1 and _begins_points(block, item, names)
    if item.shape is Shape.ROW:
        return block.shape is Shape.BULLET and item.indent <= block.indent
    if block.shape is Shape.BULLET and item.indent > block.indent:
        return False
    if item.shape is Shape.BULLET:
        return _outer_bullet_closes(block, item, following, names)
    if item.gap and item.text[:2] == "**" and _NEXT_TITLE.match(item.text) and (" to " not in item.text or not looks_like_action(item, names)):
        return True
    if item.gap and item.indent <= block.indent and _is_agenda_title(block, item, names):
        return True
    if item.gap and block.floor is not None and is_bold_title(item, following):
        return not (block.topical and following is not None and (looks_like_action(following, names) or starts_with_verb(following.text)))
    leads = block.floor is None and following is not None and following.shape in (Shape.BULLET, Shape.ROW) and not _is_framing(item)
    # Behind a list that a sentence announces, or a mark of somebody's (`ACTION @ann to order:`), it is talk.
    ended = block.marker is not None and ((block.owner and block.title.casefold() in w.MARKS) or ANNOUNCED.search(f"{block.title}:"))
    told = not ended and _is_entry(block, item, following, names)
    return item.gap and not told and not leads


def _begins_points(block: Block, item: Item, names: Names) -> bool:
    """Whether a numbered item behind a list of boxes is the first point of the meeting: `1. The roof` behind `- [ ] Ring the bank`."""
    outer = item.shape is Shape.BULLET and not item.boxed and block.marker != "1" and item.indent <= (block.floor or 0)
    return outer and not looks_like_action(item, names) and not starts_with_verb(plain(item.text))


def _is_agenda_title(block: Block, item: Item, names: Names) -> bool:
    """Whether a line is the next title of the agenda by its place there or its capitals: `TOP 5  Sundries`, `4  ANY OTHER BUSINESS`."""
    if block.place and 0 < place(item) - block.place <= _SKIPPED and not _is_told(item.text.rpartition("**")[2], names):
        return True
    if item.text[:3] == "TOP" and len(item.lines) == 1 and PLACE.match(item.text):
        return True
    return block.title.isupper() and _CAPITALS.match(item.lines[0]) is not None


def _is_told(text: str, names: Names) -> bool:
    """Whether a text begins with somebody and what they are to do, as an action with a title before it does: `**3. Gate.** Bo to oil it.`."""
    owned = find_owners(plain(text).strip(" :"), names) if " to " in text else None
    return owned is not None and owned.start == 0 and owned.form == "to"


def _is_entry(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether a line or paragraph behind a gap still is an entry of the list."""
    nested = (block.floor is not None and item.indent > block.floor) or any(map(is_field, item.lines[1:]))
    if nested or is_counted(item) or (looks_like_action(item, names) and not _heads_talk(block, item, following)):
        return True
    if is_labelled_order(item) or is_share_of(item, names) or is_for_all(plain(item.text)):
        return True
    return _is_order(block, item, following)


def _is_framing(item: Item) -> bool:
    """Whether a line says that something else begins behind a title with nothing below it: `Agenda` behind `Actions from last time`."""
    return item.gap and plain(item.text).casefold().strip(" :") in w.ELSEWHERE_HEADINGS


def _heads_talk(block: Block, item: Item, following: Item | None) -> bool:
    """Whether a line behind a list is the title of what comes next and who speaks of it: `Streaming (Ann)` above points."""
    if block.marker is None or block.owner or item.shape is not Shape.LINE or following is None or following.shape is not Shape.BULLET:
        return False
    return following.gap and len(item.lines) == 1 and item.text[-1:] == ")" and len(item.text.split()) <= _TITLE and not starts_with_verb(item.text)


def _is_order(block: Block, item: Item, following: Item | None) -> bool:
    """Whether a paragraph of a list without list marks is a short order: `Get the prices.`; the first has another right below it."""
    if block.marker is not None or item.shape is not Shape.LINE or len(item.text) > _SHORT or item.text[-1:] == ":":
        return False
    begun = block.floor is not None or (following is not None and following.shape is Shape.LINE and not following.gap)
    return begun and starts_with_verb(plain(item.text)) and (block.floor is not None or starts_with_verb(plain(following.text if following else "")))


def _outer_bullet_closes(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """A list goes on at the outer level after a page break, so long as its items still read as actions."""
    if block.number and block.shape is Shape.LINE and item.indent <= block.indent and is_number(item.marker):
        if _is_dotted(item) and _counts_within(block, item):
            return False  # `2.1 Saw guard` below `2. Matters arising`
        if block.marker == "1" and block.within and not _is_dotted(item):
            return True  # `3. Saws`, behind `2.4`
    next_title = item.indent == block.indent and ((block.number and 0 <= number(item) - block.number <= _SKIPPED) or _is_dotted(item))
    outer = number(item) > 0 and item.indent < block.indent and not looks_like_action(item, names)  # `2. Correspondence` below `1.1 Actions`
    deep = block.floor is not None and block.floor > block.indent
    if (deep and (next_title or outer)) or _is_next_title(block, item, names):
        return True
    if block.shape is Shape.BULLET:
        if block.floor is None and number(item) == 1 and not is_number(block.marker):
            return False
        broken = block.floor is None or item.gap or block.floor <= block.indent
        return not (broken and style(item) == block.marker and looks_like_action(item, names))
    if block.marker is None:
        owned = find_owners(plain(item.text), names, marked=True)
        if owned is not None and owned.start == 0 and all(map(names.knows, owned.owners)):
            return False
        first = block.floor is None and not block.number and number(item) == 1  # no agenda begins below its own title of actions
        within = item.indent > block.indent and _is_dotted(item)  # `30.3 The key` below `31.2 Matters arising`
        return is_number(item.marker) and item.gap and not (looks_like_action(item, names) or first or within or _starts_list(item, following))
    if style(item) != block.marker and (block.floor is None or item.indent <= block.floor) and not _goes_on_below(block, item, following):
        return (block.floor is not None and is_number(item.marker)) or (item.gap and not looks_like_action(item, names))
    return False


def _goes_on_below(block: Block, item: Item, following: Item | None) -> bool:
    """Whether the list goes on below an item as deep as it stood: `- Bo:` behind `- Ann:` and her tasks."""
    return following is not None and following.indent == block.floor and following.indent > item.indent and style(following) == block.marker


def _is_dotted(item: Item) -> bool:
    return is_number(item.marker) and "." in (item.marker or "")[:-1]


def _counts_within(block: Block, item: Item) -> bool:
    """Whether the number of an item goes on with that of the title of a block: `2.1` below `2. Matters arising`."""
    return (item.marker or "").lstrip("(").startswith(f"{block.number}.")


def _starts_list(item: Item, following: Item | None) -> bool:
    """Whether a numbered or lettered item is the first of a list and no title: its next follows at once, or letters count what is to be done."""
    if following is None:
        return False
    next_to = following.indent == item.indent and not following.gap
    letters = tuple((it.marker or "").strip("().") for it in (item, following))
    if letters[0] == "a" and starts_with_verb(plain(item.text)):
        return True
    return next_to and ((number(item), number(following)) == (1, 2) or letters == ("a", "b"))


def _is_next_title(block: Block, item: Item, names: Names) -> bool:
    """Whether a numbered item is the next title of the agenda and not the next of the numbered actions."""
    its = number(item)
    listed = block.marker == "1" and block.floor is not None and item.indent <= block.floor
    if its < 2 or not listed or not item.gap or len(item.text.split()) > _TITLE:
        return False
    owned = find_owners(plain(item.text), names)
    if owned is not None and owned.strong and owned.form == "to":
        return False
    return its != block.count + 1 or not (block.loose or (owned is not None and owned.strong))
