"""Tasks among the sentences of a long paragraph below a title of tasks: `The ferry has to run. Norway will translate the guide.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason, Section
from tcsg.reading import sentences
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.blocks import Block
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LONGEST = 240
"""Characters of such a sentence; what is longer tells a story."""
_NEAR = 30
"""Tasks above, among which another of the same people is looked for."""
_AHEAD = ("to", "will", "shall")


def told_within(item: Item, block: Block, drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """The later sentences of a paragraph in which somebody is to do something who is known, or has another task of the list."""
    if block.shape is not Shape.HEADING or block.marker is not None or block.section is Section.REVIEW or block.discussed:
        return
    for start, end in sentences.spans(item.text)[1:]:
        words = plain(item.text[start:end])
        owners = _doers(words, names) if end - start <= _LONGEST and words[-1:] != "?" else ()
        if not owners or not (all(map(names.knows, owners)) or _have_others(owners, block, drafts[-_NEAR:], names)):
            continue
        lines = line_at(item, start), line_at(item, end - 1)
        reason = Reason("action", f"a sentence of a paragraph in the block {block.title!r}", lines[0])
        yield Draft(*lines, item.text[start:end], Kind.BLOCK, item.indent, links=links(item.text[start:end]), doubt=UNMARKED, reasons=(reason,))


def _have_others(owners: tuple[str, ...], block: Block, drafts: Sequence[Draft], names: Names) -> bool:
    """Whether each of these has another task of the list."""
    texts = [plain(draft.text) for draft in drafts if draft.block is not None and draft.block.line == block.line]
    return {*owners} <= {owner for text in texts for owner in _doers(text, names)}


def _doers(words: str, names: Names) -> tuple[str, ...]:
    """Those who are to or will do something, as the first words of a sentence."""
    owned = find_owners(words, names, marked=True)
    if owned is None or owned.start or owned.form != "to":
        return ()
    ahead, verb = [*words[owned.end :].split(None, 2)[:2], "", ""][:2]
    return owned.owners if ahead in _AHEAD and verb.casefold() in w.VERBS else ()
