"""Who is to do it, named behind the words: `Lime the stairs (Sam)`, `… - Sam`, `…, Owner: Sam`, `… @sam`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.apart import HANDLES, in_a_row
from tcsg.reading.dates import Calendar
from tcsg.reading.doers import without_charge
from tcsg.reading.due import find_due
from tcsg.reading.marks import ARROW
from tcsg.reading.naming import NAME_WORD, dated_owners, given_owners, is_group, is_sure, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owned import Owned
from tcsg.reading.text import MONTH, late_names
from tcsg.reading.time_words import MONTHS
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_TRAIL = late.compile(r"[(\[{]([^()\[\]{}]{1,80})[)\]}][\s.;:]*$")
_TRAIL_FIELD = late.compile(
    r"[.;,]\s+(?:(?:action by|owners?|leads?|who|responsible|responsibility|assigned to|assignees?)\s*:|assigned to(?=\s))\s*([^:.]{1,60}?)[\s.]*$",
    re.IGNORECASE,
)
_TRAIL_HANDLE = late.compile(
    rf"(?<!\bfrom)(?<!\bwith)(?<!\bof)(?<!\bask)(?<!\btell)(?<!\bping)(?<!\bcontact)(?<!\bremind)(?<!\bthank)(?<!\bthanks)(?<!\binvite)(?<!\bhelp)(?<!\bemail)(?<!\bcc)\s({HANDLES})[\s.)]*$",
    re.IGNORECASE,
)
"""The handle at the end, unless somebody is told or asked."""
_NAME = r"@[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,2}"
_TRAIL_NAMES = late_names(
    rf"\s({_NAME}(?:\s?(?:,|&|\+|/|and\b|und\b|et\b)?\s?{_NAME}){{0,7}}|@Speaker \d{{1,2}})"
    r"(?=(?:\s+@?(?:[A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?|[\d./-]{6,10}))?[\s.]*$)"
)
"""People as notebooks write them, with a day behind: `… @Mona Lind @Bo @May 10, 2026`; or as a program counts those whom it does not know."""
_TAIL_REFS = late.compile(r"\s+(?:[–—-]+\s+|\()?(?:[\w./-]{0,40}#\d{1,6}(?:,\s*| and | & |\s+)?){1,8}[\s.)]*$")
"""Numbers of an issue tracker behind the owners: `… (Sam) — #25, #24`."""
_TAIL_LINK = late.compile(r"\s+(?:[–—-]+\s+)?https?://\S{1,280}$")
_TAIL_MINUTE = late.compile(r"\s+(?:[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]]|@ \d{1,2}:\d\d(?::\d\d)?)[\s.]*$")
"""The minute of a recording behind the owners: `… (Sam) [12:40]`."""
_TRAIL_MARK = late_names(r"\s(?:[–—-]{1,2} )?A(?:ction|CTION)(?: (?:by|on|for|BY|ON|FOR))?:?\s+([A-Z@][^:;()–—]{0,60}?)[\s.]*$")
"""The mark of an action without a sign before it: `Lime the stairs Action Sam`."""
_INNER_TRAIL = late.compile(r"[(\[]([^()\[\]]{1,80})[)\]][.;](?=\s)")
_TRAIL_DASH = late.compile(r"(?:\s+(?:[–—-]+>?|→|=>|\||//?|~|@(?=\s))\s*|:\s+|\s{3,})([^\s–—:;()-][^–—:;()]{0,60}?)[\s.]*$")
_TRAIL_COMMA = late_names(r"[,.;]\s+([A-Z][\w/&.-]{0,30}(?:(?:\s*[/&,+]\s*|\s+and\s+| )[A-Z][\w.-]{0,30}){0,4})[\s.]*$")
_PREFIX = late.compile(
    r"(?:(?:(?:for )?action(?: (?:by|on|for))?|owners?|lead|who|responsible|assigned(?: to)?|assignees?|volunteers?|by|for|on|pic)\b\s*[:=]?"
    r"|(?:(?:to be )?(?:taken|claimed|grabbed|picked up|handled|owned|led|taken on|taken up|übernommen)|to be done|pris(?:e|es)? en charge)"
    r" (?:by|von|par):?)\s+"
    r"|(?:action|owners?|who|responsible|assigned(?: to)?|assignees?|v|wer|verantwortlich|zuständig|qui|resp):\s*"
    r"|(?:-{1,2}>|=>|[→⇒➜])\s*",
    re.IGNORECASE,
)
_PROMISED = late_names(
    r"([A-Z@][\w.'’-]{0,30}(?:(?:, | and | & | ?/ ?| )[A-Z@][\w.'’-]{0,30}){0,3}) (?:will|is going to|is to|to|can) [a-z]{2,15}\b(?! be\b)"
)
"""Who does it, told in the brackets: `(Ann will do it once the roof is dry)`."""
_HELPING = late.compile(
    r"\s*[;,]\s*(?:(?:help(?:er|ers|ed|ing)?|support(?:er|ed|ing)?|back-?up|assist(?:ant|ed|ing)?|deputy)\b.*"
    r"|[A-Z@][\w.'’-]{0,30} (?:(?:to )?(?:help|assist|support|back up|advise)|helps|assists|supports|supporting|helping|assisting)\b.*)$"
)
"""Who only helps: `(Ann, Bo to help)`, `(lead: Ann; help: Bo)`."""
_REMARK = late.compile(r"\s[–—-]\s|[;:]\s|,\s(?=[a-z])")
_HANDED = late.compile(r"(?:\b(?:and|und|et)\s*)?@")


_TAIL_DUE = late.compile(r"(?<=[\w)\]])[,;]?\s+(?:📅|⏳|[–—-]\s|due:?|by|before|until|deadline:?)\s*[\w ,./-]{2,25}$", re.IGNORECASE)
"""A time behind the owners: `… @sam due:2031-04-03`."""

_TAIL_ASIDE = late.compile(r"(?<=\])\s+\([^()]{1,120}\)[\s.]*$")
"""What is said besides, behind owners in square brackets: `… [Sam] (perhaps with the board)`."""
_TAIL_BY = late.compile(r"(?<=[)\]])[,;]?\s+(?:due:?|by|before|until|deadline:?)\s[\w ,./-]{2,25}$", re.IGNORECASE)
"""The same behind owners in brackets: `… (Sam) by 3 April`."""

_TAIL_BRACKET = late.compile(
    r"\s+\((?:(?:by|due|before|until)\b[^()]{1,40}|(?:(?:this|next|end of|early|mid|late) )?(?:week|month|meeting|q[1-4]|eo[wmy]|asap"
    r"|to(?:day|morrow)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|(?:\d{{1,2}} )?{MONTH}\.?(?: \d{{1,4}})?"
    r"|[\d./-]{3,10}))\)[\s.]*$",
    re.IGNORECASE,
)
_BEFORE_DUE = late.compile(r"\s[–—-]{1,2}\s+([^–—:;()-]{1,60}?)\s+[–—-]{1,2}\s+([\w ,./]{2,25})[.\s]*$")
_DASHED = late.compile(r"(?<=\w[\w)])\s[–—-]{1,2}\s+([^–—:;()-]{1,40}?)(?=\s+[–—-]{1,2}\s+\S)")

_SAID_LAST = late_names(
    r"(?:[.!?;]|\s[–—-]{1,2})\s+(?P<who>[A-Z][\w.'’-]*(?:(?: ?[+&/] ?| and |, | )[A-Z][\w.'’-]*){0,4}), (?P<said>[^,;:()–—]{2,40}?)[\s.!]*$"
)
"""Somebody behind a sentence or a dash, and behind a comma when, or how far it is: `Write again. Ann, this week`."""

_POINTED = late.compile(rf"(?<=\w[\w)])\s{ARROW}\s+([^–—→⇒:;()-]{{1,40}}?)(?=[:;]\s+\S|\s+[–—-]{{1,2}}\s+\S)")
"""Whose it is behind an arrow, and what came of it: `the survey → @ann: sent`."""


_FORMS: tuple[tuple[re.Pattern[str], str, frozenset[str]], ...] = (
    (_TRAIL, "parentheses", frozenset(")]}")),
    (_TRAIL_FIELD, "field", frozenset(".;,")),
    (_TRAIL_MARK, "field", frozenset("A")),
    (_TRAIL_HANDLE, "handle", frozenset("@")),
    (_TRAIL_DASH, "dash", frozenset()),  # a wide gap does as well
    (_TRAIL_COMMA, "comma", frozenset(",.;")),
)
"""How owners stand behind a task, and the signs of which most ask for one: most texts have few of them, and to search is dear."""


def behind(text: str, names: Names, *, marked: bool) -> Owned | None:
    """The owners behind a task; where each sentence closes with its own, those of all."""
    last = _trailing(text, names, marked=marked)
    if last is None or last.form != "parentheses":
        return last
    owners = [o for m in _INNER_TRAIL.finditer(text, 0, last.start) for o in split_owners(m[1], names)]
    return replace(last, owners=tuple(dict.fromkeys([*owners, *last.owners])))


def left_open(text: str) -> bool:
    """Whether the brackets behind a task say that it is nobody's yet: `Lime the stairs. (Unassigned)`."""
    close = _TRAIL.search(text, max(0, len(text) - 40)) if text.rstrip(" .")[-1:] in (")", "]") else None
    return close is not None and close[1].casefold().strip(" ?.") in w.NOBODY


