"""The mark that opens an item, if one does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading import sentences
from tcsg.reading.arrows import leading_arrow
from tcsg.reading.coded import leading_code
from tcsg.reading.headings import read_opening
from tcsg.reading.lettered import lettered
from tcsg.reading.markdown import LINK, Item, Shape, plain
from tcsg.reading.marks import Mark, lead_mark, may_hold_mark, until_closed
from tcsg.reading.myself import is_mine
from tcsg.reading.naming import HANDLE, INITIALS, NAME_WORD, dated_owners, is_group, is_sure, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owner_first import is_dashed_share, is_somebodys, owner_first_mark
from tcsg.reading.owners import find_owners
from tcsg.reading.promised import charged
from tcsg.reading.shares import is_speech
from tcsg.reading.shouted import shouted_mark
from tcsg.reading.shut import shut_mark
from tcsg.reading.status import find_status, leading_status, read_status
from tcsg.reading.text import late_names
from tcsg.reading.trailing import trailing_mark
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names
    from tcsg.reading.owned import Owned

_BEHIND = late.compile(r"\s(?<=[.!?;:)…–—→⇒>]\s)\s*(?=[*_(\[]{0,4}(?:[Aa]ct|A[IPCR/]|[Tt][Oo]))")
"""Where a sentence ends, and something that may be a mark begins."""
_STATED = frozenset("is are was were has had have in of for and or".split())
"""After a word they make it a noun: `AI use is growing`."""
_REPORTED = late.compile(
    r"(?:[Ww]e|[Tt]hey|[Ii]t|[Tt]here|[Ss]?[Hh]e) (?:[a-z]{3,12}ed|is|are|was|were|has|had|have|heard|saw|spoke|said|went)\b(?! to\b)"
)
"""What was said of a topic, and is no task."""
_ADDRESSED = late.compile(r"[\w' ]{2,40}?(?:\s*(?:-{1,2}>|=>|→|:)|\s[–—-]|\sto)\s")
"""Several people before what they are to do: `everyone with a key → leave it here`."""
_TASK = late.compile(r"\b(?:to|will|should)\b")
_DOES = late_names(r"[A-Z][\w.'’-]{1,30}(?:(?:,| and| &| \+|/)? [A-Z][\w.'’-]{1,30}){0,2} do(?:es)? (?:the|an?|it|this|that|his|her|their)\b")
"""`Ann does the tea`."""
_ASIDE = late.compile(r"[(\[](?:new|missing|forgotten|late|extra)[)\]]\s+", re.IGNORECASE)
"""What a secretary says of an action that came to the list late: `(missing) action Ann: ring the yard`."""
_COLUMN = 40
"""Characters of a column of owners."""


def leading_mark(item: Item, text: str, names: Names) -> Mark | None:
    """The mark that opens a text: a word of the grammar, an owner's mark, a status before a mark, a field with its value."""
    mark = (
        _bracketed(text, names)
        or leading_code(text, names)
        or lead_mark(text, names.idiom)
        or _status_mark(text, names)
        or shut_mark(text, names)
        or leading_arrow(text, names)
        or lettered(text, names)
    ) or shouted_mark(text, names)
    if mark is not None and mark.word[-1:] in "sS)" and _points(item.text, names):
        return None
    if mark is not None:
        return _in_column(text, mark, names) if _is_meant(text, mark, names) else None
    owned = owner_first_mark(text)
    if owned is not None and len(sentences.spans(owned.owners)) == 1 and is_somebodys(owned, text, names):
        return owned
    if item.shape is not Shape.HEADING and (unsigned := _unsigned(text, names)) is not None:
        return unsigned
    opening = read_opening(text, names.idiom) if item.shape is not Shape.HEADING and ":" in text[:60] else None
    if opening is not None and opening.actions and opening.rest:
        named = "action" in opening.title.casefold() and not opening.mixed
        pointed = opening.review and _points(item.text, names)
        if lead_mark(text[text.index(":") + 1 :].lstrip(" *_") if ":**" in text else text[text.index(":") + 1 :].strip(), names.idiom) is not None:
            return None  # `Update on agreed actions: ACTION Ann to row`
        parts = [opening.rest[begin:end] for begin, end in sentences.spans(opening.rest)] if opening.title[:4].casefold() == "next" else []
        if len(parts) > 1 and all(_is_told(part, names) for part in parts):
            return None  # each is an action of its own; see `concluded`
        if (named and not pointed) or _is_told(opening.rest, names):
            return _assigned(text, text.index(":") + 1, opening.title, names)
    return None


