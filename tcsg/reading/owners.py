"""Who is to do it: the owners that the words of an action name, and where they stand in it.

Who is helped, told or asked is not an owner: only the head and the tail of the words are looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading import sentences
from tcsg.reading.apart import HANDLED, bracketed, handled
from tcsg.reading.before_to import ASIDE, are_things, goes_to_a_thing, is_plural, is_task, may_stand_within, tells_task, unlisted, without_aside
from tcsg.reading.dates import Calendar
from tcsg.reading.due import find_due
from tcsg.reading.fellows import others
from tcsg.reading.heads import regarding, small_to
from tcsg.reading.names import untitled
from tcsg.reading.naming import INITIALS, NAME_WORD, dated_owners, given_owners, is_group, is_sure, may_own, split_owners
from tcsg.reading.orders import find_order, starts_with_verb
from tcsg.reading.owned import Owned
from tcsg.reading.text import late_names
from tcsg.reading.titled import titled
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_CLAUSE = late.compile(
    r"(?:after|following|once|before|when|as soon as|by|in|on|if|at|during|until|from|for|prior to|with|subject to|given|to|since|while)\b"
    r"[^,:;]{1,120},\s+",
    re.IGNORECASE,
)
_CLAUSES = tuple("after following once before when as by in on if at during until from for prior with subject given to since while".split())
"""The words with which one begins."""
_AGREED = late_names(
    r"(?i:(?:(?:it was|it is|we|they|all|the [a-z]{2,15}) )?(?:agreed|decided|resolved) that )(?=[A-Z@]|the )"
    r"|(?i:(?:and|but|then|also|next|later|afterwards|finally|after that|after which),? ){1,2}(?=[A-Z@][^:]{0,60} to )"
)
"""What may stand before somebody: `It was agreed that Ann …`, `then Ann to …`."""
_WILL = late_names(r"[A-Z][\w.'’-]{1,30} Will ([a-z]{2,15})\b")
"""A promise with a capital, and no surname: `Igor Will handle it`."""
_TAG = late_names(r"[(\[][A-Za-z][A-Za-z -]{2,20}[)\]]:?\s+(?=[A-Z@])")
"""What a list says of an action before it begins: `(STANDING) Everyone to …`."""
_AFTER_COMMA = late_names(r"(?:[,:]|\s[–—-]|--)\s+(?=[A-Z@])")
_NICK = late.compile(r":\s+(?=([a-z][\w-]{1,20})(?: (?:and|&) [a-z][\w-]{1,20})? (?:to|will|should) )")
"""Where a nick stands behind a topic: `roof: annb to ring the yard`."""
_PRONOUN = late.compile(r"(?<=\w)\s(?:We|They|He|She|I)\s*$")
"""Where the sentence begins behind its owners: `AA/CG We should …`."""
_AGAIN = (" still", " also", " now", " then", " again")
"""What may part somebody from `to`: `Ann still to row`."""
_ASKED = late_names(
    r"(?i:please (?:can|could|would|will) |(?:can|could) |for |by "
    r"|(?:action by|owners?|leads?|responsible|assignees?|assigned to)(?: ?[:=])? )(?=[A-Z@])"
)
"""Before who is asked to do something: `Can Ann order the rope?`, `For Ann: order the rope`."""
_ASKING = ("please ", "can ", "could ", "for ", "by ", "action ", "owner", "lead", "respons", "assign")
HELPING = ("help", "assist", "support")
"""Verbs of those who are no owners."""
_ASKED_TO = late_names(r"([A-Z][\w.'’-]{1,30}) ([a-z]{2,20})\b")
_DASH = r"([^:–—|→]{1,60}?)(?:\s+(?:[–—]|--?|-{1,2}>|=>|→|\|)\s+|(?<=\w)[-–—]\s+)"
_LABEL = late.compile(rf"([^:\t]{{1,60}}?)\s*::?\s+|{_DASH}")
_DASHED = late.compile(f"(){_DASH}")
_NAMED_TO = late_names(r"([A-Z][a-z][\w.’'-]{1,20}(?:(?: and | & |, ?|/)[A-Z][a-z][\w.’'-]{1,20}){0,3}) to (?!be\b)[a-zA-Z]")
_PLEASE = late.compile(r"([^,.:]{1,40}),?\s+please\s", re.IGNORECASE)
_BY = late_names(
    r"\b(?:(?:[Tt]o|should|must|will|shall|would) be [a-z]{3,15}"
    r"(?: out| up| back| on| off| over| in)? by|(?:assigned|allocated|delegated|(?<=\W)[Aa]ssign) to) (?:the )?"
    r"([A-Z@][\w.’'-]{0,30}?(?:(?: and | & |, ?|/| )[A-Z@][\w.’'-]{0,30}?){0,5}|(?<= the )[a-z-]{3,20}(?: [a-z-]{3,20})?)"
    r"(?=[\s.]*$|[:,;(]|\.\s|\s?[–—-]{1,2}\s|\s(?:by|for|before|until|in|at|on|and|to|via|with|who)\s)"
)
"""`Letter to be sent by Ann`, `It would be oiled by the caretaker`, `The tables are assigned to Ann`."""
_BY_WORDS = ("o be ", "ould be ", "must be ", "ll be ", "assigned to ", "ssign to ", "allocated to ", "delegated to ")
"""Of these it has one."""
_LONGEST_HEAD = 120
_INITIALLED = late_names(r"(?:[A-Z]\. ){1,3}[A-Z][\w’'-]{1,30}$")
_WITHIN = late.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_DATED_HEAD = late.compile(r", (?:\d|(?:by|before|until|due) )[^,]{1,20}$")
"""The time behind the owners before a colon: `Ann, 6 June: order the rope`."""
_DATED = late.compile(
    r"[\[(]?(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? [A-Z][a-z]{2,8}\.?(?: \d{4})?|(?<=[(\[])[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)"
    r"[\])]?\s*[:–—-]?\s+(?=[A-Z@]|all |everyone |everybody )"
    r"|[\[(](?i:by|before|until|till|due|bis|vor|avant)\s[^()\[\]]{2,40}[\])][:,]?\s+(?=[A-Z@]|all |everyone |everybody )"
)
"""The day that may stand before the owners: `[3 April] Ann to ring the bank`, `(by 4 May) Bo to row`."""
_TAGGED = late.compile(r"\[[^\[\]@]{2,20}\]\s+(?=@[\w.-])")
"""What a task is of, before the handles of its owners: `[docs] @ann: mend the links`."""
_TIMED = frozenset("in by before after during within on at over until from between next this im bis vor nach en avant après d'ici".split())
"""First words of a time that may stand before the owners: `In early April GD to …`."""
_ANY_DAY = Calendar(None)
_BESIDES = frozenset(" \t\xa0([<@")
"""One of these parts the owners from their task."""


@lru_cache(maxsize=512)
def find_owners(text: str, names: Names, *, marked: bool = False) -> Owned | None:
    """The owners that the words of a task name; `marked` when a mark or a block already says that it is one."""
    if _BESIDES.isdisjoint(text):
        return None  # one word, and nothing that tells whose it is
    if (text[:1] in ("[", "(") or text[:1].isdigit()) and (dated := _DATED.match(text) or _TAGGED.match(text)):
        owned = find_owners(text[dated.end() :], names, marked=marked)
        if owned is not None and owned.start == 0:
            return replace(owned, start=owned.start + dated.end(), end=owned.end + dated.end())
    if (
        " Will " in text[:_LONGEST_HEAD]
        and (promised := _WILL.match(text))
        and promised[1] in w.VERBS
        and not names.knows(text[: promised.start(1) - 1])
    ):
        text = text.replace(" Will ", " will ", 1)
    text = small_to(text, names) if " To " in text[:_LONGEST_HEAD] else text
    asked = _ASKED.match(text) if text[:8].casefold().startswith(_ASKING) else None
    if asked and _ASKED.match(text, asked.end()) is None and not names.knows(text.split(maxsplit=1)[0]):
        owned = find_owners(text[asked.end() :], names, marked=marked)
        named = owned is not None and (owned.form in ("label", "bracket") or text[:7].casefold().startswith(_ASKING[:4]))
        if owned is not None and named and all(is_sure(o, names) for o in owned.owners):
            return replace(owned, start=owned.start + asked.end(), end=owned.end + asked.end())
        who = _ASKED_TO.match(text, asked.end()) if marked and not names.full else None
        if who and who[2] in w.VERBS and (owners := split_owners(who[1], names)):
            return Owned(owners, "asked", asked.end(), who.end(1), strong=True)
    told = bracketed(text, names, marked=marked) or titled(text, names, marked=marked)
    if told is not None:
        return told
    order = _to(text, names, marked=marked)
    if order is not None and not any(is_sure(o, names) or INITIALS.match(o) for o in order.owners):
        last = _behind(text, names, marked=marked)
        order = last if last is not None and last.form == "parentheses" and all(is_sure(o, names) for o in last.owners) else order
    return order or _ends(text, names, marked=marked) or handled(text, names) or (_elsewhere(text, names) if marked else None)


def _elsewhere(text: str, names: Names) -> Owned | None:
    """Whose a task is that is marked and names nobody where most do: who does it, by whom it is to be done, or among its words."""
    from tcsg.reading.doing import doing  # lazy: most tasks name somebody at the head or at the end

    return doing(text, names) or _by(text, names) or _within(text, names) or _before_comma(text, names)


def _starts(text: str, names: Names) -> Iterator[tuple[int, bool]]:
    """Where somebody who is to do something may stand, and whether that is at the head of the task; most stand where it begins."""
    if text[:1] in ("(", "[") and (tag := _TAG.match(text)):
        yield tag.end(), True
    clause = _CLAUSE.match(text[:200]) if "," in text and text[:9].casefold().startswith(_CLAUSES) else None
    if clause:
        yield clause.end(), True
    yield 0, True
    agreed = _AGREED.match(text)
    if agreed:
        yield agreed.end(), True
    if not clause and text[:12].split(" ", maxsplit=1)[0].casefold() in _TIMED:
        timed = find_due(text[:120], _ANY_DAY)
        if timed is not None and timed.start == 0 and text[timed.end :].strip():
            yield timed.end + 1, True
    yield from ((begin, False) for begin, _ in sentences.spans(text[:300])[1:])
    if "," in text or ":" in text or " - " in text or "--" in text or " –" in text or " —" in text:
        yield from ((m.end(), False) for m in _AFTER_COMMA.finditer(text[:160]))
    if ": " in text:  # a nick behind a topic
        yield from ((m.end(), False) for m in _NICK.finditer(text[:160]) if names.knows(m[1]))


def _to(text: str, names: Names, *, marked: bool) -> Owned | None:
    for start, at_head in _starts(text, names):
        match = find_order(text, start, start + 100)
        head = text[start : match.start()] if match else ""
        if not match or not head.strip() or ":" in head or (not head.isalnum() and len(sentences.spans(head)) > 1):
            continue
        head = without_aside(head, names) if "(" in head or "[" in head[1:] else head
        head = _PRONOUN.sub("", head) if head.rstrip().endswith(("We", "They", "He", "She", "I")) else head
        head = head.rpartition(" ")[0] if head.endswith(_AGAIN) else head
        told = match[0].strip()
        order = told == "to"
        if head.strip() == "Will" and told in ("need to", "have to") and not names.knows("will"):
            continue
        if order and (tells_task(head, names) or goes_to_a_thing(head, text[match.end() : match.end() + 40], names)):
            continue
        owners = split_owners(head, names)
        if not owners and marked and at_head:
            firm = told in ("should", "will", "shall", "must")
            owners = unlisted(head, names, order=order, firm=firm)
            owners = () if head[:1].islower() and order and is_plural(text[match.end() :]) else owners
        if not owners or (order and is_task(head, names)) or (not at_head and not may_stand_within(text, start, owners, names, marked=marked)):
            continue
        if not at_head and text[match.end() :].lstrip().startswith(HELPING):
            continue  # `… (Ann, Bo to help)`
        more = others(text, match.end(), names)
        return Owned(tuple(dict.fromkeys([*owners, *more])), "to", start, match.start(), strong=at_head)
    return _called(text, names)


def _called(text: str, names: Names) -> Owned | None:
    """Who is called upon: `Sam, please send it`, `Sam, send it`."""
    match = _PLEASE.match(text) if "please" in text.casefold() else None
    owners = split_owners(match[1], names) if match else ()
    if match and owners:
        return Owned(owners, "please", 0, match.end(), strong=True)
    head, comma, rest = text[:60].partition(", ")
    rest = rest.partition(" ")[2] if rest.partition(" ")[0].endswith("ly") else rest
    if comma and (names.knows(head) or head.casefold() in w.EVERYBODY) and starts_with_verb(rest) and rest[0].islower():
        return Owned((head,), "please", 0, len(head) + 1, strong=True)
    return None


def _label(text: str, names: Names, *, marked: bool) -> Owned | None:
    match = _LABEL.match(text)
    if match and match[1] and not split_owners(match[1], names):
        match = _DASHED.match(text) or match
    if not match:
        return None
    head = regarding(match[1] or match[2], names)
    owners = split_owners(head, names) or (dated_owners(head, names) if head.endswith(")") or _DATED_HEAD.search(head) else ())
    several = split_owners(ASIDE.sub("", head), names) if not owners and head.endswith(")") else ()
    if several and all(names.knows(o) or is_given(o) for o in several):
        owners = several
    if owners and all(o.casefold() in w.ACRONYMS and not names.knows(o) for o in owners):
        return None
    known = owners and all(may_own(o, names) or head.lstrip().startswith("@") for o in owners)
    longest = max((len(untitled(o).split()) for o in owners), default=0)
    short = (longest <= (3 if match[1] is not None else 1) or all(is_given(o.split()[0]) for o in owners)) and len(owners) <= 3
    if marked and not owners and (owners := given_owners(head, names)):
        short = True
    if marked and not owners and (starts_with_verb(text[match.end() :]) or text.startswith("to ", match.end())):
        owners = split_owners(head, names, loose=True)  # `Sam & jberg: read it through`, `jberg: to read it`
        owners = owners if all(HANDLED.match(o) for o in owners) and (len(owners) > 1 or text.startswith("to ", match.end())) else ()
    if not owners or not (known or (marked and short)) or is_task(head, names):
        return None
    if not known and (told := _NAMED_TO.match(text, match.end())) and (others := split_owners(told[1], names)):
        return Owned(others, "to", match.end(), told.end(1), strong=True)  # `Oak room: Ann to paint it`
    if are_things(owners, text[match.end() :], names, known=bool(known)):
        return None
    return Owned(owners, "label", 0, match.end(), strong=bool(known) and match[1] is None)


def _ends(text: str, names: Names, *, marked: bool) -> Owned | None:
    """The label before a task or the owners behind it; somebody known behind it beats a label that may be a topic."""
    label = _label(text, names, marked=marked)
    if label is not None and all(is_sure(o, names) for o in label.owners):
        return label
    last = _behind(text, names, marked=marked)
    if last is not None and last.form == "handle" and text[:1] == "@":
        return handled(text, names)  # `@ann quote to @bo`: who is told stands behind
    if label is not None and _is_title(text, label, last, names):
        return last
    known = last is not None and all(names.knows(o) or (names.initials and is_sure(o, names)) for o in last.owners)
    return last if label is None or known else label


def _behind(text: str, names: Names, *, marked: bool) -> Owned | None:
    from tcsg.reading.behind import behind  # lazy: the head of most tasks tells whose they are

    return behind(text, names, marked=marked)


def _is_title(text: str, label: Owned, last: Owned | None, names: Names) -> bool:
    """Whether a label is what an order is about, since the brackets behind it tell whose it is: `New Rope: Order it. (Ann)`, `… (Unassigned)`."""
    if text.rstrip(" .")[-1:] != ")" or any(names.knows(o) or is_given(o.split()[0]) for o in label.owners):
        return False
    if last is None or last.form != "parentheses":
        from tcsg.reading.behind import left_open  # lazy: few tasks end in brackets that name nobody

        return left_open(text)
    called = [o for o in last.owners if names.knows(o) or is_given(o.split()[0])]
    named = all(o in called or (NAME_WORD.match(o.split()[-1]) and not INITIALS.match(o)) for o in last.owners)
    told = bool(called) or (not names.full and text[: last.start].rstrip()[-1:] == ".")  # what is told besides stands within the sentence
    return told and named and (starts_with_verb(text[label.end :]) or text.startswith(last.owners[0], label.end))


def _within(text: str, names: Names) -> Owned | None:
    """`Invite the neighbours (TH) to the open day`: known people in brackets within a task that names nobody else."""
    found = [(match, split_owners(match[1], names)) for match in _WITHIN.finditer(text[:400])]
    known = [(match, owners) for match, owners in found if owners and all(map(names.knows, owners))]
    owners = tuple(dict.fromkeys(o for _, several in known for o in several))
    return Owned(owners, "within", known[0][0].start(), known[0][0].end()) if owners else None


def _by(text: str, names: Names) -> Owned | None:
    match = _BY.search(text[:400]) if any(map(text.__contains__, _BY_WORDS)) else None
    owners = split_owners(match[1], names) if match else ()
    sure = owners and all(is_sure(o, names) or is_group(o) or is_given(o.split()[0]) for o in owners)
    return Owned(owners, "within", match.start(1), match.end(1)) if match and sure else None


def _before_comma(text: str, names: Names) -> Owned | None:
    """`L. Berg, letter of support`: people who are known, or have a surname behind an initial, before what they see to."""
    head, comma, rest = text[:_LONGEST_HEAD].partition(", ")
    end = 0
    while comma and (owners := split_owners(head, names)) and all(names.knows(o) or _INITIALLED.match(o) for o in owners):
        end = len(head)
        more, comma, rest = rest.partition(", ")
        head = f"{head}, {more}"
    told = text[end + 2 : end + 4]
    known = end and (told[:1].islower() or (told and all(map(names.knows, split_owners(text[:end], names)))))
    return Owned(split_owners(text[:end], names), "comma", 0, end) if known else None
