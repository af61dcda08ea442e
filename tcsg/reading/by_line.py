"""Paragraphs of which each line is one action, though Markdown takes them for one: told by the title above, and by how all lines begin or end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.headings import read_opening
from tcsg.reading.labelled import is_field
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.notes import COUNTED
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.status import leading_status, read_report
from tcsg.reading.wrapped import WIDTH, ends_early, is_open, typed_anew

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

SOME = 3
"""Lines that do not all end with a sentence by chance."""
REMARK = 30
"""Characters of a line that tells nothing but how it went."""
_FEWEST = 2
"""Lines of a list."""
_HEAD = 80
"""Characters in which whose it is stands."""
SHARE = late.compile(r"[*_]{0,2}@?[\w.'’-]{1,20}(?:(?:,| &| \+| /|/)? [\w.'’-]{1,20}){0,3} ?:[*_]{0,2} +\S")
"""Whose it is, and behind a colon what."""
_SHARE_OF_WORK = late.compile(r"@?[\w.'’-]{1,20}(?:(?:,| &| \+| /|/)? [\w.'’-]{1,20}){0,3}(?: ?:| [–—-]) +(?:[Tt]o )?")
"""Whose it is, before what a verb tells to do: `Ann - ask the baker`, `Bo: To ask the baker`."""


def is_told_by_line(item: Item, above: Item, names: Names) -> bool:
    """Whether each line of the paragraph right below a title that looks back on actions tells of one: it begins anew and ends a sentence."""
    if not (above.shape is Shape.HEADING or above.text[:2] == "**") or item.shape is not Shape.LINE or len(item.lines) < SOME:
        return False
    if not all(len(line) > REMARK and line[0].isupper() and line.rstrip(" *_")[-1:] in ".!" for line in item.lines):
        return False
    opening = read_opening(above.text, names.idiom)
    return opening is not None and opening.actions and opening.review and not opening.mixed


def shares_by_line(item: Item, above: Item, names: Names) -> frozenset[int]:
    """The lines, from 0, of the paragraph right below a title of actions that begin with whose it is, known or not: `mick: …` above `Michael : …`.

    Nothing where another line follows on one that had room for its first word, or fields are so labelled.
    """
    if item.shape is not Shape.LINE or len(item.lines) < _FEWEST or not all(item.lines) or ":" not in item.lines[0][:_HEAD]:
        return frozenset()
    if not heads_lines(above, names):
        return frozenset()
    starts = frozenset(n for n, line in enumerate(item.lines) if ":" in line[:_HEAD] and SHARE.match(line))
    width = max(WIDTH, *map(len, item.lines))
    wrapped = all(n in starts or not ends_early(a, b, width) for n, (a, b) in enumerate(pairwise(item.lines), 1))
    return starts if 0 in starts and len(starts) > 1 and wrapped and not any(map(is_field, item.lines)) else frozenset()


def listed_by_line(item: Item, above: Item, names: Names) -> tuple[Item, ...]:
    """The bullets that a paragraph right below a title of actions is whose lines end before they must, and half of which say who is to do what.

    Where a text is wrapped, the first word of a line had no room on the one above. Nothing where a paragraph is no list.
    """
    if item.shape is not Shape.LINE or len(item.lines) < _FEWEST or not all(item.lines):
        return ()
    width = max(WIDTH, *map(len, item.lines))
    free = [n for n, (a, b) in enumerate(pairwise(item.lines), 1) if ends_early(a, b, width)]
    free = sorted(typed_anew(item.lines, range(1, len(item.lines)), free))
    if 2 * len(free) < len(item.lines) - 1 and not _begin_anew(item.lines):
        return ()
    if not heads_lines(above, names):
        return ()
    if any(is_field(line) or _reports(plain(line), names) for line in item.lines):
        return ()  # lines tell how it went with those above
    if COUNTED.match(item.lines[0]) and not any(map(COUNTED.match, item.lines[1:])):
        return ()  # `A32 (Ann) Examples from the pilots`, and below it what came of that
    if _begin_anew(item.lines):
        free = _told_anew(item.lines, free, names)
    elif free:
        free = [n for n, (a, b) in enumerate(pairwise(item.lines), 1) if n in free or (b[0].isupper() and not is_open(a) and _says_who(b, names))]
    bullets = _bullets(item, starts := [0, *free])
    told = sum(_says_who(bullet.text, names) for bullet in bullets)
    return bullets if 2 * told >= len(bullets) or _are_typed(item.lines, starts) else ()


def _bullets(item: Item, starts: Sequence[int]) -> tuple[Item, ...]:
    """The bullets that begin at some lines of a paragraph."""
    parts = [part_of(item, a, b) for a, b in zip(starts, [*starts[1:], len(item.lines)], strict=True)]
    return tuple(replace(part, shape=Shape.BULLET, indent=item.indent, marker="-", gap=item.gap and part is parts[0]) for part in parts)


def stated_by_line(item: Item, above: Item, names: Names) -> tuple[Item, ...]:
    """The bullets that a paragraph right below a title of actions is whose lines begin with how far it is and go on with a task.

    `DONE - Ann: the oars` above `OPEN - Bo: ask the bank`; nothing where the first line does not, or no other.
    """
    if item.shape is not Shape.LINE or len(item.lines) < _FEWEST or not all(item.lines) or not _is_stated(item.lines[0], names):
        return ()
    starts = [n for n, line in enumerate(item.lines) if n == 0 or (not is_open(item.lines[n - 1]) and _is_stated(line, names))]
    return _bullets(item, starts) if len(starts) > 1 and heads_lines(above, names) else ()


def _is_stated(line: str, names: Names) -> bool:
    told = leading_status(line, names.idiom)
    return told is not None and len(line[told.end :].split()) > 1


def _are_typed(lines: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether somebody ended the lines and no width did, and they are no sentences: `Oars` above `Flyers for the fair`."""
    if len(starts) < len(lines) or len(lines) < SOME:
        return False
    return 3 * sum(line[-1] in ".!?" for line in lines) <= len(lines)


