"""Which items of an open block are its actions, and which only name an owner or a topic for those below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Section
from tcsg.reading import blocks, subheadings
from tcsg.reading.blocks import Block, is_elsewhere
from tcsg.reading.bold import bold_owners
from tcsg.reading.labelled import fields_below, is_field
from tcsg.reading.logs import speaker
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import HANDLE, INITIALS, is_abstract, is_business, is_group, split_owners
from tcsg.reading.notes import CITED
from tcsg.reading.orders import is_dashed, is_labelled_order, is_told, starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.shares import is_for_all, is_promised, is_share_of, was_to_be
from tcsg.reading.spoken import invites, is_remark, is_speech, says_that
from tcsg.reading.status import find_status, read_report
from tcsg.reading.told_of import tells_of_action
from tcsg.reading.voted import is_of_none, is_resolved
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.headings import Opening
    from tcsg.reading.names import Names

_TITLED = late.compile(r"\*\*(?![^*]{0,60}\b[Mm]eeting\b[^*]{0,40}\*\*:?\s+[–—-]\s+\[[^\[\]]*\]\([^()\s]*\)$)[^*]{3,80}\*\*:?\s+[–—-]\s+\S")
"""`**Website** - the pictures are missing`: a task with a title. `**4 May Meeting** - [Minutes](…)` only says where the minutes are."""
_TOLD = late.compile(r"\*\*[^*:]{3,80}(?::\*\*|\*\*:)\s+\S")
"""`**Website:** the pictures are missing`: what a review tells of a task."""
_ANSWER = late.compile(
    r"(?:yes|no|moved|seconded|carried|passed|approved|unanimous(?:ly)?|ja|nein|oui|non)(?=\s*(?:$|[.,;:!(/–—-])|\s(?:and|by|with)\s)", re.IGNORECASE
)
"""Words that answer a question or tell a vote."""
_ANYBODY = w.UNFILLED | frozenset("someone somebody anyone anybody unassigned unclaimed nobody volunteer volunteers jemand offen quelqu'un".split())
"""Words that stand in the place of an owner while there is none."""
_MEETING = late.compile(
    r"[*_]{0,3}(?:(?:date of )?(?:the |our |proposed )*next (?:\w{3,12} )?(?:meeting|call|session)"
    r"[*_]{0,3}(?::| is\b| will be\b| on\b|\s[–—-])[*_]{0,3}\s(?!.{0,40}\bto\b)"
    r"|(?:the )?meeting (?:was )?(?:closed|adjourned|ended|concluded|finished)\b)",
    re.IGNORECASE,
)
"""What tells of the meeting itself: `Next meeting: 5 May`, `The meeting closed at 9`."""
_UNTOUCHED = tuple(f"{sign} no action{was} taken" for sign in (":", "-", "–", "—") for was in ("", " was"))
"""What ends a point of an agenda that is called actions: `Fuel bids – No action taken.`."""
_DECIDED = ("we decided", "we agreed", "it was decided", "it was agreed", "decided to", "agreed to")
"""With these words a box ticks what was decided."""
_REMARKING = ("comment on ", "comments on ", "remark on ", "note on ", "notes on ", "bemerkung zu ", "anmerkung zu ", "remarque sur ")
"""With these, and a number, begins what is said of an item: `Comment on 16.3: …`."""
_SHORT = 150
"""Characters of a task without a verb: `Sam - the keys for the hall`."""
_MEETINGS = frozenset(("date", "the ", "our ", "prop", "next", "meet"))
"""With one of these letters that begins."""
_TO = late.compile(r" (?:(?:is |are )?to|will|soll|doit) ?:$")
"""What may stand behind whose the tasks below are: `Sam to:`."""
_NEAR = 100
"""Items above a bullet among which the one is looked for that it stands below."""


def label_owners(block: Block | None, item: Item, names: Names) -> tuple[str, ...]:
    """The owners that an item names when it names nothing else; any word will do in a list by person."""
    told = _TO.sub("", plain(item.text))
    return split_owners(subheadings.without_for(told, names), names, loose=_by_person(block))


def _by_person(block: Block | None) -> bool:
    return block is not None and "person" in block.title.casefold()


def names_owner(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether an item such as ` - Sam:` stands above Sam's actions and is none of its own."""
    text = plain(item.text)
    if following is None or text.count(" ") > 5:
        return False
    if following.shape is not Shape.BULLET:
        return (following.quote > item.quote and is_person_alone(item, names)) or _heads_order(item, following, names)
    below = following.indent > item.indent or following.marker == ":"
    if not below and (item.shape is Shape.BULLET or following.indent < item.indent):
        return False
    owners = label_owners(block, item, names)
    opens_tasks = following.boxed or following.text[:1].islower() or starts_with_verb(following.text)
    known = all(names.knows(o) or (below and o.casefold() in w.EVERYBODY) for o in owners)
    leads = below and len(text.split()) <= 3 and opens_tasks
    leads = leads and (not names.full or all(INITIALS.match(o) or HANDLE.match(o) or is_group(o) for o in owners))
    emphatic = text.endswith(":") or item.lines[0].strip()[:1] in ("*", "[", "_") or leads or subheadings.without_for(text, names) != text
    unnamed = below and not item.boxed and (_is_for_anybody(text) or _are_initials(owners))
    called = not names.full or all(subheadings.is_sure(o, names) for o in owners) or (opens_tasks and block.shape is not Shape.HEADING)
    return _by_person(block) or unnamed or (bool(owners) and (known or (emphatic and called and not _is_topic(owners))))


