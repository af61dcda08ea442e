"""Tasks that close with whose they are: `replace the diagrams (**Boyan**)`, `mend the gate (@ann)`, `plan B → #145 (@ann)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.marks import ARROW, may_point
from tcsg.reading.naming import HANDLE, NAME_WORD, dated_owners, is_group, is_sure, split_owners
from tcsg.reading.orders import orders
from tcsg.reading.status import read_status
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_BOLD = late_names(r"\s\((?:\*\*|__)(?:(?P<status>[a-z]{4,10})\s+[–—-]{1,2}\s+)?(?P<owners>[A-Za-z][\w.'’/,& -]{1,40})(?:\*\*|__)\)$")
_CALLED = late.compile(r"\s[(\[](?P<owners>@[^()\[\]]{1,80})[)\]][\s.]*$")
_POINTED = late.compile(rf"\s{ARROW}\s")
"""What points from what is wrong to the order: `no key for the hall -> ask the school (@ann)`."""
_TIMED = late.compile(
    r"\s\((?P<owners>[^()]{2,60})(?:\),?\s+|,\s)[*_]{0,2}"
    r"(?:by|for (?:the |our )?next|until|before|due|till|bis|vor|avant|d['’]ici) [^()]{3,40}\)?[*_.]{0,3}$",
    re.IGNORECASE,
)
"""`draft the text (Boyan), for next call`, `draft the text (Boyan, by Friday)`"""
_FILED = late.compile(
    r"\s+" + ARROW + r"\s+[*_\[]{0,3}(?:(?:issue|ticket|pr|mr|gh|bug)s?[ -]?)?(?:[\w./-]{0,40}#\d{1,6}|[A-Z]{2,10}-\d{1,6}|https?://[^\s()]{1,200})"
    r"(?:\](?:\([^()\s]{1,300}\))?)?[*_]{0,3},?\s+[(\[]?(?P<owners>[^()\[\]]{2,80}?)[)\]]?[\s.]*$"
)
_TAKEN = late.compile(
    r"\s+(?:[–—]|-{1,2}|\()\s?[*_]{0,3}(?:taken|claimed|grabbed|picked up|taken on|taken up|übernommen|pris(?:e|es)? en charge) (?:by|von|par):? "
    r"(?P<owners>[^()–—]{2,60}?)[*_)\s.]{0,6}$"
)
"""`clean the shelves — taken by Ann`"""
_CHARGED = late_names(
    r"(?<=[.!?)])\s+[*_]{0,3}(?:Responsible|Responsibility|Owner|Assigned to|Assignee|Person responsible|Verantwortlich|Zuständig|Responsable)"
    r"[*_]{0,3}\s?:[*_]{0,3}\s+(?P<owners>[A-Z@][^:.()]{1,60}?)[*_.\s]*$"
)
"""`The shelves are to be cleaned. Responsible: Ann`"""
_AHEAD = late.compile(r"\s(?:to|will|should|shall|must)\s")
_CHARGES = ("esponsible", "esponsibility", "Owner", "Assign", "ssigned to", "erantwortlich", "uständig", "esponsable")
_MADE = frozenset("minutes notes photo photos picture pictures protokoll fotos image images photographie".split())
_POINTING = frozenset("it this that them these those".split())
"""Behind a verb they make it an order as an article does: `Order it.`."""
_TAKING = ("ed by ", "en by ", "up by ", "on by ", "übernommen von ", "en charge par ")
"""What was taken by somebody, and is no task."""
TALKED = frozenset("discuss present introduce consider note welcome continue report".split())
"""What is done at the meeting itself: `Discuss the release (@ann)`."""


def may_be_assigned(text: str) -> bool:
    """Whether a text may close with a handle in brackets, or with an issue and whose it is."""
    return (
        ("@" in text[-80:] and text.rstrip(" .")[-1:] in (")", "]"))
        or (("#" in text or "://" in text) and may_point(text))
        or _takes(text)
        or _charges(text)
        or "(" in text[-110:]
    )


def assigned(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """The task of a bullet that closes with whose it is, set in bold, called by a handle, or behind the issue where it is filed."""
    if item.quote or item.boxed:
        return
    if charged := _charged(item, text, names):
        yield from charged
    elif item.shape is Shape.BULLET:
        yield from (
            _bold(item, text, names)
            or _filed(item, text, names)
            or _taken(item, text, names)
            or _called(item, text, names)
            or _timed(item, text, names)
        )


def _bold(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    """An order in a list that closes with its owner in bold and in brackets: `- replace the diagrams (**Boyan**)`."""
    match = _BOLD.search(text, max(0, len(text) - 80)) if text.endswith(("**)", "__)")) else None
    owners = split_owners(match["owners"], names) if match else ()
    words = plain(text[: match.start()]) if match else ""
    if (
        match is None
        or not owners
        or not _begins_order(words)
        or not all(is_sure(o, names) or (not names.full and NAME_WORD.match(o)) for o in owners)
    ):
        return ()
    status = read_status(match["status"], names.idiom) if match["status"] else None
    reason = Reason("action", "its owner is set in bold and in brackets", item.line)
    return (
        Draft(item.line, item.end, words, Kind.INLINE, item.indent, match["owners"], status=status, links=links(text),
              doubt="only the bold marks it", reasons=(reason,)),
    )  # fmt: skip


def _begins_order(words: str) -> bool:
    """Whether words begin as an order that is no point of the meeting: `Welcome (**Ann**)`."""
    return orders(words) and words.split(maxsplit=1)[0].casefold() not in TALKED


def _filed(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    """What is filed as an issue of somebody's: `- plan B for the quiet room → #145 (@ann)`."""
    match = _FILED.search(text, max(0, len(text) - 300)) if may_point(text) else None
    words = text[: match.start()].strip() if match else ""
    if match is None or len(words.split()) < 2 or words[-1:] == "?" or not _are_people(match["owners"], names):
        return ()
    reason = Reason("action", "it is filed as an issue of somebody's", item.line)
    doubt = "only the issue marks it" if orders(plain(words)) else UNMARKED
    return (
        Draft(item.line, item.end, words, Kind.INLINE, item.indent, match["owners"], links=links(text), doubt=doubt, reasons=(reason,)),
    )  # fmt: skip