def _before_due(text: str, names: Names) -> Owned | None:
    """Somebody known between two dashes, with a time behind them: `Mend the gate — Ann — 12 May`."""
    match = _BEFORE_DUE.search(text, max(0, len(text) - 110))
    owners = _named(match, names)[1]
    if match is None or not owners or not all(is_sure(o, names) for o in owners):
        return None
    if not find_due(match[2], Calendar(None)) and not find_due(f"by {match[2]}", Calendar(None)):
        return None
    return Owned(owners, "dash", match.start(), match.end(1))


def _trailing(text: str, names: Names, *, marked: bool) -> Owned | None:
    if marked and (found := _before_due(text, names)) is not None:
        return found
    text = _undated(text, names)
    begin = max(0, len(text) - 110)
    if marked and "@" in text[begin:] and (named := _TRAIL_NAMES.search(text, begin)):
        called = tuple(one.rstrip(" ,&+/") for one in _HANDED.split(named[1])[1:])
        dated = named.end() < len(text.rstrip(" ."))
        if (dated or any(" " in one for one in called)) and (not names.full or all(map(names.knows, called))):
            return Owned(tuple(dict.fromkeys(called)), "handle", named.start(), named.end(1))
    tail = text[begin:]
    for pattern, form, signs in _FORMS:
        match = None if signs and signs.isdisjoint(tail) else pattern.search(text, begin)
        prefix, owners = _named(match, names)
        while match and not owners and form == "dash":  # `Topic: write the letter -> Ann`
            match = pattern.search(text, match.start() + 1)
            prefix, owners = _named(match, names)
        if not match:
            continue
        if prefix and len(owners) == 1 and owners[0].casefold().rstrip(".") in MONTHS and not names.knows(owners[0]):
            continue  # `… – by Jan`
        if form in ("field", "handle") and not owners:
            owners = split_owners(in_a_row(match[1]), names, loose=True)
        closing = prefix or form in ("parentheses", "field", "handle") or (form == "dash" and _closes(match, owners, text, names))
        if owners and (all(is_sure(o, names) for o in owners) or (closing and marked)):
            return Owned(owners, form, match.start(), match.end(), strong=form == "parentheses")
    return (_between(text, names) or _before_remark(text, names)) if marked else None


