"""People set in bold amid the talk before what they are to do, as a habit of the page: `The gutter hangs. **Ann** will mend it. It rained.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason, Section
from tcsg.reading import sentences
from tcsg.reading.charged_with import NO_TASKS
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.orders import is_programmed
from tcsg.reading.owners import find_owners
from tcsg.reading.status import find_status
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_ONE = r"(?:\*\*|__)[^\W\d_][^*_:()\[\]]{1,40}(?:\*\*|__)"
_BOLD = late.compile(
    rf"(?<![\w*_(\[])(?P<who>{_ONE}(?:(?:,? and |, | & | ?\+ ?|/){_ONE}){{0,3}})(?P<behind>[:)\]]|,? ?[–—-] )?"
    r"(?:(?: (?:will|shall|is to|are to|to)|['’]ll| (?:says|said|promised|agreed|offered)(?: that)? (?:s?he|they)(?:['’]ll|['’]d| will| would)"
    r"| (?:offered|agreed|promised|volunteered) to) (?:also |both |now |then |try and |try to |please )?(?P<verb>[a-z][a-z-]{1,19})\b)?"
)
_NO_TASKS = (NO_TASKS - {"get", "have"}) | frozenset(
    "the a an this that his her their our my its chair preside minute second abstain say think hope want like".split()
)
"""With these words goes on what is no piece of work."""
_LEAST = 2
"""Such sentences of a page."""
_TOLD = 4
"""Words of what a review tells before that."""
_LONGEST = 300
"""Characters of such a sentence."""


def orders_in_bold(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> tuple[Draft, ...]:
    """The sentences of the talk in which people in bold are to do something, where most who stand there in bold are, and twice or more.

    What is known as an action already is left out.
    """
    if not names.full:
        return ()
    told = [(item, found) for item in items if _is_talk(item) for found in _bold(item, names)]
    orders = [(item, found) for item, found in told if _is_task(found["verb"])]
    if len(orders) < _LEAST or 3 * len(orders) < 2 * len(told):
        return ()
    texts: dict[int, list[str]] = {}
    reviewed: dict[int, Draft] = {}
    for draft in drafts:
        for line in range(draft.line, draft.end + 1):
            if draft.block is not None and draft.block.section is Section.REVIEW:
                reviewed[line] = draft
            else:
                texts.setdefault(line, []).append(draft.text if draft.kind is Kind.INLINE else "")
    orders = [(item, found) for item, found in orders if item.line not in reviewed or _is_beside(found, reviewed[item.line], names)]
    made = [draft for item, found in orders for draft in _draft(item, found)]
    return tuple(d for d in made if not any(_is_known(d.text, text) for line in range(d.line, d.end + 1) for text in texts.get(line, ())))


def _is_beside(found: re.Match[str], old: Draft, names: Names) -> bool:
    """Whether what somebody in bold is to do stands behind a sentence of what a review tells of somebody else's action."""
    before = found.string[: found.start()].rstrip()
    if before[-1:] not in (".", ";", "!", "?") or len(before.split()) < _TOLD or find_status(found.string, names.idiom) is not None:
        return False
    owned = find_owners(plain(old.text), names, marked=True)
    return owned is not None and set(owned.owners).isdisjoint(split_owners(plain(found["who"]), names))


def _is_talk(item: Item) -> bool:
    emphasized = "**" in item.text or "__" in item.text
    return emphasized and item.shape in (Shape.LINE, Shape.BULLET) and not item.quote and not item.boxed and not is_programmed(item)


def _bold(item: Item, names: Names) -> Iterator[re.Match[str]]:
    """The known people in bold within an item, but for those who head or close it."""
    for found in _BOLD.finditer(item.text):
        owners = split_owners(plain(found["who"]), names)
        if found["behind"] is None and owners and all(map(names.knows, owners)):
            yield found


def _is_task(verb: str | None) -> bool:
    return verb is not None and verb not in _NO_TASKS and (verb in w.VERBS or not verb.endswith(("ed", "ly")))


def _draft(item: Item, found: re.Match[str]) -> Iterator[Draft]:
    """The rest of the sentence, up to the next who stands there in bold with something to do."""
    spans = sentences.spans(item.text[found.start() :])
    end = found.start() + spans[0][1]
    following = next((one for one in _BOLD.finditer(item.text, found.end(), end) if one["verb"]), None)
    end = following.start() if following is not None else end
    words = item.text[found.start() : end].rstrip(" ,;").removesuffix(" and").rstrip(" ,;")
    if words[-1:] == "?" or len(words) > _LONGEST:
        return
    lines = line_at(item, found.start()), line_at(item, found.start() + len(words) - 1)
    reason = Reason("action", "somebody in bold is to do something, as elsewhere on the page", lines[0])
    yield Draft(
        *lines, words, Kind.INLINE, item.indent, plain(found["who"]), links=links(words), doubt="only the emphasis marks it", reasons=(reason,)
    )


def _is_known(words: str, text: str) -> bool:
    """Whether an action says the same as a draft of its line, or is no sentence of the talk."""
    mine, theirs = plain(words).strip(" ."), plain(text).strip(" .")
    return mine in theirs or theirs in mine