def _unsigned(text: str, names: Names) -> Mark | None:
    """A mark without a colon, at the head of a text that has no other."""
    if text[:40].isupper() or not (may_hold_mark(text, names.idiom) and may_hold_mark(text[:32], names.idiom)):  # of the whole it is known
        return None
    from tcsg.reading.unsigned import unsigned_mark  # lazy: few lines begin so

    return unsigned_mark(text, names)


def _points(text: str, names: Names) -> bool:
    """Whether behind a title stands nothing but a link to the list: `Actions of last time: [March](…)`, `Action items: https://…`."""
    words = text.partition(":")[2].strip(" *_") if "://" in text or "](" in text else ""
    link = LINK.fullmatch(words) if words[:1] == "[" else None
    shown = link[1] if link else words if words.startswith("http") and " " not in words else None
    return shown is not None and not starts_with_verb(plain(shown)) and "/issues/" not in words and find_owners(plain(shown), names) is None


def _in_column(text: str, mark: Mark, names: Names) -> Mark:
    """The mark with its owners, where they stand behind it in a column of their own: `ACTION  Ann     Order the rope`."""
    if mark.owners or "  " not in text[mark.end : mark.end + _COLUMN]:
        return mark
    owners, _, task = text[mark.end :].partition("  ")
    known = split_owners(owners.strip(" :"), names) if task.strip() and len(owners) < _COLUMN else ()
    return replace(mark, owners=owners.strip(" :"), end=mark.end + len(owners) + 2) if known and all(map(names.knows, known)) else mark


def opens_told(line: str, names: Names) -> bool:
    """Whether a line within a paragraph begins with the title of a list and what somebody known is to do: `Jobs: Ann: flour and eggs`."""
    opening = read_opening(line, names.idiom) if ":" in line[:40] and line[:1].isupper() else None
    return opening is not None and opening.actions and opening.rest != "" and _is_told(opening.rest, names)


def _is_told(rest: str, names: Names) -> bool:
    """Whether a field such as `Next steps: Ann to order the rope` tells somebody known to do something."""
    owned = find_owners(rest, names)
    if owned is None:
        from tcsg.reading.doing import doing  # lazy: few fields tell it so

        does = doing(plain(rest), names)
        return does is not None and does.start == 0 and all(map(names.knows, does.owners))  # `Next step: Ann sends the form in`
    if owned.start == 0 and owned.form == "label" and all(map(names.knows, owned.owners)) and not is_speech(rest.partition(";")[0]):
        return True  # `Jobs: Ann: flour and eggs; Bo: the oven`
    if owned.start or owned.form != "to":
        return starts_with_verb(plain(rest if owned.start else rest[owned.end :])) and all(is_sure(o, names) for o in owned.owners)
    return all(is_sure(o, names) or INITIALS.match(o) or (not names.full and NAME_WORD.match(o)) for o in owned.owners)


def _bracketed(text: str, names: Names) -> Mark | None:
    """`[AI: Bo] open the issue`: a mark and its owners in brackets before the task."""
    opened = text[:5].lstrip("*_ ")[:1] in ("[", "(")
    mark = next(iter(trailing_mark(text[:200], names.idiom)), None) if opened else None
    if mark is None or text[: mark.start].strip("*_ ") or not mark.owners or not plain(text[mark.end :]).strip(" .:*_"):
        return None
    return replace(mark, trailing=False) if dated_owners(plain(mark.owners), names) else None


def _is_meant(text: str, mark: Mark, names: Names) -> bool:
    """Whether a mark is no title that begins like one: `Action for Nature: …` only owns a task, or somebody known."""
    if mark.word.replace(".", "").replace("/", "") in ("AI", "AP", "AR", "FU"):
        if f"[{mark.word}]" in text[: mark.end]:
            return True
        return _is_no_person(text, mark, names)
    if " taken" in text[: mark.end].casefold():  # `Action taken: The proposal was approved`
        told = find_owners(plain(text[mark.end :]), names)
        return (told is not None and told.start == 0 and told.form == "to") or starts_with_verb(plain(text[mark.end :]))
    if not mark.owners and _is_only_emphasized(text, mark):
        task = plain(text[mark.end :])
        return find_owners(task, names, marked=True) is not None or starts_with_verb(task) or _is_done_by(task)
    plain_mark = mark.word == "-->" or mark.word.isupper() or f"**{mark.word}**" in text[: mark.end]
    if not mark.owners or plain_mark or "(" in text[: mark.end] or "[" in text[: mark.end]:
        return True
    owners = split_owners(mark.owners, names)
    if not owners and mark.word[:6].casefold() == "follow":
        return False  # `Follow-up question on the lease: …`
    if owners and mark.word[:2].casefold() == "to" and ":" in text[mark.end - 3 : mark.end]:
        return True  # `Todo Astrid Berg: …`
    known = all(names.knows(o) or is_group(o) or INITIALS.match(o) or HANDLE.match(o) for o in owners)
    rest = plain(text[mark.end :])
    return bool(owners and known) or not rest or rest.split(maxsplit=1)[0].casefold() in w.VERBS or bool(_TASK.search(rest))