def _is_for_anybody(text: str) -> bool:
    """Whether a bullet above others says that they are nobody's so far: `someone`, `TBD:`, `???`."""
    return (bare := text.casefold().strip(" :")) in _ANYBODY or (bare != "" and not bare.strip("?"))


def _are_initials(owners: tuple[str, ...]) -> bool:
    """Whether owners are told by their initials alone: `FT`, `FT & MB`."""
    return bool(owners) and all(INITIALS.match(o) and o.casefold() not in w.ACRONYMS for o in owners)


def _heads_order(item: Item, following: Item, names: Names) -> bool:
    """Whether a line such as `Sam:` stands above a paragraph that orders something."""
    owners = split_owners(plain(item.text), names) if item.text.endswith((":", ":**")) else ()
    return bool(owners) and following.shape is Shape.LINE and starts_with_verb(plain(following.text)) and not _is_topic(owners)


def is_person_alone(item: Item, names: Names) -> bool:
    """Whether a line is nothing but somebody's name set off, as in `***Sam***` above a quoted list."""
    bare = item.lines[0].strip()
    owners = split_owners(plain(bare), names) if bare[:1] in "*_" and bare[-1:] in "*_:" else ()
    return item.shape is Shape.LINE and len(item.lines) == 1 and bool(owners) and all(names.knows(o) or is_given(o) for o in owners)


def speaker_above(items: Sequence[Item], n: int, names: Names) -> str | None:
    """Who alone is named by the bullet or the title that `Action item:` stands below: what is listed there is theirs."""
    item = items[n]
    near = (items[k] for k in range(n - 1, max(-1, n - _NEAR), -1))
    if item.shape is Shape.BULLET:
        above = next((other for other in near if other.shape is not Shape.BULLET or other.indent < item.indent), None)
    else:
        above = next((other for other in near if other.shape is Shape.HEADING), None) if item.shape is Shape.LINE else None
    if above is None or above.shape not in (Shape.BULLET, Shape.HEADING):
        return None
    text = plain(above.text).strip(" :")
    return text if names.knows(text) or (HANDLE.match(text) and text.startswith("@")) else None


