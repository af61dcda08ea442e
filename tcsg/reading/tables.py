"""Actions in tables: a column of actions with its owners, due and status, in any order and under any usual name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.model import Kind, Reason, Status
from tcsg.reading import states
from tcsg.reading.acting import who_acts
from tcsg.reading.column_heads import assigns, column_kind, is_aside, is_led, is_minute, is_of_anything, joins_owners, kinds_in, unprefixed
from tcsg.reading.drafts import Draft
from tcsg.reading.idiom import NO_IDIOM
from tcsg.reading.markdown import links, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.naming import split_owners
from tcsg.reading.told_in_cells import is_of_somebody, tell_each
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BREAK = late.compile(r"[,;]?\s{0,3}<br ?/?>\s{0,3}", re.IGNORECASE)
_DASH = late.compile(r"\s+[–—-]{1,2}\s+|\s*;\s+(?![A-Z][a-z]+ to )")
_SORTS = frozenset("type typ art kind category kategorie a/d/i d/a/i a/i/d b/a/i i/b/a i/a/b i/e/a a/e/i nature".split())
"""Heads of a column that tells what each row is."""
_SORTED_ACTIONS = frozenset("a t action actions task tasks todo to-do aufgabe auftrag maßnahme tâche".split())
_SORTED_OTHERS = frozenset(
    "d i b e n f q r decision decisions info information note notes question questions risk risks issue issues assumption assumptions"
    " dependency dependencies beschluss entscheidung feststellung festlegung hinweis risiko annahme frage décision risque hypothèse".split()
)
_ID = late.compile(r"A[0-9A-Za-z-]{1,20}\.\d{1,4}$")
_ITEM = late.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s+(?:\[[ xX]?\]\s+)?")
"""The mark of a list within a cell."""
_BOX = late.compile(r"(?:\[[ xX✓]?\]|[☐☑✅])\s+(?=\S)")
"""A box before the words of a cell."""
_BOXES = ("[", "☐", "☑", "✅")
_NO_TASK = late.compile(
    r"(?:yes|no|y|n|ja|nein|oui|non|(?:at )?(?:the )?next (?:meeting|time|call|session)|(?:in |after )?(?:\d{1,2}|a|an|one|two|three|six) "
    r"(?:day|week|month|quarter|year)s?|[\d./ -]{1,12}|completed?|done|closed|noted with thanks)[\s.!?]*$",
    re.IGNORECASE,
)
"""What a column of follow-ups may tell besides tasks: whether there is one, and when."""
_STRUCK = late.compile(r"~~[^~]{1,200}~~")
_DITTO = frozenset(('"', "''", "”", "″", "〃", "ditto", "do", "dto", "idem", "s.o", "as above"))
"""What says in a cell that it holds what the one above does."""
_NUMBERED = late.compile(r"^#|[.)#]+$")
_NUMBER = late.compile(r"(?=\D{0,8}\d)[#\w]{0,6}[\d.)#/-]{1,8}$|(?:action|task|item|ai|ap)(?: item| point)?[ #.-]{1,3}\d{1,4}$", re.IGNORECASE)
_CLOCK = late.compile(r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?(?:[–—-]|to)\s?\d{1,2}[:.h]\d{2})?(?:\s?(?:am|pm|h|uhr))?$", re.IGNORECASE)
_CLOCK_SIGNS = frozenset(":.hH")
_CLOCKS = frozenset("time zeit uhrzeit heure".split())
"""Heads of a column that tells at what time of the day something was done."""
_TOLD_BESIDE = ("discussion", "point", "points", "matter", "matters", "observation", "observations")
"""With one of these begins the head of what was said, in a table of the whole meeting: `Points discussed`."""
_POINTS = frozenset(
    ("agenda", "agenda item", "agenda point", "item", "subject", "topic", "matter", "heading", "title", "section", "business", "minute")
)
"""The head of its points."""
_NOTED = (
    *("minute", "note", "comment", "summary", "detail", "description", "decision"),
    *("key ", "main ", "remark", "report", "narrative", "outcome"),
)
"""With one of these begins the head of what was said beside them."""


@frozen
class Row:
    """What the cells of one row say of an action."""

    text: str
    column: str
    owners: str = ""
    due: str | None = None
    status: Status | None = None
    doubt: str | None = None
    joined: bool = False
    """Whether the column holds who and when as well: `Action / Who / When`."""
    number: str | None = None
    """What the committee itself calls the action, or the ledger's id."""
    report: str = ""
    """How it went, in words that only who knows the task can weigh: `Booked for 3 May`."""
    shares: tuple[tuple[str, str], ...] = ()
    """Whose each part of it is, where it holds the tasks of several."""