def _is_done_by(told: str) -> bool:
    return _DOES.match(told) is not None and told.split(maxsplit=1)[0].casefold() not in w.NO_NAMES


def _is_only_emphasized(text: str, mark: Mark) -> bool:
    """Whether nothing but emphasis of the weaker kind makes a word a mark: `*Action* Ann rows`."""
    head = text[: mark.end].lstrip("> ")
    return head[:1] in ("*", "_") and head[1:2].isalpha() and ":" not in head and head.rstrip()[-1] not in "–—-" and not mark.word.isupper()


def _is_no_person(text: str, mark: Mark, names: Names) -> bool:
    """Whether `AI` marks an action, and is no person of these initials or a topic: `AI raised …`, `AI policy: …`."""
    rest = plain(text[mark.end :])
    first, _, after = rest.partition(" ")
    owned = find_owners(rest, names)
    told = owned is not None and owned.start == 0 and (owned.form == "to" or _is_share(owned, rest, names))
    if mark.word in ("AR", "FU"):  # a speaker's initials, more often than not
        named = told or _is_label(owned, rest) or _closes(owned, rest, names)
        return not names.knows(mark.word) and _is_required(text, mark, owned if named else None, names)
    if names.knows(mark.word) and not mark.owners and text[mark.end - 2 : mark.end].strip() == ":" and not told:
        return first.casefold() in w.VERBS  # what this person said
    if ":" in text[text.find(mark.word) : mark.end]:  # and not in `:memo:` before it
        told_of = mark.owners.strip()
        if _REPORTED.match(rest) or (text[text.find(mark.word) + len(mark.word) :][:1] == "/" and not names.knows(told_of.strip("/ "))):
            return False  # `AI: we heard of two tools`, `AI/ML: a talk`
        if told_of[:1].islower() and "@" not in told_of:
            glued = text[mark.start :].lstrip("*_[").startswith(f"{mark.word}({told_of}):")  # `AI(lou): flaky test`
            nicks = all(" " not in nick for nick in told_of.replace(", ", ",").split(","))  # `AI(lou, kit): flaky test`
            known = split_owners(told_of, names)
            return (known != () and all(map(names.knows, known))) or (nicks and (glued or first.casefold() in w.VERBS))
        return told_of[:1] in ("", ",") or bool(split_owners(told_of, names)) or (rest == "" and charged(told_of, names) != "")
    if mark.number and first in _STATED:
        return False  # `AP 3 is out of order`
    if mark.number or mark.owners or text[: mark.start + 4].strip() != text[: mark.start + 4].strip("*_[( "):
        return True
    if told or is_dashed_share(text, mark, names) or (first.casefold() in w.EVERYBODY and _ADDRESSED.match(rest) and not names.knows(mark.word)):
        return True
    return not names.knows(mark.word) and first.casefold() in w.VERBS and after.split(" ", 1)[0] not in _STATED


def _is_label(owned: Owned | None, rest: str) -> bool:
    return owned is not None and owned.start == 0 and owned.form == "label" and ":" not in rest[: owned.end]


def _closes(owned: Owned | None, rest: str, names: Names) -> bool:
    """Whether somebody known stands in brackets behind all else: `AR: row to the isle [Ann]`."""
    closed = owned is not None and owned.start > 0 and owned.form in ("parentheses", "bracket") and not rest[owned.end :].strip(" .)]")
    return closed and owned is not None and all(map(names.knows, owned.owners))


def _is_required(text: str, mark: Mark, told: Owned | None, names: Names) -> bool:
    """Whether `AR` names people: any behind its colon or in brackets, and only those who are sure where it has none, for `AR on Europe: …`."""
    owners = split_owners(mark.owners, names) if mark.owners else told.owners if told is not None else ()
    colon = text[text.find(mark.word) + len(mark.word) :].lstrip("*_ ")[:1] in (":", "(", "[")
    return bool(owners) and (colon or all(is_sure(o, names) or is_group(o) or HANDLE.match(o) for o in owners))


