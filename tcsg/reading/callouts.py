"""What is quoted below an action of a review: a callout that tells how it went, in which only what is marked may be an action of its own.

`> Done, they sent it` below `- Ann to ask the bank`; `> ACTION: Bo Not yet, he was away` still tells of the action above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Section
from tcsg.reading.markdown import plain
from tcsg.reading.marks import until_closed
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_report
from tcsg.reading.subheadings import is_sure
from tcsg.reading.turns import points_back

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.marks import Mark
    from tcsg.reading.names import Names

_OWNER = late.compile(r"\*\*([^*]{1,60})\*\*:? (?=\S)")
"""Who stands in bold before what is told: `**Ann** Not yet`."""
_ASKING = frozenset("please pls all everyone everybody".split())
"""Words with which a request begins."""


def tells_of(item: Item, above: Draft, last: int) -> bool:
    """Whether an item is quoted below an action that is not: a title, which has a negative indent as the `last`, or one of a review."""
    if item.quote <= above.quote:
        return False
    return last < 0 or (item.indent > last and above.block is not None and above.block.section is Section.REVIEW)


def remarked(text: str, mark: Mark, above: Draft, names: Names) -> tuple[str, Mark | None]:
    """A text and its mark, or what stands behind a mark that is none: in the callout below an old action it tells of that."""
    reviewed = not above.quote and above.block is not None and above.block.section is Section.REVIEW
    return (text[mark.end :], None) if reviewed and _is_remark(text, mark, names) else (text, mark)


def _is_remark(text: str, mark: Mark, names: Names) -> bool:
    """Whether behind a mark and whose it is stands no task, but how far something is, or a sentence that tells nobody to do anything."""
    rest = until_closed(text[: mark.end], text[mark.end :]).strip(" :–—-")
    named = _OWNER.match(rest)
    said = plain(rest[named.end() :] if named is not None and is_sure(named[1], names) else rest)
    if read_report(said, names.idiom) is not None or points_back(said):
        return True
    told = said[:1].isupper() and " " in said and not starts_with_verb(said) and said.split(maxsplit=1)[0].casefold() not in _ASKING
    return told and find_owners(said, names) is None
