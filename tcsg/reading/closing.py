"""The marks that close the sentences of an item, with those whom they name: `… (Action: PB)`, `… [A23-1, PB]`, initials in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading import sentences
from tcsg.reading.arrows import arrow_alone
from tcsg.reading.coded import coded_marks, may_hold_code
from tcsg.reading.markdown import plain
from tcsg.reading.marks import COMPOUNDS, Mark
from tcsg.reading.names import TITLES
from tcsg.reading.naming import INITIALS, dated_owners, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owned import is_past_of
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_status
from tcsg.reading.trailing import closing_mark, inline_end, last_mark, named_mark, numbered_alone, trailing_mark
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from tcsg.reading.names import Names

_MARGIN = late.compile(r"(?<=[.;!?])(?: {3,}|\t+ *)(?P<owners>[A-Z]{2,4}(?:\s?[/,&+]\s?[A-Z]{2,4}){0,4})$")
"""Initials in the margin: `… and Ann would order it.          AB`."""
_TELLS = late.compile(r"[A-Z]{2,4}(?:(?:, | and |\s?[/&+]\s?)[A-Z]{2,4}){0,4} (?:to|will|would|should|shall|must) [a-z]")
"""Initials that are told to do something."""
_CALLED_ON = late.compile(r"(?!(?:There|It|This|That|They|We|You|Who|Nobody|Not|How|What|When|Where) )[A-Z][a-z]{2,14} (?:to|will) [a-z]")
"""The same of one who is called by the first name, of whom the initials are: `Ann to order it. She has the key.          AB`."""
_TAKES_IT = late.compile(r"\b(?:take|takes|took|taking) (?:it|this|that|these|them) over\b")
_STOP = late.compile(r"[*_]{0,3}[.;][*_]{0,3}(?=\s|$)")
_FEW = 60
"""Characters of those whom a sentence may name and no more."""
_DASH = late.compile(r"\s[–—-]\s+")
_AHEAD = frozenset("to would will should must shall".split())
_REMARK = late.compile(r",\s+(?=[a-zà-ü]{2,20}\s)")
"""Where a remark begins behind the owners in brackets: `(TODO Ann, together with the mill)`."""
_TASK = late.compile(r"\s(?:to|will|should|shall|must)\s")


def in_margin(text: str) -> re.Match[str] | None:
    """The initials in the margin of a text."""
    return _MARGIN.search(text, max(0, len(text) - 80))


def charging(text: str, owners: str) -> tuple[int, int] | None:
    """The sentence before the last that tells those in the margin to do something, where the last does not: `AB to order it. The fund pays.`."""
    spans = sentences.spans(text)
    told = [span for span in spans[:-1] if _TELLS.match(text, *span) and text[span[0] : span[0] + 2] in owners]
    told = told or [span for span in spans[:-1] if _CALLED_ON.match(text, *span) and text[span[0]] in owners]
    return told[-1] if told and not (_TELLS.match(text, *spans[-1]) or _CALLED_ON.match(text, *spans[-1])) else None


def with_what_is_taken(text: str, begin: int, words: str) -> tuple[int, str]:
    """A sentence in which somebody takes something over, with the one before it that tells what: `The list has slept. AB will take it over.`."""
    before = [span for span in sentences.spans(text) if span[1] <= begin]
    return (before[-1][0], text[before[-1][0] : begin + len(words)]) if before and _TAKES_IT.search(words) else (begin, words)


def closing_marks(text: str, names: Names) -> tuple[Mark, ...]:
    """The marks that close a sentence of a text each and name somebody, or nobody at all."""
    marks = tuple(
        m
        for m in (_unremarked(m, names) for m in trailing_mark(text, names.idiom) if not _is_title(m))
        if (not m.owners and not names.knows(m.word))
        or m.owners.casefold().strip(" ?") in w.NOBODY
        or dated_owners(plain(m.owners), names)
        or split_owners(plain(m.owners), names, loose=_is_plain_mark(text, m))
        or share_in(m.owners, names)
    )
    if not marks and may_hold_code(text):
        coded = tuple(coded_marks(text, names))
        starts = (0, *(mark.end for mark in coded))
        marks = tuple(m for m, start in zip(coded, starts, strict=False) if _told_to_do(text[start : m.start]))
    if marks:
        return marks
    margin = in_margin(text) if names.initials or names.full else None  # `Present: AB, CD` names them by nothing else
    if (
        margin
        and (_told_to_do(text[: margin.start()]) or charging(text[: margin.start()], margin["owners"]))
        and all(map(names.knows, split_owners(margin["owners"], names) or ("",)))
    ):
        return (Mark(margin["owners"], margin.start(), len(text), margin["owners"], trailing=True),)
    alone = numbered_alone(text)
    if alone is not None and (owners := dated_owners(alone.owners, names)) and all(names.knows(o) or is_group(o) for o in owners):
        return (alone,)
    if (pointed := arrow_alone(text, names)) is not None:
        return (pointed,)
    closing = closing_mark(text, names.idiom)
    if closing is None and "ACTION" in text[-16:] and (last := last_mark(text)) is not None:
        return (last,)
    if closing is None and (ended := _ended(text, names)) is not None:
        return (ended,)
    if closing is None and (named := named_mark(text)) is not None and _are_called(split_owners(named.owners, names), names):
        return (named,)
    if closing is None or _TASK.search(closing.owners):
        return ()
    return (closing,) if dated_owners(plain(closing.owners), names) or share_in(plain(closing.owners), names) else ()


def closing_within(text: str, mark: Mark, names: Names) -> Mark:
    """The mark as one behind its task, where the sentence it opens only names somebody: `The ash is to go. Action: the Clerk. It rained`."""
    opens = mark.owners or mark.word == "-->" or not text[: mark.start].strip()
    stop = _STOP.search(text, mark.end, mark.end + _FEW) if not opens else None
    told = text[mark.end : stop.start()] if stop else ""
    owners = split_owners(plain(told), names)
    if stop is None or not owners or not all(names.knows(o) or is_group(o) or INITIALS.match(o) for o in owners):
        return mark
    return replace(mark, end=stop.end(), owners=told, trailing=True)


def set_apart(text: str, inner: Iterable[Mark], names: Names) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks of a text that close what stands before them, and those, among the ones `inner` in it, that open a task."""
    closing, opening = closing_marks(text, names), tuple(closing_within(text, mark, names) for mark in inner)
    ahead = ahead_of_task(text, closing, names)
    return tuple(m for m in closing if all(a.start != m.start for a in ahead)), (*opening, *ahead)


