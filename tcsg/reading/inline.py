"""Marks in running text: behind the sentence they close, or before the task they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.arrows import inner_arrows
from tcsg.reading.assigned import assigned, may_be_assigned
from tcsg.reading.coded import may_hold_code
from tcsg.reading.doubt import SIGNED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.hollow import nothing
from tcsg.reading.leading import marks_behind, stated
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.marks import Mark, may_hold_mark, until_closed
from tcsg.reading.myself import of_speaker
from tcsg.reading.naming import INITIALS, NAME_WORD, is_group, is_sure, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.running import inner_mark, owned_mark
from tcsg.reading.status import read_status
from tcsg.reading.text import is_typed, late_names
from tcsg.reading.voted import leaves_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_BOLD_ORDER = late.compile(r"[.:;!?–—-]\s+\*{1,2}([^*]{6,280})\*{1,2}\s*$")
_BOLD_WHOLE = late.compile(r"\*\*([^*]{6,280})\*\*[\s.]*$")
_STATUS_MARK = late_names(
    r"[.!?]\s+[*_]{0,3}[Aa]ction(?: item| point)?\s*:?\s*([a-z][a-z /-]{2,30}?)(?:\s+[–—-]\s+([A-Z][^.:]{1,60}?))?[*_]{0,3}[.!]?[*_]{0,3}$"
)
_DONE = ("Done", "DONE", "Completed", "Closed", "Erledigt", "Fait")
"""With one of these words a paragraph may close that tells who has done it."""
_APART = tuple(f"{sign}{bracket}" for bracket in "([" for sign in ("*", "_", ". ", "! ", "? ", ": ", "; ", ") "))
"""Before a bracket that is set apart."""
_BEHIND_ISSUE = late.compile(r"\d(?:~~|\]\([^()\s]{1,300}\))*\s[(\[]")
_TAKING = (
    *(" action to ", " action on ", "ction item ", "ction Item ", "ction for ", "ction is on ", " placed on "),
    *(" tak", " took", " pick", " accept", " get"),
)
"""With one of these words somebody takes an action."""
_TITLE = 2  # blanks of what may be the title of a topic
_POINTING = frozenset("this it that".split())
_TASK = late.compile(r"\s(?:to|will|should|shall|must)\s")


def inline_drafts(item: Item, text: str, above: Item | None, names: Names) -> tuple[Draft, ...]:
    """The actions that marks in an item state; `text` is the item's text without the time and speaker of a log.

    A mark with nothing before it closes the last sentence of the item `above`.
    """
    if not _may_state(text, names):
        return _done_by(item, text, names)
    from tcsg.reading.closing import set_apart  # lazy: nearly all that is told in minutes has no mark

    offset = len(item.text) - len(text)
    closing, opening = set_apart(text, _inner(text, names), names)
    noted = (_noted(text, names) or _asides(text, names) or _set_off(text, names)) if not closing and not opening else ()
    if not closing and not opening and not noted:
        reported = tuple(_reported(item, text, offset, names)) or tuple(_bold(item, text, offset, names)) or tuple(assigned(item, text, names))
        return reported or _done_by(item, text, names)
    spans = [(mark.start, mark.end) for mark in closing]
    opening = tuple(mark for mark in opening if not any(start <= mark.end and mark.start < end for start, end in spans))
    credited = [replace(m, source=own) if (own := names.idiom.credit(m.word)) != m.source else m for m in (*closing, *opening)]
    marks = tuple(sorted(credited, key=lambda mark: mark.start)) or noted
    found: list[Draft] = []
    start = 0
    for n, mark in enumerate(marks):
        if mark.trailing and mark.start < start:
            continue  # what the mark before it opens goes on to the end
        if mark.trailing:
            owners, task = _told(mark, names)
            if task:
                line = line_at(item, offset + mark.start)
                reason = Reason("action", f"the mark {mark.word!r}", line)
                found.append(_draft((line, line_at(item, offset + mark.end - 1)), task, item.indent, replace(mark, owners=owners), reason))
            else:
                found += _closed(item, text, offset, (start, replace(mark, owners=owners)), above)
            start = mark.end
        else:
            start = _bracketed(text, mark) or (marks[n + 1].start if n + 1 < len(marks) and not marks[n + 1].trailing else len(text))
            found += _opened(item, text, offset, (mark, start))
    if len(found) == 1:
        return (replace(found[0], whole=text),)
    return tuple(found) or tuple(_reported(item, text, offset, names)) or tuple(_bold(item, text, offset, names))


def _may_state(text: str, names: Names) -> bool:
    """Whether a text has a word of a mark, an arrow, an emphasized end or initials there: nearly all that is told in minutes has none."""
    signs = not is_typed(text) or ">" in text or "**" in text or "__" in text or text[-2:].rstrip()[-1:] == "*"
    if signs or may_hold_mark(text, names.idiom) or _may_hold_aside(text) or may_hold_code(text) or may_be_assigned(text):
        return True
    if not text[-1:].isupper():
        return False
    from tcsg.reading.closing import in_margin  # lazy: as above

    return in_margin(text) is not None


def _may_hold_aside(text: str) -> bool:
    """Whether a bracket opens a text, stands behind a sentence or in emphasis."""
    return ("(" in text or "[" in text) and (text[:1] in "([*_" or any(map(text.__contains__, _APART)) or _holds_issue(text))


def _holds_issue(text: str) -> bool:
    """Whether a bracket may stand behind the number of an issue: `#12 (Ann mends it)`."""
    return ("#" in text or "-" in text) and _BEHIND_ISSUE.search(text) is not None


def _noted(text: str, names: Names) -> tuple[Mark, ...]:
    from tcsg.reading.noted import noted_marks  # lazy: few minutes have a mark that is no word, or hold notes

    return noted_marks(text, names)


def _asides(text: str, names: Names) -> tuple[Mark, ...]:
    if not _may_hold_aside(text):
        return ()
    from tcsg.reading.asides import aside_marks, ticket_marks  # lazy: few minutes have any

    return tuple(aside_marks(text, names)) or (tuple(ticket_marks(text, names)) if _holds_issue(text) else ())


def _done_by(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    tail = text[-140:] if names.full else ""
    if not any(map(tail.__contains__, _DONE)):
        return ()
    from tcsg.reading.done_by import done_by  # lazy: few minutes tell it so

    return tuple(done_by(item, text, names))


def _set_off(text: str, names: Names) -> tuple[Mark, ...]:
    if not names.full or not ("**" in text or "__" in text):
        return ()
    from tcsg.reading.set_off import set_off  # lazy: few minutes set people off

    return tuple(set_off(text, names))


def _reported(item: Item, text: str, offset: int, names: Names) -> Iterator[Draft]:
    """The action of a paragraph that closes with how far it is: `The policy was published. Action complete.`."""
    match = _STATUS_MARK.search(text, max(0, len(text) - 120)) if "ction" in text[-120:] else None
    status = read_status(match[1], names.idiom) if match else None
    words = text[: match.start() + 1].strip() if match else ""
    if match is None or status is None or len(words.split()) < 3:
        return
    owners = match[2] if match[2] and split_owners(plain(match[2]), names) else ""
    if match[2] and not owners:
        return
    lines = line_at(item, offset), line_at(item, offset + match.end() - 1)
    reason = Reason("action", f"closed by {match[0].strip(' .')!r}", lines[1])
    yield Draft(*lines, words, Kind.INLINE, item.indent, owners, status=status, links=links(words), doubt="no mark opens it", reasons=(reason,))


def _bold(item: Item, text: str, offset: int, names: Names) -> Iterator[Draft]:
    """An order in bold that closes a paragraph: `There was no reply. **Clerk to chase.**`."""
    bold = text.rstrip().endswith("*")
    whole = _BOLD_WHOLE.match(text) if bold and item.shape is Shape.BULLET else None
    match = whole or (_BOLD_ORDER.search(text, max(0, len(text) - 300)) if bold else None)
    owned = find_owners(plain(match[1]), names) if match else None
    if match is None or owned is None or owned.form != "to" or owned.start or not owned.strong:
        return
    known = all(names.knows(o) or (not whole and (is_group(o) or INITIALS.match(o))) for o in owned.owners)
    if known and plain(match[1])[owned.end :].startswith((" to ", " will ") if whole else " to "):
        lines = line_at(item, offset + match.start(1)), line_at(item, offset + match.end(1) - 1)
        reason = Reason("action", "an order set in bold or italics", lines[0])
        yield Draft(*lines, match[1], Kind.INLINE, item.indent, links=links(match[1]), doubt="only the emphasis marks it", reasons=(reason,))


def _closed(item: Item, text: str, offset: int, closed: tuple[int, Mark], above: Item | None) -> Iterator[Draft]:
    start, mark = closed
    if mark.owners and leaves_nothing(mark.owners):
        return
    begin, words = sentences.last_of(text[start : mark.start])
    if mark.owners == mark.word:
        from tcsg.reading.closing import charging, with_what_is_taken  # lazy: few minutes have initials in the margin

        if (charged := charging(text[start : mark.start], mark.owners)) is not None:
            begin, words = charged[0], text[start + charged[0] : start + charged[1]]
        begin, words = with_what_is_taken(text[start : mark.start], begin, words)
    if plain(words):
        first, last = line_at(item, offset + start + begin), line_at(item, offset + mark.end - 1)
        yield _draft((first, last), words, item.indent, mark, Reason("action", f"the mark {mark.word!r}{mark.source}", last))
    elif above is not None and above.shape in (Shape.LINE, Shape.BULLET) and read_status(mark.owners) is None:
        begin, words = sentences.last_of(above.text)
        reason = Reason("action", f"the mark {mark.word!r}{mark.source} below it", item.line)
        pointed = mark.word == "-->"
        led = pointed and (words.count(" ") < _TITLE or (above.marker or "")[:1].isdigit())  # `Budget` above `→ Ann` is led by her
        if not nothing(words) and not led:
            draft = _draft((line_at(above, begin), item.line), words, above.indent, mark, reason)
            yield replace(draft, doubt=SIGNED) if pointed else draft


def _inner(text: str, names: Names) -> tuple[Mark, ...]:
    """The marks in running text, each once: first those with their owners, then those that need no known name."""
    found: list[Mark] = []
    taken = bytearray(len(text))  # what marks stand on: a line may hold very many
    known = (*_taken(text, names), *_owned_marks(text, names))
    for mark in (*known, *_marks_within(text, names), *inner_arrows(text, names), *marks_behind(text, names)):
        if not any(taken[mark.start : mark.end]):
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
            found.append(stated(mark, names))
    return tuple(found)


def _taken(text: str, names: Names) -> tuple[Mark, ...]:
    if not any(map(text.__contains__, _TAKING)):
        return ()
    from tcsg.reading.taking import takings  # lazy: few minutes have any

    return tuple(takings(text, names))


def _owned_marks(text: str, names: Names) -> Iterator[Mark]:
    mark = owned_mark(text)
    while mark is not None:
        if split_owners(mark.owners, names):
            yield mark
        mark = owned_mark(text, mark.end)


def _marks_within(text: str, names: Names) -> Iterator[Mark]:
    mark = inner_mark(text, names.idiom)
    while mark is not None:
        yield of_speaker(text, mark, names)
        mark = inner_mark(text, names.idiom, mark.end)


def _opened(item: Item, text: str, offset: int, opened: tuple[Mark, int]) -> Iterator[Draft]:
    mark, end = opened
    if (closing := _closing(text, mark)) > 0:
        end = min(end, closing)
    words = until_closed(text[mark.start : mark.end], text[mark.end : end].rstrip())
    if not leaves_nothing(words):
        first, last = line_at(item, offset + mark.start), line_at(item, offset + end - 1)
        yield _draft((first, last), mark.status + words, item.indent, mark, Reason("action", f"the mark {mark.word!r}{mark.source}", first))


def _bracketed(text: str, mark: Mark) -> int:
    """Where the bracket ends in which a mark stands with its task, `(AI: Ann to row)`; 0 where it stands in none."""
    opening = text[mark.start : mark.end]
    closing = next((c for o, c in ("[]", "()") if opening.count(o) > opening.count(c)), "")
    return text.find(closing, mark.end, mark.end + 4000) + 1 if closing else 0


def _closing(text: str, mark: Mark) -> int:
    """Where the emphasis ends in which all of a task stands: `→ **Ann to row** in May`, `*Action on Ann to row.* The sea is calm`."""
    pointed = mark.word == "-->" and text.startswith("**", mark.end)
    sign = "**" if pointed or text.count("**", 0, mark.end) % 2 else text[mark.start]
    if sign not in ("**", "*", "_") or (sign != "**" and sign in text[mark.start + 1 : mark.end]):
        return -1
    closing = text.find(sign, mark.end + 2 if pointed else mark.end)
    task = text[mark.end : max(0, closing)].rstrip()
    if task.count(" ") <= 2:  # no more than who is to do it
        return -1
    if pointed or read_status(text[closing + len(sign) :].strip(" .()[]*_")) is not None:
        return closing if pointed else -1
    return closing if task[-1:] in (".", "!") else -1


def _draft(lines: tuple[int, int], words: str, indent: int, mark: Mark, reason: Reason) -> Draft:
    return Draft(
        *lines,
        words,
        Kind.INLINE,
        indent,
        mark.owners,
        number=mark.number,
        links=links(words),
        several=mark.word[-1:] in "sS)",
        doubt="the mark stands in running text",
        reasons=(reason,),
    )


def _told(mark: Mark, names: Names) -> tuple[str, str]:
    """Owners and task of a mark behind which both stand: `(TODO Ben: contact the teams)`, `Action by Ben contact the teams`."""
    owned = find_owners(plain(mark.owners), names) if _TASK.search(mark.owners) else None
    if owned is not None and owned.form == "to" and owned.start == 0 and all(is_sure(o, names) or NAME_WORD.match(o) for o in owned.owners):
        told = plain(mark.owners)[owned.end :].split()
        return (", ".join(owned.owners), "") if len(told) <= 2 or (len(told) <= 3 and told[-1] in _POINTING) else ("", mark.owners)
    from tcsg.reading.closing import share_in  # lazy: as above

    if (share := share_in(mark.owners, names)) is not None:
        return share
    if " " in mark.owners and starts_with_verb(mark.owners) and not split_owners(plain(mark.owners), names):
        return "", mark.owners  # `(ACTION 12: mend the roof)`
    head, colon, task = mark.owners.partition(": ")
    if colon:
        return (head, task) if len(task.split()) > 1 and split_owners(head, names) else (mark.owners, "")
    return mark.owners, ""