def read_row(item: Item, names: Names, *, in_block: bool, above: Row | None = None) -> Row | None:
    """The action of a table row; None for a header, an empty row, or a table that is about something else.

    An owner's cell before the action that is left empty means the owner of the row `above`, as `ditto` does in any.
    """
    sort = _sort(item)
    if not item.header or item.cells == item.header or sort is False:
        return None
    kinds = _kinds(item, names, listed=in_block)
    cells = [*item.cells, *[""] * len(kinds)][: len(kinds)]
    beside = _is_told_beside(item.header, kinds, listed=in_block)
    at = _text_column(item.header, kinds, cells, names, listed=in_block or sort is True) if beside is None else beside
    if at is None or not plain(cells[at]).strip(" -–—") or (kinds[at] == "action" and _is_no_task(item.header[at], cells[at], kinds)):
        return None
    if states.charges_nobody(kinds, cells, at, told=beside is not None or not (in_block or sort or kinds[at])):
        return None
    if any(_may_be_clock(item.header[n], k) and _tells_clock(plain(cells[n])) for n, k in enumerate(kinds)):
        return None
    text = _unmarked(cells[at], names) if kinds[at] == "action" else cells[at]
    column = next((n for n, k in enumerate(kinds) if k == "owner" and n != at), None)
    owners = states.handed_to(kinds, cells, names) or (_standing(cells[column]) if column is not None else "")
    if column is not None and kinds[at] == "action" and is_led(item.header[column]) and tell_each(_BREAK.split(text), names):
        owners = ""
    elif above is not None and ((not owners.strip() and "owner" in kinds[:at]) or _is_ditto(owners)):
        owners = above.owners
    acting = who_acts(text, cells, kinds, names) if not owners and kinds[at] == "action" else None
    owners, text = (acting.owners, acting.text) if acting is not None else (owners, text)
    if not plain(text):
        return None
    number = next((_NUMBERED.sub("", plain(cells[n])) for n in range(len(cells)) if n != at and _numbers(item.header[n], cells[n])), None)
    due, status = _when(item.header, kinds, cells, at, text, names)
    status = acting.status if acting is not None and status is None else status
    due = above.due if above is not None and due and _is_ditto(due) else due
    report = states.report_of(kinds, cells) if status is None else ""
    joined, doubt = "owner" not in kinds and joins_owners(item.header[at]), None if sort else _doubt(kinds, at)
    shares = acting.shares if acting is not None else ()
    return Row(text, plain(item.header[at]), plain(_BREAK.sub(", ", owners)), due, status, doubt, joined, number, report, shares)


def _kinds(item: Item, names: Names, *, listed: bool) -> list[str | None]:
    """What each column of a row holds."""
    return states.told_last(item.header, kinds_in(item.header, item.cells, names, listed=listed), item.cells, names)


def _when(
    header: Sequence[str], kinds: Sequence[str | None], cells: Sequence[str], at: int, text: str, names: Names
) -> tuple[str | None, Status | None]:
    """The words for a time and the status that the other cells of a row tell, or the box in its own."""
    due = next((states.last_day(plain(_standing(cells[n]))) for n, k in enumerate(kinds) if k == "due" and n != at), None)
    box = _BOX.match(cells[at]) if cells[at][:1] in _BOXES else None
    status = states.of_row(header, kinds, [*map(_standing, cells)], text, names) or (Status.DONE if box and box[0].strip("[] ☐") else None)
    if due and status is None and (told := states.instead_of_a_day(due, text, names)) is not None:
        return None, told
    return states.time_told(kinds, cells) if status is Status.OPEN and not due else due, status