def _is_topic(owners: tuple[str, ...]) -> bool:
    """Whether words are what is talked about and nobody: `Continuation`, `Testing`, `Roof Updates`."""
    return len(owners) == 1 and (is_abstract(owners[0]) or is_business(owners[0]) or owners[0].casefold() in w.ACRONYMS)


def heads_actions(item: Item, following: Item | None, names: Names, opening: Opening, *, minuted: bool) -> bool:
    """Whether an item of an agenda has actions below it: a deeper bullet that names who is to do something.

    In a review, below `Next steps:` or in an agenda that was `minuted`, an order will do, or somebody known; a box or a number tells by itself.
    """
    if following is None or following.shape is not Shape.BULLET or not blocks.heads(item, following):
        return False
    noted = item.indent > 0 and item.text.rstrip("*_").endswith(":")
    sure = opening.owner is not None or following.boxed or blocks.is_counted(following) or (opening.review and "ACTION: " in following.text)
    if sure or ((opening.review or noted or minuted) and starts_with_verb(plain(following.text))):
        return True
    owned = find_owners(plain(following.text), names, marked=True)
    if owned is None or not (owned.strong or owned.form in ("label", "parentheses", "to")):
        return False
    told = minuted or item.text.rstrip("*_ ").endswith(":")
    if opening.review and told and owned.form == "label" and owned.start == 0 and all(map(names.knows, owned.owners)):
        return True  # the first of them may begin with any word: `Ann: stick the map on the door`
    return reads_as_order(following, names) or is_somebodys(following, names) or find_status(plain(following.text), names.idiom) is not None


def is_decision(item: Item) -> bool:
    """Whether an item says of itself that it is none of the actions: `Decision: …`, `Note: …`."""
    text = item.text
    if text.lstrip("*_")[:4].casefold() in _MEETINGS and _MEETING.match(text):
        return True
    if item.boxed and text.casefold().startswith(_DECIDED):
        return True
    if is_resolved(text) or plain(text[-40:]).casefold().rstrip(" .").endswith(_UNTOUCHED):
        return True
    head, colon, _ = plain(text)[:24].partition(":")
    head = head.casefold().strip()
    last = head.split()[-1].lstrip("#§") if head.startswith((*_REMARKING, "option ")) else "x"
    return bool(colon) and (head in w.DECISION_MARKS | w.REMARKS or last[:1].isdigit() or (len(last) == 1 and head[:7] == "option "))


def is_left(item: Item) -> bool:
    """Whether an item says at its end that nothing is to be done about what it told: `The tent is dry. No further action.`."""
    return item.text[-24:].casefold().rstrip(" .").endswith((". no further action", ". no action required", ". no action needed"))


def is_said(block: Block, item: Item, names: Names) -> bool:
    """Whether somebody only talks of an old action: `Ann: yes, that went out on Monday`, or `Ann: 61 took one mail` below a list with marks."""
    apart = item.shape is Shape.LINE and block.marker not in (None, "[ ]")
    if (apart and is_remark(item.text, names)) or says_that(item.text, names) or is_of_none(item.text, review=block.section is Section.REVIEW):
        return True
    return (block.section is Section.REVIEW or invites(item.text)) and is_speech(item.text, names)


def is_answer(item: Item) -> bool:
    """Whether a box only ticks an answer or a vote: `Yes`, `No - for information`, `Moved and seconded`."""
    return _ANSWER.match(plain(item.text)) is not None


def heads_people(item: Item) -> bool:
    """Whether a bullet stands above the boxes of who is there: `Non-voting attendees`, `Emeritus members`."""
    title = plain(item.text[:80]).casefold().strip(" :.")
    words = title.split(maxsplit=4)
    last = words[-1] if 0 < len(words) <= 4 else ""
    return last in w.PRESENT or last in w.EXCUSED or is_elsewhere(title)


def reports(item: Item, opening: Opening, last: int | None) -> bool:
    """Whether a word such as `Done` opens no part of a block: it stands below the `last` action and tells how that went."""
    below = last is not None and (item.indent > last >= 0 or (item.shape is Shape.LINE and last < 0))
    return not opening.actions and below


