"""What people undertake in a sentence of the talk: `Ann offered to ring the bank`, `It was agreed that Bo would chase the invoice`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.by_person import besides
from tcsg.reading.doubt import UNMARKED, lists_anew
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Shape, links
from tcsg.reading.naming import INITIALS, is_collective, is_group, is_role, split_owners
from tcsg.reading.text import late_names
from tcsg.reading.verbs import as_verb
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_PEOPLE = (
    r"(?P<owners>(?<![\w@.’'-])(?:[Tt]he )?[A-Z@][\w.’'-]{0,30}"
    r"(?:(?:(?:, and|,| and| &| \+| und| et| von| of)? |/)(?:the )?[A-Z@][\w.’'-]{0,30}){0,5})"
)
_AT = (
    r"[*_]{0,3}(?: \([^()]{1,40}\))?,?[*_]{0,3} (?:(?:has|have|had|hat|haben|a|ont) )?"
    r"(?:(?:also|then|kindly|since|now|already|both|again|gladly|duly) ){0,2}"
)
_PROMISED = (
    _PEOPLE + _AT + r"(?:(?P<to>(?:agree[ds]?|promise[ds]?|volunteer(?:ed|s)?|offer(?:ed|s)?|undertook|undertaken|undertakes?|committed|consented"
    r"|pledged|(?:was|were) (?:asked|tasked|charged|invited|requested|instructed|directed|detailed|deputed|nominated|appointed|mandated)"
    r"|(?:was|were|is|are) going) (?:with )?to )"
    r"|(?P<said>(?:said|says|agreed|promised|confirmed|offered) (?:that )?(?:s?he|they|he/she)(?:[’']d|[’']ll| would| will) )"
    r"|(?P<takes>(?:takes?|took|taken|taking) (?:on|over|care of|charge of|responsibility for) )"
    r"|(?P<abroad>übernimmt|übernehmen|kümmert sich|kümmern sich|erklärt sich bereit|s[’']engagent?(?= à)|s[’']occupent?(?= d)|se chargent?(?= d)) )"
)
"""Who undertakes something in a sentence, or is asked for it, and with what words."""
_AGREED = (
    r"(?i:(?:it (?:was|is)|we|they|all|the (?:board|committee|group|meeting|panel|trustees|members|council)|members|[*_]{0,3})\s?"
    r"[*_]{0,3}(?:also |then |further |therefore )?(?:agreed|decided|resolved|settled|arranged)[*_]{0,3} that[*_]{0,3} )"
    + _PEOPLE.replace("owners", "people")
    + r"[*_]{0,3}(?: \([^()]{1,40}\))? (?:(?:would|will|should|shall|is to|are to|was to|were to) )?(?P<then>[a-z-]{2,20})\b"
)
"""Whom it was agreed would do something."""
_RESOLVED = late_names(_AGREED + "(?P<owners>)(?P<to>)(?P<takes>)(?P<abroad>)")
_UNDERTAKEN = late_names(f"{_AGREED}|{_PROMISED}")
_SHOUTED = late.compile(r"^[*_]{0,3}(?:RESOLVED|AGREED|DECIDED)[*_]{0,3},? that[*_]{0,3} ")
"""What minutes of old begin a decision with; it tells nothing of how far a task is."""
_SO = late.compile(r"do (?:so|this|that|it|these)\b")
"""What points to the sentence before."""
_TOLD = (Shape.BULLET, Shape.LINE)
_AGREEING = ("greed", "ecided", "esolved", "ettled", "rranged")
"""So ends, in small letters, what stands before `that` where it is told what was agreed."""
_SIGNS = (
    *("agree promise volunteer offer undert committed consented pledged asked tasked charged invited requested instructed directed detailed".split()),
    *("deputed nominated appointed mandated going said says confirmed take taki took übern kümmer erklärt s'engage s’engage s'occupe".split()),
    *("s’occupe", "greed", "GREED", "ecided", "ECIDED", "esolved", "ESOLVED", "ettled", "rranged"),
)
"""Of these letters what people undertake or agree on has some."""
_VERB = late.compile(r"(?:also |please |kindly |then |both |jointly |now |try to |start to |be the (?:one|person) to )?([a-zà-ü-]{2,20})\b")
_NO_TASKS = frozenset(
    """
    be become leave join stay remain retire resign stand return attend receive have get step succeed replace serve continue chair act
    abstain vote support approve accept agree adopt sign second differ disagree wait meet see postpone defer table
    """.split()
)
"""What people undertake that is no piece of work, or is done with the word."""
_SOMEBODY = late.compile(
    r" (?:with |the (?!(?:first|second|third|last|next|following)\b)|a |an |our |their |his |her |all |both )(?!week|month|fortnight)"
)
"""Whom somebody is to meet: `agreed to meet the planner`, but not `agreed to meet in May`."""
_EMPHASIZED = 4
"""Signs around what is set in bold, where two are."""
_TAKEN_ON = frozenset("the a an this that all his her their these both it to".split())
"""Before what somebody takes on."""


def with_undertakings(items: Sequence[Item], drafts: tuple[Draft, ...], names: Names) -> tuple[Draft, ...]:
    """The drafts, and what is told beside them to be undertaken: in passing, and where nothing is listed or marked in orders as well."""
    if sum(item.text.count("**") + item.text.count("__") for item in items) >= _EMPHASIZED:
        from tcsg.reading.bold_people import orders_in_bold  # lazy: many minutes emphasize nothing

        if bold := orders_in_bold(items, drafts, names):
            drafts = tuple(sorted((*drafts, *bold), key=lambda it: it.line))
    found = undertakings(items, drafts, names)
    if lists_anew(drafts):
        return besides(drafts, found)
    from tcsg.reading.amid import orders_amid  # lazy: most minutes list or mark what they give anew
    from tcsg.reading.last_shares import last_shares

    drafts = besides(drafts, (*found, *last_shares(items, names)))
    amid = orders_amid(items, drafts, names)
    return tuple(sorted((*drafts, *amid), key=lambda it: it.line)) if amid else drafts  # not `besides`: a line may hold several


def undertakings(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> tuple[Draft, ...]:
    """What the meeting agreed that known people would do; and what they undertake, where the minutes have no list and no mark of new actions.

    Whoever keeps a list or uses marks tells in passing who offered something. Who has neither tells it more than once.
    """
    if not names.full:
        return ()
    listed = lists_anew(drafts)
    told = [item for item in items if item.shape in _TOLD and not item.quote and _may_state(item.text, agreed=listed)]
    taken = {line for draft in drafts for line in range(draft.line, draft.end + 1)} if told else frozenset()
    told = [item for item in told if item.line not in taken]
    found = [draft for item in told for draft in _in_item(item, names, agreed=listed)]
    if listed or len(found) > 1:
        return tuple(found)
    return tuple(draft for item in told for draft in _in_item(item, names, agreed=True))


def _may_state(text: str, *, agreed: bool) -> bool:
    """Whether a text has a word with which people undertake something, or only one of agreeing that they do: most have none."""
    if not agreed:
        return any(map(text.__contains__, _SIGNS))
    return " that" in text and any(
        before[-12:].rstrip("*_").casefold().endswith(_AGREEING) and _begins_as_name(behind.lstrip("*_ "))
        for before, behind in pairwise(text.split(" that"))
    )


def _begins_as_name(text: str) -> bool:
    return text.removeprefix("the ").removeprefix("The ")[:1].isupper() or text[:1] == "@" or text[4:5] == "@"


def _in_item(item: Item, names: Names, *, agreed: bool) -> tuple[Draft, ...]:
    """What known people undertake in the sentences of an item, each in its own sentence; or only what it was `agreed` that they do."""
    text = item.text
    found: list[Draft] = []
    above = 0
    for begin, end in sentences.spans(text):
        # To search a sentence is dear, and most sentences beside one that has such a word have none.
        may = text[end - 1 : end] != "?" and _may_state(text[begin:end], agreed=agreed)
        found_at = (_RESOLVED if agreed else _UNDERTAKEN).finditer(text, begin, end) if may else ()
        match = next((m for m in found_at if _is_work(m, text, end)), None)
        named = _owners(match["owners"] or match["people"], names) if match else ""
        if match and named:
            start = above if _SO.match(text, match.end()) else begin
            words = _SHOUTED.sub("", text[start:end].strip())
            lines = line_at(item, start), line_at(item, end - 1)
            reason = Reason("action", "somebody undertakes it in running text", line_at(item, begin))
            found.append(
                Draft(*lines, words, Kind.INLINE, item.indent, named, links=links(words), doubt=UNMARKED, reasons=(reason,))
            )  # fmt: skip
        above = begin
    return tuple(found)


def _owners(head: str, names: Names) -> str:
    """The known people, or those with an office, at the end of what stands before the verb; "" where they are nobody's names."""
    words = head.split()
    for n, word in enumerate(words):
        rest = " ".join(words[n:])
        owners = split_owners(rest, names) or split_owners(rest, names, loose=True)
        if owners and all(_is_somebody(o, names) for o in owners):
            return rest
        if word[-1:] == "," or word in ("and", "&", "+"):
            return ""  # `The Town Council and Ann agreed` is no promise of Ann's alone
    return ""


def _is_somebody(owner: str, names: Names) -> bool:
    """Whether an owner is somebody known, or somebody by an office: `Clerk`, `Head of Sixth Form`."""
    return (
        names.knows(owner)
        or INITIALS.match(owner) is not None
        or is_role(owner)
        or (is_group(owner) and not is_collective(owner) and len(owner.split()) < 4)
    )


def _is_work(match: re.Match[str], text: str, end: int) -> bool:
    """Whether what somebody undertakes is a piece of work."""
    if match["then"]:
        does = as_verb(match["then"], done=True)  # `RESOLVED that the Clerk writes to the county`
        return does != "" and does not in _NO_TASKS
    verb = _VERB.match(text, match.end(), end)
    if match["abroad"] or verb is None:
        return match["abroad"] is not None
    if match["takes"]:
        return verb[1] in _TAKEN_ON
    somebody = verb[1] in ("meet", "see") and _SOMEBODY.match(text, verb.end()) is not None
    return (verb[1] in w.VERBS or _SO.match(text, match.end()) is not None) and (somebody or verb[1] not in _NO_TASKS)
