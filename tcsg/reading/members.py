"""Which items of an open block are its actions, and which only name an owner or a topic for those below."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Section
from tcsg.reading import blocks
from tcsg.reading.blocks import Block, is_elsewhere
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.naming import HANDLE, INITIALS, is_abstract, is_group, split_owners
from tcsg.reading.notes import COUNTED
from tcsg.reading.orders import is_labelled_order, starts_with_verb
from tcsg.reading.owners import bold_owners, find_owners
from tcsg.reading.status import read_report
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.headings import Opening
    from tcsg.reading.names import Names

_TITLED = late.compile(r"\*\*[^*]{3,80}\*\*:?\s+[–—-]\s+\S")
"""`**Website** - the pictures are missing`: a task with a title."""
_TOLD = late.compile(r"\*\*[^*:]{3,80}(?::\*\*|\*\*:)\s+\S")
"""`**Website:** the pictures are missing`: what a review tells of a task."""
_ANSWER = late.compile(
    r"(?:yes|no|moved|seconded|carried|passed|approved|unanimous(?:ly)?|ja|nein|oui|non)(?=\s*(?:$|[.,;:!(/–—-])|\s(?:and|by|with)\s)", re.IGNORECASE
)
"""Words that answer a question or tell a vote."""
_MEETING = late.compile(
    r"[*_]{0,3}(?:(?:date of )?(?:the )?next (?:meeting|call|session)[*_]{0,3}(?::| is\b| will be\b| on\b|\s[–—-])[*_]{0,3}\s(?!.{0,40}\bto\b)"
    r"|(?:the )?meeting (?:was )?(?:closed|adjourned|ended|concluded|finished)\b)",
    re.IGNORECASE,
)
"""What tells of the meeting itself: `Next meeting: 5 May`, `The meeting closed at 9`."""
_MEETINGS = frozenset(("date", "the ", "next", "meet"))
"""With one of these letters that begins."""
_ENOUGH = 200
"""Items below a heading or a bullet that tell what it heads."""
_NEAR = 100
"""Items above a bullet among which the one is looked for that it stands below."""


def label_owners(block: Block | None, item: Item, names: Names) -> tuple[str, ...]:
    """The owners that an item names when it names nothing else; any word will do in a list by person."""
    return split_owners(plain(item.text), names, loose=_by_person(block))


def _by_person(block: Block | None) -> bool:
    return block is not None and "person" in block.title.casefold()


def names_owner(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether an item such as ` - Sam:` stands above Sam's actions and is none of its own."""
    text = plain(item.text)
    if following is None or len(text.split()) > 6:
        return False
    if following.shape is not Shape.BULLET:
        return following.quote > item.quote and is_person_alone(item, names)
    below = following.indent > item.indent or following.marker == ":"
    if not below and (item.shape is Shape.BULLET or following.indent < item.indent):
        return False
    if _by_person(block):
        return True
    owners = label_owners(block, item, names)
    opens_tasks = following.boxed or following.text[:1].islower() or starts_with_verb(following.text)
    known = all(names.knows(o) for o in owners)
    leads = (
        below
        and len(text.split()) <= 3
        and opens_tasks
        and (not names.full or all(INITIALS.match(o) or HANDLE.match(o) or is_group(o) for o in owners))
    )
    emphatic = text.endswith(":") or item.lines[0].strip()[:1] in ("*", "[", "_") or leads
    return bool(owners) and (emphatic or known) and (known or not _is_topic(owners))


def is_person_alone(item: Item, names: Names) -> bool:
    """Whether a line is nothing but somebody's name set off, as in `***Sam***` above a quoted list."""
    bare = item.lines[0].strip()
    owners = split_owners(plain(bare), names) if bare[:1] in "*_" and bare[-1:] in "*_:" else ()
    return item.shape is Shape.LINE and len(item.lines) == 1 and bool(owners) and all(map(names.knows, owners))


