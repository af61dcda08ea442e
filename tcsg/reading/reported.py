"""Lists that tell of tasks and how they went, below titles that nobody can write down: `Yesterday's arrows`, `What was noted in May`.

What shows them is below the title: items that name somebody, what that one was to do, and how it went.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Section, Status
from tcsg.reading.blocks import is_counted, is_elsewhere
from tcsg.reading.column_heads import column_kind, is_minute, is_taken
from tcsg.reading.headings import Opening
from tcsg.reading.idiom import NO_IDIOM
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import ARROW
from tcsg.reading.naming import INITIALS, dated_owners, is_group, split_owners
from tcsg.reading.numbering import unnumbered
from tcsg.reading.orders import is_told, starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.parts import CALENDAR
from tcsg.reading.promised import is_reviewed_table
from tcsg.reading.rolls import is_title
from tcsg.reading.status import find_status, read_report, read_status
from tcsg.reading.told_of import tells_of_action, tells_whose
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tcsg.reading.names import Names

_TITLE = 80
"""Characters of a title."""
_ENOUGH = 60
"""Items below a title that tell what it heads."""
_SHORT = 200
"""Characters of a paragraph that may be one of a list."""
_LEAST = 3
"""Items of a list below a title that does not look back."""
_WORD = late.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BACK = frozenset(
    """
    last previous prior past earlier former old older outstanding carried carryover carryovers leftover leftovers yesterday's yesterday arising since
    letzten letzte letzter vom seit précédent précédente dernier dernière depuis
    """.split()
)
"""Words of a title that looks back, whatever else it says."""
_NOUNS = frozenset("action actions task tasks todo todos".split())
_ACTED = late.compile(r"\bactions? taken\b|\bATR\b|\bcompliance\b", re.IGNORECASE)
"""What titles a report on the actions of the last minutes: `Action Taken Report`."""
_DECIDED = frozenset("vote votes voting motion motions resolution resolutions decision decisions poll polls ballot ballots beschlüsse votes".split())
"""Words of a title of what was decided, which tells nobody to do anything."""
_TO_DO = frozenset(("to do", "todo", "to-do", "to dos", "todos", "to-dos", "offen", "à faire"))
"""The column of a board that holds what nobody has begun."""
_WHENCE = frozenset("of from in since vom aus seit im de du depuis en".split())
_MONTHS = CALENDAR
_GIVEN = late.compile(rf"(?:\s{ARROW}|\s[–—-]{{1,2}})\s+(@?[^\W\d_][\w.'’@/&, +-]{{0,60}}?)(?=\s?[:;.,(]|\s[–—-]|\s*$)")
"""Whose a task is that stands before an arrow: `the survey → @ann: sent`."""
_STATED = late.compile(r"\[?([A-Z]{3,12}(?: [A-Z]{2,12})?)\]?\s*:?\s+(?:[\[(][^\[\]()]{1,40}[\])]|@[\w.-]{1,40})\s+(?=\S)")
"""How it went, and whose it is: `DONE [ann] order the rope`, `GIVEN UP (ann) …`."""
_SIGNS = frozenset("✓✔✗✘✖❌✅🔄🔁⏳⌛🚧➖")
_SIGNED = late.compile(r"[^\w@(\[]{1,4}\s*(?=[@\w])|[A-Z]{0,3}[-.#]?\d{1,4}(?:[./-]\d{1,4})*[.):]?\s+")
"""A sign or a number before an item."""


def opens_reported(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a title is by the list below it: people, what each was to do, and how it went."""
    item = items[n]
    after = items[n + 1] if n + 1 < len(items) else None
    if after is not None and after.shape is Shape.ROW:
        return _opens_table(items, n, names)
    row = _is_listed if after is None or _is_listed(after) else _is_short
    if after is None or not row(after) or not _may_head(item) or (row is _is_short and not _is_set_off(item)):
        return None
    if item.shape is Shape.BULLET and (not after.gap or (after.marker or "")[:1].isdigit() or after.indent < item.indent):
        return None  # the items of a numbered list
    title = unnumbered(plain(item.text)).strip(" :")
    below = list(takewhile(lambda it: row(it) and not _ends(it, after), items[n + 1 : n + 1 + _ENOUGH]))
    outer = [it for it in below if it.indent == below[0].indent]
    back, old = looks_back(title), not _BACK.isdisjoint(_WORD.findall(title.casefold()))  # `News from May` is no list of nobody's tasks
    if len(outer) < (2 if back else _LEAST) or (any(it.boxed for it in outer) and not back) or is_elsewhere(title.casefold()) or is_title(title):
        return None
    shares: list[tuple[Item, tuple[int, bool]]] = []
    for k, it in enumerate(outer):
        shares += [(it, one)] if (one := _share(it, names) or (_told_whole(it, names) if old else None)) is not None else []
        if 3 * (k + 1 - len(shares)) > len(outer) or (k == 1 and not shares):
            return None  # most lists are told from these by their first items
    notes = {a.line: b for a, b in pairwise(below) if b.indent > a.indent}
    if not back and len(shares) + 1 < len(outer):
        return None
    went = _count(shares, notes, least=0 if back else len(outer) if row is _is_short else -(-2 * len(outer) // 3))
    ordered = sum(one[1] for _, one in shares)
    if row is _is_short:  # paragraphs are talk unless each of them is such
        return Opening(title, actions=True, section=Section.REVIEW) if len(outer) == went or (back and len(outer) == ordered) else None
    enough = 2 * went >= len(outer) or ordered == len(outer) or (len(shares) == len(outer) <= 2 * (went + ordered) and _names_action(title))
    if (back and enough) or (3 * went >= 2 * len(outer) and len(shares) + 1 >= len(outer)):
        return Opening(title, actions=True, section=Section.REVIEW)
    return None


def _count(shares: Sequence[tuple[Item, tuple[int, bool]]], notes: Mapping[int, Item], *, least: int) -> int:
    """How many of some shares tell how they went, or 0 where they are fewer than the `least`: then not all need be asked, which is dear."""
    went = 0
    for n, (item, share) in enumerate(shares):
        went += _went(item, share) or _is_told_in(notes.get(item.line))
        if went + len(shares) - n - 1 < least:
            return 0
    return went


def _opens_table(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a title that looks back is by the table below it, most of whose rows name somebody and half of which tell how it went."""
    title = unnumbered(plain(items[n].text)).strip(" :")
    header = items[n + 1].header or items[n + 1].cells
    reports = _ACTED.search(title) is not None and any(map(is_taken, header))
    if (reports or _refers_back(header)) and _may_head(items[n]):
        return Opening(title, actions=True, section=Section.REVIEW)
    if not looks_back(title) or not _may_head(items[n]) or is_elsewhere(title.casefold()) or is_title(title):
        return None
    told = is_reviewed_table(items[n + 1 : n + 1 + _ENOUGH], names)
    return Opening(title, actions=True, section=Section.REVIEW) if told else None


def opens_board(items: Sequence[Item], n: int, titled: Opening | None) -> Opening | None:
    """The opening that a title such as `In progress` is beside a later `To do` of its level, as on a board."""
    item = items[n]
    if titled is None or titled.actions or titled.status is not Status.OPEN or item.shape is not Shape.HEADING or titled.rest:
        return None
    for other in items[n + 1 : n + _ENOUGH]:
        if other.shape is not Shape.HEADING or other.level > item.level:
            continue
        if other.level < item.level:
            return None
        if plain(other.text).casefold().strip(" :") in _TO_DO:
            return replace(titled, actions=True)
    return None


def looks_back(title: str) -> bool:
    """Whether a title says that what it heads is of an earlier meeting: by a word, or by a month or a number behind `of` or `in`."""
    said = _WORD.findall(title.casefold().replace("no. ", "").replace("#", ""))
    if not _DECIDED.isdisjoint(said):
        return False
    if not _BACK.isdisjoint(said):
        return True
    return any(a in _WHENCE and (b in _MONTHS or b.isdigit()) for a, b in pairwise(said))


def _refers_back(header: Sequence[str]) -> bool:
    """Whether the heads of a table say from which minutes its rows are, and how each is: `Minute | Matter | Position`."""
    return any(map(is_minute, header)) and any(column_kind(head, NO_IDIOM) == "status" for head in header)


def _names_action(title: str) -> bool:
    return not _NOUNS.isdisjoint(_WORD.findall(title.casefold()))


def _is_short(item: Item) -> bool:
    """Whether an item is a paragraph of no more than a task and how it went."""
    return item.shape is Shape.LINE and len(item.text) <= _SHORT and item.text[-1:] != ":"


def _is_set_off(item: Item) -> bool:
    """Whether a title is no sentence among others: a heading, or a line in bold or with a colon."""
    return item.shape is Shape.HEADING or (item.shape is Shape.LINE and (item.text[-1:] == ":" or item.text[:2] == "**" == item.text[-2:]))


def _told_whole(item: Item, names: Names) -> tuple[int, bool] | None:
    """The share of nobody that an item of a list that looks back is when it names a task and says how far that is: `Torn sail - ongoing`."""
    return (0, False) if tells_of_action(item, names) and _went(item, (0, False)) else None


def _is_told_in(note: Item | None) -> bool:
    """Whether what stands below an item says how it went, and nothing else."""
    return note is not None and read_report(plain(note.text)) is not None


def _ends(item: Item, first: Item) -> bool:
    """Whether an item is a number of the agenda behind the list: no deeper than the first of its bullets, which have none."""
    numbered = [it.marker is not None and it.marker[0].isdigit() for it in (item, first)]
    return numbered == [True, False] and item.indent <= first.indent


def _is_listed(item: Item) -> bool:
    """Whether an item is one of a list: a bullet, or a paragraph with a number of its own."""
    return item.shape is Shape.BULLET or (item.shape is Shape.LINE and is_counted(item))


def _may_head(item: Item) -> bool:
    """Whether an item may be such a title: a heading, a short line, or a sentence with a colon."""
    if item.boxed or item.quote or not item.lines or not item.text.strip():
        return False
    if item.text[-1:] == "." and " will " in item.text:
        return False  # `Ann will see to it from now on.` is told of what stands above
    if item.shape is Shape.BULLET and item.marker is not None and item.marker[0].isdigit():
        return len(item.lines) == 1 and len(item.text) <= _TITLE  # a title with its number
    short = item.shape is Shape.LINE and len(item.lines) == 1 and len(item.text) <= _TITLE
    if item.shape is Shape.HEADING or (short and ". " not in item.text.lstrip("0123456789. ")):
        return True
    return item.shape is Shape.LINE and item.text.rstrip("*_ ")[-1:] == ":"


def _share(item: Item, names: Names) -> tuple[int, bool] | None:
    """Where the task of an item begins that names somebody known, and whether it is an order; None when it names nobody."""
    text = _bare(item)
    if text.lstrip("[")[:2].isupper() and (stated := _STATED.match(text)) is not None and read_status(stated[1]) is not None:
        return stated.end(), False
    from tcsg.reading.called import may_name  # lazy: as few minutes have such a list

    if not may_name(text, names):
        return None
    owned = find_owners(text, names, marked=True)
    if owned is not None and owned.start == 0 and owned.form in ("to", "label", "handle", "bracket") and _known(owned.owners, names):
        rest = text[owned.end :].lstrip(" :–—-")
        ordered = rest.startswith("to ") if owned.form == "to" else is_told(rest)
        return owned.end, ordered
    head, colon, rest = text[:60].partition(": ")
    if colon and (owners := dated_owners(head, names) or split_owners(head.rpartition(",")[0], names)) and _known(owners, names):
        return len(head) + 1, is_told(rest)  # `AB, July: the glossary`
    given = _GIVEN.search(text)
    if given is not None and given.start() > 6 and (owners := split_owners(given[1], names)) and _known(owners, names):
        return 0, starts_with_verb(text)
    if owned is not None and owned.form in ("parentheses", "dash") and starts_with_verb(text) and _known(owned.owners, names):
        return 0, True
    return (0, False) if tells_whose(item, names) else None


def _bare(item: Item) -> str:
    text = plain(item.text).lstrip("~/ ")
    sign = _SIGNED.match(text)
    return text[sign.end() :] if sign else text


def _went(item: Item, share: tuple[int, bool]) -> bool:
    """Whether an item tells how it went behind what was to be done."""
    text = _bare(item)
    begin, _ = share
    if item.boxed or item.text.lstrip("* ").startswith("~~") or item.text[:1] in _SIGNS or (text.lstrip("[")[:2].isupper() and _STATED.match(text)):
        return True
    if len(item.lines) > 1 and read_report(plain(item.lines[-1])) is not None:
        return True
    told = find_status(text[begin:])
    if told is not None and told.start and text[begin : begin + told.start].strip(" :–—-"):
        return True
    from tcsg.reading.outcome import find_outcome, read_outcome  # lazy: few minutes report so at the head of their talk

    told = find_outcome(text[begin:])
    if told is not None and told.end > told.start > 0 and len(text[begin : begin + told.start].split()) > 1:
        return True
    first, stop, then = text[begin:].partition(". ")
    return bool(stop) and len(first.split()) > 2 and read_outcome(then, first) is not None


def _known(owners: Sequence[str], names: Names) -> bool:
    return bool(owners) and all(names.knows(o) or is_group(o) or (not names.full and (is_given(o.split()[0]) or INITIALS.match(o))) for o in owners)
