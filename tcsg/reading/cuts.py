"""Items made ready for the grammar: paragraphs cut where a new thing begins."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Status
from tcsg.reading.by_line import REMARK, SOME, each_line, is_opening_line, is_told_by_line, listed_by_line, part_of, shares_by_line, stated_by_line
from tcsg.reading.ended_by_status import ended_by_status
from tcsg.reading.hollow import nothing
from tcsg.reading.labelled import is_field
from tcsg.reading.leading import opens_told
from tcsg.reading.logs import speaker, strip_log
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.naming import is_sure, may_own, split_owners
from tcsg.reading.notes import COUNTED
from tcsg.reading.orders import is_dashed, is_labelled_order, starts_with_verb
from tcsg.reading.owner_first import is_somebodys, owner_first_mark
from tcsg.reading.owners import find_owners
from tcsg.reading.rows import PARTING
from tcsg.reading.shares import closes_told
from tcsg.reading.shouted import shouted_mark
from tcsg.reading.shut import shut_mark
from tcsg.reading.status import find_status, leading_status, read_report, read_status
from tcsg.reading.text import late_names
from tcsg.reading.trailing import closing_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

_LABEL = late.compile(r"(?:\*\*|__)[^*_]{1,40}(?:\*\*|__)|[A-Z]{1,12}\d{0,3}:\s|[→⇒➜➡👉➔►▶➝➞⇨⟶⟹↪⮕]|[-=]{1,3}(?:\\?>){1,2}\s")
"""A label in bold or capitals that begins a new thing: `**INFO:** …`."""
_CALLS = late.compile(r"@[\w.-]{2,40}(?:(?:,| and| &) @[\w.-]{2,40}){0,3}:?\s+[a-z]")
"""A handle and what its owner has to do with: `@ann with the flags`."""
_LETTER = late.compile(r"[A-Z][.)]\s+[A-Z]")
_NAMED = late_names(r"[*_]{0,2}[A-Z][\w.&/, -]{0,30}:[*_]{0,2}\s")
_POINT = 30
"""Characters before the words of a point."""
_POINTED = late.compile(r"[A-Z]{1,4}[-.]?\d{1,4}(?:(?:,| through| to| and|–| -)? [A-Z]{1,4}[-.]?\d{1,4}){0,3}\s{2,}\S")
"""A point of a list without list marks, its number in a column of its own: `C-11   Asks for a reference.`."""
_MARKED = late.compile(r"(?<=[.;!?)–—-]) \(?(?:ACTION|Action|TODO)(?=:? [A-Z])")
"""A mark behind what is told before it."""
_TAGGED = late.compile(r"\[(?:[A-Z]{3,12}|[a-z]{3,12})\]\s")
"""What a line is, in brackets before it: `[INFO] the crane is back` below `[DONE] Ann: the oars`."""
_TITLE = late.compile(r"\d{1,4}[/.]\d{1,3}\.?\s+[A-Z]")


_LINED_UP = late.compile(r"(?:[A-Z]{0,4}[-./]?\d{1,4}[-/.]\d|[vVxXoO✓✔✗✘-]\s{2,4}[@A-Z])")
"""What the lines of a list without list marks may begin with: a number, a tick."""
_SIGNS = "\u2190"
"""From this letter on there are arrows and pictures; lines that begin with the same one are a list."""
_SHORT = 80
"""Characters of an order that stands on one line."""
_UNFINISHED = frozenset(
    "a an the of for to in on at by with from and or about into as that which whether their our his her its other between".split()
)
"""With these no sentence ends."""


def prepare(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items with each paragraph cut at lines that begin a new thing: a mark, a log entry, a heading of a block."""
    out: list[Item] = []
    page = "\n".join([line for item in items for line in item.lines])  # a sign that it has not is in none of its lines
    if any(map(page.__contains__, PARTING)):
        items = tuple(map(_signed, items, repeat(names)))
    for item in items:
        if len(item.lines) > 1 and item.shape is not Shape.ROW:
            above = out[-1] if out else item
            by_line = shares_by_line(item, above, names)
            parts = tuple(each_line(item) if is_told_by_line(item, above, names) else _cut(item, names, by_line=by_line))
            listed = listed_by_line(item, above, names)
            out.extend(stated_by_line(item, above, names) or ended_by_status(item, above, names) or (listed if len(listed) > len(parts) else parts))
        else:
            out.append(item)
    return tuple(out)


def _signed(item: Item, names: Names) -> Item:
    """The item with a colon behind those whom another sign parts from their task: `Ann = the flour; Bo + Cy = the oven`."""
    if item.shape not in (Shape.LINE, Shape.BULLET) or not any(sign in line for line in item.lines for sign in PARTING):
        return item
    from tcsg.reading.separators import with_colons  # lazy: few minutes have any

    return with_colons(item, names)