def _before_remark(text: str, names: Names) -> Owned | None:
    """Somebody known who closes a task but for a few words on when or how far: `The hall key – Ann, once the roof is dry`."""
    match = _SAID_LAST.search(text, max(0, len(text) - 110)) if ", " in text[-50:] else None
    owners = split_owners(match["who"], names) if match else ()
    if match is None or not owners or not all(map(names.knows, owners)):
        return None
    said = match["said"]
    timed = said[0].islower() or find_due(said, Calendar(None)) or find_due(f"by {said}", Calendar(None))
    return Owned(owners, "comma", match.start(), match.end("who")) if timed else None


def _between(text: str, names: Names) -> Owned | None:
    """Somebody known between two dashes, or behind an arrow, with what came of it: `Bench by the door – Ann – has asked twice`."""
    pointed = _POINTED.finditer(text[:400]) if ">" in text or not text.isascii() else ()
    for match in (*_DASHED.finditer(text[:400]), *pointed):
        owners = split_owners(match[1].removeprefix("on "), names)
        if owners and all(map(names.knows, owners)):
            return Owned(owners, "dash", match.start(), match.end(1))
    return None


def _undated(text: str, names: Names) -> str:
    """The text without what may stand behind its owners: numbers of a tracker, a link, a time, the minute of a recording."""
    text = _TAIL_MINUTE.sub("", text) if text.rstrip(" .)]")[-1:].isdigit() and ":" in text[-12:] else text
    text = _TAIL_REFS.sub("", text) if text.rstrip(" .)")[-1:].isdigit() and "#" in text[-60:] else text
    text = _TAIL_LINK.sub("", text) if text.rstrip()[-1:].isalnum() and "://" in text[-300:] else text
    if text.rstrip(" .")[-1:] == ")" and "]" in text and (aside := _TAIL_ASIDE.search(text, max(0, len(text) - 130))):
        text = text if split_owners(aside[0].strip(" ()."), names) else text[: aside.start()]
    end = max(0, len(text) - 40)
    dated = _TAIL_DUE.search(text, end) if "@" in text[-70:] else _TAIL_BY.search(text, end) if ")" in text[end:] or "]" in text[end:] else None
    if dated is None and text.rstrip(" .")[-1:] == ")":
        dated = _TAIL_BRACKET.search(text, max(0, len(text) - 60))
        told = dated[0].strip(" ().").removeprefix("by ") if dated else ""
        dated = None if names.knows(told) or (told and split_owners(told, names) and told.casefold() not in MONTHS) else dated
    return text[: dated.start()] if dated else text


