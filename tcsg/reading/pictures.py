"""Lines that one and the same picture opens, wherever they stand, each with somebody and what they do: `🏠 Ann rings the bank`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading.arrows import owners_before_arrow
from tcsg.reading.doing import doing
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.naming import is_group
from tcsg.reading.orders import is_told
from tcsg.reading.owners import find_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

_LEAST = 2
"""Lines that have the same picture."""
_PICTURES = "\u2190"
"""From this letter on there are arrows and pictures."""
_NO_TASKS = frozenset("✅☑☒☐✔✓❌✖✗✘❓❔💬🗣🎉👋🙌👏🙏")
"""Pictures that tell how something went, or that go with talk, greetings and thanks."""
_SET_OFF = late.compile(r"(?:\*\*|__)[^*_]{2,60}(?:\*\*|__)\s*(?:→|➜|➔|⇒|=>|-{1,2}>)\s+(?=\S)")
"""Somebody in bold before an arrow: `⚡ **ann.eth** → post the results`."""
_TELLING = frozenset("report present explain show tell talk speak join leave say think want welcome thank host chair attend return".split())
"""What somebody does at a meeting."""


def pictured_drafts(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """The lines that a picture opens which opens two or more on the page, where each of them tells what somebody is to do."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        if item.shape in (Shape.LINE, Shape.BULLET) and not item.boxed and (sign := _sign(item.text)):
            groups.setdefault(sign, []).append(item)
    taken = {line for d in drafts for line in range(d.line, d.end + 1)} if groups else set()
    for sign, group in groups.items():
        if len(group) < _LEAST or not all(_tells_somebody(item.text[len(sign) :].strip(), names) for item in group):
            continue
        for item in group:
            words = item.text[len(sign) :].strip()
            if item.line not in taken and not nothing(words):
                yield _draft(item, words, sign, names)


def _draft(item: Item, words: str, sign: str, names: Names) -> Draft:
    reason = Reason("action", f"{sign} before what somebody is to do, as elsewhere on the page", item.line)
    arrow = _SET_OFF.match(words)
    named = plain(arrow[0]).rstrip(" →➜➔⇒=->") if arrow else ""
    does = None if arrow else doing(plain(words), names)
    if does is not None and does.start == 0:
        named = plain(words)[: does.end]
    rest = words[arrow.end() :] if arrow else words
    return Draft(item.line, item.end, rest, Kind.INLINE, item.indent, named, links=links(rest), doubt=UNMARKED, reasons=(reason,))


def _sign(text: str) -> str:
    """The picture that opens a text and a blank behind it; "" when there is none."""
    if text[:1] < _PICTURES or text[:1].isalpha() or text[:1] in _NO_TASKS:
        return ""
    sign, blank, rest = text.partition(" ")
    return sign + blank if len(sign) <= 4 and rest and not any(map(str.isalnum, sign)) else ""


def _tells_somebody(words: str, names: Names) -> bool:
    """Whether words begin with somebody known, or called in bold before an arrow, and what they are to do."""
    if _SET_OFF.match(words) or owners_before_arrow(words, names) is not None:
        return True
    told = plain(words)
    owned = find_owners(told, names, marked=True)
    if owned is not None and owned.start == 0 and owned.form in ("to", "label", "bracket") and _known(owned.owners, names):
        return owned.form == "to" or is_told(told[owned.end :].lstrip(" :"))
    does = doing(told, names)
    if does is None or does.start or not _known(does.owners, names):
        return False
    verb = told[does.end :].split(maxsplit=1)[0].casefold().strip(",.")
    base = next((v for v in (verb, verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y") if v in w.VERBS), "")
    return base != "" and base not in _TELLING


def _known(owners: tuple[str, ...], names: Names) -> bool:
    return all(names.knows(o) or is_group(o) for o in owners)