def _cut(item: Item, names: Names, *, by_line: frozenset[int]) -> Iterator[Item]:
    heads = item.shape is Shape.BULLET and item.lines[0].rstrip("*_ ").endswith(":")
    if (heads or item.shape is Shape.LINE) and any(map(_LINED_UP.match, item.lines[:2])):
        from tcsg.reading.lined_up import lined_up  # lazy: few minutes have such lists

        if listed := lined_up(item, names):
            yield from listed
            return
    start, opened = 0, bool(by_line) or is_opening_line(item.lines[0], names)
    opened = opened or _each_somebodys(item, names) or _each_an_order(item, names) or _each_told(item, names)
    if not opened and (_each_begins(item, names) or _each_marked(item)):
        yield from each_line(item)
        return
    for n in range(1, len(item.lines)):
        line, above = item.lines[n], item.lines[n - 1]
        if not line or above.rpartition(" ")[2] in _UNFINISHED:  # a page was turned within a sentence, or it is wrapped there
            continue
        breaks = _begins(line, above, names) or _goes_with_first(line, item.lines[start], item.lines[0], names) or _is_alone(line, above, names)
        breaks = breaks or (n == start + 1 and _ends(above, line, n, names, numbered=(item.marker or "x")[0].isdigit() and len(above) <= 50))
        titled = n == len(item.lines) - 1 and (above[-1:] in tuple(".!?:)") or line[0] == line[-1] == "*") and is_opening_line(line, names)
        if titled or breaks or (opened and (n in by_line if by_line else n == 1 or _new_line(item.lines[n - 1], line, names))):
            yield part_of(item, start, n)
            start = n
            opened = opened or is_opening_line(line, names)
    last = part_of(item, start, len(item.lines))
    # Though no blank line parts them, a title ends the paragraph above it.
    yield replace(last, gap=True) if start and len(last.lines) == 1 and is_opening_line(last.lines[0], names) else last


def _goes_with_first(line: str, begun: str, first: str, names: Names) -> bool:
    """Whether a line begins as the one that has `begun` last does, or as the `first` of the paragraph, in a way that sentences do not."""
    return bool(
        (COUNTED.match(line) and COUNTED.match(begun))
        or ("  " in line[:_POINT] and _POINTED.match(line) and _POINTED.match(first))
        or (line[0] == "[" and _TAGGED.match(line) and _TAGGED.match(begun))
        or (line[0] in "[(" and _is_stated(line, names) and _is_stated(begun, names))
        or (line[0] > _SIGNS and line[0] == begun[:1] and not line[0].isalpha())
        or (begun[:2].isupper() and not line[:2].isupper() and shouted_mark(begun, names) is not None)
    )


def _is_alone(line: str, above: str, names: Names) -> bool:
    """Whether a mark at the head of a line, or at the end of the one `above`, parts the two."""
    return bool(
        (line[0] in "([*_" and _is_captured(line))
        or (line[:3].isupper() and shut_mark(line, names) is not None)
        or strip_log(above)[0] != above
        or (line[:2].isupper() and shouted_mark(line, names) is not None)
        or (line[:1].isupper() and (_is_marked_behind(above, names) or _is_marked_closed(above, names)))
    )


def _is_captured(line: str) -> bool:
    from tcsg.reading.noted import is_captured  # lazy: few lines of a paragraph begin with a bracket or emphasis

    return is_captured(line)


def _is_stated(line: str, names: Names) -> bool:
    """Whether a line begins with how it went in brackets: `[DONE] Ann: order the rope`."""
    return line[:1] in ("[", "(") and leading_status(line, names.idiom) is not None


def _is_marked_behind(line: str, names: Names) -> bool:
    """Whether a line closes with a mark and its owners: `… to obtain three quotes. Action: MB`."""
    mark = closing_mark(line, names.idiom) if "ction" in line[-40:] or "CTION" in line[-40:] else None
    owners = split_owners(plain(mark.owners), names) if mark is not None else ()
    return bool(owners) and all(may_own(o, names) for o in owners)


def _is_marked_closed(line: str, names: Names) -> bool:
    """Whether a line with a mark closes with how it went: `ACTION: Ann to row (DONE)`."""
    if line[-1:] not in (")", "]") and not line[-4:].isupper():
        return False
    told = find_status(line, names.idiom) if lead_mark(line, names.idiom) is not None else None
    return told is not None and told.end >= len(line) and told.status is not Status.OPEN


def _each_somebodys(item: Item, names: Names) -> bool:
    """Whether every line of a paragraph tells somebody to do something, or names somebody before a colon: a list without list marks."""
    if item.shape is not Shape.LINE or not (lines := _stated(item, names)):
        return False
    if all(":" in line[:40] and is_labelled_order(replace(item, lines=(line,))) for line in lines):
        return True
    if all(is_dashed(line, names) for line in lines) or all(_CALLS.match(line) for line in lines):
        return True
    if all(" to " in line[:100] or " please " in line[:60] for line in lines):
        owned = (find_owners(plain(line), names) for line in lines)
        return all(o is not None and o.strong and o.form in ("to", "please") and o.start == 0 for o in owned)
    if all(":" in line[:60] for line in lines):
        owned = (find_owners(plain(line), names) for line in lines)
        return all(o is not None and o.form == "label" and o.start == 0 and all(is_sure(one, names) for one in o.owners) for o in owned)
    return False