def _standing(cell: str) -> str:
    """The words of a cell without those that are struck, where others stand: `~~Ann~~ Bob`."""
    rest = _STRUCK.sub(" ", cell) if "~~" in cell else cell
    return rest if rest.strip(" *_,;/&.<br>") else cell


def _is_ditto(cell: str) -> bool:
    """Whether a cell says that it holds what the one above does."""
    return cell.strip(" *_.-–—").casefold() in _DITTO


def _unmarked(cell: str, names: Names) -> str:
    """The words of a cell of actions without its box, or the mark that says it once more: `[ ] Order rope`, `Action: Sam`."""
    if cell[:1] in _BOXES and (box := _BOX.match(cell)):
        return cell[box.end() :]
    mark = lead_mark(cell, names.idiom) if ":" in cell[:40] else None
    return cell[mark.end :] if mark is not None and not mark.owners and cell[mark.end :].strip(" *_") else cell


def _sort(item: Item) -> bool | None:
    """Whether a column that tells of each row what it is says that this one is an action; None when no column does.

    `| Type | Item | Who |` with A, D and I for actions, decisions and information.
    """
    at = next((n for n, head in enumerate(item.header) if plain(head).casefold().strip(" :*") in _SORTS), None)
    key = plain(item.cells[at]).casefold().strip(" .:*") if at is not None and at < len(item.cells) else ""
    if key in _SORTED_ACTIONS or key in w.MARKS:
        return True
    return False if key in _SORTED_OTHERS else None


def _is_told_beside(header: Sequence[str], kinds: Sequence[str | None], *, listed: bool) -> int | None:
    """The column of the discussion in a table of the whole meeting that tells only beside some of it who is to act: `Action by`.

    In one that is `listed` below a title of actions, `Item` is the task, whatever notes stand beside it.
    """
    if "action" in kinds or not any(plain(head).casefold().startswith("action") for head, k in zip(header, kinds, strict=True) if k == "owner"):
        return None
    keys = [plain(head).casefold().strip(" :*") for head in header]
    if (told := next((n for n, key in enumerate(keys) if kinds[n] is None and key.startswith(_TOLD_BESIDE)), None)) is not None:
        return told
    titled = next((n for n, key in enumerate(keys) if key in _POINTS and not listed), len(keys))
    noted = (None, "status", None if "due" in kinds else "text")  # a description with a day beside it is a task
    return next((n for n, key in enumerate(keys) if n > titled and kinds[n] in noted and key.startswith(_NOTED)), None)


def _numbers(head: str, cell: str) -> bool:
    """Whether a cell holds the number of an action: it looks like one, and its column is called so or is called nothing."""
    key = unprefixed(plain(head).casefold().strip(" .:"))
    called = not key or key in w.TABLE_NUMBER or key in w.TABLE_ACTION
    return called and (_NUMBER.match(plain(cell)) or _ID.match(plain(cell))) is not None


def _is_no_task(head: str, cell: str, kinds: Sequence[str | None]) -> bool:
    """Whether a cell of what may be a column of actions holds something else."""
    return is_of_anything(head, kinds) or ("owner" not in kinds and _NO_TASK.match(plain(cell)) is not None)


def _text_column(header: Sequence[str], kinds: Sequence[str | None], cells: Sequence[str], names: Names, *, listed: bool) -> int | None:
    """The column that holds the words of the action; `listed` when the list or the row is said to be of actions."""
    action = next((n for n, k in enumerate(kinds) if k == "action"), None)
    text = next(
        (n for n, k in enumerate(kinds) if k == "text" and (any(is_minute(head, header) for head in header) or not _NUMBER.match(plain(cells[n])))),
        None,
    )
    if action is not None and text is not None and _NUMBER.match(plain(cells[action])):
        return text
    if action is not None:
        return action
    told = {"owner", "due", "status"}.intersection(kinds)
    if text is not None and (listed or ("owner" in told and len(told) > 1)):
        return text
    if (listed and told - {"due"}) or assigns(header, kinds):
        return _free_column(header, kinds, cells, names)
    return None


