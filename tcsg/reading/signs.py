"""A writer's own marks: a sign or a word before several lines or in several brackets of a page, each time before who is to do what.

`!! Ann – ring the bank`, `(Noted: Ann to ring the bank)`, `IMPORTANT: Ann rings the bank`, `JOB Ann: ring the bank`: nobody can write down all
of them, so each has to stand on the page twice or more, and most times before somebody who is to do something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading.doubt import SIGNED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.infinitives import orders_abroad
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.marks import Mark, until_closed
from tcsg.reading.naming import HANDLE, dated_owners, is_group, split_owners
from tcsg.reading.orders import is_told
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_status
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

_LEAST = 2
"""Places on a page that have the same mark."""
_MARK = (
    r"(?:(?P<sign>!{1,4}|§{1,3}|%{2,3}|\^{1,3}|@{2,3}|&{2,3}|¤|¡|>{2,3}|\+{2,3}|:[a-z][a-z_]{2,30}:)\s{0,2}(?!>{2} |[A-Z]{2,10} [A-Z])"
    r"|(?P<caps>(?:>{1,3} ?)?[A-ZÄÖÜ]{2,10})[*_`]{0,3}\s{1,3}(?=[*_`]{0,3}@?[A-ZÄÖÜ])"
    r"|\{[.#][\w-]{3,30}\}\s{1,2}|(?P<label>[A-ZÄÖÜ][\w'’-]{2,20})[*_]{0,3}\s?[:–—]\s[*_]{0,3})"
)
_HEAD = late.compile(rf"[*_~]{{0,4}}(?P<open>[\[(]?)[*_]{{0,3}}{_MARK}(?=[*_@<]{{0,5}}[^\W_])")
_WITHIN = late.compile(rf"(?<=[\s*_])[*_]{{0,3}}[(\[][*_]{{0,3}}{_MARK}(?=[*_@]{{0,4}}[^\W_])")
_SIGNS = frozenset("!§%^@&¤¡:{[(*_~>+")
"""With one of these begins a mark that is no word."""
_BOLD = late.compile(r"(?:\*\*|__|<u>)([^*_<>]{1,60})(?:\*\*|__|</u>):?\s+(?=\S)")
_TALK = frozenset(
    """
    update updates status report reports news talk talks demo demos presentation presentations discussion session sessions speaker speakers intro
    introduction background summary progress question questions answer answers comment comments proposal motion moved seconded seconder proposer
    proposed vote votes present absent apologies regrets attendees chair scribe minutes notes presenter presenters host facilitator moderator
    """.split()
)
"""Words before a colon behind which it is told what people did or do."""
_TELLING = frozenset(
    """
    report present explain show tell talk speak say think want welcome thank note ask mention suggest feel wish need agree
    like believe see know hope join leave chair attend return second move propose vote abstain second introduce
    """.split()
)
"""What people do at the meeting itself."""


def own_marks(items: Sequence[Item], names: Names) -> frozenset[str]:
    """The marks of a page that are the writer's own."""
    told: dict[str, list[str]] = {}
    for item in items:
        if item.quote or item.shape not in (Shape.BULLET, Shape.LINE) or not (_may_open(item.text) or _may_hold(item.text)):
            continue
        for found, rest in _places(item.text):
            told.setdefault(found, []).append(rest)
    return frozenset(sign for sign, each in told.items() if len(each) >= _LEAST and _stands_for(sign, each, names))


def _stands_for(sign: str, each: Sequence[str], names: Names) -> bool:
    """Whether what stands behind a mark tells most times what somebody is to do, and more than once."""
    told = lost = 0
    for rest in each:
        tells = _tells(sign, rest, names) is not None
        told += tells
        lost += not tells and not (_is_in_capitals(sign) and _tells(sign, rest, names, settled=True) is not None)
        if 4 * lost > len(each):
            return False  # too many tell nothing, whatever the rest tells: to ask is dear
    return told >= _LEAST


def _is_in_capitals(sign: str) -> bool:
    return sign.lstrip("> ").isupper()


