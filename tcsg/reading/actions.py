"""The grammar of actions: from items to the drafts of mentions, by what opens and closes a block and what marks a line.

block     an item below `Actions`, `## Action items`, `Summary of Actions` …      members, until the block closes
marker    `ACTION: …`, `TODO …`, `#action …`                                      wherever it stands
checkbox  `- [ ] …`                                                               not among attendance or agenda
inline    `… (Action: PB)`, `… ACTION: PB to …`                                   the sentence before or behind
table     a row below a header with an action column                              see `tables`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Section
from tcsg.reading import block_ends, blocks, by_list, members, subheadings, topics, voted
from tcsg.reading.agenda import ends_agenda
from tcsg.reading.beneath import ends_before_mark
from tcsg.reading.boxes import is_given_box
from tcsg.reading.by_person import besides, orders_by_person
from tcsg.reading.callouts import remarked
from tcsg.reading.contents import contents_lines, unreferenced
from tcsg.reading.drafts import dated_below
from tcsg.reading.earlier_numbers import reported
from tcsg.reading.fielded import is_fielded
from tcsg.reading.hollow import is_empty
from tcsg.reading.inline import inline_drafts
from tcsg.reading.leading import leading_mark, only_trails, stated
from tcsg.reading.logs import confirms, doer, strip_log, tracked, undoes
from tcsg.reading.markdown import Item, Shape, plain, unlinked
from tcsg.reading.marks import Mark, lead_mark, until_closed
from tcsg.reading.myself import speaker_in
from tcsg.reading.naming import split_owners
from tcsg.reading.numbering import unnumbered
from tcsg.reading.openings import Openings
from tcsg.reading.paged import is_running_title
from tcsg.reading.parted import parted_drafts
from tcsg.reading.promised import charged
from tcsg.reading.ready import ready
from tcsg.reading.repeats import elsewhere, tracker_draft
from tcsg.reading.running import each_mark, inner_mark
from tcsg.reading.sections import NO_SECTION, read_section
from tcsg.reading.stamped import stamped, without_remark
from tcsg.reading.standing import NO_PART
from tcsg.reading.status import find_status, leading_status, read_status
from tcsg.reading.trailing import closing_mark
from tcsg.reading.turns import asked_of
from tcsg.reading.undertaken import with_undertakings
from tcsg.reading.unmarked import unmarked_orders
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names

_LEAD_IN = 8
"""Words before a mark in an item of a list that are no task of their own."""


class _Walk(Openings):
    """One pass over the items."""

    def run(self) -> tuple[Draft, ...]:
        for n, item in enumerate(self.items):
            if item.line in self.people_lines:
                self.block, self.last = None, None
                continue
            self._step(n, item)
        return tuple(sorted([*self.drafts, *elsewhere(self.items, self.drafts, self.names)], key=lambda d: d.line))

    def _step(self, n: int, item: Item) -> None:
        following = blocks.following(self.items, n)
        self.speaker = speaker_in(item, following) or self.speaker
        within = self.block is not None and (item.shape is not Shape.HEADING or not block_ends.closes(self.block, item, following, self.names))
        opening = by_list.opening_at(self.items, n, blocks.opens(item, following, self.names), self.names, within=within)
        opens = opening is not None and self.may_open(item, opening, following) and not members.reports(item, opening, self.last)
        if opening is not None and opens and not self.heads_talk(n, item, opening):
            self.open_block(n, item, opening)
            return
        self.follow(item, self.agenda)
        self.leave_part(item)
        if self.block is not None and is_running_title(self.block, item, following, self.names):
            return
        if self.block is not None and self.leaves(self.block, item, following):
            if self.slipped_out(n, item, following):
                self.own(item, following)
                return
            self.close(self.outer if self.outer is not None and not self.leaves(self.outer, item, following) else None)
        self.heading = "" if ends_agenda(item, following, self.agenda) else self.heading
        if item.shape is not Shape.BULLET:
            title = plain(item.text[:80]).casefold().strip(" :.")
            self.label = title if blocks.is_other_label(item) or members.names_list(item, following) else ""
            self.decided = title if {title, title.removesuffix("s")} & w.DECISION_MARKS else ""
        if item.shape is Shape.HEADING:
            self.take_title(n, item, following)
            title = unnumbered(item.text) if item.text[:1].isdigit() else item.text
            mark = lead_mark(title, self.names.idiom) if not (self.drafts and self.drafts[-1].line == item.line) else None
            if mark is not None and subheadings.heads_action(title, mark, self.names) and not only_trails(title, mark, self.names):
                written = len(self.drafts)
                self._mark(item, title, mark)
                self.last = -1 if len(self.drafts) > written else None  # `ACTION: none` states nothing
        elif item.shape is Shape.ROW:
            self._row(n, item)
        elif item.shape is not Shape.RULE and (any(item.lines) or item.checked):
            self._words(n, item, following)

    def _row(self, n: int, item: Item) -> None:
        self.last = None
        above = self.row if self.items[max(0, n - 1)].shape is Shape.ROW else None
        beside = item.header != () and self.items[max(0, n - 1)].shape is Shape.ROW
        self.section = self.section.at(item) if beside else NO_SECTION
        if (section := read_section(item, self.names)) is not None:
            self.section, self.row = section, None
            return
        from tcsg.reading.unheaded import row_drafts  # lazy: on many pages there is no table

        self.row, told = row_drafts(item, self.names, in_block=self.block is not None or self.section.actions, above=above)
        found = told = self.section.reviewed(item, self.names) or told
        if not told and self.row is None and item.header not in ((), item.cells):
            from tcsg.reading.cells import cell_drafts  # lazy: the heads of most tables tell what stands below

            found = tuple(cell_drafts(item, self.names))
        for draft in found:
            self.add(self.section.placed(draft))
        self.block = self.block.having(item) if told and self.block is not None else self.block

    def _words(self, n: int, item: Item, following: Item | None) -> None:
        said = unreferenced(item.text, self.names.idiom)
        text, command = strip_log(unlinked(said))
        if self._is_of_a_bot(n, item, text):
            return
        if (explains := self.explains(item, following)) and item.shape is Shape.BULLET and read_status(plain(text), self.names.idiom) is not None:
            if (end := ends_before_mark(text, self.names)) == len(text):
                self.absorb(item)  # `ACTION RESOLVED` below an action is no mark, nor is `Action: closed`
                return
            self.drafts[-1] = replace(self.drafts[-1], notes=(*self.drafts[-1].notes, *filter(None, (text[:end],))))
        mark = Mark("#action", 0, 0, doer(text, self.names)) if command else leading_mark(item, text, self.names) or self.own_mark(text)
        text, mark = remarked(text, mark, self.drafts[-1], self.names) if mark is not None and explains and item.quote else (text, mark)
        if mark is not None and (self._heads_list(n, text, mark, following) or topics.is_point(self.items, n, mark, self.names)):
            return
        if mark is not None and not only_trails(text, mark, self.names):
            if self.block is not None and item.shape is Shape.BULLET and (item.indent > self.block.indent or self.block.shape is Shape.HEADING):
                self.block = self.block.having(item)
            for part, one in each_mark(text, mark, self.names):
                self._mark(item, part, one)
        elif explains or self._answers(n, item):
            self.explain(item, text)
        elif self.block is not None and not (mark and self.foreign) and (self.shuts_out(item) or self._member(n, item, following)):
            pass  # a mark behind the sentence that it closes is no member of a mixed list
        else:
            self._unmarked(n, item, text if "](" not in said else strip_log(said)[0])

    def _is_of_a_bot(self, n: int, item: Item, text: str) -> bool:
        """Whether a line of a log is for a bot or by one, which has been heeded: an action that it confirms, or `#undo`."""
        if (confirmed := tracked(text)) is not None:
            self.add(tracker_draft(item, confirmed))
        elif undoes(item.text):
            self.undo(n)
        else:
            return confirms(text)
        return True

    def _answers(self, n: int, item: Item) -> bool:
        """Whether somebody's words in a review stand as a bullet right below a paragraph that a mark makes an action: `- Ann: still open.`."""
        above = self.items[n - 1] if n else None
        if self.block is None or above is None or above.shape is not Shape.LINE or item.shape is not Shape.BULLET or item.boxed:
            return False
        marked = bool(self.drafts) and self.drafts[-1].line == above.line and self.drafts[-1].kind is Kind.MARKER
        label, colon, said = plain(item.text).partition(": ")
        return marked and self.block.section is Section.REVIEW and bool(colon and said) and bool(split_owners(label, self.names))

    def _unmarked(self, n: int, item: Item, text: str) -> None:
        """Take what stands in no block and bears no mark at its head."""
        if self.decided and self.block is None and members.orders_somebody(item, self.names):
            self.write(item, item.text, Kind.BLOCK, Reason("action", f"an order to somebody below {self.decided!r}", item.line))
        elif self.is_task_box(item) or is_given_box(self.items, n, (self.heading, self.label), self.names):
            self.write(item, item.text, Kind.CHECKBOX, Reason("action", "a task box", item.line))
        elif (stamp := stamped(item, self.names)) is not None:
            self.write(item, without_remark(item.text, self.names), Kind.MARKER, Reason("action", f"{stamp!r} before whose it is", item.line))
            if stamp.casefold() == "new":
                self.drafts[-1] = replace(self.drafts[-1], block=blocks.Block(stamp, item.line, item.shape, item.indent, 7, section=Section.NEW))
        elif self.fielded and is_fielded(self.items, n, self.names):
            self.write(item, item.text, Kind.MARKER, Reason("action", "the fields that tell whose it is and when", item.line))
        else:
            self.last = None
            self.may_head_boxes(item)
            self.hear(item)
            above = self.items[n - 1] if n and self.items[n - 1].line not in self.people_lines else None
            drafts = self.own_drafts(item, text) or inline_drafts(item, text, above, self.names)
            for draft in drafts or unmarked_orders(item, text, self.names, self.heading, self.label):
                self.add(dated_below(draft, self.items[n + 1 : n + 2]))

    def _heads_list(self, n: int, text: str, mark: Mark, following: Item | None) -> bool:
        """`ACTION (Rosalind):` above a list opens a block of Rosalind's."""
        item, rest = self.items[n], text[mark.end :].strip(" *_")
        if following is None or following.shape is not Shape.BULLET:
            return False
        headed = text.rstrip("*_ ").endswith(":")
        if rest and following.indent > item.indent and not mark.owners and len(rest.split()) <= 4 and split_owners(plain(rest), self.names):
            mark = replace(mark, owners=plain(rest))  # `Action: Sam` above Sam's tasks
        elif rest and (headed or (following.boxed and text[:2] == "**" == text[-2:])) and (who := charged(rest.strip(" :"), self.names)):
            mark = replace(mark, owners=who)  # `Action: Sam to:`, `AI @sam to sort out:`
        elif rest or not headed:
            return False
        shape = Shape.BULLET if item.shape is Shape.BULLET and following.indent > item.indent else Shape.LINE
        self.last, self.parents, self.part = None, [], NO_PART
        owner = mark.owners if split_owners(mark.owners, self.names) else charged(mark.owners, self.names)  # `actions re governance:` are nobody's
        self.block = blocks.Block(mark.word, item.line, shape, item.indent, 7, owner=owner or members.speaker_above(self.items, n, self.names))
        return True

    def _mark(self, item: Item, text: str, mark: Mark) -> None:
        rest = until_closed(text[: mark.end], text[mark.end :]).lstrip(" →⇒➡")
        if voted.leaves_nothing(rest, mark.word) or not (mark.owners or mark.number or ":" in rest or read_status(rest, self.names.idiom) is None):
            return  # `Action: closed` tells of what stands above; `Action: done: Ann: the mast` does not
        if len(mark.owners) == 1 and not self.names.knows(mark.owners):
            mark = replace(mark, owners="", number=mark.number or mark.owners)  # `ACTION B: …`
        before, mark = text[: mark.start], stated(mark, self.names)
        lead = before if before == "~~" or find_status(before + "x", self.names.idiom) else ""
        reason = Reason("action", f"the mark {mark.word!r}{self.names.idiom.credit(mark.word)}", item.line)
        self.write(item, lead + mark.status + rest, Kind.MARKER, reason, mark)

    def _member(self, n: int, item: Item, following: Item | None) -> bool:
        """Take an item of the open block; False when it is none of its actions."""
        block, whole = self.block, item.text
        if block is None:
            return False
        if members.names_owner(block, item, following, self.names) or self.heads_somebodys(n, item, following):
            self.own(item, following)
            return True
        if item.shape is Shape.LINE and self.times_part(item):
            return False
        if is_empty(whole) or members.is_decision(item) or topics.is_for_readers(block, item, following, self.names):
            self.block = block.having(item) if item.shape is Shape.BULLET else block
            return True
        if members.is_said(block, item, self.names) or self.is_of_another(block, item):
            return not self.hears and self._reports(block, item)
        if self.foreign is not None and members.is_left(item):
            return False
        strange = item.shape is Shape.LINE and not (members.is_line_member(block, item, self.names) or self.stands_in_a_row(item, following))
        if strange and ((within := self.tells_within(block, item)) or not self.is_in_place_of_a_list(n, block, following)):
            return within
        self.block = block.having(item)
        if (heads := following is not None and following.indent > item.indent) and self._is_topic(n, item):
            return True
        if heads and (topics.is_label(item, following, self.names) or topics.heads_orders(blocks.below(self.items, n), item, self.names)):
            self.last = None
            self.shut = item.indent if blocks.is_elsewhere(plain(whole).casefold().strip(" :")) else self.shut
            return True
        self._state(item, block, whole)
        return True

    def _reports(self, block: blocks.Block, item: Item) -> bool:
        """Take what a list of earlier matters reports of one of them, by its number there."""
        report = self.report_of(block, item)
        if report is None:
            return False
        reason = Reason("action", f"its number and how far it is, in the block {block.title!r}", block.line)
        self.block = block.having(item)
        self.write(item, report.text, Kind.BLOCK, reason, Mark("", 0, 0, report.owners))
        self.drafts[-1] = reported(self.drafts[-1], report.status, refers=item.refers != "")
        return True

    def _state(self, item: Item, block: blocks.Block, whole: str) -> None:
        """Write what an item of the block states, behind its mark if it has one within."""
        words = strip_log(whole)[0]
        inner = inner_mark(words, self.names.idiom)
        bold = inner is not None and inner.word[:4].casefold() != "task" and words[inner.start :].startswith(("**", "__"))
        leads = inner is not None and len(words[: inner.start].split()) <= _LEAD_IN and (inner.word.isupper() or bold)
        if inner is not None and leads and not only_trails(words, inner, self.names):
            # `On hold: ACTION: Sam to ring the yard`; what is told before it is of the topic, unless it is a status alone.
            begin = 0 if leading_status(words, self.names.idiom) else inner.start
            self._mark(item, words[begin:], inner.moved(-begin))
            return
        closing = closing_mark(words, self.names.idiom)
        closing = closing if closing is not None and split_owners(plain(closing.owners), self.names) else None
        text = words[: closing.start].rstrip(" *_") if closing else words
        if closing is None and text[-1:] == "?" and block.section is Section.REVIEW:
            text, who = asked_of(text, self.names)
            closing, self.asks = Mark("", 0, 0, who) if who else None, item.line
        reason = Reason("action", f"in the block {block.title!r}{self.names.idiom.credit(block.title)}", block.line)
        self.write(item, text, Kind.CHECKBOX if item.boxed else Kind.BLOCK, reason, closing)

    def _is_topic(self, n: int, item: Item) -> bool:
        """Whether a bullet of the block is none of its actions but has some below it, marked as such; what is beside them is talk."""
        if item.shape is not Shape.BULLET or not topics.has_marks_below(blocks.below(self.items, n), item, self.names):
            return False
        self.talk = item.indent
        return not members.reads_as_order(item, self.names) and not self.parent(item)


def find_drafts(items: Sequence[Item], names: Names, agenda: dict[int, AgendaItem], people_lines: frozenset[int]) -> tuple[Draft, ...]:
    """All places of the items that state an action, in their order."""
    people_lines |= contents_lines(items)
    made = ready(items, names)
    drafts = besides(_Walk(made, names, agenda, people_lines).run(), orders_by_person(made, names, people_lines))
    drafts = besides(drafts, parted_drafts(items, drafts, names))
    return with_undertakings([item for item in made if item.line not in people_lines], drafts, names)
