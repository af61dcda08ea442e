"""Actions elsewhere in the minutes that only their number marks: it looks like those of the list of actions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading.drafts import Draft
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, links, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = late.compile(r"(?:\*\*|__|\*|\[)(?P<number>(?=[\w./-]{0,12}\d)[A-Za-z]{0,4}[\d./-]{1,12})(?:\*\*|__|\*|\])[:.]?(?:\*\*)?[ \t]+(?=\S)")
"""A number set apart at the beginning: `**18-14** Ann sends …`, `[A21] Ann sends …`."""
_FORM = late.compile(r"\d+")
_LEAST = 2
"""Actions of the list with numbers of one form."""


def numbered_drafts(items: Sequence[Item], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The paragraphs and bullets that begin with a new number of the form that the numbers of actions have in these minutes."""
    numbers = {draft.number for draft in drafts if draft.number}
    forms = {form for form, count in Counter(map(_form, numbers)).items() if count >= _LEAST and form != "9"}
    if not forms:
        return
    taken = {line for d in drafts for line in range(d.line, d.end + 1)}
    for item in items:
        if item.shape not in (Shape.LINE, Shape.BULLET) or item.line in taken or (found := _NUMBER.match(item.text)) is None:
            continue
        words = item.text[found.end() :]
        if _form(found["number"]) in forms and found["number"] not in numbers and not nothing(words) and len(plain(words).split()) > 1:
            reason = Reason("action", f"its number {found['number']!r} is one of an action", item.line)
            yield Draft(item.line, item.end, words, Kind.INLINE, item.indent, number=found["number"], links=links(words), reasons=(reason,))


def _form(number: str) -> str:
    """What numbers that look alike have in common: `18-07` and `18-14`."""
    return _FORM.sub("9", number.upper())
