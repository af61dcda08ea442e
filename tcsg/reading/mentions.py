"""From a draft to a mention: its owners, due and status, each with the reason it was read so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Mention, Reason, Section, Status
from tcsg.reading import sentences
from tcsg.reading.again import twice
from tcsg.reading.arrows import told_behind_arrow
from tcsg.reading.bold import behind_topic, bold_owners
from tcsg.reading.commitments import cites, commitments_in
from tcsg.reading.deadlines import due_above, due_of, due_told
from tcsg.reading.deeds import by_place, tells_deeds
from tcsg.reading.doubt import doubt
from tcsg.reading.handovers import find_handover, people_of, taken_over
from tcsg.reading.joint import each_status, goes_on, joint_owners, may_be_next
from tcsg.reading.markdown import plain, unlinked
from tcsg.reading.naming import dated_owners, split_owners
from tcsg.reading.notes import read_notes
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.partial import half_done
from tcsg.reading.passing import former_in, passed, passed_in, whose_before
from tcsg.reading.restated import restated
from tcsg.reading.review_titles import owned_in
from tcsg.reading.status import STRUCK, Told, find_status, read_report, read_status
from tcsg.reading.strikes import as_it_stands
from tcsg.reading.tails import without_address
from tcsg.reading.text import late_names
from tcsg.reading.told_by import before_owners, cut_owners, without_remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Due
    from tcsg.reading.dates import Calendar
    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names
    from tcsg.reading.notes import Note
    from tcsg.reading.sittings import Sittings

_NEXT = late.compile(r";\s+(?:and\s+)?|\s\(?\d{1,2}[.)]\s+(?=[A-Z])")
_THEN = late_names(
    r"[,;]\s+(?=[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)? to [a-z])|;\s+(?=[A-Z][\w.'’-]*(?:(?:,? and | & | \+ |/| )[A-Z][\w.'’-]*){1,3} to [a-z])"
    r"|;\s+(?=(?:all|everyone|everybody) to [a-z])"
)
"""Where somebody else's task begins: `Ann to paint, Bob to varnish; Cy and Di to wax; all to sing`."""
_LABELLED = late_names(r"[,;.]\s+(?=[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?: [a-z])")
"""`Ann: ring the band; Bo: ask about power`"""
_SAME = ("will ", "to ")  # what such a part begins with
_Owned: TypeAlias = "tuple[tuple[str, ...], str] | None"
_Whose: TypeAlias = "tuple[tuple[str, ...], tuple[str, ...]]"
_NUMBERED = late.compile(r"\s\(?\d{1,2}[.)]\s*$")
_STATUS_LABEL, _CODE = late.compile(r"[\s(\[*_,;–—-]+(?:status[*_]{0,2}|:[a-z][a-z0-9_+-]{1,30}:?)$", re.IGNORECASE), 34  # `- :tada: merged`
_PRIORITY = late.compile(
    r"(?:[\[(](?:high|medium|med|low|urgent|critical|top|p[0-4]|prio(?:rity)?:? ?\w{1,8})[\])]|p[0-4](?=\s*[:–—-]))\s*[:–—-]?\s*", re.IGNORECASE
)
_WHAT = late.compile(r"(?:what|new|task|description|action|aufgabe|quoi)\s*:\s+(?=\S)", re.IGNORECASE)
_SIGN = late.compile(
    r"(?:[\u23e9-\u23fa\u25a0-\u25ff\u2b00-\u2bff\u27a1\u26a0\u274c\U0001f4c0-\U0001f53d\U0001f7e0-\U0001f7eb]\ufe0f?\s*){1,3}(?=\w)"
    r"|(?::[a-z][a-z0-9_+-]{1,40}:\s+){1,3}(?=\w)"
)
"""A sign set before an action, such as `📌`, `⬜` or `:pencil:`."""
_COUNTED = late_names(r"(?:#\d{1,3}|\(\d{1,3}\))\s+(?=[A-Z][^:]{1,30}:\s)")
_FILED = late.compile(r"([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)?) / (?=\w)")
"""`Ann / boat shed: …`, as a review files an action under its owner and what it is about."""
LONGEST_TEXT = 10_000
"""Characters an action may have."""
_CUT = (Kind.BLOCK, Kind.SUMMARY)  # kinds in which one place may state several actions
_SUPPORTED = late.compile(r"\s(?:supported|assisted|helped) by\s")
_REPORTED = late_names(r"([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,2}) (?:has|had|is|was)\s")
_ASIDES = late.compile(r"\s*\([^()]{1,60}\)")


