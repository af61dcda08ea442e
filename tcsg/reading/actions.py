"""The grammar of actions: from items to the drafts of mentions, by what opens and closes a block and what marks a line.

block     an item below `Actions`, `## Action items`, `Summary of Actions` …      members, until the block closes
marker    `ACTION: …`, `TODO …`, `#action …`                                      wherever it stands
checkbox  `- [ ] …`                                                               not among attendance or agenda
inline    `… (Action: PB)`, `… ACTION: PB to …`                                   the sentence before or behind
table     a row below a header with an action column                              see `tables`
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason, Status
from tcsg.reading import blocks, sentences, tables
from tcsg.reading import words as w
from tcsg.reading.blocks import Block, is_elsewhere
from tcsg.reading.drafts import Draft
from tcsg.reading.hollow import nothing
from tcsg.reading.inline import inline_drafts
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Item, Shape, plain, unlinked
from tcsg.reading.marks import Mark, closing_mark, lead_mark, owner_first_mark, strip_log, tracked, undoes
from tcsg.reading.naming import split_owners
from tcsg.reading.owners import bold_owners, find_owners
from tcsg.reading.status import find_status, read_report, read_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.headings import Opening
    from tcsg.reading.names import Names


_TASK = re.compile(r"\b(?:to|will|should)\b")


@dataclass(slots=True)
class _Walk:
    """One pass over the items; everything it knows of what came before."""

    items: Sequence[Item]
    names: Names
    custom: frozenset[str]
    agenda: dict[int, AgendaItem]
    people_lines: frozenset[int]
    drafts: list[Draft] = field(default_factory=list)
    block: Block | None = None
    topic: str | None = None
    heading: str = ""
    part: Status = Status.OPEN
    parents: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    row: tables.Row | None = None
    """The row of the table above."""
    foreign: int | None = None
    """Level of a sub-heading about something else: below it only what reads as an action is one."""
    shut: int | None = None
    """Indent of a label whose sub-bullets are no actions."""
    last: int | None = None
    """Indent of the draft whose explaining sub-bullets may follow."""

    def run(self) -> tuple[Draft, ...]:
        for n, item in enumerate(self.items):
            if item.line in self.people_lines:
                self.block, self.last = None, None
                continue
            self._step(n, item)
        return tuple(sorted([*self.drafts, *self._repeated()], key=lambda d: d.line))

    def _repeated(self) -> Iterator[Draft]:
        """Unmarked places that repeat an action of the minutes word for word."""
        taken = {line for d in self.drafts for line in range(d.line, d.end + 1)}
        known = {_key(d.text): d for d in self.drafts if len(d.text.split()) >= 4}
        for item in self.items:
            if item.shape in (Shape.LINE, Shape.BULLET) and item.line not in taken and (same := known.get(_key(item.text))):
                reason = Reason("action", f"it repeats line {same.line} word for word", item.line)
                yield replace(same, line=item.line, end=item.end, kind=Kind.INLINE, block=None, reasons=(reason,), notes=())

    def _step(self, n: int, item: Item) -> None:
        following = blocks.following(self.items, n)
        opening = blocks.opens(item, following, self.custom)
        if opening is not None and self._may_open(item, opening):
            self._open(item, opening)
            return
        if item.line in self.agenda:
            self.topic = self.agenda[item.line].title
        if self.block is not None and blocks.is_running_title(self.block, item, following, self.names):
            return
        if self.block is not None and (blocks.closes(self.block, item, self.names) or blocks.is_other_label(item)):
            self.block, self.part, self.parents, self.last = None, Status.OPEN, [], None
        if item.shape is Shape.HEADING:
            self._heading(item)
            mark = lead_mark(item.text)
            if mark is not None and ":" in item.text[: mark.end] and not self._only_trails(item.text, mark):
                self._mark(item, item.text, mark)
        elif item.shape is Shape.ROW:
            self._row(n, item)
        elif item.shape is not Shape.RULE and item.text:
            self._words(n, item, following)

    def _inside(self, item: Item) -> bool:
        return item.shape is Shape.HEADING and self.block is not None and self.block.shape is not Shape.HEADING

    def _may_open(self, item: Item, opening: Opening) -> bool:
        """Whether an opening opens here: what stands behind its colon is an action, and an agenda only names its items."""
        if opening.rest or (item.shape is Shape.BULLET and is_elsewhere(self.heading)):
            return False
        return opening.actions or (self.block is not None and not self._inside(item))

    def _open(self, item: Item, opening: Opening) -> None:
        self.last, self.parents, self.foreign = None, [], None
        if not opening.actions and self.block is not None:
            self.part = opening.status
            self.block = replace(self.block, floor=None) if self.block.shape is not Shape.BULLET else self.block
            return
        self.part = opening.status
        # A numbered title is a heading in all but name.
        bullet = item.shape is Shape.BULLET and blocks.style(item) != "1"
        shape = item.shape if bullet or item.shape is Shape.HEADING else Shape.LINE
        marker = blocks.style(item) if bullet else None
        self.block = Block(
            opening.title,
            item.line,
            shape,
            item.indent,
            item.level or 7,
            opening.summary,
            opening.review,
            opening.status,
            opening.owner,
            marker,
        )

    def _heading(self, item: Item) -> None:
        self.heading, self.last, self.parents = plain(item.text).casefold().strip(" :"), None, []
        if is_elsewhere(self.heading):
            self.block = None
        inside = self.foreign is not None and item.level > self.foreign
        if self.block is None or not inside:
            self.foreign = None
        if self.block is not None and not inside:
            title = plain(item.text)
            owners = split_owners(title, self.names) if len(title.split()) <= 5 else ()
            self.parents = [(-1, owners)] if owners else []
            self.foreign = None if owners else item.level

    def _row(self, n: int, item: Item) -> None:
        self.last = None
        above = self.row if self.items[max(0, n - 1)].shape is Shape.ROW else None
        row = self.row = tables.read_row(item, in_block=self.block is not None, above=above)
        if row is not None and not nothing(row.text):
            reason = Reason("action", f"a row of a table with the column {row.column!r}", item.line)
            self._add(
                Draft(
                    item.line,
                    item.end,
                    row.text,
                    Kind.TABLE,
                    0,
                    row.owners,
                    status=row.status,
                    due=row.due,
                    due_column=row.due is not None,
                    reasons=(reason,),
                )
            )

    def _words(self, n: int, item: Item, following: Item | None) -> None:
        text, command = strip_log(unlinked(item.text))
        confirmed = tracked(text)
        if confirmed is not None:
            reason = Reason("action", f"a tracker has noted it as {confirmed.number}", item.line)
            self._add(
                Draft(item.line, item.end, confirmed.task, Kind.MARKER, 0, confirmed.owner, (), confirmed.number, None, confirmed.due, due_column=True, reasons=(reason,))
            )
            return
        if undoes(item.text):
            self._undo()
            return
        mark = Mark("#action", 0, 0) if command else self._leading(item, text)
        if mark is not None and self._heads_list(item, text, mark, following):
            return
        if mark is not None and not self._only_trails(text, mark):
            self._mark(item, text, mark)
        elif self._explains(item):
            self._absorb(item)
        elif self.block is not None and (self._shut_out(item) or self._member(item, following)):
            pass
        elif item.boxed and not is_elsewhere(self.heading) and not nothing(item.text):
            self._draft(item, item.text, Kind.CHECKBOX, Reason("action", "a task box", item.line))
        else:
            self.last = None
            above = self.items[n - 1] if n and self.items[n - 1].line not in self.people_lines else None
            for draft in inline_drafts(item, strip_log(item.text)[0], above, self.names):
                self._add(draft)

    def _undo(self) -> None:
        """A chat's `#undo` takes back the command before it."""
        for n in range(len(self.drafts) - 1, -1, -1):
            if self.drafts[n].kind is Kind.MARKER:
                self.drafts[n] = replace(self.drafts[n], status=Status.DROPPED)
                return

    def _leading(self, item: Item, text: str) -> Mark | None:
        """The mark that opens an item: a word of the grammar, an owner's mark, a status before a mark, a field with its value."""
        mark = lead_mark(text) or self._status_mark(text)
        if mark is not None:
            return mark
        owned = owner_first_mark(text)
        if owned is not None and split_owners(owned.owners, self.names) and len(sentences.spans(owned.owners)) == 1:
            return owned
        opening = read_opening(text, self.custom) if item.shape is not Shape.HEADING and ":" in text[:60] else None
        if opening is not None and opening.actions and opening.rest and "action" in opening.title.casefold():
            return Mark(opening.title, 0, text.index(":") + 1)
        return None

    def _heads_list(self, item: Item, text: str, mark: Mark, following: Item | None) -> bool:
        """`ACTION (Rosalind):` above a list opens a block of Rosalind's."""
        if text[mark.end :].strip(" *_") or following is None or following.shape is not Shape.BULLET or not text.rstrip("*_ ").endswith(":"):
            return False
        shape = Shape.BULLET if item.shape is Shape.BULLET and following.indent > item.indent else Shape.LINE
        self.last, self.parents, self.part = None, [], Status.OPEN
        self.block = Block(mark.word, item.line, shape, item.indent, 7, owner=mark.owners or None)
        return True

    def _status_mark(self, text: str) -> Mark | None:
        """`(✅ DONE) ACTION Dan: …`: the status before the mark."""
        told = find_status(text)
        if told is None:
            return None
        if text.startswith("~~"):
            mark = lead_mark(text[2:])
            return replace(mark, start=2, end=2 + mark.end) if mark else None
        mark = lead_mark(text[told.end :]) if told.start == 0 and told.end < len(text) else None
        return replace(mark, start=told.end, end=told.end + mark.end) if mark else None

    def _only_trails(self, text: str, mark: Mark) -> bool:
        """A mark with nothing but owners behind it belongs to the sentence above: `(Action AHR)` on its own line."""
        rest = plain(text[mark.end :])
        only_owners = len(rest.split()) <= 8 and not _TASK.search(rest) and bool(split_owners(rest, self.names))
        return not rest.strip(" )].") or only_owners or text[mark.start :].startswith(("(", "**("))

    def _mark(self, item: Item, text: str, mark: Mark) -> None:
        rest = text[mark.end :]
        if nothing(rest):
            return
        before = text[: mark.start]
        lead = before if before == "~~" or find_status(before + "x") else ""
        reason = Reason("action", f"the mark {mark.word!r}", item.line)
        self._draft(item, lead + rest, Kind.MARKER, reason, mark)

    def _draft(self, item: Item, text: str, kind: Kind, reason: Reason, mark: Mark | None = None) -> None:
        status = (Status.DONE if item.checked else None) if item.boxed else None
        notes = ()
        if len(item.lines) > 1 and read_status(plain(item.lines[-1])) is not None and text.endswith(item.lines[-1]):
            text, notes = text[: -len(item.lines[-1])].rstrip(" ."), (item.lines[-1],)
        self._add(
            Draft(
                item.line,
                item.end,
                text,
                kind,
                item.indent,
                mark.owners if mark else "",
                self._parent(item),
                mark.number if mark else None,
                status,
                notes=notes,
                reasons=(reason,),
            )
        )
        self.last = item.indent

    def _add(self, draft: Draft) -> None:
        block = self.block
        status = draft.status if draft.status is not None else (self.part if block and self.part is not Status.OPEN else None)
        kind = Kind.SUMMARY if block and block.summary and draft.kind is Kind.BLOCK else draft.kind
        self.drafts.append(replace(draft, block=block, kind=kind, status=status, agenda_item=None if block and block.summary else self.topic))

    def _parent(self, item: Item) -> tuple[str, ...]:
        """The owners that the nearest heading, owner's bullet or block header above gives."""
        self.parents = [(indent, owners) for indent, owners in self.parents if indent < item.indent]
        if self.parents:
            return self.parents[-1][1]
        return (self.block.owner,) if self.block and self.block.owner else ()

    def _explains(self, item: Item) -> bool:
        """Whether an item is a sub-bullet or paragraph that belongs to the action above it."""
        if self.last is None or item.boxed:
            return False
        if item.shape is Shape.LINE and not item.gap and self.drafts[-1].end == item.line - 1 and read_report(plain(item.text)) is not None:
            return True
        if item.indent <= self.last:
            return False
        owned = find_owners(plain(item.text), self.names)
        return not (item.shape is Shape.BULLET and owned and owned.strong and (self.block is not None))

    def _absorb(self, item: Item) -> None:
        last = self.drafts[-1]
        self.drafts[-1] = replace(last, end=max(last.end, item.end), notes=(*last.notes, item.text))

    def _shut_out(self, item: Item) -> bool:
        """Whether an item stands below a label such as `For the next agenda:`, which holds no actions."""
        if self.shut is not None and item.indent <= self.shut:
            self.shut = None
        return self.shut is not None

    def _member(self, item: Item, following: Item | None) -> bool:
        """Take an item of the open block; False when it is none of its actions."""
        block = self.block
        if block is None:
            return False
        text = plain(item.text)
        if self._names_owner(item, text, following):
            return True
        if nothing(item.text):
            return True
        if text.partition(":")[0].casefold().strip() in w.DECISION_MARKS and ":" in text[:20]:
            return True
        if self.foreign is not None and not self._ordered(item, text):
            return False
        if item.shape is Shape.LINE and not self._line_member(item, text):
            return False
        self.block = replace(
            block, floor=item.indent if block.floor is None else min(block.floor, item.indent), marker=block.marker or blocks.style(item)
        )
        if self._is_label(item, text, following):
            return True
        kind = Kind.CHECKBOX if item.boxed else Kind.BLOCK
        words = strip_log(item.text)[0]
        closing = closing_mark(words)
        if closing is not None and not split_owners(plain(closing.owners), self.names):
            closing = None
        text = words[: closing.start].rstrip(" *_") if closing else words
        self._draft(item, text, kind, Reason("action", f"in the block {block.title!r}", block.line), closing)
        return True

    def _ordered(self, item: Item, text: str) -> bool:
        """Whether an item reads as an action by itself, or begins as an order does, a topic before it or not."""
        return blocks.looks_like_action(item, self.names) or blocks.starts_with_verb(text) or blocks.starts_with_verb(text.partition(": ")[2])

    def _names_owner(self, item: Item, text: str, following: Item | None) -> bool:
        """` - Sam:` above Sam's actions is no action of its own."""
        if following is None or following.shape is not Shape.BULLET or len(text.split()) > 6:
            return False
        below = following.indent > item.indent
        if not below and (item.shape is Shape.BULLET or following.indent < item.indent):
            return False
        by_person = self.block is not None and "person" in self.block.title.casefold()
        owners = split_owners(text, self.names, loose=by_person)
        opens_tasks = following.boxed or following.text[:1].islower() or blocks.starts_with_verb(following.text)
        emphatic = text.endswith(":") or item.lines[0].strip()[:1] in ("*", "[", "_") or (below and len(text.split()) <= 3 and opens_tasks)
        if not by_person and (not owners or not (emphatic or all(self.names.knows(o) for o in owners))):
            return False
        self._parent(item)
        self.parents.append((item.indent if below else item.indent - 1, owners))
        self.last = None
        return True

    def _line_member(self, item: Item, text: str) -> bool:
        block = self.block
        if block is None or text.endswith(":"):
            return False
        if blocks.looks_like_action(item, self.names) or (block.marker is None and bold_owners(item.text, self.names)):
            return True
        return block.marker is None and len(text) < 300 and (blocks.starts_with_verb(text) or (not item.gap and block.shape is not Shape.HEADING))

    def _is_label(self, item: Item, text: str, following: Item | None) -> bool:
        """A bullet such as `Website:` that only groups the actions below it."""
        if not text.endswith(":") or item.boxed or following is None or following.indent <= item.indent or following.shape is not Shape.BULLET:
            return False
        self.last = None
        if is_elsewhere(text.casefold().strip(" :")):
            self.shut = item.indent
            return True
        reported = read_report(plain(following.text)) is not None
        return not reported and find_owners(text, self.names) is None and not blocks.starts_with_verb(text)


def _key(text: str) -> str:
    return " ".join(plain(text).casefold().split()).rstrip(" .;")


def find_drafts(
    items: Sequence[Item], names: Names, agenda: dict[int, AgendaItem], people_lines: frozenset[int], custom: frozenset[str] = frozenset()
) -> tuple[Draft, ...]:
    """All places of the items that state an action, in their order; `custom` holds a committee's own headings, casefolded."""
    ready = blocks.prepare(items, names, custom)
    return _Walk(ready, names, custom, agenda, people_lines).run()
