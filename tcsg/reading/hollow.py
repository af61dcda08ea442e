"""Words that stand where an action would and say that there is none."""

from __future__ import annotations

import re
from functools import lru_cache

from tcsg import late
from tcsg.reading.markdown import plain, unlinked
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

_HOLLOW = late.compile(r"<(?!https?:|mailto:)[^<>]{1,60}>|\[(?!(?!TB|XX|ID)[A-Z]{2,3}\])[^\[\]\d]{2,60}\](?!\()|\{[^{}]{1,60}\}")
"""Where a template is to be filled in; capitals such as `[FH]` are somebody's initials."""
_SQUARE = late.compile(r"\[([^\[\]]{2,20})\]")
_TOLD = w.DONE | w.OPEN | w.DROPPED
"""How an action stands, which may be told in brackets."""
_MACRO = late.compile(r"%?[A-Z]{4,24}\{[a-z]{1,20}=")
"""What a wiki keeps of a page beside its text: `TOPICINFO{author="…"}`."""
_NONE = ("none", "nil", "nothing", "no actions")
_ASIDE = late.compile(r"[.!]? \([^()]{1,120}\)?$")
"""A remark behind it: `no open actions! (both were closed in May)`."""
_FIRST = late.compile(r"\s[–—-]\s|[.;:,]\s")
_TASK = late.compile(r"\b(?:to|will|should|must)\b")
_NEEDLESS = late.compile(
    r"(?:no|none|nothing|nil)(?: (?:further|new|more|other|else|specific|additional|open|outstanding|next|actions?|items?|steps?|points?|todos?"
    r"|tasks?|ones|otherwise|needed|required|necessary|arising|recorded|noted|identified|raised|taken|assigned|arose|today|yet|were|was|are|is|have|been"
    r"|for now|to report"
    r"|(?:at|from|in|for) (?:this|the) (?:time|stage|moment|meeting|week|call|session)|this (?:time|week|meeting|month)"
    r"|at present|currently|so far|right now|tonight|(?:from|for|on) (?:me|us|(?:the|our|my|this) [\w-]{2,20})))*[.!]*$"
)
"""`Nothing needed`, `no further actions were recorded at this meeting`."""
_POINTED = late.compile(
    r"(?:as|see|refer to|listed|cf\.?)\s+(?:also\s+)?(?:above|below|overleaf|attached|appendix(?: \w{1,3})?|annex(?: \w{1,3})?|https?://\S{1,500}"
    r"|#\d{1,6}|(?:the )?(?:github |gitlab |linked )?(?:issue|ticket|pr|wiki|page|tracker|board|document|spreadsheet|list|table)s?"
    r"(?: #?\d{1,6}| page| above| below)?)$"
)
"""Only where the actions are: `see below`."""
_ALL_DONE = late.compile(
    r"all (?:of )?(?:the |our |these |those )?(?:(?:previous|last|old|earlier|past|prior|other|outstanding|open|assigned) )*"
    r"(?:actions?|action items?|action points?|items|points|tasks|to-?dos|ais|aps)(?: from [^.;:,]{1,40})?"
    r"(?: (?:are|were|have been|has been))?(?: now| all)? (?:complete|completed|done|closed|finished|resolved|discharged)$"
)
"""What a list tells in the place of its actions: `All actions complete`."""
_COUNT = late.compile(r"(?:(?:the )?next (?:free )?(?:action|item|task)(?: item| point)?(?: (?:number|no\.?|id))?(?: is)?[:= ]\W{0,4})?#?\d{1,6}$")
"""A number alone, which may be the one that the next action is to have: `Next action number: 46`."""
_LONGEST = 60
"""Characters of what stands in the place of words."""
_POINTING = ("as ", "see ", "refer to ", "listed ", "cf ", "cf. ")
_PLACEHOLDERS = late.compile(
    r"(?:@?(?:your |the )?(?:name|who|person|handle|username|owner|assignee|what|task|action|description|due|date|(?:by )?when|deadline|todo)\b"
    r"(?: (?:name|item|point|date|description|here))?(?: ?#?\d{1,2}\b)?"
    r"[\s:–—,;()@/|-]{0,4}){1,4}$"
)
"""What a template has in the place of words: `Name: task`, `who, what, when`, `Action item 1`."""
_PLACES = frozenset("name who person handle username owner assignee what task action description due date when deadline todo your the".split())
_LIST = r"(?:(?:any|all|the|your|our|new|old|open|last|previous|prior|further|outstanding|unfinished|incomplete|remaining|uncompleted) ){0,3}"
_TEMPLATE = late.compile(
    rf"(?:please )?(?:(?:copy|paste|carry|move|bring|transfer|pull|roll|import|review|check)(?: (?:over|across|forward|in))? {_LIST}"
    r"(?:action items|actions|action points|items|tasks|to-?dos|list)(?: that are (?:not (?:yet )?done|still open))? (?:over |forward )?(?:from|of) "
    r"(?:the |our )?(?:last|previous|prior)(?: (?:meeting|call|session|week|time|month)(?:['’]s)?)?(?: (?:agenda|minutes|notes|meeting))?"
    r"(?: here| below)?"
    rf"|(?:add|list|put|write|enter|record|note|insert|paste|keep|collect|track)(?: down)? {_LIST}"
    r"(?:action items|actions|action points|items|tasks|to-?dos|names?)(?: and (?:owners|names|due dates|deadlines))?"
    r" (?:here|below|above|in this (?:list|section)|to this (?:list|section)|as (?:they come up|we go)|during the meeting))$"
)
"""What a template tells whoever fills it in: `Copy the open items from last meeting`, `Add action items here`."""
_INSTRUCTING = tuple(
    "please copy paste carry move bring transfer pull roll import review check add list put write enter record note insert keep collect track".split()
)
_LISTED = ("item", "action", "task", "todo", "to-do", "list", "name")
"""What it tells them to fill in."""
_LATER = ("nothing until ", "nothing till ", "nothing before ", "type your task here")
_AWAY = late.compile(
    r"(?:(?:is |am |will be )?(?:(?:still )?on (?:vacation|holidays?|leave|pto)|(?:on )?(?:sick|annual|parental|maternity|paternity|family) leave"
    r"|ill|unwell|out (?:of (?:the )?office|sick)|off sick|sick|away|absent|excused|travelling|traveling|(?:im )?urlaub|krank|en (?:congé|vacances)))"
    r"(?: (?:this|next|all|the whole) (?:week|month)| (?:until|till|from|bis|jusqu['’]au) .{1,30})?[\s.!]*(?::[a-z_]{2,30}:)?$"
)
"""Why somebody has nothing to do, in the place of it: `on vacation until Monday`."""
_EMPTY = ("e.g", "for example", "nothing to ", "none to ", "nothing new", "nothing planned", "none planned", *_LATER)
_BEGINNINGS = ("no", "nil", *_EMPTY, *_POINTING)
"""With these begins whatever says so in several words."""