def mentions(drafts: Iterable[Draft], names: Names, meetings: Sittings) -> tuple[Mention, ...]:
    """The mentions of one minutes file in the order of their lines, restatements marked."""
    found = [(m, draft.block) for draft in drafts for m in _read(draft, names, meetings.at(draft.line)) if m.text]
    found.sort(key=lambda pair: pair[0].line)
    return restated(found, names)


def _read(draft: Draft, names: Names, calendar: Calendar) -> Iterator[Mention]:
    draft = _unserved(as_it_stands(draft))
    handed = find_handover(draft.text, names)
    draft = replace(draft, text=f"{draft.text[: handed.start]}{draft.text[handed.end :]}") if handed else draft
    told, words = find_status(draft.text, names.idiom), draft.text
    if told is None and "](" in words and (told := find_status(unlinked(words), names.idiom)) is not None:
        words = unlinked(words)
    if (told is None or words[-1:] == ")") and (early := before_owners(words, names)):
        told, draft = early[0], replace(draft, named=draft.named or early[1])
    if told is not None and not draft.named and ", " in words[told.start :] and (cut := cut_owners(words, told, names)):
        draft = replace(draft, named=cut)
    if told is not None and told.words == STRUCK and not draft.named and split_owners(plain(rest := words[told.start + 2 :]), names):
        draft = replace(draft, named=rest)  # `~~Book the hall~~ @ann`
    reviewed = draft.block is not None and draft.block.section is Section.REVIEW
    if told is None and not reviewed and draft.kind is Kind.MARKER:
        told = told_behind_arrow(words, names.idiom)
    if reviewed and told is None and handed is None:  # `Ann has moved away; Bo takes it on` tells of no outcome
        told, words = _outcome(draft, words, names)
    if told is None and draft.number and (report := read_report(plain(words), names.idiom)) is not None:
        told = Told(report, plain(words), len(words), len(words))  # `Action 6.4: done`
    text = _task_words(words, told)
    note = read_notes(draft.notes, names, calendar, text, reviewed=reviewed)
    status, unsure = _status(draft, told, note)
    reasons = (*draft.reasons, *_status_reason(draft, told, note, names))
    parts, states = each_status(_parts(draft, text, names), status, names.idiom)
    single = len(parts) == 1
    whole = f"{draft.text} {draft.whole}".rstrip() if single else draft.whole
    owned: _Owned = None if single else ((), "")
    for part, state in zip(parts, states, strict=True):
        mine, words_of_it, former = _changed(draft, part, names)
        owners, why = owned = _owned(mine, words_of_it, names, note, owned)
        former = former or former_in(part, owners, names, reviewed=reviewed)
        if part is parts[-1] and (now := handed or note.handed) is not None:
            owners, why, former = now.to, "what is said of its changing hands", whose_before(owners, now.to, part, names) or now.former
        due = due_of(draft, part, calendar) or note.due or (due_told(words, told, calendar) if single else None) or due_above(draft, calendar)
        marks = [*reasons, *([Reason("owners", why, draft.line)] if owners else []), *([Reason("due", f"{due.words!r}", draft.line)] if due else [])]
        plan = commitments_in(part, draft.named, whole, *draft.notes)
        yield _mention(draft, part, (owners, former), due, (state, unsure), reasons=tuple(marks), plan=plan)


def _outcome(draft: Draft, words: str, names: Names) -> tuple[Told | None, str]:
    """How a reviewed draft went in free words, and its plain words; what is told of the whole closes no box that nobody has ticked."""
    from tcsg.reading.outcome import find_outcome  # lazy: many lists of earlier actions say no more than `done`

    told = find_outcome(bare := plain(words), names.idiom, lambda head: split_owners(head, names))
    if told is None or (told.start == len(bare) and draft.kind is Kind.CHECKBOX and draft.status is None):
        return None, without_remark(words, names)
    return (replace(told, start=len(bare), end=len(bare)) if tells_deeds(draft) else told), bare  # they are all that tells the task


def _changed(draft: Draft, part: str, names: Names) -> tuple[Draft, str, tuple[str, ...]]:
    """A draft and a part of it with the new owner alone where it changes hands, and whose it was."""
    change = passed(draft.named, names) if draft.named else passed_in(part, names)
    if change is not None:
        return (replace(draft, named=change.words), part, change.former) if draft.named else (draft, change.words, change.former)
    return draft, part, taken_over(part, names)[1] or people_of(draft.was, names, sure=True)