def _free_column(header: Sequence[str], kinds: Sequence[str | None], cells: Sequence[str], names: Names) -> int | None:
    """The column of the words where none is called so: what is neither somebody's name nor a remark, or else the longest."""
    free = [n for n, k in enumerate(kinds) if k is None and not _names_somebody(cells[n], names) and not is_minute(header[n], header)]
    told = [n for n in free if not is_aside(header[n]) and plain(cells[n])]
    return max(told or free, key=lambda n: len(cells[n]), default=None)


def _names_somebody(cell: str, names: Names) -> bool:
    """Whether a cell holds nothing but people who are known."""
    owners = split_owners(plain(cell), names)
    return bool(owners) and all(map(names.knows, owners))


def _doubt(kinds: Sequence[str | None], at: int) -> str | None:
    """Why a table may be about something else: nothing in its header says who acts, or that the column holds actions."""
    if kinds[at] != "action":
        return "no column is called one of actions"
    return None if {"owner", "due", "status"} & {*kinds} else "the table has no column of owners"


def _ended(text: str, names: Names) -> tuple[str, str | None]:
    """Who and when behind the words of a task, each behind a dash: `Book the hall – Sam – 25/11`."""
    _, *parts = _DASH.split(plain(text))
    who = next((n for n, part in enumerate(parts) if split_owners(part, names)), None)
    if who is None:
        return "", None
    return parts[who], next(iter(parts[who + 1 :]), None)


def _tells_clock(cell: str) -> bool:
    """Whether a cell holds the times of a programme, whose rows are no actions: `9:00`, `10.15-11.00`."""
    return not _CLOCK_SIGNS.isdisjoint(cell[1:3]) and _CLOCK.match(cell) is not None


def _may_be_clock(head: str, kind: str | None) -> bool:
    """Whether a column may tell at what time of the day its rows are: `When` and `Time (UTC)`, but not `Target date`."""
    words = plain(head).casefold().split()
    return "date" not in words if kind == "due" else kind is None and bool(words) and words[0].strip(":") in _CLOCKS


def _listed(line: str) -> re.Match[str] | None:
    """The marker of an item of a list that opens a line of a cell."""
    first = line.lstrip()[:1]
    return _ITEM.match(line) if first in ("-", "*", "•", "·") or first.isdigit() else None


def drafts(item: Item, row: Row, names: Names) -> Iterator[Draft]:
    """The actions that a row states: each line of its cell, when each names its own owner."""
    column = f"with the column {row.column!r}{names.idiom.credit(row.column)}" if row.column else "without a header, beside those who are to act"
    reason = Reason("action", f"a row of a table {column}", item.line)
    due = row.due is not None
    raw = [line for line in _BREAK.split(row.text) if plain(line)]
    lines = [line[found.end() if (found := _listed(line)) else 0 :].lstrip(" -•*") for line in raw]
    several = len(lines) > 1 and (all(map(_listed, raw)) or (not row.owners and all(is_of_somebody(plain(line), names) for line in lines)))
    for who, text in row.shares or [("", line) for line in (lines if several or row.joined else [" ".join(lines)])]:
        named, when = _ended(text, names) if row.joined else (who, None)
        yield Draft(
            item.line,
            item.end,
            text,
            Kind.TABLE,
            named=who or row.owners or named,
            number=row.number,
            links=links(text),
            status=row.status,
            due=row.due if due else when,
            due_column=due or when is not None,
            doubt=row.doubt,
            reasons=(reason, Reason("report", row.report, item.line)) if row.report else (reason,),
            whole=item.text,
        )


def names_columns(cells: Sequence[str]) -> bool:
    """Whether the first row of a table names its columns: all are short, and at least one is what a column of actions is called."""
    kinds = {kind for cell in cells if (kind := column_kind(cell, NO_IDIOM))}
    return bool(kinds) and all(len(cell) <= 40 for cell in cells) and (len(kinds) > 1 or all(len(cell.split()) <= 3 for cell in cells))
