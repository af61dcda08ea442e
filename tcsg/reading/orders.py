"""Whether words read as an order: `Circulate the list`, `Pia – sweep the yard`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import split_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LONG = 60
"""Words of which no secretary makes one action."""
_MODALS = frozenset("will i'll i’ll please".split())
"""What may stand before the verb of a promise or a request: `Will ask the bank`."""
_STATED = frozenset("is are was were has had isn't aren't wasn't".split())
"""Behind a word that may be a verb they make it a thing."""
_HEADED = late_names(r"(?:[A-Z][\w.’'&/+-]{0,30}(?: [\w.’'&/+-]{1,30}){0,2}(?:\s[–—-]|:)|[a-z][\w-]{1,20}:)\s+(\S.*)")
_DASHED = late_names(r"[*_]{0,2}([A-Z@][\w.'’&/, +-]{0,30}?)[*_]{0,2}\s+[–—-]{1,2}\s+\S")

_ALONE = late.compile(r"\s(?:to|will|shall|should|must|can|may|would)(?! be\b)(?=\s)")
"""What tells by itself that somebody is to do something; behind `be` it may be a thing that is to be done."""
_MEANS = "agrees|promises|undertakes|intends|volunteers|offers|plans|hopes|aims|wants|wishes|proposes"
_LONGER = late.compile(
    r"\s(?:to(?= be (?:the|a|an|our|responsible|in charge)\b)|(?:will|shall|should|must|can|may|would)(?= be [a-z]{2,15}ing\b)"
    r"|(?:needs? to|has to|have to)(?! be [a-z]{2,15}(?:ed|en|wn|lt|nt|pt)\b)|(?:is|are) to(?! be\b)"
    r"|(?:(?:has|have) )?(?:agreed|volunteered|offered|promised|undertaken|committed) to|undertook to|(?:is|are) (?:going|due|set) to"
    rf"|(?<!all\s)(?<!the\s)(?<!our\s)(?:{_MEANS}) to|(?:is|are) [a-z]{{2,15}}ing"
    r"|(?:is|are|was|were) (?:encouraged|invited|requested|expected|asked|tasked|assigned) to"
    r"|(?:is|are|will be) responsible for"
    rf"|(?:{w.alternatives(w.WILL)}))(?=\s)|(?<=\w)[’'](?:ll|s (?:going|due|set) to)(?=\s)"
)
"""The same told by several words, by another language, or by an end: `is going to`, `übernimmt`, `I'll`."""
_LONGER_BEGINS = frozenset(
    "to will shall should must can may would need needs has have is are was were agreed volunteered offered promised undertaken committed undertook"
    f" {_MEANS.replace('|', ' ')}".split()
).union(phrase.split()[0] for phrase in w.WILL)
"""The first words of it."""

_CLOCK = late.compile(r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?(?:[–—-]|to)\s?\d{1,2}[:.h]\d\d)?\s?(?:am|pm|h|uhr)?\b", re.IGNORECASE)


def find_order(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first words in a part of a text that tell somebody to do something, with the blank before them: ` to`, ` is going to`."""
    alone = _ALONE.search(text, start, end)
    before = text[start : alone.start() if alone else end]
    may = "'" in before or "’" in before or not _LONGER_BEGINS.isdisjoint(before.split())
    longer = _LONGER.search(text, start, end) if may else None
    return longer if longer and (alone is None or longer.start() < alone.start()) else alone


def is_labelled_order(item: Item) -> bool:
    """Whether a short name or topic stands before an order: `Pia – sweep the yard`."""
    label = _HEADED.match(plain(item.text[:200]))
    return label is not None and starts_with_verb(label[1])


def is_programmed(item: Item) -> bool:
    """Whether an item is a point of a programme that tells when each begins, and who speaks: `6:55 The greenway - Pia to present it`."""
    return item.text[:1].isdigit() and _CLOCK.match(item.text) is not None


def is_dashed(line: str, names: Names) -> bool:
    """Whether a line begins with somebody before a dash: `Ann - the hall`."""
    found = _DASHED.match(line)
    return found is not None and bool(split_owners(found[1], names))


def starts_with_verb(text: str) -> bool:
    """Whether a text begins as an order does: `Circulate the list`."""
    first, *more = [word.casefold().strip(",.:") for word in text.split(None, 2)[:2]] or [""]
    if "/" in first:
        return all(word in w.VERBS for word in first.split("/"))  # `Merge/close the list`
    if first in w.VERBS and more and more[0] in _STATED:
        return False  # `Paint is low`
    return first in w.VERBS or (first in _MODALS and more[0:1] != [] and more[0] in w.VERBS)


def is_told(text: str) -> bool:
    """Whether what stands behind somebody and a colon is an order: `Ann: ring the bank`, `Ann: to ring the bank`."""
    if text.startswith("to "):
        return text[3:].split(None, 1)[:1] not in ([], ["the"], ["a"], ["be"])
    return starts_with_verb(text)


def orders(text: str) -> bool:
    """Whether a text of an action's length begins as an order does, a topic before it or not."""
    if len(text.split()) > _LONG:
        return False
    return any(words.split(None, 1)[:1] and words.split(None, 1)[0].casefold().strip(",.:*_") in w.VERBS for words in (text, text.partition(": ")[2]))