def _takes(text: str) -> bool:
    """Whether a text may close with who has taken it."""
    return any(map(text[-90:].__contains__, _TAKING))


def _taken(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    """What somebody has taken: `- clean the shelves — taken by Ann`, `- sell the lathe (taken by ???)`."""
    match = _TAKEN.search(text, max(0, len(text) - 110)) if _takes(text) else None
    words = text[: match.start()] if match else ""
    if match is None or not _MADE.isdisjoint(words.casefold().split()) or words.casefold().startswith("no "):
        return ()
    owners = dated_owners(plain(match["owners"]), names)
    if match["owners"].strip("?*_ .") and not (owners and all(names.knows(o) or NAME_WORD.match(o) or is_group(o) for o in owners)):
        return ()
    reason = Reason("action", "somebody has taken it", item.line)
    return (
        Draft(item.line, item.end, words, Kind.INLINE, item.indent, match["owners"] if owners else "", links=links(text),
              doubt="only who has taken it marks it", reasons=(reason,)),
    )  # fmt: skip


def _charges(text: str) -> bool:
    """Whether a text may close with whose it is, behind a word for that."""
    return ": " in text[-80:] and any(map(text[-80:].__contains__, _CHARGES))


def _charged(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    """A sentence that says what is to be done, and behind it whose it is: `The shelves are to be cleaned. Responsible: Ann`."""
    match = _CHARGED.search(text, max(0, len(text) - 110)) if _charges(text) else None
    owners = dated_owners(plain(match["owners"]), names) if match else ()
    if match is None or not owners or not all(map(names.knows, owners)) or not text[: match.start()].strip():
        return ()
    begin = sentences.spans(text[: match.start()])[-1][0]
    if not _is_order(text[begin : match.start()]):
        return ()
    lines = line_at(item, len(item.text) - len(text) + begin), item.end
    words = text[begin : match.start()].strip()
    reason = Reason("action", "what is to be done, and behind it whose it is", lines[0])
    doubt = "only whose it is marks it"
    return (Draft(*lines, words, Kind.INLINE, item.indent, match["owners"], links=links(words), doubt=doubt, reasons=(reason,)),)


def _is_order(words: str) -> bool:
    """Whether a sentence is an order and no title, or says what should be done: `Budget for May` may be either."""
    first, second, *_ = [*words.casefold().split(maxsplit=2), "", ""]
    return (
        _AHEAD.search(words) is not None or first in w.PURE_VERBS or (first in w.VERBS and (second in w.ARTICLES or second.rstrip(".") in _POINTING))
    )


def _called(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    """An order that closes with the handles of those who are to do it: `- ask the school for a hall (@ann, by Thursday)`."""
    match = _CALLED.search(text, max(0, len(text) - 100)) if "@" in text[-90:] else None
    words = plain(text[: match.start()]) if match else ""
    order = _POINTED.split(words)[-1]
    verb = order.split(maxsplit=1)[0].casefold() if " " in order else ""
    if match is None or verb not in w.PURE_VERBS or verb in TALKED or not _are_people(match["owners"], names):
        return ()
    reason = Reason("action", "an order, and behind it the handle of somebody", item.line)
    return (
        Draft(item.line, item.end, words, Kind.INLINE, item.indent, match["owners"], links=links(text), doubt=UNMARKED, reasons=(reason,)),
    )  # fmt: skip


def _timed(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    """An order that closes with whose it is in brackets and when it is due: `- draft the text (Boyan), for next call`."""
    match = _TIMED.search(text, max(0, len(text) - 110)) if "(" in text[-110:] else None
    owners = split_owners(plain(match["owners"]), names) if match else ()
    words = plain(text[: match.start()]) if match else ""
    verb = words.split(maxsplit=1)[0].casefold() if " " in words else ""
    if match is None or not owners or not all(map(names.knows, owners)) or verb not in w.VERBS or verb in TALKED:
        return ()
    reason = Reason("action", "an order, and behind it whose it is and when it is due", item.line)
    return (
        Draft(item.line, item.end, text, Kind.INLINE, item.indent, match["owners"], links=links(text), doubt=UNMARKED, reasons=(reason,)),
    )  # fmt: skip


def _are_people(text: str, names: Names) -> bool:
    owners = dated_owners(plain(text), names)
    handles = text.count("@")
    return bool(owners) and all(names.knows(o) or HANDLE.match(o) or handles >= len(owners) for o in owners)