_VOTES = frozenset(
    """
    approve approved approves abstain abstained abstains abstention against for yes no yea yay nay aye ja nein enthaltung oui non pour contre
    0 1 +0 +1 -0 -1 present absent excused agree agreed agrees seconded
    """.split()
) | {"in favour", "in favor"}
"""How somebody voted."""
_VOTER = range(2, 81)
"""Characters of who did."""
_WRITTEN_TO = late.compile(r"[\w.+-]{1,60}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}$")


_SHARE = late_names(r"[*_]{0,3}@?[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,2}[*_]{0,3}\s?(?::|[–—-](?=\s|$))[*_]{0,3}\s*(.{0,24})$")


@lru_cache(maxsize=64)  # asked of an item, and again of what is written of it
def nothing(text: str) -> bool:
    """Whether the words say that there is no action: `none`, `N/A`, an empty template."""
    if "{" in text and _MACRO.match(text):
        return True
    bare = plain(text).casefold().strip(" .-–—:()[]{}*_?")
    if "[" in text:
        text = _SQUARE.sub(lambda told: "" if told[1].casefold() in _TOLD else told[0], text)
    if (
        ("<" in text or "[" in text or "{" in text)
        and _HOLLOW.search(text)
        and not re.search(r"\w{2,}\W+(?:\w\W+)?\w{2,}", _HOLLOW.sub(" ", unlinked(text)))
    ):
        return True
    if not bare or bare in w.NOTHING or (bare[0] in "<{" and bare[-1] in ">}"):
        return True
    if bare[-1].isdigit() and (bare[0] == "#" or bare[0].isdigit() or bare.startswith(("next ", "the next "))) and _COUNT.match(bare):
        return True
    if bare.startswith("all ") and _ALL_DONE.match(bare):
        return True
    if len(bare) <= _LONGEST and bare.split(None, 1)[0].strip("@:,<>") in _PLACES and _PLACEHOLDERS.match(bare.replace("<", "").replace(">", "")):
        return True
    if ":" in bare and _voted(bare):
        return True
    if bare.startswith(_INSTRUCTING) and len(bare) <= 2 * _LONGEST and any(map(bare.__contains__, _LISTED)) and _TEMPLATE.match(bare):
        return True
    return bare.startswith(_BEGINNINGS) and _tells_of_none(bare)


def is_empty(text: str) -> bool:
    """Whether a point of a list says that there is no action, or names somebody and nothing to do: `**Ann** -`, `Bo: none`."""
    share = _SHARE.match(text) if len(text) <= _LONGEST else None
    if len(text) <= _LONGEST and _AWAY.match(plain(text).casefold().strip("()[]")):
        return True
    told = plain(share[1]).casefold().strip(" .-–—()[]") if share is not None else None
    return nothing(text) or (told is not None and (told in w.NOTHING | {""} or _AWAY.match(told) is not None))


def _voted(bare: str) -> bool:
    """Whether words say how somebody voted, or where to write to them: `Ann: approve`."""
    who, _, vote = bare.partition(":")
    vote = vote.removeprefix(" ")
    return len(who) in _VOTER and (vote in _VOTES or ("@" in vote and _WRITTEN_TO.match(vote) is not None))


def _tells_of_none(bare: str) -> bool:
    if bare.startswith(_POINTING) and _POINTED.match(bare):
        return True
    if bare.startswith(_EMPTY):
        return True
    if bare.startswith(("no ", "none ", "nothing ", "nil ")):
        aside = _ASIDE.search(bare) if "(" in bare else None
        if _NEEDLESS.match(bare[: aside.start()] if aside and not _TASK.search(aside[0]) else bare):
            return True
    first, *rest = _FIRST.split(bare, maxsplit=1) if bare.startswith(_NONE) else ("x",)
    return first in _NONE or (_NEEDLESS.match(first) is not None and not _TASK.search(" ".join(rest)))
