"""What a walk over the items of the minutes knows of what came before, and the drafts it has written so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Section, Status
from tcsg.reading.agenda import is_centred, own_title
from tcsg.reading.alike import begins_alike
from tcsg.reading.beneath import is_somebodys as is_somebodys_own
from tcsg.reading.beneath import tells_of_box, tells_only
from tcsg.reading.boxes import is_box_of_task, is_struck_box, list_label, ticks
from tcsg.reading.callouts import tells_of
from tcsg.reading.dates import Calendar
from tcsg.reading.doubt import UNMARKED, shape_doubt
from tcsg.reading.drafts import Draft
from tcsg.reading.fellows import beside
from tcsg.reading.hollow import nothing
from tcsg.reading.inline import inline_drafts
from tcsg.reading.labelled import fields_below, is_field, names_mark, tagged
from tcsg.reading.logs import speaker
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.members import heads_people, is_answer, is_decision, is_somebodys, label_owners, tells_somebody
from tcsg.reading.myself import begins_with_me, is_mine
from tcsg.reading.naming import split_owners
from tcsg.reading.notes import ended, own_number, time_alone
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.running import inner_mark
from tcsg.reading.shares import is_labelled
from tcsg.reading.standing import NO_PART
from tcsg.reading.status import leading_status, read_report, read_status
from tcsg.reading.timed_titles import read_title
from tcsg.reading.told_of import begins_as_told
from tcsg.reading.turns import answers, is_said_of_it

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tcsg.model import AgendaItem
    from tcsg.reading.blocks import Block
    from tcsg.reading.marks import Mark
    from tcsg.reading.names import Names

_HOUR = late.compile(r"\d[:.h]\d\d(?!\d)|\d ?[ap]\.?m\b|\bnoon\b")
_BOLD_LINE = late.compile(r"(?:\*\*|__)[^*]{8,400}(?:\*\*|__)[.:]?$")
"""A sentence in bold on a line of its own: the task, before what is told of it."""
_SCOPED = late.compile(r"\d{1,4}[./]\d{1,3}")
_DEEPEST = 7
_NAME = 60
_ANY_DAY = Calendar(None)


class Page:
    """The drafts so far, and what owns and explains the next one."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.drafts: list[Draft] = []
        self.block: Block | None = None
        self.outer: Block | None = None
        """The block that a list within one of its items interrupts: `Still to do:` below an action."""
        self.heading = ""
        self.minuted = False
        """Whether the agenda above is what was said, and its boxes are tasks."""
        self.label = ""
        """The bold or plain label above a list that holds no actions, such as `**Agenda**`, or above boxes."""
        self.topic: str | None = None
        self.depth = 0
        """Level of the heading that gives the topic; more than any heading's where a bold or numbered line does."""
        self.part = NO_PART
        """What the part of the block says of its items: `Completed:`."""
        self.parents: list[tuple[int, tuple[str, ...]]] = []
        """Indent and owners of the lines above that name an owner for those below."""
        self.shut: int | None = None
        """Indent of a label whose sub-bullets are no actions."""
        self.talk: int | None = None
        """Indent of a bullet with marked actions below it; the others there are talk unless they tell somebody to do something."""
        self.owned = _DEEPEST
        """Level of the sub-heading that names the owner of what stands below it."""
        self.foreign: int | None = None
        """Level of a sub-heading about something else: below it only what reads as an action is one."""
        self.hears = False
        """Whether what stands below that is talk, of which only what is marked is an action."""
        self.ticked: int | None = None
        """Indent of a bullet such as `Members` whose boxes are no tasks."""
        self.paragraph = False
        """Whether the last draft is a paragraph of a list without list marks."""
        self.speaker: str | None = None
        """Who writes, where minutes are a log of what people wrote."""
        self.asks = 0
        """Line of the draft that is a question, or of the last one that was."""
        self.last: int | None = None
        """Indent of the draft whose explaining sub-bullets may follow."""

    def write(self, item: Item, text: str, kind: Kind, reason: Reason, mark: Mark | None = None) -> None:
        """Write the draft that an item states; sub-bullets may explain it."""
        status = (Status.DONE if item.checked else None) if item.boxed else None
        text, notes = ended(item.lines, text, self.names)
        if len(item.lines) > 1 and text == item.text and _BOLD_LINE.match(item.lines[0]):
            text, notes = item.lines[0], (" ".join(item.lines[1:]),)
        fields = fields_below(item.lines) if len(item.lines) > 1 else ()
        if fields and text.endswith(" ".join(fields)):
            text, notes = text[: -len(" ".join(fields))].rstrip(), fields
        if "[" in text or ":" in text:
            text, tags = tagged(text)
            notes = (*notes, *tags)
        if nothing(text):
            return
        named, number = (mark.owners, mark.number) if mark else ("", None)
        named = self.speaker if self.speaker is not None and (is_mine(named) if named else begins_with_me(text)) else named
        if text[:1] == "(" and not named:
            named, text = beside(text, self.parent(item), self.names)
        if number is None:
            number, text = own_number(text, fielded=bool(fields))
        if number is None and item.marker and _SCOPED.match(item.marker):
            number = item.marker.rstrip(".)")
        doubt = shape_doubt(item, kind, self.block, mark)
        kind, status, topic = self._placed(kind, status)
        draft = Draft(
            item.line, item.end, text, kind, item.indent, named, self.parent(item), number, status, notes=notes, block=self.block, quote=item.quote,
            agenda_item=topic, links=links(item.text), several=mark is not None and mark.word[-1:] in "sS)", doubt=doubt, reasons=(reason,),
        )  # fmt: skip
        self.drafts.append(draft)
        self.last, self.paragraph = item.indent, item.shape is Shape.LINE

    def add(self, draft: Draft) -> None:
        """Add a draft with what the block and the topic say of it."""
        draft = replace(draft, named=self.speaker) if self.speaker is not None and draft.named and is_mine(draft.named) else draft
        kind, status, topic = self._placed(draft.kind, draft.status)
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.doubt == UNMARKED and last.line == draft.line and plain(last.text) == plain(draft.text):
            self.drafts.pop()  # a mark below it tells the same for certain
        self.drafts.append(replace(draft, block=self.block or draft.block, kind=kind, status=status, agenda_item=topic))

    def _placed(self, kind: Kind, status: Status | None) -> tuple[Kind, Status | None, str | None]:
        """Kind, status and topic of a draft that stands in the open block, if one is open."""
        if self.block is None:
            return kind, status, self.topic
        if status is None and self.part.status is not Status.OPEN:
            status = self.part.status
        if not self.block.summary:
            return kind, status, self.topic
        return Kind.SUMMARY if kind is Kind.BLOCK else kind, status, None

    def follow(self, item: Item, agenda: Mapping[int, AgendaItem]) -> None:
        """Note the topic that begins with an item: an agenda item, or a paragraph with a title of its own."""
        if item.line in agenda:
            self.topic, self.depth = agenda[item.line].title, item.level or _DEEPEST
        elif self.block is None and (title := own_title(item)) is not None and not self.names.knows(title):
            self.topic, self.depth = title, _DEEPEST

    def leave_topic(self, item: Item) -> None:
        """A heading of actions that stands no deeper than the topic ends it: the list is of the meeting."""
        if item.shape is Shape.HEADING and item.level <= self.depth:
            self.topic = None

    def parent(self, item: Item) -> tuple[str, ...]:
        """The owners that the nearest heading, owner's bullet or block header above gives."""
        self.parents = [(indent, owners) for indent, owners in self.parents if indent < item.indent]
        if self.parents:
            return self.parents[-1][1]
        owner = self.block.owner if self.block else None
        return (split_owners(owner, self.names) or (owner,)) if owner else ()

    def explains(self, item: Item, following: Item | None = None) -> bool:
        """Whether an item is a sub-bullet or paragraph that belongs to the action above it."""
        if self.last is None or self._is_box(item, self.last) or is_struck_box(item, self.drafts):
            return False
        adjoins = item.shape is Shape.LINE and not item.gap and self.drafts[-1].end == item.line - 1 and not self._is_another(item)
        if self.block is not None and self.block.section is Section.REVIEW and item.shape is Shape.LINE and speaker(item.text):
            asked = self.drafts[-1]
            return asked.end == item.line - 1 and answers(item.text, asked.text, self.names, first=self.asks == asked.line and not asked.notes)
        if item.shape is Shape.BULLET and self.block is not None and self.paragraph and self._tells_of_it(item):
            return True
        if self.tells_status(item) or (
            self.block is not None and item.shape is Shape.BULLET and item.indent == self.last and self._is_told_beside(item)
        ):
            return True
        if adjoins and (read_report(plain(item.text), self.names.idiom) is not None or all(map(is_field, item.lines))):
            return True
        said = item.marker == ":" and item.indent == self.last
        if said and (leading_status(item.text, self.names.idiom) is not None or time_alone(item.text, _ANY_DAY) is not None):
            return True  # `:: **DONE** by Ann`, `: *this week*`
        apart = item.shape is Shape.LINE and item.gap and item.indent == self.last + 1  # one blank before a paragraph means nothing
        if item.indent <= self.last or (self.paragraph and (apart or (self.block is None and is_centred(item)))):
            return self.block is not None and self.block.section is Section.REVIEW and item.indent == self.last >= 0 and is_said_of_it(item.text)
        if self.last < 0:
            return self.block is not None or read_report(plain(item.text)) is not None or all(map(is_field, item.lines))
        if item.shape is Shape.LINE and item.gap and self.block is not None and _BOLD_LINE.match(item.lines[0]) and tells_somebody(item, self.names):
            return False
        return item.shape is not Shape.BULLET or self.block is None or not self._is_somebodys(item, following)

    def _is_box(self, item: Item, last: int) -> bool:
        """Whether an item is a box of its own, and none that only says how far the `last` action is."""
        return item.boxed and any(item.lines) and not (tells_of(item, self.drafts[-1], last) or (0 <= last < item.indent and ticks(item)))

    def _is_told_beside(self, item: Item) -> bool:
        """Whether a bullet in the list below an action is none, but says right behind it how far it is, `- Done`, or what a box above is about."""
        beside = self.block is not None and item.shape is Shape.BULLET and item.indent == self.last
        return beside and ((self.drafts[-1].end == item.line - 1 and tells_only(item, self.names)) or tells_of_box(item, self.drafts, self.names))

    def tells_status(self, item: Item) -> bool:
        """Whether a paragraph is nothing but a status, below an action that is a paragraph: `Done.`."""
        below = self.paragraph and None not in (self.block, self.last) and item.shape is Shape.LINE and item.indent == self.last
        if not below or len(item.text) > _NAME or _HOUR.search(item.text):  # `Closed 13:04`
            return False
        return read_status(plain(item.text), self.names.idiom) is not None and not begins_as_told(item.text, self.drafts[-1].text, self.names)

    def _tells_of_it(self, item: Item) -> bool:
        """Whether a bullet right below an action that is a paragraph tells of that: `- **Done**.` or what came of it, and no task."""
        if item.gap or self.last is None or item.indent < self.last - 2 or starts_with_verb(plain(item.text)):
            return False
        return self.drafts[-1].end == item.line - 1 and not self._is_somebodys(item)

    def _is_somebodys(self, item: Item, following: Item | None = None) -> bool:
        """Whether a sub-bullet is an action of its own."""
        heads = following is not None and following.indent > item.indent
        return not tells_of(item, self.drafts[-1], self.last or 0) and is_somebodys_own(item, self.drafts[-1], self.names, heads=heads)

    def own(self, item: Item, following: Item | None) -> None:
        """Remember whose the items below are."""
        below = following is not None and following.indent > item.indent and following.quote == item.quote
        self.parent(item)
        self.parents.append((item.indent if below else item.indent - 1, label_owners(self.block, item, self.names)))
        self.last = None

    def take_time(self, title: str, *, within: bool = False) -> bool:
        """Take a sub-heading such as `Immediate (by Friday)` for the time of what stands below it; it ends somebody's part but `within` it."""
        timed = read_title(title, _ANY_DAY) is not None
        self.block = replace(self.block, part=title if timed else "") if self.block else None
        self.parents = self.parents if timed or within or self.owned < _DEEPEST else []  # `**Website**` behind Ann's
        return timed

    def hear(self, item: Item) -> None:
        """Remember whose report a bullet such as `Ann` heads: a marked action below it that names nobody is hers."""
        if self.block is None:
            self.parent(item)
            speaker = plain(item.text[:_NAME]).strip(" :") if item.shape is Shape.BULLET else ""
            if speaker and self.names.knows(speaker):
                self.parents.append((item.indent, (speaker,)))

    def stands_in_a_row(self, item: Item, following: Item | None) -> bool:
        """Whether a paragraph `Yrsa: the map` has another of its kind below it, or is below one that is an action."""
        if self.block is None or self.block.marker is not None or not is_labelled(item, self.names):
            return False
        above = self.paragraph and self.drafts[-1].line > self.block.line and self.drafts[-1].end >= item.line - 2
        return is_labelled(following, self.names) or (above and ":" in self.drafts[-1].text[:_NAME])

    def may_head_boxes(self, item: Item) -> None:
        """Remember a bullet whose boxes are people."""
        if item.shape is Shape.BULLET and not item.boxed and (self.ticked is None or item.indent <= self.ticked):
            self.ticked = item.indent if heads_people(item) else None
            self.label = list_label(item, self.heading, self.label)

    def is_task_box(self, item: Item) -> bool:
        """Whether a box in no list of actions is a task: none of the agenda or the attendance, no answer and no vote."""
        listed = self.ticked is not None and item.indent > self.ticked
        heading = "" if self.minuted and (is_somebodys(item, self.names) or starts_with_verb(plain(item.text))) else self.heading
        return item.boxed and not (listed or is_decision(item) or is_answer(item)) and is_box_of_task(item, (heading, self.label), self.names)

    def shuts_out(self, item: Item) -> bool:
        """Whether an item stands below a label such as `For the next agenda:`, which holds no actions, or is talk beside a marked action."""
        if self.shut is not None and item.indent <= self.shut:
            self.shut = None
        if self.talk is not None and item.indent <= self.talk:
            self.talk = None
        return self.shut is not None or (self.talk is not None and not is_somebodys(item, self.names) and not starts_with_verb(plain(item.text)))

    def _is_another(self, item: Item) -> bool:
        """Whether a line right below an action is one as well."""
        return tells_somebody(item, self.names) or (self.paragraph and begins_alike(item.text, self.drafts[-1], self.names))

    def explain(self, item: Item, text: str) -> None:
        """Take an item into the action above it, but for what a mark within it states."""
        last, marked = self.last, inner_mark(text, self.names.idiom) if item.shape is Shape.BULLET else None
        if marked is not None:
            drafts = inline_drafts(item, text, None, self.names)
            for draft in drafts:
                self.add(draft)
            if not drafts and names_mark(plain(item.text)) is not None:
                self.absorb(item)  # `Action: Ann` below a task
        elif self.block is None and " to " in text and tells_somebody(item, self.names) and self._is_somebodys(item):
            self.write(item, text, Kind.INLINE, Reason("action", "an order to somebody below an action", item.line))
        else:
            self.absorb(item)
        self.last = last

    def absorb(self, item: Item) -> None:
        """Take an item into the draft above it."""
        last = self.drafts[-1]
        told = item.lines if all(map(is_field, item.lines)) else [item.text]
        if item.boxed:  # a tick before what is told below a title
            told = ["done", *told] if item.checked else ["not done"] if read_status(plain(item.text)) is Status.DONE else told
        self.drafts[-1] = replace(last, end=max(last.end, item.end), notes=(*last.notes, *told))

    def close(self, outer: Block | None = None) -> None:
        """Leave the block, for the one that it interrupted if there is one."""
        self.block, self.outer, self.part, self.parents, self.last, self.talk = outer, None, NO_PART, [], None, None
