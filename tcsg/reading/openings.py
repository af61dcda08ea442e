"""Where blocks of actions open and close as a page is gone through, and what its titles tell of what stands below."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Section, Status
from tcsg.reading import block_ends, blocks, members, subheadings, topics
from tcsg.reading.blocks import Block, is_elsewhere
from tcsg.reading.bold import is_bold_title
from tcsg.reading.earlier_numbers import Report, has_margin, read_report_of
from tcsg.reading.fielded import has_owner_fields
from tcsg.reading.logs import strip_log, taken_back
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import Mark
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.page import Page
from tcsg.reading.parts import tells_meeting
from tcsg.reading.promised import is_share, tells
from tcsg.reading.sections import NO_SECTION
from tcsg.reading.shares import are_speeches
from tcsg.reading.signed import signs_of
from tcsg.reading.standing import NO_PART, Part, going_on
from tcsg.reading.told_of import tells_of_action
from tcsg.reading.trailing import is_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.drafts import Draft
    from tcsg.reading.headings import Opening
    from tcsg.reading.names import Names
    from tcsg.reading.tables import Row

_TITLE = 80
"""Characters of a title."""
_NAME = 40
"""Characters of a bullet that names somebody."""
_ENOUGH = 200
"""Items below a title that tell what it heads."""
_LED = late.compile(r"\*\*[^*]{2,80}\*\* \([^()]{2,60}\)$")


def heads_more(item: Item, following: Item | None) -> bool:
    """Whether a bullet has another below it."""
    return following is not None and following.indent > item.indent


def _is_box_below(draft: Draft, title: str) -> bool:
    block = draft.block
    return draft.kind is Kind.CHECKBOX and block is not None and block.shape is not Shape.HEADING and block.title.casefold() == title


def _is_title(item: Item, following: Item | None) -> bool:
    """Whether a numbered item stands alone above what is no number of its list: a title of the agenda as the minutes follow it."""
    return blocks.style(item) == "1" and item.gap and following is not None and following.gap and blocks.style(following) != "1"


def _is_next_topic(block: Block, item: Item) -> bool:
    """Whether what stands further out than the items of a block is in bold, with who leads it: `**The roof** (Ann)`."""
    outer = item.indent <= block.indent and (item.shape is Shape.LINE or (block.floor is not None and block.floor > item.indent))
    return outer and _LED.match(item.text) is not None and not starts_with_verb(plain(item.text))


class Openings(Page):
    """The part of a pass over the items that is about blocks and titles."""

    def __init__(self, items: Sequence[Item], names: Names, agenda: dict[int, AgendaItem], people_lines: frozenset[int]) -> None:
        super().__init__(names)
        self.items, self.agenda, self.people_lines = items, agenda, people_lines
        self.decided = ""
        """The title above a list of decisions, such as `**Resolved**`."""
        self.row: Row | None = None
        """The row of the table above."""
        self.signs = signs_of(self.items, self.names)
        """The marks of the writer's own."""
        self.fielded = has_owner_fields(items)
        """Whether a field on the page may say whose a task is."""
        self.section = NO_SECTION
        """What the row above heads that only heads others."""

    def undo(self, n: int) -> None:
        """Drop what a chat's `#undo` at item `n` takes back, if that is an action: the last command before it."""
        line = taken_back(self.items, n)
        for k in range(len(self.drafts) - 1, -1, -1):
            if self.drafts[k].line == line and self.drafts[k].kind is Kind.MARKER:
                self.drafts[k] = replace(self.drafts[k], status=Status.DROPPED)
                return

    def own_mark(self, text: str) -> Mark | None:
        """The mark of the writer's own that opens a text."""
        if not any(map(text.__contains__, self.signs)):
            return None
        from tcsg.reading.signs import own_mark  # lazy: few pages have such marks

        return own_mark(text, self.signs, self.names)

    def own_drafts(self, item: Item, text: str) -> tuple[Draft, ...]:
        """What the marks of the writer's own within a text state."""
        if not any(map(text.__contains__, self.signs)):
            return ()
        from tcsg.reading.signs import own_drafts  # lazy: few pages have such marks

        return tuple(own_drafts(item, text, self.signs, self.names))

    def leaves(self, block: Block, item: Item, following: Item | None) -> bool:
        """Whether an item is none of a block any more, and closes it."""
        told = item.shape is Shape.BULLET and self.last is not None and 0 <= self.last < item.indent  # `Votes:` beneath `Ann: order the shirts`
        if (blocks.is_other_label(item) and not told) or (item.shape is Shape.LINE and item.gap and item.text[:7].casefold() == "topic: "):
            return True
        if block.shape is Shape.BULLET and item.text[:2] == "**" and item.gap and _is_next_topic(block, item):
            return True
        if block.shape is item.shape is Shape.LINE and (
            members.names_owner(block, item, following, self.names) or self.stands_in_a_row(item, following) or self.tells_status(item)
        ):
            return False
        if block.shape is Shape.LINE and block.floor is None and self.is_told_whole(item, following):
            return False
        if block.section is Section.REVIEW and block.floor is None and item.shape is Shape.LINE and strip_log(item.text)[0] != item.text:
            return False  # what is said in a chat below `Action review:`
        return block_ends.closes(block, item, following, self.names)

    def heads_somebodys(self, n: int, item: Item, following: Item | None) -> bool:
        """Whether a bullet of the block is somebody whom nobody lists, as are those beside it."""
        if self.names.full or following is None or following.indent <= item.indent or len(item.text) > _NAME:
            return False
        from tcsg.reading.among_people import are_people, may_be_people  # lazy: few lists have such bullets

        return may_be_people(item, following) and are_people(self.items, n, self.names)

    def slipped_out(self, n: int, item: Item, following: Item | None) -> bool:
        """Whether a bullet that names somebody stands further out than those above and below it by a slip of the pen."""
        if not self.parents or item.shape is not Shape.BULLET or following is None or following.indent <= item.indent or len(item.text) > _NAME:
            return False
        from tcsg.reading.among_people import stands_too_far_out  # lazy: few lists have such bullets

        return stands_too_far_out(self.items, n, self.names)

    def is_in_place_of_a_list(self, n: int, block: Block, following: Item | None) -> bool:
        """Whether a paragraph stands right below the title of the block, or below another of its kind, and leaves something to do."""
        above = self.items[n - 1]
        stands = above.line == block.line or (self.paragraph and self.last is not None and self.drafts[-1].line == above.line)
        return stands and self.is_told_whole(self.items[n], following)

    def is_told_whole(self, item: Item, following: Item | None) -> bool:
        """Whether a paragraph is all that a block of new actions holds, in place of a list: a sentence that leaves something to do."""
        listed = following is not None and following.shape in (Shape.BULLET, Shape.ROW)
        if item.shape is not Shape.LINE or listed or self.block is None or self.block.section is Section.REVIEW:
            return False
        from tcsg.reading.impersonal import is_left_to_do  # lazy: few blocks hold a paragraph

        return is_left_to_do(item)

    def may_open(self, item: Item, opening: Opening, following: Item | None) -> bool:
        """Whether an opening opens here: what stands behind its colon is an action, and an agenda only names its items."""
        told = self.tells_status(item) and members.is_said_of_it(item, following, self.names, above=self.drafts[-1].end)
        if (told and not opening.actions) or opening.rest or topics.stands_beside(self.block, item, following):
            return False
        numbered = opening.review and following is not None and following.gap and following.shape is Shape.LINE and blocks.is_counted(following)
        numbered = numbered or (opening.review and _is_title(item, following))
        elsewhere = item.shape is Shape.BULLET and is_elsewhere(self.heading) and not numbered  # `2. What we said`, far below `Roll call`
        if elsewhere and not members.heads_actions(item, following, self.names, opening, minuted=self.minuted):
            return False
        beside = item.shape is Shape.BULLET and not numbered and not (following is not None and following.indent > item.indent)
        if beside and is_elsewhere(self.label):
            return False
        if item.shape is Shape.BULLET and opening.title[-1:] in (")", "]") and is_alone(item.text) and not heads_more(item, following):
            return False  # `**AP 4.2 (Ann)**` below what Ann is to do
        if opening.actions or self.block is None or item.shape is not Shape.HEADING:
            return opening.actions or self.block is not None
        return self.block.shape is Shape.HEADING and (item.level > self.block.level or not tells_meeting(opening.title))

    def heads_talk(self, n: int, item: Item, opening: Opening) -> bool:
        """Whether a heading of actions heads talk: of tasks that are boxes below the same words in the agenda above, questions, what each said.

        Of boxes it is not said where half of the list names somebody or tells how it went. `New`, too, heads it above topics with lists.
        """
        if item.shape is not Shape.HEADING:
            return False
        if not opening.actions:
            beside = self.block is not None and item.level <= self.block.level
            return beside and topics.has_lists(blocks.below(self.items, n), item.level, self.names)
        title = opening.title.casefold()
        below = list(takewhile(lambda it: it.shape is not Shape.HEADING, self.items[n + 1 : n + 1 + _ENOUGH]))
        points = [it for it in below if it.shape is Shape.BULLET]
        outer = [it for it in points if it.indent == points[0].indent]
        if are_speeches(below) or (not opening.review and topics.asks_only(title, outer, self.names)):
            return True
        again = any(_is_box_below(draft, title) for draft in self.drafts)
        return again and 2 * sum(tells(it, self.names) or is_share(it, self.names) for it in outer) < len(outer)

    def tells_within(self, block: Block, item: Item) -> bool:
        """Take what single sentences of a paragraph of the block tell people to do; False when none does."""
        if ". " not in item.text:
            return False
        from tcsg.reading.within import told_within  # lazy: few lists have such paragraphs

        drafts = tuple(told_within(item, block, self.drafts, self.names))
        for draft in drafts:
            self.add(draft)
        self.last = None if drafts else self.last
        return bool(drafts)

    @cached_property
    def margin(self) -> bool:
        """Whether the page has initials in its margin."""
        return has_margin(self.items)

    def report_of(self, block: Block, item: Item) -> Report | None:
        """What an item of a block that is a review reports of an earlier action by its number."""
        return read_report_of(item, self.names, margin=self.margin) if block.section is Section.REVIEW else None

    def is_of_another(self, block: Block, item: Item) -> bool:
        """Whether below a title of something else as well an item is none of the actions: it neither orders nor tells how far one is."""
        report = self.report_of(block, item) if not self.hears else None
        if self.foreign is None or self.hears or (report is not None and report.titled):
            return self.foreign is not None or (report is not None and report.titled)
        told = block.section is Section.REVIEW and report is None and tells_of_action(item, self.names)
        return not told and not members.reads_as_order(item, self.names)

    def open_block(self, n: int, item: Item, opening: Opening) -> None:
        """Open the block that an item heads, or the part of the block that is open."""
        discussed = item.shape is Shape.HEADING and topics.is_discussion(blocks.below(self.items, n), item.level, self.names)
        mixed = opening.mixed or (opening.actions and topics.is_news(opening.title, blocks.below(self.items, n), item.level or 7, self.names))
        mixed = mixed or (opening.review and topics.is_by_topic(blocks.below(self.items, n), item.level or 7, self.names))
        self.last, self.parents, self.foreign = None, [], (item.level or 7) if mixed else None
        self.leave_topic(item)
        if not opening.actions and self.block is not None:
            section = self.part.section if self.part.line else self.block.section
            self.part = Part(opening.status, item.shape, item.level, item.indent, blocks.style(item), item.line, section)
            floor = self.block.floor if self.block.shape is Shape.BULLET else None
            self.block = replace(self.block, floor=floor, section=opening.section)
            return
        part = Part(opening.status, item.shape, item.level, item.indent, blocks.style(item), item.line, opening.section)
        self.part = NO_PART if opening.deeds else part
        self.outer = self.block if item.shape is Shape.BULLET and self.block is not None and self._stands_within(self.block, item, n) else None
        # A numbered title is a heading in all but name.
        bullet = item.shape is Shape.BULLET and blocks.style(item) != "1"
        shape = item.shape if bullet or item.shape is Shape.HEADING else Shape.LINE
        marker = blocks.style(item) if bullet else None
        owner = (
            opening.owner or subheadings.behind(plain(item.text[:_TITLE]).strip(" :"), self.names) or members.speaker_above(self.items, n, self.names)
        )
        led = self.block if opening.owner is not None and item.shape is Shape.LINE else None  # `Sam will:` in a list that tells when
        timed = (led.part or led.title) if led is not None else ""
        below = self.items[n + 1 : n + 3]
        self.block = Block(
            opening.title, item.line, shape, item.indent, item.level or 7, opening.summary, opening.section, opening.deeds, owner, marker,
            discussed=discussed, number=blocks.number(item), part=timed, topical=len(below) > 1 and is_bold_title(*below), place=blocks.place(item),
        )  # fmt: skip

    def times_part(self, item: Item) -> bool:
        """Whether a paragraph stands above a part of the list: it ends with a colon, or is bold and tells when: `**Before the fair**`."""
        title, bold = plain(item.text), item.text[:2] == "**" == item.text[-2:]
        return (title[-1:] == ":" or bold) and (self.take_time(title, within=item.quote > 0) or title[-1:] == ":")

    def leave_part(self, item: Item) -> None:
        """Leave the part of the block that is open, when an item is another title of its kind."""
        part = self.part if self.block is None else going_on(self.part, item, self.block, self.drafts)
        if part is NO_PART is not self.part and self.block is not None:
            self.block = replace(self.block, section=self.part.section)
        self.part = part

    def _stands_within(self, block: Block, item: Item, n: int) -> bool:
        """Whether a bullet that heads a list of its own is the first of those below a heading, or stands deeper than they do."""
        if block.floor is None and block.shape is Shape.HEADING:
            following = blocks.following(self.items, n)
            return following is not None and following.indent > item.indent
        return item.indent > (block.floor or 0)

    def take_title(self, n: int, item: Item, following: Item | None) -> None:
        """Remember a title: what it says of the blocks below it, and whose."""
        self.heading, self.last = plain(item.text).casefold().strip(" :"), None
        theirs, self.parents = self.parents if item.level > self.owned else [], []
        self.minuted = topics.names_agenda(self.heading) and topics.is_minuted(self.heading, blocks.below(self.items, n), item.level)
        if is_elsewhere(self.heading):
            self.block = None
        inside = self.foreign is not None and item.level > self.foreign
        if self.block is None or not inside:
            self.foreign = None
        title = plain(item.text).strip(" :")
        self.parents = [(-1, (title,))] if self.block is None and self.names.knows(title) else self.parents
        if self.block is not None and not inside:
            owners = subheadings.people_of(self.items, n, self.names)
            task = not owners and subheadings.is_one_of_tasks(self.items, n, self.names, reviewed=self.block.section is Section.REVIEW)
            timed = not task and self.take_time(title)
            self.parents = [(-1, owners)] if owners else theirs if task else []
            self.owned = item.level if owners else self.owned if task else 7
            self.foreign = None if owners or timed or task else item.level
            self.hears = self.foreign is not None and topics.is_talk(blocks.below(self.items, n), item.level, self.names)
            if task:
                named = Mark("", 0, 0, subheadings.named_in(title, self.names) or subheadings.told_below(following, self.names))
                reason = Reason("action", f"a sub-heading of the block {self.block.title!r}", self.block.line)
                self.write(item, item.text, Kind.BLOCK, reason, named)
                self.last = -1