def is_said_of_it(item: Item, following: Item | None, names: Names, *, above: int) -> bool:
    """Whether a paragraph `Done` below an action is no title of what follows: a stop closes it, or another action follows as a paragraph.

    So it is, in bold as well, where the action ends on the line right `above` it and no list follows.
    """
    listed, last = following is not None and following.shape is Shape.BULLET, item.text.rstrip("*_ ")[-1:]
    if item.text[-1:] in ".!" or (last != ":" and above == item.line - 1 and not listed):
        return True
    return item.text[-1:] not in ":*_" and (following is None or (following.shape is Shape.LINE and reads_as_order(following, names)))


def reads_as_order(item: Item, names: Names) -> bool:
    """Whether an item reads as an action by itself, or begins as an order does, a topic before it or not."""
    text = plain(item.text)
    ordered = starts_with_verb(text) or starts_with_verb(text.partition(": ")[2])
    due = item.shape is Shape.BULLET and " to be " in text and was_to_be(text, names)
    return ordered or due or blocks.looks_like_action(item, names) or is_promised(text, names)


def is_line_member(block: Block, item: Item, names: Names) -> bool:
    """Whether a paragraph of a block is an action: it reads as one, or the block is a list without list marks."""
    text = plain(item.text)
    if text.endswith(":"):
        return False
    reviewed = block.section is Section.REVIEW
    if block.shape is Shape.HEADING and (_TITLED.match(item.text) or (reviewed and (_TOLD.match(item.text) or CITED.match(item.text)))):
        return True
    if len(item.lines) > 1 and is_field(item.lines[-1]) and fields_below(item.lines) == item.lines[1:]:
        return True
    if block.marker in (None, "[ ]") and (is_share_of(item, names) or (reviewed and tells_of_action(item, names))):
        return True
    if blocks.is_counted(item) or blocks.looks_like_action(item, names) or (block.marker is None and bold_owners(item.text, names)):
        return True
    if is_for_all(text):
        return True
    if block.marker is None and (is_somebodys(item, names) or (len(text) < _SHORT and is_dashed(text, names))):
        return True
    begins = reviewed and block.floor is None and bool(speaker(item.text))  # the first of a chat below `Action review:`
    beside = not item.gap and block.shape is not Shape.HEADING
    listed = (starts_with_verb(text) and not text.isalpha()) or is_labelled_order(item) or begins or beside
    return block.marker in (None, "[ ]") and len(text) < 300 and listed


def is_somebodys(item: Item, names: Names) -> bool:
    """Whether an item names its own owner at its head: `Hal: renew it`, `then Hal to renew it`."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or (owned.start and (owned.form != "to" or not text[owned.start - 2].islower())) or read_report(text, names.idiom) is not None:
        return False
    # `Hal: renew it` is Hal's, `Hal: It was renewed` is what Hal said.
    return owned.form == "to" or (owned.form in ("label", "bracket", "handle") and is_told(text[owned.end :]))


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
    return owned.start == 0 and owned.form in ("label", "handle") and starts_with_verb(text[owned.end :].lstrip(" :"))


def may_be_somebody(owner: str, names: Names) -> bool:
    """Whether an owner is somebody: one of those listed, with a surname or not, one with a full name, or one who needs no list."""
    words = owner.split()
    named = len(words) > 1 and all(word[0].isupper() for word in words)  # `Deliveries have to come` has no surname
    return named or names.knows(owner) or bool(INITIALS.match(owner) or HANDLE.match(owner)) or is_group(owner)


def tells_somebody(item: Item, names: Names) -> bool:
    """Whether an item begins with somebody who is to do something: `Ann to ring the bank`."""
    owned = find_owners(plain(item.text), names)
    return owned is not None and owned.strong and owned.form == "to" and owned.start == 0
