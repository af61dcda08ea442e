"""Lines behind `>` below the talk that tell who is to do what: `> Ann to ring the bank`, as some write them in plain text, and no quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.shares import is_speech
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_ASIDE = late.compile(r"\s\([^()]{1,80}\)[.!]?$")
_ORDERS = 2
_LONGEST = 200
_MAIL = late.compile(r"(?:From|Subject|In-Reply-To|Von|Betreff): |On .{6,60} wrote:|.{3,60} schrieb:|.{3,60} a écrit")
"""Lines of a mail, in which it quotes another."""


def with_points(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with an arrow before each line behind `>`, where most of a page tell people who are known what to do."""
    quoted = [item for item in items if item.quote == 1]
    lines = [line for item in quoted for line in item.lines]
    if any(item.shape is not Shape.LINE for item in quoted) or any(_MAIL.match(line) for item in items for line in item.lines):
        return items
    told = [form for line in lines if (form := _form(line, names)) is not None]
    if told.count("to") < _ORDERS or 3 * len(told) < 2 * len(lines):
        return items
    return tuple(made for item in items for made in (_pointed(item, names) if item.quote == 1 else (item,)))


def _form(line: str, names: Names) -> str | None:
    """How a line names somebody known who has something to do; None when it names nobody so."""
    words = plain(line)
    if len(line) > _LONGEST or is_speech(words):
        return None
    for told in (words, words.partition(": ")[2], _ASIDE.sub("", words)):
        owned = find_owners(told, names, marked=True) if " " in told else None
        if owned is not None and all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owned.owners):
            return owned.form
    return None


def _pointed(item: Item, names: Names) -> Iterator[Item]:
    """Each line of a paragraph as a point of its own, those that name somebody behind an arrow."""
    for n, line in enumerate(item.lines):
        owned = find_owners(plain(line), names, marked=True) if _form(line, names) is not None else None
        text = f"--> {line}" if owned is not None and owned.start == 0 else line  # `Fair: Ann to row` is an order by itself
        yield replace(item, line=item.line + n, end=item.line + n, lines=(text,), shape=Shape.BULLET, marker="-", quote=0, gap=item.gap or n > 0)