def ahead_of_task(text: str, closing: tuple[Mark, ...], names: Names) -> tuple[Mark, ...]:
    """Those of the marks in brackets that name nobody and open what stands behind them: `It is empty. [ACTION] Order oil (Ann)`."""
    if not closing or closing[-1].end >= len(text.rstrip(" .*_")):
        return ()
    bare = (m for m in closing if not m.owners and m.number is None)
    return tuple(replace(m, trailing=False) for m in bare if _tells_somebody(text[m.end :], names) or _opens_order(text, m, names))


def _tells_somebody(text: str, names: Names) -> bool:
    """Whether what stands behind a mark tells somebody to do something: `[ACTION] Ann to mend the roof`, `(ACTION) mend the roof`."""
    owned = find_owners(plain(text).lstrip(" :"), names)
    if owned is not None and owned.start == 0 and owned.form in ("to", "label", "handle", "doing"):
        return owned.end < len(plain(text)) and not is_past_of(plain(text).lstrip(" :"), owned)
    return text.lstrip(" *_")[:1].islower() and starts_with_verb(plain(text))


def _opens_order(text: str, mark: Mark, names: Names) -> bool:
    """Whether a mark behind a sentence that tells nobody to do anything stands before an order: `It is empty. [ACTION] Order oil (Ann)`."""
    before, told = text[: mark.start].rstrip(" *_"), plain(text[mark.end :]).lstrip(" :–—-")
    if before and before[-1] not in ".!?:;)–—-":
        return False
    owned = find_owners(told, names, marked=True)
    if owned is not None and owned.start == 0 and all(names.knows(o) or is_group(o) for o in owned.owners):
        return owned.end < len(told) and not is_past_of(told, owned)
    said = before[sentences.spans(before)[-1][0] :] if before.strip() else ""
    return starts_with_verb(told) and not starts_with_verb(said) and _TASK.search(said) is None


def share_in(told: str, names: Names) -> tuple[str, str] | None:
    """Known people and what they are to do, where a mark has both: `(TODO Ann - who was that?)`, `Action by Ann ring the bank`."""
    dash = _DASH.search(told) if "-" in told or "–" in told or "—" in told else None
    owners = split_owners(told[: dash.start()], names) if dash else ()
    if dash is not None and owners and all(map(names.knows, owners)) and not dated_owners(plain(told), names):
        task = told[dash.end() :]
        return (told[: dash.start()], task) if len(task.split()) > 1 and read_status(task, names.idiom) is None else None
    words = told.split(" ")
    for n in range(1, min(4, len(words) - 1)):
        head, task = " ".join(words[:n]), " ".join(words[n:])
        called = head.casefold() in w.EVERYBODY and task.startswith("please ")
        if (called or names.knows(head)) and starts_with_verb(task.removeprefix("please ")):
            return head, task
    return None


def _told_to_do(text: str) -> bool:
    """Whether the last sentence tells what somebody is to do: `Ann would order it.`, `Order it.`, but not `Opening prayer.`."""
    words = text[sentences.spans(text)[-1][0] :] if text.strip() else ""
    return starts_with_verb(words) or not _AHEAD.isdisjoint(words.split())


def _are_called(owners: tuple[str, ...], names: Names) -> bool:
    """Whether nobody would take these for what is named after action, as `Action Fraud` is: they are known, have given names, titles or roles."""
    return bool(owners) and all(
        names.knows(o) or is_given(first := o.split()[0]) or first.casefold().rstrip(".") in TITLES or (is_group(o) and o.casefold() not in COMPOUNDS)
        for o in owners
    )


def _ended(text: str, names: Names) -> Mark | None:
    """The mark that closes a text behind no full stop, if those whom it names are known."""
    mark = inline_end(text)
    owners = dated_owners(mark.owners, names) if mark is not None else ()
    known = all(names.knows(o) or (is_group(o) and o.casefold() not in COMPOUNDS) for o in owners)
    return mark if owners and known else None


def _unremarked(mark: Mark, names: Names) -> Mark:
    """A mark without the remark behind its owners."""
    remark = _REMARK.search(mark.owners)
    if remark is None or dated_owners(plain(mark.owners), names) or not split_owners(plain(mark.owners[: remark.start()]), names):
        return mark
    return replace(mark, owners=mark.owners[: remark.start()])


def _is_title(mark: Mark) -> bool:
    """Whether brackets hold what begins with the word of a mark and is none: `[Action plan for the roof](…)`."""
    return mark.word[:6].casefold() == "action" and mark.owners.split(maxsplit=1)[:1] != [] and mark.owners.split(maxsplit=1)[0] in COMPOUNDS


def _is_plain_mark(text: str, mark: Mark) -> bool:
    """Whether a mark in brackets is meant as one, and is no remark that begins with the word `action`, or with `AI` for what is artificial."""
    return ":" in text[mark.start : mark.end] or (mark.word[0].isupper() and mark.word != "AI")