def _stated(item: Item, names: Names) -> tuple[str, ...]:
    """The lines of a paragraph that tell more than how it went with the one above, when they are several."""
    lines = tuple(line for line in item.lines if line and (len(line) > REMARK or read_status(line, names.idiom) is None))
    return lines if len(lines) > 1 else ()


def _each_told(item: Item, names: Names) -> bool:
    """Whether every line of a paragraph, or most of several, closes with how far it is: `Letter to the bank. Open.`, `The key – Bo – Closed`."""
    if item.shape is not Shape.LINE or not closes_told(item.lines[0], names):
        return False
    lines = _stated(item, names) or ("",)
    told = sum(closes_told(line, names) for line in lines)
    return told == len(lines) or (told >= SOME and 3 * told >= 2 * len(lines) and all(line[0].isupper() for line in lines))


def _each_begins(item: Item, names: Names) -> bool:
    """Whether each line of a paragraph begins anew, and most tell somebody to do something: `DONE - Ann to row` below `Set up a call`."""
    lines = tuple(filter(None, item.lines))
    if item.shape is not Shape.LINE or not all(line[0].isupper() or line[0] in "@[(" for line in lines):
        return False
    told = 0
    for n, line in enumerate(lines):
        told += _tells_somebody(line, names)
        if 3 * (n + 1 - told) > len(lines):
            return False  # too many tell nobody, whatever the rest tells: to ask is dear
    return told > 1


def _each_marked(item: Item) -> bool:
    """Whether each line of a paragraph begins anew and has a mark of its own: `It leaks. ACTION Ann to mend it` above `It jams - Action Bo`."""
    return item.shape is Shape.LINE and "ction " in item.text.casefold() and all(line[:1].isupper() and _MARKED.search(line) for line in item.lines)


def _tells_somebody(line: str, names: Names) -> bool:
    status = leading_status(line, names.idiom)
    told = plain(line[status.end if status else 0 :])
    owned = find_owners(told, names)
    return owned is not None and owned.start == 0 and owned.form in ("to", "doing", "handle") and not told[owned.end :].lstrip().startswith("to be ")


def _each_an_order(item: Item, names: Names) -> bool:
    """Whether every line of a paragraph is a short order: `Book the hall` above `Ring the caterer`."""
    if item.shape is not Shape.LINE or not starts_with_verb(item.lines[0]):
        return False
    lines = _stated(item, names)
    return bool(lines) and all(len(line) <= _SHORT and line[:1].isupper() and starts_with_verb(line) for line in lines)


def _ends(above: str, line: str, n: int, names: Names, *, numbered: bool) -> bool:
    """Whether a line ends what it began, though no blank line follows: a marked line, or a title with its number."""
    if not line[:1].isupper() and not line.startswith("<"):
        return read_report(plain(line), names.idiom) is not None and lead_mark(above, names.idiom) is not None
    if n == 1 and len(above) <= 60 and above[-1:] not in (".", ",", ";", ":") and (_TITLE.match(above) or (numbered and len(above) < len(line))):
        return True
    return lead_mark(above, names.idiom) is not None and len(above) <= 60 and above.count("**") % 2 == 0


def _begins(line: str, above: str, names: Names) -> bool:
    rest, command = strip_log(line)
    if command or (rest != line and len(rest) < len(line) - 6 and line[:1].isdigit()) or (rest != line and names.knows(speaker(line))):
        return True
    if nothing(line) and not is_field(line):
        return True
    if _LETTER.match(line) and above[-1:] in (".", "!", "?"):
        return True
    if line[0] in "[(" and (told := leading_status(line, names.idiom)) is not None and lead_mark(line[told.end :], names.idiom) is not None:
        return True  # `[NEW] ACTION: …`
    mark = lead_mark(line, names.idiom) or (owner_first_mark(line) if ":" in line[:120] or "ction " in line[:60] else None)
    if _LABEL.match(line) and (above[-1:] in tuple(".!?:)*_") or _LABEL.match(above) or not line[0].isascii() or line[0] in "-="):
        return True
    if mark is not None and mark.owners and line.startswith(mark.owners) and is_somebodys(mark, line, names) and names.knows(mark.owners):
        return True  # `Ann action: the keys`
    return (mark is not None and (mark.word[0].isupper() or line[0] in "*_[" or mark.word == "-->" or line[mark.end :][:1] == "@")) or (
        (line.rstrip("*_ ").endswith(":") and is_opening_line(line, names)) or opens_told(line, names)
    )


def _new_line(above: str, line: str, names: Names) -> bool:
    """Whether a line below `Actions:` begins another action or goes on with the one above."""
    owned = find_owners(plain(line), names)
    labelled = (_NAMED.match(above) is not None and _NAMED.match(line) is not None) or (is_dashed(above, names) and is_dashed(line, names))
    return (
        bool(owned and owned.strong)
        or labelled
        or (closes_told(above, names) and closes_told(line, names))
        or (_CALLS.match(above) is not None and _CALLS.match(line) is not None)
        or (starts_with_verb(above) and starts_with_verb(line) and line[:1].isupper())
        or (above.rstrip()[-1:] in ".;)" and line[:1].isupper())
    )