def speaker_above(items: Sequence[Item], n: int, names: Names) -> str | None:
    """Who alone is named by the bullet that a bullet such as `Action item:` stands below: what is listed there is theirs."""
    item = items[n]
    near = (items[k] for k in range(n - 1, max(-1, n - _NEAR), -1))
    above = next((other for other in near if other.shape is not Shape.BULLET or other.indent < item.indent), None)
    if item.shape is not Shape.BULLET or above is None or above.shape is not Shape.BULLET:
        return None
    text = plain(above.text).strip(" :")
    return text if names.knows(text) or (HANDLE.match(text) and text.startswith("@")) else None


def _is_topic(owners: tuple[str, ...]) -> bool:
    """Whether a word alone is what is talked about and nobody: `Continuation`, `Testing`."""
    return len(owners) == 1 and is_abstract(owners[0])


def heads_actions(item: Item, following: Item | None, names: Names, opening: Opening) -> bool:
    """Whether an item of an agenda has actions below it: a deeper bullet that names who is to do something.

    Below `Actions from last meeting` it need only begin as an order does.
    """
    if following is None or following.indent <= item.indent or following.shape is not Shape.BULLET:
        return False
    if opening.review and starts_with_verb(plain(following.text)):
        return True
    owned = find_owners(plain(following.text), names, marked=True)
    return owned is not None and (owned.strong or owned.form in ("label", "parentheses")) and reads_as_order(following, names)


def is_decision(item: Item) -> bool:
    """Whether an item says of itself that it is none of the actions: `Decision: …`, `Note: …`."""
    text = item.text
    if text.lstrip("*_")[:4].casefold() in _MEETINGS and _MEETING.match(text):
        return True
    head, colon, _ = plain(text)[:24].partition(":")
    return bool(colon) and head.casefold().strip() in w.DECISION_MARKS | w.REMARKS


def is_answer(item: Item) -> bool:
    """Whether a box only ticks an answer or a vote: `Yes`, `No - for information`, `Moved and seconded`."""
    return _ANSWER.match(plain(item.text)) is not None


def heads_people(item: Item) -> bool:
    """Whether a bullet stands above the boxes of who is there: `Non-voting attendees`, `Emeritus members`."""
    title = plain(item.text[:80]).casefold().strip(" :.")
    last = title.split()[-1] if len(title.split()) <= 4 and title else ""
    return last in w.PRESENT or last in w.EXCUSED or is_elsewhere(title)


def reports(item: Item, opening: Opening, last: int | None) -> bool:
    """Whether a word such as `Done` opens no part of a block: it stands below the `last` action and tells how that went."""
    return not opening.actions and item.shape is Shape.BULLET and last is not None and item.indent > last >= 0


def reads_as_order(item: Item, names: Names) -> bool:
    """Whether an item reads as an action by itself, or begins as an order does, a topic before it or not."""
    text = plain(item.text)
    return blocks.looks_like_action(item, names) or starts_with_verb(text) or starts_with_verb(text.partition(": ")[2])


def has_marks_below(items: Iterable[Item], item: Item, names: Names) -> bool:
    """Whether one of the sub-bullets of an item is marked as an action: then the item is a topic, and they tell what was said of it."""
    return any(
        lead_mark(below.text, names.idiom)
        for below in takewhile(lambda it: it.shape is Shape.BULLET and it.indent > item.indent, islice(items, _ENOUGH))
    )


def is_discussion(items: Iterable[Item], level: int, names: Names) -> bool:
    """Whether what stands below a heading called `Actions` reads as the discussion of a meeting.

    Its outer points hardly name a task, and most go on below. Looks at what comes before the next heading of that `level`.
    """
    below = list(takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH)))
    bullets = [item for item in below if item.shape is Shape.BULLET and item.text]
    outer = min((item.indent for item in bullets), default=0)
    points = [n for n, item in enumerate(bullets) if item.indent == outer]
    parents = [n for n in points if n + 1 < len(bullets) and bullets[n + 1].indent > outer]
    if len(points) < 4 or 2 * len(parents) < len(points) or any(split_owners(plain(bullets[n].text), names) for n in points):
        return False
    if 4 * sum(reads_as_order(bullets[n], names) for n in points) > len(points):
        return False
    tasks = sum(reads_as_order(item, names) for item in bullets)
    return 2 * tasks < len(bullets) - len(points)