def _closes(match: re.Match[str], owners: tuple[str, ...], text: str, names: Names) -> bool:
    """Whether what stands behind a dash can only be who is to do it, though it is no name of the list."""
    if match[0].lstrip()[:2] in ("→ ", "=>", "->", "--"):
        return True
    if len(owners) > 1:
        sure = any(map(names.knows, owners)) or (not names.full and any(map(is_given, owners)) and not any(" " in o for o in owners))
        return sure and all(NAME_WORD.match(o) and o.casefold() not in w.VERBS for o in owners)
    owner = next(iter(owners), "")
    if owner and _is_full_name(owner) and starts_with_verb(text):
        return True
    if owner and owner[0].isupper() and is_group(owner) and starts_with_verb(text):
        return True  # `Write to the county – Clerk`
    # Nobody is listed, and a lone name closes the task.
    return not names.full and owner != "" and " " not in owner and owner.casefold() not in w.VERBS


def _named(match: re.Match[str] | None, names: Names) -> tuple[re.Match[str] | None, tuple[str, ...]]:
    """What stands before the owners, such as `by`, and the owners."""
    if match is None:
        return None, ()
    words = match[1]
    words = _HELPING.sub("", without_charge(words)) if " " in words else words
    words = words.removesuffix(" lead") if names.knows(words.removesuffix(" lead")) else words
    prefix = _PREFIX.match(words)
    named = words[prefix.end() if prefix else 0 :]
    if match[0][0] in "([" and (told := _PROMISED.match(named)) and (owners := split_owners(told[1], names)):
        return prefix, owners
    owners = dated_owners(named, names)
    if not owners and match[0][0] in "([":
        owners = (named,) if named == "A" and match[0][0] == "[" and _is_initial("a", names) else owners
        owners = owners or given_owners(named, names) or _beside_remark(named, names)
    return prefix, () if all(o.casefold() in w.ACRONYMS and not names.knows(o) for o in owners) else owners


def _is_initial(letter: str, names: Names) -> bool:
    """Whether a letter that is a word as well may be the initial of somebody listed: `[A]` where Abby was there."""
    return any(name[:1] == letter for name in names.full)


def _beside_remark(words: str, names: Names) -> tuple[str, ...]:
    """Somebody known beside what brackets say as well: `(Ann – after the visit)`, `(Ann; the plan is in the safe)`, `(urgent – Ann)`."""
    remark = _REMARK.search(words)
    beside = (words[: remark.start()], words[remark.end() :] if remark[0].strip() in ("–", "—", "-") else "") if remark else ()
    return next((found for part in beside if (found := split_owners(part, names)) and all(map(names.knows, found))), ())


def _is_full_name(owner: str) -> bool:
    """Whether an owner is a given name, or several words in capitals as a full name is."""
    words = owner.split()
    named = (word.isalpha() and NAME_WORD.match(word) and word.casefold() not in w.VERBS | w.QUALIFIERS for word in words)
    return is_given(words[0]) if len(words) == 1 else 1 < len(words) <= 4 and all(named)