def _owned(draft: Draft, part: str, names: Names, note: Note, before: _Owned) -> tuple[tuple[str, ...], str]:
    """The owners of a part of a draft and why; `before` are those of the part before it, None when it is all."""
    owners, why = _owners(draft, part, names, note, single=before is None)
    if before is None:
        return (*owners, *joint_owners(part, owners, names)) if owners else owners, why
    return before if not owners and part.startswith(_SAME) else (owners, why)


def _unserved(draft: Draft) -> Draft:
    """A draft whose number is its own: what the action serves, `P2031.4`, is told beside it."""
    if not draft.number or not commitments_in(draft.number):
        return draft
    return replace(draft, number=None, whole=f"{draft.whole} {draft.number}")


def _status(draft: Draft, told: Told | None, note: Note) -> tuple[Status, str | None]:
    """How far an action is, and the words that say both that it is done and that it is not: then it is open."""
    status = draft.status if draft.status is not None else (told.status if told else None) or note.status or by_place(draft)
    if status is Status.DONE and told is not None and told.status is Status.DROPPED:
        return Status.DROPPED, None  # a ticked box only says that it is closed
    status = Status.OPEN if status is Status.DONE and draft.undone else status
    if status is Status.DONE and draft.kind is Kind.CHECKBOX and note.denied is not None:
        return Status.OPEN, f"ticked, and below it: {note.denied}"
    return status, half_done(plain(draft.text)) if status is Status.OPEN else None


def _mention(
    draft: Draft, text: str, whose: _Whose, due: Due | None, how: tuple[Status, str | None], *, reasons: tuple[Reason, ...], plan: tuple[str, ...]
) -> Mention:
    """A mention of those `whose` it is and was, with `how` far it is and what leaves that unsure."""
    (owners, former), (status, unsure) = whose, how
    doubted = doubt(draft, text, owned=bool(owners), dated=due is not None, closed=status is not Status.OPEN)
    reasons = (*reasons, Reason("action", f"doubtful: {doubted}", draft.line)) if doubted else reasons
    title, section = (draft.block.title, draft.block.section) if draft.block else (None, None)
    links = tuple(dict.fromkeys(address for words, address in draft.links if words and words in text)) if draft.links else ()
    return Mention(
        draft.line, draft.end, text, owners, due, status, draft.kind, draft.agenda_item, None, doubted is None, cites(draft.number, text),
        reasons, title, section, links, unsure, plan, former, draft.point, None, draft.at, draft.refers,
    )  # fmt: skip


def _status_reason(draft: Draft, told: Told | None, note: Note, names: Names) -> Iterator[Reason]:
    """What tells how far it is: the place before the words, the words before the lines below."""
    if draft.status is not None:
        said = {Kind.CHECKBOX: "its box", Kind.TABLE: "its cell"}.get(draft.kind, "the box or the part of the list that it stands in")
        yield Reason("status", said, draft.line)
    elif told is not None:
        yield Reason("status", f"{told.words!r}{names.idiom.credit(told.words)}", draft.line)
    elif note.status is not None:
        yield Reason("status", "a line below", draft.line)


def _task_words(words: str, told: Told | None) -> str:
    """The plain words of the task, without its status, its sign and number, its priority and a label such as `What:`."""
    if told is not None and told.start == 0:
        words = words[told.end :] if told.end < len(words) else words.strip().strip("~")
    elif told is not None and told.start < len(words):
        words = words[: told.start].rstrip(" .*_–—-")
        words = _STATUS_LABEL.sub("", words) if words[-6:].casefold() == "status" or " :" in words[-_CODE:] else words
    text = plain(words)[:LONGEST_TEXT]
    labels = () if text[:2].isalpha() else (_SIGN, _COUNTED, _PRIORITY)
    for label in (*labels, _WHAT) if ":" in text[:60] else labels:
        text = text[match.end() :] if (match := label.match(text)) and match.end() < len(text) else text
    return text