def _is_share(owned: Owned, text: str, names: Names) -> bool:
    """Whether somebody known or a group stands before an order: `Ann: mend the roof`, `chairs: mend it`."""
    known = all(names.knows(o) or is_group(o) for o in owned.owners)
    return owned.form in ("label", "handle", "bracket") and known and starts_with_verb(text[owned.end :].lstrip(" :"))


def stated(mark: Mark, names: Names) -> Mark:
    """The mark with what is told beside its owners, or in their place, taken from them: `ACTION (Ann - DONE): …`, `ACTION (ongoing): …`."""
    if mark.owners and not names.knows(mark.owners) and read_status(mark.owners, names.idiom) is not None:
        return replace(mark, owners="", status=f"[{mark.owners}] ")
    owners, dash, told = mark.owners.rpartition(" - ")
    if not dash or read_status(told, names.idiom) is None or not split_owners(owners, names):
        return mark
    return replace(mark, owners=owners, status=f"[{told}] ")


def _assigned(text: str, at: int, title: str, names: Names) -> Mark:
    """`Action item(s)/Assignee(s): Name: write the post`: a field that holds the owner as well."""
    owner, colon, _ = text[at:].partition(":")
    owners = owner.strip() if colon and "ssignee" in title and split_owners(owner, names) else ""
    return Mark(title, 0, at + len(owner) + 1 if owners else at, owners)


def _status_mark(text: str, names: Names) -> Mark | None:
    """`(✅ DONE) ACTION Dan: …`: the status before the mark."""
    if text.startswith("~~"):
        mark = (lead_mark(text[2:], names.idiom) or leading_arrow(text[2:], names)) if find_status(text, names.idiom) is not None else None
        return mark.moved(2) if mark else None
    told = leading_status(text, names.idiom) if not text.lstrip().startswith("~~") else None
    aside = _ASIDE.match(text) if told is None and text[:1] in ("(", "[") else None
    end = told.end if told is not None else aside.end() if aside is not None else 0
    mark = lead_mark(text[end:], names.idiom) if 0 < end < len(text) else None
    return mark.moved(end) if mark else None


def marks_behind(text: str, names: Names) -> Iterator[Mark]:
    """Each mark behind the end of a sentence that would be one at the head of a line, before somebody known: `It is free. Action Pim to ask`."""
    if not may_hold_mark(text, names.idiom):
        return
    for match in _BEHIND.finditer(text):
        words = text[match.end() :]
        mark = lead_mark(words, names.idiom)
        if mark is None or not _is_meant(words, mark, names):
            if (unsigned := _unsigned(words, names)) is not None and unsigned.word[:1] in "aA":  # notes may have `todo`: see `noted`
                yield unsigned.moved(match.end())
            continue
        owned = None if mark.owners else find_owners(plain(words[mark.end :]), names, marked=True)
        owners = split_owners(mark.owners, names) if mark.owners else owned.owners if owned is not None and owned.start == 0 else ()
        known = bool(owners) and all(names.knows(o) or is_group(o) for o in owners)
        passive = owned is not None and owned.form == "within" and all(map(names.knows, owned.owners))  # `Action - hall to be booked by Ann`
        if (known or passive or is_mine(mark.owners)) and not only_trails(words, mark, names):
            yield mark.moved(match.end())


def only_trails(text: str, mark: Mark, names: Names) -> bool:
    """Whether a mark has nothing but owners behind it: `(Action AHR)` on its own line belongs to the sentence above."""
    rest = plain(until_closed(text[: mark.end], text[mark.end :]))
    only_owners = len(rest.split()) <= 8 and not _TASK.search(rest) and not _ADDRESSED.match(rest) and bool(dated_owners(rest, names))
    if not rest.strip(" )].") or only_owners:
        return True
    told = find_owners(rest, names)
    named = (
        told is not None
        and told.start == 0
        and (told.form == "to" or (told.form in ("label", "handle", "bracket") and all(map(names.knows, told.owners))))
    )
    ordered = rest.split(maxsplit=1)[0].casefold() in w.VERBS or named
    own = ":" in text[mark.start : mark.end] or mark.end == mark.start or (not mark.owners and text[mark.start : mark.end].count(")"))
    return not (ordered and own) and text[mark.start :].startswith(("(", "**("))
