"""Rows of a table of the whole meeting below its `Business arising`: the topic, what is told of it, and how far it is or whose.

`| 3.2 Lamps for the pier | Two came, one is dark. | Ongoing – Ann |`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason, Status
from tcsg.reading import sentences
from tcsg.reading.acting import PLACE
from tcsg.reading.column_heads import column_kind
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import links, plain
from tcsg.reading.naming import NAME_WORD, is_group, split_owners
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_status
from tcsg.reading.struck_off import is_dropped

if TYPE_CHECKING:
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_DASH = late.compile(r"\s*(?:\s[–—-]{1,2}\s|[:;]\s|\s?[(/]\s?)")
_WORDS = 10
"""Words of a topic."""
_COLUMNS = 3
"""Columns of such a table at the least."""


def reviewed_row(item: Item, title: str, names: Names) -> tuple[Draft, ...]:
    """What a row below a `title` that looks back tells of an earlier action; nothing where it gives an order."""
    heads = item.header
    at = next((n for n, head in enumerate(heads) if column_kind(head, names.idiom) in {"action", "status"}), None)
    if at is None or len(heads) < _COLUMNS or len(item.cells) <= at:
        return ()
    told = _how_far(plain(item.cells[at]).strip(), names)
    others = [plain(cell) for n, cell in enumerate(item.cells) if n != at and plain(cell).strip(" -–—")]
    topic = PLACE.sub("", others[0], count=1).strip(" .:") if others else ""
    if told is None or not topic or len(topic.split()) > _WORDS:
        return ()
    status, owners = told
    report = " ".join(others[1:])
    if status is Status.DONE and _is_dropped(report, names):
        status = Status.DROPPED
    reason = Reason("action", f"a row below {title!r} that tells how far it is", item.line)
    text = f"{topic}: {report}" if report else topic
    return (
        Draft(
            item.line, item.end, text, Kind.TABLE, item.indent, owners, status=status, links=links(item.text), reasons=(reason,),
            titled=True, single=True,
        ),
    )  # fmt: skip


def _how_far(cell: str, names: Names) -> tuple[Status, str] | None:
    """How far something is by a cell, and whose: `Complete`, `Ongoing – Ann to ask`, `Ann`."""
    if whose := _whose(cell, names):
        return Status.OPEN, whose
    dash = _DASH.search(cell)
    head, rest = (cell[: dash.start()], cell[dash.end() :].rstrip(" )")) if dash else ("", "")
    status, whose = read_status(head, names.idiom) if head else None, _whose(rest, names, loose=True) or _told(rest, names)
    if status is not None and whose:
        return status, whose
    status = read_status(cell, names.idiom)
    return (status, "") if status is not None else None


def _whose(words: str, names: Names, *, loose: bool = False) -> str:
    """Words that are known people and nothing else; `loose` where others may be named as well."""
    owners = split_owners(words.strip(" ."), names)
    return words.strip(" .") if owners and all(names.knows(o) or is_group(o) or (loose and NAME_WORD.match(o)) for o in owners) else ""


def _told(words: str, names: Names) -> str:
    """Who is told to go on with it: `Ann to bring a second draft`."""
    owned = find_owners(words, names, marked=True)
    known = owned is not None and owned.form == "to" and owned.start == 0 and all(names.knows(o) or is_group(o) for o in owned.owners)
    return words[: owned.end] if owned is not None and known else ""


def _is_dropped(report: str, names: Names) -> bool:
    """Whether what is told of something that is closed says that it was given up."""
    said = [report[begin:end] for begin, end in sentences.spans(report)]
    return any(is_dropped(one.casefold()) or read_status(one, names.idiom) is Status.DROPPED for one in said)