def _parts(draft: Draft, text: str, names: Names) -> tuple[str, ...]:
    """The tasks of a draft's words; a mark is of one task, unless another person's stands behind a comma."""
    whole = draft.kind in (Kind.MARKER, Kind.INLINE) and not draft.several
    told = draft.several or draft.kind in (*_CUT, Kind.MARKER, Kind.INLINE) or (draft.kind is Kind.TABLE and not draft.named)
    cut = told and not draft.single
    if draft.several and any(map(text.__contains__, _COUNTED_ON)):
        from tcsg.reading.run_in import counted  # lazy: few minutes run a list into one line

        if (tasks := counted(text)) != ():
            return tasks
    tasks = _tasks(text, names, several=draft.several, whole=whole) if cut else (text,)
    if cut and len(tasks) == 1 and ";" in text and draft.kind is Kind.BLOCK and draft.status is None:
        from tcsg.reading.things_of_one import things_of_one  # lazy: few lists have several in one line

        tasks = things_of_one(text, names) or tasks
    return (twice(text) if cut and len(tasks) == 1 else None) or tasks


_COUNTED_ON = (" 2. ", " 2) ", " (2) ", " b) ", " (b) ", ";2. ", ";2) ")
"""What counts the second task of a list run into one line."""


def _tasks(text: str, names: Names, *, several: bool, whole: bool) -> tuple[str, ...]:
    """Cut words that hold several tasks, as in `Members to send examples to NH. NH/AHR to compile them`.

    `several` when a plural announces them, as in `Actions: PB to write; KK to print`; `whole` when its sentences belong together.
    """
    starts = [0]
    parted = ("," in text or ";" in text) and (" to " in text.partition(",")[2] or " to " in text.partition(";")[2])
    begins = {m.end() for m in _THEN.finditer(text)} if parted else set()
    begins |= {m.end() for m in _LABELLED.finditer(text)} if text.count(": ") > 1 else set()
    if not whole:
        begins |= {begin for begin, _ in sentences.spans(text)[1:]}
    if several:
        begins |= {m.end() for m in _NEXT.finditer(text)}
    for begin in sorted(begin for begin in begins if not goes_on(text, begin)):
        owned = find_owners(text[begin : begin + 200], names, marked=True)
        parted = several and ";" in text[begin - 2 : begin]  # `Ann: the flour; Bo: the oven`
        told = owned is not None and (owned.form == "to" or (owned.form == "label" and (parted or starts_with_verb(text[begin + owned.end :]))))
        ordered = owned is not None and text.startswith("to ", begin + owned.end + 1)
        if owned is not None and told and owned.start == 0 and all(may_be_next(o, names, ordered=ordered) for o in owned.owners):
            starts.append(begin)
    first = find_owners(text[: starts[1]], names, marked=True) if len(starts) > 1 else None
    if first is None or not (first.strong or first.form == "label" or (first.form == "to" and all(map(names.knows, first.owners)))):
        return (text,)
    return tuple(_NUMBERED.sub("", text[a:b]).strip(" ;,") for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def _owners(draft: Draft, text: str, names: Names, note: Note, *, single: bool) -> tuple[tuple[str, ...], str]:
    """The owners and why: what the mark or the column names, else the words, else what stands below or above."""
    if draft.named:
        named = plain(draft.named)
        named = _SUPPORTED.sub(" and ", named) if " by " in named else named
        owners = dated_owners(named, names) or split_owners(named, names, loose=True)
        if owners:
            return owners, f"named with the mark: {draft.named!r}"
    owned = owned_in(draft, text, names)
    unsure = owned is None or not owned.strong
    alone = single and not draft.titled and not draft.inherited  # else those whom it tells of are others
    bold = (behind_topic(draft.text, names) or (bold_owners(draft.text, names) if unsure else ())) if alone else ()
    if bold and all(read_status(one, names.idiom) is None for one in bold):
        return bold, "the words set in bold, or those behind them"
    filed = _FILED.match(text) if " / " in text else None
    if owned is None and filed and names.knows(filed[1]):
        return (filed[1],), f"the words {filed[0].strip()!r}"
    below = bool(note.owners) and all(map(names.knows, note.owners))  # `Roof: buy tiles`, `Text (DE/EN)` above `Owner: Ann`
    below = below and (owned is None or not owned.strong or owned.form == "parentheses")
    if owned is not None and (not below or any(map(names.knows, owned.owners))):
        return owned.owners, f"the words {text[owned.start : owned.end].strip()!r}"
    if draft.block is not None and draft.block.section is Section.REVIEW and (told := _REPORTED.match(text)) and names.knows(told[1]):
        return (told[1],), f"the words {told[0].strip()!r}"
    listed = split_owners(without_address(_ASIDES.sub("", text)), names) if "(" in text or "://" in text else ()
    if listed and all(names.knows(o) for o in listed):
        return listed, "the people it lists"
    if note.owners:
        return note.owners, "a line below"
    return draft.inherited, "the line above that names the owner"
