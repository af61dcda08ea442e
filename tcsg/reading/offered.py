"""What may tell of earlier actions in a section that no title calls a review: `What became of our arrows`, `News since May`.

Secretaries call such a section what they like. Where nothing on the page is known to look back, what stands in its first sections is
offered to the ledger, which knows the actions that were left open: if most of a section is about these, it is the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Section
from tcsg.reading.arising import told_in
from tcsg.reading.blocks import is_elsewhere
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.numbering import unnumbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tcsg.model import AgendaItem, Mention
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_SECTIONS = 4
"""Sections of a page, from the first, in which it may look back."""
_LEAST = 2
"""Items of a section that may be a review."""
_MOST = 40
"""Items of it that are looked at."""


def offered(
    items: Sequence[Item], stated: Sequence[Mention], agenda: Sequence[AgendaItem], people_lines: Collection[int], names: Names
) -> tuple[Mention, ...]:
    """What is told in the first sections of a page that reviews nothing, each by the title of its section; none of it is certain."""
    if any(m.section is Section.REVIEW for m in stated):
        return ()
    taken = {line for m in stated for line in range(m.line, m.end_line + 1)}
    found: list[Mention] = []
    for n, (title, section) in enumerate(_sections(items, {a.line for a in agenda}, people_lines)):
        if n >= _SECTIONS:
            break
        if len(section) < _LEAST or any(item.line in taken for item in section) or is_elsewhere(title.casefold()):
            continue
        free = [item for item in section[:_MOST] if taken.isdisjoint(range(item.line, item.end + 1))]
        found += [replace(one, certain=False) for item in free for one in told_in(item, title, names)]
    return tuple(found)


def _sections(items: Sequence[Item], titles: Collection[int], people_lines: Collection[int]) -> Iterator[tuple[str, list[Item]]]:
    """The sections below the titles of a page, each with what it holds but for who is there."""
    section: list[Item] = []
    title = ""
    for item in items:
        if item.shape is Shape.HEADING or item.line in titles:
            if section:
                yield title, section
            title, section = unnumbered(plain(item.text)).strip(" :"), []
        elif item.line not in people_lines and item.shape in (Shape.BULLET, Shape.LINE) and not item.boxed and item.text:
            section.append(item)
    if section:
        yield title, section