def is_line_member(block: Block, item: Item, names: Names) -> bool:
    """Whether a paragraph of a block is an action: it reads as one, or the block is a list without list marks."""
    text = plain(item.text)
    if text.endswith(":"):
        return False
    if block.shape is Shape.HEADING and (_TITLED.match(item.text) or (block.section is Section.REVIEW and _TOLD.match(item.text))):
        return True
    if block.marker in (None, "[ ]") and _is_share_of(item, names):
        return True
    if COUNTED.match(item.text) or blocks.looks_like_action(item, names) or (block.marker is None and bold_owners(item.text, names)):
        return True
    listed = starts_with_verb(text) or is_labelled_order(item) or (not item.gap and block.shape is not Shape.HEADING)
    return block.marker in (None, "[ ]") and len(text) < 300 and listed


def _is_speech(text: str) -> bool:
    """Whether a text tells at length what somebody said: `Hal: The log would be good to have, but …`."""
    head, colon, said = text.partition(": ")
    words = said.split()
    return bool(colon) and len(head.split()) <= 2 and len(words) >= 8 and not starts_with_verb(said) and words[0] not in ("to", "will")


def is_somebodys(item: Item, names: Names) -> bool:
    """Whether an item names its own owner at its head."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.start != 0 or read_report(text, names.idiom) is not None:
        return False
    # `Hal: renew it` is Hal's, `Hal: It was renewed` is what Hal said.
    return owned.form == "to" or (owned.form in ("label", "bracket", "handle") and starts_with_verb(text[owned.end :]))


def is_box_of_task(item: Item, above: tuple[str, str], names: Names) -> bool:
    """Whether a box is a task: not one of an agenda or a list of people, and in notes only one that names who is to do it.

    `above` are the heading and the label above it.
    """
    if not item.text.strip() or nothing(item.text):
        return False
    foreign = [title for title in above if blocks.is_elsewhere(title)]
    own = above[1] != "" and above[1] not in foreign  # below an agenda's heading, the list has a name of its own
    return not foreign or ((own or all(title.startswith("notes") for title in foreign)) and is_somebodys(item, names))


def names_list(item: Item, following: Item | None) -> bool:
    """Whether a line such as `Previously` names the boxes below it."""
    if item.shape is not Shape.LINE or len(item.lines) > 1 or item.boxed or following is None or not following.boxed:
        return False
    return len(item.text.split()) <= 4 and item.text[-1:] not in ".,;!?"


def orders_somebody(item: Item, names: Names) -> bool:
    """Whether a bullet is nothing but an order to somebody at its head: `Hal: Renew the lease`."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True) if item.shape is Shape.BULLET else None
    if owned is None or any(c.isdigit() for c in "".join(owned.owners)):  # `D2: use one form` is a decision
        return False
    return owned.start == 0 and owned.form == "label" and starts_with_verb(text[owned.end :])


def _is_order(text: str, names: Names) -> bool:
    owned = find_owners(text, names)
    return owned is not None and owned.form == "to"


def is_label(item: Item, following: Item | None, names: Names) -> bool:
    """Whether a bullet such as `Website:` only groups the items below it."""
    text = plain(item.text)
    if item.boxed or following is None or following.indent <= item.indent or following.shape is not Shape.BULLET:
        return False
    if following.boxed and not _is_order(text, names) and (not starts_with_verb(text) or is_somebodys(following, names)):
        return True
    if not text.endswith(":"):
        lone = len(text.split()) == 1 or not reads_as_order(item, names)
        return len(text.split()) <= 4 and lone and is_somebodys(following, names)
    if is_elsewhere(text.casefold().strip(" :")) or is_somebodys(following, names) or _is_share_of(following, names):
        return True
    reported = read_report(plain(following.text), names.idiom) is not None or _is_speech(plain(following.text))
    return not reported and find_owners(text, names) is None and not starts_with_verb(text)


def _is_share_of(item: Item, names: Names) -> bool:
    """Whether an item is somebody's share of what is handed out above it: `Hal: the first chapter`."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.form != "label" or owned.start != 0 or not all(map(names.knows, owned.owners)):
        return False
    return not _is_speech(text) and read_report(text, names.idiom) is None
