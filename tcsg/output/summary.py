"""The summary of a meeting's actions as Markdown, and the minutes with it between its own two marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.errors import MinutesError
from tcsg.model import Place
from tcsg.output.text import markdown_cell
from tcsg.reading.minutes import read_line
from tcsg.reading.text import encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.ledger.summing import Told
    from tcsg.model import Committee, Minutes

BEGIN, END = "<!-- tcsg summary -->", "<!-- /tcsg summary -->"


def summary(told: Sequence[Told], minutes: Minutes, committee: Committee) -> str:
    """The list of what is new and what goes on; the words as minuted, with owners and date where the words do not tell them."""
    parts = ["## Summary of actions\n"]
    for title, is_new in (("New", True), ("Ongoing", False)):
        lines = [_words(t, minutes, committee) for t in told if t.is_new is is_new]
        parts += [f"### {title}\n\n" + "".join(f"- {line}\n" for line in lines)] if lines else []
    return "\n".join(parts) if told else f"{parts[0]}\nNone.\n"


def _words(told: Told, minutes: Minutes, committee: Committee) -> str:
    """The first of the ways to put it that is read as what was minuted; the fullest when none is."""
    if minutes.next_meeting is not None:
        committee = replace(committee, meetings=(minutes.next_meeting,))
    tried = ""
    for tried in _ways(told):
        if minutes.day is None:
            break
        read = read_line(tried, minutes.day, minutes.people, committee)
        same_due = told.due is None or (read.due is not None and read.due.day == told.due.day)
        if {o.casefold() for o in read.owners} == {o.casefold() for o in told.owners} and same_due:
            break
    return tried


def _ways(told: Told) -> Iterator[str]:
    words = markdown_cell(told.mention.text)
    bare = words.rstrip(" .")
    owners = f" ({markdown_cell(', '.join(told.owners))})" if told.owners else ""
    due = f" by {told.due.day or markdown_cell(told.due.words)}" if told.due else ""
    yield words
    if owners:
        yield f"{bare}{owners}"
    if due:
        yield f"{bare}{due}"
    yield f"{bare}{due}{owners}"


def place_of(text: str, path: str) -> range:
    """The lines of the summary in the text of minutes, its marks included; none when it has none yet.

    MinutesError at a mark without the other.
    """
    lines = [line.strip() for line in text.split("\n")]
    begins, ends = _numbers(lines, BEGIN), _numbers(lines, END)
    if not begins and not ends:
        return range(0)
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        line = (begins or ends)[-1]
        raise MinutesError(f"the summary stands between one {BEGIN} and one {END} below it; mend or delete these marks", Place(path, line))
    return range(begins[0], ends[0] + 1)


def _numbers(lines: Iterable[str], mark: str) -> list[int]:
    return [n for n, line in enumerate(lines, 1) if line == mark]


def without_summary(data: bytes, path: str) -> bytes | None:
    """The minutes with the lines of their summary left empty; None when they have none."""
    mark, encoding = encoding_of(data)
    lines = data[len(mark) :].decode(encoding).split("\n")
    here = place_of("\n".join(lines), path)
    return mark + "\n".join("" if n in here else line for n, line in enumerate(lines, 1)).encode(encoding) if here else None


def with_summary(data: bytes, written: str, path: str) -> bytes:
    """The minutes with the summary in the place of the one before, else at the end; all other bytes stay as they are."""
    mark, encoding = encoding_of(data)
    text = data[len(mark) :].decode(encoding)
    ending = "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
    new = f"{BEGIN}\n\n{written}\n{END}\n".replace("\n", ending)
    here = place_of(text, path)
    lines = text.split("\n")
    if here:
        before, after = ("\n".join(part) for part in (lines[: here.start - 1], lines[here.stop - 1 :]))
        text = (before + "\n" if here.start > 1 else "") + (new + after if here.stop <= len(lines) else new.removesuffix(ending))
    else:
        body = text.rstrip("\r\n \t")
        text = (text if text.endswith("\n") else text + ending) + ("" if text[len(body) :].count("\n") > 1 else ending) + new
    return mark + text.encode(encoding)