def _begin_anew(lines: Sequence[str]) -> bool:
    """Whether each of some lines begins as a sentence does; wrapped ones rarely do."""
    return len(lines) >= SOME and all(line[0].isupper() or line[0] == "@" for line in lines)


def _told_anew(lines: Sequence[str], free: Sequence[int], names: Names) -> list[int]:
    """The lines that say who is to do what, besides those that are `free`; all where most do."""
    anew = [n for n, above in enumerate(lines[:-1], 1) if not is_open(above)]
    told = [n for n in anew if n in free or _says_who(lines[n], names)]
    return anew if 3 * len(told) >= 2 * (len(lines) - 1) else told


def _reports(line: str, names: Names) -> bool:
    if read_report(line, names.idiom) is not None:
        return True
    from tcsg.reading.outcome import is_said_done  # lazy: in few minutes the lines of a paragraph are actions

    return is_said_done(line)


def _says_who(text: str, names: Names) -> bool:
    """Whether words tell somebody, or whoever it may be, to do something."""
    told = plain(text)
    if starts_with_verb(told) or ((share := _SHARE_OF_WORK.match(told)) is not None and starts_with_verb(told[share.end() :])):
        return True
    owned = find_owners(told, names)
    return owned is not None and (owned.strong or all(map(names.knows, owned.owners)))


def each_line(item: Item) -> Iterator[Item]:
    """Each line of a paragraph as a bullet."""
    return (replace(part_of(item, n, n + 1), shape=Shape.BULLET) for n, line in enumerate(item.lines) if line)


def part_of(item: Item, start: int, end: int) -> Item:
    """The lines of an item from one up to another, counted from 0; those behind the first are a paragraph below it."""
    if start == 0:
        return replace(item, end=min(item.end, item.line + end - 1), lines=item.lines[:end])  # HTML may have several lines on one
    first, last = min(item.end, item.line + start), min(item.end, item.line + end - 1)
    return Item(Shape.LINE, first, last, item.lines[start:end], item.indent + (item.shape is Shape.BULLET), quote=item.quote)


def is_opening_line(line: str, names: Names) -> bool:
    """Whether a line is the heading of a block of actions and nothing else; `action.` ends the sentence of the line above."""
    if line[:1].islower() and line.rstrip()[-1:] == ".":
        return False
    opening = read_opening(line, names.idiom)
    return opening is not None and opening.actions and not opening.rest


def heads_lines(item: Item, names: Names) -> bool:
    """Whether an item is the title of a list of actions that may be one of plain lines: no bullet, but for a number of the agenda."""
    alone = item.shape in (Shape.LINE, Shape.HEADING) or (item.shape is Shape.BULLET and (item.marker or "")[:1].isdigit())
    return alone and len(item.lines) == 1 and is_opening_line(item.lines[0], names)