def own_mark(text: str, own: frozenset[str], names: Names) -> Mark | None:
    """The writer's own mark that opens a text."""
    found = _HEAD.match(text) if _may_open(text) else None
    if found is None or (sign := _sign(found[0])) not in own:
        return None
    told = _tells(sign, text[found.end() :], names, settled=_is_in_capitals(sign))
    if told is None:
        return None
    return Mark(sign, 0, found.end() + told[1], told[0], own=True)


def own_drafts(item: Item, text: str, own: frozenset[str], names: Names) -> Iterator[Draft]:
    """What the writer's own marks in brackets within a text state."""
    if not _may_hold(text):
        return
    offset = len(item.text) - len(text)
    for found in _WITHIN.finditer(text):
        sign = _sign(found[0])
        words = until_closed(found[0], text[found.end() :])
        told = _tells(sign, words, names) if sign in own else None
        if told is None:
            continue
        lines = line_at(item, offset + found.start()), line_at(item, offset + found.end() + len(words))
        reason = Reason("action", f"{sign!r} before what somebody is to do, as elsewhere on the page", lines[0])
        words = words[told[1] :]
        yield Draft(*lines, words, Kind.INLINE, item.indent, told[0], links=links(words), doubt=SIGNED, reasons=(reason,))


def _may_open(text: str) -> bool:
    """Whether a text may begin with such a mark: most do not, and this is fast."""
    if text[:1] in _SIGNS or text[:2].isupper():
        return True
    return text[:1].isupper() and (":" in text[:24] or " –" in text[:24] or " —" in text[:24])


def _may_hold(text: str) -> bool:
    return " (" in text or " [" in text or "*(" in text or "*[" in text or "_(" in text or "_[" in text


def _places(text: str) -> Iterator[tuple[str, str]]:
    """Each place of a text that may have such a mark: the mark, and what stands behind it."""
    head = _HEAD.match(text) if _may_open(text) else None
    if head is not None:
        yield _sign(head[0]), text[head.end() :]
    if _may_hold(text):
        for found in _WITHIN.finditer(text, 1):
            yield _sign(found[0]), until_closed(found[0], text[found.end() :])


def _sign(found: str) -> str:
    return found.strip(" *_~[(").rstrip(":–— *_`").replace("> ", ">") or found.strip()


def _tells(sign: str, text: str, names: Names, *, settled: bool = False) -> tuple[str, int] | None:
    """The owners to be named and where the task begins, when a text tells somebody to do something; None when it tells nobody.

    Behind a mark in capitals that is `settled` by other lines, whatever stands behind somebody is theirs to do: `JOB Ann: the keys`.
    """
    if sign[0].isalpha() and (sign.casefold() in _TALK or names.knows(sign) or is_given(sign) or read_status(sign, names.idiom) is not None):
        return None  # `DONE: Ann to row` tells how far it is
    bold = _BOLD.match(text) if not sign[0].isalpha() else None
    if bold and (owners := split_owners(bold[1], names)) and _are_known(owners, names):
        return bold[1], bold.end()
    words = plain(text).rstrip(" ])")
    owned = find_owners(words, names, marked=True)
    if owned is not None and owned.start == 0 and _are_known(owned.owners, names):
        rest = words[owned.end :].lstrip(" :–—-")
        if owned.form == "to":
            return ("", 0) if not rest.startswith(("to be ", "would ", "may ", "can ")) else None
        if owned.form == "doing":
            return ("", 0) if _does(rest) else None
        return ("", 0) if rest and (settled or not sign[0].isalpha() or is_told(rest) or orders_abroad(rest.partition(",")[0])) else None
    behind = words.rpartition(": ")[2] if ": " in words and not sign[0].isalpha() else ""
    given = dated_owners(behind, names)
    return (", ".join(given), 0) if given and _are_known(given, names) else None


def _are_known(owners: tuple[str, ...], names: Names) -> bool:
    return all(names.knows(o) or is_group(o) or HANDLE.match(o) or (not names.full and is_given(o.split()[0])) for o in owners)


def _does(rest: str) -> bool:
    """Whether words behind somebody are a verb in the present that tells of a piece of work."""
    verb = rest.split(maxsplit=1)[0].casefold().strip(",.") if rest else ""
    base = next((v for v in (verb, verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y") if v in w.VERBS), "")
    return base != "" and base not in _TELLING and not is_past(verb)
